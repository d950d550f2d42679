/**
 * Vector pictures of plain shapes, drawn straight onto a canvas: icons, logos, diagrams without text.
 *
 * In: a parsed picture. Out: a function that draws it under the canvas's own matrix, to the bit as Blink does, or null
 * where the picture holds more (text, gradients, masks, style sheets): Skia's own renderer draws those.
 */
import {DOMMatrix, Path2D, type SKRSContext2D} from '@napi-rs/canvas';
import {drawAsOne} from '../canvas/drawAsOne';
import {clipToRect, type Sides} from '../canvas/hardClip';
import type {StageSvgElement} from './svgElement';
import {INHERITED, INITIAL, type Inherited} from './svgInheritance';
import {svgLength} from './svgLength';
import {MARKER_CLIP} from './svgMarkers';
import {svgNumbers} from './svgNumber';
import {svgTransform} from './svgTransform';

export interface SvgDrawing {
  /**
   * Draws the picture in its own user space.
   *
   * @param scale - how much larger this space looks in the space that the picture is placed in: there, strokes may keep their width
   */
  draw(context: SKRSContext2D, scale: Scale): void;
  /** Whether shapes blend with those under them, though not with what is under the picture: it needs a canvas of its own. */
  readonly isBlended: boolean;
}

/** Factors of two lengths. */
export interface Scale {
  readonly across: number;
  readonly down: number;
}

interface Paint {
  readonly colour: string;
  readonly alpha: number;
}

interface Shape {
  readonly path: Path2D;
  /** Set for rectangles without round corners, whose edges Skia fills more finely than those of paths. */
  readonly sides: readonly [x: number, y: number, width: number, height: number] | null;
  readonly steps: readonly Step[];
  readonly fill: Paint | null;
  readonly rule: CanvasFillRule;
  readonly stroke: Paint | null;
  readonly width: number;
  readonly cap: CanvasLineCap;
  readonly join: CanvasLineJoin;
  readonly miterLimit: number;
  readonly dashes: readonly number[];
  readonly dashOffset: number;
  /** Whether the stroke is as wide as it says wherever the picture is placed. */
  readonly keepsWidth: boolean;
  readonly blend: GlobalCompositeOperation;
}

/** Properties that would change the picture in ways that are not drawn here. */
const BEYOND = [
  'clip-path', 'mask', 'filter', 'paint-order', 'isolation', 'transform-origin', 'transform-box', 'rotate', 'scale', 'translate', 'd', 'r', 'cx', 'cy', 'rx', 'ry',
];

/** Elements that draw nothing by themselves. */
const SILENT = new Set(['defs', 'title', 'desc', 'metadata', 'linearGradient', 'radialGradient', 'pattern', 'clipPath', 'mask', 'filter', 'marker', 'symbol', 'namedview']);

/** On the way to a shape: another matrix, or a hard clip, which the shape reaches in these bounds. */
type Step = {readonly matrix: DOMMatrix} | {readonly clip: Sides; readonly reach: Sides};

class Beyond extends Error {}

/**
 * Compiles a picture.
 *
 * @param root - the outermost `<svg>`, without the matrix of its viewBox
 * @returns null where the picture holds something that is not a plain shape
 */
export function svgDrawing(root: StageSvgElement): SvgDrawing | null {
  if (root.querySelector('style')) return null;
  const shapes: Shape[] = [];
  try {
    for (const child of root.children) collect(child, stylesOf(root, INITIAL, true), [], {root, shapes}, 0);
  } catch (error) {
    if (error instanceof Beyond) return null;
    throw error;
  }
  return {draw: (context, scale) => shapes.forEach(shape => draw(context, shape, scale)), isBlended: shapes.some(({blend}) => blend !== 'source-over')};
}

/** A picture on its way to shapes. */
interface Picture {
  readonly root: StageSvgElement;
  readonly shapes: Shape[];
}

