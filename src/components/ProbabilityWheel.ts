/** A distribution as a wheel: sectors as wide as their shares, and a needle that turns and stops where a draw falls. */
import {colorSignal, initial, interpolation, nodeName, parser, signal} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import {all, BBox, Color} from '@motion-canvas/core';
import type {ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, lerp, smooth, type Easing} from '../math/easing';
import {theme} from '../theme/theme';
import type {XY} from './coordinates';
import {boxAround, faded, Figure, handBack, type Task} from './Figure';
import {probabilityList} from './guards';
import {HandedParts} from './handedParts';
import {circleOutline} from './nodeBorder';
import {numberSignal} from './pointSignal';
import {drawFrom, type SampleOptions} from './sampling';
import {shareColor} from './shareColors';

export interface ProbabilityWheelProps extends NodeProps {
  /** Probabilities, each 0 to 1, sum at most 1; what they leave is a sector of its own, without colour. */
  shares: SignalValue<readonly number[]>;
  /** Colour of each sector; default by place, as in ProbabilityBars. */
  colors?: SignalValue<readonly PossibleColor[] | null>;
  /** Outer radius in pixels, default 150. */
  radius?: SignalValue<number>;
  /** Width of the ring, default 46. */
  thickness?: SignalValue<number>;
  /** Pixels between sectors, default 3. */
  spacing?: SignalValue<number>;
  /** Where the needle stands, in turns clockwise from the top; default 0. */
  needle?: SignalValue<number>;
  needleColor?: SignalValue<PossibleColor>;
  /** How much of the ring is drawn, from the top clockwise, 0 to 1; default 1. */
  drawn?: SignalValue<number>;
  /** Strength of the needle, 0 to 1; default 1. */
  needleShown?: SignalValue<number>;
}

export interface SpinOptions extends SampleOptions {
  /** Full turns before the needle comes to its place, default 2. */
  readonly turns?: number;
  /** Default 2 s. */
  readonly seconds?: number;
}

/** A sector of a ring: angles in turns clockwise from the top. */
interface Sector {
  readonly from: number;
  readonly to: number;
  readonly isRest: boolean;
}

/** Strength of sectors that were not drawn. */
const dim = 0.3;

/**
 * A ring of shares with a needle that is spun to draw one of them.
 *
 * The needle stops at the place that the seed draws, so that it falls into each sector as often as its share says; the
 * same seed draws the same row in ProbabilityBars.
 *
 * @throws RangeError 'Cannot draw ProbabilityWheel: "shares" add up to 1.2, at most 1'
 * @example
 * <ProbabilityWheel ref={wheel} shares={bars().probabilities} />;
 * yield* wheel().unfold();
 * const row = yield* wheel().spin({seed: 3});  // 2.0 s
 * yield* wheel().sector(row).opacity(0, 1);    // a sector as a node of its own
 */
@nodeName('ProbabilityWheel')
export class ProbabilityWheel extends Figure {
  @initial([])
  @interpolation((from: readonly number[], to: readonly number[], share: number) => to.map((value, i) => lerp(from[i] ?? 0, value, share)))
  @parser((shares: readonly number[]) => probabilityList('ProbabilityWheel', 'shares', shares))
  @signal()
  public declare readonly shares: SimpleSignal<readonly number[], this>;

  @initial(null)
  @signal()
  public declare readonly colors: SimpleSignal<readonly PossibleColor[] | null, this>;

  @initial(150)
  @numberSignal()
  public declare readonly radius: SimpleSignal<number, this>;

  @initial(46)
  @numberSignal()
  public declare readonly thickness: SimpleSignal<number, this>;

  @initial(3)
  @numberSignal()
  public declare readonly spacing: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly needle: SimpleSignal<number, this>;

  @initial(() => theme().ink)
  @colorSignal()
  public declare readonly needleColor: ColorSignal<this>;

  @initial(1)
  @numberSignal()
  public declare readonly drawn: SimpleSignal<number, this>;

  @initial(1)
  @numberSignal()
  public declare readonly needleShown: SimpleSignal<number, this>;

  /** The sector that was drawn, and how far the others have stepped back for it. */
  @initial(0)
  @numberSignal()
  protected declare readonly chosen: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  protected declare readonly marked: SimpleSignal<number, this>;

  private readonly handedOut = new HandedParts();

  public constructor(props: ProbabilityWheelProps) {
    super(props);
  }

  /** Draws the ring round from the top. */
  public *unfold(seconds = 1, easing: Easing = smooth): ThreadGenerator {
    this.drawn(0);
    yield* this.drawn(1, seconds, easing);
  }

  /**
   * Turns the needle until it stands where the draw falls; the other sectors step back.
   *
   * @returns index of the sector; the number of shares stands for the rest
   */
  public *spin({turns = 2, seconds = 2, seed, on}: SpinOptions = {}): Task<number> {
    const sizes = this.sectors().map(({from, to}) => to - from);
    if (sizes.length === 0) throw new RangeError('Cannot spin ProbabilityWheel: it has no sectors');
    const {index, place} = drawFrom('ProbabilityWheel', sizes, {seed, on});
    const start = this.needle();
    const end = Math.ceil(start) + Math.max(0, Math.round(turns)) + place;
    this.chosen(index);
    yield* all(this.needle(end, seconds, spinning), this.marked(1, seconds, t => smooth(clamp01(t * 5 - 4))));
    return handBack(index);
  }

