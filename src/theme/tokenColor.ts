/** The hue that a piece of text keeps in every scene: seeded by the text itself. */
import {clampChroma, formatHex, interpolate, modeLrgb, modeOklab, modeOklch, modeRgb, useMode as enableMode} from 'culori/fn';
import {hashText} from '../math/seededRandom';
import {theme, type Theme} from './theme';

enableMode(modeRgb);
enableMode(modeLrgb);
enableMode(modeOklab);
enableMode(modeOklch);

/** Colours of one piece of text: the line and letters, and the tinted ground of its box. */
export interface TokenColor {
  readonly line: string;
  readonly ground: string;
}

/**
 * The hue of a text, in degrees of the OKLCH circle.
 *
 * Spaces around it and its case are ignored, so " Bank" and "bank" keep one colour.
 *
 * @param range - from..to in degrees, default the full circle; one family of texts may be held to a part of it
 * @example tokenHue(' cat') === tokenHue('Cat')  // true
 */
export function tokenHue(text: string, range: readonly [number, number] = [0, 360]): number {
  const share = hashText(text.trim().toLowerCase()) / 2 ** 32;
  return range[0] + share * (range[1] - range[0]);
}

/**
 * The colours of a hue at the lightness that all tokens of the theme share.
 *
 * @example hueColor(tokenHue(' cat')).line
 */
export function hueColor(hue: number, look: Theme = theme()): TokenColor {
  const {lightness, chroma, tint} = look.token;
  const line = formatHex(clampChroma({mode: 'oklch', l: lightness, c: chroma, h: ((hue % 360) + 360) % 360}, 'oklch'));
  return {line, ground: formatHex(interpolate([look.background, line], 'oklab')(tint))};
}

/** The colours that a piece of text keeps in every scene. @example tokenColor(' cat').line */
export function tokenColor(text: string, range?: readonly [number, number], look: Theme = theme()): TokenColor {
  return hueColor(tokenHue(text, range), look);
}
