/**
 * Frames that go to ffmpeg as they were drawn (4:4:4 profiles). In: RGBA frames. Out: copies that may wait in a pipe, and
 * whether a frame equals the one before; the same face as FrameConverter.
 */
import type {ConvertedPicture} from './frameConverter';

export class RawFrames {
  private latest: Buffer | undefined;

  public constructor(private readonly width: number, private readonly height: number) {}

  /** @throws RangeError `Cannot encode a frame of 100 bytes: 1920x1080 RGBA takes 8294400` */
  public convert(rgba: Uint8Array | Uint8ClampedArray): ConvertedPicture {
    const expected = this.width * this.height * 4;
    if (rgba.length !== expected) throw new RangeError(`Cannot encode a frame of ${rgba.length} bytes: ${this.width}x${this.height} RGBA takes ${expected}`);
    const frame = Buffer.from(rgba.buffer, rgba.byteOffset, rgba.length);
    const changed = this.latest === undefined || !frame.equals(this.latest);
    if (changed) this.latest = Buffer.from(frame);
    // Each copy is its own, so there is nothing to wait for before the next.
    return {bytes: this.latest!, changed, hold: () => undefined, release: () => undefined};
  }
}
