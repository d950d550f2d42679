/**
 * Writes one segment: a closed-GOP piece of film on disk. In: frames, one after another. Out: an mp4 that was counted,
 * read back and put in place whole, or nothing at all. Called by whoever draws a chunk.
 */
import {rename, rm} from 'node:fs/promises';
import path from 'node:path';
import {fileHash, isSystemError, makeFolder, syncFolder, syncToDisk, temporaryBeside, unwritable} from './disk';
import type {Ffmpeg} from './ffmpeg';
import {fileArgument, startFfmpeg, type FfmpegProcess} from './ffmpegProcess';
import {FrameConverter, type ConvertedPicture} from './frameConverter';
import {x264Arguments, type EncoderSettings} from './profiles';
import {damaged, readMp4, type VideoTrack} from './readMp4';

/** A finished segment: plain, so that it can be saved beside the file. */
export interface Segment {
  readonly path: string;
  readonly frames: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly header: {
    readonly width: number;
    readonly height: number;
    readonly timescale: number;
    /** Hexadecimal; equal in all segments that are to be joined. */
    readonly codecConfig: string;
  };
}

export interface SegmentOrder {
  readonly ffmpeg: Pick<Ffmpeg, 'path'>;
  readonly settings: EncoderSettings;
  /** Where the segment will be; until it is finished nothing is there. */
  readonly path: string;
  /** How many frames it will have: fewer or more is an error. */
  readonly frames: number;
  /** The longest time that ffmpeg may take no frame, seconds; 60 unless told otherwise. */
  readonly stallSeconds?: number;
}

export interface SegmentWriter {
  /** Frames handed over so far. */
  readonly frames: number;
  /**
   * Adds a frame. Its pixels are read before this returns, so they may be drawn over at once; awaiting it is what keeps
   * the frames in flight few, and lets the event loop turn once.
   *
   * @param rgba - width x height x 4 bytes, opaque
   * @throws AuthorError (exit 5, 6 or 9) when ffmpeg ended, the disk is full, or ffmpeg takes nothing any more
   */
  write(rgba: Uint8Array | Uint8ClampedArray): Promise<void>;
  /** Adds the last frame again, `times` times, without reading or converting anything. */
  repeat(times?: number): Promise<void>;
  /**
   * Ends the segment, checks it, and puts it at its path.
   *
   * @throws AuthorError (exit 7) when the file does not hold what was written
   */
  finish(): Promise<Segment>;
  /** Gives the segment up and leaves nothing behind; harmless when repeated, and after finish(). */
  abort(): Promise<void>;
}

/**
 * Opens a segment for writing.
 *
 * @param order - see {@link SegmentOrder}
 * @throws RangeError `Cannot encode 0 frames: a segment has at least 1`
 * @throws AuthorError (exit 2) when the folder of `path` cannot be made
 * @example
 * const segment = await openSegment({ffmpeg: await findFfmpeg(), settings, path: 'renders/a.mp4', frames: 2});
 * await segment.write(canvas.data());
 * await segment.repeat();
 * await segment.finish();  // {frames: 2, bytes: …, sha256: …}
 */
export async function openSegment(order: SegmentOrder): Promise<SegmentWriter> {
  if (!Number.isInteger(order.frames) || order.frames < 1) throw new RangeError(`Cannot encode ${order.frames} frames: a segment has at least 1`);
  const target = path.resolve(order.path);
  fileArgument(target);
  await makeFolder(path.dirname(target));
  return new Writer(order, target, temporaryBeside(target));
}

class Writer implements SegmentWriter {
  public frames = 0;
  private readonly settings: EncoderSettings;
  private readonly process: FfmpegProcess;
  private readonly converter: FrameConverter | undefined;
  private lastRaw: Uint8Array | undefined;
  private inFlight: Promise<void>[] = [];
  private over = false;

  public constructor(private readonly order: SegmentOrder, private readonly target: string, private readonly temporary: string) {
    this.settings = order.settings;
    if (this.settings.pixelFormat === 'yuv420p') this.converter = new FrameConverter(this.settings.width, this.settings.height);
    this.process = startFfmpeg(order.ffmpeg, [
      ...inputArguments(this.settings), ...x264Arguments(this.settings),
      '-video_track_timescale', String(this.settings.timescale), '-fflags', '+bitexact', '-movflags', '+write_colr',
      '-f', 'mp4', '-y', fileArgument(temporary),
    ], {purpose: `encode ${target}`, ...(order.stallSeconds === undefined ? {} : {stallSeconds: order.stallSeconds})});
  }

  public async write(rgba: Uint8Array | Uint8ClampedArray): Promise<void> {
    this.expectMore(1);
    await this.send(this.converter === undefined ? this.rawPicture(rgba) : this.converter.convert(rgba));
  }

