/**
 * What a frame shows, item by item: every shape and every run of text with its box, its strength and its node.
 *
 * In: a scene that has just been painted. Out: items in the order of painting, in pixels of the design. Text that a node
 * writes on the canvas by code of its own is seen like any other, since the calls to the canvas are listened to.
 */
import {createCanvas, type Canvas, type SKRSContext2D} from '@napi-rs/canvas';
import type {Node} from '@motion-canvas/2d';
import type {Scene} from '@motion-canvas/core';
import {boxAround, overlapOf, type Box} from './box';

type TwoD = typeof import('@motion-canvas/2d');

/** One thing that a node draws itself: its shapes taken together, or one run of text. */
export interface DrawnItem {
  readonly node: Node;
  /** Four corners, x and y in turn, as turned and stretched on screen; of a text those of its ink. */
  readonly corners: readonly number[];
  /** 0 to 1, with the opacity of everything around. */
  readonly alpha: number;
  /** The part of the frame that clipping nodes leave to it; missing where none clips. */
  readonly clip?: Box;
  /** Missing for shapes. */
  readonly run?: TextRun;
}

/** A run of text on one line. */
export interface TextRun {
  readonly text: string;
  /** Size of type as it stands on screen, pixels of the design. */
  readonly size: number;
  /** As canvases take it: weight, size before scaling, families. */
  readonly font: string;
  /** As canvases take it; missing where it is a gradient or a pattern. */
  readonly color?: string;
  /** Where the run begins on its baseline. */
  readonly start: {readonly x: number; readonly y: number};
  /** Degrees from the horizontal. */
  readonly turn: number;
}

/** An item that is text. */
export type TextItem = DrawnItem & {readonly run: TextRun};

/** Lists what the last painting of a scene showed. */
export type ItemLister = (scene: Scene) => DrawnItem[];

/** What a node drew the last time that it was painted, in pixels of the canvas. */
interface Marks {
  /** Whether it drew any shape. How strong the strokes of one figure are is its own matter, and the picture tells. */
  shape: boolean;
  readonly runs: {readonly run: TextRun; readonly corners: readonly number[]; readonly alpha: number}[];
}

/** What is inside Motion Canvas's nodes (some of it protected) and is asked here. */
interface PaintedNode {
  requiresCache(): boolean;
  children(): readonly PaintedNode[];
  absoluteOpacity(): number;
  cacheCanvas(): SKRSContext2D;
  cachedCanvas(): SKRSContext2D;
  worldSpaceCacheBBox(): {readonly x: number; readonly y: number};
  getCacheBBox(): LocalBox;
  computedSize?(): {readonly x: number; readonly y: number};
  localToWorld(): Matrix;
  clip?(): boolean;
  render(context: SKRSContext2D): void;
}

interface LocalBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Matrix = Pick<DOMMatrix, 'a' | 'b' | 'c' | 'd' | 'e' | 'f'>;

/** What the listeners write down, for one copy of Motion Canvas. */
class Notes {
  public painting = 0;
  public canvas: Canvas | undefined;
  public readonly marks = new WeakMap<object, Marks>();
  /** The painting in which a node was painted last, and the one in which its bitmap was. */
  public readonly paintedIn = new WeakMap<object, number>();
  public readonly bitmapIn = new WeakMap<object, number>();
  /** Where the bitmap of a half transparent group lies in the frame, by its canvas. */
  public readonly bitmaps = new WeakMap<object, {readonly x: number; readonly y: number}>();
  public readonly stack: object[] = [];

  public begin(node: object): void {
    this.marks.set(node, {shape: false, runs: []});
  }

  public get current(): Marks | undefined {
    return this.stack.length > 0 ? this.marks.get(this.stack.at(-1)!) : undefined;
  }
}

const listening = new WeakMap<object, Notes>();
/** The film that is painted now; nodes of others are not listened to. */
let active: Notes | undefined;

/**
 * Listens to one copy of Motion Canvas from now on. Must be called before its nodes are made.
 *
 * @param canvas - what the film is drawn on; @param scale - pixels drawn for one pixel of the design
 */
export function listenToPainting(twoD: TwoD): (canvas: Canvas, scale: number) => ItemLister {
  const notes = listening.get(twoD) ?? listenToNodes(twoD);
  return (canvas, scale) => {
    active = notes;
    notes.canvas = canvas;
    return scene => {
      const items: DrawnItem[] = [];
      const view = (scene as unknown as {getView(): PaintedNode}).getView();
      const ground = {scale, width: canvas.width / scale, height: canvas.height / scale};
      collect(view, {notes, ground, items, clip: undefined, painting: notes.painting});
      notes.painting++;
      return items;
    };
  };
}

function listenToNodes(twoD: TwoD): Notes {
  const notes = new Notes();
  listening.set(twoD, notes);
  listenToCanvas();
  const prototype = twoD.Node.prototype as unknown as PaintedNode;
  const {render, cachedCanvas} = prototype;
  prototype.render = function (context) {
    notes.paintedIn.set(this, notes.painting);
    if (!this.requiresCache()) notes.begin(this);
    notes.stack.push(this);
    try {
      render.call(this, context);
    } finally {
      notes.stack.pop();
    }
  };
  // A half transparent group is painted on a bitmap of its own, and again only when something in it has changed.
  prototype.cachedCanvas = function () {
    const {x, y} = this.worldSpaceCacheBBox();
    notes.bitmaps.set(this.cacheCanvas().canvas, {x, y});
    notes.bitmapIn.set(this, notes.painting);
    notes.begin(this);
    return cachedCanvas.call(this);
  };
  return notes;
}

