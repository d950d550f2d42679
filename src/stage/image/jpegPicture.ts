/**
 * A JPEG that is drawn small, as Chromium draws it: from a smaller picture that libjpeg makes, not from the whole one shrunk.
 *
 * A browser that has the whole picture at hand shrinks that instead, so what a page shows depends on what it drew before.
 * On the stage a frame is a frame: the smaller picture is always taken where there is one.
 */
import {createCanvas, ImageData, type Canvas, type SKRSContext2D} from '@napi-rs/canvas';
import type {Placement} from '../canvas/drawables';
import {scaledJpeg, type JpegDivisor, type ScaledJpeg} from '../jpeg/scaledJpeg';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface JpegPicture {
  /** Draws where the picture is seen at half its size or less; false leaves the drawing to Skia. */
  draw(context: SKRSContext2D, placement: Placement): boolean;
}

/** Looks at a picture file of any kind; it is read when it is first drawn small. */
export function jpegPicture(bytes: Buffer, size: Size): JpegPicture {
  const kept = new Map<JpegDivisor, Canvas | null>();
  const smaller = (divisor: JpegDivisor) => {
    if (!kept.has(divisor)) kept.set(divisor, canvasOf(scaledJpeg(bytes, divisor)));
    return kept.get(divisor)!;
  };
  return {
    draw(context, {x, y, width, height}) {
      if (!context.imageSmoothingEnabled) return false;
      const {a, b, c, d} = context.getTransform();
      const divisor = divisorFor(size, {width: Math.abs(width) * Math.hypot(a, b), height: Math.abs(height) * Math.hypot(c, d)});
      const picture = divisor && smaller(divisor);
      if (!picture) return false;
      context.drawImage(picture, x, y, width, height);
      return true;
    },
  };
}

/**
 * The picture is halved for as long as it stays at least as large as it is seen.
 *
 * @returns null where it is seen larger than half, not at all, or so small that libjpeg has nothing for it
 */
function divisorFor({width, height}: Size, seen: Size): JpegDivisor | null {
  const [across, down] = [Math.round(seen.width), Math.round(seen.height)];
  const isEnough = (divisor: number) => width / divisor >= across && height / divisor >= down;
  if (across === 0 || down === 0 || isEnough(16)) return null;
  return ([8, 4, 2] as const).find(isEnough) ?? null;
}

function canvasOf(picture: ScaledJpeg | null): Canvas | null {
  if (!picture) return null;
  const {width, height, pixels} = picture;
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas;
}
