/** A sentence cut into the pieces that a model reads, each in a box of its own hue. */
import {computed, initial, interpolation, nodeName, parser, signal, type LayoutProps} from '@motion-canvas/2d';
import {BBox, tween, type SignalValue, type SimpleSignal, type ThreadGenerator} from '@motion-canvas/core';
import {linear, smooth} from '../math/easing';
import {lagShare} from '../motion/laggedStart';
import {theme} from '../theme/theme';
import {seconds as durations} from '../theme/timing';
import {tokenColor} from '../theme/tokenColor';
import {boxAt, BoxFigure, type Size} from './BoxFigure';
import {mixLists} from './numberTable';
import {numberSignal} from './pointSignal';
import {stringList} from './stringList';
import {drawRuns, faceWidth, halfCapital, type TextFace} from './textRuler';
import {placeTokens, type TokenPlace} from './tokenLayout';

export interface TokenStripProps extends LayoutProps {
  /** The pieces in order, with the spaces that belong to them, as a tokenizer gives them. May be empty. */
  pieces?: SignalValue<readonly string[]>;
  /** Hues are held to this part of the circle, in degrees; default the whole circle. */
  hues?: readonly [number, number];
  /** Default 44 px. */
  fontSize?: SignalValue<number>;
  /** Share of the boxes that is drawn, 0 plain text to 1, default 1. */
  boxed?: SignalValue<number>;
  /** Share that has been written, 0 to 1, default 1. */
  written?: SignalValue<number>;
  /** How far the letters take the hue of their box, 0 to 1, default 0. */
  tinted?: SignalValue<number>;
  /** Air between boxes in pixels, default 0: they abut. */
  spacing?: SignalValue<number>;
  /** Width at which a new line begins, default none. */
  limit?: SignalValue<number>;
  /** Middle of each box along x, in the strip's pixels; default side by side. */
  places?: SignalValue<readonly number[] | null>;
  /** Opacity of each token, default all 1. */
  light?: SignalValue<readonly number[] | null>;
  /** How far each piece is hidden behind "???", 0 to 1, default none. */
  hidden?: SignalValue<readonly number[] | null>;
}

/** Height of a box and distance of lines, as shares of the type size. */
const [boxHeight, linePitch] = [1.42, 1.75];

/**
 * A text cut into tokens, each in a box of its own hue. Boxes hold the space before their word, are equally high, and
 * abut.
 *
 * A piece keeps its hue in every scene: it is seeded by the text.
 *
 * @throws TypeError 'Cannot draw TokenStrip: "pieces" holds 3 at index 1, it takes texts'
 * @throws RangeError 'TokenStrip has no token 9: it has 5, counted from 0'
 * @example
 * <TokenStrip ref={strip} pieces={['To', ' date', ',', ' the', ' cle', 'verest']} boxed={0} />
 * yield* strip().write();                  // 1.0 s
 * yield* strip().showBoxes();              // 1.0 s
 * yield* strip().mask(5);                  // 0.4 s, the last piece becomes "???"
 * yield* strip().spreadTo(columns);        // 1.0 s
 */
@nodeName('TokenStrip')
export class TokenStrip extends BoxFigure {
  @initial([])
  @parser((pieces: readonly string[]) => stringList('TokenStrip', 'pieces', pieces))
  @signal()
  public declare readonly pieces: SimpleSignal<readonly string[], this>;

  @initial(1)
  @numberSignal()
  public declare readonly boxed: SimpleSignal<number, this>;

  @initial(1)
  @numberSignal()
  public declare readonly written: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly tinted: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly spacing: SimpleSignal<number, this>;

  @initial(1e6)
  @numberSignal()
  public declare readonly limit: SimpleSignal<number, this>;

  @initial(null)
  @interpolation(mixNullable)
  @parser((places: readonly number[] | null) => places)
  @signal()
  public declare readonly places: SimpleSignal<readonly number[] | null, this>;

