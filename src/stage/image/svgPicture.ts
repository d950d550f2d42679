/**
 * Vector pictures, drawn anew at each size and turn as in a browser, instead of enlarging their pixels.
 *
 * In: SVG text. Out: pixels for a place on a context, made by Skia's own SVG renderer in the context's pixel grid.
 */
import {createCanvas, Image, type Canvas, type DOMMatrix, type SKRSContext2D} from '@napi-rs/canvas';
import {rewriteForSkia} from '../svg/svgForSkia';
import {svgLength} from '../svg/svgLength';
import {svgDrawing, type SvgDrawing} from '../svg/svgDrawing';
import {parseSvgXml, svgElementOf, type StageSvgElement} from '../svg/svgElement';
import {writeOutMarkers} from '../svg/svgMarkers';
import type {Placement} from '../canvas/drawables';
import {drawAsOne} from '../canvas/drawAsOne';
import {clipToRect} from '../canvas/hardClip';

export interface SvgPicture {
  /** Size without a style, px: what `naturalWidth` and `naturalHeight` say. */
  readonly width: number;
  readonly height: number;
  /** Draws the picture with the context's matrix, alpha and composite operation. */
  draw(context: SKRSContext2D, placement: Placement): void;
  /** The picture at its own size. */
  pixels(): Canvas;
}

/** What a replaced element without any size gets, px. */
const DEFAULT = {width: 300, height: 150};

/** Pictures that were rendered last, for those that stand still. */
const KEPT = 8;

/**
 * Reads an SVG file.
 *
 * @returns null where the text holds no well-formed `<svg>`
 */
export function svgPicture(text: string): SvgPicture | null {
  const xml = parseSvgXml(text);
  if (!xml) return null;
  writeOutMarkers(xml);
  const root = svgElementOf(xml);
  const {width, height} = naturalSize(root);
  const plain = plainDrawing(root, {width, height});
  const inner = root.markupWith(xml => {
    rewriteForSkia(xml);
    // Inside another drawing, a picture without a viewBox would not follow its new size.
    if (!xml.hasAttribute('viewBox')) xml.setAttribute('viewBox', `0 0 ${width} ${height}`);
    if (!xml.hasAttribute('preserveAspectRatio')) xml.setAttribute('preserveAspectRatio', 'xMidYMid');
    for (const [name, value] of Object.entries({width, height, x: 0, y: 0})) xml.setAttribute(name, String(value));
  });
  const kept = new Map<string, Canvas>();

  const render = (box: Box, matrix: string): Canvas => {
    const key = `${matrix} ${box.width} ${box.height}`;
    let canvas = kept.get(key);
    if (!canvas) {
      canvas = rasterize(`<svg xmlns="http://www.w3.org/2000/svg" width="${box.width}" height="${box.height}"><g transform="matrix(${matrix})">${inner}</g></svg>`, box);
      if (kept.size === KEPT) kept.delete(kept.keys().next().value!);
      kept.set(key, canvas);
    }
    return canvas;
  };
  const drawPlain = (context: SKRSContext2D, placement: Placement): void => {
    context.save();
    const {x, y} = placement;
    // A browser cuts a picture hard at whole pixels of its surroundings, which shows at fractional places, and smoothly at its edge.
    clipToRect(context, {left: Math.floor(x), top: Math.floor(y), right: Math.ceil(x + placement.width), bottom: Math.ceil(y + placement.height)});
    context.translate(x, y);
    const scale = {across: placement.width / width, down: placement.height / height};
    context.scale(scale.across, scale.down);
    context.beginPath();
    context.rect(0, 0, width, height);
    context.clip();
    plain!.draw(context, scale);
    context.restore();
  };
  return {
    width,
    height,
    pixels: () => render({left: 0, top: 0, width: Math.ceil(width), height: Math.ceil(height)}, '1 0 0 1 0 0'),
    draw(context, placement) {
      if (plain && !plain.isBlended && isDirect(context)) return drawPlain(context, placement);
      if (plain) return drawAsOne(context, layer => drawPlain(layer, placement));
      const matrix = context.getTransform().translate(placement.x, placement.y).scale(placement.width / width, placement.height / height);
      const box = pixelBox(matrix, {width, height}, context.canvas);
      if (box === null) return;
      const {a, b, c, d, e, f} = matrix;
      const canvas = render(box, [a, b, c, d, e - box.left, f - box.top].join(' '));
      context.save();
      context.resetTransform();
      context.drawImage(canvas, box.left, box.top);
      context.restore();
    },
  };
}

