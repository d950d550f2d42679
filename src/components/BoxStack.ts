/**
 * Sheets one behind another: many heads, many layers, many examples of the same kind.
 */
import {colorSignal, initial, nodeName} from '@motion-canvas/2d';
import type {ComponentChildren, NodeProps} from '@motion-canvas/2d';
import {Color} from '@motion-canvas/core';
import type {BBox, ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, type Easing} from '../math/easing';
import {theme} from '../theme/theme';
import {boxAround} from './canvasDrawing';
import {Figure} from './Figure';
import {laggedShares} from './laggedShares';
import {numberSignal} from './pointSignal';

export interface BoxStackProps extends NodeProps {
  /** Number of sheets, 0 to 200; default 6. */
  count?: SignalValue<number>;
  /** Size of a sheet in pixels, default 420 by 300. */
  width?: SignalValue<number>;
  height?: SignalValue<number>;
  /** Pixels from one sheet to the next behind it: right and up; default 26 and 20. */
  stepRight?: SignalValue<number>;
  stepUp?: SignalValue<number>;
  color?: SignalValue<PossibleColor>;
  edgeColor?: SignalValue<PossibleColor>;
  /** Corner radius in pixels, default 10. */
  corner?: SignalValue<number>;
  /** How far the sheets have come out from behind the front one, 0 to 1; default 1. */
  spread?: SignalValue<number>;
  /** Drawn on the front sheet. */
  children?: SignalValue<ComponentChildren>;
}

/**
 * A front sheet on the node with the rest fanned out behind it, each fainter than the one before.
 *
 * @example
 * <BoxStack ref={heads} count={15}><AttentionGrid ... scale={0.3} /></BoxStack>;
 * yield* heads().fan(1.5);
 */
@nodeName('BoxStack')
export class BoxStack extends Figure {
  @initial(6)
  @numberSignal()
  public declare readonly count: SimpleSignal<number, this>;

  @initial(420)
  @numberSignal()
  public declare readonly width: SimpleSignal<number, this>;

  @initial(300)
  @numberSignal()
  public declare readonly height: SimpleSignal<number, this>;

  @initial(26)
  @numberSignal()
  public declare readonly stepRight: SimpleSignal<number, this>;

  @initial(20)
  @numberSignal()
  public declare readonly stepUp: SimpleSignal<number, this>;

  @initial(() => theme().panel)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(() => theme().muted)
  @colorSignal()
  public declare readonly edgeColor: ColorSignal<this>;

  @initial(10)
  @numberSignal()
  public declare readonly corner: SimpleSignal<number, this>;

  @initial(1)
  @numberSignal()
  public declare readonly spread: SimpleSignal<number, this>;

  public constructor(props: BoxStackProps) {
    super(props);
  }

  /** Lets the sheets come out from behind the front one. */
  public *fan(seconds = 1.2, easing: Easing = smooth): ThreadGenerator {
    this.spread(0);
    yield* this.spread(1, seconds, easing);
  }

  /** Middle of a sheet in the node's own pixels; 0 is the front one. */
  public sheetAt(index: number): {x: number; y: number} {
    const share = laggedShares(this.sheets(), 0.06, clamp01(this.spread()))(index);
    return {x: index * this.stepRight() * share, y: -index * this.stepUp() * share};
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    const [fill, edge, ground] = [this.color(), this.edgeColor(), new Color(theme().background)];
    const [width, height] = [this.width(), this.height()];
    context.save();
    context.lineWidth = 2.5;
    for (let index = this.sheets() - 1; index >= 0; index--) {
      const {x, y} = this.sheetAt(index);
      const far = 0.75 * (index / Math.max(1, this.sheets()));
      context.fillStyle = fill.lerp(ground, far, 'lab').serialize();
      context.strokeStyle = edge.lerp(ground, far, 'lab').serialize();
      context.beginPath();
      context.roundRect(x - width / 2, y - height / 2, width, height, Math.max(0, Math.min(this.corner(), width / 2, height / 2)));
      context.fill();
      context.stroke();
    }
    context.restore();
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    const [w, h] = [this.width() / 2, this.height() / 2];
    const corners = [0, this.sheets() - 1].flatMap(index => {
      const {x, y} = this.sheetAt(Math.max(0, index));
      return [{x: x - w, y: y - h}, {x: x + w, y: y + h}];
    });
    return boxAround(corners, 3);
  }

  private sheets(): number {
    return Math.max(0, Math.min(200, Math.round(this.count())));
  }
}
