/**
 * A page of running text on a fixed line grid: a seed, and tokens that are typed after it.
 */
import {colorSignal, computed, initial, nodeName, parser, signal} from '@motion-canvas/2d';
import type {LayoutProps, Node} from '@motion-canvas/2d';
import {BBox, Color, linear, Vector2} from '@motion-canvas/core';
import type {ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, lerp, smooth} from '../math/easing';
import {transformFromCopy} from '../motion/fadeTransform';
import {theme} from '../theme/theme';
import {BoxFigure, type Size} from './BoxFigure';
import {faded} from './Figure';
import {givenWidth} from './givenSize';
import {finiteNumber} from './guards';
import {HandedParts} from './handedParts';
import {baselineUnder, drawLine, lineWidth, type LineLook} from './lineOfText';
import {letterRanges, lineAt, pageLayout, runsOfLine, tokenAt, tokenRange, wordRanges, type PageLayout} from './pageLayout';
import {Place} from './Place';
import {numberSignal} from './pointSignal';
import {lineStrength, scrolledLines, tokenNewness, tokenStrength} from './typedText';
import {Word, wordHeight} from './Word';
import type {TextLine} from './wrapText';

export interface TextPageProps extends LayoutProps {
  /** The text that is there from the start. */
  seed?: SignalValue<string>;
  /** Tokens that come after it, with the spaces that they begin with. */
  additions?: SignalValue<readonly string[]>;
  /** How many additions are seen; a fraction is one on its way. Default all, none of them new. */
  typed?: SignalValue<number | null>;
  /** Characters on a line, default 34; with `width` lines are as long as that has room. */
  columns?: SignalValue<number>;
  /** Lines that the page shows; more scroll. Default as many as the whole text takes. */
  lines?: SignalValue<number | null>;
  /** Default 44 px. */
  fontSize?: SignalValue<number>;
  /** 400, 500, 600 or 700; default 400. */
  weight?: SignalValue<number>;
  /** Font family, default the text face of the theme. */
  family?: SignalValue<string | null>;
  /** Distance of baselines as a share of the type size, default 1.45. */
  pitch?: SignalValue<number>;
  color?: SignalValue<PossibleColor>;
  seedColor?: SignalValue<PossibleColor>;
  newestColor?: SignalValue<PossibleColor>;
  /** Strength of the line under the place of the next word, 0 to 1; default 0. */
  slot?: SignalValue<number>;
  slotColor?: SignalValue<PossibleColor>;
  /** How far the last word has become "???", 0 to 1; default 0. */
  masked?: SignalValue<number>;
  /** How many additions are no longer new, whatever follows; default 0. */
  settled?: SignalValue<number>;
}

/** Width of a character on average, as a share of the type size: makes the box of a page that counts characters. */
const averageCharacter = 0.53;
/** Width of the line under a word that is not known, as a share of the type size. */
const unknownWord = 2.4;
const mask = '???';

/**
 * Text that is wrapped once, so that no word ever moves to another line while it is typed.
 *
 * The box is `columns` characters (or `width`) wide and `lines` high, centred on the node, text from its left edge.
 * A page without `lines` that is appended to grows from its middle; hold its top with `offset={[0, -1]}`, or give `lines`.
 *
 * @throws RangeError 'Cannot draw TextPage: "columns" is 0, a line holds at least 1 character'
 * @example
 * <TextPage ref={page} seed="The keeper lit the lamp, and the ships came" additions={[' home', ' safely', '.']} typed={0} slot={1} />;
 * yield* page().type(0.25);  // 0.75 s, each new token in the colour of highlights
 * yield* page().settle();
 */
@nodeName('TextPage')
export class TextPage extends BoxFigure {
  @initial('')
  @signal()
  public declare readonly seed: SimpleSignal<string, this>;

  @initial([])
  @signal()
  public declare readonly additions: SimpleSignal<readonly string[], this>;

