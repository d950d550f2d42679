/**
 * The box that says "look here": an outline around nodes that follows them, passes to others, and may be run along.
 */
import {colorSignal, initial, nodeName, signal} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import {BBox, linear} from '@motion-canvas/core';
import type {ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, lerp, smooth, type Easing} from '../math/easing';
import {flashWidth} from '../motion/flashWidth';
import {theme} from '../theme/theme';
import type {XY} from './coordinates';
import {faded, Figure, tracePath} from './Figure';
import {numberSignal} from './pointSignal';
import {outlinePlace, traceOutline} from './roundedOutline';
import {requireTarget, targetBox, type Target} from './targetBox';

export interface HighlightRectProps extends NodeProps {
  /** What it stands around: a node, several, or a function that finds them. */
  around: Target;
  /** Pixels between the nodes and the outline, default 14. */
  padding?: SignalValue<number>;
  color?: SignalValue<PossibleColor>;
  /** Width of the outline in pixels, default 4. */
  thickness?: SignalValue<number>;
  /** Opacity of the ground inside, 0 to 1; default 0. */
  fill?: SignalValue<number>;
  /** Radius of the corners in pixels, default 10. */
  radius?: SignalValue<number>;
  /** Share of the outline that is drawn, 0 to 1; default 1. */
  drawn?: SignalValue<number>;
  /** Strength of the standing outline, 0 to 1; default 1. With 0 only what runs along it is seen. */
  outline?: SignalValue<number>;
}

/** Length of the glow that runs along the outline, as a share of it. */
const glowLength = 0.5;
const glowSamples = 96;

/**
 * An upright box around nodes, wherever they are in the scene and however they move.
 *
 * Add it to the view itself, after what it marks. While nothing it is about is in the scene, nothing is drawn.
 *
 * @throws TypeError 'Cannot draw HighlightRect: give "around" a node, a list of nodes, or a function that finds them'
 * @example
 * <HighlightRect ref={box} around={bars().row(0)} fill={0.15} />;
 * yield* box().trace();                  // 0.6 s, draws the outline
 * yield* box().passTo(bars().row(2));    // 0.6 s, slides over, changing size
 * yield* box().runAround();              // 1.0 s, a glow runs along it once
 */
@nodeName('HighlightRect')
export class HighlightRect extends Figure {
  @initial(14)
  @numberSignal()
  public declare readonly padding: SimpleSignal<number, this>;

  @initial(() => theme().highlight)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(4)
  @numberSignal()
  public declare readonly thickness: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly fill: SimpleSignal<number, this>;

  @initial(10)
  @numberSignal()
  public declare readonly radius: SimpleSignal<number, this>;

  @initial(1)
  @numberSignal()
  public declare readonly drawn: SimpleSignal<number, this>;

  @initial(1)
  @numberSignal()
  public declare readonly outline: SimpleSignal<number, this>;

  /** Share of the way from the one before to the one it is about now. */
  @initial(1)
  @numberSignal()
  protected declare readonly passed: SimpleSignal<number, this>;

  /** Share of the run of the glow; 0 and 1 show nothing. */
  @initial(0)
  @numberSignal()
  protected declare readonly running: SimpleSignal<number, this>;

  @initial(null)
  @signal()
  protected declare readonly target: SimpleSignal<{now: Target; before: Target} | null, this>;

  public constructor({around, ...props}: HighlightRectProps) {
    super(props);
    const now = requireTarget('HighlightRect', 'around', around);
    this.target({now, before: now});
  }

  /** Draws the outline from the left side round. */
  public *trace(seconds = 0.6, easing: Easing = smooth): ThreadGenerator {
    this.drawn(0);
    yield* this.drawn(1, seconds, easing);
  }

  /** Takes the outline away as it was drawn. */
  public *untrace(seconds = 0.4, easing: Easing = smooth): ThreadGenerator {
    yield* this.drawn(0, seconds, easing);
  }

  /** Slides to other nodes and takes their size; both may move meanwhile. */
  public *passTo(around: Target, seconds = 0.6, easing: Easing = smooth): ThreadGenerator {
    const now = requireTarget('HighlightRect', 'around', around);
    this.target({now, before: this.target()!.now});
    this.passed(0);
    yield* this.passed(1, seconds, easing);
  }

  /** Lets a glow run along the outline once; nothing of it stays. */
  public *runAround(seconds = 1, easing: Easing = linear): ThreadGenerator {
    this.running(0);
    yield* this.running(1, seconds, easing);
    this.running(0);
  }

  public override border(): readonly XY[] {
    return (this.box() ?? new BBox()).corners;
  }

  protected override plainProps(): Record<string, unknown> {
    return {around: this.target()!.now};
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    const box = this.box();
    if (box !== null && box.width + box.height > 0) {
      faded(context, clamp01(this.outline()), () => this.drawOutline(context, box));
      this.drawGlow(context, box);
    }
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    return this.box()?.expand(this.thickness() * 2) ?? new BBox();
  }

  private drawOutline(context: CanvasRenderingContext2D, box: BBox): void {
    const drawn = clamp01(this.drawn());
    if (drawn === 0) return;
    if (this.fill() > 0) {
      context.fillStyle = this.color().alpha(this.color().alpha() * clamp01(this.fill()) * drawn).serialize();
      context.beginPath();
      context.roundRect(box.x, box.y, box.width, box.height, this.corner(box));
      context.fill();
    }
    if (!(this.thickness() > 0)) return;
    context.strokeStyle = this.color().serialize();
    context.lineWidth = this.thickness();
    context.lineJoin = 'round';
    context.lineCap = 'round';
    context.beginPath();
    if (drawn === 1) context.roundRect(box.x, box.y, box.width, box.height, this.corner(box));
    else traceOutline(context, box, this.corner(box), drawn);
    context.stroke();
  }

  private drawGlow(context: CanvasRenderingContext2D, box: BBox): void {
    const progress = this.running();
    if (progress <= 0 || progress >= 1) return;
    const centre = -glowLength / 2 + progress * (1 + glowLength);
    const [from, to] = [Math.max(0, centre - glowLength / 2), Math.min(1, centre + glowLength / 2)];
    const places = Array.from({length: glowSamples + 1}, (_, index) => lerp(from, to, index / glowSamples)).map(share => ({
      ...outlinePlace(box, this.radius(), share),
      half: Math.max(2, this.thickness()) * 0.9 * flashWidth(share, progress, glowLength),
    }));
    const side = (sign: number) => places.map(({x, y, nx, ny, half}) => ({x: x + nx * half * sign, y: y + ny * half * sign}));
    faded(context, 1, () => {
      context.fillStyle = this.color().serialize();
      tracePath(context, [...side(1), ...side(-1).reverse()], true);
      context.fill();
    });
  }

  private corner(box: BBox): number {
    return Math.max(0, Math.min(this.radius(), box.width / 2, box.height / 2));
  }

  private box(): BBox | null {
    const {now, before} = this.target()!;
    const passed = this.passed();
    const [to, from] = [targetBox(this, now), passed === 1 ? null : targetBox(this, before)];
    if (to === null || from === null) return (to ?? from)?.expand(this.padding()) ?? null;
    const mixed = new BBox(
      lerp(from.x, to.x, passed),
      lerp(from.y, to.y, passed),
      lerp(from.width, to.width, passed),
      lerp(from.height, to.height, passed),
    );
    return mixed.expand(this.padding());
  }
}
