/**
 * One run of x264 over frames that follow each other. In: pictures. Out: coded pictures, counted, with the header of their
 * stream. Called by the segment writer, which begins a new stretch after each hold.
 */
import {readCodedStream, type CodedStream} from './h264/accessUnits';
import {startFfmpeg, type FfmpegProcess} from './ffmpegProcess';
import type {Ffmpeg} from './ffmpeg';
import {x264Arguments, type EncoderSettings} from './profiles';
import {damaged} from './readMp4';

export interface StretchOrder {
  readonly ffmpeg: Pick<Ffmpeg, 'path'>;
  readonly settings: EncoderSettings;
  /** The segment it belongs to, for errors. */
  readonly target: string;
  readonly stallSeconds?: number;
  /** True for one picture that will be held: encoded for its own sake, since x264 would count on later ones to mend it. */
  readonly isStill?: boolean;
}

/** How the pixels of a frame reach ffmpeg: converted here to what x264 takes, or as they were drawn. */
export function pipedFormat({pixelFormat}: EncoderSettings): 'yuv420p' | 'rgba' {
  return pixelFormat === 'yuv420p' ? 'yuv420p' : 'rgba';
}

export class Stretch {
  private readonly process: FfmpegProcess;
  private readonly output: Buffer[] = [];
  private pictures = 0;

  public constructor(private readonly order: StretchOrder) {
    this.process = startFfmpeg(order.ffmpeg, [...inputArguments(order.settings), ...x264Arguments(order.settings, order.isStill), '-fflags', '+bitexact', '-f', 'h264', 'pipe:1'], {
      purpose: `encode ${order.target}`,
      onOutput: bytes => this.output.push(bytes),
      ...(order.stallSeconds === undefined ? {} : {stallSeconds: order.stallSeconds}),
    });
  }

  /** How many pictures it was given. */
  public get frames(): number {
    return this.pictures;
  }

  /** Gives x264 a picture; settles when it may be overwritten. */
  public write(picture: Uint8Array): Promise<void> {
    this.pictures++;
    return this.process.write(picture);
  }

  /**
   * Ends the run.
   *
   * @throws AuthorError (exit 7) `Cannot verify a.mp4: ffmpeg returned 11 pictures of 12`
   */
  public async finish(): Promise<CodedStream> {
    await this.process.finish();
    const {target} = this.order;
    if (this.output.length === 0) throw damaged(target, `ffmpeg returned 0 pictures of ${this.pictures}`);
    const stream = readable(Buffer.concat(this.output), target);
    if (stream.pictures.length !== this.pictures) throw damaged(target, `ffmpeg returned ${stream.pictures.length} pictures of ${this.pictures}`);
    return stream;
  }

  public kill(): Promise<void> {
    return this.process.kill();
  }
}

function readable(bytes: Uint8Array, target: string): CodedStream {
  try {
    return readCodedStream(bytes);
  } catch (error) {
    throw damaged(target, (error as Error).message);
  }
}

function inputArguments(settings: EncoderSettings): string[] {
  const size = ['-video_size', `${settings.width}x${settings.height}`, '-framerate', String(settings.fps)];
  if (pipedFormat(settings) === 'yuv420p') return ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', ...size, '-i', 'pipe:0'];
  return [
    '-f', 'rawvideo', '-pix_fmt', 'rgba', ...size, '-i', 'pipe:0',
    '-vf', `scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int,format=${settings.pixelFormat}`,
  ];
}
