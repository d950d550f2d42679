/** Program code on a fixed grid: every character has its column, every line its height. */
import {computed, initial, interpolation, nodeName, parser, signal} from '@motion-canvas/2d';
import type {LayoutProps} from '@motion-canvas/2d';
import {all, BBox, Color} from '@motion-canvas/core';
import type {PossibleColor, Signal, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, linear, smooth} from '../math/easing';
import {theme} from '../theme/theme';
import {hueColor} from '../theme/tokenColor';
import {BoxFigure, type Size} from './BoxFigure';
import {codeLines, type CodeKind, type CodeLanguage, type CodeSpan} from './codeTokens';
import {faded} from './Figure';
import {focusStrength, mixWeights, onlyThese} from './focusWeights';
import {givenWidth} from './givenSize';
import {finiteNumber} from './guards';
import {HandedParts} from './handedParts';
import {drawLine, lineWidth} from './lineOfText';
import {Place} from './Place';
import {numberSignal} from './pointSignal';

export interface CodeListingProps extends LayoutProps {
  code: SignalValue<string>;
  language?: SignalValue<CodeLanguage>;
  /** Default 34 px. */
  fontSize?: SignalValue<number>;
  /** Distance of lines as a share of the type size, default 1.5. */
  pitch?: SignalValue<number>;
  /** Whether lines are numbered, default false. */
  numbers?: SignalValue<boolean>;
  /** Ground of the listing; null for none. Default that of panels. */
  ground?: SignalValue<PossibleColor | null>;
  /** How many lines have come; a fraction is one on its way. Default all. */
  shown?: SignalValue<number | null>;
}

/** Hues of the kinds of code, in degrees; what is not here is ink or muted. */
const hues: Partial<Record<CodeKind, number>> = {keyword: 300, string: 145, number: 70, name: 250, type: 195};
/** Strength of lines out of focus. */
const dim = 0.32;

/**
 * Code on a fixed grid, coloured by its grammar, that is as wide as its longest line, or as `width` says, and never
 * moves while its lines come.
 *
 * @throws RangeError 'CodeListing has no line 12: it has 8, from 1'
 * @example
 * <CodeListing ref={code} code={'def next_word(text):\n    return sample(model(text))'} language="python" shown={0} />;
 * yield* code().reveal();      // 0.25 s a line
 * yield* code().focus([2, 2]); // the second line; the others step back
 */
@nodeName('CodeListing')
export class CodeListing extends BoxFigure {
  @initial('')
  @signal()
  public declare readonly code: SimpleSignal<string, this>;

  @initial('typescript')
  @signal()
  public declare readonly language: SimpleSignal<CodeLanguage, this>;

  @initial(1.5)
  @numberSignal()
  public declare readonly pitch: SimpleSignal<number, this>;

  @initial(false)
  @signal()
  public declare readonly numbers: SimpleSignal<boolean, this>;

  @initial(() => theme().panel)
  @interpolation(Color.lerp)
  @parser((color: PossibleColor | null) => (color === null ? null : new Color(color)))
  @signal()
  public declare readonly ground: Signal<PossibleColor | null, Color | null, this>;

  @initial(null)
  @parser((value: number | null) => (value === null ? null : finiteNumber('CodeListing', 'shown', value)))
  @signal()
  public declare readonly shown: SimpleSignal<number | null, this>;

  /** Share of the focus that each line has. */
  @initial([])
  @interpolation(mixWeights)
  @signal()
  protected declare readonly weights: SimpleSignal<readonly number[], this>;

  @initial(0)
  @numberSignal()
  protected declare readonly focusing: SimpleSignal<number, this>;

  private readonly handedOut = new HandedParts();

  public constructor(props: CodeListingProps) {
    super({fontSize: 34, ...props});
  }

  /** Lets the lines come that are still to come. duration = `each` · their count. */
  public *reveal(each = 0.25): ThreadGenerator {
    const [from, to] = [this.count(), this.spans().length];
    this.shown(from);
    yield* this.shown(to, each * (to - from), linear);
  }

  /** Lets a run of lines stand out. @param lines - first and last, counted from 1 */
  public *focus([first, last]: readonly [number, number], seconds = 0.4): ThreadGenerator {
    this.requireLine(first);
    this.requireLine(last);
    const chosen = Array.from({length: last - first + 1}, (_, index) => first - 1 + index);
    const weights = onlyThese(this.spans().length, chosen);
    if (this.focusing() === 0) this.weights(weights);
    yield* all(this.weights(weights, seconds, smooth), this.focusing(1, seconds, smooth));
  }

