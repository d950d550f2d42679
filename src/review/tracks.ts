/**
 * Tells which thing of a frame is which thing of the frame before.
 *
 * A node's shapes are the same for as long as the node is. Its texts come and go and change places: a run goes on as the
 * one that reads the same and stands nearest, or as one that stood in the same place and read differently.
 */
import type {Node} from '@motion-canvas/2d';
import {areaOf, boxAround, overlapOf} from './box';
import type {DrawnItem, TextRun} from './drawnItems';

/** Things in two frames that follow each other. */
export interface Matching {
  readonly pairs: readonly (readonly [before: DrawnItem, after: DrawnItem])[];
  readonly gone: readonly DrawnItem[];
  readonly come: readonly DrawnItem[];
}

/** Of frames that do not follow each other. */
export const noMatching: Matching = {pairs: [], gone: [], come: []};

/** Corners this near lie on each other, pixels of the design. */
const NEAR = 3;

/** Matches the items of one frame with those of the frame before it. */
export function matchItems(before: readonly DrawnItem[], after: readonly DrawnItem[]): Matching {
  const pairs: (readonly [DrawnItem, DrawnItem])[] = [];
  const gone: DrawnItem[] = [];
  const come: DrawnItem[] = [];
  const [left, right] = [byNode(before), byNode(after)];
  for (const [node, items] of right) {
    const others = left.get(node) ?? [];
    const [shape, oldShape] = [items.find(({run}) => !run), others.find(({run}) => !run)];
    if (shape && oldShape) pairs.push([oldShape, shape]);
    else if (shape) come.push(shape);
    else if (oldShape) gone.push(oldShape);
    matchRuns(others.filter(({run}) => run), items.filter(({run}) => run), {pairs, gone, come});
  }
  for (const [node, items] of left) if (!right.has(node)) gone.push(...items);
  return withoutHandovers({pairs, gone, come}, before, after);
}

function byNode(items: readonly DrawnItem[]): Map<Node, DrawnItem[]> {
  const nodes = new Map<Node, DrawnItem[]>();
  for (const item of items) {
    const list = nodes.get(item.node);
    if (list) list.push(item);
    else nodes.set(item.node, [item]);
  }
  return nodes;
}

interface Lists {
  readonly pairs: (readonly [DrawnItem, DrawnItem])[];
  readonly gone: DrawnItem[];
  readonly come: DrawnItem[];
}

function matchRuns(before: readonly DrawnItem[], after: readonly DrawnItem[], {pairs, gone, come}: Lists): void {
  if (isSameList(before, after)) {
    pairs.push(...pairsOfLists(before, after));
    return;
  }
  let [old, fresh] = [[...before], [...after]];
  const take = (mayFollow: (a: TextRun, b: TextRun, apart: number) => boolean) => {
    fresh = fresh.filter(item => {
      const near = nearest(item, old, mayFollow);
      if (near === undefined) return true;
      pairs.push([near, item]);
      old.splice(old.indexOf(near), 1);
      return false;
    });
  };
  take((a, b, apart) => a.text === b.text && apart < NEAR);
  // What stands in its place is the same run, whatever it reads now; what reads the same has gone there.
  take((_, b, apart) => apart < 0.8 * b.size);
  // A number that counts may have grown by a digit and a comma to the left.
  take((a, b, apart) => apart < 1.2 * b.size && isNumber(a.text) && isNumber(b.text));
  // Of many that read the same, one far off may be any of them.
  const isOne = ({text}: TextRun, list: readonly DrawnItem[]) => list.filter(({run}) => run!.text === text).length === 1;
  take((a, b) => a.text === b.text && isOne(a, before) && isOne(b, after));
  gone.push(...old);
  come.push(...fresh);
}

/** Whether a node has written its texts over again, in the same order, some of them perhaps with other words. */
function isSameList(before: readonly DrawnItem[], after: readonly DrawnItem[]): boolean {
  const same = before.filter(({run}, index) => run!.text === after[index]?.run!.text).length;
  return before.length === after.length && 2 * same >= before.length;
}

/**
 * Pairs the texts of a list that has been written over again, in its order. Where most of it has stayed in its places, a
 * text follows the one in its own place: the order may have changed, as that of numbers written colour by colour.
 */
function pairsOfLists(before: readonly DrawnItem[], after: readonly DrawnItem[]): (readonly [DrawnItem, DrawnItem])[] {
  const hasStayed = 2 * before.filter((item, index) => areInPlace(item, after[index])).length > before.length;
  return before.map((item, index) => {
    const moved = hasStayed && !areInPlace(item, after[index]);
    return [item, (moved && after.find(other => areInPlace(item, other))) || after[index]];
  });
}

/** Whether a text begins with a number. @example isNumber('1,004 tokens')  // true */
function isNumber(text: string): boolean {
  return /^[+\u2212]?\d/.test(text);
}

/** Whether two runs begin in one place, or end in one, as numbers under each other do. */
function areInPlace(a: DrawnItem, b: DrawnItem): boolean {
  if (Math.abs(a.run!.start.y - b.run!.start.y) >= NEAR) return false;
  return Math.abs(a.run!.start.x - b.run!.start.x) < NEAR || Math.abs(a.corners[4] - b.corners[4]) < NEAR;
}

function nearest(item: DrawnItem, list: readonly DrawnItem[], mayFollow: (a: TextRun, b: TextRun, apart: number) => boolean): DrawnItem | undefined {
  let best: DrawnItem | undefined;
  let least = Infinity;
  for (const other of list) {
    const apart = Math.hypot(other.run!.start.x - item.run!.start.x, other.run!.start.y - item.run!.start.y);
    if (apart >= least || !mayFollow(other.run!, item.run!, apart)) continue;
    best = other;
    least = apart;
  }
  return best;
}

/** Takes out what was there before under another node: a copy and its original, a line and the words that it gave out. */
function withoutHandovers({pairs, gone, come}: Matching, before: readonly DrawnItem[], after: readonly DrawnItem[]): Matching {
  return {
    pairs,
    gone: gone.filter(item => !after.some(other => other.node !== item.node || other.run ? showsAlso(other, item) : false)),
    come: come.filter(item => !before.some(other => other.node !== item.node || other.run ? showsAlso(other, item) : false)),
  };
}

/** Whether one item shows what another one shows, as strong and in the same place. */
function showsAlso(item: DrawnItem, other: DrawnItem): boolean {
  if (item === other || item.alpha < other.alpha - 0.25) return false;
  if (item.run && other.run) return item.run.text.includes(other.run.text.trim()) && covers(item, other);
  return !item.run && !other.run && item.node.constructor.name === other.node.constructor.name && farthestApart(item, other) < NEAR;
}

function covers(item: DrawnItem, other: DrawnItem): boolean {
  const box = boxAround(other.corners);
  return areaOf(overlapOf(boxAround(item.corners), box)) >= 0.8 * areaOf(box);
}

/** The largest distance of two corners, pixels of the design. */
export function farthestApart({corners: a}: DrawnItem, {corners: b}: DrawnItem): number {
  let most = 0;
  for (let at = 0; at < 8; at += 2) most = Math.max(most, Math.hypot(a[at] - b[at], a[at + 1] - b[at + 1]));
  return most;
}
