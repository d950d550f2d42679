/**
 * Arcs from many places to one: every word that has a say in this one, as strongly as the arc is wide.
 */
import {colorSignal, initial, nodeName, parser, signal} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import {linear, Vector2} from '@motion-canvas/core';
import type {BBox, ColorSignal, PossibleColor, PossibleVector2, Signal, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, type Easing} from '../math/easing';
import {seededRandom} from '../math/seededRandom';
import {theme} from '../theme/theme';
import {headingAlong} from './arrowGeometry';
import {boxAround} from './canvasDrawing';
import type {XY} from './coordinates';
import {Figure} from './Figure';
import {finiteNumbers} from './guards';
import {laggedShares} from './laggedShares';
import {numberSignal} from './pointSignal';

export interface ContextArcsProps extends NodeProps {
  /** Where the arcs begin, in the node's own pixels. */
  sources: SignalValue<readonly PossibleVector2[]>;
  /** Where they all end. */
  target: SignalValue<PossibleVector2>;
  /** Width of each arc as a share of `width`, 0 to 1; default all 1. */
  strengths?: SignalValue<readonly number[] | null>;
  /** Widest arc in pixels, default 9. */
  width?: SignalValue<number>;
  /** On which side they pass, default `up`. */
  side?: SignalValue<'up' | 'down'>;
  /** Degrees of each arc, 0 to 180; default 100. */
  bend?: SignalValue<number>;
  color?: SignalValue<PossibleColor>;
  /** How much of the arcs stands, from their sources, 0 to 1; default 0: they are seen only as they flash. */
  drawn?: SignalValue<number>;
  /** Time of the passing flash, 0 to 1; default 0. */
  progress?: SignalValue<number>;
  /** Order in which arcs flash: the same seed gives the same order. */
  seed?: SignalValue<string | number>;
}

/** Length of the passing light as a share of an arc, as six deviations of its bell. */
const flashLength = 0.9;
const piecesAnArc = 48;

/**
 * Arcs from many to one whose width is the strength, and a light that runs along them.
 *
 * A source that is the target itself draws nothing.
 *
 * @throws TypeError 'Cannot draw ContextArcs: 3 strengths for 4 sources'
 * @throws RangeError 'Cannot draw ContextArcs: "strengths" holds NaN at index 1'
 * @example
 * <ContextArcs ref={context} sources={tops} target={noun} strengths={pattern[3]} color={theme().value} />;
 * yield* context().flash(3);    // the light passes, nothing stays
 * yield* context().connect(1);  // the arcs stay
 */
@nodeName('ContextArcs')
export class ContextArcs extends Figure {
  @initial([])
  @parser((places: readonly PossibleVector2[]) => places.map((place, index) => finitePlace(place, `source ${index}`)))
  @signal()
  public declare readonly sources: Signal<readonly PossibleVector2[], readonly Vector2[], this>;

  @initial([0, 0])
  @parser((place: PossibleVector2) => finitePlace(place, '"target"'))
  @signal()
  public declare readonly target: Signal<PossibleVector2, Vector2, this>;

  @initial(null)
  @parser((values: readonly number[] | null) => (values === null ? null : finiteNumbers('ContextArcs', 'strengths', values)))
  @signal()
  public declare readonly strengths: SimpleSignal<readonly number[] | null, this>;

  @initial(9)
  @numberSignal()
  public declare readonly width: SimpleSignal<number, this>;

  @initial('up')
  @signal()
  public declare readonly side: SimpleSignal<'up' | 'down', this>;

  @initial(100)
  @numberSignal()
  public declare readonly bend: SimpleSignal<number, this>;

  @initial(() => theme().highlight)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(0)
  @numberSignal()
  public declare readonly drawn: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly progress: SimpleSignal<number, this>;

  @initial('arcs')
  @signal()
  public declare readonly seed: SimpleSignal<string | number, this>;

  public constructor(props: ContextArcsProps) {
    super(props);
  }

  /** A light runs along each arc, in a shuffled order; nothing stays. */
  public *flash(seconds = 3): ThreadGenerator {
    this.progress(0);
    yield* this.progress(1, seconds, linear);
  }

