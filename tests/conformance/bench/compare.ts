/** Two pictures of one moment in numbers. */
import pixelmatch from 'pixelmatch';
import {ssim} from 'ssim.js';
import type {NodeBox, Shot, Take} from './shot';

/** One compared moment, as scores.json states it. */
export interface Score {
  readonly name: string;
  readonly frame: number;
  readonly identical: boolean;
  /** Pixels over pixelmatch's threshold of 0.1, anti-aliased ones included. */
  readonly over_0_1: number;
  /** Structural similarity, 1 for the same picture. */
  readonly ssim: number;
  /** The largest difference in any node's place or size, px. */
  readonly box_px: number;
}

export interface Comparison {
  readonly score: Score;
  /** Pixels that differ at all, the largest difference of a channel (0 … 255), and the box that holds them. */
  readonly differing: number;
  readonly maxLevel: number;
  readonly within: readonly [left: number, top: number, right: number, bottom: number];
  /** RGBA picture of the differences. */
  readonly difference: Uint8Array;
}

/** Compares one moment. */
export function compareShots(name: string, browser: Shot, stage: Shot, {width, height}: Pick<Take, 'width' | 'height'>): Comparison {
  const difference = new Uint8Array(width * height * 4);
  const over = pixelmatch(browser.pixels, stage.pixels, difference, width, height, {threshold: 0.1, includeAA: true});
  const {differing, maxLevel, within} = levels(browser.pixels, stage.pixels, width);
  const identical = differing === 0;
  const similarity = identical ? 1 : ssim(picture(browser.pixels, width, height), picture(stage.pixels, width, height)).mssim;
  const box_px = boxDifference(browser.boxes, stage.boxes);
  return {score: {name, frame: browser.frame, identical, over_0_1: over, ssim: round(similarity, 6), box_px}, differing, maxLevel, within, difference};
}

function levels(a: Uint8Array, b: Uint8Array, width: number): Pick<Comparison, 'differing' | 'maxLevel' | 'within'> {
  let differing = 0;
  let maxLevel = 0;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < a.length; i += 4) {
    const level = Math.max(Math.abs(a[i] - b[i]), Math.abs(a[i + 1] - b[i + 1]), Math.abs(a[i + 2] - b[i + 2]), Math.abs(a[i + 3] - b[i + 3]));
    if (level === 0) continue;
    differing++;
    maxLevel = Math.max(maxLevel, level);
    const [x, y] = [(i / 4) % width, Math.floor(i / 4 / width)];
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  }
  return {differing, maxLevel, within: [left, top, right, bottom]};
}

function picture(pixels: Uint8Array, width: number, height: number) {
  return {data: new Uint8ClampedArray(pixels), width, height};
}

/** A node too many or too few has no box to differ by: it counts as the whole picture's width. */
function boxDifference(browser: readonly NodeBox[], stage: readonly NodeBox[]): number {
  if (browser.length !== stage.length) return 10_000;
  const differences = browser.flatMap((box, i) => box.map((value, k) => Math.abs(value - stage[i][k])));
  return round(Math.max(0, ...differences), 4);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
