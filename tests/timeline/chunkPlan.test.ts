import {describe, expect, it} from 'vitest';
import {planChunks} from '../../src/timeline/chunkPlan';
import type {SceneSpan} from '../../src/timeline/film';

const span = (name: string, startFrame: number, endFrame: number): SceneSpan => ({name, title: name, startFrame, endFrame, transitionFrames: 0});
const film = [span('a', 0, 250), span('b', 250, 260), span('c', 260, 600)];
const grid = {gopFrames: 60, gopsPerChunk: 2};

describe('planChunks', () => {
  it('planChunks() covers the film once, in order', () => {
    const frames = planChunks(film, grid).flatMap(({startFrame, endFrame}) => Array.from({length: endFrame - startFrame}, (_, i) => startFrame + i));
    expect(frames).toEqual(Array.from({length: 600}, (_, i) => i));
  });

  it('planChunks() starts a chunk at each scene', () => {
    const starts = planChunks(film, grid).map(chunk => chunk.startFrame);
    expect(starts).toEqual([0, 120, 240, 250, 260, 380, 500]);
  });

  it('planChunks() of a range keeps the grid of the whole film', () => {
    const cuts = planChunks(film, grid, {start: 100, end: 300}).map(({startFrame, endFrame}) => [startFrame, endFrame]);
    expect(cuts).toEqual([[100, 120], [120, 240], [240, 250], [250, 260], [260, 300]]);
  });

  it('planChunks() leaves out scenes without frames', () => {
    expect(planChunks([span('a', 0, 0), span('b', 0, 10)], grid)).toEqual([{index: 0, scene: 'b', startFrame: 0, endFrame: 10}]);
  });

  it('planChunks() refuses an empty grid', () => {
    expect(() => planChunks(film, {gopFrames: 0, gopsPerChunk: 2})).toThrow(RangeError);
  });
});
