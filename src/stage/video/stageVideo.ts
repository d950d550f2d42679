/**
 * The `<video>` of the stage: frame exact, silent, and never playing by itself.
 *
 * Motion Canvas sets `currentTime` for each frame and waits for `seeked`; the frame that is on screen at that time has been
 * decoded by then. A browser promises less.
 */
import {createCanvas, ImageData, type Canvas, type SKRSContext2D} from '@napi-rs/canvas';
import {DRAWABLE, type Placement} from '../canvas/drawables';
import {assetFile} from '../image/assetFile';
import type {OnAssetFailure} from '../image/stageImage';
import {drawFilmPicture} from './drawFilmPicture';
import {openFrameReader, type FrameReader} from './frameReader';
import {frameAt, readVideoFile, type VideoFile} from './videoFile';

/** HTMLMediaElement.HAVE_NOTHING and HAVE_ENOUGH_DATA. */
const [NOTHING, ENOUGH] = [0, 4];

/** Creates the class of films for a stage whose project lives in `root` (absolute folder). */
export function createVideoClass(root: string, onFailure: OnAssetFailure): new () => EventTarget {
  return class StageVideo extends EventTarget {
    public playbackRate = 1;
    public muted = true;
    public readonly paused = true;
    public seeking = false;
    private address = '';
    private video: VideoFile | null = null;
    private reader: FrameReader | null = null;
    private canvas: Canvas | null = null;
    private time = 0;
    private shown = -1;

    public get src(): string {
      return this.address;
    }

    public set src(address: string) {
      this.address = address;
      this.reader?.close();
      this.video = null;
      try {
        this.video = readVideoFile(assetFile(address, root));
        this.reader = openFrameReader(this.video);
        this.canvas = createCanvas(this.video.width, this.video.height);
        this.shown = -1;
        this.currentTime = 0;
      } catch (error) {
        onFailure(error, address);
      }
    }

    public get readyState(): number {
      return this.video === null && this.address === '' ? NOTHING : ENOUGH;
    }

    public get duration(): number {
      return this.video?.duration ?? NaN;
    }

    public get videoWidth(): number {
      return this.video?.width ?? 0;
    }

    public get videoHeight(): number {
      return this.video?.height ?? 0;
    }

    public get naturalWidth(): number {
      return this.videoWidth;
    }

    public get naturalHeight(): number {
      return this.videoHeight;
    }

    public get currentTime(): number {
      return this.time;
    }

    public set currentTime(seconds: number) {
      this.time = seconds;
      if (!this.video || Number.isNaN(seconds)) return;
      const index = frameAt(this.video, seconds);
      if (index === this.shown) return;
      this.shown = index;
      this.seeking = true;
      void this.show(index);
    }

    public async play(): Promise<void> {
      // Time passes only where a scene says so.
    }

    public pause(): void {
      // It never plays.
    }

    public [DRAWABLE](context: SKRSContext2D, placement: Placement | null): Canvas | true {
      if (!this.canvas || placement === null) return this.canvas ?? true;
      drawFilmPicture(context, this.canvas, placement);
      return true;
    }

    private async show(index: number): Promise<void> {
      try {
        const {width, height} = this.video!;
        const pixels = await this.reader!.read(index);
        // A later seek has overtaken this one; its own picture is on the way.
        if (index !== this.shown) return;
        const view = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.length);
        this.canvas!.getContext('2d').putImageData(new ImageData(view, width, height), 0, 0);
      } catch (error) {
        onFailure(error, this.address);
      }
      this.seeking = false;
      this.dispatchEvent(new Event('seeked'));
    }
  };
}
