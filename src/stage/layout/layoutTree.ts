/**
 * Rectangles of elements and texts, computed when one is read.
 *
 * Each absolutely positioned element is the root of a tree that is laid out on its own, against the padding box of the
 * nearest positioned ancestor. In: an element or text of the document. Out: px from the top left of the page.
 */
import {boxesOf, type TextBox} from '../text/paragraph';
import {type BoxElement, type BoxNode, isOutOfFlow, updateBox} from './boxTree';
import {type Length, LengthKind} from './boxStyle';
import {distribute} from './distribute';
import {AutoSize, changes, type Fragment, type LayoutBox, type Space} from './layoutBox';
import {appliesRatio, clamp, inlineLimits, isDefinite, layoutBox, marginsOf, paddingOf, resolve, toBorderBox} from './sizing';
import {toPx} from './units';

/** px */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An element with a place in the document. */
export interface TreeElement extends BoxElement {
  readonly flatParent: TreeElement | null;
}

export interface TreeText extends BoxNode {
  readonly data: string;
  readonly flatParent: TreeElement | null;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Units from the top left of the page. */
interface Area extends Point {
  readonly width: number;
  readonly height: number;
}

/** The border box of an element; of an inline one, the box around its parts on all lines. */
export function elementRect(element: TreeElement): Rect {
  const block = boxHolder(element);
  const root = layoutRoot(block);
  const origin = rootOrigin(root);
  if (block === element) {
    const {layout} = element;
    const {inlineSize = 0, blockSize = 0} = layout.fragment ?? {};
    return pxRect({x: origin.x + layout.x, y: origin.y + layout.y, width: inlineSize, height: blockSize});
  }
  const boxes = textBoxes(block, origin, element);
  return pxRect(boxes.length > 0 ? union(boxes) : startOfContent(block, origin));
}

/** Where inline content without a line lies: at the start of its block's content, without a size. */
function startOfContent({layout}: TreeElement, origin: Point): Area {
  const {left, top} = paddingOf(layout, 0);
  return {x: origin.x + layout.x + left, y: origin.y + layout.y + top, width: 0, height: 0};
}

/** The box around a part of a text; all 0 where nothing of it is laid out. */
export function textRect(text: TreeText, start: number, end: number): Rect {
  const block = text.flatParent && boxHolder(text.flatParent);
  if (block === null) return pxRect(NOWHERE);
  const origin = rootOrigin(layoutRoot(block));
  const whole = start === 0 && end >= text.data.length;
  return pxRect(union(textBoxes(block, origin, text, whole ? undefined : {text, start, end})));
}

const NOWHERE: Area = {x: 0, y: 0, width: 0, height: 0};

function pxRect({x, y, width, height}: Area): Rect {
  return {x: toPx(x), y: toPx(y), width: toPx(width), height: toPx(height)};
}

/** The nearest element that has a box of its own: itself, unless it is inline content of a block. */
function boxHolder(element: TreeElement): TreeElement {
  let holder = element;
  while (holder.flatParent !== null && isInlineContent(holder)) holder = holder.flatParent;
  return holder;
}

function isInlineContent({box, flatParent}: TreeElement): boolean {
  if (isOutOfFlow(box) || flatParent === null) return false;
  if (!box.display.startsWith('inline')) return false;
  const above = flatParent.box.display;
  return above !== 'flex' && above !== 'inline-flex';
}

function rootOf(element: TreeElement): TreeElement {
  let root = element;
  while (root.flatParent !== null && !isOutOfFlow(root.box)) root = root.flatParent;
  return root;
}

/** Lays out the tree that an element is in, if anything in it or around it changed. */
function layoutRoot(element: TreeElement): TreeElement {
  const root = rootOf(element);
  if (root.layout.seenChanges === changes.count) return root;
  const block = containingBlock(root);
  const box = updateBox(root);
  const fragment = layoutBox(box, rootSpace(root, block));
  if (box.fragment !== fragment) place(box, fragment, 0, 0);
  box.origin = null;
  box.seenChanges = changes.count;
  return root;
}

/** An absolute box shrinks to fit between its insets; percentages refer to the containing block. */
function rootSpace({box, layout}: TreeElement, {width, height}: Area): Space {
  const stretchesX = box.left.kind !== LengthKind.auto && box.right.kind !== LengthKind.auto;
  const stretchesY = box.top.kind !== LengthKind.auto && box.bottom.kind !== LengthKind.auto;
  const space: Space = {
    availableInline: Math.max(0, width - inset(box.left, width) - inset(box.right, width)),
    availableBlock: Math.max(0, height - inset(box.top, height) - inset(box.bottom, height)),
    percentInline: width,
    percentBlock: height,
    fixedInline: false,
    fixedBlock: false,
    blockIndefinite: false,
    inlineAuto: stretchesX ? AutoSize.stretchExplicit : AutoSize.fit,
    blockAuto: stretchesY ? AutoSize.stretchExplicit : AutoSize.fit,
  };
  return isDefinite(box.width, width) ? keepContentInside(layout, space) : space;
}

/** An absolute box with a ratio and a known height is as wide as its content even where its width is given. */
function keepContentInside(box: LayoutBox, space: Space): Space {
  const padding = paddingOf(box, space.percentInline);
  if (!appliesRatio(box, space, padding)) return space;
  const wanted = toBorderBox(box, resolve(box.style.width, space.percentInline), padding.inline);
  const size = clamp(wanted, inlineLimits(box, space, padding, true));
  return {...space, availableInline: size, fixedInline: true};
}

function inset(length: Length, base: number): number {
  return isDefinite(length, base) ? resolve(length, base) : 0;
}

/** The padding box that an absolute element is placed against. */
function containingBlock(root: TreeElement): Area {
  let holder = root.flatParent;
  while (holder !== null && holder.box.position === 'static' && holder.flatParent !== null) holder = holder.flatParent;
  if (holder === null || holder === root) return pageArea(root);
  if (holder.flatParent === null && holder.box.position === 'static') return pageArea(holder);
  const {x, y} = rootOrigin(layoutRoot(holder));
  const {layout} = holder;
  const {inlineSize = 0, blockSize = 0} = layout.fragment ?? {};
  return {x: x + layout.x, y: y + layout.y, width: inlineSize, height: blockSize};
}

function pageArea({box}: TreeElement): Area {
  return {x: 0, y: 0, width: inset(box.width, 0), height: inset(box.height, 0)};
}

/** Where the border box of a root begins: at its inset, or where it would be if it were in the flow by itself. */
function rootOrigin(root: TreeElement): Point {
  root.layout.origin ??= findOrigin(root);
  return root.layout.origin;
}

function findOrigin(root: TreeElement): Point {
  if (root.flatParent === null) return NOWHERE;
  const block = containingBlock(root);
  const margins = marginsOf(root.layout, block.width);
  const {box, layout} = root;
  const {inlineSize = 0, blockSize = 0} = layout.fragment ?? {};
  const still = staticPosition(root);
  const x =
    box.left.kind !== LengthKind.auto
      ? block.x + inset(box.left, block.width) + margins.left
      : box.right.kind !== LengthKind.auto
        ? block.x + block.width - inset(box.right, block.width) - margins.right - inlineSize
        : still.x + margins.left;
  const y =
    box.top.kind !== LengthKind.auto
      ? block.y + inset(box.top, block.height) + margins.top
      : box.bottom.kind !== LengthKind.auto
        ? block.y + block.height - inset(box.bottom, block.height) - margins.bottom - blockSize
        : still.y + margins.top;
  return {x, y};
}

/** Where the margin box of a root would be if it were the only item of its parent, which is what Chromium falls back to. */
function staticPosition(root: TreeElement): Point {
  const parent = boxHolder(root.flatParent!);
  const origin = rootOrigin(layoutRoot(parent));
  const padding = paddingOf(parent.layout, 0);
  const x = origin.x + parent.layout.x + padding.left;
  const y = origin.y + parent.layout.y + padding.top;
  if (parent.box.display !== 'flex') return {x, y};
  const {inlineSize = 0, blockSize = 0} = parent.layout.fragment ?? {};
  const own = root.layout.fragment;
  const margins = marginsOf(root.layout, 0);
  const freeX = inlineSize - padding.inline - margins.inline - (own?.inlineSize ?? 0);
  const freeY = blockSize - padding.block - margins.block - (own?.blockSize ?? 0);
  const {flexDirection, flexWrap, justifyContent, alignItems} = parent.box;
  const isRow = flexDirection.startsWith('row');
  const align = root.box.alignSelf === 'auto' ? alignItems : root.box.alignSelf;
  const main = onlyItem(justifyContent, isRow ? freeX : freeY, flexDirection.endsWith('reverse'));
  const cross = onlyItem(align, isRow ? freeY : freeX, flexWrap === 'wrap-reverse');
  return {x: x + (isRow ? main : cross), y: y + (isRow ? cross : main)};
}

function onlyItem(alignment: string, free: number, reverse: boolean): number {
  const offset = distribute(alignment.replace('self-', ''), free, 1, {reverse, leftIsStart: true})(0);
  return reverse ? free - offset : offset;
}

/** Writes down where each box is; a fragment that was there before is still in place below. */
function place(box: LayoutBox, fragment: Fragment, x: number, y: number): void {
  if (box.fragment === fragment && box.x === x && box.y === y) return;
  box.fragment = fragment;
  box.x = x;
  box.y = y;
  for (const child of fragment.children) place(child.box, child.fragment, x + child.x, y + child.y);
}

/** The boxes of one text or inline element of a block, units from the page's top left. */
function textBoxes(
  block: TreeElement,
  origin: Point,
  key: object,
  part?: {text: TreeText; start: number; end: number},
): Area[] {
  const areas: Area[] = [];
  for (const box of [block.layout, ...block.layout.children]) {
    const {paragraph, fragment} = box;
    if (paragraph === null || !fragment?.paragraph) continue;
    const x = origin.x + box.x + fragment.paragraphX;
    const y = origin.y + box.y + fragment.paragraphY;
    for (const text of boxesOf(fragment.paragraph, key)) {
      const shown = part === undefined ? text : partOf(box, text, part);
      areas.push({x: x + shown.x, y: y + text.y, width: shown.width, height: text.height});
    }
  }
  return areas;
}

function partOf({paragraph}: LayoutBox, box: TextBox, {text, start, end}: {text: TreeText; start: number; end: number}): {x: number; width: number} {
  const range = paragraph!.rangeOf(text);
  return paragraph!.extent(box, range.start + start, Math.min(range.end, range.start + end));
}

/** The box around all that are not empty; the first of them where all are. */
function union(areas: readonly Area[]): Area {
  if (areas.length <= 1) return areas[0] ?? NOWHERE;
  const solid = areas.filter(area => area.width > 0 && area.height > 0);
  if (solid.length === 0) return areas[0];
  const x = Math.min(...solid.map(area => area.x));
  const y = Math.min(...solid.map(area => area.y));
  const right = Math.max(...solid.map(area => area.x + area.width));
  const bottom = Math.max(...solid.map(area => area.y + area.height));
  return {x, y, width: right - x, height: bottom - y};
}
