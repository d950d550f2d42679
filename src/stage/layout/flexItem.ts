/**
 * Flex items and the container they sit in: base sizes, automatic minimums and the spaces items are laid out in.
 *
 * In: a flex container with its geometry. Out: items with flex base size, hypothetical size and limits in the main
 * axis. Sections 4.5 and 9.2 of CSS Flexible Box Layout Level 1.
 */
import {type Length, LengthKind} from './boxStyle';
import {AutoSize, type Edges, type Fragment, type Geometry, type LayoutBox, type MinMax, type Space} from './layoutBox';
import {
  blockFromRatio,
  clamp,
  contentInline,
  geometryOf,
  intrinsicInline,
  isDefinite,
  layoutBox,
  type Margins,
  marginsOf,
  paddingOf,
  resolve,
  toBorderBox,
  transferredBlock,
} from './sizing';
import {INDEFINITE, INFINITE} from './units';

export interface FlexContainer {
  readonly box: LayoutBox;
  readonly space: Space;
  readonly padding: Edges;
  /** Border-box width, INDEFINITE while the width itself is being asked for. */
  readonly inlineSize: number;
  /** Content-box size. */
  readonly contentInline: number;
  readonly contentBlock: number;
  readonly isRow: boolean;
  readonly isMultiLine: boolean;
  readonly mainGap: number;
  readonly crossGap: number;
  /** Widths to lay items out with, while a wrapping column is asked for its own. */
  readonly itemWidths: ReadonlyMap<LayoutBox, number> | null;
}

export interface FlexItem {
  readonly box: LayoutBox;
  readonly margins: Margins;
  readonly mainMargins: number;
  readonly crossMargins: number;
  /** Padding in the main axis. */
  readonly mainPadding: number;
  readonly alignment: string;
  readonly stretches: boolean;
  /** Border-box sizes in the main axis. */
  readonly base: number;
  readonly hypothetical: number;
  readonly limits: MinMax;
  readonly isBasisDefinite: boolean;
  /** Percentages below may refer to the main size, even where the container's own is not known. */
  readonly isMainDefinite: boolean;
  target: number;
  frozen: boolean;
  fragment: Fragment;
  main: number;
  cross: number;
}

/** One row or column of items. */
export interface FlexLine {
  readonly items: FlexItem[];
  /** Outer sizes of the items and the gaps between them. */
  main: number;
  /** The same before the items flex. */
  hypothetical: number;
  cross: number;
  /** From the cross start edge of the container. */
  crossStart: number;
}

export function flexContainer(box: LayoutBox, space: Space, geometry: Geometry): FlexContainer {
  const {flexDirection, flexWrap, columnGap, rowGap} = box.style;
  const {padding, inlineSize, blockSize} = geometry;
  const isRow = flexDirection === 'row' || flexDirection === 'row-reverse';
  const contentWidth = inlineSize === INDEFINITE ? INDEFINITE : Math.max(0, inlineSize - padding.inline);
  const contentHeight = blockSize === INDEFINITE ? INDEFINITE : Math.max(0, blockSize - padding.block);
  const columns = gapOf(columnGap, contentWidth);
  const rows = gapOf(rowGap, contentHeight);
  return {
    box,
    space,
    padding,
    inlineSize,
    contentInline: contentWidth,
    contentBlock: contentHeight,
    isRow,
    isMultiLine: flexWrap !== 'nowrap',
    mainGap: isRow ? columns : rows,
    crossGap: isRow ? rows : columns,
    itemWidths: null,
  };
}

function gapOf(gap: Length, base: number): number {
  return isDefinite(gap, base) ? resolve(gap, base) : 0;
}

/** Makes the items of a container, in order. */
export function flexItems(container: FlexContainer): FlexItem[] {
  return container.box.children.map(child => flexItem(container, child));
}

