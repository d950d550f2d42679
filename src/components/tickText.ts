/** Small text that belongs to a drawing: tick numbers, axis names, counts. Drawn straight onto the canvas. */
import {theme} from '../theme/theme';
import type {XY} from './coordinates';
import {finiteNumber} from './guards';

export interface MarkedText {
  readonly fontSize: number;
  readonly fill: string;
  readonly align?: CanvasTextAlign;
  /** Font family; default that of numbers. */
  readonly family?: string;
  readonly weight?: number;
  /** Whether a rim in the colour of the ground parts the letters from lines behind them; default true. */
  readonly rim?: boolean;
}

/** Draws a line of text whose capitals and digits are centred on a height. */
export function drawMarkedText(context: CanvasRenderingContext2D, text: string, at: XY, style: MarkedText): void {
  if (text === '') return;
  context.save();
  context.font = `${style.weight ?? 400} ${style.fontSize}px ${style.family ?? theme().numberFont}`;
  context.textAlign = style.align ?? 'center';
  context.textBaseline = 'alphabetic';
  // Digits stand on the baseline and are about 0.7 of the size high, so half of that centres them.
  const y = at.y + style.fontSize * 0.355;
  if (style.rim ?? true) {
    context.strokeStyle = theme().background;
    context.lineWidth = style.fontSize * 0.22;
    context.lineJoin = 'round';
    context.strokeText(text, at.x, y);
  }
  context.fillStyle = style.fill;
  context.fillText(text, at.x, y);
  context.restore();
}

/**
 * Passes a size of tick numbers through.
 *
 * @throws RangeError 'Cannot draw NumberLine: "tickSize" is 18 px, ticks are read at 24 or more'
 */
export function smallestTickFont(owner: string, size: number): number {
  if (finiteNumber(owner, 'tickSize', size) < 24) {
    throw new RangeError(`Cannot draw ${owner}: "tickSize" is ${size} px, ticks are read at 24 or more`);
  }
  return size;
}
