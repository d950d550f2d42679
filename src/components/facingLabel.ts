/** Labels that keep facing the viewer beside a thing that moves. */
import {Txt} from '@motion-canvas/2d';
import {Color} from '@motion-canvas/core';
import type {PossibleColor} from '@motion-canvas/core';
import {theme} from '../theme/theme';
import type {XY} from './coordinates';

export interface FacingLabel {
  readonly text: () => string;
  readonly fontSize: () => number;
  readonly fill: () => PossibleColor;
  /** How strongly it is drawn, 0 to 1; default 1. */
  readonly strength?: () => number;
  /** Gives the middle of the label for the size that its text takes, in the pixels of the node that holds it. */
  readonly middle: (box: {width: number; height: number}) => XY;
}

/**
 * Makes a text that places itself by its own size.
 *
 * A rim in the colour of the ground parts the letters from lines that pass behind them; it is wide enough to part and
 * too narrow to be seen as a box. Strength goes into the colours and not into `opacity`, which would draw each label of
 * a space on a canvas of its own, every frame.
 */
export function facingLabel(label: FacingLabel): Txt {
  const faint = (color: PossibleColor) => {
    const full = new Color(color);
    return full.alpha(full.alpha() * Math.min(1, Math.max(0, label.strength?.() ?? 1)));
  };
  const text: Txt = new Txt({
    text: label.text,
    fontSize: label.fontSize,
    fontFamily: () => theme().textFont,
    fontWeight: 500,
    fill: () => faint(label.fill()),
    stroke: () => faint(theme().background),
    lineWidth: () => label.fontSize() * 0.2,
    lineJoin: 'round',
    strokeFirst: true,
    position: () => label.middle({width: text.width(), height: text.height()}),
  });
  return text;
}