  /** Lets all sectors stand alike again. */
  public *unmark(seconds = 0.4): ThreadGenerator {
    yield* this.marked(0, seconds, smooth);
  }

  /** A sector as a node of its own: the wheel no longer draws it. */
  public sector(index: number): WheelSector {
    this.sectorAt(index);
    return this.handedOut.take(String(index), () =>
      this.addPart(
        new WheelSector({
          from: () => this.sectorAt(index).from,
          to: () => this.sectorAt(index).to,
          radius: () => this.radius(),
          thickness: () => this.thickness(),
          spacing: () => this.spacing(),
          color: () => this.colorOf(index),
        }),
      ),
    );
  }

  public override border(): readonly XY[] {
    return circleOutline(this.radius());
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    const drawn = clamp01(this.drawn());
    const marked = clamp01(this.marked());
    this.sectors().forEach((sector, index) => {
      if (this.handedOut.stands(String(index), this)) return;
      const strength = index === this.chosen() ? 1 : lerp(1, dim, marked);
      faded(context, strength, () => {
        traceSector(context, sector.from, Math.min(sector.to, drawn), this.radius(), this.thickness(), this.spacing());
        context.fillStyle = this.colorOf(index).serialize();
        context.fill();
      });
    });
    faded(context, clamp01(this.needleShown()) * smooth(clamp01(drawn * 4 - 3)), () => this.drawNeedle(context));
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    const reach = Math.max(0, this.radius()) + 4;
    return new BBox(-reach, -reach, 2 * reach, 2 * reach);
  }

  private drawNeedle(context: CanvasRenderingContext2D): void {
    const inner = this.radius() - this.thickness();
    if (!(inner > 4) || this.shares().length === 0) return;
    const [reach, half] = [inner + this.thickness() * 0.3, inner * 0.09];
    context.rotate(this.needle() * 2 * Math.PI);
    context.fillStyle = this.needleColor().serialize();
    context.strokeStyle = theme().background;
    context.lineWidth = 3;
    context.lineJoin = 'round';
    context.beginPath();
    context.moveTo(0, -reach);
    context.lineTo(half, 0);
    context.arc(0, 0, half, 0, Math.PI);
    context.closePath();
    // A rim in the colour of the ground parts the tip from the sector that it points into.
    context.stroke();
    context.fill();
  }

  private sectors(): Sector[] {
    let turn = 0;
    const sectors: Sector[] = this.shares().map(share => ({from: turn, to: (turn += share), isRest: false}));
    if (sectors.length > 0 && turn < 1 - 5e-4) sectors.push({from: turn, to: 1, isRest: true});
    return sectors;
  }

  private sectorAt(index: number): Sector {
    const sector = this.sectors()[index];
    if (sector === undefined) throw new RangeError(`ProbabilityWheel has no sector ${index}: it has ${this.sectors().length}, from 0`);
    return sector;
  }

  private colorOf(index: number): Color {
    if (this.sectorAt(index).isRest) return new Color(theme().grid);
    return new Color(this.colors()?.[index] ?? shareColor(index, this.shares().length));
  }
}

interface WheelSectorProps extends NodeProps {
  from: SignalValue<number>;
  to: SignalValue<number>;
  radius: SignalValue<number>;
  thickness: SignalValue<number>;
  spacing: SignalValue<number>;
  color: SignalValue<PossibleColor>;
}

/** One sector of a wheel, about the wheel's middle. */
@nodeName('WheelSector')
export class WheelSector extends Figure {
  @initial(0)
  @numberSignal()
  public declare readonly from: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly to: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly radius: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly thickness: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly spacing: SimpleSignal<number, this>;

  @initial(() => theme().probability)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  public constructor(props: WheelSectorProps) {
    super(props);
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    faded(context, 1, () => {
      traceSector(context, this.from(), this.to(), this.radius(), this.thickness(), this.spacing());
      context.fillStyle = this.color().serialize();
      context.fill();
    });
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    const [from, to, radius] = [this.from(), this.to(), this.radius()];
    const places = Array.from({length: 33}, (_, step) => lerp(from, to, step / 32) * 2 * Math.PI);
    const inner = radius - this.thickness();
    return boxAround(places.flatMap(angle => [radius, inner].map(at => ({x: Math.sin(angle) * at, y: -Math.cos(angle) * at}))), 1);
  }
}

/** Even turning that starts softly and dies away slowly, as a wheel does. */
function spinning(share: number): number {
  return smooth(share ** 0.7);
}

/** Starts the path of a piece of a ring whose sides are parallel to the cuts, so that gaps are equally wide throughout. */
function traceSector(context: CanvasRenderingContext2D, from: number, to: number, radius: number, thickness: number, spacing: number): void {
  context.beginPath();
  const inner = Math.max(0, radius - thickness);
  if (!(to > from) || !(radius > 0)) return;
  const whole = to - from >= 1 - 1e-9;
  const [start, end] = [from, to].map(turn => turn * 2 * Math.PI - Math.PI / 2);
  const shrink = (at: number) => (whole || at <= 0 ? 0 : Math.min(Math.asin(Math.min(1, spacing / 2 / at)), (end - start) / 2));
  context.arc(0, 0, radius, start + shrink(radius), end - shrink(radius));
  if (whole) context.moveTo(0, -inner);
  context.arc(0, 0, inner, end - shrink(inner), start + shrink(inner), true);
  context.closePath();
}
