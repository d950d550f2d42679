/**
 * The model as a stack of slabs: text melts into its front, a light passes through its layers, words come out behind.
 */
import {colorSignal, initial, nodeName, signal, Txt} from '@motion-canvas/2d';
import type {Node, NodeProps} from '@motion-canvas/2d';
import {Color, linear, tween, Vector2} from '@motion-canvas/core';
import type {BBox, ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, thereAndBack, type Easing} from '../math/easing';
import {theme} from '../theme/theme';
import {headingAlong} from './arrowGeometry';
import {boxAround} from './canvasDrawing';
import type {XY} from './coordinates';
import {Figure} from './Figure';
import {laggedShares} from './laggedShares';
import {parallelView, placeInView} from './parallelView';
import {numberSignal} from './pointSignal';
import {paintPrism, prismFaces, type PrismFaces} from './prism';
import {Tilted} from './Tilted';

export interface SlabStackProps extends NodeProps {
  /** Number of slabs, 1 to 200; default 10. */
  count?: SignalValue<number>;
  /** Width of a slab in pixels, default 400. */
  width?: SignalValue<number>;
  /** Height of a slab in pixels, default 270. */
  height?: SignalValue<number>;
  /** Thickness of a slab in pixels, default 22. */
  thickness?: SignalValue<number>;
  /** Pixels of air between slabs, default 26. */
  gap?: SignalValue<number>;
  /** Degrees by which the stack is turned, default -32: it leads away to the right. */
  yaw?: SignalValue<number>;
  /** Degrees by which it is seen from above, default 16. */
  tilt?: SignalValue<number>;
  /** Name on the front face. */
  label?: SignalValue<string>;
  /** Size of the name in pixels, default 54. */
  fontSize?: SignalValue<number>;
  /** Colour of the slabs. */
  color?: SignalValue<PossibleColor>;
  /** Colour of the light that passes through. */
  lightColor?: SignalValue<PossibleColor>;
  /** How many slabs stand, from the back, 0 to 1; default 1. */
  built?: SignalValue<number>;
  /** Time of the passing light, 0 to 1; default 0. */
  light?: SignalValue<number>;
  /** How transparent the front slabs are, 0 to 1; default 0. */
  clear?: SignalValue<number>;
  /** How many slabs from the front `clear` counts for, default 3. */
  clearCount?: SignalValue<number>;
}

/** Delay between neighbouring slabs as a share of one slab's own time. */
const slabLag = 0.1;
/** Seconds that a slab is lit, at least: a shorter light is a flash. */
const shortestLight = 0.25;

/**
 * A stack of slabs in parallel projection, its middle on the node.
 *
 * @example
 * <SlabStack ref={model} label="GPT" />;
 * yield* model().build(1.2);
 * yield* model().swallow(letters, 1.5);  // nodes shrink into the front face and are removed
 * yield* model().sweep(1.5);
 * answer.absolutePosition(model().exit());
 */
@nodeName('SlabStack')
export class SlabStack extends Figure {
  @initial(10)
  @numberSignal()
  public declare readonly count: SimpleSignal<number, this>;

  @initial(400)
  @numberSignal()
  public declare readonly width: SimpleSignal<number, this>;

  @initial(270)
  @numberSignal()
  public declare readonly height: SimpleSignal<number, this>;

  @initial(22)
  @numberSignal()
  public declare readonly thickness: SimpleSignal<number, this>;

  @initial(26)
  @numberSignal()
  public declare readonly gap: SimpleSignal<number, this>;

  @initial(-32)
  @numberSignal()
  public declare readonly yaw: SimpleSignal<number, this>;

  @initial(16)
  @numberSignal()
  public declare readonly tilt: SimpleSignal<number, this>;

  @initial('')
  @signal()
  public declare readonly label: SimpleSignal<string, this>;

  @initial(54)
  @numberSignal()
  public declare readonly fontSize: SimpleSignal<number, this>;

  @initial(() => theme().grid)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(() => theme().highlight)
  @colorSignal()
  public declare readonly lightColor: ColorSignal<this>;

  @initial(1)
  @numberSignal()
  public declare readonly built: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly light: SimpleSignal<number, this>;

  /** How much later the light comes to each slab, as a share of the time for which one is lit. */
  @initial(slabLag * 3)
  @numberSignal()
  protected declare readonly lightLag: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly clear: SimpleSignal<number, this>;

  @initial(3)
  @numberSignal()
  public declare readonly clearCount: SimpleSignal<number, this>;

  /** The front face: nodes added here lie on it. */
  public readonly face: Tilted;

  public constructor(props: SlabStackProps) {
    super(props);
    this.face = this.addPart(
      new Tilted({
        yaw: () => this.yaw(),
        tilt: () => this.tilt(),
        away: () => this.awayOf(0) - this.thickness() / 2,
        opacity: () => this.shares()(0) * (1 - clamp01(this.clear())),
      }),
    );
    this.face.add(
      new Txt({
        text: () => this.label(),
        fontSize: () => this.fontSize(),
        fontFamily: () => theme().textFont,
        fontWeight: 600,
        fill: () => theme().ink,
      }),
    );
  }

