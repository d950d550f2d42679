/**
 * A space of word vectors in three dimensions, seen by a viewer who may walk around it.
 *
 * In: words with vectors of any width and the axes to see them along. Out: arrows, points and labels, painted from the
 * farthest to the nearest, with labels over all of them.
 */
import {colorSignal, computed, initial, nodeName, parser, signal} from '@motion-canvas/2d';
import type {Node, NodeProps} from '@motion-canvas/2d';
import {all, BBox, createSignal, tween} from '@motion-canvas/core';
import type {ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, type Easing} from '../math/easing';
import {nearestNeighbours, type Neighbour} from '../math/nearestNeighbours';
import type {Vector} from '../math/vector';
import {projection} from '../math/vector';
import {vectorOf, type WordTable} from '../math/wordTable';
import {theme} from '../theme/theme';
import {faded} from './canvasDrawing';
import {addPoints, requireDimension, resolvePoint, seenStride} from './coordinates';
import type {CoordinateFrame, Layer, Point, PossiblePoint, SeenPoint} from './coordinates';
import {Figure, handBack, type Task} from './Figure';
import {finiteNumber} from './guards';
import {numberSignal, pointSignal, type PointSignal} from './pointSignal';
import {createProjector, depthStrength, paintOrder, type Projector} from './projection';
import {Ripples, type RipplesProps} from './Ripples';
import {depthsOf, ScatterPoints, type ScatterPointsProps} from './ScatterPoints';
import {Segment, type SegmentProps} from './Segment';
import {readWords, viewOfSpace, type PossibleWords, type SpaceAxes, type SpaceView} from './spaceAxes';
import {paintSpaceFrame, type PaintedPiece} from './spaceFrame';
import {VectorArrow, type VectorArrowProps} from './VectorArrow';
import {WordArrow} from './WordArrow';

export interface EmbeddingSpaceProps extends NodeProps {
  /** Words with vectors of any width: a table or a record. */
  words?: PossibleWords;
  /** Which directions are looked along: `principal` (default for words wider than 3), `given`, or a basis of 1 to 3. */
  axes?: SpaceAxes;
  /** Words that count for the principal axes and the scale; default all. */
  over?: readonly string[];
  /** Distance from the origin at which the farthest word is drawn, in units, default 3.2. */
  reach?: number;
  /** Units per unit of the model, instead of `reach`. */
  modelScale?: number;
  /** Half lengths of the axes in units, default `[4, 4, 3]`. */
  extent?: SignalValue<readonly [number, number, number]>;
  /** Pixels per unit at the point looked at, default 110. */
  unit?: SignalValue<number>;
  /** Degrees by which the space has turned about its upright axis, default 30. */
  azimuth?: SignalValue<number>;
  /** Degrees by which the viewer looks down, default 18. */
  elevation?: SignalValue<number>;
  /** How much larger than `unit` says, above 0, default 1. */
  zoom?: SignalValue<number>;
  /** The point in the middle of the picture, default the origin. */
  lookAt?: SignalValue<PossiblePoint>;
  /** Distance of the viewer in units, default 16; `Infinity` is a parallel view. */
  distance?: SignalValue<number>;
  /** Ambient turn in degrees a second, default 0; 1 to 5 feels alive without asking for attention. */
  turn?: SignalValue<number>;
  /** Whether a grid lies on the floor, default true. */
  floor?: SignalValue<boolean>;
  /** How much of axes and floor is drawn, 0 to 1; default 1. */
  drawn?: SignalValue<number>;
  /** How strongly the farthest things are drawn, 0 to 1; default 0.45. */
  farStrength?: SignalValue<number>;
  /** Colour of the axes. */
  color?: SignalValue<PossibleColor>;
}

/** What the camera may be sent to; what is left out stays. */
export interface Viewing {
  readonly azimuth?: number;
  readonly elevation?: number;
  readonly zoom?: number;
  readonly lookAt?: PossiblePoint | string;
  readonly distance?: number;
}

interface Deep {
  depth(): number;
}

