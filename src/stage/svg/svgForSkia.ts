/**
 * Puts an SVG picture into the words that Skia's own renderer takes as a browser would.
 *
 * In: a parsed picture. Out: the same tree, changed in place. Transforms become matrices, multiplied in doubles as Blink
 * does before it rounds; lengths in styles get their unit, without which Skia drops them; a drop shadow is spelled out.
 */
import type {Document, Element} from '@xmldom/xmldom';
import {svgTransform} from './svgTransform';

/** Properties whose lengths may be written without a unit in CSS as well. */
const UNITLESS = /(stroke-width|stroke-dashoffset)\s*:\s*([-+]?(?:\d*\.\d+|\d+)(?:e[-+]?\d+)?)\s*(?=[;}]|$)/gi;

/** Rewrites an element and all that it holds. */
export function rewriteForSkia(element: Element): void {
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 1) rewriteForSkia(child as Element);
  }
  const style = element.getAttribute('style');
  if (style !== null) element.setAttribute('style', withUnits(style));
  if (element.localName === 'style') element.textContent = withUnits(element.textContent ?? '');
  if (element.localName === 'feDropShadow') spellOutShadow(element);
  settleTransform(element);
}

function withUnits(css: string): string {
  return css.replace(UNITLESS, '$1:$2px');
}

/** A `<use>` moves what it shows by x and y after its own transform; both are one matrix in Blink. */
function settleTransform(element: Element): void {
  const own = svgTransform(element.getAttribute('transform'));
  const isMoved = element.localName === 'use' && [element.getAttribute('x'), element.getAttribute('y')].some(value => /^-?[\d.]+$/.test(value ?? ''));
  if (!own && !isMoved) return;
  const [x, y] = isMoved ? ['x', 'y'].map(name => Number(element.getAttribute(name) ?? 0)) : [0, 0];
  const {a, b, c, d, e, f} = own ?? {a: 1, b: 0, c: 0, d: 1, e: 0, f: 0};
  element.setAttribute('transform', `matrix(${[a, b, c, d, a * x + c * y + e, b * x + d * y + f].join(' ')})`);
  if (!isMoved) return;
  element.removeAttribute('x');
  element.removeAttribute('y');
}

/** Skia knows each of the steps of a drop shadow, not the whole. @see Filter Effects Module Level 1, section 9.13 */
function spellOutShadow(shadow: Element): void {
  const document = shadow.ownerDocument as Document;
  const make = (name: string, attributes: Readonly<Record<string, string>>): Element => {
    const element = document.createElementNS(shadow.namespaceURI, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const get = (name: string, otherwise: string) => shadow.getAttribute(name) ?? otherwise;
  const source = get('in', 'SourceGraphic');
  const merge = make('feMerge', shadow.getAttribute('result') === null ? {} : {result: get('result', '')});
  merge.appendChild(make('feMergeNode', {in: 'lectern-shadow'}));
  merge.appendChild(make('feMergeNode', {in: source}));
  const steps = [
    make('feGaussianBlur', {in: source, stdDeviation: get('stdDeviation', '2')}),
    make('feOffset', {dx: get('dx', '2'), dy: get('dy', '2'), result: 'lectern-offset'}),
    make('feFlood', {'flood-color': get('flood-color', 'black'), 'flood-opacity': get('flood-opacity', '1'), ...(shadow.getAttribute('style') === null ? {} : {style: get('style', '')})}),
    make('feComposite', {in2: 'lectern-offset', operator: 'in', result: 'lectern-shadow'}),
    merge,
  ];
  for (const step of steps) shadow.parentNode!.insertBefore(step, shadow);
  shadow.parentNode!.removeChild(shadow);
}
