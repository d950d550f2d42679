/**
 * HTML elements of the stage's document: a style, an inherited text style, children, and a box on demand.
 *
 * In: the DOM calls of Motion Canvas's Layout, TxtLeaf, View2D, Img and Video. Out: rectangles from box layout, which
 * runs only when one is read. Made by createStageDocument.
 */
import {DOMRect} from '@napi-rs/canvas';
import type {BoxProperty, BoxStyle} from '../layout/boxStyle';
import {LayoutBox} from '../layout/layoutBox';
import {elementRect} from '../layout/layoutTree';
import {inheritTextStyle, type TextStyle} from '../text/textStyle';
import {kebabCase} from './cssValues';
import {InlineStyle, type StyleOwner} from './inlineStyle';
import {type ForeignNode, type Insertable, matchesSelector, StageContainer, StageNode, StageText} from './stageNode';

/** What elements ask of the document that made them. */
export interface ElementHost {
  /** The style that the root of the document inherits. */
  readonly rootTextStyle: TextStyle;
  /** Turns `innerHTML` other than '' into children. */
  parseMarkup(element: StageElement, markup: string): readonly (StageNode | ForeignNode)[];
}

const INLINE_TAGS = new Set('a abbr b bdi bdo code em i kbd label mark q s small span strong sub sup u var'.split(' '));

export class StageElement extends StageContainer implements StyleOwner {
  public readonly nodeType = 1;
  public readonly tagName: string;
  public readonly localName: string;
  public readonly namespaceURI = 'http://www.w3.org/1999/xhtml';
  public readonly style: InlineStyle;
  /** @internal Where box layout keeps what it found. */
  public readonly layout: LayoutBox;
  public shadowRoot: StageShadowRoot | null = null;
  private attributes: Map<string, string> | null = null;
  private listeners: EventTarget | null = null;
  private data: Record<string, string> | null = null;
  private inherited: TextStyle | null = null;

  public constructor(
    tag: string,
    /** @internal */
    public readonly host: ElementHost,
    public readonly ownerDocument: unknown,
  ) {
    super();
    this.localName = tag.toLowerCase();
    this.tagName = tag.toUpperCase();
    this.style = new InlineStyle(this, INLINE_TAGS.has(this.localName) ? 'inline' : 'block');
    this.layout = new LayoutBox(this.style.box);
  }

  public get nodeName(): string {
    return this.tagName;
  }

  public get parentElement(): StageElement | null {
    return this.container instanceof StageElement ? this.container : null;
  }

  public override get isDocumentRoot(): boolean {
    return this.localName === 'html';
  }

  public override get layoutOwner(): StageElement {
    return this;
  }

  // Attributes

  public get id(): string {
    return this.getAttribute('id') ?? '';
  }

  public set id(value: string) {
    this.setAttribute('id', value);
  }

  public get className(): string {
    return this.getAttribute('class') ?? '';
  }

  public set className(value: string) {
    this.setAttribute('class', value);
  }

  public get dataset(): Record<string, string> {
    this.data ??= {};
    return this.data;
  }

  /** The base direction, `ltr` or `rtl`; any other value counts as not set. */
  public get dir(): string {
    const dir = this.getAttribute('dir')?.toLowerCase() ?? '';
    return ['ltr', 'rtl', 'auto'].includes(dir) ? dir : '';
  }

  public set dir(value: string) {
    this.setAttribute('dir', value);
  }

  /**
   * @internal True where the text inside is a bidi island of its own: an element with a valid `dir`, and any that is a
   * block by its tag, such as the inline `div` of a TxtLeaf.
   */
  public get isolatesText(): boolean {
    return !INLINE_TAGS.has(this.localName) || (this.attributes !== null && this.dir !== '');
  }

  public getAttribute(name: string): string | null {
    if (this.data !== null && name.startsWith('data-')) return this.data[dataName(name)] ?? null;
    return this.attributes?.get(name) ?? null;
  }

