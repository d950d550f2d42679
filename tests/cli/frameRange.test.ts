import {describe, expect, test} from 'vitest';
import {filmRange} from '../../src/cli/frameRange';
import type {Measurement} from '../../src/farm/messages';
import type {SceneSpan} from '../../src/timeline/film';
import type {Project} from '../../src/timeline/openProject';

const project = {scenes: []} as unknown as Project;
const span = (name: string, startFrame: number, endFrame: number): SceneSpan => ({name, title: name, startFrame, endFrame, transitionFrames: 0});
/** Scenes of a second each, at 10 frames a second. */
const film = (...names: string[]) => ({settings: {fps: 10}, spans: names.map((name, index) => span(name, index * 10, index * 10 + 10))}) as unknown as Measurement;

describe('filmRange()', () => {
  test.each([
    ['0.5s-1.5s', {start: 5, end: 15}],
    ['5-15', {start: 5, end: 15}],
    ['two', {start: 10, end: 20}],
    ['two..three', {start: 10, end: 20}],
  ])('%s is known when the scene after it is', (text, frames) => {
    const range = filmRange(text, project);
    const [before, after] = text.endsWith('three') ? [film('one', 'two'), film('one', 'two', 'three')] : [film('one'), film('one', 'two', 'three')];
    expect(range.isSettledBy(before)).toBe(false);
    expect(range.isSettledBy(after)).toBe(true);
    expect(range.of(after)).toEqual(frames);
    expect(range.of(film('one', 'two', 'three', 'four'))).toEqual(frames);
  });

  test.each(['10%-20%', '0.5s-', 'three'])('%s asks for the whole film, or for a scene that has not run', text => {
    expect(filmRange(text, project).isSettledBy(film('one', 'two'))).toBe(false);
  });

  test('a range that ends with the scenes known so far may end with the film, whose last frame is drawn another way', () => {
    expect(filmRange('0-20', project).isSettledBy(film('one', 'two'))).toBe(false);
  });
});
