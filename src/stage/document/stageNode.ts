/**
 * Nodes of the stage's document: a doubly linked tree, so that moving one of thousands of children is cheap.
 *
 * In: the child-list calls of the DOM. Out: the tree that layout walks. Nodes of another make (the SVG elements and
 * canvases plugged into the document) may be children too; they are found by queries and never laid out.
 */
import type {TreeElement} from '../layout/layoutTree';

/** An element as the tree above it sees it. */
export type FlatElement = StageContainer & TreeElement;

/** The least that a child of another make has to be. */
export interface ForeignNode {
  readonly tagName?: string;
  readonly id?: string;
  parentElement?: unknown;
  querySelector?(selector: string): unknown;
}

/** What `append` and its kin take; text becomes a text node. */
export type Insertable = StageNode | ForeignNode | string;

export abstract class StageNode {
  public abstract readonly nodeType: number;
  public abstract readonly nodeName: string;
  public abstract textContent: string | null;
  /** @internal */
  public container: StageContainer | null = null;
  public nextSibling: StageNode | null = null;
  public previousSibling: StageNode | null = null;

  public get parentNode(): StageContainer | null {
    return this.container;
  }

  /** @internal The node above in the tree that is laid out: a shadow root's host stands in for the shadow root. */
  public get flatParent(): FlatElement | null {
    return this.container?.layoutOwner ?? null;
  }

  public get isConnected(): boolean {
    let node: StageNode = this;
    for (let above = node.flatParent; above !== null; above = node.flatParent) node = above;
    return node.isDocumentRoot;
  }

  /** @internal */
  public get isDocumentRoot(): boolean {
    return false;
  }

  public remove(): void {
    this.container?.unlink(this);
  }

  public contains(other: unknown): boolean {
    for (let node = other instanceof StageNode ? other : null; node !== null; node = node.container) {
      if (node === this) return true;
    }
    return false;
  }

  public replaceWith(...nodes: Insertable[]): void {
    const parent = this.container;
    if (parent === null) return;
    for (const node of nodes) parent.insert(node, this);
    this.remove();
  }

  public before(...nodes: Insertable[]): void {
    for (const node of nodes) this.container?.insert(node, this);
  }

  public after(...nodes: Insertable[]): void {
    const next = this.nextSibling;
    for (const node of nodes) this.container?.insert(node, next);
  }

  /** @internal Called when the node has a new parent, or none. */
  public moved(): void {}
}

/** A node with children. */
export abstract class StageContainer extends StageNode {
  public firstChild: StageNode | null = null;
  public lastChild: StageNode | null = null;
  private foreign: ForeignNode[] | null = null;
  private list: StageNode[] | null = null;

  /** @internal The element whose box holds the children's boxes. */
  public abstract get layoutOwner(): FlatElement | null;

  /** @internal Called after the list of children changed. */
  public abstract childrenChanged(): void;

  /** The children in order, as a fresh list after each change. */
  public get childNodes(): readonly StageNode[] {
    if (this.list === null) {
      this.list = [];
      for (let child = this.firstChild; child !== null; child = child.nextSibling) this.list.push(child);
    }
    return this.list;
  }

  /** The child elements, those of another make last. */
  public get children(): readonly (StageNode & ForeignNode)[] {
    const elements = this.childNodes.filter(child => child.nodeType === 1);
    return (this.foreign === null ? elements : [...elements, ...this.foreign]) as (StageNode & ForeignNode)[];
  }

  public get childElementCount(): number {
    return this.children.length;
  }

  public get firstElementChild(): (StageNode & ForeignNode) | null {
    return this.children[0] ?? null;
  }

  public get lastElementChild(): (StageNode & ForeignNode) | null {
    return this.children.at(-1) ?? null;
  }

  public hasChildNodes(): boolean {
    return this.firstChild !== null || this.foreign !== null;
  }

  public append(...nodes: Insertable[]): void {
    for (const node of nodes) this.insert(node, null);
  }

  public prepend(...nodes: Insertable[]): void {
    const first = this.firstChild;
    for (const node of nodes) this.insert(node, first === node ? first.nextSibling : first);
  }

  public appendChild<T extends StageNode | ForeignNode>(node: T): T {
    this.insert(node, null);
    return node;
  }

  public insertBefore<T extends StageNode | ForeignNode>(node: T, before: StageNode | null): T {
    this.insert(node, before);
    return node;
  }

  public removeChild<T extends StageNode | ForeignNode>(node: T): T {
    if (node instanceof StageNode) this.unlink(node);
    else this.foreign = this.foreign?.filter(other => other !== node) ?? null;
    return node;
  }

  public replaceChild<T extends StageNode>(node: Insertable, old: T): T {
    this.insert(node, old);
    if (node !== old) this.unlink(old);
    return old;
  }

