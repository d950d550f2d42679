/**
 * Keeps the layout tree in step with the document: boxes for elements in the flow, anonymous blocks around bare text
 * in flex containers, paragraphs for inline content.
 *
 * In: elements whose subtree changed. Out: their boxes with context, children and paragraph set. Clean boxes and all
 * below them are left alone.
 */
import {Paragraph} from '../text/paragraph';
import type {InlineSource} from '../text/inlineItems';
import type {TextStyle} from '../text/textStyle';
import {blockContext} from './blockLayout';
import {BoxStyle} from './boxStyle';
import {flexContext} from './flexLayout';
import {LayoutBox} from './layoutBox';

/** A node of the document as layout sees it. */
export interface BoxNode {
  readonly nodeType: number;
  readonly nextSibling: BoxNode | null;
}

export interface BoxText extends BoxNode {
  readonly data: string;
}

export interface BoxElement extends BoxNode {
  readonly localName: string;
  readonly box: BoxStyle;
  readonly textStyle: TextStyle;
  readonly layout: LayoutBox;
  readonly isolatesText: boolean;
  readonly firstBoxChild: BoxNode | null;
}

/**
 * Brings the box of an element up to date, with all below it.
 *
 * @returns the element's box, clean
 */
export function updateBox(element: BoxElement): LayoutBox {
  const {layout} = element;
  if (!layout.isDirty) return layout;
  layout.clean();
  const isFlex = element.box.display === 'flex' || element.box.display === 'inline-flex';
  layout.context = isFlex ? flexContext : blockContext;
  layout.paragraph = null;
  layout.children = [];
  if (isFlex || hasBlockChild(element)) layout.children = childBoxes(element);
  else layout.paragraph = paragraphOf(element, element.firstBoxChild, null);
  for (const child of layout.children) child.parent = layout;
  return layout;
}

function isElement(node: BoxNode): node is BoxElement {
  return node.nodeType === 1;
}

function isInFlow(node: BoxNode): node is BoxElement {
  return isElement(node) && node.box !== undefined && node.box.display !== 'none' && !isOutOfFlow(node.box);
}

/** True for a box that is laid out on its own, against its containing block. */
export function isOutOfFlow({position}: BoxStyle): boolean {
  return position === 'absolute' || position === 'fixed';
}

function hasBlockChild(element: BoxElement): boolean {
  let found = false;
  for (let child = element.firstBoxChild; child !== null; child = child.nextSibling) {
    if (isInFlow(child) && !child.box.display.startsWith('inline') && child.localName !== 'br') found = true;
  }
  return found;
}

/** One box for each element, and one for each stretch of text that is not only white space. */
function childBoxes(element: BoxElement): LayoutBox[] {
  const boxes: LayoutBox[] = [];
  let child = element.firstBoxChild;
  while (child !== null) {
    const first = child;
    if (first.nodeType !== 3) {
      if (isInFlow(first)) boxes.push(updateBox(first));
      child = first.nextSibling;
      continue;
    }
    while (child !== null && child.nodeType === 3) child = child.nextSibling;
    if (hasText(first, child)) boxes.push(anonymousBlock(element, first, child));
  }
  return boxes;
}

function hasText(from: BoxNode, to: BoxNode | null): boolean {
  for (let node: BoxNode | null = from; node !== null && node !== to; node = node.nextSibling) {
    if (/[^ \t\n\r\f]/.test((node as BoxText).data)) return true;
  }
  return false;
}

function anonymousBlock(element: BoxElement, from: BoxNode, to: BoxNode | null): LayoutBox {
  const box = new LayoutBox(new BoxStyle());
  box.clean();
  box.context = blockContext;
  box.paragraph = paragraphOf(element, from, to);
  return box;
}

function paragraphOf(element: BoxElement, from: BoxNode | null, to: BoxNode | null): Paragraph {
  const sources: InlineSource[] = [];
  collectInline(element, from, to, sources);
  const paragraph = new Paragraph(sources, element.textStyle);
  return paragraph;
}

/** Walks inline content; each inline element becomes clean, as its text is laid out with the block around it. */
function collectInline(element: BoxElement, from: BoxNode | null, to: BoxNode | null, sources: InlineSource[]): void {
  for (let node = from; node !== null && node !== to; node = node.nextSibling) {
    if (node.nodeType === 3) sources.push({kind: 'text', text: (node as BoxText).data, style: element.textStyle, key: node});
    else if (!isElement(node) || !isInFlow(node)) continue;
    else if (node.localName === 'br') {
      node.layout.clean();
      sources.push({kind: 'break', style: element.textStyle, key: node});
    } else {
      node.layout.clean();
      const isolate = node.isolatesText ? node.textStyle.direction : null;
      sources.push({kind: 'open', style: node.textStyle, key: node, isolate});
      collectInline(node, node.firstBoxChild, null, sources);
      sources.push({kind: 'close', isolate: isolate !== null});
    }
  }
}
