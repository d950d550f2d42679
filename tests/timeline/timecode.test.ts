import {describe, expect, it} from 'vitest';
import {frameOf, toTimecode} from '../../src/timeline/timecode';

describe('timecode', () => {
  it('toTimecode() counts frames within the second', () => {
    expect(toTimecode(128, 30)).toBe('00:00:04:08');
    expect(toTimecode(30 * 3725 + 29, 30)).toBe('01:02:05:29');
  });

  it('frameOf() reads back what toTimecode() wrote', () => {
    for (const frame of [0, 1, 29, 30, 1799, 107_999]) {
      expect(frameOf(toTimecode(frame, 30), {fps: 30, frames: 1})).toBe(frame);
    }
  });

  it.each([
    ['128', 128],
    ['4.2s', 126],
    ['50%', 450],
    ['100%', 899],
    ['0:04', 120],
    ['1:02.5', 1875],
  ])('frameOf(%s) is %i at 30 fps', (text, frame) => {
    expect(frameOf(text, {fps: 30, frames: 900})).toBe(frame);
  });

  it('frameOf() names the forms that it reads', () => {
    expect(() => frameOf('later', {fps: 30, frames: 900})).toThrow(/frame \(128\), seconds \(4\.2s\)/);
  });
});
