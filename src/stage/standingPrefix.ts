/**
 * Does not paint again what stands under the first thing that moves.
 *
 * Painting goes node by node, so the canvas just before the first node that changes is the same in every frame until
 * something before that node changes: a prefix of the painting. It is kept as a bitmap, laid down in one copy, and only
 * the rest is painted. The pixels are those of painting everything, bit for bit.
 *
 * Finding the prefix costs two frames: one that watches each item apart, one that paints it under a single watch. Scenes in
 * which everything moves try again after ever longer pauses and pay next to nothing.
 */
import {createCanvas, type SKRSContext2D} from '@napi-rs/canvas';
import type {Node} from '@motion-canvas/2d';
import {checkNumbers} from './canvas/guards';
import {ownDrawingOf} from './canvas/ownDrawing';
import {createSignalWatch, type SignalWatch} from './signalWatch';

interface Modules {
  readonly core: typeof import('@motion-canvas/core');
  readonly twoD: typeof import('@motion-canvas/2d');
}

/** What is inside Motion Canvas's nodes (some of it protected) and is used to paint them in parts. */
interface PaintNode {
  render(context: SKRSContext2D): void;
  transformContext(context: SKRSContext2D): void;
  absoluteOpacity(): number;
  requiresCache(): boolean;
  sortedChildren(): PaintNode[];
  drawShape?(context: SKRSContext2D): void;
  clip?(): boolean;
}

/** One step of the painting: a node with all that is in it, or an open group's own shape. */
interface Item {
  readonly node: PaintNode;
  readonly isShape: boolean;
}

/** Where the prefix ends. */
interface Cut extends Item {
  /** The open groups around the item, which are entered but not painted. */
  readonly around: ReadonlySet<PaintNode>;
}

/** A prefix of fewer nodes is painted faster than it is kept. */
const FEWEST_NODES = 12;
/** Groups are taken apart down to here. */
const DEEPEST = 5;
/** Items watched apart, at most: watching costs about what painting does. */
const MOST_ITEMS = 400;
/** Frames between two tries, at most: a probe costs about as much as a painting. */
const LONGEST_PAUSE = 12;
/** A prefix that stood for so many frames has paid for itself. */
const WORTHWHILE = 4;
/** Frames after which a longer prefix is looked for, the first time and at most. */
const FIRST_RETRY = 6;
const LAST_RETRY = 48;

export interface StandingPrefix {
  /** Paints a scene's view, from the kept bitmap where it can. The context is clear, or is about to be covered whole. */
  paint(view: Node, context: SKRSContext2D): void;
  /** Drops what is kept: the scene was reset, or another one is painted. */
  forget(): void;
}

