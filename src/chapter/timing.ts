/**
 * Gives every spoken word, sentence and beat its moment. In: a parsed narration, and the word times of a recording
 * when there is one. Out: a timing in seconds from the start of the scene. Called when a chapter is opened; captions
 * and `waitUntil` both read the result, so they cannot disagree.
 */
import type {SourcePosition} from '../author/authorError';
import {alignWords} from './alignWords';
import type {ChapterFinding} from './finding';
import type {Narration, NarrationStep} from './narration';
import {spokenWords} from './spokenWords';

/** Speaking rate of an estimate, in spoken words a minute, pauses not counted. */
export const defaultWordsPerMinute = 180;

/** Silences of an estimate, in seconds. A pause at a paragraph adds to that of the sentence it follows. */
export const pauseSeconds = {
  /** Before the first word: a scene is seen before it is spoken to. */
  opening: 0.4,
  comma: 0.1,
  /** After a colon, a semicolon or a dash. */
  clause: 0.2,
  sentence: 0.3,
  paragraph: 0.4,
  /** After the last word, so that the last picture can be read. */
  closing: 0.8,
} as const;

export interface TimedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface TimedSentence extends TimedWord {
  readonly words: readonly TimedWord[];
}

export interface TimedBeat {
  readonly name: string;
  /** When the first word after the beat begins. */
  readonly seconds: number;
  readonly at: SourcePosition;
}

export interface NarrationTiming {
  readonly source: 'estimated' | 'recorded';
  /** How long the scene is needed, at least. */
  readonly durationSeconds: number;
  readonly beats: readonly TimedBeat[];
  readonly sentences: readonly TimedSentence[];
  readonly warnings: readonly ChapterFinding[];
}

/** One spoken word of a recording: [word, start, end], in seconds from the start of the scene's audio. */
export type RecordedWord = readonly [word: string, start: number, end: number];

/**
 * Estimates when each word of a narration is said, with no recording.
 *
 * A word takes 60 / wordsPerMinute seconds for each of its spoken words (a number is spoken in full, a single letter
 * counts half), then the pause of its punctuation; a beat falls where the next word begins.
 *
 * @param narration - the parsed narration
 * @param wordsPerMinute - spoken words a minute, above 0
 * @example estimateTiming(parseNarration('# T\n[a] One two.', 'a.md')).beats[0]?.seconds  // 0.4, the opening pause
 */
export function estimateTiming(narration: Narration, wordsPerMinute: number = defaultWordsPerMinute): NarrationTiming {
  const secondsAWord = 60 / wordsPerMinute;
  const words: TimedWord[] = [];
  const beats: TimedBeat[] = [];
  let clock: number = pauseSeconds.opening;
  narration.steps.forEach((step, i) => {
    if (step.kind === 'beat') beats.push(timedBeat(narration.file, step, clock));
    else if (step.kind === 'pause') clock += step.seconds;
    else if (step.kind === 'paragraph') clock += pauseSeconds.paragraph;
    else {
      const end = clock + spokenWeight(step.text) * secondsAWord;
      words.push({text: step.text, start: clock, end});
      clock = end + pauseAfter(step.text, nextWord(narration.steps, i));
    }
  });
  return {
    source: 'estimated', durationSeconds: clock + pauseSeconds.closing, beats,
    sentences: groupSentences(narration.steps, words), warnings: [],
  };
}

/**
 * Times a narration by its recording: the words as they were said replace the estimate.
 *
 * Written and recorded words are matched in order (numbers by how they sound); a written word that the recording lacks
 * is placed between its neighbours, and a beat whose first word is lost is warned of. Pauses of the text are ignored:
 * the voice has its own.
 *
 * @param narration - the parsed narration
 * @param recorded - the recording's words in order, shape (n, 3)
 * @param durationSeconds - length of the recording; the end of its last word plus the closing pause when left out
 */