function collect(element: StageSvgElement, inherited: Inherited, around: readonly Step[], picture: Picture, depth: number): void {
  const {root} = picture;
  const {tagName} = element;
  if (SILENT.has(tagName.replace(/^.*:/, ''))) return;
  const declared = declarations(element);
  if (declared.get('display') === 'none') return;
  const styles = stylesOf(element, inherited, false);
  const steps = [...around, ...own(element, tagName === 'use').map(matrix => ({matrix})), ...markerClip(element, root)];
  if (tagName === 'g' || tagName === 'a') {
    if (opacityOf(declared) !== 1 || blendOf(declared) !== 'source-over') throw new Beyond();
    return element.children.forEach(child => collect(child, styles, steps, picture, depth));
  }
  if (tagName === 'use') {
    const target = root.querySelector(element.href.baseVal);
    // A symbol has a viewBox of its own; what refers to itself goes on for ever.
    if (!target || target.tagName === 'symbol' || target.tagName === 'svg' || depth > 8 || opacityOf(declared) !== 1 || blendOf(declared) !== 'source-over') throw new Beyond();
    return collect(target, styles, steps, picture, depth + 1);
  }
  const shape = shapeOf(element, steps, styles, declared);
  if (styles.visibility === 'visible') picture.shapes.push(shape);
}

/** Presentation attributes, under the declarations of `style`. */
function declarations(element: StageSvgElement): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of [...INHERITED, ...BEYOND, 'opacity', 'display', 'vector-effect', 'mix-blend-mode']) {
    const value = GEOMETRY.has(name) ? null : element.getAttribute(name);
    if (value !== null && !isMarkerClip(value)) found.set(name, value.trim());
  }
  for (const declaration of (element.getAttribute('style') ?? '').split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0) found.set(declaration.slice(0, colon).trim(), declaration.slice(colon + 1).replace('!important', '').trim());
  }
  return found;
}

/** A marker that was written out is cut hard at its box. */
function markerClip(element: StageSvgElement, root: StageSvgElement): Step[] {
  const reference = element.getAttribute('clip-path');
  if (reference === null || !isMarkerClip(reference)) return [];
  const box = root.querySelector(reference.slice(4, -1))!.children[0];
  return [{clip: {left: 0, top: 0, right: lengthOf(box, 'width'), bottom: lengthOf(box, 'height')}, reach: EVERYWHERE}];
}

const EVERYWHERE: Sides = {left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity};

function isMarkerClip(value: string): boolean {
  return value.startsWith(`url(#${MARKER_CLIP}`);
}

/** Attributes of the same name are no properties but the shape itself. */
const GEOMETRY = new Set(['d', 'r', 'cx', 'cy', 'rx', 'ry', 'rotate', 'scale', 'translate']);

function stylesOf(element: StageSvgElement, inherited: Inherited, isRoot: boolean): Inherited {
  const declared = declarations(element);
  const refused = BEYOND.some(name => declared.has(name) && !['none', 'normal', 'auto'].includes(declared.get(name)!)) || declared.has('transform');
  if (refused || (isRoot && (opacityOf(declared) !== 1 || blendOf(declared) !== 'source-over'))) throw new Beyond();
  const styles = Object.fromEntries(INHERITED.map(name => {
    const value = declared.get(name);
    return [name, value === undefined || value === 'inherit' || (name === 'color' && value === 'currentColor') ? inherited[name] : value];
  })) as Inherited;
  return styles;
}

function opacityOf(declared: Map<string, string>): number {
  return shareOf(declared.get('opacity') ?? '1');
}

const BLENDS = new Set('multiply screen overlay darken lighten color-dodge color-burn hard-light soft-light difference exclusion hue saturation color luminosity'.split(' '));

function blendOf(declared: Map<string, string>): GlobalCompositeOperation {
  const mode = declared.get('mix-blend-mode') ?? 'normal';
  if (mode === 'normal') return 'source-over';
  if (!BLENDS.has(mode)) throw new Beyond();
  return mode as GlobalCompositeOperation;
}

function shareOf(text: string): number {
  const value = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (!Number.isFinite(value)) throw new Beyond();
  return Math.min(Math.max(value, 0), 1);
}

/** The element's transform; a `<use>` moves what it shows after it. */
function own(element: StageSvgElement, isUse: boolean): DOMMatrix[] {
  const transform = svgTransform(element.getAttribute('transform'));
  const [x, y] = isUse ? [lengthOf(element, 'x'), lengthOf(element, 'y')] : [0, 0];
  if (x === 0 && y === 0) return transform ? [transform] : [];
  const {a, b, c, d, e, f} = transform ?? {a: 1, b: 0, c: 0, d: 1, e: 0, f: 0};
  return [new DOMMatrix([a, b, c, d, a * x + c * y + e, b * x + d * y + f])];
}

