/**
 * A translucent block that vectors pass through: attention, or a multilayer perceptron.
 */
import {colorSignal, initial, nodeName, signal} from '@motion-canvas/2d';
import type {ComponentChildren, Node, NodeProps} from '@motion-canvas/2d';
import type {BBox, ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, type Easing} from '../math/easing';
import {theme} from '../theme/theme';
import {boxAround, faded} from './canvasDrawing';
import type {XY} from './coordinates';
import {facingLabel} from './facingLabel';
import {Figure} from './Figure';
import {parallelView} from './parallelView';
import {numberSignal} from './pointSignal';
import {paintFace, prismFaces, shaded, type PrismFaces} from './prism';
import {Tilted} from './Tilted';

export interface FlowBlockProps extends NodeProps {
  /** Size of the near face in pixels, default 760 by 420. */
  width?: SignalValue<number>;
  height?: SignalValue<number>;
  /** Depth in pixels, default 420. */
  depth?: SignalValue<number>;
  /** Degrees by which it is turned, default -38: it leads away to the right. */
  yaw?: SignalValue<number>;
  /** Degrees by which it is seen from above, default 14. */
  tilt?: SignalValue<number>;
  /** Name over the block. */
  title?: SignalValue<string>;
  color?: SignalValue<PossibleColor>;
  /** How solid the block is, 0 to 1; default 0.5. */
  solid?: SignalValue<number>;
  /** Where the content stands: 0 in front of the block, 1 in its middle, 2 behind it; default 0. */
  travel?: SignalValue<number>;
  /** What passes through: it is drawn on a sheet that is turned like the block. */
  children?: SignalValue<ComponentChildren>;
}

/**
 * A block seen from the front left, with what passes through it painted at its own depth.
 *
 * Far walls are painted before the content and near walls after it, so it is truly inside.
 *
 * @example
 * <FlowBlock ref={attention} title="Attention"><EmbeddingArray /></FlowBlock>;
 * yield* attention().enter(1.5);
 * yield* attention().leave(1.5);
 */
@nodeName('FlowBlock')
export class FlowBlock extends Figure {
  @initial(760)
  @numberSignal()
  public declare readonly width: SimpleSignal<number, this>;

  @initial(420)
  @numberSignal()
  public declare readonly height: SimpleSignal<number, this>;

  @initial(420)
  @numberSignal()
  public declare readonly depth: SimpleSignal<number, this>;

  @initial(-38)
  @numberSignal()
  public declare readonly yaw: SimpleSignal<number, this>;

  @initial(14)
  @numberSignal()
  public declare readonly tilt: SimpleSignal<number, this>;

  @initial('')
  @signal()
  public declare readonly title: SimpleSignal<string, this>;

  @initial(() => theme().grid)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(0.5)
  @numberSignal()
  public declare readonly solid: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly travel: SimpleSignal<number, this>;

  private readonly sheet: Tilted;
  private readonly name: Node;

  public constructor({children, ...props}: FlowBlockProps) {
    super(props);
    this.sheet = this.addPart(
      new Tilted({children, yaw: () => this.yaw(), tilt: () => this.tilt(), away: () => (this.travel() - 1) * this.depth() * 1.15}),
    );
    this.name = this.addPart(
      facingLabel({
        text: () => this.title(),
        fontSize: () => 48,
        fill: () => theme().ink,
        strength: () => clamp01(this.solid() * 4),
        middle: box => this.titleMiddle(box),
      }),
    );
  }

  public override guests(): Node[] {
    return this.sheet.children();
  }

  /** Moves the content from where it is into the block. */
  public *enter(seconds = 1.5, easing: Easing = smooth): ThreadGenerator {
    yield* this.travel(1, seconds, easing);
  }

  /** Moves the content out behind the block. */
  public *leave(seconds = 1.5, easing: Easing = smooth): ThreadGenerator {
    yield* this.travel(2, seconds, easing);
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    const faces = this.faces();
    const far = [faces.back, faces.farSide, faces.base];
    const near = [faces.lid, faces.side, faces.front];
    const travel = this.travel();
    if (travel > 1.5) this.sheet.render(context);
    this.paintWalls(context, far, 0.5);
    if (travel > 0.5 && travel <= 1.5) this.sheet.render(context);
    this.paintWalls(context, near, 0.7);
    if (travel <= 0.5) this.sheet.render(context);
    this.name.render(context);
  }

  protected override drawnBox(): BBox {
    return boxAround(Object.values(this.faces()).flat(), 4);
  }

  private paintWalls(context: CanvasRenderingContext2D, walls: readonly XY[][], share: number): void {
    const fill = this.color();
    walls.forEach((wall, index) =>
      faded(context, clamp01(this.solid()) * share, () => paintFace(context, wall, shaded(fill, [0.1, -0.25, -0.4][index]), theme().muted)),
    );
  }

  private faces(): PrismFaces {
    return prismFaces(parallelView(this.yaw(), this.tilt()), {middle: [0, 0, 0], size: [this.width(), this.height(), this.depth()]});
  }

  private titleMiddle(box: {width: number; height: number}): XY {
    const outline = boxAround(Object.values(this.faces()).flat(), 0);
    return {x: outline.center.x, y: outline.top - box.height / 2 - 18};
  }
}
