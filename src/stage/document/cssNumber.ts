/**
 * Writes a number as a browser serialises it in a style: six significant digits, exponents of two digits.
 *
 * @param value - any finite number, no unit
 * @returns text without unit
 * @example cssNumber(100 / 3)  // '33.3333'
 */
export function cssNumber(value: number): string {
  const text = String(Number(value.toPrecision(6)));
  const [mantissa, exponent] = (Math.abs(value) >= 1e6 ? Number(value.toPrecision(6)).toExponential() : text).split('e');
  if (exponent === undefined) return text;
  return `${mantissa}e${exponent[0] === '-' ? '-' : '+'}${exponent.replace(/^[-+]/, '').padStart(2, '0')}`;
}
