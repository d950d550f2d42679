/**
 * The object that stands for `document` while scenes run in Node.
 *
 * In: the DOM calls of Motion Canvas 3.17 and 3.18. Out: a tree that box layout measures on demand. SVG elements,
 * images, canvases and videos are plugged in by the stage, which also installs the result on `globalThis`.
 */
import {TextStyle, type TextStyleFields} from '../text/textStyle';
import type {ForeignNode} from './stageNode';
import {StageText} from './stageNode';
import {type ElementHost, StageElement} from './stageElement';
import {StageRange} from './stageRange';

/** Makes an element for a tag that the document itself does not know. */
export type ElementFactory = (document: StageDocument) => object;

export interface StageDocumentOptions {
  /** Factories by lower-case tag, such as `canvas`, `img` and `video`. */
  readonly elements?: Readonly<Record<string, ElementFactory>>;
  /** Makes the elements of other namespaces; without it they are plain elements. */
  readonly createElementNS?: (namespace: string, tag: string, document: StageDocument) => object;
  /** Turns what is written to `innerHTML` (SVG markup) into child elements; without it only '' may be written. */
  readonly parseMarkup?: (element: StageElement, markup: string) => readonly ForeignNode[];
  /** What the body hands down to the text of scenes; by default what Motion Canvas's editor page does. */
  readonly bodyTextStyle?: Partial<TextStyleFields>;
  /** The window's size, px, which `body` fills. */
  readonly viewport?: {readonly width: number; readonly height: number};
}

/** The text style of the page that the editor draws scenes in. */
export const EDITOR_TEXT_STYLE: TextStyleFields = {
  fontFamily: 'Roboto',
  fontSize: 14,
  fontStyle: 'normal',
  fontWeight: 400,
  lineHeight: {unit: 'px', value: 24},
  letterSpacing: 0,
  textAlign: 'start',
  whiteSpace: 'normal',
  direction: 'ltr',
};

const XHTML = 'http://www.w3.org/1999/xhtml';

export class StageDocument extends EventTarget implements ElementHost {
  public readonly nodeType = 9;
  public readonly nodeName = '#document';
  public readonly rootTextStyle: TextStyle;
  public readonly documentElement: StageElement;
  public readonly head: StageElement;
  public readonly body: StageElement;
  public readonly compatMode = 'CSS1Compat';
  public readonly readyState = 'complete';
  public readonly visibilityState = 'visible';
  public readonly hidden = false;
  public readonly activeElement = null;
  public title = '';

  /** @internal */
  public constructor(private readonly options: StageDocumentOptions) {
    super();
    this.rootTextStyle = new TextStyle({...EDITOR_TEXT_STYLE, ...options.bodyTextStyle});
    this.documentElement = new StageElement('html', this, this);
    this.head = new StageElement('head', this, this);
    this.body = new StageElement('body', this, this);
    this.documentElement.setAttribute('lang', 'en');
    this.documentElement.append(this.head, this.body);
    const {width, height} = options.viewport ?? {width: 1920, height: 1080};
    this.documentElement.style.setProperty('width', `${width}px`);
    this.documentElement.style.setProperty('height', `${height}px`);
    this.head.style.setProperty('display', 'none');
  }

  public createElement(tag: string): StageElement {
    const name = tag.toLowerCase();
    const make = this.options.elements?.[name];
    return (make ? make(this) : new StageElement(name, this, this)) as StageElement;
  }

  public createElementNS(namespace: string | null, tag: string): StageElement {
    if (namespace === XHTML || namespace === null || this.options.createElementNS === undefined) return this.createElement(tag);
    return this.options.createElementNS(namespace, tag, this) as StageElement;
  }

  public createTextNode(text: string): StageText {
    return new StageText(String(text));
  }

  public createRange(): StageRange {
    return new StageRange();
  }

  public getElementById(id: string): StageElement | null {
    return this.querySelector(`#${id}`);
  }

  public querySelector(selector: string): StageElement | null {
    if (this.documentElement.matches(selector)) return this.documentElement;
    return this.documentElement.querySelector(selector) as StageElement | null;
  }

  public querySelectorAll(selector: string): StageElement[] {
    const root = this.documentElement.matches(selector) ? [this.documentElement] : [];
    return [...root, ...(this.documentElement.querySelectorAll(selector) as StageElement[])];
  }

  public getElementsByTagName(tag: string): StageElement[] {
    return this.querySelectorAll(tag);
  }

  public contains(node: unknown): boolean {
    return this.documentElement.contains(node);
  }

  /** @internal */
  public parseMarkup(element: StageElement, markup: string): readonly ForeignNode[] {
    if (this.options.parseMarkup === undefined) {
      throw new TypeError(`Cannot set innerHTML to "${markup.slice(0, 40)}": this document was made without parseMarkup`);
    }
    return this.options.parseMarkup(element, markup);
  }
}

/**
 * Makes an empty page: html, head and body, with the text style of Motion Canvas's editor.
 *
 * @param options - what to plug in for images, canvases, SVG and markup
 * @returns the object to install as `globalThis.document`
 * @example
 *   const document = createStageDocument({elements: {canvas: () => createCanvas(300, 150)}});
 *   document.body.append(document.createElement('div'));
 */
export function createStageDocument(options: StageDocumentOptions = {}): StageDocument {
  return new StageDocument(options);
}
