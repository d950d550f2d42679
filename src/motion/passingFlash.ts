/** A glow that runs along a line once and is gone. */
import {colorSignal, initial, Node, signal, type Curve, type NodeProps} from '@motion-canvas/2d';
import {BBox, tween, type ColorSignal, type PossibleColor, type SignalValue, type SimpleSignal, type ThreadGenerator} from '@motion-canvas/core';
import {smooth, type Easing} from '../math/easing';
import {theme} from '../theme/theme';
import {flashWidth} from './flashWidth';

export interface FlashOptions {
  /** Default 1 s. */
  readonly seconds?: number;
  readonly color?: PossibleColor;
  /** Width at its thickest, pixels, default 6. */
  readonly width?: number;
  /** Length of the glow as a share of the line, default 0.5. */
  readonly timeWidth?: number;
  /** Default even speed with soft ends. */
  readonly easing?: Easing;
}

/**
 * Lets a tapered glow run along a line from its start to its end.
 *
 * duration = `seconds`; nothing remains. Works on every curve: Line, Rect, Circle, Path, Spline; drawn in its pixels.
 *
 * @example yield* passingFlash(<Rect size={200} />, {color: theme().query});  // 1.0 s
 */
export function* passingFlash(curve: Curve, options: FlashOptions = {}): ThreadGenerator {
  const {seconds = 1, color = theme().highlight, width = 6, timeWidth = 0.5, easing = smooth} = options;
  const flash = new FlashStroke({curve, color, thickness: width, timeWidth});
  curve.add(flash);
  try {
    yield* tween(seconds, share => flash.progress(easing(share)));
  } finally {
    flash.remove();
  }
}

interface FlashStrokeProps extends NodeProps {
  curve: Curve;
  color: SignalValue<PossibleColor>;
  thickness: number;
  timeWidth: number;
}

/** Points on the glow: it is short, so these look like a curve. */
const samples = 64;

class FlashStroke extends Node {
  @initial(0)
  @signal()
  public declare readonly progress: SimpleSignal<number, this>;

  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  private readonly curve: Curve;
  private readonly thickness: number;
  private readonly timeWidth: number;

  public constructor({curve, thickness, timeWidth, ...props}: FlashStrokeProps) {
    super(props);
    this.curve = curve;
    this.thickness = thickness;
    this.timeWidth = timeWidth;
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    const outline = this.outline();
    if (outline.length < 3) return;
    context.save();
    context.fillStyle = this.color().serialize();
    context.beginPath();
    outline.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    context.fill();
    context.restore();
  }

  protected override getCacheBBox(): BBox {
    return BBox.fromSizeCentered(this.curve.size()).expand(this.thickness);
  }

  /** Along one side of the line and back on the other. */
  private outline(): [number, number][] {
    if (this.curve.baseArcLength() <= 0) return [];
    const centre = -this.timeWidth / 2 + this.progress() * (1 + this.timeWidth);
    const from = Math.max(0, centre - this.timeWidth / 2);
    const to = Math.min(1, centre + this.timeWidth / 2);
    if (to <= from) return [];
    const there: [number, number][] = [];
    const back: [number, number][] = [];
    for (let i = 0; i <= samples; i++) {
      const place = from + ((to - from) * i) / samples;
      const {position, normal} = this.curve.getPointAtPercentage(place);
      const half = (this.thickness / 2) * flashWidth(place, this.progress(), this.timeWidth);
      there.push([position.x + normal.x * half, position.y + normal.y * half]);
      back.unshift([position.x - normal.x * half, position.y - normal.y * half]);
    }
    return [...there, ...back];
  }
}
