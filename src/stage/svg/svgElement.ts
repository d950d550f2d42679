/**
 * SVG elements as Motion Canvas reads them: attributes, lengths, transforms, boxes; nothing is drawn here.
 *
 * In: markup (from `<SVG>`, or from MathJax through `<Latex>`). Out: elements that answer the handful of SVG DOM calls
 * of `SVG.parseSVGData`, and single paths that know their length. Called by the document facade.
 */
import {DOMParser, type Element as XmlElement} from '@xmldom/xmldom';
import {DOMMatrix, Path2D} from '@napi-rs/canvas';
import {pathLength} from '../canvas/pathLength';
import {svgLength} from './svgLength';
import {svgNumbers} from './svgNumber';
import {svgTransform} from './svgTransform';

/** The font size of Motion Canvas's editor page, which `em` and `ex` refer to, px. */
const PAGE_FONT_SIZE = 14;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An element in the SVG namespace. */
export class StageSvgElement {
  public readonly nodeType = 1;
  public parentElement: StageSvgElement | null = null;
  public readonly children: StageSvgElement[] = [];
  private readonly attributes = new Map<string, string>();

  public constructor(
    public readonly tagName: string,
    private readonly xml?: XmlElement,
  ) {}

  public get id(): string {
    return this.getAttribute('id') ?? '';
  }

  public get outerHTML(): string {
    return this.xml?.toString() ?? `<${this.tagName}/>`;
  }

  /** The element's text after a change to it; the change is made for good. */
  public markupWith(change: (xml: XmlElement) => void): string {
    if (this.xml) change(this.xml);
    return this.outerHTML;
  }

  public get viewBox() {
    const [x = 0, y = 0, width = 0, height = 0] = svgNumbers(this.getAttribute('viewBox') ?? '') ?? [];
    return {baseVal: {x, y, width, height}};
  }

  public get width() {
    return {baseVal: {value: this.length('width')}};
  }

  public get height() {
    return {baseVal: {value: this.length('height')}};
  }

  public get href() {
    return {baseVal: this.getAttribute('href') ?? this.getAttribute('xlink:href') ?? ''};
  }

  public get transform() {
    const matrix = svgTransform(this.getAttribute('transform'));
    return {baseVal: {consolidate: () => (matrix === null ? null : {matrix})}};
  }

  public getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }

  public hasAttribute(name: string): boolean {
    return this.attributes.has(name);
  }

  public setAttribute(name: string, value: string): void {
    this.attributes.set(name, String(value));
  }

  public removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  public append(...children: StageSvgElement[]): void {
    for (const child of children) {
      child.parentElement = this;
      this.children.push(child);
    }
  }

  public appendChild<T extends StageSvgElement>(child: T): T {
    this.append(child);
    return child;
  }

  public remove(): void {
    const siblings = this.parentElement?.children;
    if (siblings) siblings.splice(siblings.indexOf(this), 1);
    this.parentElement = null;
  }

  /** Finds the first descendant by `#id` or tag name, in document order. */
  public querySelector(selector: string): StageSvgElement | null {
    for (const child of this.children) {
      const found = matches(child, selector) ? child : child.querySelector(selector);
      if (found) return found;
    }
    return null;
  }

  /** The length of a path of one segment, px. */
  public getTotalLength(): number {
    return pathLength(this.getAttribute('d') ?? '');
  }

  /** The tight box around the geometry of this element and its children, in its own coordinates, px. */
  public getBBox(): Box {
    const path = new Path2D();
    this.addGeometry(path, new DOMMatrix());
    const [left, top, right, bottom] = path.computeTightBounds();
    return {x: left, y: top, width: right - left, height: bottom - top};
  }

  private addGeometry(path: Path2D, matrix: DOMMatrix): void {
    const own = geometryOf(this);
    if (own) path.addPath(own, matrix);
    for (const child of this.children) {
      if (!(child instanceof StageSvgGraphicsElement) || child.tagName === 'defs') continue;
      const transform = svgTransform(child.getAttribute('transform'));
      child.addGeometry(path, transform ? matrix.multiply(transform) : matrix);
    }
  }

  private length(name: 'width' | 'height'): number {
    // Outside a page's flow, a root without a size falls back to the CSS default object size.
    return svgLength(this.getAttribute(name), {fontSize: PAGE_FONT_SIZE, full: name === 'width' ? 300 : 150});
  }
}