function flexItem(container: FlexContainer, box: LayoutBox): FlexItem {
  const {isRow} = container;
  const margins = marginsOf(box, container.contentInline);
  const padding = paddingOf(box, container.contentInline);
  const alignment = alignmentOf(container, box);
  const basis = box.style.flexBasis.kind === LengthKind.auto ? mainLength(container, box) : box.style.flexBasis;
  const isBasisDefinite = isDefinite(basis, isRow ? container.contentInline : container.contentBlock);
  const mainPadding = isRow ? padding.inline : padding.block;
  const base = isBasisDefinite
    ? toBorderBox(box, resolve(basis, isRow ? container.contentInline : container.contentBlock), mainPadding)
    : contentBase(container, box, basis, padding);
  const limits = mainLimits(container, box, padding);
  return {
    box,
    margins,
    mainMargins: isRow ? margins.inline : margins.block,
    crossMargins: isRow ? margins.block : margins.inline,
    mainPadding,
    alignment,
    stretches: alignment === 'stretch' && crossLength(container, box).kind === LengthKind.auto,
    base,
    hypothetical: clamp(base, limits),
    limits,
    isBasisDefinite,
    isMainDefinite: isBasisDefinite || (!isRow && box.style.aspectRatio !== null),
    target: 0,
    frozen: false,
    fragment: NOT_LAID_OUT,
    main: 0,
    cross: 0,
  };
}

const NOT_LAID_OUT: Fragment = {
  inlineSize: 0,
  blockSize: 0,
  intrinsicBlockSize: 0,
  baseline: Number.NaN,
  children: [],
  paragraph: null,
  paragraphX: 0,
  paragraphY: 0,
};

function mainLength({isRow}: FlexContainer, {style}: LayoutBox): Length {
  return isRow ? style.width : style.height;
}

function crossLength({isRow}: FlexContainer, {style}: LayoutBox): Length {
  return isRow ? style.height : style.width;
}

function alignmentOf({box: {style}}: FlexContainer, box: LayoutBox): string {
  const own = box.style.alignSelf;
  const alignment = own === 'auto' ? style.alignItems : own;
  return alignment === 'normal' ? 'stretch' : alignment;
}

/** True where an item's cross size is the container's own before anything is laid out. */
function fillsContainer(container: FlexContainer, box: LayoutBox): boolean {
  if (container.isMultiLine || alignmentOf(container, box) !== 'stretch') return false;
  if (crossLength(container, box).kind !== LengthKind.auto) return false;
  return !container.isRow || container.contentBlock !== INDEFINITE;
}

// Spaces

/** The space in which an item's content is asked for its width. */
export function widthSpace(container: FlexContainer, box: LayoutBox): Space {
  return {
    availableInline: INDEFINITE,
    availableBlock: container.contentBlock,
    percentInline: INDEFINITE,
    percentBlock: container.contentBlock,
    fixedInline: false,
    fixedBlock: false,
    blockIndefinite: false,
    inlineAuto: AutoSize.fit,
    blockAuto: container.isRow && fillsContainer(container, box) ? AutoSize.stretchExplicit : AutoSize.fit,
  };
}

/** The space in which an item of a column is asked for its height. */
function heightSpace(container: FlexContainer, box: LayoutBox): Space {
  const fixed = container.itemWidths?.get(box);
  return {
    availableInline: fixed ?? container.contentInline,
    availableBlock: INDEFINITE,
    percentInline: container.contentInline,
    percentBlock: container.contentBlock,
    fixedInline: fixed !== undefined,
    fixedBlock: false,
    blockIndefinite: true,
    inlineAuto: fillsContainer(container, box) ? AutoSize.stretchExplicit : AutoSize.fit,
    blockAuto: AutoSize.fit,
  };
}

/**
 * Lays out an item with its final main size.
 *
 * @param lineCross - the cross size of its line, once it is known: items stretch to it, others have that much room
 */
export function layoutItem(container: FlexContainer, item: FlexItem, lineCross = INDEFINITE): Fragment {
  const {isRow, contentInline: width, contentBlock: height} = container;
  const fixed = container.itemWidths?.get(item.box);
  const stretches = lineCross === INDEFINITE ? fillsContainer(container, item.box) : item.alignment === 'stretch';
  const stretched = stretches ? AutoSize.stretchExplicit : AutoSize.fit;
  const cross = lineCross !== INDEFINITE ? lineCross : isRow ? height : width;
  const space = {
    availableInline: isRow ? item.target : (fixed ?? cross),
    availableBlock: isRow ? cross : item.target,
    percentInline: width,
    percentBlock: height,
    fixedInline: isRow || fixed !== undefined,
    fixedBlock: !isRow,
    blockIndefinite: !isRow && height === INDEFINITE && !item.isMainDefinite,
    inlineAuto: isRow ? AutoSize.fit : stretched,
    blockAuto: isRow ? stretched : AutoSize.fit,
  };
  return measuredFragment(container, item, space) ?? layoutBox(item.box, space);
}

