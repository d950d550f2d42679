/**
 * Who attends to whom: keys down the left, queries along the top, and in each cell what the two make of each other.
 */
import {initial, Layout, nodeName, parser, signal, Txt} from '@motion-canvas/2d';
import type {Node, NodeProps} from '@motion-canvas/2d';
import {all, BBox, linear, Vector2} from '@motion-canvas/core';
import type {SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {attentionPattern, causallyMasked} from '../math/attention';
import {clamp01, lerp, smooth, type Easing} from '../math/easing';
import {formatNumber} from '../math/formatNumber';
import {theme} from '../theme/theme';
import {faded} from './canvasDrawing';
import type {XY} from './coordinates';
import {Figure} from './Figure';
import {finiteTable} from './guards';
import {laggedShares} from './laggedShares';
import {numberSignal} from './pointSignal';
import {drawMarkedText} from './tickText';

export interface AttentionGridProps extends NodeProps {
  /** Heads of the rows: text, or nodes such as formulas. */
  keys: readonly (string | Node)[];
  /** Heads of the columns. */
  queries: readonly (string | Node)[];
  /** Scores before softmax, shape (keys, queries): K_i · Q_j / √d_k. */
  scores: SignalValue<readonly (readonly number[])[]>;
  /** Whether a query may look only at keys up to its own place: the lower left is then masked. Default false. */
  causal?: boolean;
  /** Names of what each key hands on, written in front of sums; default V₁, V₂, ... */
  values?: readonly string[];
  /** Names of the sums under the columns; default ΔE₁, ΔE₂, ... */
  updates?: readonly string[];
  /** Width and height of a cell in pixels, default `[132, 84]`. */
  cell?: SignalValue<readonly [number, number]>;
  /** Decimals of scores, default 1; weights have 2. */
  decimals?: SignalValue<number>;
  /** How much of each stage is shown, 0 to 1. Heads and rules default to 1, the others to 0. */
  heads?: SignalValue<number>;
  rules?: SignalValue<number>;
  pairs?: SignalValue<number>;
  numbers?: SignalValue<number>;
  dots?: SignalValue<number>;
  masked?: SignalValue<number>;
  products?: SignalValue<number>;
  sums?: SignalValue<number>;
}

/** Radius of the dot of weight 1, as a share of half the smaller side of a cell. */
const fullDot = 0.92;
const headGap = 22;
/** Strength of columns that are not in focus. */
const outOfFocus = 0.3;

/**
 * A grid of attention, centred on its cells.
 *
 * Weights are the softmax of each column of `scores`, computed here, so numbers, dots and sums cannot disagree. The
 * **radius** of a dot is proportional to its weight: half the weight is half as wide and a quarter of the area.
 *
 * @throws TypeError 'Cannot draw AttentionGrid: scores have shape 3x2, 3 keys and 3 queries take 3x3'
 * @throws RangeError 'Cannot draw AttentionGrid: "scores row 0" holds NaN at index 1'
 * @example
 * <AttentionGrid ref={grid} keys={words} queries={words} scores={scores} causal />;
 * yield* grid().flyPairs(4);        // K and Q meet in each cell
 * yield* grid().showNumbers(1);     // their products
 * yield* grid().mask(1);            // later words become −∞
 * yield* grid().softmaxColumns(3);  // column by column, numbers become weights
 * yield* grid().showDots(1);
 * yield* grid().weigh(1);           // weight times value
 * yield* grid().sum(1);             // and their sum under each column
 */
@nodeName('AttentionGrid')
export class AttentionGrid extends Figure {
  @initial([])
  @parser((rows: readonly (readonly number[])[]) => finiteTable('AttentionGrid', 'scores', rows))
  @signal()
  public declare readonly scores: SimpleSignal<readonly (readonly number[])[], this>;

  @initial([132, 84])
  @signal()
  public declare readonly cell: SimpleSignal<readonly [number, number], this>;

  @initial(1)
  @numberSignal()
  public declare readonly decimals: SimpleSignal<number, this>;

  @initial(1)
  @numberSignal()
  public declare readonly heads: SimpleSignal<number, this>;

  @initial(1)
  @numberSignal()
  public declare readonly rules: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly pairs: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly numbers: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly dots: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly masked: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly products: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly sums: SimpleSignal<number, this>;

  /** How far each column has been turned from scores to weights, 0 to 1. */
  @initial([])
  @signal()
  public declare readonly softened: SimpleSignal<readonly number[], this>;

  /** How strongly each column is shown, 0 to 1; empty is all full. */
  @initial([])
  @signal()
  public declare readonly strengths: SimpleSignal<readonly number[], this>;

  private readonly options: Pick<AttentionGridProps, 'keys' | 'queries' | 'causal' | 'values' | 'updates'>;

  public constructor({keys, queries, causal, values, updates, ...props}: AttentionGridProps) {
    super(props);
    this.options = {keys: keys ?? [], queries: queries ?? [], causal, values, updates};
    this.requireShape();
    this.options.keys.forEach((head, index) => this.addHead(head, index, 'key'));
    this.options.queries.forEach((head, index) => this.addHead(head, index, 'query'));
  }

  /** Draws the rules, rows and columns one after another. */
  public *drawRules(seconds = 1.5, easing: Easing = smooth): ThreadGenerator {
    this.rules(0);
    yield* this.rules(1, seconds, easing);
  }

  /** K and Q fly from the margins into each cell. */
  public *flyPairs(seconds = 4): ThreadGenerator {
    this.pairs(0);
    yield* this.pairs(1, seconds, linear);
  }

  /** Pairs become numbers. */
  public *showNumbers(seconds = 1, easing: Easing = smooth): ThreadGenerator {
    yield* this.showOnly('numbers', seconds, easing);
  }

  /** Numbers become dots whose radius is the weight. */
  public *showDots(seconds = 1, easing: Easing = smooth): ThreadGenerator {
    yield* this.showOnly('dots', seconds, easing);
  }

  /** The lower left becomes −∞. */
  public *mask(seconds = 1, easing: Easing = smooth): ThreadGenerator {
    yield* this.masked(1, seconds, easing);
  }

  /** Turns the scores of one column to weights. */
  public *softmaxColumn(column: number, seconds = 0.8, easing: Easing = smooth): ThreadGenerator {
    const before = this.columnShares();
    this.softened(before);
    yield* this.softened(before.map((share, index) => (index === column ? 1 : share)), seconds, easing);
  }

  /** Turns all columns to weights, one after another. */
  public *softmaxColumns(seconds = 3): ThreadGenerator {
    const start = this.columnShares();
    const ends = start.map(() => 1);
    this.softened(start);
    yield* this.softened(ends, seconds, linear, (from, to, share) => {
      const part = laggedShares(to.length, 0.5, share);
      return to.map((end, index) => lerp(from[index] ?? 0, end, part(index)));
    });
  }

  /** Weights become weight times value. */
  public *weigh(seconds = 1, easing: Easing = smooth): ThreadGenerator {
    yield* this.showOnly('products', seconds, easing);
  }

  /** Writes the sum of each column under it. */
  public *sum(seconds = 1, easing: Easing = smooth): ThreadGenerator {
    yield* this.sums(1, seconds, easing);
  }

  /** Dims all columns but some. Call it without columns to bring all back. */
  public *focusColumns(columns: readonly number[] = [], seconds = 0.6, easing: Easing = smooth): ThreadGenerator {
    const count = this.options.queries.length;
    this.strengths(Array.from({length: count}, (_, index) => this.strengths()[index] ?? 1));
    const aim = Array.from({length: count}, (_, index) => (columns.length === 0 || columns.includes(index) ? 1 : outOfFocus));
    yield* this.strengths(aim, seconds, easing);
  }

  /** The weights: softmax of each column, shape (keys, queries). */
  public weights(): readonly (readonly number[])[] {
    const scores = this.scores();
    if (scores.length === 0 || scores[0].length === 0) return [];
    return attentionPattern(this.options.causal ? causallyMasked(scores) : scores);
  }

  /** Middle of a cell, in the grid's own pixels; row -1 is the query heads, column -1 the key heads. */
  public cellAt(row: number, column: number): Vector2 {
    const [width, height] = this.cell();
    const [rows, columns] = [this.options.keys.length, this.options.queries.length];
    return new Vector2((column - (columns - 1) / 2) * width, (row - (rows - 1) / 2) * height);
  }

  protected override plainProps(): Record<string, unknown> {
    const copy = (head: string | Node) => (typeof head === 'string' ? head : head.snapshotClone());
    return {...this.options, keys: this.options.keys.map(copy), queries: this.options.queries.map(copy)};
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    this.requireShape();
    faded(context, 1, () => this.drawGridRules(context));
    const weights = this.weights();
    const {keys, queries} = this.options;
    const shares = laggedShares(keys.length * queries.length, 0.06, clamp01(this.pairs()));
    // Far cells fill first, so that nothing flies across a pair that has already met.
    const turnOf = (i: number, j: number) => (keys.length - 1 - i) * queries.length + (queries.length - 1 - j);
    keys.forEach((_, i) =>
      queries.forEach((_, j) => {
        const strength = this.strengths()[j] ?? 1;
        faded(context, strength, () => this.drawCell(context, i, j, weights[i][j], shares(turnOf(i, j))));
      }),
    );
    queries.forEach((_, j) => faded(context, clamp01(this.sums()) * (this.strengths()[j] ?? 1), () => this.drawSum(context, j)));
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    const [width, height] = this.cell();
    const size = new Vector2((this.options.queries.length + 4) * width, (this.options.keys.length + 4) * height);
    return BBox.fromSizeCentered(size);
  }

  /** One kind of content comes as the others go. */
  private *showOnly(kind: 'pairs' | 'numbers' | 'dots' | 'products', seconds: number, easing: Easing): ThreadGenerator {
    const kinds = ['pairs', 'numbers', 'dots', 'products'] as const;
    yield* all(...kinds.map(each => this[each](each === kind ? 1 : 0, seconds, easing)));
  }

  private addHead(head: string | Node, index: number, kind: 'key' | 'query'): void {
    const node =
      typeof head === 'string'
        ? new Txt({
            text: head,
            fontFamily: () => theme().textFont,
            fontSize: () => this.headSize(),
            fontWeight: 500,
            fill: () => (kind === 'key' ? theme().key : theme().query),
          })
        : head;
    node.position(() => this.headPlace(node, index, kind));
    node.opacity(() => clamp01(this.heads()) * (kind === 'key' ? 1 : (this.strengths()[index] ?? 1)));
    this.addPart(node);
  }

  /** Keys end at one line left of the grid, queries stand on one line above it. */
  private headPlace(node: Node, index: number, kind: 'key' | 'query'): Vector2 {
    const [width, height] = this.cell();
    // The box of other nodes would depend on where they stand, which is what is asked here.
    const box = node instanceof Layout ? node.size() : Vector2.zero;
    if (kind === 'key') return this.cellAt(index, 0).addX(-width / 2 - headGap - box.width / 2);
    return this.cellAt(0, index).addY(-height / 2 - headGap - box.height / 2 + 6);
  }

  private fontSize(): number {
    const [width, height] = this.cell();
    return Math.min(height * 0.44, width * 0.27);
  }

  /** Heads of the columns stand side by side: the longest must fit its cell, at about 0.56 of its size a letter. */
  private headSize(): number {
    const longest = Math.max(1, ...this.options.queries.map(head => (typeof head === 'string' ? head.length : 0)));
    return Math.max(24, Math.min(this.fontSize() * 1.1, (this.cell()[0] * 0.92) / (0.56 * longest)));
  }

  private drawGridRules(context: CanvasRenderingContext2D): void {
    const [width, height] = this.cell();
    const [rows, columns] = [this.options.keys.length, this.options.queries.length];
    if (rows === 0 || columns === 0) return;
    const share = laggedShares(rows + columns + 2, 0.2, clamp01(this.rules()));
    const [left, top] = [(-columns / 2) * width, (-rows / 2) * height];
    context.strokeStyle = theme().grid;
    // Rules of a large grid would be a grey mist: they thin out with the cells.
    context.lineWidth = Math.min(2, height / 28);
    context.beginPath();
    for (let row = 0; row <= rows; row++) {
      context.moveTo(left, top + row * height);
      context.lineTo(left + columns * width * share(row), top + row * height);
    }
    for (let column = 0; column <= columns; column++) {
      context.moveTo(left + column * width, top);
      context.lineTo(left + column * width, top + rows * height * share(rows + 1 + column));
    }
    context.stroke();
  }

  private drawCell(context: CanvasRenderingContext2D, i: number, j: number, weight: number, flown: number): void {
    const at = this.cellAt(i, j);
    const hidden = this.options.causal === true && i > j;
    const mask = hidden ? clamp01(this.masked()) : 0;
    faded(context, clamp01(this.pairs() * 40), () => this.drawPair(context, i, j, at, flown));
    faded(context, clamp01(this.numbers()), () => this.drawNumber(context, this.scores()[i][j], weight, j, at, mask));
    const radius = (Math.min(...this.cell()) / 2) * fullDot * weight * clamp01(this.dots());
    if (radius > 0.2) {
      context.fillStyle = theme().probability;
      context.beginPath();
      context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
      context.fill();
    }
    faded(context, clamp01(this.products()) * Math.min(1, 0.3 + weight * 1.4), () => this.drawProduct(context, i, weight, at));
  }

  /** K comes from the left margin, Q from the top; they meet around a dot in the middle of the cell. */
  private drawPair(context: CanvasRenderingContext2D, i: number, j: number, at: XY, flown: number): void {
    if (flown <= 0) return;
    const fontSize = this.fontSize();
    const [key, query] = [`K${subscript(i + 1)}`, `Q${subscript(j + 1)}`];
    const [fromLeft, fromTop] = [this.cellAt(i, -1), this.cellAt(-1, j)];
    const aside = fontSize * 0.72;
    const style = {fontSize, family: theme().textFont, rim: false, weight: 500};
    faded(context, flown, () => {
      drawMarkedText(context, key, {x: lerp(fromLeft.x, at.x - aside, flown), y: at.y}, {...style, fill: theme().key});
      drawMarkedText(context, query, {x: at.x + aside, y: lerp(fromTop.y, at.y, flown)}, {...style, fill: theme().query});
    });
    faded(context, clamp01(flown * 4 - 3), () => drawMarkedText(context, '·', at, {...style, fill: theme().ink}));
  }

  private drawNumber(context: CanvasRenderingContext2D, score: number, weight: number, column: number, at: XY, mask: number): void {
    const soft = clamp01(this.softened()[column] ?? 0);
    const style = {fontSize: this.fontSize(), rim: false};
    const put = (text: string, strength: number, fill: string) =>
      faded(context, strength, () => drawMarkedText(context, text, at, {...style, fill}));
    put(formatNumber(score, {decimals: this.decimals()}), (1 - soft) * (1 - mask), theme().ink);
    put(formatNumber(-Infinity), (1 - soft) * mask, theme().bad);
    put(formatNumber(weight, {decimals: 2}), soft * Math.min(1, 0.45 + weight), weight < 0.005 ? theme().muted : theme().probability);
  }

  private drawProduct(context: CanvasRenderingContext2D, i: number, weight: number, at: XY): void {
    const fontSize = this.fontSize() * 0.92;
    const value = this.options.values?.[i] ?? `V${subscript(i + 1)}`;
    const number = {fontSize, rim: false, align: 'right', fill: theme().probability} as const;
    drawMarkedText(context, formatNumber(weight, {decimals: 2}), {x: at.x + fontSize * 0.35, y: at.y}, number);
    const name = {...number, align: 'left', weight: 500, family: theme().textFont, fill: theme().value} as const;
    drawMarkedText(context, value, {x: at.x + fontSize * 0.5, y: at.y}, name);
  }

  private drawSum(context: CanvasRenderingContext2D, j: number): void {
    const [, height] = this.cell();
    const last = this.cellAt(this.options.keys.length - 1, j);
    const y = last.y + height * (0.5 + 0.75 * clamp01(this.sums()));
    const text = this.options.updates?.[j] ?? `ΔE${subscript(j + 1)}`;
    const style = {fontSize: this.fontSize() * 1.1, rim: false, weight: 600, family: theme().textFont, fill: theme().output};
    drawMarkedText(context, text, {x: last.x, y}, style);
  }

  private columnShares(): number[] {
    return this.options.queries.map((_, index) => this.softened()[index] ?? 0);
  }

  private requireShape(): void {
    const scores = this.scores();
    const {keys, queries} = this.options;
    const columns = scores[0]?.length ?? 0;
    if (scores.length === keys.length && (keys.length === 0 || columns === queries.length)) return;
    const [given, taken] = [`${scores.length}x${columns}`, `${keys.length}x${queries.length}`];
    throw new TypeError(
      `Cannot draw AttentionGrid: scores have shape ${given}, ${keys.length} keys and ${queries.length} queries take ${taken}`,
    );
  }
}

/** A number in the small figures that stand below the line. @example subscript(12)  // "₁₂" */
export function subscript(value: number): string {
  return [...String(value)].map(digit => String.fromCodePoint(0x2080 + Number(digit))).join('');
}
