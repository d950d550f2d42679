/**
 * Matches the words of a script with the words of a recording. In: written words, and recorded words with their times.
 * Out: a time for every written word. Called by timing when a scene has a recording.
 */
import {spokenWords} from './spokenWords';

interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds when each written word is said.
 *
 * Both sides are spelled as they sound, and matched by the longest run of equal words in order, so that a recording
 * that heard "one hundred" meets a script that says "100". What has no match is spread evenly over the gap
 * between its matched neighbours.
 *
 * @param written - the script's words in order
 * @param recorded - [word, start, end] in seconds, in order
 * @returns one span for each written word, never going back in time, and the indices of those without a match
 * @example alignWords(['Two', 'words.'], [['two', 1, 1.2], ['words', 1.2, 1.6]]).words[1]  // {text: 'words.', start: 1.2, end: 1.6}
 */
export function alignWords(
  written: readonly string[],
  recorded: readonly (readonly [word: string, start: number, end: number])[],
): {readonly words: readonly Span[]; readonly lost: ReadonlySet<number>} {
  const script = written.flatMap((word, index) => spokenWords(word).map(spoken => ({spoken, index})));
  const voice = recorded.flatMap(([word, start, end]) => sharedEvenly(spokenWords(word), start, end));
  const spans = new Map<number, {start: number; end: number}>();
  for (const [i, j] of longestCommonRun(script.map(unit => unit.spoken), voice.map(unit => unit.text))) {
    const {index} = script[i]!;
    spans.set(index, {start: spans.get(index)?.start ?? voice[j]!.start, end: voice[j]!.end});
  }
  const lost = new Set(written.flatMap((word, i) => (spans.has(i) || spokenWords(word).length === 0 ? [] : [i])));
  return {words: fillGaps(written, spans, Math.max(0, ...recorded.map(word => word[2]))), lost};
}

function sharedEvenly(words: readonly string[], start: number, end: number): Span[] {
  const step = (end - start) / Math.max(1, words.length);
  return words.map((text, i) => ({text, start: start + i * step, end: start + (i + 1) * step}));
}

function fillGaps(written: readonly string[], spans: ReadonlyMap<number, {start: number; end: number}>, end: number): Span[] {
  const filled: Span[] = [];
  while (filled.length < written.length) {
    const i = filled.length;
    const span = spans.get(i);
    if (span) {
      filled.push({text: written[i]!, ...span});
      continue;
    }
    let next = i;
    while (next < written.length && !spans.has(next)) next += 1;
    filled.push(...sharedEvenly(written.slice(i, next), filled[i - 1]?.end ?? 0, spans.get(next)?.start ?? end));
  }
  return filled;
}

/** Index pairs of the longest common subsequence, by the classic table; scripts have a few hundred words at most. */
function longestCommonRun(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const best = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      best[i * width + j] = a[i] === b[j]
        ? best[(i + 1) * width + j + 1]! + 1
        : Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (best[(i + 1) * width + j]! >= best[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}
