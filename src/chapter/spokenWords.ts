/**
 * Says how a written word sounds, as the list of words a reader's voice would use: "62 %" takes two, and
 * "175,181,291,520" takes eighteen. In: one word of narration. Out: its spoken words, which timing counts and which
 * recordings are matched against.
 */

const small = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
  'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const scales = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion'];
const symbols: Readonly<Record<string, string>> = {
  '+': 'plus', '-': 'minus', '−': 'minus', '±': 'plus or minus', '×': 'times', '*': 'times', '÷': 'over', '/': 'over',
  '=': 'equals', '≈': 'is about', '<': 'is less than', '>': 'is greater than', '≤': 'is at most', '≥': 'is at least',
  '→': 'to', '%': 'percent', '°': 'degrees', '$': 'dollars', '€': 'euros', '£': 'pounds', '&': 'and', '@': 'at', '√': 'root of',
  '²': 'squared', '³': 'cubed', '·': 'dot', 'π': 'pi',
};
const piece = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\p{L}[\p{L}\p{M}'’]*|[^\p{L}\d\s]/gu;

/**
 * Spells a written word as it is spoken.
 *
 * Numbers are read in full, decimals digit by digit, years from 1100 to 2099 (four digits, no comma) in pairs;
 * capitals of two to five letters are read letter by letter; a hyphen joins words but is not said, except as the
 * sign of a number. Punctuation is silent.
 *
 * @param word - one word as written, punctuation and all
 * @returns lower-case spoken words, none for bare punctuation
 * @example spokenWords('GPT-3,')  // ['g', 'p', 't', 'three']
 * @example spokenWords('0.62')    // ['zero', 'point', 'six', 'two']
 */
export function spokenWords(word: string): string[] {
  const pieces = [...word.matchAll(piece)];
  return pieces.flatMap((match, i) => {
    const text = match[0];
    if (/^\d/.test(text)) return spokenNumber(text);
    if (/^\p{L}/u.test(text)) return text !== 'π' ? spokenLetters(text) : ['pi'];
    return isSaid(text, pieces[i - 1]?.[0], pieces[i + 1]?.[0]) ? (symbols[text]?.split(' ') ?? []) : [];
  });
}

/** A hyphen or slash between letters joins ("word-by-word", "and/or"); before a digit, or alone, it is arithmetic. */
function isSaid(symbol: string, before: string | undefined, after: string | undefined): boolean {
  if (symbol === '-') return before === undefined && (after === undefined || /^\d/.test(after));
  if (symbol === '*' || symbol === '/') return [before, after].every(side => side === undefined || /^\d/.test(side));
  return symbol in symbols;
}

function spokenLetters(text: string): string[] {
  return /^\p{Lu}{2,5}$/u.test(text) ? [...text.toLowerCase()] : [text.toLowerCase().replace(/’/g, "'")];
}

function spokenNumber(text: string): string[] {
  const [whole = '', decimals] = text.replace(/,/g, '').split('.');
  if (decimals !== undefined) return [...spokenWhole(whole), 'point', ...spokenDigits(decimals)];
  const value = Number(whole);
  return text.length === 4 && value >= 1100 && value < 2100 ? spokenYear(value) : spokenWhole(whole);
}

function spokenYear(year: number): string[] {
  const [first, last] = [Math.floor(year / 100), year % 100];
  if (first === 20 && last < 10) return spokenWhole(String(year));
  if (last === 0) return [...belowThousand(first), 'hundred'];
  return [...belowThousand(first), ...(last < 10 ? ['oh'] : []), ...belowThousand(last)];
}

function spokenWhole(digits: string): string[] {
  const bare = digits.replace(/^0+(?=\d)/, '');
  if (bare === '0') return ['zero'];
  if (bare.length > 3 * scales.length) return spokenDigits(bare);
  const groups = bare.replace(/\B(?=(\d{3})+$)/g, ',').split(',').map(Number);
  return groups.flatMap((group, i) => {
    const scale = scales[groups.length - 1 - i]!;
    return group === 0 ? [] : [...belowThousand(group), ...(scale === '' ? [] : [scale])];
  });
}

function belowThousand(value: number): string[] {
  if (value >= 100) return [small[Math.floor(value / 100)]!, 'hundred', ...belowThousand(value % 100)];
  if (value >= 20) return [tens[Math.floor(value / 10)]!, ...(value % 10 > 0 ? [small[value % 10]!] : [])];
  return value > 0 ? [small[value]!] : [];
}

function spokenDigits(digits: string): string[] {
  return [...digits].map(digit => small[Number(digit)]!);
}
