/**
 * Numbers as they stand on screen: rounded as a reader rounds, grouped by thousands, with a true minus (U+2212).
 * Strings come out; every component that shows a figure calls this, so that all figures look alike.
 */

/** The minus sign of typography, as wide as a plus and as high; a hyphen is neither. */
export const MINUS = '\u2212';

/**
 * When a sign is written. `auto`: minus only. `always`: plus or minus, also on zero, so widths stay equal.
 * `nonzero`: plus or minus, none on what rounds to zero. `never`: the size alone.
 */
export type SignPolicy = 'auto' | 'always' | 'nonzero' | 'never';

export interface NumberFormat {
  /** Digits after the point, 0..15. Default 0. */
  readonly decimals?: number;
  /** Default `auto`. */
  readonly sign?: SignPolicy;
  /** A comma between thousands. Default true. */
  readonly grouping?: boolean;
  /** Written after the number, as "%" or " M". Default none. */
  readonly suffix?: string;
}

/**
 * Rounds as a reader of decimals does: halves away from zero, judged on the digits that the number shows.
 *
 * 1.005 is stored as 1.00499999999999989..., yet reads 1.005, so it rounds to 1.01.
 *
 * @param value - any finite number
 * @param decimals - whole, 0..15
 * @example roundTo(-2.345, 2)  // -2.35
 */
export function roundTo(value: number, decimals = 0): number {
  const text = String(Math.abs(value));
  if (text.includes('e')) return Number(value.toFixed(decimals));
  const rounded = Number(`${Math.round(Number(`${text}e${decimals}`))}e${-decimals}`);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/**
 * Writes a number with fixed decimals.
 *
 * What rounds to zero never carries a minus. NaN and infinities are refused: a figure on screen is a number.
 *
 * @param value - finite, or -Infinity, which masked scores show as "−∞"
 * @throws RangeError "NaN cannot be shown as a number"
 * @example formatNumber(-1234.5, {decimals: 1})  // "−1,234.5"
 */
export function formatNumber(value: number, format: NumberFormat = {}): string {
  const {decimals = 0, sign = 'auto', grouping = true, suffix = ''} = format;
  if (value === -Infinity) return `${MINUS}∞`;
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be shown as a number`);
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 15) {
    throw new RangeError(`A number is shown with 0 to 15 decimals, not ${decimals}`);
  }
  const rounded = roundTo(value, decimals);
  const digits = Math.abs(rounded).toFixed(decimals);
  return signOf(rounded, sign) + (grouping ? groupThousands(digits) : digits) + suffix;
}

/** A whole number grouped by thousands. @example formatInteger(175181291520)  // "175,181,291,520" */
export function formatInteger(value: number): string {
  return formatNumber(value, {decimals: 0});
}

/** A share of 1 as a percentage. @example formatPercent(0.0835, 1)  // "8.4%" */
export function formatPercent(share: number, decimals = 0): string {
  // Scaled by shifting the decimal point, because 0.0835 * 100 is 8.350000000000001.
  const percent = String(share).includes('e') ? share * 100 : Number(`${share}e2`);
  return formatNumber(percent, {decimals, suffix: '%'});
}

/**
 * A count as it is said: one decimal under ten of a unit, none above.
 *
 * @example formatCompact(6291456)  // "6.3 M"
 * @example formatCompact(603979776)  // "604 M"
 */
export function formatCompact(count: number): string {
  const units = ['', ' K', ' M', ' B', ' T'];
  let power = count === 0 ? 0 : Math.floor(Math.log10(Math.abs(count)) / 3 + 1e-12);
  power = Math.min(Math.max(power, 0), units.length - 1);
  // 999,950 would round to "1000 K": the next unit takes over.
  if (power < units.length - 1 && Math.abs(roundTo(count / 1000 ** power)) >= 1000) power++;
  const inUnits = count / 1000 ** power;
  const decimals = power > 0 && Math.abs(roundTo(inUnits, 1)) < 10 ? 1 : 0;
  return formatNumber(inUnits, {decimals, suffix: units[power]});
}

/**
 * Rounds shares so that what is shown still adds up: each is floored, and the largest remainders get the rest.
 *
 * Ties go to the earlier entry. Shares are taken relative to their own sum.
 *
 * @param shares - shape (n), each >= 0, not all 0
 * @param decimals - digits after the point of the percentages, default 0
 * @returns shape (n), percentages that add to exactly 100 in their decimals
 * @throws RangeError "Shares must be 0 or more with a positive sum"
 * @example largestRemainderPercentages([1, 1, 1])  // [34, 33, 33]
 * @see Hamilton 1792, method of largest remainders
 */
export function largestRemainderPercentages(shares: readonly number[], decimals = 0): number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (!(sum > 0) || !Number.isFinite(sum) || shares.some(share => share < 0)) {
    throw new RangeError('Shares must be 0 or more with a positive sum');
  }
  const units = 100 * 10 ** decimals;
  const exact = shares.map(share => (share / sum) * units);
  const floors = exact.map(Math.floor);
  const missing = units - floors.reduce((total, floor) => total + floor, 0);
  const order = exact.map((_, i) => i).sort((i, j) => exact[j] - floors[j] - (exact[i] - floors[i]) || i - j);
  for (const i of order.slice(0, missing)) floors[i]++;
  return floors.map(floor => Number(`${floor}e${-decimals}`));
}

function signOf(rounded: number, policy: SignPolicy): string {
  if (policy === 'never') return '';
  if (rounded < 0) return MINUS;
  return policy === 'always' || (policy === 'nonzero' && rounded > 0) ? '+' : '';
}

function groupThousands(digits: string): string {
  const [whole, fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
