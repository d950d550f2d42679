/** A card that says one thing in one sentence: what a word means, or what a picture leaves out. */
import {computed, initial, interpolation, nodeName, parser, signal} from '@motion-canvas/2d';
import type {LayoutProps} from '@motion-canvas/2d';
import {Color} from '@motion-canvas/core';
import type {PossibleColor, Signal, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, type Easing} from '../math/easing';
import {theme} from '../theme/theme';
import {BoxFigure, type Size} from './BoxFigure';
import {faded} from './Figure';
import {givenWidth} from './givenSize';
import {drawLine, lineWidth} from './lineOfText';
import {numberSignal} from './pointSignal';
import {wrappedLines} from './wrapText';

export interface CaptionCardProps extends LayoutProps {
  /** The word that is defined, or the name of the note. */
  term?: SignalValue<string>;
  /** One sentence. */
  text: SignalValue<string>;
  /** A definition, or an honest remark on the picture. Default definition. */
  kind?: SignalValue<'definition' | 'honesty'>;
  /** Colour of term and rule; default that of highlights for definitions, of secondary text for remarks. */
  color?: SignalValue<PossibleColor | null>;
  /** Default 40 px. */
  fontSize?: SignalValue<number>;
  /** How far it has come, 0 to 1; default 1. */
  shown?: SignalValue<number>;
}

const ownWidth = 900;
/** Width of the rule at the left edge. */
const rule = 6;

/**
 * A card that says what a word means or what a picture leaves out, 900 px wide unless `width` says otherwise, as high
 * as its sentence.
 *
 * @example
 * <CaptionCard ref={card} term="logit" text="A score before it is made a probability." />;
 * yield* card().appear();
 * @example <CaptionCard kind="honesty" term="left out" text="Positions, biases and norms." />
 */
@nodeName('CaptionCard')
export class CaptionCard extends BoxFigure {
  @initial('')
  @signal()
  public declare readonly term: SimpleSignal<string, this>;

  @initial('')
  @signal()
  public declare readonly text: SimpleSignal<string, this>;

  @initial('definition')
  @signal()
  public declare readonly kind: SimpleSignal<'definition' | 'honesty', this>;

  @initial(null)
  @interpolation(Color.lerp)
  @parser((color: PossibleColor | null) => (color === null ? null : new Color(color)))
  @signal()
  public declare readonly color: Signal<PossibleColor | null, Color | null, this>;

  @initial(1)
  @numberSignal()
  public declare readonly shown: SimpleSignal<number, this>;

  public constructor(props: CaptionCardProps) {
    super({fontSize: 40, ...props});
  }

  /** The rule is drawn, and the words come out of it. */
  public *appear(seconds = 0.8, easing: Easing = smooth): ThreadGenerator {
    this.shown(0);
    yield* this.shown(1, seconds, easing);
  }

  public *leave(seconds = 0.5, easing: Easing = smooth): ThreadGenerator {
    yield* this.shown(0, seconds, easing);
  }

  protected override contentSize(): Size {
    const rows = this.sentence().length + (this.term() === '' ? 0 : 1);
    return {width: this.cardWidth(), height: rows === 0 ? 0 : rows * this.line() + this.edge() * 1.4};
  }

  protected override drawContent(context: CanvasRenderingContext2D): void {
    const shown = clamp01(this.shown());
    const {width, height} = this.contentSize();
    if (shown === 0 || !(height > 0 && width > 0)) return;
    const color = this.tone().serialize();
    faded(context, shown, () => {
      context.fillStyle = theme().panel;
      context.beginPath();
      context.roundRect(-width / 2, -height / 2, width, height, [0, 14, 14, 0]);
      context.fill();
    });
    const drawn = smooth(clamp01(shown * 2));
    context.fillStyle = color;
    context.fillRect(-width / 2, -height / 2, rule, height * drawn);
    faded(context, clamp01(shown * 2 - 1), () => this.drawText(context, color, (1 - shown) * -this.fontSize() * 0.6));
  }

  private drawText(context: CanvasRenderingContext2D, color: string, shift: number): void {
    const {width, height} = this.contentSize();
    const [x, line] = [-width / 2 + rule + this.edge() + shift, this.line()];
    let y = -height / 2 + this.edge() * 0.7 + line / 2;
    if (this.term() !== '') {
      drawLine(context, this.term(), x, y, {fontSize: this.fontSize(), weight: 600, fill: color});
      y += line;
    }
    this.sentence().forEach((text, row) => {
      drawLine(context, text, x, y + row * line, {fontSize: this.fontSize(), fill: theme().ink});
    });
  }

  private tone(): Color {
    return this.color() ?? new Color(this.kind() === 'honesty' ? theme().muted : theme().highlight);
  }

  @computed()
  private sentence(): readonly string[] {
    if (this.text() === '') return [];
    const look = {fontSize: this.fontSize()};
    const room = this.cardWidth() - rule - 2 * this.edge();
    return wrappedLines(this.text(), line => lineWidth(line, look) <= room);
  }

  private cardWidth(): number {
    return givenWidth('CaptionCard', this, ownWidth);
  }

  private line(): number {
    return this.fontSize() * 1.35;
  }

  private edge(): number {
    return this.fontSize() * 0.8;
  }
}