/**
 * A space that holds arrows, points and labels by their three coordinates: x right, y away, z up.
 *
 * Words of any width are placed along `axes` by one linear map, so sums and differences that hold in the model hold on
 * screen. The ambient turn is a function of scene time alone: seeking and stepping agree.
 *
 * @throws RangeError 'No vector for "kng": near names are king, ...'
 * @throws TypeError 'Cannot draw VectorArrow: "to" has 2 numbers, this space is deep and takes 3'
 * @example
 * view.add(<EmbeddingSpace ref={space} words={words} over={['man', 'woman', 'king', 'queen']} turn={2} />);
 * yield* all(space().word('man').grow(), space().word('woman').grow());
 * const step = yield* space().difference('man', 'woman');
 * yield* step.copyTo('king');
 * yield* space().orbit({azimuth: 80, zoom: 1.3}, 4);
 */
@nodeName('EmbeddingSpace')
export class EmbeddingSpace extends Figure implements CoordinateFrame {
  @initial([4, 4, 3])
  @signal()
  public declare readonly extent: SimpleSignal<readonly [number, number, number], this>;

  @initial(110)
  @parser((value: number) => above0('unit', value))
  @signal()
  public declare readonly unit: SimpleSignal<number, this>;

  @initial(30)
  @numberSignal()
  public declare readonly azimuth: SimpleSignal<number, this>;

  @initial(18)
  @numberSignal()
  public declare readonly elevation: SimpleSignal<number, this>;

  @initial(1)
  @parser((value: number) => above0('zoom', value))
  @signal()
  public declare readonly zoom: SimpleSignal<number, this>;

  @initial([0, 0, 0])
  @pointSignal()
  public declare readonly lookAt: PointSignal<this>;

  @initial(16)
  @parser((value: number) => (value === Infinity ? value : above0('distance', value)))
  @signal()
  public declare readonly distance: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly turn: SimpleSignal<number, this>;

  /** Scene time at which the present turn began; before it `azimuth` alone counts. */
  @initial(0)
  @signal()
  public declare readonly turnSince: SimpleSignal<number, this>;

  @initial(true)
  @signal()
  public declare readonly floor: SimpleSignal<boolean, this>;

  @initial(1)
  @numberSignal()
  public declare readonly drawn: SimpleSignal<number, this>;

  @initial(0.45)
  @numberSignal()
  public declare readonly farStrength: SimpleSignal<number, this>;

  @initial(() => theme().muted)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  public readonly dimension = 3;
  /** The words that it knows. */
  public readonly words: WordTable;
  /** How model vectors become points. */
  public readonly mapping: SpaceView;

  private readonly options: Pick<EmbeddingSpaceProps, 'words' | 'axes' | 'over' | 'reach' | 'modelScale'>;
  private readonly pass = createSignal<Layer | undefined>(undefined);

  public constructor({words, axes, over, reach, modelScale, ...props}: EmbeddingSpaceProps) {
    super(props);
    this.options = {words, axes, over, reach, modelScale};
    this.words = readWords(words);
    const width = this.words.vectors[0]?.length ?? 3;
    this.mapping = viewOfSpace(this.words, axes ?? (width > 3 ? 'principal' : 'given'), {
      over,
      reach: reach ?? 3.2,
      scale: modelScale ?? (width === 3 && axes === undefined ? 1 : undefined),
    });
    if (this.turnSince.isInitial()) this.turnSince(this.view2D.globalTime());
  }

  // Words and points

  /** The arrow of a word, made when first asked for, not yet grown if `grow` is called on it. */
  public word(name: string, props: Omit<VectorArrowProps, 'to'> = {}): WordArrow {
    const known = this.guests().find(guest => guest instanceof WordArrow && guest.word() === name);
    if (known !== undefined) return known as WordArrow;
    const arrow = new WordArrow({word: name, to: this.named(name), label: name, color: theme().ink, ...props});
    this.add(arrow);
    return arrow;
  }

  /** Where a word stands, in units of the space. */
  public named(word: string): Point {
    return this.mapping.place(vectorOf(this.words, word));
  }

  /** Where a model vector stands, in units of the space. */
  public placeOf(vector: Vector): Point {
    return this.mapping.place(vector);
  }

  /** Adds all words, or some, as dots: 2,000 of them are drawn in one pass. */
  public cloud(names: readonly string[] = this.words.words, props: Omit<ScatterPointsProps, 'points'> = {}): ScatterPoints {
    const points = new ScatterPoints({radius: 4.5, ...props, points: names.map(name => this.named(name))});
    this.add(points);
    return points;
  }

  /** Adds an arrow that is no word: a direction, a step. */
  public arrow(props: VectorArrowProps): VectorArrow {
    const arrow = new VectorArrow(props);
    this.add(arrow);
    return arrow;
  }

  // Geometry told in motion

