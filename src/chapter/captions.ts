/**
 * Cuts narration into captions. In: each scene's timed sentences, and where the scene lies in the film. Out: cues on
 * the film's clock, and their text as SubRip and WebVTT. Called when a film is written; both files and the subtitle
 * track come from the same cues.
 */
import {breakCaption, captionLimits, cutCost} from './breakCaption';
import type {NarrationRecord} from './loadNarrations';
import {beatFrame, type TimedWord} from './timing';

/** Limits of a cue: reading speed in characters a second, times in seconds, the gap in frames. */
export const cueLimits = {
  comfortableSpeed: 17,
  fastestSpeed: 20,
  shortestSeconds: 5 / 6,
  longestSeconds: 7,
  gapFrames: 2,
  /** A gap shorter than this reads as a flicker, so it is closed down to gapFrames. */
  flickerFrames: 12,
} as const;

export interface CaptionScene {
  readonly narration: NarrationRecord;
  /** The scene's first frame in the film. */
  readonly startFrame: number;
  /** The frame after its last. */
  readonly endFrame: number;
}

export interface CaptionCue {
  /** Counts from 1. */
  readonly index: number;
  readonly scene: string;
  readonly startFrame: number;
  /** The frame after the last that shows it. */
  readonly endFrame: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly lines: readonly string[];
}

interface Piece {
  readonly scene: string;
  readonly lines: readonly string[];
  readonly startFrame: number;
  /** When its last word ends. */
  readonly saidFrame: number;
  /** No later than this, for the scene ends here. */
  readonly limitFrame: number;
}

/**
 * Cuts the narration of a film into caption cues.
 *
 * Each scene is cut where the sum of all faults is least: cues hold at most two lines of 42 characters, end with
 * sentences or clauses rather than after an article, and last from 5/6 s to 7 s at no more than 17 characters a second
 * where the speech leaves the time. A cue begins with its first word, lingers as long as its reading needs and the next
 * cue allows, never crosses a cut, and leaves a gap of two frames.
 *
 * @param scenes - in the order of the film
 * @param options - `fps`: frames a second, above 0
 * @returns cues in order, whole frames and whole milliseconds, never overlapping
 * @throws RangeError "Cannot caption 01-open: its words need 120 frames, the scene has 90"
 */
export function captionCues(scenes: readonly CaptionScene[], {fps}: {readonly fps: number}): CaptionCue[] {
  const pieces = scenes.flatMap(scene => cutScene(scene, fps));
  return pieces.map((piece, i) => {
    const endFrame = outFrame(piece, pieces[i + 1], fps);
    return {
      index: i + 1, scene: piece.scene, startFrame: piece.startFrame, endFrame,
      startMs: toMs(piece.startFrame, fps), endMs: toMs(endFrame, fps), lines: piece.lines,
    };
  });
}

/**
 * Writes cues as SubRip (.srt): numbered, comma before the milliseconds, a blank line between cues.
 */
export function formatSrt(cues: readonly CaptionCue[]): string {
  return cues
    .map(cue => `${cue.index}\n${clock(cue.startMs, ',')} --> ${clock(cue.endMs, ',')}\n${cue.lines.join('\n')}\n`)
    .join('\n');
}

/**
 * Writes cues as WebVTT (.vtt), with the characters that WebVTT reserves escaped.
 *
 * @param options - `language`: a tag such as "en"; `title`: said in a note at the top
 */
export function formatVtt(cues: readonly CaptionCue[], options: {readonly language?: string; readonly title?: string} = {}): string {
  const head = ['WEBVTT', ...(options.language === undefined ? [] : [`Language: ${options.language}`])].join('\n');
  const note = options.title === undefined ? '' : `NOTE ${options.title.replace(/-->/g, '->').replace(/\s+/g, ' ')}\n\n`;
  const escape = (line: string): string => line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const body = cues.map(cue => `${cue.index}\n${clock(cue.startMs, '.')} --> ${clock(cue.endMs, '.')}\n${cue.lines.map(escape).join('\n')}\n`);
  return `${head}\n\n${note}${body.join('\n')}`;
}

