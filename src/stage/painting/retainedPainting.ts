/**
 * Paints a scene, and keeps what was painted.
 *
 * The tree of nodes is taken apart into groups, which only place what is in them, and items, which paint. Each is watched:
 * what it read while it was painted says whether it would paint anything else now. Items that would not are repeated from
 * their recordings, without running the scene's code. Where nothing changed at all, the picture stands; and what lies under
 * the first thing that moves is kept as a bitmap and laid down in one copy.
 *
 * The pixels are those of painting every node, bit for bit: the same calls reach the canvas in the same order.
 */
import {createCanvas, type SKRSContext2D} from '@napi-rs/canvas';
import type {Node} from '@motion-canvas/2d';
import type {Composites} from '../canvas/composites';
import {checkGroup} from '../canvas/guards';
import {watchOwnDrawing} from '../canvas/ownDrawing';
import {createSignalWatch, type SignalWatch} from '../signalWatch';
import {groupsOf, type Inside, type PaintNode} from './groups';
import {createRecorder, type Recording} from './recorder';

interface Modules {
  readonly core: typeof import('@motion-canvas/core');
  readonly twoD: typeof import('@motion-canvas/2d');
}

export interface RetainedPainting {
  /** True where painting this view may give another picture than last time. */
  isDirty(view: Node): boolean;
  /** Paints a scene's view. The context is clear, or covered by the ground, as it was for the last painting on it. */
  paint(view: Node, context: SKRSContext2D): void;
  /** Drops what is kept: something else was painted. */
  forget(): void;
}

/** A part of the painting: a group, a node with all that is in it, or a group's own shape. */
interface Part {
  readonly node: PaintNode;
  readonly isShape: boolean;
  readonly watch: SignalWatch;
  /** What is inside a group, in painting order; null for an item. */
  inside: readonly Part[] | null;
  /** How an item paints, and how a group places what is in it. */
  recording: Recording | null;
  /** What it paints may change although no signal has. */
  isRestless: boolean;
  /** A composite operation in it reads what is under it. */
  readsUnder: boolean;
  /** Paintings in which it changed, up to the last one without a break. */
  streak: number;
  /** False where it has to be painted, because nobody knows what it hangs on. */
  isWatched: boolean;
  /** For so many more paintings it is trusted to change, and not watched. */
  trusted: number;
  /** Number of the painting in which it changed last. */
  changedAt: number;
  /** Its place in the painting, and the place after all that is in it. */
  start: number;
  end: number;
}

/** A part that changed so often in a row is trusted to go on changing: watching costs about what painting does. */
const SURE = 3;
const LONGEST_TRUST = 4;
/** A bitmap of fewer strokes is painted faster than it is kept. */
const FEWEST_STROKES = 40;
/** A part goes into the bitmap when it has stood for so many paintings, at first and at most. */
const CALM = 3;
const MOST_CALM = 24;
/** A bitmap that served for so many paintings has paid for itself. */
const WORTHWHILE = 6;

