/**
 * Mixes the sounds of a film. In: files, each with its moment and gain. Out: one stretch of samples as long as the film.
 * Called once a film: sound that is compressed in pieces would not fit together again (AAC adds some 20 ms to each).
 *
 * ffmpeg only decodes. The sum is made here, sample by sample, because its mixing filters change the gain of all when
 * one sound ends, and place sounds by the millisecond.
 */
import {existsSync} from 'node:fs';
import {open, type FileHandle} from 'node:fs/promises';
import path from 'node:path';
import {AuthorError, ExitCode, isAuthorError} from '../author/authorError';
import type {Ffmpeg} from './ffmpeg';
import {fileArgument, runFfmpeg} from './ffmpegProcess';

/** A sound in the film. */
export interface Sound {
  readonly path: string;
  /** When it begins, seconds from the start of the film; below 0 its beginning is not heard. */
  readonly startSeconds: number;
  /** Decibels added to it; 0 leaves it as it is. */
  readonly gainDb?: number;
  /** The stretch of the file that is played, seconds; all of it where missing. */
  readonly trimStartSeconds?: number;
  readonly trimEndSeconds?: number;
  /** Speed, and pitch with it, > 0; 1 where missing. */
  readonly playbackRate?: number;
}

export interface Mix {
  /** 32-bit little-endian floats, left and right by turns. */
  readonly path: string;
  readonly sampleRate: number;
  readonly channels: number;
  /** The loudest sample, decibels below full scale; above 0 it will be cut off, -Infinity is silence. */
  readonly peakDb: number;
}

const sampleRate = 48_000;
const channels = 2;

/**
 * Mixes sounds into a file of samples, memory flat however long the film is.
 *
 * Law: sample n of the mix = the sum over all sounds of gain x sample (n - start). What lies beyond the film's ends is cut.
 *
 * @param sounds - in any order; a stretch of a file that occurs often is decoded once
 * @param options - `ffmpeg`; `seconds`: length of the film; `folder`: where temporary files and the mix may be written
 * @throws AuthorError (exit 4) `Cannot read the sound click.wav: there is no such file`
 * @throws RangeError for a start or a gain that is not a number, a stretch that is empty, or a speed that is not above 0
 */
export async function mixSounds(
  sounds: readonly Sound[],
  {ffmpeg, seconds, folder}: {readonly ffmpeg: Pick<Ffmpeg, 'path'>; readonly seconds: number; readonly folder: string},
): Promise<Mix> {
  sounds.forEach(checkSound);
  const decoded = new Map<string, string>();
  for (const sound of sounds) {
    if (decoded.has(stretchOf(sound))) continue;
    const file = path.join(folder, `sound-${decoded.size}.wav`);
    await decode(ffmpeg, sound, file);
    decoded.set(stretchOf(sound), file);
  }
  const handles = new Map<string, FileHandle>();
  try {
    for (const [name, file] of decoded) handles.set(name, await open(file, 'r'));
    const placed = await Promise.all(sounds.map(sound => place(sound, handles.get(stretchOf(sound))!)));
    const target = path.join(folder, 'mix.f32');
    const peak = await writeMix(placed, Math.round(seconds * sampleRate), target);
    return {path: target, sampleRate, channels, peakDb: 20 * Math.log10(peak)};
  } finally {
    for (const handle of handles.values()) await handle.close();
  }
}

interface PlacedSound {
  readonly handle: FileHandle;
  /** Where the samples begin in the file, bytes. */
  readonly data: number;
  readonly channels: number;
  /** First sample in the film, and the one after its last. */
  readonly from: number;
  readonly to: number;
  readonly gain: number;
}

function checkSound({path: file, startSeconds, gainDb = 0, trimStartSeconds = 0, trimEndSeconds = Infinity, playbackRate = 1}: Sound): void {
  if (!Number.isFinite(startSeconds)) throw new RangeError(`Cannot place the sound ${file} at ${startSeconds} s`);
  if (!Number.isFinite(gainDb)) throw new RangeError(`Cannot play the sound ${file} with a gain of ${gainDb} dB`);
  if (!(trimStartSeconds < trimEndSeconds)) throw new RangeError(`Cannot play the sound ${file} from ${trimStartSeconds} s to ${trimEndSeconds} s`);
  if (!(playbackRate > 0 && playbackRate < Infinity)) throw new RangeError(`Cannot play the sound ${file} at a speed of ${playbackRate}`);
}

