/**
 * Learns word vectors from sentences, the plain way: count who stands near whom, compare with chance, keep the main
 * directions. Sentences come in, a table of words goes out, the same on every run.
 */
import {Matrix as MlMatrix, SingularValueDecomposition} from 'ml-matrix';
import {withLargestPositive} from '../math/principalAxes';
import type {WordTable} from '../math/wordTable';

export interface TrainingOptions {
  /** The words to learn; each must occur. */
  readonly words: readonly string[];
  /** Numbers a word. */
  readonly dimension: number;
  /** How far apart two words of a sentence may stand to count as near, default 6. */
  readonly reach?: number;
  /** Rare companions are tamed by raising companion counts to this power, default 0.75. */
  readonly smoothing?: number;
  /** Power of the singular values in the vectors: 1 keeps all of the shape, 0 levels the directions; default 0.5. */
  readonly spread?: number;
  /** Companions met less often are left out, default 2. */
  readonly leastCount?: number;
}

/**
 * Trains word vectors by positive pointwise mutual information and a truncated singular value decomposition.
 *
 * Entry (w, c) of the matrix is max(0, ln p(w, c) / (p(w) p(c))), near companions counting more (1 / distance).
 * The vector of w is row w of U·Σ^spread. Each direction is flipped so that its largest entry is positive.
 *
 * @param sentences - lower case, words separated by blanks
 * @throws RangeError "The word "quark" does not occur in the sentences"
 * @see Levy, Goldberg and Dagan 2015, Improving distributional similarity with lessons learned from word embeddings
 */
export function trainWordVectors(sentences: readonly string[], options: TrainingOptions): WordTable {
  const {words, dimension, reach = 6, smoothing = 0.75, spread = 0.5, leastCount = 2} = options;
  const pairs = companionCounts(sentences.map(wordsOf), new Set(words), reach);
  const lost = words.find(word => !pairs.counts.has(word));
  if (lost !== undefined) throw new RangeError(`The word "${lost}" does not occur in the sentences`);
  const companions = [...pairs.occurrences].filter(([, count]) => count >= leastCount).map(([word]) => word).sort();
  const surprise = surpriseMatrix(words, companions, pairs.counts, smoothing);
  const parts = new SingularValueDecomposition(new MlMatrix(surprise), {autoTranspose: true, computeRightSingularVectors: true});
  const axes = Array.from({length: dimension}, (_, k) => {
    const column = withLargestPositive(parts.leftSingularVectors.getColumn(k));
    return column.map(entry => entry * parts.diagonal[k] ** spread);
  });
  return {words, vectors: words.map((_, i) => axes.map(axis => axis[i]))};
}

/** The words of a sentence: letters and inner apostrophes, lower case. @example wordsOf("It's a Cat.")  // ["it's", 'a', 'cat'] */
export function wordsOf(sentence: string): string[] {
  return sentence.toLowerCase().match(/\p{L}+(?:['’]\p{L}+)*/gu) ?? [];
}

type Counts = Map<string, Map<string, number>>;

function companionCounts(sentences: readonly string[][], targets: ReadonlySet<string>, reach: number): {counts: Counts; occurrences: Map<string, number>} {
  const counts: Counts = new Map();
  const occurrences = new Map<string, number>();
  for (const sentence of sentences) {
    sentence.forEach((word, i) => {
      occurrences.set(word, (occurrences.get(word) ?? 0) + 1);
      if (!targets.has(word)) return;
      const near = counts.get(word) ?? new Map<string, number>();
      counts.set(word, near);
      for (let j = Math.max(0, i - reach); j <= Math.min(sentence.length - 1, i + reach); j++) {
        if (j !== i) near.set(sentence[j], (near.get(sentence[j]) ?? 0) + 1 / Math.abs(i - j));
      }
    });
  }
  return {counts, occurrences};
}

function surpriseMatrix(words: readonly string[], companions: readonly string[], counts: Counts, smoothing: number): number[][] {
  const table = words.map(word => companions.map(companion => counts.get(word)!.get(companion) ?? 0));
  const rowSums = table.map(sumOf);
  const columnSums = companions.map((_, c) => sumOf(table.map(row => row[c])));
  const total = sumOf(rowSums);
  const smoothed = columnSums.map(sum => sum ** smoothing);
  const smoothedTotal = sumOf(smoothed);
  return table.map((row, w) =>
    row.map((count, c) => {
      if (count === 0) return 0;
      const byChance = (rowSums[w] / total) * (smoothed[c] / smoothedTotal);
      return Math.max(0, Math.log(count / total / byChance));
    }),
  );
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
