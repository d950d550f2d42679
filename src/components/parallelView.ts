/** How upright things look in parallel projection, turned and seen from above. */
import type {XY} from './coordinates';
import {createProjector} from './projection';

/** Where one pixel to the right, down and away goes on screen. */
export interface ParallelView {
  readonly right: XY;
  readonly down: XY;
  readonly away: XY;
}

/**
 * The parallel view of upright things turned by a yaw and seen from above by a tilt.
 *
 * @param yaw - degrees; positive turns the right edge away from the viewer
 * @param tilt - degrees by which the viewer looks down
 * @example parallelView(0, 0)  // right {1, 0}, down {0, 1}, away {0, 0}
 */
export function parallelView(yaw: number, tilt: number): ParallelView {
  const seen = createProjector({azimuth: yaw, elevation: tilt, unitPixels: 1, lookAt: [0, 0, 0], distance: Infinity});
  const [right, down, away] = [seen(1, 0, 0), seen(0, 0, -1), seen(0, 1, 0)];
  return {right: {x: right.x, y: right.y}, down: {x: down.x, y: down.y}, away: {x: away.x, y: away.y}};
}

/** A place in a parallel view, from its pixels right, down and away. */
export function placeInView(view: ParallelView, right: number, down: number, away: number): XY {
  return {
    x: view.right.x * right + view.down.x * down + view.away.x * away,
    y: view.right.y * right + view.down.y * down + view.away.y * away,
  };
}
