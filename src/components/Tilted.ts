/**
 * Holds nodes on a plane that is turned in space, seen in parallel: a sheet on a slab, a column brought forward.
 */
import {computed, initial, Node, nodeName} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import type {SignalValue, SimpleSignal} from '@motion-canvas/core';
import {parallelView} from './parallelView';
import {numberSignal} from './pointSignal';

export interface TiltedProps extends NodeProps {
  /** Degrees by which the plane is turned about its upright axis; positive shows its right edge farther. Default 0. */
  yaw?: SignalValue<number>;
  /** Degrees by which it is seen from above, default 0. */
  tilt?: SignalValue<number>;
  /** Pixels by which it lies behind its place, along the line of depth; default 0. */
  away?: SignalValue<number>;
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