function lengthOf(element: StageSvgElement, name: string): number {
  return length(element.getAttribute(name) ?? '0');
}

function length(text: string): number {
  if (/[%a-z]\s*$/i.test(text) && !/px\s*$/.test(text)) throw new Beyond();
  return svgLength(text, {fontSize: 16, full: 0});
}

function pathOf(element: StageSvgElement): Path2D {
  const n = (name: string) => lengthOf(element, name);
  const path = new Path2D();
  switch (element.tagName) {
    case 'path':
      return new Path2D(element.getAttribute('d') ?? '');
    case 'rect':
      return rectOf(element);
    case 'circle':
      path.ellipse(n('cx'), n('cy'), n('r'), n('r'), 0, 0, 2 * Math.PI);
      return path;
    case 'ellipse':
      if (!element.hasAttribute('rx') || !element.hasAttribute('ry')) throw new Beyond();
      path.ellipse(n('cx'), n('cy'), n('rx'), n('ry'), 0, 0, 2 * Math.PI);
      return path;
    case 'line':
      path.moveTo(n('x1'), n('y1'));
      path.lineTo(n('x2'), n('y2'));
      return path;
    case 'polyline':
    case 'polygon': {
      const points = svgNumbers(element.getAttribute('points') ?? '') ?? [];
      for (let i = 0; i + 1 < points.length; i += 2) path.lineTo(points[i], points[i + 1]);
      if (element.tagName === 'polygon') path.closePath();
      return path;
    }
    default:
      throw new Beyond();
  }
}

/** One radius stands for both; neither goes beyond half the side. */
function rectOf(element: StageSvgElement): Path2D {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(name => lengthOf(element, name));
  const [across, down] = [element.getAttribute('rx') ?? element.getAttribute('ry') ?? '0', element.getAttribute('ry') ?? element.getAttribute('rx') ?? '0'];
  const [rx, ry] = [Math.min(length(across), width / 2), Math.min(length(down), height / 2)];
  const path = new Path2D();
  if (width <= 0 || height <= 0) return path;
  if (rx > 0 && ry > 0) path.roundRect(x, y, width, height, [{x: rx, y: ry}]);
  else path.rect(x, y, width, height);
  return path;
}

function shapeOf(element: StageSvgElement, steps: readonly Step[], styles: Inherited, declared: Map<string, string>): Shape {
  const [opacity, blend, effect] = [opacityOf(declared), blendOf(declared), declared.get('vector-effect') ?? 'none'];
  const [fill, stroke] = [paintOf(styles, 'fill', opacity), paintOf(styles, 'stroke', opacity)];
  // Half-seen or blended, fill and stroke would show through each other.
  if ((opacity !== 1 || blend !== 'source-over') && fill && stroke) throw new Beyond();
  if (effect !== 'none' && effect !== 'non-scaling-stroke') throw new Beyond();
  const dashes = styles['stroke-dasharray'] === 'none' ? [] : styles['stroke-dasharray'].split(/[\s,]+/).filter(Boolean).map(length);
  const [path, width] = [pathOf(element), length(styles['stroke-width'])];
  const isRect = element.tagName === 'rect' && !element.hasAttribute('rx') && !element.hasAttribute('ry');
  return {
    path,
    sides: isRect ? [lengthOf(element, 'x'), lengthOf(element, 'y'), lengthOf(element, 'width'), lengthOf(element, 'height')] : null,
    steps: steps.map((step, index) => ('clip' in step ? {...step, reach: reachOf(path, steps.slice(index + 1), stroke ? width * Math.max(Number(styles['stroke-miterlimit']), 1) : 0)} : step)),
    fill,
    rule: styles['fill-rule'] as CanvasFillRule,
    stroke,
    width,
    cap: styles['stroke-linecap'] as CanvasLineCap,
    join: styles['stroke-linejoin'] as CanvasLineJoin,
    miterLimit: Number(styles['stroke-miterlimit']),
    dashes,
    dashOffset: length(styles['stroke-dashoffset']),
    keepsWidth: effect !== 'none',
    blend,
  };
}

