/**
 * Lets `drawImage` and `createPattern` take what Skia does not know: films, and vector pictures that draw themselves.
 *
 * In: an object with a method under DRAWABLE. Called by the façades of `<img>` and `<video>`.
 */
import {createCanvas, type Canvas, type SKRSContext2D} from '@napi-rs/canvas';

/** The method that answers for an object in `drawImage`; null leaves the drawing to Skia. */
export const DRAWABLE = Symbol('lectern.drawable');

/** Where a picture goes, in the context's own coordinates. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Drawable {
  /** A canvas to draw instead, or true where the drawing is done already, or null where Skia can draw the object itself. */
  [DRAWABLE](context: SKRSContext2D, placement: Placement | null): Canvas | true | null;
  readonly naturalWidth?: number;
  readonly naturalHeight?: number;
}

let accepting = false;

/** Teaches the contexts of this process, once. */
export function acceptDrawables(): void {
  if (accepting) return;
  accepting = true;
  const prototype = Object.getPrototypeOf(createCanvas(1, 1).getContext('2d')) as SKRSContext2D;
  const native = prototype.drawImage as (this: SKRSContext2D, image: unknown, ...numbers: number[]) => void;
  prototype.drawImage = function (this: SKRSContext2D, image: Partial<Drawable>, ...numbers: number[]) {
    const answer = image?.[DRAWABLE]?.(this, placementOf(image, numbers)) ?? null;
    if (answer !== true) native.call(this, answer ?? image, ...numbers);
  } as SKRSContext2D['drawImage'];
  const pattern = prototype.createPattern as (this: SKRSContext2D, image: unknown, repetition: string | null) => CanvasPattern;
  prototype.createPattern = function (this: SKRSContext2D, image: Partial<Drawable>, repetition: string | null) {
    const answer = image?.[DRAWABLE]?.(this, null) ?? null;
    return pattern.call(this, answer ?? image, repetition);
  } as SKRSContext2D['createPattern'];
}

/** Null for a part of a picture: that is cut from its pixels. */
function placementOf({naturalWidth = 0, naturalHeight = 0}: Partial<Drawable>, numbers: readonly number[]): Placement | null {
  const [x, y, width = naturalWidth, height = naturalHeight] = numbers;
  return numbers.length > 4 ? null : {x, y, width, height};
}
