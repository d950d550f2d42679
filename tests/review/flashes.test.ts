import {describe, expect, it} from 'vitest';
import type {SeenFrame} from '../../src/review/check';
import {flashCheck} from '../../src/review/flashes';
import {noMatching} from '../../src/review/tracks';
import {cells} from '../../src/review/smallPicture';

type Colour = readonly [red: number, green: number, blue: number];

interface Flicker {
  readonly hertz: number;
  readonly fps?: number;
  /** Part of the frame, from its left edge on all its height. */
  readonly share?: number;
  /** Or: part of a window of a third by a third in the corner. */
  readonly windowShare?: number;
  readonly seconds?: number;
  readonly between?: readonly [Colour, Colour];
}

const [black, white]: Colour[] = [[0, 0, 0], [255, 255, 255]];
/** sRGB byte of a relative luminance. */
const grey = (luminance: number): Colour => {
  const value = luminance <= 0.0031308 ? 12.92 * luminance : 1.055 * luminance ** (1 / 2.4) - 0.055;
  return [Math.round(255 * value), Math.round(255 * value), Math.round(255 * value)];
};

/** Rules that a flickering part of a black frame breaks. */
function rulesBroken({hertz, fps = 60, share, windowShare, seconds = 2, between = [black, white]}: Flicker): string[] {
  const check = flashCheck(fps);
  const third = [Math.floor(cells.width / 3), Math.floor(cells.height / 3)];
  const flickers = (x: number, y: number) => (windowShare === undefined ? x < cells.width * (share ?? 1) : x < third[0] * windowShare && y < third[1]);
  let before: Uint8Array | undefined;
  for (let index = 0; index < seconds * fps; index++) {
    const colour = between[Math.floor((2 * hertz * index) / fps) % 2];
    const bytes = new Uint8Array(cells.width * cells.height * 3);
    for (let cell = 0; cell < bytes.length / 3; cell++) if (flickers(cell % cells.width, Math.floor(cell / cells.width))) bytes.set(colour, cell * 3);
    const change = new Uint8Array(bytes.length / 3);
    for (let cell = 0; before && cell < change.length; cell++) change[cell] = Math.max(...[0, 1, 2].map(at => Math.abs(bytes[cell * 3 + at] - before![cell * 3 + at])));
    const frame: SeenFrame = {index, scene: 'flicker', isFirst: index === 0, changed: true, items: [], matching: noMatching, picture: {bytes, change}, pixels: new Uint8Array(0), cut: new Set()};
    check.see(frame);
    before = bytes;
  }
  return [...new Set(check.found().map(({rule}) => rule))];
}

describe('flashCheck()', () => {
  it.each([30, 60])('lets 2 and 3 flashes a second pass, and finds 4 and 10, at %d frames a second', fps => {
    expect([2, 3, 4, 10].map(hertz => rulesBroken({hertz, fps}).includes('flash'))).toEqual([false, false, true, true]);
  });

  it('counts a quarter of a window of a third by a third', () => {
    expect([0.2, 0.3].map(windowShare => rulesBroken({hertz: 10, windowShare}))).toEqual([[], ['flash']]);
  });

  it('needs a change of a tenth of full light', () => {
    const between = (change: number) => [grey(0.3), grey(0.3 + change)] as const;
    expect([0.09, 0.11].map(change => rulesBroken({hertz: 10, between: between(change)}))).toEqual([[], ['flash']]);
  });

  it('lets light that is never dark pass', () => {
    expect(rulesBroken({hertz: 10, between: [grey(0.85), grey(1)]})).toEqual([]);
  });

  it('finds saturated red that is no brighter than what it changes with', () => {
    expect(rulesBroken({hertz: 10, between: [[255, 0, 0], [0, 146, 0]]})).toEqual(['red-flash']);
    expect(rulesBroken({hertz: 10, between: [[100, 60, 60], [60, 80, 60]]})).toEqual([]);
  });

});
