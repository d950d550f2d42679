/**
 * Layout arithmetic in whole 1/64 px, as Chromium does it: sizes are integers, and every division truncates.
 *
 * In: CSS px. Out: integers in which 64 are one px. Everything in this room and in text/ that is not said to be px is
 * in these units.
 */

/** Units in one px. */
export const UNITS = 64;

/** The size of something that is not known yet, such as the height of a box whose content is not laid out. */
export const INDEFINITE = -1;

/** The largest size: no limit. */
export const INFINITE = 2 ** 31 - 1;

/** Turns px into units: single precision, then truncation. */
export function toUnits(px: number): number {
  return clampUnits(Math.trunc(Math.fround(px) * UNITS));
}

/** Turns a measured width in px into units, never narrower. */
export function ceilUnits(px: number): number {
  return clampUnits(Math.ceil(Math.fround(px) * UNITS));
}

/** Turns px into units, never wider. */
export function floorUnits(px: number): number {
  return clampUnits(Math.floor(Math.fround(px) * UNITS));
}

/** Turns units into px, exactly. */
export function toPx(units: number): number {
  return units / UNITS;
}

/** A percentage of a size in units. */
export function percentOf(base: number, percent: number): number {
  const px = Math.fround(Math.fround((base / UNITS) * Math.fround(percent)) / 100);
  return toUnits(px);
}

/** Halves and other shares of a size; rounds towards 0. */
export function share(units: number, parts: number): number {
  return Math.trunc(units / parts);
}

function clampUnits(units: number): number {
  return units > INFINITE ? INFINITE : units < -INFINITE ? -INFINITE : units;
}
