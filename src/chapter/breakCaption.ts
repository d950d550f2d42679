/**
 * Breaks the words of one caption into at most two lines. In: words. Out: lines, or nothing when they do not fit.
 * Also says how well a text may be cut after a word, which captions and lines share.
 */

/** Longest line, in characters, and most lines of a caption (Netflix, English template). */
export const captionLimits = {charactersALine: 42, lines: 2} as const;

/** Words that lean on the word after them: a line must not end on one if it can be helped. */
const leaning = new Set(('a an the this that these those my your our his her its their every each no some any of in on at to by for from '
  + 'with into onto over under as and or but nor so if because than then very more most not is are was were be been will would can '
  + 'could may might must should do does did has have had which who whose where when while it he she we they you i').split(' '));

/** Words that a new line may well begin with. */
const opening = new Set(('and or but nor so because if when while where which who that than then before after until with without '
  + 'from into for to of in on at by as').split(' '));

/**
 * Rates a cut between two words: 0 after a sentence, 1 after a clause, 2 before a conjunction or preposition, 3
 * between ordinary words, 6 after a word that leans on the next, such as an article.
 */
export function cutCost(before: string, after: string): number {
  if (/[.!?…]["'”’)\]]*$/.test(before)) return 0;
  if (/[,;:—–]["'”’)]*$/.test(before)) return 1;
  if (leaning.has(bare(before))) return 6;
  // A number stays with what it counts.
  if (/\d$/.test(before) && !opening.has(bare(after))) return 5;
  return opening.has(bare(after)) ? 2 : 3;
}

/**
 * Breaks a caption into lines.
 *
 * One line when it fits; otherwise the cut with the best balance and the best grammar, the lower line the longer one
 * where there is a choice.
 *
 * @param words - one caption's words, at least one
 * @returns one or two lines of at most 42 characters, or undefined when the words need more room; a single word is
 *   never cut, however long
 * @example breakCaption(['One', 'step.'])  // ['One step.']
 */
export function breakCaption(words: readonly string[]): string[] | undefined {
  const whole = words.join(' ');
  if (whole.length <= captionLimits.charactersALine || words.length === 1) return [whole];
  let best: {cost: number; lines: string[]} | undefined;
  for (let i = 1; i < words.length; i++) {
    const lines = [words.slice(0, i).join(' '), words.slice(i).join(' ')];
    if (lines.some(line => line.length > captionLimits.charactersALine)) continue;
    const cost = lineCost(lines[0]!.length, lines[1]!.length) + 3 * cutCost(words[i - 1]!, words[i]!);
    if (best === undefined || cost < best.cost) best = {cost, lines};
  }
  return best?.lines;
}

/** Unevenness in characters, a little worse when the upper line is the longer one. */
function lineCost(upper: number, lower: number): number {
  return Math.abs(upper - lower) / 3 + (upper > lower ? 1 : 0);
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\d'’-]/gu, '');
}