  public async repeat(times = 1): Promise<void> {
    this.expectMore(times);
    for (let i = 0; i < times; i++) await this.send(this.converter === undefined ? this.rawPicture(this.lastRaw) : this.converter.again());
  }

  public async finish(): Promise<Segment> {
    if (this.frames !== this.order.frames) {
      await this.abort();
      throw damaged(this.target, `${this.frames} frames were drawn of ${this.order.frames}`);
    }
    try {
      await Promise.all(this.inFlight);
      await this.process.finish();
      return await this.settle();
    } catch (error) {
      await this.abort();
      throw isSystemError(error) ? unwritable(this.target, error) : error;
    }
  }

  public async abort(): Promise<void> {
    this.over = true;
    await this.process.kill();
    await rm(this.temporary, {force: true});
  }

  /** From ffmpeg's file to ours: read back, hashed, on the disk, and only then under its name. */
  private async settle(): Promise<Segment> {
    const {video, bytes} = await readMp4(this.temporary);
    const header = checkedHeader(video, this.settings, this.order.frames, this.target);
    const sha256 = await fileHash(this.temporary);
    await syncToDisk(this.temporary);
    await rename(this.temporary, this.target);
    await syncFolder(path.dirname(this.target));
    this.over = true;
    return {path: this.target, frames: this.frames, bytes, sha256, header};
  }

  private expectMore(frames: number): void {
    if (this.over) throw new Error(`Cannot write to ${this.target}: it is finished`);
    if (!Number.isInteger(frames) || frames < 0) throw new RangeError(`Cannot repeat a frame ${frames} times`);
    if (this.frames + frames > this.order.frames) {
      throw new RangeError(`Cannot write frame ${this.frames + frames} of ${this.target}: it was to have ${this.order.frames}`);
    }
  }

  /** 4:4:4 goes to ffmpeg as it was drawn; the copy lets the caller draw on. */
  private rawPicture(rgba: Uint8Array | Uint8ClampedArray | undefined): ConvertedPicture {
    const {width, height} = this.settings;
    if (rgba === undefined) throw new RangeError('Cannot repeat a frame: there has been none');
    if (rgba.length !== width * height * 4) throw new RangeError(`Cannot encode a frame of ${rgba.length} bytes: ${width}x${height} RGBA takes ${width * height * 4}`);
    if (rgba !== this.lastRaw) this.lastRaw = Uint8Array.from(rgba);
    return {bytes: this.lastRaw!, changed: true, release: () => undefined};
  }

  /** Hands a picture to ffmpeg and returns when there is room for another. */
  private async send(picture: ConvertedPicture): Promise<void> {
    this.frames++;
    const taken = this.process.write(picture.bytes).finally(() => picture.release());
    // Awaited later, by this or the next frame: until then a failure must not count as unhandled.
    taken.catch(() => undefined);
    this.inFlight.push(taken);
    if (this.inFlight.length > 1) await this.inFlight.shift();
    // Canvas pixels are freed by the garbage collector's finalisers, which run only between turns of the event loop.
    else await new Promise<void>(resolve => setImmediate(resolve));
  }
}

function inputArguments(settings: EncoderSettings): string[] {
  const size = ['-video_size', `${settings.width}x${settings.height}`, '-framerate', String(settings.fps)];
  if (settings.pixelFormat === 'yuv420p') return ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', ...size, '-i', 'pipe:0'];
  return [
    '-f', 'rawvideo', '-pix_fmt', 'rgba', ...size, '-i', 'pipe:0',
    '-vf', `scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int,format=${settings.pixelFormat}`,
  ];
}

/** Compares what the file says of itself with what was asked for. */
function checkedHeader(video: VideoTrack | undefined, settings: EncoderSettings, frames: number, target: string): Segment['header'] {
  if (video === undefined) throw damaged(target, 'it has no video');
  const {width, height, timescale, codecConfig, colour, steps, keyFrames} = video;
  const grid = Array.from({length: Math.ceil(frames / settings.gopFrames)}, (_, i) => i * settings.gopFrames);
  const faults = [
    video.frames === frames ? '' : `it holds ${video.frames} frames of ${frames}`,
    width === settings.width && height === settings.height ? '' : `it is ${width}x${height}, not ${settings.width}x${settings.height}`,
    timescale === settings.timescale && steps.length === 1 && steps[0]!.ticks === timescale / settings.fps ? '' : 'its frames are not evenly spaced',
    video.evenlyShown ? '' : 'its frames are not shown evenly',
    String(keyFrames) === String(grid) ? '' : `its key frames are ${keyFrames.join(', ')}, not ${grid.join(', ')}`,
    colour === undefined || (colour.matrix === 1 && colour.primaries === 1 && colour.transfer === 1 && !colour.fullRange) ? '' : 'its colours are not tagged as BT.709, limited range',
  ].filter(fault => fault !== '');
  if (faults.length > 0) throw damaged(target, faults.join('; '));
  return {width, height, timescale, codecConfig};
}
