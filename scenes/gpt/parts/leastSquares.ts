/** The straight line that fits points best. */
import {mean} from 'lectern';

/** A straight line: y = slope x + start. */
export interface Fit {
  readonly slope: number;
  readonly start: number;
}

/** The line with the least sum of squared errors. @param points - shape (n, 2), two different x at least */
export function leastSquares(points: readonly (readonly [number, number])[]): Fit {
  const [middle, height] = mean(points);
  const over = points.reduce((sum, [x, y]) => sum + (x - middle) * (y - height), 0);
  const slope = over / points.reduce((sum, [x]) => sum + (x - middle) ** 2, 0);
  return {slope, start: height - slope * middle};
}
