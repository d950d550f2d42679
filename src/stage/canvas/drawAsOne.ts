/** Draws several things as one, for what is meant for them together: alpha, shadows, filters, a way of blending. */
import {createCanvas, type SKRSContext2D} from '@napi-rs/canvas';

/** Canvases by how deep they lie in each other; they are used again. */
const layers: SKRSContext2D[] = [];
let depth = 0;

/** Draws on an empty canvas of the same size first, pixel on pixel, and lays that over the context as the context's state says. */
export function drawAsOne(context: SKRSContext2D, draw: (layer: SKRSContext2D) => void): void {
  const layer = (layers[depth] ??= createCanvas(1, 1).getContext('2d'));
  // Setting the size clears the canvas and its state.
  [layer.canvas.width, layer.canvas.height] = [context.canvas.width, context.canvas.height];
  layer.setTransform(context.getTransform());
  depth++;
  try {
    draw(layer);
  } finally {
    depth--;
  }
  context.save();
  context.resetTransform();
  context.drawImage(layer.canvas, 0, 0);
  context.restore();
}
