/** The canvases of the stage: Skia's, with the few members of an element that Motion Canvas calls, and as scenes make their own. */
import {createCanvas, type Canvas} from '@napi-rs/canvas';

/** Creates a canvas of the size that HTML gives one without attributes. */
export function createCanvasElement(): Canvas {
  return Object.assign(createCanvas(300, 150), {
    // Canvases are never in the page; being removed from it changes nothing.
    remove: () => undefined,
    style: {},
  });
}

/** A canvas that is never on a page, as none is here. */
export class OffscreenCanvas {
  public constructor(width: number, height: number) {
    return createCanvas(width, height) as unknown as OffscreenCanvas;
  }
}