  @initial(null)
  @parser((value: number | null) => (value === null ? null : finiteNumber('TextPage', 'typed', value)))
  @signal()
  public declare readonly typed: SimpleSignal<number | null, this>;

  @initial(34)
  @parser(atLeastOne('columns', 'a line holds at least 1 character'))
  @signal()
  public declare readonly columns: SimpleSignal<number, this>;

  @initial(null)
  @parser((value: number | null) => (value === null ? null : atLeastOne('lines', 'a page shows at least 1')(value)))
  @signal()
  public declare readonly lines: SimpleSignal<number | null, this>;

  @initial(400)
  @numberSignal()
  public declare readonly weight: SimpleSignal<number, this>;

  @initial(null)
  @signal()
  public declare readonly family: SimpleSignal<string | null, this>;

  @initial(1.45)
  @numberSignal()
  public declare readonly pitch: SimpleSignal<number, this>;

  @initial(() => theme().ink)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(() => theme().muted)
  @colorSignal()
  public declare readonly seedColor: ColorSignal<this>;

  @initial(() => theme().highlight)
  @colorSignal()
  public declare readonly newestColor: ColorSignal<this>;

  @initial(0)
  @numberSignal()
  public declare readonly slot: SimpleSignal<number, this>;

  @initial(() => theme().highlight)
  @colorSignal()
  public declare readonly slotColor: ColorSignal<this>;

  @initial(0)
  @numberSignal()
  public declare readonly masked: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly settled: SimpleSignal<number, this>;

  private readonly places = new HandedParts();
  /** Words that were handed out, by the piece of the text that they are. */
  private readonly handedWords = new Map<string, TextLine & {readonly word: Word}>();

  public constructor(props: TextPageProps) {
    super({fontSize: 44, ...props});
  }

  /**
   * Types the additions that are still to come, at an even pace.
   *
   * duration = `each` · count.
   *
   * @param each - seconds a token
   * @param count - how many; default all that are left
   */
  public *type(each = 0.2, count = Infinity): ThreadGenerator {
    const from = this.shown();
    const to = Math.min(this.additions().length, from + count);
    this.typed(from);
    yield* this.typed(to, each * (to - from), linear);
  }

  /** Adds tokens and types all that are still to come. duration = `each` · their count. */
  public *append(tokens: string | readonly string[], each = 0.2): ThreadGenerator {
    const list = typeof tokens === 'string' ? [tokens] : tokens;
    this.typed(this.shown());
    this.additions([...this.additions(), ...list]);
    yield* this.type(each);
  }

  /**
   * Lets the next addition come flying: a copy of a node turns into it on the way, and then the line under it moves on.
   *
   * duration = `seconds`, the last quarter for the line.
   *
   * @param from - where the word comes from, such as a row of ProbabilityBars; it stays as it is
   * @throws RangeError "TextPage has no addition 3: it has 3, from 0"
   * @example yield* page().takeIn(bars().label(row), 1);  // 1.0 s
   */
  public *takeIn(from: Node, seconds = 1): ThreadGenerator {
    const index = Math.floor(this.shown());
    const word = this.addition(index);
    const color = word.color.context.raw()!;
    this.typed(index);
    word.opacity(0).color(this.newestColor());
    const sameShape = from instanceof Word && from.text() === word.text();
    yield* transformFromCopy(from, word, {seconds: seconds * 0.75, sameShape});
    yield* this.typed(index + 1, seconds * 0.25, linear);
    word.color(color);
  }

  /** Lets the newest token take the colour of the others. */
  public *settle(seconds = 0.4): ThreadGenerator {
    this.settled(Math.max(this.settled(), this.shown() - 1));
    yield* this.settled(this.shown(), seconds, smooth);
  }

  /** Draws the line where the next word will stand. */
  public *showSlot(seconds = 0.4): ThreadGenerator {
    yield* this.slot(1, seconds, smooth);
  }

  public *hideSlot(seconds = 0.4): ThreadGenerator {
    yield* this.slot(0, seconds, smooth);
  }