/** Alpha, shadows and filters are meant for the picture as a whole. */
function isDirect(context: SKRSContext2D): boolean {
  return context.globalAlpha === 1 && context.filter === 'none' && isUnshadowed(context) && context.globalCompositeOperation === 'source-over';
}

function isUnshadowed({shadowColor, shadowBlur, shadowOffsetX, shadowOffsetY}: SKRSContext2D): boolean {
  return (shadowBlur === 0 && shadowOffsetX === 0 && shadowOffsetY === 0) || /^(transparent|#0{3}(0|0{4})|rgba\(0, 0, 0, 0\))?$/.test(shadowColor);
}

/** A picture of plain shapes with the matrix of its viewBox; null for others. */
function plainDrawing(root: StageSvgElement, {width, height}: Size): SvgDrawing | null {
  if (root.getAttribute('viewBox') === null) return svgDrawing(root);
  const box = root.viewBox.baseVal;
  // What is stretched or cut to fit is left to Skia's own renderer.
  if (!(box.width > 0 && box.height > 0) || !/^(xMidYMid( meet)?)?$/.test(root.getAttribute('preserveAspectRatio')?.trim() ?? '')) return null;
  const scale = Math.min(width / box.width, height / box.height);
  const drawing = svgDrawing(root);
  return drawing && {
    ...drawing,
    draw(context, {across, down}) {
      context.transform(scale, 0, 0, scale, (width - scale * box.width) / 2 - scale * box.x, (height - scale * box.height) / 2 - scale * box.y);
      drawing.draw(context, {across: across * scale, down: down * scale});
    },
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Whole pixels of a canvas. */
interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

function naturalSize(root: StageSvgElement): Size {
  const length = (name: 'width' | 'height') => {
    const value = root.getAttribute(name);
    return value === null || value.trim().endsWith('%') ? undefined : svgLength(value, {fontSize: 16, full: DEFAULT[name]});
  };
  const [width, height] = [length('width'), length('height')];
  if (width !== undefined && height !== undefined) return {width, height};
  const box = root.viewBox.baseVal;
  const ratio = box.width > 0 && box.height > 0 ? box.width / box.height : undefined;
  if (width !== undefined) return {width, height: ratio ? width / ratio : DEFAULT.height};
  if (height !== undefined) return {width: ratio ? height * ratio : DEFAULT.width, height};
  if (ratio === undefined) return DEFAULT;
  return ratio > 2 ? {width: DEFAULT.width, height: DEFAULT.width / ratio} : {width: DEFAULT.height * ratio, height: DEFAULT.height};
}

/** The pixels that a picture may touch, one more on each side, within the canvas. */
function pixelBox({a, b, c, d, e, f}: DOMMatrix, {width, height}: Size, canvas: Size): Box | null {
  const xs = [e, e + a * width, e + c * height, e + a * width + c * height];
  const ys = [f, f + b * width, f + d * height, f + b * width + d * height];
  const left = Math.max(Math.floor(Math.min(...xs)) - 1, 0);
  const top = Math.max(Math.floor(Math.min(...ys)) - 1, 0);
  const right = Math.min(Math.ceil(Math.max(...xs)) + 1, canvas.width);
  const bottom = Math.min(Math.ceil(Math.max(...ys)) + 1, canvas.height);
  return right > left && bottom > top ? {left, top, width: right - left, height: bottom - top} : null;
}

function rasterize(svg: string, {width, height}: Size): Canvas {
  const canvas = createCanvas(width, height);
  const image = new Image();
  image.src = Buffer.from(svg);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas;
}