export function recordedTiming(narration: Narration, recorded: readonly RecordedWord[], durationSeconds?: number): NarrationTiming {
  const steps = narration.steps.filter(step => step.kind === 'word');
  const {words, lost} = alignWords(steps.map(step => step.text), recorded);
  const lastEnd = Math.max(0, ...recorded.map(word => word[2]));
  const beats: TimedBeat[] = [];
  const warnings: ChapterFinding[] = [];
  let said = 0;
  for (const step of narration.steps) {
    if (step.kind === 'word') said += 1;
    if (step.kind !== 'beat') continue;
    beats.push(timedBeat(narration.file, step, words[said]?.start ?? words[said - 1]?.end ?? 0));
    if (lost.has(said)) warnings.push(lostBeat(narration.file, step, words[said]!.text));
  }
  return {
    source: 'recorded', durationSeconds: durationSeconds ?? lastEnd + pauseSeconds.closing, beats,
    sentences: groupSentences(narration.steps, words), warnings,
  };
}

/**
 * Rounds a moment to the frame it is drawn in.
 *
 * @param seconds - from the start of the scene, >= 0
 * @param fps - frames a second, above 0
 * @returns the nearest whole frame, so that a beat is off by half a frame at most
 */
export function beatFrame(seconds: number, fps: number): number {
  return Math.round(seconds * fps);
}

/**
 * Counts the frames a scene must last for its words to be said: its duration rounded up.
 */
export function framesToHold(timing: {readonly durationSeconds: number}, fps: number): number {
  // A duration that is a whole number of frames but for rounding error keeps that number.
  return Math.ceil(timing.durationSeconds * fps - 1e-6);
}

/**
 * Tells whether a sentence ends with a word, given the word after it.
 */
export function endsSentence(word: string, next: string | undefined): boolean {
  if (next === undefined) return true;
  const ending = /([.!?…])["'”’)\]]*$/.exec(word)?.[1];
  if (ending === undefined || /^["'“‘(]*\p{Ll}/u.test(next)) return false;
  return ending !== '.' || !/^["'“‘(]*(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|vs|etc|e\.g|i\.e)\.["'”’)\]]*$/u.test(word);
}

function pauseAfter(word: string, next: string | undefined): number {
  if (endsSentence(word, next)) return next === undefined ? 0 : pauseSeconds.sentence;
  if (/[:;—–…]["'”’)]*$/.test(word)) return pauseSeconds.clause;
  return /[,!?]["'”’)]*$/.test(word) ? pauseSeconds.comma : 0;
}

function spokenWeight(word: string): number {
  return spokenWords(word).reduce((sum, spoken) => sum + (spoken.length === 1 && spoken !== 'a' && spoken !== 'i' ? 0.5 : 1), 0);
}

/** The word after step i, unless a paragraph ends in between: a paragraph ends a sentence whatever its punctuation. */
function nextWord(steps: readonly NarrationStep[], i: number): string | undefined {
  const next = steps.slice(i + 1).find(step => step.kind === 'word' || step.kind === 'paragraph');
  return next?.kind === 'word' ? next.text : next === undefined ? undefined : paragraphEnd;
}

const paragraphEnd = '\u2029';

function groupSentences(steps: readonly NarrationStep[], words: readonly TimedWord[]): TimedSentence[] {
  const sentences: TimedSentence[] = [];
  let open: TimedWord[] = [];
  let said = 0;
  steps.forEach((step, i) => {
    if (step.kind !== 'word') return;
    open.push(words[said++]!);
    const next = nextWord(steps, i);
    if (next !== paragraphEnd && !endsSentence(step.text, next)) return;
    sentences.push({text: open.map(word => word.text).join(' '), start: open[0]!.start, end: open.at(-1)!.end, words: open});
    open = [];
  });
  return sentences;
}

function timedBeat(file: string, step: NarrationStep & {kind: 'beat'}, seconds: number): TimedBeat {
  return {name: step.name, seconds, at: {file, line: step.line, column: step.column}};
}

function lostBeat(file: string, step: NarrationStep & {kind: 'beat'}, word: string): ChapterFinding {
  return {
    rule: 'beat-lost-its-word', severity: 'warning', at: {file, line: step.line, column: step.column},
    message: `The beat "${step.name}" hangs on the word "${word}", which the recording does not say`,
    fix: 'move the beat to a recorded word, or correct the text to what is said',
  };
}