  /** Draws the step from one tip to another, and gives its arrow: `step.copyTo('king')` carries it on. */
  public *difference(from: PossiblePoint | string, to: PossiblePoint | string, props: VectorArrowProps = {}, seconds = 1): Task<VectorArrow> {
    const [tail, tip] = [this.pointOf(from), this.pointOf(to)];
    const step = this.arrow({color: theme().highlight, side: 'outer', ...props, from: tail, to: tip, growth: 0});
    yield* step.grow(seconds);
    return handBack(step);
  }

  /** Chains steps tip to tail from a point: each grows where the last ended. Gives the arrows. */
  public *chain(from: PossiblePoint | string, steps: readonly (VectorArrowProps & {step: Point})[], seconds = 1): Task<VectorArrow[]> {
    const arrows: VectorArrow[] = [];
    let tail = this.pointOf(from);
    for (const {step, ...props} of steps) {
      const tip = addPoints(tail, step);
      const arrow = this.arrow({side: 'outer', ...props, from: tail, to: tip, growth: 0});
      yield* arrow.grow(seconds);
      arrows.push(arrow);
      tail = tip;
    }
    return handBack(arrows);
  }

  /** Closes the parallelogram of two vectors with dashed copies of both; gives their sum. */
  public *parallelogram(a: PossiblePoint | string, b: PossiblePoint | string, props: Partial<SegmentProps> = {}, seconds = 1): Task<Point> {
    const [first, second] = [this.pointOf(a), this.pointOf(b)];
    const sum = addPoints(first, second);
    const sides = [first, second].map(from => new Segment({dash: [14, 10], ...props, from, to: sum, drawn: 0}));
    this.add(sides);
    yield* all(...sides.map(side => side.trace(seconds)));
    return handBack(sum);
  }

  /** Drops a point onto the line of a direction: a dashed line to its foot, then the foot's arrow. Gives both. */
  public *shadow(
    of: PossiblePoint | string,
    direction: PossiblePoint | string,
    props: VectorArrowProps = {},
    seconds = 1,
  ): Task<{drop: Segment; foot: VectorArrow}> {
    const tip = this.pointOf(of);
    const to = projection(tip, this.pointOf(direction)).vector;
    const drop = new Segment({from: tip, to, dash: [12, 10], drawn: 0});
    const foot = new VectorArrow({color: theme().highlight, ...props, to, growth: 0});
    this.add([drop, foot]);
    yield* drop.trace(seconds * 0.6);
    yield* foot.grow(seconds * 0.6);
    return handBack({drop, foot});
  }

  /** Lets rings spread from a tip, to say that something is searched for around it. */
  public *ripple(at: PossiblePoint | string, props: Partial<RipplesProps> = {}, seconds = 3): ThreadGenerator {
    const rings = new Ripples({...props, at: this.pointOf(at)});
    this.add(rings);
    yield* rings.spread(seconds);
    rings.remove();
  }

  /** The words nearest to a word or a model vector, ranked by cosine over the whole table. */
  public nearest(of: string | Vector, count = 10, exclude: readonly string[] = []): readonly Neighbour[] {
    return nearestNeighbours(this.words, of, {count, exclude});
  }

  // The viewer

  /** Walks around the space: all that is named changes together. */
  public *orbit(to: Viewing, seconds = 3, easing: Easing = smooth): ThreadGenerator {
    const moves: ThreadGenerator[] = [];
    if (to.azimuth !== undefined) {
      // The turn so far is folded in first, or the walk would start from where the space stood at the beginning.
      this.settleTurn();
      moves.push(this.azimuth(to.azimuth, seconds, easing));
    }
    if (to.elevation !== undefined) moves.push(this.elevation(to.elevation, seconds, easing));
    if (to.zoom !== undefined) moves.push(this.zoom(to.zoom, seconds, easing));
    if (to.distance !== undefined) moves.push(this.distance(to.distance, seconds, easing));
    if (to.lookAt !== undefined) moves.push(this.lookAt(this.pointOf(to.lookAt), seconds, easing));
    yield* all(...moves);
  }

  /**
   * Changes the ambient turn without a jerk: the speed itself runs evenly from the present one to the new one.
   *
   * @param rate - degrees a second
   */
  public *turnAt(rate: number, seconds = 1): ThreadGenerator {
    this.settleTurn();
    const before = this.turn();
    const [start, azimuth] = [this.turnSince(), this.azimuth()];
    this.turn(0);
    yield* tween(seconds, (_, time) => {
      const gone = Math.min(time, seconds);
      this.azimuth(azimuth + before * gone + ((rate - before) * gone * gone) / (2 * seconds || 1));
    });
    this.turnSince(start + seconds);
    this.turn(rate);
  }

