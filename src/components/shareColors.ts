/** Colours of the shares of one distribution, alike in bars and on the wheel. */
import {formatHex, interpolate, modeOklab, modeRgb, useMode as enableMode} from 'culori/fn';
import {theme, type Theme} from '../theme/theme';

enableMode(modeRgb);
enableMode(modeOklab);

/** How far the last of many shares has gone from the colour of probabilities towards that of secondary text. */
const fading = 0.75;

/**
 * The colour of the share at a place in the list: the first in the full colour of probabilities, later ones calmer.
 *
 * It hangs on the place, not on the size, so that nothing changes colour while shares move.
 *
 * @param index - from 0
 * @param count - how many shares the list has
 * @example shareColor(0, 8)  // theme().probability
 */
export function shareColor(index: number, count: number, look: Theme = theme()): string {
  const step = Math.min(count, 10) - 1;
  const share = step <= 0 ? 0 : Math.min(1, index / step);
  return formatHex(interpolate([look.probability, look.muted], 'oklab')(share * fading)) ?? look.probability;
}
