/** Holds any nodes at a point of a plane or a space, facing the viewer. */
import {initial, Node, nodeName} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import type {SignalValue} from '@motion-canvas/core';
import {frameOf, layerOf, requireDimension, type PossiblePoint, type SeenPoint} from './coordinates';
import {pointSignal, type PointSignal} from './pointSignal';

export interface AnchorProps extends NodeProps {
  /** Where, in units of the Plane or EmbeddingSpace around it, else in stage pixels. */
  at: SignalValue<PossiblePoint>;
}

/**
 * A place in a plane or a space for pictures, formulas and other nodes; they keep their size and face the viewer.
 *
 * Do not set `position`: it is bound to `at`. Nodes inside may be moved in pixels.
 *
 * @example
 * <EmbeddingSpace>
 *   <Anchor at={[2, 1, 3]}><Img src={tower} width={160} y={-90} /></Anchor>
 * </EmbeddingSpace>
 */
@nodeName('Anchor')
export class Anchor extends Node {
  @initial([0, 0])
  @pointSignal()
  public declare readonly at: PointSignal<this>;

  public constructor({at, ...props}: AnchorProps) {
    super(props);
    this.at(at ?? [0, 0]);
    this.position(() => {
      const {x, y} = this.seen();
      return [x, y];
    });
    this.zIndex(() => -this.seen().depth);
  }

  /** Painted with the labels of a space, over its lines; anchors among themselves by depth. */
  public override render(context: CanvasRenderingContext2D): void {
    if (layerOf(this) !== 'shapes') super.render(context);
  }

  private seen(): SeenPoint {
    const frame = frameOf(this);
    requireDimension('Anchor', 'at', this.at(), frame);
    return frame.see(this.at());
  }
}
