import {describe, expect, it} from 'vitest';
import {stripFrames} from '../../src/loop/stripFrames';

describe('stripFrames()', () => {
  it('takes the first frame, every third, and the last', () => {
    expect(stripFrames({start: 10, end: 18}, 3)).toEqual([10, 13, 16, 17]);
  });

  it('does not show the last frame twice', () => {
    expect(stripFrames({start: 0, end: 7}, 3)).toEqual([0, 3, 6]);
  });

  it('of one frame is that frame', () => {
    expect(stripFrames({start: 4, end: 5})).toEqual([4]);
  });

  it.each([2, 23, 24, 25, 100, 999])('of %d frames without a step has at most 25 pictures, ends included', length => {
    const frames = stripFrames({start: 0, end: length});
    expect(frames.length).toBeLessThanOrEqual(25);
    expect([frames[0], frames.at(-1)]).toEqual([0, length - 1]);
  });

  it('refuses 401 pictures and says which step would do', () => {
    expect(() => stripFrames({start: 0, end: 401}, 1)).toThrow('Cannot draw a strip of 401 pictures: 400 is the most');
  });
});