let isListening = false;

function listenToCanvas(): void {
  if (isListening) return;
  isListening = true;
  const prototype = Object.getPrototypeOf(createCanvas(1, 1).getContext('2d')) as Record<string, (this: SKRSContext2D, ...given: unknown[]) => unknown>;
  for (const method of ['fill', 'stroke', 'fillRect', 'strokeRect', 'drawImage']) {
    const draw = prototype[method];
    prototype[method] = function (...given) {
      // The bitmap of a group is not a picture that the group draws.
      if (active?.current && this.globalAlpha > 0 && !active.bitmaps.has(given[0] as object)) active.current.shape = true;
      return draw.apply(this, given);
    };
  }
  const fillText = prototype.fillText;
  prototype.fillText = function (...given) {
    const [text, x, y] = given as [unknown, number, number];
    if (active?.current && String(text).trim() !== '') noteRun(active, active.current, this, String(text), x, y);
    return fillText.apply(this, given);
  };
}

function noteRun(notes: Notes, {runs}: Marks, context: SKRSContext2D, text: string, x: number, y: number): void {
  const place = notes.bitmaps.get(context.canvas) ?? (context.canvas === notes.canvas ? {x: 0, y: 0} : undefined);
  // A node may write on a canvas of its own first; where that lands is not known.
  if (place === undefined) return;
  const {a, b, c, d, e, f} = context.getTransform();
  const matrix = {a, b, c, d, e: e + place.x, f: f + place.y};
  const ink = inkOf(context, text);
  const start = apply(matrix, x - ink.before, y);
  runs.push({
    corners: cornersOf(matrix, {x: x + ink.left, y: y + ink.top, width: ink.width, height: ink.height}),
    alpha: context.globalAlpha,
    run: {text, font: context.font, color: typeof context.fillStyle === 'string' ? context.fillStyle : undefined, size: ink.size * Math.hypot(c, d), start: {x: start[0], y: start[1] + ink.baseline * d}, turn: (Math.atan2(b, a) * 180) / Math.PI},
  });
}

interface Ink extends LocalBox {
  readonly left: number;
  readonly top: number;
  readonly size: number;
  /** From the left end of the text to the point that it is drawn at. */
  readonly before: number;
  /** From the point that it is drawn at down to the baseline. */
  readonly baseline: number;
}

const inks = new Map<string, Ink>();

/** The ink of a text around the point that it is drawn at. */
function inkOf(context: SKRSContext2D, text: string): Ink {
  const {font, textAlign, textBaseline} = context;
  const key = `${font}|${textAlign}|${textBaseline}|${text}`;
  const known = inks.get(key);
  if (known) return known;
  const {width, actualBoundingBoxLeft: left, actualBoundingBoxRight: right, actualBoundingBoxAscent: ascent, actualBoundingBoxDescent: descent, alphabeticBaseline} = context.measureText(text);
  const before = {left: 0, start: 0, center: width / 2, right: width, end: width}[textAlign];
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 10);
  const ink = {x: 0, y: 0, left: -left, top: -ascent, width: left + right, height: ascent + descent, size, before, baseline: -(alphabeticBaseline ?? 0)};
  if (inks.size > 50_000) inks.clear();
  inks.set(key, ink);
  return ink;
}

interface Collection {
  readonly notes: Notes;
  readonly ground: Ground;
  readonly items: DrawnItem[];
  readonly clip: Box | undefined;
  /** The painting since which what is seen here has been painted: this one, or the one that made the bitmap around it. */
  readonly painting: number;
}

/** From pixels of the canvas to pixels of the design. */
interface Ground {
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

function collect(node: PaintedNode, collection: Collection): void {
  const {notes, ground, items, clip} = collection;
  const opacity = node.absoluteOpacity();
  if (opacity <= 0 || (notes.paintedIn.get(node) ?? -1) < collection.painting) return;
  const marks = notes.marks.get(node);
  const owner = node as unknown as Node;
  if (marks?.shape) {
    items.push({node: owner, corners: toDesign(cornersOf(node.localToWorld(), node.getCacheBBox()), ground), alpha: opacity, clip});
  }
  for (const {run, corners, alpha} of marks?.runs ?? []) {
    const [x, y] = toDesign([run.start.x, run.start.y], ground);
    items.push({node: owner, corners: toDesign(corners, ground), alpha: opacity * alpha, clip, run: {...run, start: {x, y}, size: run.size / ground.scale}});
  }
  const painting = node.requiresCache() ? (notes.bitmapIn.get(node) ?? -1) : collection.painting;
  const inside = node.clip?.() ? clipOf(node, collection) : clip;
  for (const child of node.children()) collect(child, {...collection, clip: inside, painting});
}

function clipOf(node: PaintedNode, {ground, clip}: Collection): Box {
  const {x, y} = node.computedSize!();
  const own = boxAround(toDesign(cornersOf(node.localToWorld(), {x: -x / 2, y: -y / 2, width: x, height: y}), ground));
  return clip ? overlapOf(clip, own) : own;
}

function cornersOf(matrix: Matrix, {x, y, width, height}: LocalBox): number[] {
  return [...apply(matrix, x, y), ...apply(matrix, x + width, y), ...apply(matrix, x + width, y + height), ...apply(matrix, x, y + height)];
}

function apply({a, b, c, d, e, f}: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function toDesign(corners: readonly number[], {scale, width, height}: Ground): number[] {
  return corners.map((value, index) => value / scale - (index % 2 === 0 ? width : height) / 2);
}
