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

/**
 * UAX #14, brought from the version that the library knows to the one in Chromium: small kana and the long vowel mark
 * may start a line, wide brackets do not cling to the letters and signs before them (LB30), nor others to a currency sign (LB25), quotation marks inside East Asian
 * text part from what is outside them (LB19a), and a hyphen that starts a word stays with it (LB20a).
 */
function unicodeBreaks(text: string): Uint8Array {
  const breaks = new Uint8Array(text.length + 1);
  const breaker = new LineBreaker(text.replace(SMALL_KANA, '\u3042'));
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) breaks[next.position] = 1;
  for (let index = 1; index < text.length; index++) {
    const before = lastVisible(text, index);
    const after = text[index];
    if (WIDE_OPENING.test(after) && LETTER_OR_SIGN.test(before)) breaks[index] = 1;
    if (/[([{]/.test(after) && NUMBER_SIGN.test(before) && !/[0-9]/.test(text[index + 1] ?? '')) breaks[index] = 1;
    if (INITIAL_QUOTE.test(after)) breaks[index] = isWide(before) && !WIDE_OPENING.test(before) && isWide(text[index + 1]) ? 1 : 0;
    if (FINAL_QUOTE.test(before) && isWide(after) && isWide(text[index - 2]) && !CLOSING.test(after)) breaks[index] = 1;
    if (HYPHEN.test(before) && (index === 1 || /[\s\u200b\u00a0]/.test(text[index - 2])) && /\p{L}/u.test(after)) breaks[index] = 0;
  }
  return breaks;
}

const SMALL_KANA = /[\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u3095\u3096\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\u30fc\u31f0-\u31ff]/g;
const WIDE_OPENING = /[\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\uff08\uff3b\uff5b\uff5f]/;
const LETTER_OR_SIGN = /[\p{L}\p{N}\p{S}%]/u;
const INITIAL_QUOTE = /[\u2018\u201c\u00ab\u2039]/;
const FINAL_QUOTE = /[\u2019\u201d\u00bb\u203a]/;
const CLOSING = /[\p{Pe}\p{Pf}\u3001\u3002\uff01\uff0c\uff0e\uff1a\uff1b\uff1f]/u;
const HYPHEN = /[-\u2010]/;
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/;

/** Signs before or after a number, which cling to a bracket only if a number is in it (LB25). */
const NUMBER_SIGN = /[\p{Sc}%+\\\u00b0\u00b1\u2030-\u2033\u2116]/u;

/** The character before an index that is not a bidi control. */
function lastVisible(text: string, index: number): string {
  let at = index - 1;
  while (at > 0 && /[\u2066-\u2069]/.test(text[at])) at--;
  return text[at];
}

function isWide(character: string | undefined): boolean {
  return character !== undefined && WIDE.test(character);
}
