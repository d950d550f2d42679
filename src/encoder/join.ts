/**
 * Joins segments into a film. In: segments in order, and the words, parts and sounds that go with them. Out: one mp4,
 * read back and put in place of the old one in a single step. No picture is encoded again. Called when all chunks are there.
 */
import {mkdir, open, rename, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {AuthorError, ExitCode} from '../author/authorError';
import {formatFfmetadata, type ChapterMarker} from '../chapter/markers';
import {fileHash, isSystemError, makeFolder, removeAtExit, sweepTemporary, syncFolder, syncToDisk, temporaryBeside, unwritable} from './disk';
import type {Ffmpeg} from './ffmpeg';
import {fileArgument, runFfmpeg} from './ffmpegProcess';
import {trackLanguage} from './language';
import {mixSounds, type Mix, type Sound} from './mixSounds';
import type {EncoderSettings} from './profiles';
import {damaged, readMp4, type Mp4, type TextTrack} from './readMp4';
import type {Segment} from './segment';
import {writeMp4, type EncodedFrame} from './writeMp4';

export interface JoinOrder {
  readonly ffmpeg: Pick<Ffmpeg, 'path'>;
  readonly settings: EncoderSettings;
  /** In the order of the film, at least one. */
  readonly segments: readonly Pick<Segment, 'path' | 'frames' | 'header'>[];
  /** Where the film will be; a film that is there already stays whole until the new one is ready. */
  readonly path: string;
  readonly title?: string;
  readonly comment?: string;
  /** A BCP 47 tag, such as "en". */
  readonly language?: string;
  /** Captions as SubRip text; they become a subtitle track that is off until asked for. */
  readonly captions?: string;
  readonly chapters?: readonly ChapterMarker[];
  readonly sounds?: readonly Sound[];
}

/** A finished film, as it was read back. */
export interface Film {
  readonly path: string;
  readonly frames: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly durationSeconds: number;
  /** How many parts and captions it holds. */
  readonly chapters: number;
  readonly captions: number;
  readonly audio: boolean;
  /** The loudest sample of the mix, decibels; absent without sound. */
  readonly peakDb?: number;
}

/**
 * Joins segments by stream copy, with captions, parts and one mix of all sounds, the table of contents in front.
 *
 * Law: the film's packets are the segments' packets, one after another; its frames = the sum of theirs; equal orders give
 * equal bytes.
 *
 * @throws AuthorError (exit 7) `Cannot join renders/gpt.mp4: segment 3 was encoded with other settings`
 * @throws AuthorError (exit 5, 6, 7) when ffmpeg fails, the disk is full, or the film read back is not the one asked for
 */
export async function joinFilm(order: JoinOrder): Promise<Film> {
  const target = path.resolve(order.path);
  checkSegments(order, target);
  await makeFolder(path.dirname(target));
  await sweepTemporary(path.dirname(target));
  const folder = temporaryBeside(target);
  const keep = removeAtExit(folder);
  try {
    await mkdir(folder);
    const mix = await mixOf(order, folder);
    const film = path.join(folder, 'film.mp4');
    const pictures = path.join(folder, 'pictures.mp4');
    const keyFrames = await joinPictures(order, pictures);
    await mux(order, {folder, pictures, film, mix, target});
    const found = await readMp4(film);
    checkFilm(order, found, {keyFrames, mix, target});
    const sha256 = await fileHash(film);
    await syncToDisk(film);
    await rename(film, target);
    await syncFolder(path.dirname(target));
    return filmRecord(order, found, mix, target, sha256);
  } catch (error) {
    throw isSystemError(error) ? unwritable(target, error) : error;
  } finally {
    await rm(folder, {recursive: true, force: true});
    keep();
  }
}

function checkSegments({segments}: JoinOrder, target: string): void {
  if (segments.length === 0) throw new RangeError(`Cannot join ${target}: it has no segments`);
  const first = JSON.stringify(segments[0]!.header);
  const other = segments.findIndex(segment => JSON.stringify(segment.header) !== first);
  if (other > 0) throw verification(`Cannot join ${target}: segment ${other} was encoded with other settings than segment 0`);
}

function verification(message: string): AuthorError {
  return new AuthorError(message, {fix: 'run lectern cache verify, then render again', exitCode: ExitCode.verification});
}

async function mixOf({ffmpeg, sounds = [], segments, settings}: JoinOrder, folder: string): Promise<Mix | undefined> {
  if (sounds.length === 0) return undefined;
  return mixSounds(sounds, {ffmpeg, seconds: framesOf(segments) / settings.fps, folder});
}

/**
 * Puts the segments' frames one after another into one picture track, every frame on the film's grid of time.
 *
 * @returns the key frames, counted from 0
 */
async function joinPictures({segments, settings}: JoinOrder, target: string): Promise<number[]> {
  const frames: EncodedFrame[] = [];
  const sources: {path: string; pieces: {offset: number; bytes: number}[]}[] = [];
  let start = 0;
  for (const [i, segment] of segments.entries()) {
    const {video} = await readMp4(segment.path);
    if (video?.frames !== segment.frames || !video.evenlyShown || video.keyFrames[0] !== 0) throw verification(`Cannot join segment ${i}: it is not what was encoded`);
    for (const {bytes, shown, keyFrame} of video.samples) frames.push({bytes, shown: start + shown, keyFrame});
    sources.push({path: segment.path, pieces: mergedPieces(video.samples)});
    start += segment.frames;
  }
  await writeMp4(target, frames, bytesOf(sources), {settings, codecConfig: segments[0]!.header.codecConfig});
  return frames.flatMap(({keyFrame}, i) => (keyFrame ? [i] : []));
}

/** Neighbouring samples lie side by side in a segment, so a few large reads do for all. */
function mergedPieces(samples: readonly {readonly offset: number; readonly bytes: number}[]): {offset: number; bytes: number}[] {
  const pieces: {offset: number; bytes: number}[] = [];
  for (const {offset, bytes} of samples) {
    const last = pieces.at(-1);
    if (last !== undefined && last.offset + last.bytes === offset && last.bytes < 1 << 22) last.bytes += bytes;
    else pieces.push({offset, bytes});
  }
  return pieces;
}

async function* bytesOf(sources: readonly {readonly path: string; readonly pieces: readonly {readonly offset: number; readonly bytes: number}[]}[]): AsyncGenerator<Uint8Array> {
  for (const {path: file, pieces} of sources) {
    const handle = await open(file, 'r');
    try {
      for (const {offset, bytes} of pieces) {
        const piece = new Uint8Array(bytes);
        const {bytesRead} = await handle.read(piece, 0, bytes, offset);
        yield piece.subarray(0, bytesRead);
      }
    } finally {
      await handle.close();
    }
  }
}

interface MuxFiles {
  readonly folder: string;
  readonly pictures: string;
  readonly film: string;
  readonly mix: Mix | undefined;
  /** What the film will be called, for errors. */
  readonly target: string;
}

/** One run of ffmpeg: everything that is copied, and the one thing that is encoded, the sound. */
async function mux(order: JoinOrder, {folder, pictures, film, mix, target}: MuxFiles): Promise<void> {
  const {settings, title = '', comment, language, chapters = [], captions} = order;
  const words = formatFfmetadata({
    title: oneLine(title), fps: settings.fps, ...(comment === undefined ? {} : {comment: oneLine(comment)}),
    markers: chapters.map(chapter => ({...chapter, title: oneLine(chapter.title)})),
  });
  const beside = async (name: string, text: string): Promise<string> => {
    await writeFile(path.join(folder, name), text);
    return fileArgument(path.join(folder, name));
  };
  const inputs: {args: string[]; kind: 'pictures' | 'words' | 'captions' | 'sound'}[] = [
    {kind: 'pictures', args: ['-i', fileArgument(pictures)]},
    {kind: 'words', args: ['-f', 'ffmetadata', '-i', await beside('words.txt', words)]},
  ];
  if (hasCues(captions)) inputs.push({kind: 'captions', args: ['-f', 'srt', '-i', await beside('captions.srt', captions)]});
  if (mix !== undefined) inputs.push({kind: 'sound', args: ['-f', 'f32le', '-ar', String(mix.sampleRate), '-ac', String(mix.channels), '-i', fileArgument(mix.path)]});
  const index = (kind: string): number => inputs.findIndex(input => input.kind === kind);
  await runFfmpeg(order.ffmpeg, [
    ...inputs.flatMap(input => input.args),
    '-map', '0:v:0', '-c:v', 'copy', '-video_track_timescale', String(settings.timescale),
    ...(mix === undefined ? [] : ['-map', `${index('sound')}:a:0`, '-c:a', 'aac', '-b:a', '192k', '-flags:a', '+bitexact', '-metadata:s:a:0', `language=${trackLanguage(language)}`]),
    ...(index('captions') < 0 ? [] : ['-map', `${index('captions')}:s:0`, '-c:s', 'mov_text', '-metadata:s:s:0', `language=${trackLanguage(language)}`]),
    '-map_metadata', String(index('words')), '-map_chapters', String(index('words')),
    '-fflags', '+bitexact', '-movflags', '+faststart+write_colr', '-f', 'mp4', '-y', fileArgument(film),
  ], {purpose: `join ${target}`, stallSeconds: 60 + order.segments.length});
}

/** ffmpeg's text format loses its place at control characters, and at a backslash that ends a line, escaped or not. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim().replace(/\\$/, '\\ ');
}

function hasCues(captions: string | undefined): captions is string {
  return cueCount(captions) > 0;
}

function cueCount(captions: string | undefined): number {
  return captions?.match(/^\d\d+:\d\d:\d\d,\d{3} --> /gm)?.length ?? 0;
}

function framesOf(segments: JoinOrder['segments']): number {
  return segments.reduce((sum, segment) => sum + segment.frames, 0);
}

/** Compares what the film says of itself with what was asked for. */
function checkFilm(order: JoinOrder, {boxes, video, audioSeconds, captions, chapters}: Mp4, {keyFrames, mix, target}: {readonly keyFrames: readonly number[]; readonly mix: Mix | undefined; readonly target: string}): void {
  const {settings, segments} = order;
  if (video === undefined) throw damaged(target, 'it has no video');
  const seconds = framesOf(segments) / settings.fps;
  const faults = [
    boxes.indexOf('moov') < boxes.indexOf('mdat') ? '' : 'its table of contents is not in front',
    video.frames === framesOf(segments) ? '' : `it holds ${video.frames} frames of ${framesOf(segments)}`,
    video.steps.length === 1 && video.steps[0]!.ticks * settings.fps === video.timescale && video.evenlyShown ? '' : 'its frames are not evenly spaced',
    String(video.keyFrames) === String(keyFrames) ? '' : 'its key frames are not those of its segments',
    video.codecConfig === segments[0]!.header.codecConfig ? '' : 'its stream header is not that of its segments',
    (captions?.lines.length ?? 0) === cueCount(order.captions) ? '' : `it holds ${captions?.lines.length ?? 0} captions of ${cueCount(order.captions)}`,
    sameParts(chapters, order) ? '' : `its chapters are ${JSON.stringify(chapters?.lines ?? [])}, not those asked for`,
    mix === undefined || Math.abs((audioSeconds ?? 0) - seconds) < 0.1 ? '' : `its sound lasts ${audioSeconds ?? 0} s of ${seconds} s`,
  ].filter(fault => fault !== '');
  if (faults.length > 0) throw damaged(target, faults.join('; '));
}

/** Titles in order; times to the millisecond, which is all that the format keeps. */
function sameParts(found: TextTrack | undefined, {chapters = [], settings}: JoinOrder): boolean {
  const lines = found?.lines ?? [];
  return lines.length === chapters.length && chapters.every((chapter, i) =>
    lines[i]!.text === oneLine(chapter.title) && Math.abs(lines[i]!.startSeconds - chapter.startFrame / settings.fps) < 0.002);
}

function filmRecord(order: JoinOrder, found: Mp4, mix: Mix | undefined, target: string, sha256: string): Film {
  const frames = framesOf(order.segments);
  return {
    path: target, frames, bytes: found.bytes, sha256, durationSeconds: frames / order.settings.fps,
    chapters: found.chapters?.lines.length ?? 0, captions: found.captions?.lines.length ?? 0,
    audio: mix !== undefined, ...(mix === undefined ? {} : {peakDb: mix.peakDb}),
  };
}
