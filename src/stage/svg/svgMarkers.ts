/**
 * Markers of an SVG picture, written out: arrow heads and dots become groups beside the line that they stand on.
 *
 * In: a parsed picture. Out: the same tree without references to markers, for renderers that know none. What a style sheet
 * says of markers is not heard; attributes and `style` are.
 *
 * @see SVG 2, section 13.7
 */
import type {Document, Element} from '@xmldom/xmldom';
import {product, type Matrix} from '../canvas/matrices';
import {INHERITED, INITIAL} from './svgInheritance';
import {svgLength} from './svgLength';
import {svgNumbers} from './svgNumber';
import {pathSegments, type PathSegment} from './svgPathSegments';
import {verticesOf, type Vertex} from './svgVertices';

/** Names the clip of a marker, which has no smooth edges. */
export const MARKER_CLIP = 'lectern-marker-';

const MARKED = new Set(['path', 'line', 'polyline', 'polygon']);
const PLACES = ['marker-start', 'marker-mid', 'marker-end'] as const;

/** Attributes that are meant for a line and its markers as one. */
const OF_BOTH = ['id', 'transform', 'opacity', 'clip-path', 'mask', 'filter'];

/** Writes out the markers of a picture, in place. */
export function writeOutMarkers(root: Element): void {
  const markers = new Map([...root.getElementsByTagName('marker')].map(marker => [marker.getAttribute('id') ?? '', marker]));
  if (markers.size === 0) return;
  const lines = [...root.getElementsByTagName('*')].filter(element => MARKED.has(element.localName ?? '') && !isInMarker(element));
  const clips = {count: 0};
  for (const line of lines) {
    const [start, mid, end] = PLACES.map(place => markers.get(referenceOf(line, place)));
    if (start || mid || end) writeOut(line, {start, mid, end}, clips);
  }
}

interface LineMarkers {
  readonly start?: Element;
  readonly mid?: Element;
  readonly end?: Element;
}

/** The line goes into a group with its markers behind it, in the order of their vertices. */
function writeOut(line: Element, {start, mid, end}: LineMarkers, clips: {count: number}): void {
  const vertices = verticesOf(segmentsOf(line));
  const group = make(line, 'g', {});
  for (const name of OF_BOTH) {
    const value = line.getAttribute(name);
    if (value === null) continue;
    group.setAttribute(name, value);
    line.removeAttribute(name);
  }
  line.parentNode!.insertBefore(group, line);
  group.appendChild(line);
  if (inherited(line, 'visibility') !== 'visible' || own(line, 'display') === 'none') return;
  vertices.forEach((vertex, index) => {
    const isFirst = index === 0;
    const marker = isFirst ? start : index === vertices.length - 1 ? end : mid;
    const add = (what: Element, standsFirst: boolean) => standing(what, vertex, {line, isFirst: standsFirst, clip: `${MARKER_CLIP}${clips.count++}`}).forEach(part => group.appendChild(part));
    if (marker) add(marker, isFirst);
    // A line of one point has both ends there.
    if (vertices.length === 1 && end) add(end, false);
  });
}

interface Standing {
  readonly line: Element;
  readonly isFirst: boolean;
  readonly clip: string;
}

/** A copy of a marker's content at a vertex, and the clip around it. */
function standing(marker: Element, {at, angle}: Vertex, {line, isFirst, clip}: Standing): Element[] {
  const number = (name: string, otherwise: number) => lengthOf(marker.getAttribute(name), otherwise);
  const [width, height] = [number('markerWidth', 3), number('markerHeight', 3)];
  const viewBox = svgNumbers(marker.getAttribute('viewBox') ?? '');
  if (!(width > 0 && height > 0) || (viewBox?.length === 4 && !(viewBox[2] > 0 && viewBox[3] > 0))) return [];
  const scale = marker.getAttribute('markerUnits') === 'userSpaceOnUse' ? 1 : lengthOf(inherited(line, 'stroke-width'), 1);
  const fitted = fit(viewBox, {width, height, ratio: marker.getAttribute('preserveAspectRatio') ?? ''});
  const [refX, refY] = [number('refX', 0), number('refY', 0)];
  const turn = (orientation(marker, angle, isFirst) * Math.PI) / 180;
  const placed = product(
    [Math.cos(turn) * scale, Math.sin(turn) * scale, -Math.sin(turn) * scale, Math.cos(turn) * scale, at.x, at.y],
    [1, 0, 0, 1, -(fitted[0] * refX + fitted[4]), -(fitted[3] * refY + fitted[5])],
  );
  const outer = make(line, 'g', {transform: `matrix(${placed.join(' ')})`});
  const inner = make(line, 'g', {transform: `matrix(${fitted.join(' ')})`, ...stylesOf(marker)});
  for (const child of [...marker.childNodes]) inner.appendChild(child.cloneNode(true));
  for (const element of [...inner.getElementsByTagName('*')]) takeColours(element, line);
  outer.appendChild(inner);
  if (['visible', 'auto'].includes(own(marker, 'overflow') ?? '')) return [outer];
  outer.setAttribute('clip-path', `url(#${clip})`);
  const edge = make(line, 'clipPath', {id: clip});
  edge.appendChild(make(line, 'rect', {x: '0', y: '0', width: String(width), height: String(height)}));
  return [edge, outer];
}