  /** Makes the nodes the only children; the same children in the same order change nothing. */
  public replaceChildren(...nodes: Insertable[]): void {
    if (this.holdsExactly(nodes)) return;
    this.foreign = null;
    while (this.firstChild !== null) this.unlink(this.firstChild);
    this.append(...nodes);
  }

  /** Finds the first descendant by `#id`, tag, `.class` or `[attribute]`, or by several of them, in document order. */
  public querySelector(selector: string): (StageNode & ForeignNode) | null {
    for (const child of this.children) {
      if (matchesSelector(child, selector)) return child;
      const found = child.querySelector?.(selector);
      if (found) return found as StageNode & ForeignNode;
    }
    return null;
  }

  /** Finds all descendants that `querySelector` would. */
  public querySelectorAll(selector: string): (StageNode & ForeignNode)[] {
    return this.children.flatMap(child => [
      ...(matchesSelector(child, selector) ? [child] : []),
      ...(child instanceof StageContainer ? child.querySelectorAll(selector) : []),
    ]);
  }

  public getElementsByTagName(tag: string): (StageNode & ForeignNode)[] {
    return this.querySelectorAll(tag);
  }

  /** @internal Puts a node before another, or last. */
  public insert(node: Insertable, before: StageNode | null): void {
    if (typeof node === 'string') this.insert(new StageText(node), before);
    else if (!(node instanceof StageNode)) this.adopt(node);
    else if (node.container !== this || (node.nextSibling !== before && node !== before)) {
      if (node.contains(this)) throw new DOMException('The new child contains its parent.', 'HierarchyRequestError');
      node.container?.unlink(node);
      this.link(node, before);
    }
  }

  /** @internal Takes a child out. */
  public unlink(node: StageNode): void {
    if (node.container !== this) return;
    if (node.previousSibling === null) this.firstChild = node.nextSibling;
    else node.previousSibling.nextSibling = node.nextSibling;
    if (node.nextSibling === null) this.lastChild = node.previousSibling;
    else node.nextSibling.previousSibling = node.previousSibling;
    node.previousSibling = node.nextSibling = node.container = null;
    this.list = null;
    node.moved();
    this.childrenChanged();
  }

  private link(node: StageNode, before: StageNode | null): void {
    const previous = before === null ? this.lastChild : before.previousSibling;
    node.container = this;
    node.previousSibling = previous;
    node.nextSibling = before;
    if (previous === null) this.firstChild = node;
    else previous.nextSibling = node;
    if (before === null) this.lastChild = node;
    else before.previousSibling = node;
    this.list = null;
    node.moved();
    this.childrenChanged();
  }

  private adopt(node: ForeignNode): void {
    if (this.foreign?.includes(node)) return;
    this.foreign = [...(this.foreign ?? []), node];
  }

  private holdsExactly(nodes: readonly Insertable[]): boolean {
    if (this.foreign !== null) return false;
    let child = this.firstChild;
    for (const node of nodes) {
      if (node !== child || child === null) return false;
      child = child.nextSibling;
    }
    return child === null;
  }
}

/** A run of text. */
export class StageText extends StageNode {
  public readonly nodeType = 3;
  public readonly nodeName = '#text';
  private text: string;

  public constructor(text: string) {
    super();
    this.text = text;
  }

  public get data(): string {
    return this.text;
  }

  public set data(text: string) {
    if (text === this.text) return;
    this.text = text;
    this.container?.childrenChanged();
  }

  public get length(): number {
    return this.text.length;
  }

  public override get textContent(): string {
    return this.text;
  }

  public override set textContent(text: string) {
    this.data = text;
  }

  public get nodeValue(): string {
    return this.text;
  }

  public set nodeValue(text: string) {
    this.data = text;
  }
}

interface Selectable {
  readonly tagName?: string;
  readonly id?: string;
  readonly className?: unknown;
  getAttribute?(name: string): string | null;
}

/** Tells whether an element matches a list of simple selectors such as `div.note, #frame, [data-key="a"]`. */
export function matchesSelector(element: Selectable, selector: string): boolean {
  return selector.split(',').some(simple => matchesSimple(element, simple.trim()));
}

function matchesSimple(element: Selectable, selector: string): boolean {
  const parts = selector.match(/[#.]?[\w-]+|\*|\[[^\]]+\]/g);
  if (parts === null || parts.join('') !== selector) return false;
  return parts.every(part => {
    if (part === '*') return true;
    if (part[0] === '#') return element.id === part.slice(1);
    if (part[0] === '.') return String(element.className ?? '').split(/\s+/).includes(part.slice(1));
    if (part[0] !== '[') return element.tagName?.toLowerCase() === part.toLowerCase();
    const [name, value] = part.slice(1, -1).split('=');
    const attribute = element.getAttribute?.(name.trim()) ?? null;
    return value === undefined ? attribute !== null : attribute === value.replace(/^["']|["']$/g, '');
  });
}
