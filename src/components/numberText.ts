/** Numbers as text, fast: the same strings as formatNumber gives, looked up by their rounded value. */
import {formatNumber, roundTo, type SignPolicy} from '../math/formatNumber';

/** How the numbers of one figure are written. */
export interface NumberStyle {
  readonly decimals: number;
  readonly sign: SignPolicy;
  readonly grouping?: boolean;
  readonly suffix?: string;
}

/** A number parted into its sign and the rest, so that the sign may hang. */
export interface SignedText {
  readonly sign: string;
  readonly digits: string;
}

// A pure table per style: a live matrix shows the same few hundred strings over and over.
const tables = new Map<string, Map<number, string>>();

/**
 * Writes a number, parted into its sign and the rest.
 *
 * @param value - finite, or -Infinity for masked scores
 * @throws RangeError "NaN cannot be shown as a number"
 * @example signedText(-3.14, {decimals: 1, sign: 'auto'})  // {sign: '−', digits: '3.1'}
 */
export function signedText(value: number, style: NumberStyle): SignedText {
  const text = numberText(value, style);
  return /^[+\u2212]/.test(text) ? {sign: text[0], digits: text.slice(1)} : {sign: '', digits: text};
}

/** A number as it will be read: one that is written as zero has no sign. @example asRead(-0.04, 1)  // 0 */
export function asRead(value: number, decimals: number): number {
  return Math.abs(value) < 0.5 / 10 ** decimals ? 0 : value;
}

/** A number as one string. @example numberText(-3.14, {decimals: 1, sign: 'auto'})  // "−3.1" */
export function numberText(value: number, style: NumberStyle): string {
  return numberWriter(style)(value);
}

/**
 * Opens the table of a style, for figures that write thousands of numbers a frame.
 *
 * @returns a function from a number to the string that formatNumber gives
 */
export function numberWriter(style: NumberStyle): (value: number) => string {
  const table = tableOf(style);
  return value => {
    const key = roundedKey(value, style.decimals);
    if (!Number.isSafeInteger(key)) return formatNumber(value, style);
    let text = table.get(key);
    if (text === undefined) {
      text = formatNumber(value, style);
      if (table.size > 50_000) table.clear();
      table.set(key, text);
    }
    return text;
  };
}

function roundedKey(value: number, decimals: number): number {
  const scaled = Math.abs(value) * 10 ** decimals;
  const part = scaled - Math.floor(scaled);
  // Close to a half the stored bits decide wrongly, so the reader's rounding is asked.
  const rounded = Math.abs(part - 0.5) < 1e-6 ? Math.round(Math.abs(roundTo(value, decimals)) * 10 ** decimals) : Math.round(scaled);
  return value < 0 ? -rounded : rounded;
}

function tableOf({decimals, sign, grouping = true, suffix = ''}: NumberStyle): Map<number, string> {
  const key = `${decimals}/${sign}/${grouping}/${suffix}`;
  let table = tables.get(key);
  if (table === undefined) tables.set(key, (table = new Map()));
  return table;
}
