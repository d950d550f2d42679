import {describe, expect, it} from 'vitest';
import type {SceneSpan} from '../../src/timeline/film';
import type {Project} from '../../src/timeline/openProject';
import {beatFrames, planStills} from '../../src/loop/beatStills';

const span = (name: string, startFrame: number, endFrame: number): SceneSpan => ({name, title: name, startFrame, endFrame, transitionFrames: 0});

function projectOf(beats: Record<string, number>): Project {
  const at = {file: 'a.md'};
  const words = Object.entries(beats).map(([text, seconds]) => ({text, start: seconds, end: seconds + 0.2}));
  const narration = {
    scene: 'a', title: 'A', source: 'estimated', durationSeconds: 3, warnings: [],
    beats: Object.entries(beats).map(([name, seconds]) => ({name, seconds, at})),
    sentences: [{text: '', start: 0, end: 3, words}],
  };
  return {scenes: [{name: 'a', file: 'a.tsx', narration}]} as unknown as Project;
}

describe('planStills()', () => {
  it('of a scene with beats is its start, each beat and its last frame', () => {
    const [{stills}] = planStills([span('a', 10, 100)], projectOf({one: 0.4, two: 2}), 30);
    expect(stills.map(({label, frame}) => [label, frame])).toEqual([['start', 10], ['one', 22], ['two', 70], ['last frame', 99]]);
  });

  it('of a beat at 0 leaves out the start', () => {
    const [{stills}] = planStills([span('a', 0, 90)], projectOf({one: 0, two: 2}), 30);
    expect(stills.map(({label}) => label)).toEqual(['one', 'two', 'last frame']);
  });

  it('at the end of beats shows the frame before the next beat, and the last frame once', () => {
    const [{stills}] = planStills([span('a', 0, 90)], projectOf({one: 0, two: 2}), 30, 'end');
    expect(stills.map(({label, frame}) => [label, frame])).toEqual([['one', 59], ['two', 89]]);
  });

  it('at the end of beats shows what comes before the first one settled, too', () => {
    const [{stills}] = planStills([span('a', 10, 100)], projectOf({one: 1}), 30, 'end');
    expect(stills.map(({label, frame}) => [label, frame])).toEqual([['start', 39], ['one', 99]]);
  });

  it('gives each beat the words that are said until the next', () => {
    const [{stills}] = planStills([span('a', 0, 90)], projectOf({one: 0.401, two: 2.01}), 30);
    expect(stills.map(({words}) => words)).toEqual(['', 'one', 'two', '']);
  });

  it('of a scene without beats is six frames at equal distances', () => {
    const [{stills}] = planStills([span('b', 0, 101)], projectOf({}), 30);
    expect(stills.map(({label, frame}) => [label, frame])).toEqual([['start', 0], ['20%', 20], ['40%', 40], ['60%', 60], ['80%', 80], ['last frame', 100]]);
  });

  it('of a scene of two frames is two stills', () => {
    expect(planStills([span('b', 5, 7)], projectOf({}), 30)[0].stills.map(({frame}) => frame)).toEqual([5, 6]);
  });

  it('of a scene without frames is nothing', () => {
    expect(planStills([span('b', 5, 5)], projectOf({}), 30)).toEqual([]);
  });
});

describe('beatFrames()', () => {
  it('leaves out a beat that comes after the scene has ended', () => {
    const project = projectOf({one: 0.5, late: 9});
    expect(beatFrames(span('a', 0, 60), project.scenes[0], 30)).toEqual([{name: 'one', frame: 15}]);
  });
});