  /** Turns the last word into "???". */
  public *maskLast(seconds = 0.6): ThreadGenerator {
    yield* this.masked(1, seconds, smooth);
  }

  public *unmaskLast(seconds = 0.6): ThreadGenerator {
    yield* this.masked(0, seconds, smooth);
  }

  /** A word as a node of its own, counted over the whole text; negative ones from its end. */
  public word(index: number): Word {
    const ranges = wordRanges(this.layoutOf());
    const range = ranges[index < 0 ? ranges.length + index : index];
    if (range === undefined) throw new RangeError(`TextPage has no word ${index}: it has ${ranges.length}, from 0`);
    return this.handOut(range);
  }

  /** All words that are seen, each as a node of its own. */
  public words(): Word[] {
    return this.seen(wordRanges(this.layoutOf())).map(range => this.handOut(range));
  }

  /** An addition as a node of its own, without the space before it; of one that is cut by the end of a line, the first piece. */
  public addition(index: number): Word {
    return this.handOut(tokenRange(this.layoutOf(), index));
  }

  /** All characters that are seen, each as a node of its own: to melt a text letter by letter. */
  public letters(): Word[] {
    return this.seen(letterRanges(this.layoutOf())).map(range => this.handOut(range));
  }

  /** The place of the next word, to point at or fly to. */
  public slotPlace(): Place {
    return this.places.take('slot', () => this.addPart(new Place({box: () => this.slotBox()})));
  }

  /** The box of a line in the page's own pixels, as wide as its text. */
  public lineBox(index: number): BBox {
    const {text, lines} = this.layoutOf();
    const line = lines[index];
    if (line === undefined) throw new RangeError(`TextPage has no line ${index}: it has ${lines.length}, from 0`);
    const height = this.fontSize() * wordHeight;
    return new BBox(this.left0(), this.lineMiddle(index) - height / 2, this.widthOf(text.slice(line.start, line.end)), height);
  }

  protected override contentSize(): Size {
    const fontSize = this.fontSize();
    const own = this.columns() * fontSize * averageCharacter;
    return {width: givenWidth('TextPage', this, own), height: this.room() * this.pitch() * fontSize};
  }

  protected override overhang(): number {
    // Lines that count characters may be wider than the box.
    return this.fontSize() * 4;
  }

  protected override drawContent(context: CanvasRenderingContext2D): void {
    const {lines} = this.layoutOf();
    if (!(this.fontSize() > 0)) return;
    const scrolled = this.scrolled();
    const room = this.room();
    lines.forEach((line, index) => {
      faded(context, lineStrength(index, scrolled, room), () => this.drawTextLine(context, line, index));
    });
    this.drawSlot(context);
    this.drawMask(context);
  }

  /** Draws one line run by run, without what has been handed out; neighbours that look alike are one run. */
  private drawTextLine(context: CanvasRenderingContext2D, line: TextLine, index: number): void {
    const {text} = this.layoutOf();
    const middle = this.lineMiddle(index);
    for (const run of this.alikeRuns(line)) {
      const start = run.end - text.slice(run.start, run.end).trimStart().length;
      const x = this.left0() + this.offsetOf(line, start, run.end);
      faded(context, run.strength, () => drawLine(context, text.slice(start, run.end), x, middle, {...this.look(), fill: run.fill}));
    }
  }

  private alikeRuns(line: TextLine): (TextLine & {readonly fill: string; readonly strength: number})[] {
    const alike: {start: number; end: number; fill: string; strength: number}[] = [];
    for (const {start, end} of runsOfLine(this.layoutOf(), line, this.drawnElsewhere())) {
      const [fill, strength] = [this.colorAt(start).serialize(), this.strengthAt(start)];
      const last = alike.at(-1);
      if (last?.end === start && last.fill === fill && last.strength === strength) last.end = end;
      else alike.push({start, end, fill, strength});
    }
    return alike;
  }

