/** The part of a drawing that has been drawn so far. */
import type {XY} from './coordinates';

/**
 * The first part of some runs of points, by length along them.
 *
 * @param runs - polylines, in the order in which they are drawn
 * @param share - 0 to 1
 * @example visibleRuns([[{x: 0, y: 0}, {x: 10, y: 0}]], 0.5)  // [[{x: 0, y: 0}, {x: 5, y: 0}]]
 */
export function visibleRuns(runs: readonly (readonly XY[])[], share: number): XY[][] {
  if (share >= 1) return runs.map(run => [...run]);
  let left = share * runs.reduce((sum, run) => sum + runLength(run), 0);
  const shown: XY[][] = [];
  for (const run of runs) {
    if (left <= 0) break;
    const part: XY[] = [run[0]];
    for (let index = 1; index < run.length && left > 0; index++) {
      const [a, b] = [run[index - 1], run[index]];
      const step = Math.hypot(b.x - a.x, b.y - a.y);
      const reach = step === 0 ? 1 : Math.min(1, left / step);
      part.push({x: a.x + (b.x - a.x) * reach, y: a.y + (b.y - a.y) * reach});
      left -= step;
    }
    if (part.length > 1) shown.push(part);
  }
  return shown;
}

function runLength(run: readonly XY[]): number {
  return run.reduce((sum, point, index) => (index === 0 ? 0 : sum + Math.hypot(point.x - run[index - 1].x, point.y - run[index - 1].y)), 0);
}
