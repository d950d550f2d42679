/**
 * Opens the narration files of a chapter. In: the chapter's folder and its scene names. Out: one plain record for each
 * scene, ready to print, to cut captions from, or to hand to a worker. Called by the driver before anything is drawn.
 */
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {z} from 'zod';
import {AuthorError, ExitCode} from '../author/authorError';
import type {ChapterFinding} from './finding';
import {parseNarration} from './narration';
import {estimateTiming, recordedTiming, type RecordedWord, type TimedBeat, type TimedSentence} from './timing';

export interface NarrationRecord {
  readonly scene: string;
  /** The narration's heading; for a scene without narration, its file name in words. */
  readonly title: string;
  readonly file?: string;
  readonly source: 'none' | 'estimated' | 'recorded';
  /** How long the scene lasts at least; 0 without narration. */
  readonly durationSeconds: number;
  readonly beats: readonly TimedBeat[];
  readonly sentences: readonly TimedSentence[];
  readonly warnings: readonly ChapterFinding[];
}

const recordedWords = z.array(
  z.tuple([z.string().min(1), z.number().min(0), z.number().min(0)], 'takes ["word", start, end]'),
  'takes a list of ["word", start, end]',
).min(1, 'takes at least one word');

/**
 * Reads the narration of each scene.
 *
 * `NN-name.md` beside the scene holds the words; `NN-name.timing.json`, when it is there, the moments at which a
 * recording says them, and replaces the estimate. A scene with neither is silent.
 *
 * @param chapterDir - the chapter's folder, as it should read in messages
 * @param sceneNames - scene names in order
 * @param options - `wordsPerMinute`: rate of the estimate, above 0
 * @returns one record for each name, in the same order
 * @throws AuthorError at the place in the file for narration or a timing that cannot be read
 */
export async function loadNarrations(
  chapterDir: string,
  sceneNames: readonly string[],
  options: {readonly wordsPerMinute?: number} = {},
): Promise<NarrationRecord[]> {
  return Promise.all(sceneNames.map(scene => loadNarration(chapterDir, scene, options.wordsPerMinute)));
}

async function loadNarration(chapterDir: string, scene: string, wordsPerMinute?: number): Promise<NarrationRecord> {
  const file = path.join(chapterDir, `${scene}.md`);
  const timingFile = path.join(chapterDir, `${scene}.timing.json`);
  const [source, timing] = await Promise.all([readIfThere(file), readIfThere(timingFile)]);
  if (source === undefined) {
    if (timing !== undefined) throw strayTiming(timingFile, file);
    return {scene, title: titleFromName(scene), source: 'none', durationSeconds: 0, beats: [], sentences: [], warnings: []};
  }
  const narration = parseNarration(source, file);
  const timed = timing === undefined
    ? estimateTiming(narration, wordsPerMinute)
    : recordedTiming(narration, parseRecordedWords(timing, timingFile));
  return {scene, title: narration.title, file, ...timed};
}

/**
 * Parses a recording's word times.
 *
 * @param source - JSON: `[["Two", 0.52, 0.71], ...]`, seconds from the start of the scene's audio, in order
 * @throws AuthorError for text that is not JSON, entries of another shape, and words that go back in time
 */
export function parseRecordedWords(source: string, file: string): RecordedWord[] {
  const refusal = (what: string, cause?: unknown): AuthorError => new AuthorError(`Cannot read the recording's times: ${what}`, {
    at: {file}, cause, exitCode: ExitCode.asset, fix: 'write [["word", startSeconds, endSeconds], ...] in the order of speech',
  });
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw refusal(`the file is not JSON (${(error as Error).message})`, error);
  }
  const parsed = recordedWords.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const message = issue.message.startsWith('takes') ? issue.message : 'takes ["word", start, end] with times from 0';
    throw refusal(`${issue.path.length > 0 ? `entry ${String(issue.path[0])}` : 'the file'} ${message}`);
  }
  const late = parsed.data.findIndex(([, start, end], i) => end < start || start < (parsed.data[i - 1]?.[1] ?? 0));
  if (late >= 0) throw refusal(`entry ${late}, ${JSON.stringify(parsed.data[late])}, goes back in time`);
  return parsed.data;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new AuthorError(`Cannot read narration: ${(error as Error).message}`, {at: {file}, exitCode: ExitCode.asset, cause: error});
  }
}

function strayTiming(timingFile: string, file: string): AuthorError {
  return new AuthorError(`Cannot time a narration that is not there: ${path.basename(timingFile)} has no ${path.basename(file)} beside it`, {
    at: {file: timingFile}, exitCode: ExitCode.asset, fix: `write ${file}, or delete the recording's times`,
  });
}

function titleFromName(scene: string): string {
  const words = scene.replace(/^\d+-/, '').replace(/-/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