/** The elements that draw something or hold things that do; Motion Canvas skips all others. */
export class StageSvgGraphicsElement extends StageSvgElement {}

const GRAPHICS_TAGS = new Set(
  'svg g defs a switch use path rect circle ellipse line polyline polygon text tspan textPath image foreignObject clipPath'.split(' '),
);

/** Creates an element of the SVG namespace, as `document.createElementNS` does. */
export function createSvgElement(tagName: string, xml?: XmlElement): StageSvgElement {
  return GRAPHICS_TAGS.has(tagName) ? new StageSvgGraphicsElement(tagName, xml) : new StageSvgElement(tagName, xml);
}

/**
 * Parses SVG markup into elements.
 *
 * @param markup - text that starts with (or holds) an `<svg>` element
 * @returns the root, or null where the markup holds none or is not well-formed
 */
export function parseSvg(markup: string): StageSvgElement | null {
  const root = parseSvgXml(markup);
  return root && svgElementOf(root);
}

/** The same as plain XML, which may still be changed. */
export function parseSvgXml(markup: string): XmlElement | null {
  const start = markup.indexOf('<svg');
  if (start < 0) return null;
  const parser = new DOMParser({onError: level => void (level === 'fatalError' && fail(markup))});
  try {
    return parser.parseFromString(namespaced(markup.slice(start)), 'image/svg+xml').documentElement;
  } catch {
    return null;
  }
}

function fail(markup: string): never {
  throw new SyntaxError(`Cannot parse SVG markup: ${markup.slice(0, 80)}`);
}

/** HTML knows these prefixes and closes the root without being told; XML must be told, and ignores what follows. */
function namespaced(markup: string): string {
  const end = markup.lastIndexOf('</svg>');
  const root = end < 0 ? markup : markup.slice(0, end + 6);
  return root.includes('xlink:') && !root.includes('xmlns:xlink')
    ? root.replace('<svg', '<svg xmlns:xlink="http://www.w3.org/1999/xlink"')
    : root;
}

/** Makes the elements of parsed markup. */
export function svgElementOf(xml: XmlElement): StageSvgElement {
  const element = createSvgElement(xml.localName ?? xml.tagName, xml);
  for (let i = 0; i < xml.attributes.length; i++) {
    const attribute = xml.attributes.item(i)!;
    element.setAttribute(attribute.name, attribute.value);
  }
  for (let child = xml.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 1) element.append(svgElementOf(child as XmlElement));
  }
  return element;
}

function matches(element: StageSvgElement, selector: string): boolean {
  return selector.startsWith('#') ? element.id === selector.slice(1) : element.tagName === selector;
}

function geometryOf(element: StageSvgElement): Path2D | null {
  const n = (name: string) => parseFloat(element.getAttribute(name) ?? '0') || 0;
  const path = new Path2D();
  switch (element.tagName) {
    case 'path':
      return new Path2D(element.getAttribute('d') ?? '');
    case 'rect':
    case 'image':
      path.rect(n('x'), n('y'), n('width'), n('height'));
      return path;
    case 'circle':
      path.ellipse(n('cx'), n('cy'), n('r'), n('r'), 0, 0, 2 * Math.PI);
      return path;
    case 'ellipse':
      path.ellipse(n('cx'), n('cy'), n('rx'), n('ry'), 0, 0, 2 * Math.PI);
      return path;
    case 'line':
      path.moveTo(n('x1'), n('y1'));
      path.lineTo(n('x2'), n('y2'));
      return path;
    case 'polyline':
    case 'polygon':
      return new Path2D(`M${element.getAttribute('points') ?? ''}`);
    default:
      return null;
  }
}