  /** Sets up the slabs from the back to the front. */
  public *build(seconds = 1.2, easing: Easing = smooth): ThreadGenerator {
    this.built(0);
    yield* this.built(1, seconds, easing);
  }

  /** A light passes through the slabs from front to back; one that passes quickly lights more of them at a time. */
  public *sweep(seconds = 1.5): ThreadGenerator {
    const lag = (seconds / shortestLight - 1) / Math.max(1, this.slabs() - 1);
    this.lightLag(Math.min(slabLag * 3, Math.max(0, lag)));
    this.light(0);
    yield* this.light(1, seconds, linear);
    this.light(0);
  }

  /**
   * Nodes fly on an arc into the front face, shrinking and fading one after another, and are removed.
   *
   * The nearest goes first, so that none flies over one that still waits.
   *
   * @param nodes - letters, words or pictures
   * @param bend - degrees of their way, default -45
   * @param options.copies - they lie on things that stay, and are seen only once they have left them: drawn twice in one
   *   place, the edges of a letter would grow bold; default false
   */
  public *swallow(nodes: readonly Node[], seconds = 1.5, bend = -45, {copies = false}: {copies?: boolean} = {}): ThreadGenerator {
    const mouth = this.mouth();
    const starts = nodes
      .map(node => ({node, at: node.absolutePosition(), scale: node.scale(), opacity: node.opacity()}))
      .sort((a, b) => a.at.sub(mouth).magnitude - b.at.sub(mouth).magnitude);
    if (copies) for (const {node} of starts) node.opacity(0);
    yield* tween(seconds, value => {
      const share = laggedShares(starts.length, 0.05, value);
      starts.forEach(({node, at, scale, opacity}, index) => {
        const gone = share(index);
        const {x, y} = headingAlong(at, mouth, bend, gone);
        node.absolutePosition(new Vector2(x, y));
        node.scale(scale.scale(1 - 0.85 * gone));
        node.opacity(opacity * (1 - gone ** 3) * (copies ? clamp01(gone * 6) : 1));
      });
    });
    for (const node of nodes) node.remove();
  }

  /** Middle of the front face, in pixels of the whole picture: where text goes in. */
  public mouth(): Vector2 {
    return this.inPicture(placeInView(this.parallel(), 0, 0, this.awayOf(0) - this.thickness() / 2));
  }

  /** Just beyond the right edge of the stack, in pixels of the whole picture: where words come out. */
  public exit(): Vector2 {
    const box = this.drawnBox();
    return this.inPicture({x: box.right, y: box.center.y});
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    const share = this.shares();
    const edge = theme().background;
    const fill = this.color();
    context.save();
    const alpha = context.globalAlpha;
    for (let index = this.slabs() - 1; index >= 0; index--) {
      if (share(index) <= 0) continue;
      const clear = index < this.clearCount() ? clamp01(this.clear()) * 0.8 : 0;
      context.globalAlpha = alpha * share(index) * (1 - clear);
      paintPrism(context, this.facesOf(index, (1 - share(index)) * -60), this.lit(fill, index), edge);
    }
    context.restore();
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    return boxAround([0, this.slabs() - 1].flatMap(index => Object.values(this.facesOf(index, 0)).flat()), 4);
  }

  private slabs(): number {
    return Math.max(1, Math.min(200, Math.round(this.count())));
  }

  private parallel() {
    return parallelView(this.yaw(), this.tilt());
  }

  /** Depth of the middle of a slab; the stack is centred on its node. */
  private awayOf(index: number): number {
    return (index - (this.slabs() - 1) / 2) * (this.thickness() + this.gap());
  }

  private facesOf(index: number, lift: number): PrismFaces {
    const size = [this.width(), this.height(), this.thickness()] as const;
    return prismFaces(this.parallel(), {middle: [0, lift, this.awayOf(index)], size});
  }

  /** Share of each slab that has been set up: the back ones first. */
  private shares(): (index: number) => number {
    const share = laggedShares(this.slabs(), 0.35, clamp01(this.built()));
    return index => share(this.slabs() - 1 - index);
  }

  private lit(fill: Color, index: number): Color {
    const light = clamp01(this.light());
    if (light === 0 || light === 1) return fill;
    const clock = light * ((this.slabs() - 1) * this.lightLag() + 1) - index * this.lightLag();
    // The front face is the only one that is seen whole: as bright as the edges of the others it would flash.
    const strength = index === 0 ? 0.4 : 0.85;
    return fill.lerp(this.lightColor(), thereAndBack(clock) * strength, 'lab') as Color;
  }

  private inPicture(place: XY): Vector2 {
    return new Vector2(place.x, place.y).transformAsPoint(this.localToWorld());
  }
}
