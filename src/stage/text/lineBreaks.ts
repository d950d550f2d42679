/**
 * Where a line may end.
 *
 * Blink asks a small table for pairs of ASCII characters and the Unicode line breaking algorithm (UAX #14) where one
 * of the two is outside ASCII; a run of spaces always allows a break behind it.
 */
import LineBreaker from 'linebreak';

const NO_BREAK_SPACE = 0xa0;
const ALPHANUMERIC = /[0-9A-Za-z]/;

/** What may start a line after most closing and connecting punctuation. */
const OPENING = new Set('(<[{');
const BREAKS_BEFORE_OPENING = new Set('!"#%&)*+,.:;=>\\]|}~');
const AFTER_HYPHEN = new Set('"#%&\'(*+-<=>@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\^_`abcdefghijklmnopqrstuvwxyz{|~');
const AFTER_QUESTION_MARK = new Set(
  '#$%&(*+-0123456789<=>@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\^_`abcdefghijklmnopqrstuvwxyz{|~',
);

/**
 * Finds the places where a line may end before its text does.
 *
 * @param text - collapsed text of a whole paragraph
 * @returns 1 at each index before which a line may break, shape (text.length + 1)
 * @example lineBreaks('a-b c')  // breaks before 'b' and 'c'
 * @see https://www.unicode.org/reports/tr14/
 */
export function lineBreaks(text: string): Uint8Array {
  const breaks = new Uint8Array(text.length + 1);
  let unicode: Uint8Array | null = null;
  for (let index = 1; index < text.length; index++) {
    const before = text.charCodeAt(index - 1);
    const after = text.charCodeAt(index);
    if (isSpace(after)) continue;
    if (isSpace(before)) breaks[index] = 1;
    else if (isUnicode(before) || isUnicode(after)) {
      unicode ??= unicodeBreaks(text);
      breaks[index] = unicode[index];
    } else if (breaksAscii(text, index)) breaks[index] = 1;
  }
  return breaks;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a;
}

function isUnicode(code: number): boolean {
  return code > 0x7f && code !== NO_BREAK_SPACE;
}

/** Blink's pair table, and its care for a minus sign: `a-1` may break, ` -1` may not. */
function breaksAscii(text: string, index: number): boolean {
  const before = text[index - 1];
  const after = text[index];
  if (BREAKS_BEFORE_OPENING.has(before)) return OPENING.has(after);
  if (before === '?') return AFTER_QUESTION_MARK.has(after);
  if (before !== '-') return false;
  if (after >= '0' && after <= '9') return index > 1 && ALPHANUMERIC.test(text[index - 2]);
  return AFTER_HYPHEN.has(after);
}

function unicodeBreaks(text: string): Uint8Array {
  const breaks = new Uint8Array(text.length + 1);
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) breaks[next.position] = 1;
  return breaks;
}