function cutScene({narration, startFrame, endFrame}: CaptionScene, fps: number): Piece[] {
  const words = narration.sentences.flatMap(sentence => sentence.words);
  const toFrame = (seconds: number): number => startFrame + beatFrame(seconds, fps);
  const saidFrame = toFrame(words.at(-1)?.end ?? 0);
  if (saidFrame > endFrame) {
    throw new RangeError(`Cannot caption ${narration.scene}: its words need ${saidFrame - startFrame} frames, the scene has ${endFrame - startFrame}`);
  }
  return leastFaultyCuts(words).map(([from, to]) => ({
    scene: narration.scene,
    lines: breakCaption(words.slice(from, to).map(word => word.text))!,
    startFrame: toFrame(words[from]!.start),
    saidFrame: toFrame(words[to - 1]!.end),
    limitFrame: endFrame,
  }));
}

/**
 * Finds the cuts with the least sum of faults, by looking at every last cue of every beginning of the text. A cue holds
 * some twenty words at most, so the work grows with the length of the text only.
 */
function leastFaultyCuts(words: readonly TimedWord[]): [from: number, to: number][] {
  const best: {cost: number; from: number}[] = [{cost: 0, from: 0}];
  for (let to = 1; to <= words.length; to++) {
    best[to] = {cost: Infinity, from: to - 1};
    for (let from = to - 1; from >= 0; from--) {
      const lines = breakCaption(words.slice(from, to).map(word => word.text));
      if (lines === undefined) break;
      const cost = best[from]!.cost + cueCost(words, from, to, lines);
      if (cost < best[to]!.cost) best[to] = {cost, from};
    }
  }
  const cuts: [number, number][] = [];
  for (let to = words.length; to > 0; to = best[to]!.from) cuts.unshift([best[to]!.from, to]);
  return cuts;
}

/** The faults of one cue in points: 1 is a small blemish, 10 is bad, 1000 is forbidden but for want of any other way. */
function cueCost(words: readonly TimedWord[], from: number, to: number, lines: readonly string[]): number {
  const {start} = words[from]!;
  const next = words[to];
  const speechSeconds = words[to - 1]!.end - start;
  const roomSeconds = Math.min((next?.start ?? Infinity) - start - 0.08, cueLimits.longestSeconds);
  const text = lines.join(' ').length;
  const speed = text / Math.max(roomSeconds, 0.01);
  const ends = next === undefined ? 0 : cutCost(words[to - 1]!.text, next.text);
  const sentencesInside = words.slice(from, to - 1).filter((word, i) => cutCost(word.text, words[from + i + 1]!.text) === 0).length;
  const tooWide = lines.some(line => line.length > captionLimits.charactersALine) ? 1000 : 0;
  return 4
    + ends * 4
    + sentencesInside * 6
    + Math.max(0, speed - cueLimits.comfortableSpeed) * 2
    + Math.max(0, cueLimits.shortestSeconds - roomSeconds) * 60
    + (speechSeconds > cueLimits.longestSeconds && to - from > 1 ? 1000 : 0)
    + (text < 14 ? 6 : 0)
    + (lines.length > 1 && lines.some(line => line.length < 10) ? 3 : 0)
    + tooWide;
}

function outFrame(piece: Piece, next: Piece | undefined, fps: number): number {
  const characters = piece.lines.join(' ').length;
  const wanted = Math.ceil(Math.max(cueLimits.shortestSeconds, characters / cueLimits.comfortableSpeed) * fps);
  const latest = Math.min(
    next === undefined ? Infinity : next.startFrame - cueLimits.gapFrames,
    piece.limitFrame,
    piece.startFrame + Math.floor(cueLimits.longestSeconds * fps),
  );
  const end = Math.min(latest, Math.max(piece.saidFrame, piece.startFrame + wanted));
  const flickers = next !== undefined && next.startFrame - end < cueLimits.flickerFrames;
  return Math.max(piece.startFrame + 1, flickers ? latest : end);
}

/** Whole milliseconds, so that every file says the same; the start of the frame's time, rounded. */
function toMs(frame: number, fps: number): number {
  return Math.round((frame * 1000) / fps);
}

function clock(ms: number, mark: ',' | '.'): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const seconds = Math.floor(ms / 1000);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${mark}${String(ms % 1000).padStart(3, '0')}`;
}
