/**
 * Numbers in SVG attributes, rounded as Blink rounds them: digit by digit in 32-bit floats, so that a decimal may come out
 * a hair beside the float that is nearest to it.
 */

/** The source of a pattern for one number. */
export const NUMBER = '[-+]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][-+]?\\d+)?';

const PARTS = /^([-+]?)(\d*)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/;
const f = Math.fround;

/**
 * Reads one number.
 *
 * @param text - matches NUMBER
 * @returns a 32-bit float
 * @example svgNumber('6.8513')  // 6.851300239562988
 */
export function svgNumber(text: string): number {
  const [, sign, whole, decimals = '', exponent = '0'] = PARTS.exec(text)!;
  let integer = 0;
  let place = 1;
  for (let i = whole.length - 1; i >= 0; i--) {
    integer = f(integer + f(place * Number(whole[i])));
    place = f(place * 10);
  }
  let fraction = 0;
  let tenth = 1;
  for (const digit of decimals) {
    tenth = f(tenth * f(0.1));
    fraction = f(fraction + f(Number(digit) * tenth));
  }
  const number = f(integer + fraction) * (sign === '-' ? -1 : 1);
  return exponent === '0' ? number : f(number * f(10 ** Number(exponent)));
}

/** The numbers of a list, separated by spaces, commas or nothing; null where it holds anything else. */
export function svgNumbers(text: string): number[] | null {
  return LIST.test(text) ? (text.match(EACH) ?? []).map(svgNumber) : null;
}

const LIST = new RegExp(`^\\s*${NUMBER}(?:\\s*,?\\s*${NUMBER})*\\s*$`);
const EACH = new RegExp(NUMBER, 'g');