  @initial(null)
  @interpolation(mixNullable)
  @parser((light: readonly number[] | null) => light)
  @signal()
  public declare readonly light: SimpleSignal<readonly number[] | null, this>;

  @initial(null)
  @interpolation(mixNullable)
  @parser((hidden: readonly number[] | null) => hidden)
  @signal()
  public declare readonly hidden: SimpleSignal<readonly number[] | null, this>;

  private readonly hues: readonly [number, number] | undefined;

  public constructor({hues, ...props}: TokenStripProps) {
    super({fontSize: 44, ...props});
    this.hues = hues;
  }

  /** The box of a token, in the strip's own pixels. */
  public boxOf(index: number): BBox {
    const place = this.tokenPlaces().places[index];
    if (place === undefined) throw new RangeError(`TokenStrip has no token ${index}: it has ${this.pieces().length}, counted from 0`);
    return boxAt(place.x, place.y, place.width, boxHeight * this.fontSize());
  }

  /** A strip of one token that lies exactly on it: a copy to be added to the strip's parent and carried away. */
  public copyOf(index: number): TokenStrip {
    const box = this.inParent(this.boxOf(index));
    return new TokenStrip({
      pieces: [this.pieces()[index]],
      hues: this.hues,
      fontSize: this.fontSize(),
      boxed: this.boxed(),
      tinted: this.tinted(),
      position: box.center,
      scale: this.scale(),
    });
  }

  /** Writes the pieces one after another. */
  public *write(seconds: number = durations.standard): ThreadGenerator {
    this.written(0);
    yield* this.written(1, seconds, linear);
  }

  /** Draws the boxes, one after another. */
  public *showBoxes(seconds: number = durations.standard): ThreadGenerator {
    this.boxed(0);
    yield* this.boxed(1, seconds, linear);
  }

  /** Hides a piece behind "???", the one to be guessed. */
  public *mask(index: number, seconds: number = durations.short): ThreadGenerator {
    yield* this.cover(index, 1, seconds);
  }

  /** Shows a hidden piece again. */
  public *unmask(index: number, seconds: number = durations.short): ThreadGenerator {
    yield* this.cover(index, 0, seconds);
  }

  /** Moves the boxes so that their middles stand at these places along x. */
  public *spreadTo(places: readonly number[], seconds: number = durations.standard): ThreadGenerator {
    const start = this.tokenPlaces().places.map(place => place.x);
    if (places.length !== start.length) throw new RangeError(`TokenStrip has ${start.length} tokens and cannot spread to ${places.length} places`);
    this.places(start);
    yield* this.places(places, seconds, smooth);
  }

  /** Dims all tokens but some. */
  public *spotlight(indices: readonly number[], seconds: number = durations.short, dim = 0.25): ThreadGenerator {
    indices.forEach(index => this.boxOf(index));
    yield* this.shine(index => (indices.includes(index) ? 1 : dim), seconds);
  }

  /** Lets every token shine again. */
  public *endSpotlight(seconds: number = durations.short): ThreadGenerator {
    yield* this.shine(() => 1, seconds);
  }

  protected override plainProps(): Record<string, unknown> {
    return {hues: this.hues};
  }

  protected override contentSize(): Size {
    const {width, lines} = this.tokenPlaces();
    const fontSize = this.fontSize();
    return {width, height: (Math.max(1, lines) - 1) * linePitch * fontSize + boxHeight * fontSize};
  }

  protected override drawContent(context: CanvasRenderingContext2D): void {
    const pieces = this.pieces();
    const {places} = this.tokenPlaces();
    const [written, boxed] = [this.written(), this.boxed()];
    const strength = context.globalAlpha;
    pieces.forEach((piece, i) => {
      const here = smooth(lagShare(written, i, pieces.length, 0.5)) * (this.light()?.[i] ?? 1);
      if (here <= 0) return;
      const drawn = smooth(lagShare(boxed, i, pieces.length, 0.3));
      context.globalAlpha = strength * here * drawn;
      if (drawn > 0) this.drawBox(context, piece, places[i]);
      this.drawPiece(context, piece, places[i], this.hidden()?.[i] ?? 0, strength * here);
    });
    context.globalAlpha = strength;
  }

