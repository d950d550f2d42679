/** One line of text that is drawn straight onto the canvas, so that a figure can hand out its words as nodes. */
import {colorSignal, initial, nodeName, signal} from '@motion-canvas/2d';
import type {LayoutProps} from '@motion-canvas/2d';
import type {ColorSignal, PossibleColor, SignalValue, SimpleSignal} from '@motion-canvas/core';
import {theme} from '../theme/theme';
import {BoxFigure, type Size} from './BoxFigure';
import {drawLine, lineWidth, type LineLook} from './lineOfText';
import {numberSignal} from './pointSignal';

export interface WordProps extends LayoutProps {
  text: SignalValue<string>;
  /** Pixels, default 40. */
  fontSize?: SignalValue<number>;
  /** 400, 500, 600 or 700; default 500. */
  weight?: SignalValue<number>;
  /** Font family, default the text face of the theme. */
  family?: SignalValue<string | null>;
  color?: SignalValue<PossibleColor>;
}

/** Height of a word's box as a share of its type size: from above the ascenders to under the descenders. */
export const wordHeight = 1.25;

/**
 * A line of text, centred on its capitals. Its box is as wide as the text, so words stand exactly where a line has them.
 *
 * @example <Word text="lighthouse" fontSize={56} color={theme().highlight} />
 */
@nodeName('Word')
export class Word extends BoxFigure {
  @initial('')
  @signal()
  public declare readonly text: SimpleSignal<string, this>;

  @initial(500)
  @numberSignal()
  public declare readonly weight: SimpleSignal<number, this>;

  @initial(null)
  @signal()
  public declare readonly family: SimpleSignal<string | null, this>;

  @initial(() => theme().ink)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  public constructor(props: WordProps) {
    // It has no parts of its own, so it may stand in the rows and columns of a layout.
    super({layout: null, fontSize: 40, ...props});
  }

  protected override contentSize(): Size {
    return {width: lineWidth(this.text(), this.look()), height: this.fontSize() * wordHeight};
  }

  protected override drawContent(context: CanvasRenderingContext2D): void {
    const {width} = this.contentSize();
    drawLine(context, this.text(), -width / 2, 0, {...this.look(), fill: this.color().serialize()});
  }

  private look(): LineLook {
    return {fontSize: this.fontSize(), weight: this.weight(), family: this.family() ?? theme().textFont};
  }
}
