/** A short text in a rounded box, both tinted by one hue. */
import {initial, interpolation, nodeName, parser, signal} from '@motion-canvas/2d';
import type {LayoutProps} from '@motion-canvas/2d';
import {Color} from '@motion-canvas/core';
import type {PossibleColor, Signal, SignalValue, SimpleSignal} from '@motion-canvas/core';
import {clamp01} from '../math/easing';
import {theme} from '../theme/theme';
import {hueColor, tokenColor, type TokenColor} from '../theme/tokenColor';
import {BoxFigure, type Size} from './BoxFigure';
import {givenWidth} from './givenSize';
import {drawLine, lineWidth} from './lineOfText';
import {numberSignal} from './pointSignal';

export interface ChipProps extends LayoutProps {
  text: SignalValue<string>;
  /** Degrees on the circle of hues; default the hue that the text has in every scene. */
  hue?: SignalValue<number | null>;
  /** A colour of the theme instead of a hue. */
  color?: SignalValue<PossibleColor | null>;
  /** Default 40 px. */
  fontSize?: SignalValue<number>;
  /** How strong the tint of the ground is, 0 to 1; default 1. */
  tint?: SignalValue<number>;
}

/**
 * A chip, as wide as its text and some air, or as `width` says.
 *
 * @example <Chip text="lighthouse" />
 * @example <Chip text="query" color={theme().query} />
 */
@nodeName('Chip')
export class Chip extends BoxFigure {
  @initial('')
  @signal()
  public declare readonly text: SimpleSignal<string, this>;

  @initial(null)
  @signal()
  public declare readonly hue: SimpleSignal<number | null, this>;

  @initial(null)
  @interpolation(Color.lerp)
  @parser((color: PossibleColor | null) => (color === null ? null : new Color(color)))
  @signal()
  public declare readonly color: Signal<PossibleColor | null, Color | null, this>;

  @initial(1)
  @numberSignal()
  public declare readonly tint: SimpleSignal<number, this>;

  public constructor(props: ChipProps) {
    // It has no parts of its own, so it may stand in the rows and columns of a layout.
    super({layout: null, fontSize: 40, ...props});
  }

  protected override contentSize(): Size {
    const fontSize = this.fontSize();
    const own = lineWidth(this.text(), this.look()) + fontSize * 0.8;
    return {width: givenWidth('Chip', this, Math.max(own, fontSize * 1.5)), height: fontSize * 1.5};
  }

  protected override drawContent(context: CanvasRenderingContext2D): void {
    const {width, height} = this.contentSize();
    if (!(width > 0 && height > 0)) return;
    const {line, ground} = this.colors();
    context.beginPath();
    context.roundRect(-width / 2, -height / 2, width, height, Math.min(height * 0.22, width / 2));
    context.save();
    context.globalAlpha *= clamp01(this.tint());
    context.fillStyle = ground;
    context.fill();
    context.restore();
    context.strokeStyle = line;
    context.lineWidth = Math.max(2, this.fontSize() * 0.06);
    context.stroke();
    drawLine(context, this.text(), 0, 0, {...this.look(), fill: line, align: 'center'});
  }

  private colors(): TokenColor {
    const color = this.color();
    if (color !== null) {
      return {line: color.serialize(), ground: Color.lerp(new Color(theme().background), color, theme().token.tint, 'lab').serialize()};
    }
    const hue = this.hue();
    return hue === null ? tokenColor(this.text()) : hueColor(hue);
  }

  private look(): {fontSize: number; weight: number} {
    return {fontSize: this.fontSize(), weight: 500};
  }
}