  /** Degrees by which the space stands turned now, ambient turn included. */
  public heading(): number {
    return this.azimuth() + this.turn() * (this.view2D.globalTime() - this.turnSince());
  }

  public see(point: Point): SeenPoint {
    const seen = this.projector()(point[0], point[1], point[2]);
    return {...seen, strength: this.strengthAt(seen.depth)};
  }

  public seeAll(coordinates: Float64Array, out: Float64Array): void {
    const projector = this.projector();
    for (let index = 0; index * 3 < coordinates.length; index++) {
      const at = index * seenStride;
      projector.into(out, at, coordinates[index * 3], coordinates[index * 3 + 1], coordinates[index * 3 + 2]);
      out[at + 4] = this.strengthAt(out[at + 2]);
    }
  }

  public layer(): Layer | undefined {
    return this.pass();
  }

  protected override plainProps(): Record<string, unknown> {
    return {...this.options};
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    this.pass('shapes');
    this.paintShapes(context);
    this.pass('labels');
    for (const child of this.sortedChildren()) child.render(context);
    this.pass(undefined);
  }

  protected override drawnBox(): BBox {
    const [x, y, z] = this.extent();
    const reach = Math.hypot(x, y, z) * this.unit() * this.zoom() * 2;
    return new BBox(-reach, -reach, 2 * reach, 2 * reach);
  }

  @computed()
  private projector(): Projector {
    const [x, y, z] = this.lookAt();
    return createProjector({
      azimuth: this.heading(),
      elevation: this.elevation(),
      unitPixels: this.unit() * this.zoom(),
      lookAt: [x, y, z],
      distance: this.distance(),
    });
  }

  private strengthAt(depth: number): number {
    const [x, y, z] = this.extent();
    return depthStrength(depth, Math.hypot(x, y, z), clamp01(this.farStrength()));
  }

  private pointOf(target: PossiblePoint | string): Point {
    if (typeof target === 'string') return this.named(target);
    const point = resolvePoint('EmbeddingSpace', 'point', this, target);
    requireDimension('EmbeddingSpace', 'point', point, this);
    return point;
  }

  private settleTurn(): void {
    const now = this.view2D.globalTime();
    this.azimuth(this.heading());
    this.turnSince(now);
  }

  /** Painter's order over axes, arrows and single dots alike. */
  private paintShapes(context: CanvasRenderingContext2D): void {
    const pieces: PaintedPiece[] = [];
    const drawn = clamp01(this.drawn());
    if (drawn > 0) {
      const look = {extent: this.extent(), color: this.color().serialize(), floorColor: theme().grid, floor: this.floor(), drawn};
      const {floor, axes} = paintSpaceFrame(this, look);
      faded(context, 1, () => floor(context));
      pieces.push(...axes);
    }
    for (const child of this.sortedChildren()) {
      if (child instanceof ScatterPoints) pieces.push(...dotsOf(child));
      else if (isDeep(child)) pieces.push({depth: child.depth(), paint: canvas => child.render(canvas)});
    }
    for (const index of paintOrder(pieces.map(piece => piece.depth))) pieces[index].paint(context);
  }
}

function isDeep(node: Node): node is Node & Deep {
  return typeof (node as Partial<Deep>).depth === 'function';
}

/** Dots in runs: a run is all dots of one depth step, so that 2,000 of them are a few dozen paths. */
function dotsOf(cloud: ScatterPoints): PaintedPiece[] {
  const seen = cloud.seen();
  const depths = depthsOf(seen);
  const order = paintOrder(depths);
  const runs: PaintedPiece[] = [];
  const perRun = Math.max(1, Math.ceil(order.length / 64));
  for (let start = 0; start < order.length; start += perRun) {
    const run = order.slice(start, start + perRun);
    runs.push({depth: depths[run[run.length >> 1]], paint: context => cloud.paintRun(context, seen, run)});
  }
  return runs;
}

function above0(prop: string, value: number): number {
  if (finiteNumber('EmbeddingSpace', prop, value) <= 0) {
    throw new RangeError(`Cannot draw EmbeddingSpace: "${prop}" is ${value}, it must be above 0`);
  }
  return value;
}
