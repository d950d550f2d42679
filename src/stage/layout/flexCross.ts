/**
 * The cross axis of a flex container: sizes of lines, stretching, alignment and baselines (9.4 and 9.6).
 *
 * In: lines whose items have their main sizes. Out: the place of each item across the lines, and its final fragment.
 */
import {distribute} from './distribute';
import {type FlexContainer, type FlexItem, type FlexLine, layoutItem} from './flexItem';
import type {Placed} from './layoutBox';
import {share} from './units';

function crossSize({isRow}: FlexContainer, {fragment}: FlexItem): number {
  return isRow ? fragment.blockSize : fragment.inlineSize;
}

function startMargin(container: FlexContainer, {margins}: FlexItem): number {
  const reverse = container.box.style.flexWrap === 'wrap-reverse';
  if (container.isRow) return reverse ? margins.bottom : margins.top;
  return reverse ? margins.right : margins.left;
}

/** The distance from an item's cross start margin edge to its baseline; in a column, to its own start edge. */
function ascentOf(container: FlexContainer, item: FlexItem): number {
  const {margins, fragment} = item;
  if (!container.isRow) return startMargin(container, item);
  const baseline = Number.isNaN(fragment.baseline) ? fragment.blockSize : fragment.baseline;
  const fromTop = margins.top + baseline;
  return container.box.style.flexWrap === 'wrap-reverse' ? item.crossMargins + fragment.blockSize - fromTop : fromTop;
}

/** 9.4: the cross size of each line, from its items. */
function measureLines(container: FlexContainer, lines: readonly FlexLine[]): void {
  for (const line of lines) {
    let largest = 0;
    let ascent = -Infinity;
    let descent = -Infinity;
    for (const item of line.items) {
      const outer = crossSize(container, item) + item.crossMargins;
      if (item.alignment === 'baseline') {
        const above = ascentOf(container, item);
        ascent = Math.max(ascent, above);
        descent = Math.max(descent, outer - above);
        largest = Math.max(largest, ascent + descent);
      } else largest = Math.max(largest, outer);
    }
    line.cross = Math.max(0, largest);
  }
}

function totalCross(container: FlexContainer, lines: readonly FlexLine[]): number {
  let total = Math.max(0, lines.length - 1) * container.crossGap;
  for (const line of lines) total += line.cross;
  return total;
}

/** The content height that the lines ask for. */
function measure(container: FlexContainer, lines: readonly FlexLine[]): number {
  measureLines(container, lines);
  if (container.isRow) return totalCross(container, lines);
  let longest = 0;
  for (const line of lines) longest = Math.max(longest, line.hypothetical);
  return longest;
}

/** The content width that the lines of a wrapping column take. */
function total(container: FlexContainer, lines: readonly FlexLine[]): number {
  measureLines(container, lines);
  return totalCross(container, lines);
}

/** 9.6: places lines and items across the container, whose content size in that axis is now known. */
function place(container: FlexContainer, lines: readonly FlexLine[], size: number): void {
  placeLines(container, lines, size);
  const reverse = container.box.style.flexWrap === 'wrap-reverse';
  for (const line of lines) {
    let ascent = -Infinity;
    for (const item of line.items) {
      if (item.alignment === 'baseline') ascent = Math.max(ascent, ascentOf(container, item));
      if (item.stretches || !container.isRow) item.fragment = layoutItem(container, item, line.cross);
    }
    for (const item of line.items) {
      const own = crossSize(container, item);
      const offset = line.crossStart + startMargin(container, item) + alignItem(container, item, line, ascent);
      item.cross = reverse ? size - offset - own : offset;
    }
  }
}

function placeLines(container: FlexContainer, lines: readonly FlexLine[], size: number): void {
  if (lines.length === 0) return;
  if (!container.isMultiLine) {
    lines[0].cross = size;
    return;
  }
  const {alignContent, flexWrap} = container.box.style;
  const free = size - totalCross(container, lines);
  if ((alignContent === 'normal' || alignContent === 'stretch') && free > 0) {
    const upTo = (count: number): number => Math.round((free * count) / lines.length);
    lines.forEach((line, index) => {
      line.cross += upTo(index + 1) - upTo(index);
    });
  }
  const stretched = size - totalCross(container, lines);
  const offsets = distribute(alignContent, stretched, lines.length, {reverse: flexWrap === 'wrap-reverse', leftIsStart: !container.isRow});
  let offset = 0;
  lines.forEach((line, index) => {
    line.crossStart = offset + offsets(index);
    offset += line.cross + container.crossGap;
  });
}

/** The offset of an item's margin box from the start of its line. */
function alignItem(container: FlexContainer, item: FlexItem, line: FlexLine, ascent: number): number {
  const free = line.cross - crossSize(container, item) - item.crossMargins;
  const reverse = container.box.style.flexWrap === 'wrap-reverse';
  switch (item.alignment) {
    case 'center':
      return reverse ? free - share(free, 2) : share(free, 2);
    case 'flex-end':
      return free;
    case 'start':
    case 'self-start':
      return reverse ? free : 0;
    case 'end':
    case 'self-end':
      return reverse ? 0 : free;
    case 'baseline':
      return ascent - ascentOf(container, item);
    default:
      return 0;
  }
}

/** The container's own baseline: of its first line, the first item that aligns by baseline, else the first item. */
export function flexBaseline(container: FlexContainer, lines: readonly FlexLine[], children: readonly Placed[]): number {
  if (lines.length === 0) return Number.NaN;
  const {items} = lines[0];
  const index = container.isRow ? Math.max(0, items.findIndex(item => item.alignment === 'baseline')) : 0;
  const {y, fragment} = children[index];
  return y + (Number.isNaN(fragment.baseline) ? fragment.blockSize : fragment.baseline);
}

export const placeCross = {measure, total, place};
