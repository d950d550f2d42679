/**
 * Shapes without smooth edges: `antialiased={false}`.
 *
 * Motion Canvas asks for them with an SVG filter in a data URL, which cuts alpha at a half. Skia's canvas keeps the text of
 * such a filter and ignores it, so here the shape is drawn beside the canvas, cut, and laid in its place.
 */
import {createCanvas, type SKRSContext2D} from '@napi-rs/canvas';

const METHODS = ['fill', 'stroke', 'fillRect', 'strokeRect', 'fillText', 'strokeText', 'drawImage'] as const;

const STYLES = [
  'fillStyle', 'strokeStyle', 'lineWidth', 'lineCap', 'lineJoin', 'miterLimit', 'lineDashOffset', 'globalAlpha', 'font',
  'textAlign', 'textBaseline', 'direction', 'letterSpacing', 'wordSpacing', 'fontKerning', 'imageSmoothingEnabled',
] as const;

type Draw = (this: SKRSContext2D, ...args: unknown[]) => void;

let cutting = false;

/** Watches for the filter, and teaches the drawing methods only when it is met: other films pay nothing. */
export function cutHardEdges(): void {
  if (cutting) return;
  cutting = true;
  const prototype = Object.getPrototypeOf(createCanvas(1, 1).getContext('2d')) as SKRSContext2D;
  const {get, set} = Object.getOwnPropertyDescriptor(prototype, 'filter')!;
  let isTaught = false;
  Object.defineProperty(prototype, 'filter', {
    configurable: true,
    get,
    set(this: SKRSContext2D, value: string) {
      if (!isTaught && isCut(value)) {
        isTaught = true;
        METHODS.forEach(method => teach(prototype, method));
      }
      set!.call(this, value);
    },
  });
}

/** Motion Canvas writes one such filter and no other. */
function isCut(filter: unknown): boolean {
  return typeof filter === 'string' && filter.startsWith('url(data:image/svg+xml');
}

function teach(prototype: SKRSContext2D, method: (typeof METHODS)[number]): void {
  const draw = prototype[method] as Draw;
  prototype[method] = function (this: SKRSContext2D, ...args: unknown[]) {
    if (!isCut(this.filter)) return draw.apply(this, args);
    const layer = layerLike(this);
    draw.apply(layer, args);
    cutAlpha(layer);
    this.save();
    this.filter = 'none';
    this.globalAlpha = 1;
    this.resetTransform();
    this.drawImage(layer.canvas, -MARGIN, -MARGIN);
    this.restore();
  } as never;
}

/** A browser draws what it filters on a layer with this much room around it, px: where a curve lies decides how it is cut. */
const MARGIN = 1;

/** An empty canvas of the same size and a margin, with the styles and the matrix of a context. */
function layerLike(context: SKRSContext2D): SKRSContext2D {
  const layer = createCanvas(context.canvas.width + 2 * MARGIN, context.canvas.height + 2 * MARGIN).getContext('2d');
  for (const style of STYLES) (layer as unknown as Record<string, unknown>)[style] = context[style];
  layer.setLineDash(context.getLineDash());
  const {a, b, c, d, e, f} = context.getTransform();
  layer.setTransform(a, b, c, d, e + MARGIN, f + MARGIN);
  return layer;
}

function cutAlpha(layer: SKRSContext2D): void {
  const {width, height} = layer.canvas;
  if (width === 0 || height === 0) return;
  const pixels = layer.getImageData(0, 0, width, height);
  const {data} = pixels;
  for (let i = 3; i < data.length; i += 4) data[i] = data[i] < 128 ? 0 : 255;
  layer.putImageData(pixels, 0, 0);
}