/** Creates the keeper for one canvas. */
export function createStandingPrefix({core, twoD}: Modules): StandingPrefix {
  const isOwnDrawing = ownDrawingOf(twoD);
  const openClasses = new Set<unknown>([twoD.Node, twoD.Layout, twoD.Rect, twoD.View2D]);
  const bitmap = createCanvas(1, 1).getContext('2d');
  const prefixWatch = createSignalWatch(core);
  const spare: SignalWatch[] = [];
  let view: Node | null = null;
  let cut: Cut | null = null;
  let probes: {readonly item: Cut; readonly watch: SignalWatch; readonly nodes: number}[] = [];
  let pause = 0;
  let nextPause = 1;
  let stood = 0;
  let kept = 0;
  let retryAfter = FIRST_RETRY;

  const rest = () => {
    pause = nextPause;
    nextPause = Math.min(nextPause * 2, LONGEST_PAUSE);
  };

  const isOpen = (node: PaintNode, depth: number): boolean =>
    depth < DEEPEST && openClasses.has(node.constructor) && !node.requiresCache() && !node.clip?.() && node.sortedChildren().length > 0;

  /** Walks the painting item by item; open groups are entered as their own render() would. */
  function walk(node: PaintNode, context: SKRSContext2D, around: readonly PaintNode[], visit: (item: Item, around: readonly PaintNode[]) => void): void {
    if (!isOpen(node, around.length)) return visit({node, isShape: false}, around);
    if (node.absoluteOpacity() <= 0) return;
    const inside = [...around, node];
    enter(node, context, () => {
      if (node.drawShape) visit({node, isShape: true}, inside);
      for (const child of node.sortedChildren()) walk(child, context, inside, visit);
    });
  }

  function probe(root: PaintNode, context: SKRSContext2D): void {
    releaseProbes();
    walk(root, context, [], (item, around) => {
      if (probes.length >= MOST_ITEMS) return paintItem(item, context);
      const watch = spare.pop() ?? createSignalWatch(core);
      watch.collect(() => paintItem(item, context));
      probes.push({item: {...item, around: new Set(around)}, watch, nodes: item.isShape ? 1 : countNodes(nodeOf(item))});
    });
  }

  /** The first item that changed since it was watched, where enough nodes stand before it. */
  function findCut(): {readonly item: Cut; readonly nodes: number} | null {
    let nodes = 0;
    for (const {item, watch, nodes: own} of probes) {
      if (watch.isRaised || (!item.isShape && holdsOwnDrawing(nodeOf(item)))) return nodes >= FEWEST_NODES ? {item, nodes} : null;
      nodes += own;
    }
    return null;
  }

  function holdsOwnDrawing(node: Node): boolean {
    return isOwnDrawing(node) || node.children().some(holdsOwnDrawing);
  }

  function releaseProbes(): void {
    for (const {watch} of probes) {
      watch.release();
      spare.push(watch);
    }
    probes = [];
  }

  /** Paints everything; what comes before the cut is watched, and kept as a bitmap. */
  function keep(root: PaintNode, context: SKRSContext2D, at: Cut): void {
    const {width, height} = context.canvas;
    let reached = false;
    prefixWatch.release();
    const paintTo = (node: PaintNode, around: readonly PaintNode[]): void => {
      if (reached) return node.render(context);
      if (node === at.node && !at.isShape) return paintRest(node);
      let open = false;
      prefixWatch.collectMore(() => {
        open = isOpen(node, around.length);
        if (!open) node.render(context);
      });
      if (!open) return;
      let children: readonly PaintNode[] = [];
      let visible = true;
      prefixWatch.collectMore(() => {
        visible = node.absoluteOpacity() > 0;
        children = node.sortedChildren();
      });
      if (!visible) return;
      context.save();
      prefixWatch.collectMore(() => node.transformContext(context));
      if (node.drawShape) {
        if (node === at.node && at.isShape) takeBitmap();
        if (reached) node.drawShape(context);
        else prefixWatch.collectMore(() => node.drawShape!(context));
      }
      for (const child of children) paintTo(child, [...around, node]);
      context.restore();
    };
    const takeBitmap = () => {
      reached = true;
      if (bitmap.canvas.width !== width || bitmap.canvas.height !== height) Object.assign(bitmap.canvas, {width, height});
      // On a clear canvas this is a copy; the operation "copy" itself costs a layer of the frame's size.
      bitmap.clearRect(0, 0, width, height);
      bitmap.drawImage(context.canvas, 0, 0);
    };
    const paintRest = (node: PaintNode) => {
      takeBitmap();
      node.render(context);
    };
    paintTo(root, []);
    cut = reached ? at : null;
  }

  /** Lays the bitmap down and paints from the cut on. */
  function paintRest(root: PaintNode, context: SKRSContext2D, at: Cut): void {
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    context.drawImage(bitmap.canvas, 0, 0);
    let reached = false;
    const paintFrom = (node: PaintNode): void => {
      if (reached) return node.render(context);
      if (node === at.node && !at.isShape) {
        reached = true;
        return node.render(context);
      }
      if (!at.around.has(node)) return;
      enter(node, context, () => {
        if (node === at.node) {
          reached = true;
          node.drawShape?.(context);
        }
        node.sortedChildren().forEach(paintFrom);
      });
    };
    paintFrom(root);
  }

  return {
    paint(given, context) {
      const root = given as unknown as PaintNode;
      if (view !== given) {
        this.forget();
        view = given;
      }
      if (cut) {
        const stands = !prefixWatch.isRaised;
        if (stands && ++stood < retryAfter) return paintRest(root, context, cut);
        cut = null;
        prefixWatch.release();
        if (stands || stood >= WORTHWHILE) nextPause = 1;
        else rest();
      }
      if (probes.length > 0) {
        const found = findCut();
        releaseProbes();
        if (found) {
          // What has come to rest since makes the prefix longer; where nothing has, the next look can wait.
          retryAfter = found.nodes > kept ? FIRST_RETRY : Math.min(retryAfter * 2, LAST_RETRY);
          kept = found.nodes;
          stood = 0;
          return keep(root, context, found.item);
        }
        rest();
      }
      if (pause-- > 0) return root.render(context);
      probe(root, context);
    },
    forget() {
      releaseProbes();
      prefixWatch.release();
      view = cut = null;
      pause = kept = 0;
      nextPause = 1;
      retryAfter = FIRST_RETRY;
    },
  };
}

function paintItem({node, isShape}: Item, context: SKRSContext2D): void {
  if (isShape) node.drawShape!(context);
  else node.render(context);
}

/** What Node.render does around a group's drawing. */
function enter(node: PaintNode, context: SKRSContext2D, paint: () => void): void {
  checkNumbers(node as unknown as Node);
  if (node.absoluteOpacity() <= 0) return;
  context.save();
  node.transformContext(context);
  paint();
  context.restore();
}

function nodeOf({node}: Item): Node {
  return node as unknown as Node;
}

function countNodes(node: Node): number {
  return node.children().reduce((sum, child) => sum + countNodes(child), 1);
}
