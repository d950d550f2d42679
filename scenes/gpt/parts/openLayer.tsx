/** What lies on a layer of the machine: tiles of numbers, seen from afar as coloured squares. */
import {Rect} from '@motion-canvas/2d';
import {Tilted, seededRandom, theme, valueToColor, type Matrix, type SlabStack} from 'lectern';

/** Rows and columns of every matrix in scene 4. */
export const SIDE = 4;

/** A square matrix of weights with one decimal: illustrative, the same for a seed. */
export function illustrativeWeights(seed: string): Matrix {
  const random = seededRandom(seed);
  return Array.from({length: SIDE}, () => Array.from({length: SIDE}, () => Math.round(random.uniform(-9.4, 9.4)) / 10));
}

const [pitch, tileWidth, tileHeight] = [26, 122, 126];

/**
 * Six tiles on the face of a slab inside the stack; they turn with it.
 *
 * @param slab - which slab, 0 the front one
 * @param live - the numbers of the first tile, read on every frame
 * @returns the sheet to fade in, and the first tile
 */
export function tilesOnSlab(stack: SlabStack, slab: number, live: () => Matrix): {sheet: Tilted; first: Rect} {
  const sheet = new Tilted({
    yaw: () => stack.yaw(),
    tilt: () => stack.tilt(),
    away: () => (slab - (stack.count() - 1) / 2) * (stack.thickness() + stack.gap()) - stack.thickness() / 2,
    opacity: 0,
  });
  const tiles = Array.from({length: 6}, (_, index) => {
    const other = illustrativeWeights(`tile ${index}`);
    return tile((index % 3) - 1, Math.floor(index / 3) - 0.5, index === FIRST ? live : () => other);
  });
  sheet.add(tiles);
  stack.add(sheet);
  return {sheet, first: tiles[FIRST]};
}

/** The tile that is opened stands at the upper right, nearest to where it is shown large. */
const FIRST = 2;

function tile(column: number, row: number, values: () => Matrix): Rect {
  const cells = Array.from({length: SIDE * SIDE}, (_, index) => {
    const [i, j] = [Math.floor(index / SIDE), index % SIDE];
    return new Rect({
      x: (j - (SIDE - 1) / 2) * pitch,
      y: (i - (SIDE - 1) / 2) * pitch,
      size: pitch - 4,
      radius: 3,
      fill: () => valueToColor(values()[i][j], 'weight', 1),
    });
  });
  return new Rect({x: column * tileWidth, y: row * tileHeight, size: SIDE * pitch + 8, radius: 6, fill: () => theme().background, children: cells});
}
