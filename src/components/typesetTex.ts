/**
 * A formula as outlines: MathJax sets the TeX, and its tree of glyphs is read here without any document, so that it is
 * the same in a browser and in Node. Units are em/1000 with y down, the origin on the baseline at the left.
 */
import {liteAdaptor} from 'mathjax-full/js/adaptors/liteAdaptor';
import type {LiteElement} from 'mathjax-full/js/adaptors/lite/Element';
import {RegisterHTMLHandler} from 'mathjax-full/js/handlers/html';
import {TeX} from 'mathjax-full/js/input/tex';
import {AllPackages} from 'mathjax-full/js/input/tex/AllPackages';
import {mathjax} from 'mathjax-full/js/mathjax';
import {SVG} from 'mathjax-full/js/output/svg';
import {readNames, type NumberTemplate} from './equationTex';
import {outlineBounds} from './outlineBounds';

/** A 2x3 matrix [a, b, c, d, e, f] as canvas takes it. */
export type Affine = readonly [number, number, number, number, number, number];

/** A box in em/1000, y down. */
export interface EmBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One thing to be painted. */
export interface Glyph {
  /** An outline to fill, a line to stroke, or a character that the formula font lacks. */
  readonly kind: 'outline' | 'line' | 'text';
  /** Path data, in units of its own, y up; for a text the character. */
  readonly shape: string;
  readonly matrix: Affine;
  /** Width of a line, or size of a text, in units of its own. */
  readonly measure: number;
  readonly box: EmBox;
}

/** A formula or a named part of it. */
export interface FormulaPart {
  readonly name?: string;
  readonly slot?: NumberTemplate;
  readonly glyphs: readonly Glyph[];
  readonly parts: readonly FormulaPart[];
  /** Around all ink, parts included. */
  readonly box: EmBox;
}

/** A formula that has been set. */
export interface Formula extends FormulaPart {
  /** Box of the line it stands on, ink and air. */
  readonly frame: EmBox;
}

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
// Without these two, a mistyped command is an error instead of red letters in a film.
const packages = AllPackages.filter(name => name !== 'noundefined' && name !== 'noerrors');
const html = mathjax.document('', {InputJax: new TeX({packages}), OutputJax: new SVG({fontCache: 'none'})});

// Pure: the same source gives the same formula.
const formulas = new Map<string, Formula>();

/**
 * Sets a formula in display style.
 *
 * @param source - TeX in which parts may be named, as `{{q: Q}}` and `{{cost=0.00}}`
 * @throws SyntaxError 'Cannot set the equation "\frac{a": Missing close brace'
 * @example typesetTex('{{q: Q}}').parts[0].name  // "q"
 */
export function typesetTex(source: string): Formula {
  let formula = formulas.get(source);
  if (formula === undefined) formulas.set(source, (formula = setFormula(source)));
  return formula;
}

interface Reading {
  readonly glyphs: Glyph[];
  readonly parts: FormulaPart[];
}

function setFormula(source: string): Formula {
  const named = readNames(source);
  const container = html.convert(named.tex, {display: true}) as LiteElement;
  const markup = html.adaptor.outerHTML(container);
  const error = /data-mjx-error="([^"]*)"/.exec(markup);
  if (error !== null) throw new SyntaxError(`Cannot set the equation "${source}": ${error[1]}`);
  const svg = container.children.find(child => (child as LiteElement).kind === 'svg') as LiteElement | undefined;
  const root: Reading = {glyphs: [], parts: []};
  if (svg === undefined) return {...root, box: empty, frame: empty};
  for (const child of svg.children) walk(child as LiteElement, identity, root, named.parts);
  const [left, top, width, height] = numbers(svg.attributes['viewBox']);
  const frame = {left, top, right: left + width, bottom: top + height};
  return {...root, box: partBox(root.glyphs, root.parts), frame};
}

const identity: Affine = [1, 0, 0, 1, 0, 0];
const empty: EmBox = {left: 0, top: 0, right: 0, bottom: 0};

function walk(element: LiteElement, outer: Affine, into: Reading, names: Names): void {
  if (element.attributes === undefined) return;
  const matrix = multiply(outer, readTransform(element.attributes['transform']));
  // Names of one glyph that lies alone in several parts come innermost first.
  const named = (element.attributes['class'] ?? '').split(' ').flatMap((id: string) => names.get(id) ?? []);
  if (named.length > 0) {
    let part: Reading = {glyphs: [], parts: []};
    walkContent(element, matrix, part, names);
    for (const each of named.slice(0, -1)) part = {glyphs: [], parts: [{...each, ...part, box: partBox(part.glyphs, part.parts)}]};
    into.parts.push({...named.at(-1), ...part, box: partBox(part.glyphs, part.parts)});
    return;
  }
  walkContent(element, matrix, into, names);
}

type Names = ReadonlyMap<string, {readonly name: string; readonly slot?: NumberTemplate}>;

function walkContent(element: LiteElement, matrix: Affine, into: Reading, names: Names): void {
  const glyph = readGlyph(element, matrix);
  if (glyph !== null) into.glyphs.push(glyph);
  else if (element.kind === 'svg') walkChildren(element, multiply(matrix, innerView(element)), into, names);
  else walkChildren(element, matrix, into, names);
}

