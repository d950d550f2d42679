/**
 * Holds nodes on a plane that is turned in space, seen in parallel: a sheet on a slab, a column brought forward.
 */
import {computed, initial, Node, nodeName} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import type {SignalValue, SimpleSignal} from '@motion-canvas/core';
import type {XY} from './coordinates';
import {numberSignal} from './pointSignal';
import {createProjector} from './projection';

export interface TiltedProps extends NodeProps {
  /** Degrees by which the plane is turned about its upright axis; positive shows its right edge farther. Default 0. */
  yaw?: SignalValue<number>;
  /** Degrees by which it is seen from above, default 0. */
  tilt?: SignalValue<number>;
  /** Pixels by which it lies behind its place, along the line of depth; default 0. */
  away?: SignalValue<number>;
}

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

/**
 * A turned sheet; what is inside is drawn on it, turned with it.
 *
 * Position and scale of the node still count; do not set `rotation` or `skew` on it.
 *
 * @example
 * <Tilted yaw={30} away={-200}><NumericVector values={column} /></Tilted>
 */
@nodeName('Tilted')
export class Tilted extends Node {
  @initial(0)
  @numberSignal()
  public declare readonly yaw: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly tilt: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly away: SimpleSignal<number, this>;

  public constructor(props: TiltedProps) {
    super(props);
  }

  @computed()
  public override localToParent(): DOMMatrix {
    const {right, down, away} = parallelView(this.yaw(), this.tilt());
    const [scale, at, behind] = [this.scale(), this.position(), this.away()];
    return new DOMMatrix([
      right.x * scale.x,
      right.y * scale.x,
      down.x * scale.y,
      down.y * scale.y,
      at.x + away.x * behind,
      at.y + away.y * behind,
    ]);
  }
}