function matrixOf(steps: readonly Step[]): DOMMatrix {
  return steps.reduce((whole, step) => ('matrix' in step ? whole.multiply(step.matrix) : whole), new DOMMatrix());
}

/** The bounds of a path before some steps, with its stroke around it at its widest, px. */
function reachOf(path: Path2D, steps: readonly Step[], strokeWidth: number): Sides {
  const tight = path.computeTightBounds();
  const [left, top, right, bottom] = [tight[0] - strokeWidth / 2, tight[1] - strokeWidth / 2, tight[2] + strokeWidth / 2, tight[3] + strokeWidth / 2];
  const matrix = matrixOf(steps);
  const corners = [[left, top], [right, top], [right, bottom], [left, bottom]].map(([x, y]) => [matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f]);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return {left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys)};
}

/**
 * Cuts what would be cut. A clip that a shape stays away from by a pixel is left out: under a clip that is no upright
 * rectangle Skia smooths edges by other sums.
 */
function clipIfReached(context: SKRSContext2D, clip: Sides, reach: Sides): void {
  const {a, b, c, d} = context.getTransform();
  const [across, down] = [1 / Math.hypot(a, b), 1 / Math.hypot(c, d)];
  const isInside = reach.left - across >= clip.left && reach.right + across <= clip.right && reach.top - down >= clip.top && reach.bottom + down <= clip.bottom;
  if (!isInside) clipToRect(context, clip);
}

function paintOf(styles: Inherited, name: 'fill' | 'stroke', opacity: number): Paint | null {
  const colour = styles[name].toLowerCase() === 'currentcolor' ? styles.color : styles[name];
  if (colour === 'none') return null;
  if (/url\(|context-|var\(/.test(colour)) throw new Beyond();
  return {colour, alpha: shareOf(styles[`${name}-opacity`]) * opacity};
}

function draw(context: SKRSContext2D, shape: Shape, scale: Scale): void {
  if (shape.blend === 'source-over') return paint(context, shape, scale);
  context.save();
  context.globalCompositeOperation = shape.blend;
  drawAsOne(context, layer => paint(layer, shape, scale));
  context.restore();
}

function paint(context: SKRSContext2D, shape: Shape, scale: Scale): void {
  context.save();
  for (const step of shape.steps) {
    if ('clip' in step) {
      clipIfReached(context, step.clip, step.reach);
    } else {
      const {a, b, c, d, e, f} = step.matrix;
      context.transform(a, b, c, d, e, f);
    }
  }
  const {globalAlpha} = context;
  if (shape.fill) {
    context.fillStyle = shape.fill.colour;
    context.globalAlpha = globalAlpha * shape.fill.alpha;
    if (shape.sides) context.fillRect(...shape.sides);
    else context.fill(shape.path, shape.rule);
  }
  if (shape.stroke && shape.width > 0) {
    context.strokeStyle = shape.stroke.colour;
    context.globalAlpha = globalAlpha * shape.stroke.alpha;
    context.lineWidth = shape.width;
    context.lineCap = shape.cap;
    context.lineJoin = shape.join;
    context.miterLimit = shape.miterLimit;
    context.setLineDash([...shape.dashes]);
    context.lineDashOffset = shape.dashOffset;
    stroke(context, shape, scale);
  }
  context.restore();
}

/** A stroke that keeps its width is drawn where the picture is placed, around the path as it looks there. */
function stroke(context: SKRSContext2D, {path, keepsWidth, steps}: Shape, {across, down}: Scale): void {
  if (!keepsWidth) return context.stroke(path);
  const own = matrixOf(steps);
  const matrix = new DOMMatrix([own.a * across, own.b * down, own.c * across, own.d * down, 0, 0]);
  // A line that is squeezed flat has no way back.
  if (matrix.a * matrix.d === matrix.b * matrix.c) return;
  const {a, b, c, d, e, f} = matrix.inverse();
  const seen = new Path2D();
  seen.addPath(path, matrix);
  context.transform(a, b, c, d, e, f);
  context.stroke(seen);
}
