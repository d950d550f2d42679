import {describe, expect, it} from 'vitest';
import {beatIntervals, firstChangedLine, planRedraw, probesOf} from '../../src/loop/redrawPlan';

const beats = [
  {name: 'one', frame: 12, line: 10},
  {name: 'two', frame: 40, line: 20},
  {name: 'three', frame: 70, line: 30},
];
const scene = {frames: 100, beats};

describe('firstChangedLine()', () => {
  it.each([
    ['a\nb\nc', 'a\nB\nc', 2],
    ['a\nb', 'a\nb\nc', 3],
    ['a\nb\nc', 'a\nb', 3],
    ['a', 'b', 1],
  ])('of %j and %j is line %d and so on', (before, after, line) => {
    expect(firstChangedLine(before, after)).toBe(line);
  });

  it('of equal texts is nothing', () => {
    expect(firstChangedLine('a\nb', 'a\nb')).toBeUndefined();
  });
});

describe('beatIntervals()', () => {
  it('cover the scene without a gap', () => {
    expect(beatIntervals(100, beats)).toEqual([{from: 0, to: 12}, {from: 12, to: 40}, {from: 40, to: 70}, {from: 70, to: 100}]);
  });

  it('of beats at 0, twice at one frame and past the end are never empty', () => {
    const odd = [0, 5, 5, 200].map(frame => ({name: `at-${frame}`, frame}));
    expect(beatIntervals(10, odd)).toEqual([{from: 0, to: 5}, {from: 5, to: 10}]);
  });
});

describe('planRedraw()', () => {
  it('begins at the last beat whose line comes before the edit, and shows where it leads', () => {
    expect(planRedraw(scene, {line: 24})).toEqual({
      focus: {from: 40, to: 70},
      first: 69,
      after: [{from: 70, to: 100}],
      before: [{from: 0, to: 12}, {from: 12, to: 40}],
    });
  });

  it('shows the frame first that the viewer looks at, where it lies in the edited beat', () => {
    expect(planRedraw(scene, {line: 24, frame: 50}).first).toBe(50);
    expect(planRedraw(scene, {line: 24, frame: 80}).first).toBe(69);
  });

  it('of an edit above all beats begins with the scene', () => {
    expect(planRedraw(scene, {line: 3}).focus).toEqual({from: 0, to: 12});
  });

  it('of an edit below all beats begins with the last', () => {
    expect(planRedraw(scene, {line: 99}).focus).toEqual({from: 70, to: 100});
  });

  it('of an edit in another file begins with the beat that the viewer sees', () => {
    expect(planRedraw(scene, {frame: 41}).focus).toEqual({from: 40, to: 70});
  });

  it('of a viewer past a scene that became shorter is its last beat', () => {
    expect(planRedraw(scene, {frame: 400}).focus).toEqual({from: 70, to: 100});
  });

  it.each([{}, {line: 1}, {line: 25}, {line: 35}, {frame: 0}, {frame: 99}])('of %j covers every frame once', edit => {
    const {before, focus, after} = planRedraw(scene, edit);
    const frames = [...before, focus, ...after].flatMap(({from, to}) => Array.from({length: to - from}, (_, i) => from + i));
    expect(frames).toEqual(Array.from({length: 100}, (_, i) => i));
  });
});

describe('probesOf()', () => {
  it('are the middle and the last frame', () => {
    expect(probesOf({from: 10, to: 20})).toEqual([15, 19]);
  });

  it('of one frame is that frame', () => {
    expect(probesOf({from: 10, to: 11})).toEqual([10]);
  });
});
