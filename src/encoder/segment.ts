/**
 * Writes one segment: a closed-GOP piece of film on disk. In: frames, one after another. Out: an mp4 that was counted,
 * read back and put in place whole, or nothing at all. Called by whoever draws a chunk.
 */
import {rename, rm} from 'node:fs/promises';
import path from 'node:path';
import {fileHash, isSystemError, makeFolder, syncFolder, syncToDisk, temporaryBeside, unwritable} from './disk';
import type {Ffmpeg} from './ffmpeg';
import {fileArgument} from './ffmpegProcess';
import {FrameConverter} from './frameConverter';
import type {CodedPicture} from './h264/accessUnits';
import {configurationRecord} from './h264/parameterSets';
import type {EncoderSettings} from './profiles';
import {RawFrames} from './rawFrames';
import {damaged, readMp4, type VideoTrack} from './readMp4';
import {Reel} from './reel';
import {pipedFormat} from './stretch';
import {writeMp4, type EncodedFrame} from './writeMp4';

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
  /** Adds the last frame again, `times` times, without reading or converting anything; the same as writing it again. */
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
  private readonly source: FrameConverter | RawFrames;
  private readonly reel: Reel;
  private over = false;

  public constructor(private readonly order: SegmentOrder, private readonly target: string, private readonly temporary: string) {
    const {width, height} = order.settings;
    this.source = pipedFormat(order.settings) === 'yuv420p' ? new FrameConverter(width, height) : new RawFrames(width, height);
    this.reel = new Reel({...order, target});
  }

  public async write(rgba: Uint8Array | Uint8ClampedArray): Promise<void> {
    this.expectMore(1);
    const picture = this.source.convert(rgba);
    this.frames++;
    await this.reel.show(picture);
  }

  public async repeat(times = 1): Promise<void> {
    if (!Number.isInteger(times) || times < 0) throw new RangeError(`Cannot repeat a frame ${times} times`);
    this.expectMore(times);
    if (this.frames === 0) throw new RangeError('Cannot repeat a frame: there has been none');
    this.frames += times;
    await this.reel.stay(times);
  }

  public async finish(): Promise<Segment> {
    try {
      if (this.frames !== this.order.frames) throw damaged(this.target, `${this.frames} frames were drawn of ${this.order.frames}`);
      const {header, pictures} = await this.reel.finish();
      const codecConfig = configurationRecord(header).toString('hex');
      await writeMp4(this.temporary, pictures.map(frameOf), pictures.map(picture => picture.data), {settings: this.order.settings, codecConfig});
      return await this.settle(codecConfig);
    } catch (error) {
      await this.abort();
      throw isSystemError(error) ? unwritable(this.target, error) : error;
    }
  }

  public async abort(): Promise<void> {
    this.over = true;
    await this.reel.abort();
    await rm(this.temporary, {force: true});
  }

  /** From a temporary file to ours: read back, hashed, on the disk, and only then under its name. */
  private async settle(codecConfig: string): Promise<Segment> {
    const {video, bytes} = await readMp4(this.temporary);
    const header = checkedHeader(video, codecConfig, this.order, this.target);
    const sha256 = await fileHash(this.temporary);
    await syncToDisk(this.temporary);
    await rename(this.temporary, this.target);
    await syncFolder(path.dirname(this.target));
    this.over = true;
    return {path: this.target, frames: this.frames, bytes, sha256, header};
  }

  private expectMore(frames: number): void {
    if (this.over) throw new Error(`Cannot write to ${this.target}: it is finished`);
    if (this.frames + frames > this.order.frames) {
      throw new RangeError(`Cannot write frame ${this.frames + frames} of ${this.target}: it was to have ${this.order.frames}`);
    }
  }
}

function frameOf({data, shown, keyFrame}: CodedPicture): EncodedFrame {
  return {bytes: data.length, shown, keyFrame};
}

/** Compares what the file says of itself with what was asked for. */
function checkedHeader(video: VideoTrack | undefined, codecConfig: string, {settings, frames}: SegmentOrder, target: string): Segment['header'] {
  if (video === undefined) throw damaged(target, 'it has no video');
  const {width, height, timescale, steps, keyFrames} = video;
  const gaps = [...keyFrames, frames].map((frame, i, all) => (i === 0 ? 0 : frame - all[i - 1]!));
  const faults = [
    video.frames === frames ? '' : `it holds ${video.frames} frames of ${frames}`,
    width === settings.width && height === settings.height ? '' : `it is ${width}x${height}, not ${settings.width}x${settings.height}`,
    timescale === settings.timescale && steps.length === 1 && steps[0]!.ticks === timescale / settings.fps && video.evenlyShown ? '' : 'its frames are not evenly spaced',
    keyFrames[0] === 0 && Math.max(...gaps) <= settings.gopFrames ? '' : `its key frames, ${keyFrames.join(', ')}, do not begin each ${settings.gopFrames} frames`,
    video.codecConfig === codecConfig ? '' : 'its stream header was changed',
  ].filter(fault => fault !== '');
  if (faults.length > 0) throw damaged(target, faults.join('; '));
  return {width, height, timescale, codecConfig};
}
