/**
 * CSS flexbox: lines, flexible lengths, alignment.
 *
 * In: a flex container and the space it is given. Out: a fragment with its items placed. The steps bear the numbers of
 * CSS Flexible Box Layout Level 1, section 9.
 */
import {flexBaseline, placeCross} from './flexCross';
import {flexContainer, type FlexContainer, type FlexItem, flexItems, type FlexLine, layoutItem, widthSpace} from './flexItem';
import {resolveFlexibleLengths} from './flexibleLengths';
import {distribute} from './distribute';
import type {FormattingContext, Fragment, Geometry, LayoutBox, MinMax, Placed, Space} from './layoutBox';
import {blockSizeOf, clamp, geometryOf, inlineContribution, marginsOf} from './sizing';
import {INDEFINITE, INFINITE} from './units';

export const flexContext: FormattingContext = {layout: layoutFlex, intrinsicInline: flexIntrinsicInline};

function layoutFlex(box: LayoutBox, space: Space, geometry: Geometry): Fragment {
  const container = flexContainer(box, space, geometry);
  const lines = flexLines(container, flexItems(container));
  for (const line of lines) flexLine(container, line);

  const {padding} = container;
  const intrinsic = placeCross.measure(container, lines) + padding.block;
  const blockSize = blockSizeOf(box, space, padding, intrinsic, geometry.inlineSize);
  const content = {inline: container.contentInline, block: Math.max(0, blockSize - padding.block)};
  placeMain(container, lines, container.isRow ? content.inline : content.block);
  placeCross.place(container, lines, container.isRow ? content.block : content.inline);
  const children = lines.flatMap(line => line.items.map(item => placed(container, item)));
  return {
    inlineSize: geometry.inlineSize,
    blockSize,
    intrinsicBlockSize: intrinsic,
    baseline: flexBaseline(container, lines, children),
    children,
    paragraph: null,
    paragraphX: 0,
    paragraphY: 0,
  };
}

/** 9.3: collects items into lines, breaking where the next one would not fit. */
function flexLines(container: FlexContainer, items: FlexItem[]): FlexLine[] {
  const room = container.isMultiLine ? breakSize(container) : INFINITE;
  const lines: FlexLine[] = [];
  let line: FlexLine | null = null;
  for (const item of items) {
    const outer = item.hypothetical + item.mainMargins;
    if (line === null || line.hypothetical + container.mainGap + outer > room) {
      line = {items: [item], main: 0, hypothetical: outer, cross: 0, crossStart: 0};
      lines.push(line);
    } else {
      line.items.push(item);
      line.hypothetical += container.mainGap + outer;
    }
  }
  return lines;
}

/** A column breaks at its height even where percentages below may not refer to it. */
function breakSize({box, space, padding, isRow, inlineSize, contentInline}: FlexContainer): number {
  if (isRow) return contentInline === INDEFINITE ? INFINITE : contentInline;
  const size = blockSizeOf(box, space, padding, INFINITE, inlineSize);
  return size === INFINITE ? INFINITE : size - padding.block;
}

/** 9.7: gives the items of a line their main sizes, and lays them out once. */
function flexLine(container: FlexContainer, line: FlexLine): void {
  const {box, space, padding, isRow, inlineSize} = container;
  const room = isRow
    ? container.contentInline
    : blockSizeOf(box, space, padding, line.hypothetical + padding.block, inlineSize) - padding.block;
  resolveFlexibleLengths(line.items, room - (line.items.length - 1) * container.mainGap);
  line.main = (line.items.length - 1) * container.mainGap;
  for (const item of line.items) {
    item.fragment = layoutItem(container, item);
    line.main += item.target + item.mainMargins;
  }
}

/** 9.5: places the items along the main axis, from its start edge. */
function placeMain(container: FlexContainer, lines: FlexLine[], size: number): void {
  const {flexDirection, justifyContent} = container.box.style;
  const reverse = flexDirection === 'row-reverse' || flexDirection === 'column-reverse';
  for (const line of lines) {
    const offsets = distribute(justifyContent, size - line.main, line.items.length, {reverse, leftIsStart: container.isRow});
    let offset = 0;
    line.items.forEach((item, index) => {
      const {margins} = item;
      const before = container.isRow ? (reverse ? margins.right : margins.left) : reverse ? margins.bottom : margins.top;
      const position = offset + offsets(index) + before;
      item.main = reverse ? size - position - item.target : position;
      offset += item.target + item.mainMargins + container.mainGap;
    });
  }
}

function placed({isRow, padding}: FlexContainer, item: FlexItem): Placed {
  const x = padding.left + (isRow ? item.main : item.cross);
  const y = padding.top + (isRow ? item.cross : item.main);
  return {box: item.box, x, y, fragment: item.fragment};
}

/** 9.9: the widths a container's content asks for. */
function flexIntrinsicInline(box: LayoutBox, space: Space): MinMax {
  const {padding, blockSize} = geometryOf(box, {...space, fixedInline: true, availableInline: INDEFINITE});
  const container = flexContainer(box, space, {padding, inlineSize: INDEFINITE, blockSize});
  const content = container.isRow
    ? rowIntrinsicInline(container)
    : container.isMultiLine
      ? wrappedColumnIntrinsicInline(container)
      : columnIntrinsicInline(container);
  return {min: Math.max(0, content.min) + padding.inline, max: Math.max(0, content.min, content.max) + padding.inline};
}

function rowIntrinsicInline(container: FlexContainer): MinMax {
  const items = flexItems(container);
  const gaps = Math.max(0, items.length - 1) * container.mainGap;
  let sumMin = gaps;
  let sumMax = gaps;
  let largest = 0;
  for (const item of items) {
    const contribution = inlineContribution(item.box, widthSpace(container, item.box));
    largest = Math.max(largest, contribution.min + item.mainMargins);
    sumMin += finalContribution(item, contribution.min) + item.mainMargins;
    sumMax += finalContribution(item, contribution.max) + item.mainMargins;
  }
  return {min: container.isMultiLine ? largest : sumMin, max: sumMax};
}

/** What an item adds: what its content asks for, held to a definite basis where it cannot flex away, within its limits. */
function finalContribution(item: FlexItem, size: number): number {
  const {flexGrow, flexShrink} = item.box.style;
  let held = size;
  if (item.isBasisDefinite && flexGrow === 0) held = Math.min(held, item.base);
  if (item.isBasisDefinite && flexShrink === 0) held = Math.max(held, item.base);
  return clamp(held, item.limits);
}

function columnIntrinsicInline(container: FlexContainer): MinMax {
  let min = 0;
  let max = 0;
  for (const child of container.box.children) {
    const item = inlineContribution(child, widthSpace(container, child));
    const margins = marginsInline(child);
    min = Math.max(min, item.min + margins);
    max = Math.max(max, item.max + margins);
  }
  return {min, max};
}

/** A wrapping column asks for the width that its columns take when each item is as wide as it would like to be. */
function wrappedColumnIntrinsicInline(container: FlexContainer): MinMax {
  const {children} = container.box;
  const itemWidths = new Map(children.map(child => [child, inlineContribution(child, widthSpace(container, child)).max]));
  const roomy = {...container, itemWidths};
  const lines = flexLines(roomy, flexItems(roomy));
  for (const line of lines) flexLine(roomy, line);
  return {min: columnIntrinsicInline(container).min, max: placeCross.total(roomy, lines)};
}

function marginsInline(box: LayoutBox): number {
  return box.style.marginLeft.value === 0 && box.style.marginRight.value === 0 ? 0 : marginsOf(box, INDEFINITE).inline;
}
