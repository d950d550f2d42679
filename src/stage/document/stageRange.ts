/** The part of a document between two places in it, as far as Motion Canvas asks: the box around its text. */
import {DOMRect} from '@napi-rs/canvas';
import {type Rect, textRect} from '../layout/layoutTree';
import {StageContainer, StageNode, StageText} from './stageNode';

interface Boundary {
  readonly node: StageNode;
  readonly offset: number;
}

export class StageRange {
  private start: Boundary | null = null;
  private end: Boundary | null = null;

  public get startContainer(): StageNode | null {
    return this.start?.node ?? null;
  }

  public get endContainer(): StageNode | null {
    return this.end?.node ?? null;
  }

  public get startOffset(): number {
    return this.start?.offset ?? 0;
  }

  public get endOffset(): number {
    return this.end?.offset ?? 0;
  }

  public setStart(node: StageNode, offset: number): void {
    this.start = {node, offset};
    this.end ??= this.start;
  }

  public setEnd(node: StageNode, offset: number): void {
    this.end = {node, offset};
    this.start ??= this.end;
  }

  public selectNode(node: StageNode): void {
    this.selectNodeContents(node);
  }

  public selectNodeContents(node: StageNode): void {
    this.start = {node, offset: 0};
    this.end = {node, offset: node instanceof StageText ? node.length : node instanceof StageContainer ? node.childNodes.length : 0};
  }

  public collapse(toStart = false): void {
    if (toStart) this.end = this.start;
    else this.start = this.end;
  }

  public detach(): void {}

  /** The box around the text in the range, px from the page's top left; all 0 if there is none. */
  public getBoundingClientRect(): DOMRect {
    const rects = this.getClientRects();
    if (rects.length === 1) return rects[0];
    const solid = rects.filter(rect => rect.width > 0 && rect.height > 0);
    if (solid.length === 0) return rects[0] ?? new DOMRect(0, 0, 0, 0);
    const left = Math.min(...solid.map(rect => rect.x));
    const top = Math.min(...solid.map(rect => rect.y));
    const right = Math.max(...solid.map(rect => rect.x + rect.width));
    const bottom = Math.max(...solid.map(rect => rect.y + rect.height));
    return new DOMRect(left, top, right - left, bottom - top);
  }

  /** One box for each text node and line. */
  public getClientRects(): DOMRect[] {
    const rects: Rect[] = [];
    for (const {text, from, to} of this.texts()) {
      if (text.isConnected) rects.push(textRect(text, from, to));
    }
    return rects.map(rect => new DOMRect(rect.x, rect.y, rect.width, rect.height));
  }

  private texts(): {text: StageText; from: number; to: number}[] {
    const {start, end} = this;
    if (start === null || end === null) return [];
    const first = start.node instanceof StageContainer ? (start.node.childNodes[start.offset] ?? null) : start.node;
    const last = end.node instanceof StageContainer ? (end.node.childNodes[end.offset - 1] ?? null) : end.node;
    if (first === null || last === null) return [];
    const texts: {text: StageText; from: number; to: number}[] = [];
    const stop = afterSubtree(last);
    for (let node: StageNode | null = first; node !== null && node !== stop; node = inOrder(node)) {
      if (!(node instanceof StageText)) continue;
      const from = node === start.node ? start.offset : 0;
      texts.push({text: node, from, to: node === end.node ? end.offset : node.length});
    }
    return texts;
  }
}

/** The next node in document order. */
function inOrder(node: StageNode): StageNode | null {
  return (node instanceof StageContainer ? node.firstChild : null) ?? afterSubtree(node);
}

/** The first node in document order that is not in the subtree. */
function afterSubtree(node: StageNode): StageNode | null {
  for (let above: StageNode | null = node; above !== null; above = above.container) {
    if (above.nextSibling !== null) return above.nextSibling;
  }
  return null;
}
