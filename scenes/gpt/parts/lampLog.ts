/** The keeper's notebook: litres of oil and hours of light, and the straight line that fits them best. Illustrative, seeded. */
import {seededRandom} from 'lectern';
import {leastSquares, type Fit} from './leastSquares';

/** An amount of oil that the keeper has never tried. */
export const UNTRIED = 7.5;

/** 24 entries, `[litres, hours]`, in the order in which they were written. */
export const notebook: readonly (readonly [number, number])[] = entries(24);

/** What the dials stand for when they are turned to the right end of their scales; upright they stand for 0. */
const DIAL_RANGE: Fit = {slope: 10, start: 40};

/** Where the needle of a dial points, 0 to 1. */
export function dialSetting(which: keyof Fit, value: number): number {
  return 0.5 + value / DIAL_RANGE[which] / 2;
}

/** The line with the least sum of squared errors. */
export const bestFit: Fit = leastSquares(notebook);

export function sumOfSquares({slope, start}: Fit): number {
  return notebook.reduce((sum, [x, y]) => sum + (y - slope * x - start) ** 2, 0);
}

/** The best slope while the start stays. */
export function bestSlope({start}: Fit): Fit {
  const over = notebook.reduce((sum, [x, y]) => sum + x * (y - start), 0);
  return {slope: over / notebook.reduce((sum, [x]) => sum + x * x, 0), start};
}

/** The best start while the slope stays. */
export function bestStart({slope}: Fit): Fit {
  return {slope, start: notebook.reduce((sum, [x, y]) => sum + y - slope * x, 0) / notebook.length};
}

function entries(count: number): [number, number][] {
  const random = seededRandom('lamp log');
  const litres = Array.from({length: count}, () => random.uniform(0.8, 9.6)).map(x => (Math.abs(x - UNTRIED) < 0.5 ? x - 1.4 : x));
  return litres.map(x => [x, 5.2 * x + 3 + random.normal(0, 3)]);
}
