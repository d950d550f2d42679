/** One line of text on a canvas: the face it is set in, how wide it is, and where its baseline stands. */
import {theme} from '../theme/theme';
import {fontOf, halfCapital, textWidth} from './textRuler';

/** How a line of text looks. */
export interface LineLook {
  /** Pixels. */
  readonly fontSize: number;
  /** 400, 500, 600 or 700; default 400. */
  readonly weight?: number;
  readonly italic?: boolean;
  /** Default the text face of the theme. */
  readonly family?: string;
}

/** The face of a line as canvas understands it. Chinese, Japanese and Korean come from a face of their own. */
export function lineFont({fontSize, weight = 400, italic = false, family = theme().textFont}: LineLook): string {
  return `${fontOf(family, fontSize, weight, italic)}, "${theme().cjkFont}"`;
}

/** How wide a line is in pixels, spaces included. @example lineWidth('42', {fontSize: 100})  // 120 */
export function lineWidth(text: string, look: LineLook): number {
  return look.fontSize > 0 ? textWidth(lineFont(look), text) : 0;
}

/** How far the baseline lies under the middle of a line whose capitals and digits are centred. */
export function baselineUnder(fontSize: number): number {
  return fontSize * halfCapital;
}

/**
 * Draws a line of text from its left end, its capitals centred on a height.
 *
 * @param x - left end; for `align` other than `left` the middle or the right end
 * @param y - middle of the capitals
 */
export function drawLine(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  look: LineLook & {readonly fill: string; readonly align?: 'left' | 'center' | 'right'},
): void {
  if (text === '' || !(look.fontSize > 0)) return;
  context.font = lineFont(look);
  context.textAlign = look.align ?? 'left';
  context.textBaseline = 'alphabetic';
  context.fillStyle = look.fill;
  context.fillText(text, x, y + baselineUnder(look.fontSize));
}