  /** Draws the arcs from their sources to the target; they stay. */
  public *connect(seconds = 1, easing: Easing = smooth): ThreadGenerator {
    this.drawn(0);
    yield* this.drawn(1, seconds, easing);
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    context.save();
    context.fillStyle = this.color().serialize();
    const arcs = this.arcs();
    this.drawStanding(context, arcs);
    this.drawFlash(context, arcs);
    context.restore();
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    const places = this.arcs().flatMap(({from, to, bend}) => [0, 0.25, 0.5, 0.75, 1].map(share => headingAlong(from, to, bend, share)));
    return boxAround(places, this.width() * 2 + 12);
  }

  private drawStanding(context: CanvasRenderingContext2D, arcs: readonly Arc[]): void {
    const drawn = clamp01(this.drawn());
    if (drawn === 0) return;
    const share = laggedShares(arcs.length, 0.15, drawn);
    arcs.forEach((arc, index) => {
      const end = share(index);
      // A standing arc swells towards its target and ends in a point, so that its direction can be read without a head.
      ribbon(context, arc, end, at => arc.width * (0.35 + 0.65 * at) * Math.min(1, (end - at) / 0.05));
    });
  }

  private drawFlash(context: CanvasRenderingContext2D, arcs: readonly Arc[]): void {
    const progress = clamp01(this.progress());
    if (progress === 0 || progress === 1) return;
    const order = seededRandom(this.seed()).shuffled(arcs.map((_, index) => index));
    const clock = progress * (1 + 0.5);
    order.forEach((index, turn) => {
      const share = clock - (0.5 * turn) / Math.max(1, arcs.length - 1);
      if (share <= 0 || share >= 1) return;
      const centre = share * (1 + flashLength) - flashLength / 2;
      const deviation = flashLength / 6;
      ribbon(context, arcs[index], 1, at => arcs[index].width * Math.exp(-0.5 * ((at - centre) / deviation) ** 2));
    });
  }

  private arcs(): Arc[] {
    const [sources, strengths, to] = [this.sources(), this.strengths(), this.target()];
    if (strengths !== null && strengths.length !== sources.length) {
      throw new TypeError(`Cannot draw ContextArcs: ${strengths.length} strengths for ${sources.length} sources`);
    }
    return sources
      .map((from, index) => ({from, to, bend: this.signedBend(from, to), width: this.width() * Math.max(0, strengths?.[index] ?? 1)}))
      .filter(({from, width}) => Math.hypot(to.x - from.x, to.y - from.y) > 1e-6 && width > 0);
  }

  /** Up on screen is left of a way to the right, and right of a way to the left. */
  private signedBend(from: XY, to: XY): number {
    return (to.x >= from.x) === (this.side() === 'up') ? this.bend() : -this.bend();
  }
}

interface Arc {
  readonly from: XY;
  readonly to: XY;
  readonly bend: number;
  readonly width: number;
}

/** Fills an arc whose width changes along it. */
function ribbon(context: CanvasRenderingContext2D, arc: Arc, end: number, widthAt: (share: number) => number): void {
  if (end <= 0) return;
  const left: XY[] = [];
  const right: XY[] = [];
  for (let piece = 0; piece <= piecesAnArc; piece++) {
    const share = (piece / piecesAnArc) * end;
    const half = widthAt(share) / 2;
    if (half < 0.04) continue;
    const {x, y, dx, dy} = headingAlong(arc.from, arc.to, arc.bend, share);
    left.push({x: x + dy * half, y: y - dx * half});
    right.push({x: x - dy * half, y: y + dx * half});
  }
  if (left.length < 2) return;
  context.beginPath();
  [...left, ...right.reverse()].forEach(({x, y}, index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.closePath();
  context.fill();
}

function finitePlace(place: PossibleVector2, name: string): Vector2 {
  const vector = new Vector2(place);
  if (!Number.isFinite(vector.x) || !Number.isFinite(vector.y)) {
    throw new RangeError(`Cannot draw ContextArcs: ${name} is at ${vector.x}, ${vector.y}`);
  }
  return vector;
}
