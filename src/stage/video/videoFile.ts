/**
 * What a film file holds, without decoding it: size, length, and the time of every frame.
 *
 * In: a file. Out: a plain record. Called once for each source by the façade of `<video>`.
 */
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {AuthorError, ExitCode} from '../../author/authorError';
import {ffmpegBinary} from './ffmpegBinary';
import type {FilmColours} from './yuvToRgba';

export interface VideoFile {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  /** Seconds. */
  readonly duration: number;
  /** Seconds at which each frame begins, ascending, the first at or near 0. */
  readonly frameTimes: readonly number[];
  readonly colours: FilmColours;
  /** Whether it is 8-bit YUV with colour at half the resolution, as nearly all films are; others are turned into RGB by ffmpeg. */
  readonly isPlanar: boolean;
  /** The decoder that also reads how opaque each pixel is, for films that tell. */
  readonly alphaDecoder?: 'libvpx' | 'libvpx-vp9';
}

const known = new Map<string, VideoFile>();

/**
 * Reads a film's table of frames.
 *
 * @param file - absolute path
 * @throws AuthorError "Cannot play …" (exit code 4) for a file that holds no film
 */
export function readVideoFile(file: string): VideoFile {
  let video = known.get(file);
  if (!video) known.set(file, (video = probe(file)));
  return video;
}

function probe(file: string): VideoFile {
  // Packets are listed with their times and thrown away: no frame is decoded.
  const {stdout, stderr} = spawnSync(ffmpegBinary(), ['-hide_banner', '-nostdin', '-i', file, '-map', '0:v:0', '-c', 'copy', '-f', 'framecrc', '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const [, ticks = '1', perSecond = '0'] = /^#tb 0: (\d+)\/(\d+)$/m.exec(stdout ?? '') ?? [];
  const size = /^#dimensions 0: (\d+)x(\d+)$/m.exec(stdout ?? '');
  const second = Number(perSecond) / Number(ticks);
  const packets = [...(stdout ?? '').matchAll(/^0,\s*-?\d+,\s*(-?\d+),\s*(\d+),/gm)].map(([, start, length]) => ({
    start: Number(start) / second,
    length: Number(length) / second,
  }));
  if (!size || packets.length === 0) throw unplayable(file);
  packets.sort((a, b) => a.start - b.start);
  const last = packets[packets.length - 1];
  const isTurned = /rotation of -?(?:90|270)(?:\.0+)? degrees/.test(stderr);
  const [width, height] = isTurned ? [Number(size[2]), Number(size[1])] : [Number(size[1]), Number(size[2])];
  return {
    file,
    width,
    height,
    duration: durationIn(stderr) ?? last.start + last.length,
    frameTimes: packets.map(({start}) => start),
    ...picturesOf(stderr, height),
  };
}

function picturesOf(log: string, height: number): Pick<VideoFile, 'colours' | 'isPlanar' | 'alphaDecoder'> {
  const stream = /Stream #\d+:\d+.*Video:.*/.exec(log)?.[0] ?? '';
  const isFullRange = /yuvj|\(pc\b/.test(stream);
  const isTransparent = /^\s*alpha_mode\s*:\s*1\b/im.test(log);
  return {
    colours: {matrix: colourMatrix(stream, height), isFullRange},
    isPlanar: /\byuvj?420p\b/.test(stream),
    ...(isTransparent && /Video: vp8\b/.test(stream) ? {alphaDecoder: 'libvpx' as const} : {}),
    ...(isTransparent && /Video: vp9\b/.test(stream) ? {alphaDecoder: 'libvpx-vp9' as const} : {}),
  };
}

function durationIn(log: string): number | null {
  const match = /Duration: (\d+):(\d+):(\d+(?:\.\d+)?)/.exec(log);
  return match ? Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]) : null;
}

/** Browsers take an unmarked film for standard definition below 720 lines. */
function colourMatrix(stream: string, height: number): FilmColours['matrix'] {
  if (/bt2020/.test(stream)) return 'bt2020';
  if (/bt709/.test(stream)) return 'bt709';
  if (/smpte170m|bt470bg/.test(stream)) return 'smpte170m';
  return height >= 720 ? 'bt709' : 'smpte170m';
}

function unplayable(file: string): AuthorError {
  return new AuthorError(`Cannot play ${path.basename(file)}: it holds no film that ffmpeg can read`, {
    exitCode: ExitCode.asset,
    fix: 'export it again, for example as .mp4',
  });
}

/**
 * The frame that is on screen at a time.
 *
 * @param seconds - any; before the first frame the first one is shown, after the last one the last
 * @returns index into `frameTimes`
 */
export function frameAt({frameTimes}: VideoFile, seconds: number): number {
  // Scene times are sums of floats: a frame may begin a hair after the time that means it.
  const time = seconds + 1e-6;
  let [low, high] = [0, frameTimes.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (frameTimes[middle] <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}