  public hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }

  public setAttribute(name: string, value: string): void {
    if (name.startsWith('data-')) {
      this.dataset[dataName(name)] = String(value);
      return;
    }
    if (name === 'style') this.style.cssText = value;
    const old = this.attributes?.get(name);
    if (old === String(value)) return;
    this.attributes ??= new Map();
    this.attributes.set(name, String(value));
    if (name === 'dir') this.directionChanged();
  }

  public removeAttribute(name: string): void {
    if (name.startsWith('data-')) delete this.dataset[dataName(name)];
    if (this.attributes?.delete(name) && name === 'dir') this.directionChanged();
  }

  public matches(selector: string): boolean {
    return matchesSelector(this, selector);
  }

  public closest(selector: string): StageElement | null {
    for (let element: StageElement | null = this; element !== null; element = element.parentElement) {
      if (element.matches(selector)) return element;
    }
    return null;
  }

  // Content

  public override get textContent(): string {
    let text = '';
    for (const child of this.childNodes) text += child.textContent ?? '';
    return text;
  }

  /** Makes one text node the only child; the text that is already there changes nothing. */
  public override set textContent(text: string | null) {
    const written = text ?? '';
    const only = this.firstChild;
    if (written !== '' && only instanceof StageText && only === this.lastChild) only.data = written;
    else this.replaceChildren(...(written === '' ? [] : [new StageText(written)]));
  }

  public get innerText(): string {
    return this.textContent;
  }

  /** As in a browser, each line break becomes a `<br>`, here the text node '\n' inside preserved white space. */
  public set innerText(text: string) {
    if (!/[\r\n]/.test(text)) {
      this.textContent = text;
      return;
    }
    const lines = text.split(/\r\n|\r|\n/);
    const nodes = lines.flatMap((line, index) => [...(index > 0 ? [this.lineBreak()] : []), ...(line === '' ? [] : [line])]);
    this.replaceChildren(...nodes);
  }

  public get innerHTML(): string {
    return this.children.map(child => String((child as {outerHTML?: string}).outerHTML ?? '')).join('') || this.textContent;
  }

  public set innerHTML(markup: string) {
    if (markup === '') this.replaceChildren();
    else this.replaceChildren(...this.host.parseMarkup(this, markup));
  }

  public attachShadow(_options?: {mode: 'open' | 'closed'}): StageShadowRoot {
    this.shadowRoot = new StageShadowRoot(this);
    return this.shadowRoot;
  }

  // Boxes

  /** The box in px from the top left corner of the page; all 0 for an element outside the document. */
  public getBoundingClientRect(): DOMRect {
    if (!this.isConnected) return new DOMRect(0, 0, 0, 0);
    const rect = elementRect(this);
    return new DOMRect(rect.x, rect.y, rect.width, rect.height);
  }

  public get offsetWidth(): number {
    return Math.round(this.getBoundingClientRect().width);
  }

  public get offsetHeight(): number {
    return Math.round(this.getBoundingClientRect().height);
  }

  public get clientWidth(): number {
    return this.offsetWidth;
  }

  public get clientHeight(): number {
    return this.offsetHeight;
  }

  // Style and layout

  /** @internal */
  public get box(): BoxStyle {
    return this.style.box;
  }

  /** @internal The computed text style. */
  public get textStyle(): TextStyle {
    if (this.inherited === null) {
      const above = this.flatParent as StageElement | null;
      this.inherited = inheritTextStyle(this.style.declared, above?.textStyle ?? this.host.rootTextStyle);
    }
    return this.inherited;
  }

  /** @internal What box layout walks. */
  public get firstBoxChild(): StageNode | null {
    return this.shadowRoot === null ? this.firstChild : this.shadowRoot.firstChild;
  }

  public boxStyleChanged(property: BoxProperty): void {
    this.markDirty();
    // Leaving or entering the flow changes the box above too, where markDirty stops at an absolute one.
    if (property === 'position' || property === 'display') (this.flatParent as StageElement | null)?.markDirty();
  }

  public textStyleChanged(): void {
    this.markDirty();
    this.forgetTextStyle();
  }

  public override childrenChanged(): void {
    this.markDirty();
  }

  public override moved(): void {
    this.markDirty();
    this.forgetTextStyle();
  }

  /** @internal Makes this box and those it may change ask for layout; an absolute box changes none above it. */
  public markDirty(): void {
    let element: StageElement | null = this;
    while (element !== null && element.layout.markDirty()) {
      if (element.box.position === 'absolute' || element.box.position === 'fixed') return;
      element = element.flatParent as StageElement | null;
    }
  }

  /** A computed style exists only below computed ones, so the walk ends where there is none. */
  private forgetTextStyle(): void {
    if (this.inherited === null) return;
    this.inherited = null;
    this.markDirty();
    for (let child = this.firstBoxChild; child !== null; child = child.nextSibling) {
      if (child instanceof StageElement) child.forgetTextStyle();
    }
  }

  private directionChanged(): void {
    const dir = this.dir;
    this.style.declared.direction = dir === 'ltr' || dir === 'rtl' ? dir : undefined;
    this.textStyleChanged();
  }

  private lineBreak(): StageElement {
    return new StageElement('br', this.host, this.ownerDocument);
  }

  // Events

  public addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: object): void {
    this.listeners ??= new EventTarget();
    this.listeners.addEventListener(type, listener, options);
  }

  public removeEventListener(type: string, listener: EventListenerOrEventListenerObject | null): void {
    this.listeners?.removeEventListener(type, listener);
  }

  public dispatchEvent(event: Event): boolean {
    return this.listeners?.dispatchEvent(event) ?? true;
  }
}

/** What `attachShadow` makes: its children stand in the place of the host's own. */
export class StageShadowRoot extends StageContainer {
  public readonly nodeType = 11;
  public readonly nodeName = '#document-fragment';
  public readonly mode = 'open';

  public constructor(public readonly host: StageElement) {
    super();
  }

  public override get flatParent(): StageElement {
    return this.host;
  }

  public override get layoutOwner(): StageElement {
    return this.host;
  }

  public override get textContent(): string {
    return this.childNodes.map(child => child.textContent).join('');
  }

  public override set textContent(text: string | null) {
    this.replaceChildren(...((text ?? '') === '' ? [] : ([text] as Insertable[])));
  }

  public override childrenChanged(): void {
    this.host.childrenChanged();
  }
}

function dataName(attribute: string): string {
  return attribute.slice(5).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** `data-motion-canvas-key` from `motionCanvasKey`. */
export function dataAttribute(name: string): string {
  return `data-${kebabCase(name)}`;
}
