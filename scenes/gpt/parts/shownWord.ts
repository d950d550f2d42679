/** Between a mark and the quotes about it, so that the three are not taken for one. */
const THIN_SPACE = '\u2009';

/** A word or mark as the charts write it: a mark alone would be overlooked. */
export function shownWord(word: string): string {
  return /^[^\w]$/.test(word) ? `“${THIN_SPACE}${word}${THIN_SPACE}”` : word;
}
