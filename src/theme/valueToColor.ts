/** A number's colour: its role picks the ramp, its sign the side, its size the place on the ramp. */
import {formatHex, interpolate, modeLrgb, modeOklab, modeRgb, useMode as enableMode} from 'culori/fn';
import type {Ramp} from './palettes';
import {theme, type Theme, type ThemeName} from './theme';

enableMode(modeRgb);
enableMode(modeLrgb);
enableMode(modeOklab);

/** `weight`: learned, coloured by sign. `data`: what flows through, one ramp for both signs. */
export type NumberRole = 'weight' | 'data';

/** Shades on a ramp: finer than an eye parts, coarse enough to be looked up. */
const shades = 128;

/**
 * The colour that a number is written in.
 *
 * α = clamp(|value| / max) picks the place on the ramp, mixed in OKLab; a weight's sign picks blue or red, and zero
 * counts as positive. A value that is not finite (a masked score) has the full shade of its sign.
 *
 * @param value - any number but NaN
 * @param role - `weight` or `data`
 * @param max - magnitude at which the ramp ends, > 0, default 1
 * @param look - default the scene's own theme
 * @returns #rrggbb
 * @throws RangeError "valueToColor() cannot colour NaN"
 * @example valueToColor(-9.9, 'weight', 9.9)  // theme().ramps.negativeWeight.high
 */
export function valueToColor(value: number, role: NumberRole, max = 1, look: Theme = theme()): string {
  if (Number.isNaN(value)) throw new RangeError('valueToColor() cannot colour NaN');
  if (!(max > 0)) throw new RangeError(`valueToColor() takes max above 0, not ${max}`);
  const side = role === 'data' ? 'data' : value < 0 ? 'negativeWeight' : 'positiveWeight';
  const share = Math.min(1, Math.abs(value) / max);
  return rampShades(look.name, side, look.ramps[side])[Math.round(share * shades)];
}

/** A place on a ramp, 0 to 1. @example rampColor(theme().ramps.data, 0)  // its low end */
export function rampColor(ramp: Ramp, share: number): string {
  return formatHex(interpolate([ramp.low, ramp.high], 'oklab')(Math.min(1, Math.max(0, share))));
}

// A pure table, filled on first use: a 64x64 matrix asks for 4,096 colours a frame.
const tables = new Map<string, readonly string[]>();

function rampShades(name: ThemeName, side: string, ramp: Ramp): readonly string[] {
  const key = `${name}/${side}`;
  let table = tables.get(key);
  if (table === undefined) {
    table = Array.from({length: shades + 1}, (_, i) => rampColor(ramp, i / shades));
    tables.set(key, table);
  }
  return table;
}