/**
 * What a wrapping column was laid out as when its height was asked for, where that is the height it gets.
 *
 * Chromium keeps it, which shows where a negative margin makes all its items fit that would break on the way.
 */
function measuredFragment(container: FlexContainer, {box, target}: FlexItem, space: Space): Fragment | null {
  if (!space.blockIndefinite || box.style.flexWrap === 'nowrap' || !box.style.flexDirection.startsWith('column')) return null;
  const measured = layoutBox(box, heightSpace(container, box));
  return measured.blockSize === target && measured.inlineSize === geometryOf(box, space).inlineSize ? measured : null;
}

// Main sizes

/** The flex base size of an item whose basis is its content, or a percentage of something unknown. */
function contentBase(container: FlexContainer, box: LayoutBox, basis: Length, padding: Edges): number {
  if (!container.isRow) return contentBlock(container, box, padding);
  const content = contentInline(box, widthSpace(container, box));
  if (basis.kind === LengthKind.minContent) return content.min;
  if (basis.kind !== LengthKind.fitContent || container.contentInline === INDEFINITE) return content.max;
  const room = container.contentInline - marginsOf(box, container.contentInline).inline;
  return Math.min(content.max, Math.max(content.min, room));
}

/** The height of an item's content, through its aspect ratio if it has one. */
function contentBlock(container: FlexContainer, box: LayoutBox, padding: Edges): number {
  const space = heightSpace(container, box);
  if (box.style.aspectRatio === null) return layoutBox(box, space).intrinsicBlockSize;
  return blockFromRatio(box, geometryOf(box, space).inlineSize, padding);
}

/** The same by its content alone, within what the limits of its width come to. */
function intrinsicBlock(container: FlexContainer, box: LayoutBox, padding: Edges): number {
  const space = heightSpace(container, box);
  const size = layoutBox(box, space).intrinsicBlockSize;
  return box.style.aspectRatio === null ? size : clamp(size, transferredBlock(box, space, padding));
}

function mainLimits(container: FlexContainer, box: LayoutBox, padding: Edges): MinMax {
  const {isRow} = container;
  const [minLength, maxLength] = isRow ? [box.style.minWidth, box.style.maxWidth] : [box.style.minHeight, box.style.maxHeight];
  const mainPadding = isRow ? padding.inline : padding.block;
  const max = limit(container, box, maxLength, mainPadding, INFINITE);
  const min = minLength.kind === LengthKind.auto ? automaticMinimum(container, box, padding, max) : limit(container, box, minLength, mainPadding, mainPadding);
  return {min, max: Math.max(min, max)};
}

function limit(container: FlexContainer, box: LayoutBox, length: Length, padding: number, otherwise: number): number {
  const base = container.isRow ? container.contentInline : container.contentBlock;
  if (isDefinite(length, base)) return toBorderBox(box, resolve(length, base), padding);
  if (length.kind === LengthKind.auto || length.kind === LengthKind.percent) return otherwise;
  if (!container.isRow) return layoutBox(box, heightSpace(container, box)).intrinsicBlockSize;
  const content = intrinsicInline(box, widthSpace(container, box));
  return length.kind === LengthKind.minContent ? content.min : content.max;
}

/** `min-width: auto`: the content, but no more than a definite size or maximum. */
function automaticMinimum(container: FlexContainer, box: LayoutBox, padding: Edges, max: number): number {
  const {isRow} = container;
  const mainPadding = isRow ? padding.inline : padding.block;
  const length = mainLength(container, box);
  const base = isRow ? container.contentInline : container.contentBlock;
  const specified = isDefinite(length, base) ? toBorderBox(box, resolve(length, base), mainPadding) : INFINITE;
  // A box with a ratio asks for what the ratio gives, but for no less than its content.
  const content = isRow
    ? Math.max(contentInline(box, widthSpace(container, box)).min, intrinsicInline(box, widthSpace(container, box)).min)
    : Math.max(contentBlock(container, box, padding), intrinsicBlock(container, box, padding));
  return Math.max(mainPadding, Math.min(content, specified, max));
}