  private drawBox(context: CanvasRenderingContext2D, piece: string, {x, y, width}: TokenPlace): void {
    const {line, ground} = tokenColor(piece, this.hues);
    const fontSize = this.fontSize();
    const stroke = Math.max(1.5, 0.045 * fontSize);
    const height = boxHeight * fontSize - stroke;
    context.beginPath();
    context.roundRect(x - width / 2 + stroke / 2 + 1, y - height / 2, Math.max(0, width - stroke - 2), height, 0.14 * fontSize);
    context.fillStyle = ground;
    context.fill();
    context.strokeStyle = line;
    context.lineWidth = stroke;
    context.stroke();
  }

  private drawPiece(context: CanvasRenderingContext2D, piece: string, {x, y, width}: TokenPlace, hidden: number, strength: number): void {
    const face = this.face();
    const baseline = y + halfCapital * face.size;
    const {line} = tokenColor(piece, this.hues);
    context.globalAlpha = strength * (1 - hidden);
    context.fillStyle = theme().ink;
    drawRuns(context, face, shownText(piece), x - width / 2 + this.sideAir(), baseline);
    if (this.tinted() > 0) {
      context.globalAlpha *= this.tinted();
      context.fillStyle = line;
      drawRuns(context, face, shownText(piece), x - width / 2 + this.sideAir(), baseline);
    }
    if (hidden <= 0) return;
    context.globalAlpha = strength * hidden;
    context.fillStyle = line;
    drawRuns(context, face, '???', x - faceWidth(face, '???') / 2, baseline);
  }

  @computed()
  private tokenPlaces(): ReturnType<typeof placeTokens> {
    const face = this.face();
    const widths = this.pieces().map((piece, i) => {
      const full = faceWidth(face, shownText(piece)) + 2 * this.sideAir();
      const masked = Math.max(full, faceWidth(face, '???') + 4 * this.sideAir());
      return full + (masked - full) * (this.hidden()?.[i] ?? 0);
    });
    const layout = placeTokens(widths, {limit: this.limit(), gap: this.spacing(), pitch: linePitch * face.size});
    const xs = this.places();
    return xs === null ? layout : {...layout, places: layout.places.map((place, i) => ({...place, x: xs[i] ?? place.x}))};
  }

  private *cover(index: number, target: number, seconds: number): ThreadGenerator {
    this.boxOf(index);
    const start = this.hidden() ?? this.pieces().map(() => 0);
    const end = start.map((value, i) => (i === index ? target : value));
    yield* tween(seconds, share => this.hidden(mixLists(start, end, smooth(share))));
  }

  private *shine(strength: (index: number) => number, seconds: number): ThreadGenerator {
    const end = this.pieces().map((_, i) => strength(i));
    const start = this.light() ?? end.map(() => 1);
    yield* tween(seconds, share => this.light(mixLists(start, end, smooth(share))));
  }

  /** Air beside the letters; plain text has none, so the boxes push the pieces apart as they come. */
  private sideAir(): number {
    return 0.19 * this.fontSize() * smooth(this.boxed());
  }

  private face(): TextFace {
    return {family: theme().textFont, cjkFamily: theme().cjkFont, size: this.fontSize(), weight: 400};
  }
}

/** Line breaks and tabs have no glyph; a space says that something is there. */
function shownText(piece: string): string {
  return piece.replace(/[\r\n\t]/g, ' ');
}

function mixNullable(from: readonly number[] | null, to: readonly number[] | null, share: number): readonly number[] | null {
  if (from === null || to === null || from.length !== to.length) return share < 1 ? from : to;
  return mixLists(from, to, share);
}
