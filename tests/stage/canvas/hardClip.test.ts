import {createCanvas} from '@napi-rs/canvas';
import {describe, expect, it} from 'vitest';
import {clipToRect} from '../../../src/stage/canvas/hardClip';

/** Pixels that are filled through the clip, row by row. */
function filled(width: number, height: number, clip: Parameters<typeof clipToRect>[1], matrix: [number, number, number, number, number, number] = [1, 0, 0, 1, 0, 0]): string[] {
  const context = createCanvas(width, height).getContext('2d');
  context.setTransform(...matrix);
  clipToRect(context, clip);
  context.resetTransform();
  context.fillRect(0, 0, width, height);
  const {data} = context.getImageData(0, 0, width, height);
  return Array.from({length: height}, (_, y) => Array.from({length: width}, (_, x) => ({0: '.', 255: '#'})[data[4 * (y * width + x) + 3]] ?? '?').join(''));
}

describe('clipToRect()', () => {
  it('keeps whole pixels whose centres lie inside', () => {
    expect(filled(5, 4, {left: 0.6, top: 1.4, right: 3.6, bottom: 3.4})).toEqual(['.....', '.###.', '.###.', '.....']);
  });

  it('keeps what lies on the canvas of a rectangle that is larger', () => {
    expect(filled(3, 2, {left: -70, top: -70, right: 1.6, bottom: 99})).toEqual(['##.', '##.']);
  });

  it('turns with the context', () => {
    expect(filled(5, 5, {left: -1.6, top: -1.6, right: 1.6, bottom: 1.6}, [Math.SQRT1_2, Math.SQRT1_2, -Math.SQRT1_2, Math.SQRT1_2, 2.5, 2.5])).toEqual(['..#..', '.###.', '#####', '.###.', '..#..']);
  });

  it('returns the bounds of what is left', () => {
    const context = createCanvas(9, 9).getContext('2d');
    expect(clipToRect(context, {left: 1.4, top: 2.6, right: 30, bottom: 5.2})).toEqual({left: 1, top: 3, right: 9, bottom: 5});
  });
});