/** Sounds with the same name share their samples. */
function stretchOf({path: file, trimStartSeconds, trimEndSeconds, playbackRate}: Sound): string {
  return JSON.stringify([file, trimStartSeconds, trimEndSeconds, playbackRate]);
}

/** Cutting, and playing faster or slower: the samples are declared to be of another rate, and brought back to ours. */
function filters({trimStartSeconds, trimEndSeconds, playbackRate = 1}: Sound): string {
  const at = (seconds: number) => Math.max(Math.round(seconds * sampleRate), 0);
  const ends = [
    ...(trimStartSeconds === undefined ? [] : [`start_sample=${at(trimStartSeconds)}`]),
    ...(trimEndSeconds === undefined ? [] : [`end_sample=${at(trimEndSeconds)}`]),
  ];
  return [
    // One channel stays one: spread over two by ffmpeg, it would lose 3 dB.
    `aformat=sample_rates=${sampleRate}:channel_layouts=mono|stereo`,
    ...(ends.length > 0 ? [`atrim=${ends.join(':')}`, 'asetpts=PTS-STARTPTS'] : []),
    ...(playbackRate === 1 ? [] : [`asetrate=${Math.round(sampleRate * playbackRate)}`, `aresample=${sampleRate}`]),
  ].join(',');
}

async function decode(ffmpeg: Pick<Ffmpeg, 'path'>, sound: Sound, target: string): Promise<void> {
  const source = sound.path;
  if (!existsSync(source)) throw unreadable(source, 'there is no such file');
  try {
    await runFfmpeg(ffmpeg, [
      '-i', fileArgument(source), '-map', '0:a:0', '-fflags', '+bitexact', '-flags:a', '+bitexact',
      '-af', filters(sound), '-c:a', 'pcm_f32le', '-f', 'wav', '-y', fileArgument(target),
    ], {purpose: `decode ${source}`});
  } catch (error) {
    if (!isAuthorError(error) || error.exitCode !== ExitCode.encoder) throw error;
    throw unreadable(source, error.message.split('\n')[1]?.trim() ?? 'ffmpeg cannot decode it', error);
  }
}

function unreadable(file: string, why: string, cause?: unknown): AuthorError {
  return new AuthorError(`Cannot read the sound ${file}: ${why}`, {fix: 'give a WAV, MP3, FLAC, Ogg or M4A file', exitCode: ExitCode.asset, cause});
}

async function place({startSeconds, gainDb = 0}: Sound, handle: FileHandle): Promise<PlacedSound> {
  const from = Math.round(startSeconds * sampleRate);
  const {data, channels: own} = await readWavHead(handle);
  const samples = Math.floor(((await handle.stat()).size - data) / (4 * own));
  return {handle, data, channels: own, from, to: from + samples, gain: 10 ** (gainDb / 20)};
}

/** Finds the number of channels and the samples in a WAV file as ffmpeg writes it: "fmt " early on, "data" to the end. */
async function readWavHead(handle: FileHandle): Promise<{data: number; channels: number}> {
  const head = Buffer.alloc(4096);
  await handle.read(head, 0, head.length, 0);
  const format = head.indexOf('fmt ', 12, 'latin1');
  const data = head.indexOf('data', format, 'latin1');
  if (format < 0 || data < 0) throw new Error('ffmpeg wrote a WAV file without a head');
  return {data: data + 8, channels: head.readUInt16LE(format + 10)};
}

/** Sums second by second. Returns the largest absolute sample. */
async function writeMix(sounds: readonly PlacedSound[], samples: number, target: string): Promise<number> {
  const out = await open(target, 'w');
  let peak = 0;
  try {
    for (let start = 0; start < samples; start += sampleRate) {
      const block = new Float32Array(Math.min(sampleRate, samples - start) * channels);
      for (const sound of sounds) await addSound(block, start, sound);
      for (const value of block) peak = Math.max(peak, Math.abs(value));
      await out.write(new Uint8Array(block.buffer));
    }
  } finally {
    await out.close();
  }
  return peak;
}

async function addSound(block: Float32Array, start: number, {handle, data, channels: own, from, to, gain}: PlacedSound): Promise<void> {
  const first = Math.max(start, from);
  const last = Math.min(start + block.length / channels, to);
  if (first >= last) return;
  const part = new Float32Array((last - first) * own);
  await handle.read(new Uint8Array(part.buffer), 0, part.byteLength, data + (first - from) * 4 * own);
  const offset = (first - start) * channels;
  for (let i = 0; i < (last - first) * channels; i++) block[offset + i]! += gain * part[own === 1 ? i >> 1 : i]!;
}