  public *unfocus(seconds = 0.4): ThreadGenerator {
    yield* this.focusing(0, seconds, smooth);
  }

  /** A line as a place to point at, counted from 1. */
  public line(number: number): Place {
    this.requireLine(number);
    return this.handedOut.take(String(number), () => this.addPart(new Place({box: () => this.lineBox(number - 1)})));
  }

  /** Width of one column of the grid in pixels. */
  public advance(): number {
    return lineWidth('0', {fontSize: this.fontSize(), family: theme().codeFont});
  }

  protected override contentSize(): Size {
    const lines = this.spans();
    const columns = Math.max(0, ...lines.map(line => Math.max(0, ...line.map(span => span.column + [...span.text].length))));
    const own = this.indent() + columns * this.advance() + 2 * this.edge();
    return {width: givenWidth('CodeListing', this, own), height: lines.length * this.lineHeightInPixels() + 2 * this.edge()};
  }

  protected override drawContent(context: CanvasRenderingContext2D): void {
    if (!(this.fontSize() > 0)) return;
    this.drawGround(context);
    const count = this.count();
    this.spans().forEach((line, index) => {
      const weight = clamp01(this.weights()[index] ?? 0);
      const come = smooth(clamp01(count - index));
      this.drawBand(context, index, weight * clamp01(this.focusing()) * come);
      faded(context, come * focusStrength(weight, this.focusing(), dim), () => this.drawCodeLine(context, line, index));
    });
  }

  private drawGround(context: CanvasRenderingContext2D): void {
    const ground = this.ground();
    const {width, height} = this.contentSize();
    if (ground === null || !(width > 0 && height > 0)) return;
    context.fillStyle = ground.serialize();
    context.beginPath();
    context.roundRect(-width / 2, -height / 2, width, height, Math.min(16, width / 2, height / 2));
    context.fill();
  }

  private drawBand(context: CanvasRenderingContext2D, index: number, strength: number): void {
    const {width} = this.contentSize();
    const height = this.lineHeightInPixels();
    faded(context, strength * 0.12, () => {
      context.fillStyle = theme().highlight;
      context.fillRect(-width / 2, this.middleOf(index) - height / 2, width, height);
    });
  }

  private drawCodeLine(context: CanvasRenderingContext2D, line: readonly CodeSpan[], index: number): void {
    const left = this.textLeft();
    const y = this.middleOf(index);
    const look = {fontSize: this.fontSize(), family: theme().codeFont};
    for (const {column, text, kind} of line) {
      drawLine(context, text, left + column * this.advance(), y, {...look, fill: colorOf(kind)});
    }
    if (this.numbers()) drawLine(context, String(index + 1), left - this.advance() * 2, y, {...look, fill: theme().muted, align: 'right'});
  }

  private lineBox(index: number): BBox {
    const line = this.spans()[index];
    const height = this.lineHeightInPixels();
    const first = line[0]?.column ?? 0;
    const last = line.reduce((end, span) => Math.max(end, span.column + [...span.text.trimEnd()].length), first);
    return new BBox(this.textLeft() + first * this.advance(), this.middleOf(index) - height / 2, (last - first) * this.advance(), height);
  }

  @computed()
  private spans(): readonly (readonly CodeSpan[])[] {
    return this.code() === '' ? [] : codeLines(this.code(), this.language());
  }

  private middleOf(index: number): number {
    return (index - (this.spans().length - 1) / 2) * this.lineHeightInPixels();
  }

  private textLeft(): number {
    return -this.contentSize().width / 2 + this.edge() + this.indent();
  }

  /** Room for line numbers: their digits and two columns of air. */
  private indent(): number {
    return this.numbers() ? (String(this.spans().length).length + 2) * this.advance() : 0;
  }

  private lineHeightInPixels(): number {
    return this.pitch() * this.fontSize();
  }

  private edge(): number {
    return this.ground() === null ? 0 : this.fontSize() * 0.8;
  }

  private count(): number {
    return Math.max(0, Math.min(this.spans().length, this.shown() ?? Infinity));
  }

  private requireLine(number: number): void {
    if (Number.isInteger(number) && number >= 1 && number <= this.spans().length) return;
    throw new RangeError(`CodeListing has no line ${number}: it has ${this.spans().length}, from 1`);
  }
}

function colorOf(kind: CodeKind): string {
  const hue = hues[kind];
  if (hue !== undefined) return hueColor(hue).line;
  return kind === 'comment' ? theme().muted : theme().ink;
}
