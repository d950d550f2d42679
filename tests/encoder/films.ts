/** What the encoder's tests share: small frames that move, an ffmpeg, folders, and ffprobe where there is one. */
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll} from 'vitest';
import {buildConverter} from '../../src/encoder/convert/build.mjs';
import {findFfmpeg, type Ffmpeg} from '../../src/encoder/ffmpeg';
import {encoderSettings, type EncoderOverrides, type EncoderSettings, type ProfileName} from '../../src/encoder/profiles';
import {openSegment, type Segment} from '../../src/encoder/segment';
import {packageRoot} from '../../src/stage/packageRoot';

/** A folder that is gone after the tests of a file. */
export function testFolder(name: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), `lectern-${name}-`));
  afterAll(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

export const size = {width: 64, height: 48};

/** Compiles the pixel converter if need be, and finds an ffmpeg. */
export async function encoderReady(): Promise<Ffmpeg> {
  await buildConverter(path.join(packageRoot(), '.build'));
  return findFfmpeg();
}

export function smallSettings(profile: ProfileName = 'review', overrides: EncoderOverrides = {}): EncoderSettings {
  return encoderSettings({profile, ...size, fps: 30, overrides: {gopFrames: 12, ...overrides}});
}

/** A square on a dark ground, one pixel further right and another colour with each index. */
export function movingFrame(index: number, {width, height} = size): Uint8Array {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const x = pixel % width;
    const y = Math.floor(pixel / width);
    const inside = (x - index + 10 * width) % width < 16 && y >= 12 && y < 30;
    rgba.set(inside ? [255, (index * 9) % 256, 60] : [11, 16, 32], 4 * pixel);
  }
  return rgba;
}

export function plainFrame(colour: readonly number[], {width, height} = size): Uint8Array {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) rgba.set(colour, 4 * pixel);
  return rgba;
}

/** Encodes moving frames `start` to before `start + frames`. */
export async function movingSegment(ffmpeg: Ffmpeg, file: string, frames: number, start = 0, settings = smallSettings()): Promise<Segment> {
  const writer = await openSegment({ffmpeg, settings, path: file, frames});
  for (let i = 0; i < frames; i++) await writer.write(movingFrame(start + i, settings));
  return writer.finish();
}

/** True where ffprobe is installed; tests that need it say so when it is not. */
export const hasFfprobe = spawnSync('ffprobe', ['-version']).status === 0;

export interface Probe {
  readonly streams: readonly Record<string, string | number>[];
  readonly packets: readonly {readonly pts: number; readonly dts: number; readonly duration: number; readonly flags: string}[];
  readonly chapters: readonly {readonly start_time: string; readonly tags: {readonly title: string}}[];
  readonly format: {readonly duration: string; readonly tags?: Record<string, string>};
}

/** Asks ffprobe about the picture track of a file, and about the file. */
export function probe(file: string): Probe {
  const whole = JSON.parse(execFileSync('ffprobe', ['-v', 'error', '-of', 'json', '-show_streams', '-show_format', '-show_chapters', `file:${file}`], {encoding: 'utf8'})) as Probe;
  const packets = JSON.parse(execFileSync('ffprobe', ['-v', 'error', '-of', 'json', '-select_streams', 'v:0', '-show_packets', `file:${file}`], {encoding: 'utf8'})) as Probe;
  return {...whole, packets: packets.packets};
}

/** MD5 of each decoded frame. */
export function frameHashes(ffmpeg: Ffmpeg, file: string): string[] {
  const text = execFileSync(ffmpeg.path, ['-v', 'error', '-i', `file:${file}`, '-map', '0:v:0', '-f', 'framemd5', '-'], {encoding: 'utf8'});
  return text.split('\n').filter(line => /^\d/.test(line)).map(line => line.split(',').at(-1)!.trim());
}

/** Decodes a file to RGB, as a player that obeys the tags does. */
export function decodedRgb(ffmpeg: Ffmpeg, file: string): Buffer {
  return execFileSync(ffmpeg.path, [
    '-v', 'error', '-i', `file:${file}`, '-vf', 'scale=in_color_matrix=bt709:in_range=tv:flags=accurate_rnd+full_chroma_int+full_chroma_inp', '-pix_fmt', 'rgb24', '-f', 'rawvideo', '-',
  ], {maxBuffer: 1 << 28});
}

/** Decodes a file to its luma and chroma planes as they are. */
export function decodedPlanes(ffmpeg: Ffmpeg, file: string): Buffer {
  return execFileSync(ffmpeg.path, ['-v', 'error', '-i', `file:${file}`, '-f', 'rawvideo', '-'], {maxBuffer: 1 << 28});
}
