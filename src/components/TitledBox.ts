/** A box with its title in the upper edge of its inside: for things that contain things. */
import {colorSignal, initial, interpolation, nodeName, parser, signal} from '@motion-canvas/2d';
import type {LayoutProps} from '@motion-canvas/2d';
import {BBox, Color} from '@motion-canvas/core';
import type {ColorSignal, PossibleColor, Signal, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, type Easing} from '../math/easing';
import {theme} from '../theme/theme';
import {BoxFigure, type Size} from './BoxFigure';
import {faded} from './Figure';
import {givenHeight, givenWidth} from './givenSize';
import {drawLine} from './lineOfText';
import {numberSignal} from './pointSignal';
import {traceOutline} from './roundedOutline';

export interface TitledBoxProps extends LayoutProps {
  title?: SignalValue<string>;
  /** Size of the title in pixels, default 40. */
  titleSize?: SignalValue<number>;
  titleAlign?: SignalValue<'left' | 'center'>;
  titleColor?: SignalValue<PossibleColor>;
  color?: SignalValue<PossibleColor>;
  /** Ground inside; default none, so that nested boxes do not stack their tints. */
  ground?: SignalValue<PossibleColor | null>;
  /** Width of the outline, default 3. */
  thickness?: SignalValue<number>;
  /** Radius of the corners, default 16. */
  corner?: SignalValue<number>;
  /** How much is drawn, 0 to 1; default 1. */
  drawn?: SignalValue<number>;
}

const own = {width: 600, height: 400};

/**
 * A box with its title; what is put into it has its origin there, too. `inside()` is the room under the title.
 *
 * @example
 * <TitledBox ref={box} title="machine learning" width={1500} height={760}>
 *   <TitledBox title="deep learning" x={300} y={40} width={800} height={560} />
 * </TitledBox>;
 * yield* box().open();  // 0.8 s
 */
@nodeName('TitledBox')
export class TitledBox extends BoxFigure {
  @initial('')
  @signal()
  public declare readonly title: SimpleSignal<string, this>;

  @initial(40)
  @numberSignal()
  public declare readonly titleSize: SimpleSignal<number, this>;

  @initial('left')
  @signal()
  public declare readonly titleAlign: SimpleSignal<'left' | 'center', this>;

  @initial(() => theme().ink)
  @colorSignal()
  public declare readonly titleColor: ColorSignal<this>;

  @initial(() => theme().muted)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(null)
  @interpolation(Color.lerp)
  @parser((color: PossibleColor | null) => (color === null ? null : new Color(color)))
  @signal()
  public declare readonly ground: Signal<PossibleColor | null, Color | null, this>;

  @initial(3)
  @numberSignal()
  public declare readonly thickness: SimpleSignal<number, this>;

  @initial(16)
  @numberSignal()
  public declare readonly corner: SimpleSignal<number, this>;

  @initial(1)
  @numberSignal()
  public declare readonly drawn: SimpleSignal<number, this>;

  public constructor(props: TitledBoxProps) {
    super(props);
  }

  /** Draws the outline round, then the title. */
  public *open(seconds = 0.8, easing: Easing = smooth): ThreadGenerator {
    this.drawn(0);
    yield* this.drawn(1, seconds, easing);
  }

  /** The room under the title, in the box's own pixels. */
  public inside(): BBox {
    const {width, height} = this.contentSize();
    const edge = this.titleSize() * 0.6;
    const top = this.title() === '' ? edge : this.titleSize() * 1.9;
    return new BBox(-width / 2 + edge, -height / 2 + top, Math.max(0, width - 2 * edge), Math.max(0, height - top - edge));
  }

  protected override contentSize(): Size {
    return {width: givenWidth('TitledBox', this, own.width), height: givenHeight('TitledBox', this, own.height)};
  }

  protected override drawContent(context: CanvasRenderingContext2D): void {
    const {width, height} = this.contentSize();
    const drawn = clamp01(this.drawn());
    if (drawn === 0 || !(width > 0 && height > 0)) return;
    const box = new BBox(-width / 2, -height / 2, width, height);
    const corner = Math.min(this.corner(), width / 2, height / 2);
    const ground = this.ground();
    if (ground !== null) {
      faded(context, drawn, () => {
        context.fillStyle = ground.serialize();
        context.beginPath();
        context.roundRect(box.x, box.y, width, height, corner);
        context.fill();
      });
    }
    this.drawOutline(context, box, corner, clamp01(drawn * 1.25));
    faded(context, clamp01(drawn * 3 - 2), () => this.drawTitle(context, box));
  }

  private drawOutline(context: CanvasRenderingContext2D, box: BBox, corner: number, share: number): void {
    if (!(this.thickness() > 0)) return;
    context.strokeStyle = this.color().serialize();
    context.lineWidth = this.thickness();
    context.lineCap = 'round';
    context.beginPath();
    if (share === 1) context.roundRect(box.x, box.y, box.width, box.height, corner);
    else traceOutline(context, box, corner, share);
    context.stroke();
  }

  private drawTitle(context: CanvasRenderingContext2D, box: BBox): void {
    const fontSize = this.titleSize();
    const middle = this.titleAlign() === 'center';
    const x = middle ? box.center.x : box.x + fontSize * 0.6;
    drawLine(context, this.title(), x, box.y + fontSize, {
      fontSize,
      weight: 500,
      fill: this.titleColor().serialize(),
      align: middle ? 'center' : 'left',
    });
  }
}