function walkChildren(element: LiteElement, matrix: Affine, into: Reading, names: Names): void {
  if (element.kind === 'svg') {
    // Stretched pieces show only a window of a long bar: the bar is as good when it is cut to the window.
    const [x, y, width, height] = numbers(element.attributes['viewBox']);
    const window = boxOf(`M${x} ${y}L${x + width} ${y + height}`, matrix, 0);
    const bar = element.children[0] as LiteElement;
    const {box} = outline(bar.attributes['d'], multiply(matrix, readTransform(bar.attributes['transform'])));
    const [left, right] = [Math.max(box.left, window.left), Math.min(box.right, window.right)];
    const [top, bottom] = [Math.max(box.top, window.top), Math.min(box.bottom, window.bottom)];
    into.glyphs.push(outline(`M${left} ${top}L${right} ${top}L${right} ${bottom}L${left} ${bottom}Z`, identity));
    return;
  }
  for (const child of element.children) if ('attributes' in child) walk(child as LiteElement, matrix, into, names);
}

function readGlyph(element: LiteElement, matrix: Affine): Glyph | null {
  const attribute = (name: string) => Number(element.attributes[name] ?? 0);
  switch (element.kind) {
    case 'path':
      return element.attributes['d'] ? outline(element.attributes['d'], matrix) : null;
    case 'rect': {
      const [x, y, width, height] = [attribute('x'), attribute('y'), attribute('width'), attribute('height')];
      const path = `M${x} ${y}L${x + width} ${y}L${x + width} ${y + height}L${x} ${y + height}Z`;
      return element.attributes['fill'] === 'none' ? line(path, matrix, attribute('stroke-width')) : outline(path, matrix);
    }
    case 'line':
      return line(`M${attribute('x1')} ${attribute('y1')}L${attribute('x2')} ${attribute('y2')}`, matrix, attribute('stroke-width'));
    case 'polygon':
    case 'polyline':
      return line(`M${element.attributes['points'].trim().replace(/\s+/g, 'L').replaceAll(',', ' ')}Z`, matrix, 1);
    case 'text':
      return textGlyph(element, matrix);
    default:
      return null;
  }
}

function outline(shape: string, matrix: Affine): Glyph {
  return {kind: 'outline', shape, matrix, measure: 0, box: boxOf(shape, matrix, 0)};
}

function line(shape: string, matrix: Affine, width: number): Glyph {
  return {kind: 'line', shape, matrix, measure: width, box: boxOf(shape, matrix, width / 2)};
}

function textGlyph(element: LiteElement, matrix: Affine): Glyph | null {
  const shape = html.adaptor.textContent(element);
  if (shape.trim() === '') return null;
  const size = Number.parseFloat(element.attributes['font-size'] ?? '1000');
  const width = [...shape].reduce((sum, character) => sum + characterRoom(character), 0);
  return {kind: 'text', shape, matrix, measure: size, box: boxOf(`M0 ${0.15 * size}L${width} ${-0.85 * size}`, matrix, 0)};
}

/** Room that MathJax keeps for a character that its fonts lack, in em/1000. @example characterRoom('寿')  // 1000 */
export function characterRoom(character: string): number {
  return /[\u1100-\u11ff\u2e80-\uffef]/.test(character) ? 1000 : 600;
}

function boxOf(shape: string, matrix: Affine, air: number): EmBox {
  const {left, top, right, bottom} = outlineBounds(shape);
  const corners = [apply(matrix, left, top), apply(matrix, right, top), apply(matrix, left, bottom), apply(matrix, right, bottom)];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return {left: Math.min(...xs) - air, top: Math.min(...ys) - air, right: Math.max(...xs) + air, bottom: Math.max(...ys) + air};
}

function partBox(glyphs: readonly Glyph[], parts: readonly FormulaPart[]): EmBox {
  const boxes = [...glyphs.map(glyph => glyph.box), ...parts.map(part => part.box)];
  if (boxes.length === 0) return empty;
  return {
    left: Math.min(...boxes.map(box => box.left)),
    top: Math.min(...boxes.map(box => box.top)),
    right: Math.max(...boxes.map(box => box.right)),
    bottom: Math.max(...boxes.map(box => box.bottom)),
  };
}

function innerView(element: LiteElement): Affine {
  const [left, top, width] = numbers(element.attributes['viewBox']);
  const scale = Number(element.attributes['width']) / width;
  return [scale, 0, 0, scale, Number(element.attributes['x'] ?? 0) - left * scale, Number(element.attributes['y'] ?? 0) - top * scale];
}

function readTransform(text: string | undefined): Affine {
  let matrix = identity;
  for (const [, kind, list] of (text ?? '').matchAll(/(translate|scale|rotate|matrix)\(([^)]*)\)/g)) {
    const values = numbers(list);
    const [x, y = kind === 'scale' ? x : 0] = values;
    if (kind === 'translate') matrix = multiply(matrix, [1, 0, 0, 1, x, y]);
    if (kind === 'scale') matrix = multiply(matrix, [x, 0, 0, y, 0, 0]);
    if (kind === 'matrix') matrix = multiply(matrix, values as unknown as Affine);
    if (kind === 'rotate') {
      const [cos, sin] = [Math.cos((x * Math.PI) / 180), Math.sin((x * Math.PI) / 180)];
      matrix = multiply(matrix, [cos, sin, -sin, cos, 0, 0]);
    }
  }
  return matrix;
}

function numbers(list: string): number[] {
  return list.trim().split(/[\s,]+/).map(Number);
}

function multiply([a, b, c, d, e, f]: Affine, [g, h, i, j, k, l]: Affine): Affine {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function apply([a, b, c, d, e, f]: Affine, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