/** The matrix from the marker's own coordinates to its box. */
function fit(viewBox: readonly number[] | null, {width, height, ratio}: {readonly width: number; readonly height: number; readonly ratio: string}): Matrix {
  if (viewBox?.length !== 4) return [1, 0, 0, 1, 0, 0];
  const [x, y, boxWidth, boxHeight] = viewBox;
  const [across, down] = [width / boxWidth, height / boxHeight];
  if (/^\s*none/.test(ratio)) return [across, 0, 0, down, -x * across, -y * down];
  const scale = ratio.includes('slice') ? Math.max(across, down) : Math.min(across, down);
  const share = (axis: 'x' | 'Y') => (new RegExp(`${axis}Min`).test(ratio) ? 0 : new RegExp(`${axis}Max`).test(ratio) ? 1 : 0.5);
  return [scale, 0, 0, scale, share('x') * (width - boxWidth * scale) - x * scale, share('Y') * (height - boxHeight * scale) - y * scale];
}

function orientation(marker: Element, angle: number, isFirst: boolean): number {
  const orient = marker.getAttribute('orient')?.trim() ?? '0';
  if (orient === 'auto') return angle;
  if (orient === 'auto-start-reverse') return isFirst ? angle + 180 : angle;
  const [, value, unit] = /^([-+\d.e]+)(deg|grad|rad|turn)?$/.exec(orient) ?? ['', '0', 'deg'];
  return Number(value) * {deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360}[(unit ?? 'deg') as 'deg'];
}

/** The content is painted as where it was defined, whatever the line's surroundings are like. */
function stylesOf(marker: Element): Record<string, string> {
  return Object.fromEntries(INHERITED.map(name => [name, inherited(marker, name)]));
}

/** `context-fill` and `context-stroke` are the colours of the line. */
function takeColours(element: Element, line: Element): void {
  for (const name of ['fill', 'stroke', 'style']) {
    const value = element.getAttribute(name);
    if (!value?.includes('context-')) continue;
    element.setAttribute(name, value.replace(/context-(fill|stroke)/g, (_, colour: 'fill' | 'stroke') => inherited(line, colour)));
  }
}

function segmentsOf(line: Element): PathSegment[] {
  const number = (name: string) => lengthOf(line.getAttribute(name), 0);
  switch (line.localName) {
    case 'path':
      return pathSegments(line.getAttribute('d') ?? '');
    case 'line':
      return [{kind: 'move', to: {x: number('x1'), y: number('y1')}}, {kind: 'line', to: {x: number('x2'), y: number('y2')}}];
    default: {
      const points = svgNumbers(line.getAttribute('points') ?? '') ?? [];
      const data = Array.from({length: Math.floor(points.length / 2)}, (_, index) => `${points[2 * index]} ${points[2 * index + 1]}`).join(' ');
      return pathSegments(data === '' ? '' : `M${data}${line.localName === 'polygon' ? 'Z' : ''}`);
    }
  }
}

function lengthOf(text: string | null, otherwise: number): number {
  return text === null ? otherwise : svgLength(text, {fontSize: 16, full: otherwise});
}

/** The id that a property points to; `marker` in a style stands for all three. */
function referenceOf(line: Element, place: string): string {
  return /^url\(\s*["']?#([^"')]+)["']?\s*\)/.exec(found(line, element => own(element, place) ?? declared(element, 'marker')) ?? '')?.[1] ?? '';
}

function inherited(element: Element, name: (typeof INHERITED)[number]): string {
  return found(element, each => own(each, name)) ?? INITIAL[name];
}

/** The answer of the nearest element, from this one outwards. */
function found(element: Element, ask: (element: Element) => string | null): string | null {
  for (let each: Element | null = element; each?.nodeType === 1; each = each.parentNode as Element | null) {
    const value = ask(each);
    if (value !== null && value !== 'inherit') return value;
  }
  return null;
}

/** A property of an element itself; a style is stronger than an attribute. */
function own(element: Element, name: string): string | null {
  return declared(element, name) ?? element.getAttribute(name);
}

function declared(element: Element, name: string): string | null {
  return new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;!]+)`).exec(element.getAttribute('style') ?? '')?.[1].trim() ?? null;
}

function isInMarker(element: Element): boolean {
  for (let each = element.parentNode; each; each = each.parentNode) if (each.nodeName === 'marker') return true;
  return false;
}

function make(beside: Element, name: string, attributes: Readonly<Record<string, string>>): Element {
  const element = (beside.ownerDocument as Document).createElementNS(beside.namespaceURI, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
