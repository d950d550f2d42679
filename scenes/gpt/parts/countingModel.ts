/** Our own tiny language models, and what they wrote: they count which words follow which in a small text of this project. */
import {formatInteger, ngramModel, sampleContinuation} from 'lectern';
import file from '../../../assets/models/lectern-ngrams.json';

/** How the story begins in every run. */
export const START = 'The small boat';

/** One word of context, and three. */
const small = ngramModel(file, {reach: 1});
const larger = ngramModel(file, {reach: 3});

/** Words and marks that the models can choose from. */
export const wordCount = file.words.length;

/** Runs are drawn by their seeds, the same in every render. */
export const shownRun = sampleContinuation(larger, START, {count: 5, seed: 82, shown: 8});
export const smallRun = sampleContinuation(small, START, {count: 26, seed: 4});
export const largerRun = sampleContinuation(larger, START, {count: 26, seed: 116});

/** The same model at two temperatures, from the same start. */
export const coldRun = sampleContinuation(larger, START, {count: 19, seed: 5, temperature: 0.2});
export const hotRun = sampleContinuation(larger, START, {count: 19, seed: 5, temperature: 3});

export type Run = typeof shownRun;
export type Step = Run['steps'][number];

/** Where it all comes from, for the source tag. */
export const textSource = `computed: counts in a text of ${formatInteger(file.texts.reduce((sum, text) => sum + text.split(' ').length, 0))} words and marks, written for this project`;

/** How often a word follows another one in the text. */
export function countOf(before: string, after: string): number {
  return small.followers[1].get(String(placeOf(before)))?.get(placeOf(after)) ?? 0;
}

/**
 * Runs of words that stand in the text word for word.
 *
 * @param atLeast - shortest run that counts as a quotation
 * @returns first and last step of each run, from 0
 */
export function quotations({steps}: Run, atLeast: number): [number, number][] {
  const texts = file.texts.map(text => ` ${text} `);
  const codes = steps.map(({word}) => placeOf(word).toString(36));
  const stands = (from: number, to: number) => texts.some(text => text.includes(` ${codes.slice(from, to + 1).join(' ')} `));
  const runs: [number, number][] = [];
  for (let from = 0; from < codes.length; ) {
    let to = from;
    while (to + 1 < codes.length && stands(from, to + 1)) to++;
    if (to - from + 1 >= atLeast) runs.push([from, to]);
    from = to + 1;
  }
  return runs;
}

function placeOf(word: string): number {
  return larger.placeOf.get(word) ?? larger.placeOf.get(word.toLowerCase()) ?? -1;
}
