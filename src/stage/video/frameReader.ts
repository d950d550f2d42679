/**
 * Frames of a film, by number.
 *
 * In: a film file. Out: 8-bit RGBA pictures. One ffmpeg runs ahead by what fits into a pipe; the next frames in order cost
 * a read, a jump starts it anew at the frame asked for.
 */
import {spawn, type ChildProcess} from 'node:child_process';
import path from 'node:path';
import type {Readable} from 'node:stream';
import {AuthorError, ExitCode} from '../../author/authorError';
import {ffmpegBinary} from './ffmpegBinary';
import type {VideoFile} from './videoFile';
import {planeBytes, yuvToRgba} from './yuvToRgba';

export interface FrameReader {
  /** Reads one frame; calls are answered in order. The buffer is the caller's. */
  read(index: number): Promise<Buffer>;
  close(): void;
}

/** Frames ahead that are read and dropped, rather than sought: decoding them costs less than a new process. */
const WORTH_READING = 24;

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach(child => child.kill('SIGKILL')));

/** Opens a film for reading; nothing is decoded yet. */
export function openFrameReader(video: VideoFile): FrameReader {
  let decoder: Decoder | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const frame = async (index: number): Promise<Buffer> => {
    if (decoder === null || index < decoder.next || index > decoder.next + WORTH_READING) {
      decoder?.stop();
      decoder = startDecoder(video, index);
    }
    for (;;) {
      const picture = await decoder.read();
      // The table of frames may name more than the decoder gives, as in files that were cut: the last picture stays.
      if (picture === null) throw short(video, index);
      if (decoder.next > index) return picture();
    }
  };
  return {
    read(index) {
      const answer = queue.then(() => frame(index));
      queue = answer.catch(() => undefined);
      return answer;
    },
    close() {
      decoder?.stop();
      decoder = null;
    },
  };
}

function short({file}: VideoFile, index: number): AuthorError {
  return new AuthorError(`Cannot read frame ${index} of ${path.basename(file)}: the film ends before it`, {
    exitCode: ExitCode.asset,
    fix: 'export the film again: its index and its pictures disagree',
  });
}

interface Decoder {
  /** The frame that `read` gives next. */
  next: number;
  /** The next picture, turned into RGBA when it is asked for; null at the end of the film. */
  read(): Promise<(() => Buffer) | null>;
  stop(): void;
}

function startDecoder(video: VideoFile, first: number): Decoder {
  const child = spawn(ffmpegBinary(), decoderArguments(video, first), {stdio: ['ignore', 'pipe', 'ignore']});
  const size = video.isPlanar ? {width: video.width, height: video.height, hasAlpha: video.alphaDecoder !== undefined} : null;
  running.add(child);
  child.once('close', () => running.delete(child));
  child.once('error', () => running.delete(child));
  const stdout = child.stdout!;
  // A film that nobody reads any more must not keep the process alive.
  const hold = (isHeld: boolean) => [child, stdout as unknown as ChildProcess].forEach(each => (isHeld ? each.ref() : each.unref()));
  hold(false);
  return {
    next: first,
    async read() {
      hold(true);
      try {
        const bytes = await readExactly(stdout, size ? planeBytes(size) : video.width * video.height * 4);
        if (bytes) this.next++;
        return bytes && size ? () => yuvToRgba(bytes, size, video.colours) : bytes && (() => bytes);
      } finally {
        hold(false);
      }
    },
    stop() {
      stdout.destroy();
      child.kill('SIGKILL');
    },
  };
}

function decoderArguments({file, frameTimes, colours, isPlanar, alphaDecoder}: VideoFile, first: number): string[] {
  // Half a frame early, so that rounding can neither lose the frame nor show the one before it.
  const early = first === 0 ? 0 : (frameTimes[first - 1] + frameTimes[first]) / 2;
  const planes = alphaDecoder ? 'yuva420p' : colours.isFullRange ? 'yuvj420p' : 'yuv420p';
  const convert = `scale=in_color_matrix=${colours.matrix}:flags=neighbor+accurate_rnd+full_chroma_int`;
  return [
    '-v', 'error', '-nostdin', ...(alphaDecoder ? ['-c:v', alphaDecoder] : []), ...(early > 0 ? ['-ss', early.toFixed(6)] : []), '-i', file,
    '-map', '0:v:0', '-an', '-fps_mode', 'passthrough', ...(isPlanar ? [] : ['-vf', convert]), '-f', 'rawvideo', '-pix_fmt', isPlanar ? planes : 'rgba', '-',
  ];
}

async function readExactly(stream: Readable, bytes: number): Promise<Buffer | null> {
  const picture = Buffer.allocUnsafe(bytes);
  let filled = 0;
  while (filled < bytes) {
    const chunk = stream.read(Math.min(bytes - filled, stream.readableLength || bytes)) as Buffer | null;
    if (chunk) {
      filled += chunk.copy(picture, filled);
    } else {
      if (stream.readableEnded || stream.destroyed || stream.errored) return null;
      await somethingHappens(stream);
    }
  }
  return picture;
}

function somethingHappens(stream: Readable): Promise<void> {
  return new Promise(resolve => {
    const events = ['readable', 'end', 'close', 'error'] as const;
    const done = () => {
      events.forEach(event => stream.off(event, done));
      resolve();
    };
    events.forEach(event => stream.once(event, done));
  });
}