  /** Parts of the text that are handed out, or masked. */
  private drawnElsewhere(): TextLine[] {
    const handed = [...this.handedWords.values()].filter(({word}) => word.parent() === this);
    const last = this.masked() > 0 ? wordRanges(this.layoutOf()).at(-1) : undefined;
    return last === undefined ? handed : [...handed, last];
  }

  private drawSlot(context: CanvasRenderingContext2D): void {
    const strength = clamp01(this.slot());
    if (strength === 0) return;
    const typed = this.shown();
    const [from, to] = [this.slotAt(Math.floor(typed)), this.slotAt(Math.ceil(typed))];
    const share = smooth(typed - Math.floor(typed));
    const stays = from.y === to.y;
    // Across lines it goes and comes instead of crossing the text.
    const seen = stays ? 1 : Math.abs(1 - 2 * share);
    const near = share < 0.5 ? from : to;
    const [x, width] = stays ? [lerp(from.x, to.x, share), lerp(from.width, to.width, share)] : [near.x, near.width];
    const y = near.bottom;
    faded(context, strength * seen, () => {
      context.strokeStyle = this.slotColor().serialize();
      context.lineWidth = Math.max(2, this.fontSize() * 0.08);
      context.lineCap = 'round';
      context.beginPath();
      context.moveTo(x, y);
      context.lineTo(x + width * strength, y);
      context.stroke();
    });
  }

  private slotBox(): BBox {
    return this.slotAt(Math.floor(this.shown()));
  }

  /** The box over the line under addition `index`: its own place, or for one that is not known a place after the text. */
  private slotAt(index: number): BBox {
    const layout = this.layoutOf();
    const {text, lines} = layout;
    const fontSize = this.fontSize();
    const height = baselineUnder(fontSize) + fontSize * 0.27;
    const boxAt = (line: number, x: number, width: number) =>
      new BBox(this.left0() + x, this.lineMiddle(line) - fontSize * 0.5, width, fontSize * 0.5 + height);
    if (index < layout.tokenEnds.length) {
      const {start, end} = tokenRange(layout, index);
      const line = lineAt(lines, start);
      return boxAt(line, this.offsetOf(lines[line], start, end), Math.max(fontSize * 0.5, this.widthOf(text.slice(start, end))));
    }
    const last = lines.length - 1;
    const end = lines[last].end === lines[last].start ? 0 : this.widthOf(`${text.slice(lines[last].start, lines[last].end)} `);
    const width = fontSize * unknownWord;
    return end + width > this.contentSize().width ? boxAt(last + 1, 0, width) : boxAt(last, end, width);
  }

  private drawMask(context: CanvasRenderingContext2D): void {
    const masked = clamp01(this.masked());
    const last = wordRanges(this.layoutOf()).at(-1);
    if (masked === 0 || last === undefined) return;
    const {text} = this.layoutOf();
    const box = this.boxOfRange(last.start, last.end);
    const look = {...this.look(), fill: this.colorAt(last.start).serialize()};
    const color = this.newestColor();
    faded(context, 1 - masked, () => drawLine(context, text.slice(last.start, last.end), box.x, box.center.y, look));
    faded(context, masked, () => {
      const width = Math.max(box.width, lineWidth(mask, {...look, weight: 600}) + this.fontSize() * 0.5);
      const left = box.x;
      context.strokeStyle = color.serialize();
      context.fillStyle = color.alpha(0.12).serialize();
      context.lineWidth = 3;
      context.beginPath();
      context.roundRect(left, box.y, width, box.height, 8);
      context.fill();
      context.stroke();
      drawLine(context, mask, left + width / 2, box.center.y, {...look, weight: 600, align: 'center', fill: color.serialize()});
    });
  }

  @computed()
  private layoutOf(): PageLayout {
    const width = givenWidth('TextPage', this, NaN);
    const columns = this.columns();
    const fits = Number.isNaN(width) ? (line: string) => [...line].length <= columns : (line: string) => this.widthOf(line) <= width;
    return pageLayout(this.seed(), this.additions(), fits);
  }

