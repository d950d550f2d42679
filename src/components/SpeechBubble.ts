/** What something says or asks: a text in a bubble whose tail points to it. */
import {colorSignal, computed, initial, nodeName, signal} from '@motion-canvas/2d';
import type {LayoutProps} from '@motion-canvas/2d';
import {BBox} from '@motion-canvas/core';
import type {ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, type Easing} from '../math/easing';
import {theme} from '../theme/theme';
import {BoxFigure, type Size} from './BoxFigure';
import {tailTo, traceBubble, type Tail, type TailLook} from './bubbleOutline';
import {faded} from './Figure';
import {givenWidth} from './givenSize';
import {drawLine, lineWidth} from './lineOfText';
import {numberSignal} from './pointSignal';
import {targetBox, type Target} from './targetBox';
import {wrappedLines} from './wrapText';

export interface SpeechBubbleProps extends LayoutProps {
  text: SignalValue<string>;
  /** Who says it: the tail points there. Without, the bubble has no tail. */
  to?: Target | null;
  /** Longest line in pixels, default 420; the bubble is as wide as its lines, unless `width` is given. */
  room?: SignalValue<number>;
  /** Default 36 px. */
  fontSize?: SignalValue<number>;
  color?: SignalValue<PossibleColor>;
  ground?: SignalValue<PossibleColor>;
  textColor?: SignalValue<PossibleColor>;
  /** How far it has opened out of its tip, 0 to 1; default 1. */
  opened?: SignalValue<number>;
}

const tailLook: TailLook = {corner: 22, root: 36, reach: 90, gap: 12};
const lineThickness = 3;

/**
 * A bubble whose tail points at the one who speaks; centred on the node. Its tail leaves the side that faces the
 * speaker and follows them; it is at most 90 px long.
 *
 * @example
 * <SpeechBubble ref={bubble} to={noun} text="Any adjectives before me?" position={[0, -300]} />;
 * yield* bubble().open();  // 0.6 s, grows out of its tip
 * yield* bubble().shut();
 */
@nodeName('SpeechBubble')
export class SpeechBubble extends BoxFigure {
  private readonly speaker: Target | null;

  @initial('')
  @signal()
  public declare readonly text: SimpleSignal<string, this>;

  @initial(420)
  @numberSignal()
  public declare readonly room: SimpleSignal<number, this>;

  @initial(() => theme().muted)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(() => theme().panel)
  @colorSignal()
  public declare readonly ground: ColorSignal<this>;

  @initial(() => theme().ink)
  @colorSignal()
  public declare readonly textColor: ColorSignal<this>;

  @initial(1)
  @numberSignal()
  public declare readonly opened: SimpleSignal<number, this>;

  public constructor({to = null, ...props}: SpeechBubbleProps) {
    super({fontSize: 36, ...props});
    this.speaker = to;
  }

  /** Lets the bubble grow out of its tip, then the words come. */
  public *open(seconds = 0.6, easing: Easing = smooth): ThreadGenerator {
    this.opened(0);
    yield* this.opened(1, seconds, easing);
  }

  /** Lets the bubble shrink back into its tip. */
  public *shut(seconds = 0.4, easing: Easing = smooth): ThreadGenerator {
    yield* this.opened(0, seconds, easing);
  }

  protected override plainProps(): Record<string, unknown> {
    return {to: this.speaker};
  }

  protected override contentSize(): Size {
    const [fontSize, lines] = [this.fontSize(), this.wrapped()];
    const widest = Math.max(0, ...lines.map(line => lineWidth(line, {fontSize})));
    const own = lines.length === 0 ? 0 : widest + fontSize * 1.5;
    return {width: givenWidth('SpeechBubble', this, own), height: lines.length === 0 ? 0 : lines.length * this.pitch() + fontSize * 0.8};
  }

  protected override overhang(): number {
    return tailLook.reach + lineThickness;
  }

  protected override drawContent(context: CanvasRenderingContext2D): void {
    const opened = clamp01(this.opened());
    const {width, height} = this.contentSize();
    if (opened === 0 || !(width > 0 && height > 0)) return;
    const box = new BBox(-width / 2, -height / 2, width, height);
    const tail = this.tail(box);
    const {x, y} = tail?.tip ?? box.center;
    context.translate(x, y);
    context.scale(opened, opened);
    context.translate(-x, -y);
    this.drawBubble(context, box, tail);
    faded(context, clamp01(opened * 2.5 - 1.5), () => this.drawText(context));
  }

  private drawBubble(context: CanvasRenderingContext2D, box: BBox, tail: Tail | null): void {
    context.beginPath();
    traceBubble(context, box, tail, tailLook);
    context.fillStyle = this.ground().serialize();
    context.fill();
    context.strokeStyle = this.color().serialize();
    context.lineWidth = lineThickness;
    context.lineJoin = 'round';
    context.stroke();
  }

  private drawText(context: CanvasRenderingContext2D): void {
    const lines = this.wrapped();
    lines.forEach((line, index) => {
      drawLine(context, line, 0, (index - (lines.length - 1) / 2) * this.pitch(), {
        fontSize: this.fontSize(),
        fill: this.textColor().serialize(),
        align: 'center',
      });
    });
  }

  private tail(box: BBox): Tail | null {
    const target = this.speaker === null ? null : targetBox(this, this.speaker);
    return target === null ? null : tailTo(box, target, tailLook);
  }

  @computed()
  private wrapped(): readonly string[] {
    if (this.text() === '') return [];
    const look = {fontSize: this.fontSize()};
    const given = givenWidth('SpeechBubble', this, NaN);
    const room = Number.isNaN(given) ? this.room() : given - look.fontSize * 1.5;
    return wrappedLines(this.text(), line => lineWidth(line, look) <= room);
  }

  private pitch(): number {
    return this.fontSize() * 1.35;
  }
}
