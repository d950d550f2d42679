/** Which numbers an axis names. */
import {formatNumber} from '../math/formatNumber';

/**
 * Picks a round step (1, 2, 2.5 or 5 times a power of ten) that cuts a span into about so many parts.
 *
 * @param span - length of the axis in its own units, above 0
 * @param parts - how many parts are wanted, at least 1
 * @returns the largest round step that gives at least that many parts, or nearly so
 * @example roundStep(10, 5)  // 2
 */
export function roundStep(span: number, parts: number): number {
  const rough = span / Math.max(1, parts);
  const power = 10 ** Math.floor(Math.log10(rough));
  const lead = rough / power;
  const round = lead < 1.5 ? 1 : lead < 2.25 ? 2 : lead < 3.5 ? 2.5 : lead < 7.5 ? 5 : 10;
  return round * power;
}

/**
 * Lists the multiples of a step inside a range, both ends included.
 *
 * Each is computed from its whole index, so that no rounding error piles up and zero is exactly zero.
 *
 * @param range - `[low, high]` in axis units
 * @param step - distance between ticks in axis units, above 0
 * @throws RangeError "An axis from 0 to 1 with a tick every 0.00001 would have 100001 ticks, at most 1000 can be drawn"
 * @example tickValues([-1, 1], 0.5)  // [-1, -0.5, 0, 0.5, 1]
 */
export function tickValues(range: readonly [number, number], step: number): number[] {
  const [low, high] = range;
  if (!(step > 0) || !Number.isFinite(step)) throw new RangeError(`A tick step is above 0, not ${step}`);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  if (last - first > 1000) {
    throw new RangeError(
      `An axis from ${low} to ${high} with a tick every ${step} would have ${last - first + 1} ticks, at most 1000 can be drawn`,
    );
  }
  const ticks: number[] = [];
  for (let index = first; index <= last; index++) ticks.push(index === 0 ? 0 : Number((index * step).toPrecision(12)));
  return ticks;
}

/**
 * Counts the decimals that a step needs to be written out.
 *
 * @example decimalsOf(0.25)  // 2
 */
export function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < 8; decimals++) {
    if (Math.abs(step - Number(step.toFixed(decimals))) < Math.abs(step) * 1e-9) return decimals;
  }
  return 8;
}

/**
 * Picks the finest round step whose numbers stand apart along an axis.
 *
 * @param range - `[low, high]` in axis units
 * @param pixels - length of the axis
 * @param least - pixels between ticks that are never undercut
 * @param fontSize - size of the numbers, 0 for ticks without any
 * @param lengthwise - whether numbers are written along the axis, so that their width counts
 * @example readableStep([0, 50000], 900, 110, 28, true)  // 10000
 */
export function readableStep(
  range: readonly [number, number],
  pixels: number,
  least: number,
  fontSize: number,
  lengthwise: boolean,
): number {
  const span = range[1] - range[0];
  for (let parts = Math.max(1, pixels / least); ; parts /= 1.3) {
    const step = roundStep(span, parts);
    const apart = (step / span) * pixels;
    if (parts <= 1 || apart >= (lengthwise ? widestNumber(range, step) * fontSize * 0.6 + fontSize * 1.1 : fontSize * 2)) return step;
  }
}

/** Characters of the longest number on an axis, signs, points and commas included. */
function widestNumber(range: readonly [number, number], step: number): number {
  const decimals = decimalsOf(step);
  return Math.max(...range.map(value => formatNumber(value, {decimals}).length));
}

/** Share of an axis's growth in which a number comes. */
const numberComes = 0.15;

/**
 * How strong the number of a tick is while its axis grows: it comes as the line does, and is there when the line is.
 *
 * @param drawn - share of the axis that is drawn, 0 to 1
 * @param distance - of the tick from where the axis begins to grow, as a share of its way, 0 to 1
 * @returns 0 to 1; 1 for every tick of a whole axis
 */
export function numberStrength(drawn: number, distance: number): number {
  return Math.min(1, Math.max(0, (drawn - distance * (1 - numberComes)) / numberComes));
}