  /** A piece that overlaps one handed out before takes its place, so that no letter is drawn twice. */
  private handOut({start, end}: TextLine): Word {
    const name = `${start}-${end}`;
    const known = this.handedWords.get(name);
    if (known !== undefined) return known.word;
    for (const [other, piece] of this.handedWords) {
      if (piece.end <= start || piece.start >= end) continue;
      if (piece.word.parent() === this) this.removePart(piece.word);
      this.handedWords.delete(other);
    }
    const word = this.addPart(
      new Word({
        text: () => this.layoutOf().text.slice(start, end),
        fontSize: () => this.fontSize(),
        weight: () => this.weight(),
        family: () => this.family(),
        color: () => this.handedColor(start),
        position: () => this.boxOfRange(start, end).center,
      }),
    );
    this.handedWords.set(name, {word, start, end});
    return word;
  }

  private handedColor(start: number): Color {
    const color = this.colorAt(start);
    return color.alpha(color.alpha() * this.strengthAt(start) * lineStrength(lineAt(this.layoutOf().lines, start), this.scrolled(), this.room()));
  }

  private boxOfRange(start: number, end: number): BBox {
    const {text, lines} = this.layoutOf();
    const line = lineAt(this.layoutOf().lines, start);
    const x = this.left0() + this.offsetOf(lines[line], start, end);
    const height = this.fontSize() * wordHeight;
    return new BBox(new Vector2(x, this.lineMiddle(line) - height / 2), new Vector2(this.widthOf(text.slice(start, end)), height));
  }

  private colorAt(index: number): Color {
    const token = tokenAt(this.layoutOf(), index);
    if (token < 0) return this.seedColor();
    const newness = this.typed() === null ? 0 : tokenNewness(token, this.shown(), this.settled());
    return newness === 0 ? this.color() : Color.lerp(this.color(), this.newestColor(), newness, 'lab');
  }

  private strengthAt(index: number): number {
    const token = tokenAt(this.layoutOf(), index);
    return token < 0 ? 1 : tokenStrength(token, this.shown());
  }

  private shown(): number {
    const count = this.additions().length;
    return Math.min(count, Math.max(0, this.typed() ?? count));
  }

  /** The pieces whose first letter has been typed. */
  private seen(ranges: readonly TextLine[]): TextLine[] {
    const {seedEnd, tokenEnds} = this.layoutOf();
    const typed = Math.ceil(this.shown());
    const end = typed === 0 ? seedEnd : tokenEnds[typed - 1];
    return ranges.filter(range => range.start < end);
  }

  private scrolled(): number {
    const {tokenLines, seedEnd, lines} = this.layoutOf();
    const room = this.room();
    if (lines.length <= room) return 0;
    const seedLines = seedEnd === 0 ? 1 : lineAt(lines, seedEnd - 1) + 1;
    return scrolledLines(tokenLines, this.shown() + clamp01(this.slot()), seedLines, room);
  }

  private room(): number {
    return this.lines() ?? this.layoutOf().lines.length;
  }

  private lineMiddle(line: number): number {
    return (line - this.scrolled() - (this.room() - 1) / 2) * this.pitch() * this.fontSize();
  }

  /** Where a piece of a line starts: as far left of its own end as it is wide, because letters move closer to what they follow. */
  private offsetOf(line: TextLine, start: number, end: number): number {
    const {text} = this.layoutOf();
    return this.widthOf(text.slice(line.start, end)) - this.widthOf(text.slice(start, end));
  }

  private left0(): number {
    return -this.contentSize().width / 2;
  }

  private widthOf(text: string): number {
    return lineWidth(text, this.look());
  }

  private look(): LineLook {
    return {fontSize: this.fontSize(), weight: this.weight(), family: this.family() ?? theme().textFont};
  }
}

function atLeastOne(prop: string, law: string): (value: number) => number {
  return value => {
    if (finiteNumber('TextPage', prop, value) < 1) throw new RangeError(`Cannot draw TextPage: "${prop}" is ${value}, ${law}`);
    return value;
  };
}