/** Creates the painting of a stage, which shows one scene at a time. */
export function createRetainedPainting({core, twoD}: Modules, composites: Composites): RetainedPainting {
  const insideOf = groupsOf(twoD);
  const ownDrawing = watchOwnDrawing(twoD);
  const recorder = createRecorder();
  const bitmap = createCanvas(1, 1).getContext('2d');
  let root: Part | null = null;
  let painted: SKRSContext2D | null = null;
  /** Number of this painting. */
  let now = 0;
  /** The bitmap holds all parts before this place; 0 where there is none. */
  let cut = 0;
  let keptAt = 0;
  /** A place up to which there is too little to keep. */
  let refused = -1;
  let calm = CALM;

  const createPart = (node: PaintNode, isShape: boolean): Part => ({
    node, isShape, watch: createSignalWatch(core), inside: null, recording: null, isRestless: false, readsUnder: false, isWatched: false, streak: 0, trusted: 0, changedAt: 0, start: Infinity, end: Infinity,
  });

  /** Looks at a part that may have become another kind of thing, and paints it if it is an item. */
  function renew(part: Part, context: SKRSContext2D): void {
    const found = part.watch.collect(() => {
      const inside = part.isShape ? null : insideOf(part.node);
      if (inside !== null) place(part, context);
      else part.recording = recorder.record(context, recording => paintNode(part, recording));
      return inside;
    });
    part.inside = found === null ? closed(part) : opened(part, found);
    part.isWatched = true;
  }

  /** Records how a group places what is in it. */
  function place(part: Part, context: SKRSContext2D): void {
    checkGroup(part.node as unknown as Node);
    part.recording = recorder.record(context, recording => {
      recording.save();
      part.node.transformContext(recording as unknown as CanvasRenderingContext2D);
    });
    context.restore();
  }

  function opened(part: Part, {children, hasShape}: Inside): readonly Part[] {
    const known = new Map(part.inside?.map(inner => [inner.isShape ? null : inner.node, inner] as const));
    const keyed = hasShape ? [null, ...children] : children;
    const inside = keyed.map(key => {
      const kept = known.get(key);
      known.delete(key);
      return kept ?? createPart(key ?? part.node, key === null);
    });
    known.forEach(release);
    return inside;
  }

  function closed(part: Part): null {
    part.inside?.forEach(release);
    return null;
  }

  function paintPart(part: Part, context: SKRSContext2D): void {
    if (isChanged(part)) paintChanged(part, context);
    else if (part.inside === null) {
      part.recording!.repeat(context);
      composites.seen ||= part.readsUnder;
    }
  }

  function paintChanged(part: Part, context: SKRSContext2D): void {
    part.streak = part.changedAt === now - 1 ? part.streak + 1 : 1;
    part.changedAt = now;
    const {seen} = composites;
    composites.seen = ownDrawing.seen = false;
    if (part.trusted > 0) {
      part.trusted--;
      paintNode(part, context);
    } else if (part.isWatched && part.inside === null && part.streak > SURE) {
      part.trusted = Math.min(part.streak - SURE, LONGEST_TRUST) - 1;
      part.isWatched = false;
      part.watch.release();
      paintNode(part, context);
    } else {
      renew(part, context);
    }
    part.isRestless = ownDrawing.seen || !part.recording!.isRepeatable;
    part.readsUnder = composites.seen;
    composites.seen ||= seen;
  }

  /** Paints a part and what is in it from a place on; what comes before is on the canvas already. */
  function paintFrom(part: Part, context: SKRSContext2D, from: number, walk: Walk): void {
    if (part.end <= from && part.start < from) {
      walk.place = part.end;
      return;
    }
    if (walk.place === walk.keepAt) keep(context, walk.place);
    part.start = walk.place++;
    paintPart(part, context);
    if (part.inside !== null) {
      part.recording!.repeat(context);
      for (const inner of part.inside) paintFrom(inner, context, from, walk);
      context.restore();
    }
    part.end = walk.place;
  }

  /** Keeps what is on the canvas: all parts before a place. */
  function keep({canvas}: SKRSContext2D, place: number): void {
    const {width, height} = canvas;
    if (bitmap.canvas.width !== width || bitmap.canvas.height !== height) Object.assign(bitmap.canvas, {width, height});
    // On a clear canvas this is a copy; the operation "copy" itself costs a layer of the frame's size.
    bitmap.clearRect(0, 0, width, height);
    bitmap.drawImage(canvas, 0, 0);
    cut = place;
    keptAt = now;
    refused = -1;
  }

  /** Where the next bitmap should end; -1 where none is worth it. */
  function placeToKeep(whole: Part): number {
    const lively = firstPart(whole, part => isChanged(part) || part.readsUnder || part.changedAt > now - calm);
    const end = lively === null ? whole.end : lively.start;
    if (end <= cut || end === refused) return -1;
    if (strokesBetween(whole, cut, end) >= FEWEST_STROKES) return end;
    // What stands before this place stands, so there is no need to count again.
    refused = end;
    return -1;
  }

  function dropBitmap(): void {
    if (cut > 0) calm = now - keptAt < WORTHWHILE ? Math.min(calm * 2, MOST_CALM) : CALM;
    cut = 0;
    refused = -1;
  }

  function forget(): void {
    if (root !== null) release(root);
    root = painted = null;
    cut = 0;
    refused = -1;
    calm = CALM;
  }

  return {
    isDirty: view => root === null || root.node !== (view as unknown as PaintNode) || firstPart(root, isChanged) !== null,
    paint(view, context) {
      now++;
      const node = view as unknown as PaintNode;
      if (root?.node !== node) forget();
      root ??= createPart(node, false);
      const changed = firstPart(root, isChanged);
      if (context !== painted || (changed !== null && changed.start < cut)) dropBitmap();
      painted = context;
      const walk = {place: 0, keepAt: placeToKeep(root)};
      const from = cut;
      if (from > 0) {
        context.clearRect(0, 0, context.canvas.width, context.canvas.height);
        context.drawImage(bitmap.canvas, 0, 0);
      }
      try {
        paintFrom(root, context, from, walk);
      } catch (error) {
        forget();
        throw error;
      }
    },
    forget,
  };
}

interface Walk {
  /** The place of the next part. */
  place: number;
  readonly keepAt: number;
}

const isChanged = ({watch, isRestless, isWatched}: Part): boolean => !isWatched || isRestless || watch.isRaised;

/** The first part, in painting order, that a test is true of. */
function firstPart(part: Part, test: (part: Part) => boolean): Part | null {
  if (test(part)) return part;
  if (part.inside !== null) {
    for (const inner of part.inside) {
      const found = firstPart(inner, test);
      if (found) return found;
    }
  }
  return null;
}

function strokesBetween({inside, recording, start, end}: Part, from: number, to: number): number {
  if (end <= from || start >= to) return 0;
  if (inside === null) return recording?.strokes ?? 0;
  return inside.reduce((sum, inner) => sum + strokesBetween(inner, from, to), 0);
}

function paintNode({node, isShape}: Part, context: SKRSContext2D): void {
  const given = context as unknown as CanvasRenderingContext2D;
  if (isShape) node.drawShape!(given);
  else node.render(given);
}

function release(part: Part): void {
  part.watch.release();
  part.inside?.forEach(release);
}
