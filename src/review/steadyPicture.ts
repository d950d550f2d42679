/**
 * The picture itself does not pop, whatever draws it.
 *
 * A pop is a part of the frame that stands still, is another picture one frame later, and stands still again or is back
 * at once, while no item there moves or fades as a whole: a colour, or something inside a figure's own drawing. It is
 * looked for cell by cell; an edge that moves changes cells too, but its neighbours before and after.
 */
import type {Node} from '@motion-canvas/2d';
import {areaOf, boxAround, type FrameSize} from './box';
import type {Check, Found, SeenFrame} from './check';
import {isCut} from './declaredCuts';
import {cells, cellsOf, type SmallPicture} from './smallPicture';
import {farthestApart} from './tracks';

/** A cell pops by more than so many of 255 levels, while the cells around changed by less than a quarter of that. */
const LEVELS = 40;
const QUIET = 10;
/** Cells that lie together, at least: 1/400 of the frame, a word of 60 px. */
const FEWEST_CELLS = 90;
/** How far around a cell it has to be quiet in the frames before and after, in cells: 60 px. */
const AROUND = 8;

/** Creates the check. */
export function steadyPictureCheck(design: FrameSize): Check {
  const found: Found[] = [];
  let [earlier, last]: (SeenFrame | undefined)[] = [];

  function judge(frame: SeenFrame, before: SmallPicture, after: SmallPicture): void {
    if (!frame.changed || frame.cut === 'all' || !mayPop(frame.picture)) return;
    const popped = poppedCells(unexplained(frame, design), restlessCells(before, after));
    if (popped.count < FEWEST_CELLS) return;
    const [x, y] = [(popped.left + popped.right) / 2 / cells.width - 0.5, (popped.top + popped.bottom) / 2 / cells.height - 0.5];
    found.push({
      rule: 'step', severity: 'error', scene: frame.scene, frame: frame.index, node: smallestAt(frame, x * design.width, y * design.height),
      message: `A part of the picture around (${Math.round(x * design.width)}, ${Math.round(y * design.height)}), ${(100 * popped.count / (cells.width * cells.height)).toFixed(1)} % of the frame, changes within one frame`,
      fix: 'let it take three frames or more (0.1 s), or declare the cut: cut()',
    });
  }

  return {
    see(frame) {
      if (earlier && last && !frame.isFirst) judge(last, earlier.picture, frame.picture);
      [earlier, last] = [frame.isFirst ? undefined : last, frame];
    },
    found: () => found,
  };
}

/** Most frames change too little for anything in them to pop. */
function mayPop({change}: SmallPicture): boolean {
  let count = 0;
  for (const level of change) if (level > LEVELS) count++;
  return count >= FEWEST_CELLS;
}

/** Changes of the picture where no item moves, comes, goes or fades. */
function unexplained({picture, items, cut, matching: {pairs, gone, come}}: SeenFrame, design: FrameSize): Uint8Array {
  const change = picture.change.slice();
  const moved = pairs.filter(([a, b]) => a.alpha !== b.alpha || farthestApart(a, b) > 0.01).flat();
  const declared = items.filter(({node}) => isCut(cut, node));
  for (const {corners} of [...moved, ...gone, ...come, ...declared]) {
    const {left, top, right, bottom} = cellsOf(boxAround(corners), design);
    for (let y = top; y < bottom; y++) change.fill(0, y * cells.width + left, y * cells.width + Math.max(left, right));
  }
  return change;
}

/** The smallest thing that is drawn around a point: most likely what has changed. */
function smallestAt({items}: SeenFrame, x: number, y: number): Node | undefined {
  const boxes = items.map(({node, corners}) => ({node, box: boxAround(corners)}));
  const around = boxes.filter(({box}) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom);
  return around.sort((a, b) => areaOf(a.box) - areaOf(b.box))[0]?.node;
}

interface Popped {
  readonly count: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function poppedCells(change: Uint8Array, restless: Uint32Array): Popped {
  let count = 0;
  let [left, top, right, bottom] = [cells.width, cells.height, 0, 0];
  for (let y = 0; y < cells.height; y++) {
    for (let x = 0; x < cells.width; x++) {
      if (change[y * cells.width + x] <= LEVELS || isRestless(restless, x, y)) continue;
      count++;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
    }
  }
  return {count, left, top, right, bottom};
}

/**
 * Cells that change in the frame before, or in the frame after, unless they then look as they did before: a flash of one
 * frame. As sums over all cells above and to the left, so that a square is asked in four steps.
 */
function restlessCells(before: SmallPicture, after: SmallPicture): Uint32Array {
  const width = cells.width + 1;
  const sums = new Uint32Array(width * (cells.height + 1));
  for (let y = 0; y < cells.height; y++) {
    let row = 0;
    for (let x = 0; x < cells.width; x++) {
      const at = y * cells.width + x;
      if (before.change[at] > QUIET || (after.change[at] > QUIET && !isBack(before.bytes, after.bytes, at * 3))) row++;
      sums[(y + 1) * width + x + 1] = sums[y * width + x + 1] + row;
    }
  }
  return sums;
}

function isBack(before: Uint8Array, after: Uint8Array, at: number): boolean {
  return [0, 1, 2].every(channel => Math.abs(before[at + channel] - after[at + channel]) <= QUIET);
}

function isRestless(sums: Uint32Array, x: number, y: number): boolean {
  const width = cells.width + 1;
  const [left, top] = [Math.max(0, x - AROUND), Math.max(0, y - AROUND)];
  const [right, bottom] = [Math.min(cells.width, x + AROUND + 1), Math.min(cells.height, y + AROUND + 1)];
  return sums[bottom * width + right] - sums[top * width + right] - sums[bottom * width + left] + sums[top * width + left] > 0;
}
