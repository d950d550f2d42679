/**
 * The size of a single box: CSS Sizing Level 3 and 4 with `box-sizing`, limits and aspect ratios.
 *
 * In: a box, the space it is given, and what its content asks for. Out: border-box sizes in units. Called by every
 * formatting context, for itself and for its children.
 */
import {type Length, LengthKind} from './boxStyle';
import {AutoSize, type Edges, type Fragment, type Geometry, type LayoutBox, type MinMax, type Space} from './layoutBox';
import {INDEFINITE, INFINITE, percentOf, toUnits} from './units';

/** Margins, where `auto` counts as 0. */
export interface Margins extends Edges {}

/** True where a length is px, or a percentage of something known. */
export function isDefinite(length: Length, base: number): boolean {
  return length.kind === LengthKind.px || (length.kind === LengthKind.percent && base !== INDEFINITE);
}

/** A definite length in units, as written: of the content box or the border box. */
export function resolve(length: Length, base: number): number {
  return length.kind === LengthKind.px ? toUnits(length.value) : percentOf(base, length.value);
}

export function paddingOf(box: LayoutBox, percentInline: number): Edges {
  const {paddingTop, paddingRight, paddingBottom, paddingLeft} = box.style;
  return edges(paddingTop, paddingRight, paddingBottom, paddingLeft, percentInline);
}

export function marginsOf(box: LayoutBox, percentInline: number): Margins {
  const {marginTop, marginRight, marginBottom, marginLeft} = box.style;
  return edges(marginTop, marginRight, marginBottom, marginLeft, percentInline);
}

const NO_EDGES: Edges = {top: 0, right: 0, bottom: 0, left: 0, inline: 0, block: 0};

function edges(t: Length, r: Length, b: Length, l: Length, percentInline: number): Edges {
  const base = percentInline === INDEFINITE ? 0 : percentInline;
  const top = edge(t, base);
  const right = edge(r, base);
  const bottom = edge(b, base);
  const left = edge(l, base);
  if (top === 0 && right === 0 && bottom === 0 && left === 0) return NO_EDGES;
  return {top, right, bottom, left, inline: left + right, block: top + bottom};
}

function edge(length: Length, base: number): number {
  return length.value === 0 ? 0 : isDefinite(length, base) ? resolve(length, base) : 0;
}

/** Adds the padding to a content-box length; a border-box length is at least its padding. */
export function toBorderBox(box: LayoutBox, size: number, padding: number): number {
  return box.style.boxSizing === 'border-box' ? Math.max(size, padding) : size + padding;
}

export function clamp(size: number, {min, max}: MinMax): number {
  return Math.max(min, Math.min(size, max));
}

/** The fragment of a box in a space, from memory if it has been made before. */
export function layoutBox(box: LayoutBox, space: Space): Fragment {
  const known = box.rememberedFragment(space);
  if (known !== null) return known;
  return box.rememberFragment(space, box.context!.layout(box, space, geometryOf(box, space)));
}

/** The size of a box before its content is laid out. */
export function geometryOf(box: LayoutBox, space: Space): Geometry {
  const padding = paddingOf(box, space.percentInline);
  const inlineSize = inlineSizeOf(box, space, padding);
  const blockSize = space.blockIndefinite ? INDEFINITE : blockSizeOf(box, space, padding, INDEFINITE, inlineSize);
  return {padding, inlineSize, blockSize};
}

// Widths

/** The width that the content asks for: CSS's min-content and max-content, by the aspect ratio if the height is known. */
export function contentInline(box: LayoutBox, space: Space): MinMax {
  return ratioInline(box, space) ?? intrinsicInline(box, space);
}

/** The width that the aspect ratio gives, or null where there is none or the height is not known. */
function ratioInline(box: LayoutBox, space: Space): MinMax | null {
  if (box.style.aspectRatio === null) return null;
  const padding = paddingOf(box, space.percentInline);
  const block = space.blockIndefinite ? INDEFINITE : blockSizeOf(box, space, padding, INDEFINITE, INDEFINITE);
  return block === INDEFINITE ? null : exactly(inlineFromRatio(box, block, padding));
}

/** The same without regard to a known height; where it is not known, within what its limits come to. */
export function intrinsicInline(box: LayoutBox, space: Space): MinMax {
  const known = box.rememberedSizes(space);
  if (known !== null) return known;
  let sizes = box.context!.intrinsicInline(box, space);
  if (box.style.aspectRatio !== null) {
    const padding = paddingOf(box, space.percentInline);
    const isKnown = !space.blockIndefinite && blockSizeOf(box, space, padding, INDEFINITE, INDEFINITE) !== INDEFINITE;
    const limits = transferredInline(box, space, padding);
    if (!isKnown) sizes = within(sizes, limits);
  }
  return box.rememberSizes(space, sizes);
}

/** What a box adds to the width its parent's content asks for, without margins. */
export function inlineContribution(box: LayoutBox, space: Space): MinMax {
  const padding = paddingOf(box, space.percentInline);
  const {width} = box.style;
  if (isDefinite(width, INDEFINITE)) {
    const sizes = exactly(toBorderBox(box, resolve(width, 0), padding.inline));
    return within(sizes, inlineLimits(box, space, padding, false));
  }
  const limits = inlineLimits(box, space, padding, ratioInline(box, space) !== null);
  return within(keywordInline(box, space), limits);
}

function within(sizes: MinMax, limits: MinMax): MinMax {
  return {min: clamp(sizes.min, limits), max: clamp(sizes.max, limits)};
}

function exactly(size: number): MinMax {
  return {min: size, max: size};
}

function keywordInline(box: LayoutBox, space: Space): MinMax {
  const content = contentInline(box, space);
  const {kind} = box.style.width;
  if (kind === LengthKind.minContent) return exactly(content.min);
  return kind === LengthKind.maxContent ? exactly(content.max) : content;
}

function inlineSizeOf(box: LayoutBox, space: Space, padding: Edges): number {
  if (space.fixedInline) return space.availableInline;
  const {width} = box.style;
  if (isDefinite(width, space.percentInline)) {
    const size = toBorderBox(box, resolve(width, space.percentInline), padding.inline);
    return clamp(size, inlineLimits(box, space, padding, false));
  }
  const byRatio = appliesRatio(box, space, padding);
  const margins = marginsOf(box, space.percentInline);
  const stretches = width.kind === LengthKind.auto && stretchesInline(space, byRatio);
  const room = Math.max(0, space.availableInline - margins.inline);
  const size = stretches ? Math.max(room, padding.inline) : fitInline(box, space, width, room);
  return clamp(size, inlineLimits(box, space, padding, byRatio && !stretches));
}

function stretchesInline(space: Space, byRatio: boolean): boolean {
  if (space.availableInline === INDEFINITE) return false;
  if (space.inlineAuto === AutoSize.stretchExplicit) return true;
  return space.inlineAuto === AutoSize.stretchImplicit && !byRatio;
}

function fitInline(box: LayoutBox, space: Space, width: Length, room: number): number {
  const content = contentInline(box, space);
  if (width.kind === LengthKind.minContent || space.availableInline === INDEFINITE) return content.min;
  if (width.kind === LengthKind.maxContent) return content.max;
  return Math.min(content.max, Math.max(content.min, room));
}

/** True where the width follows from the height: there is a ratio, and a height other than `auto` is known. */
export function appliesRatio(box: LayoutBox, space: Space, padding: Edges): boolean {
  if (box.style.aspectRatio === null) return false;
  if (box.style.height.kind === LengthKind.auto && space.blockAuto !== AutoSize.stretchExplicit) return false;
  return blockSizeOf(box, space, padding, INDEFINITE, INDEFINITE) !== INDEFINITE;
}

/**
 * min-width and max-width as border-box sizes, with what min-height and max-height come to through an aspect ratio.
 *
 * @param automatic - whether `min-width: auto` keeps the box as wide as its content, up to the maximum
 */
export function inlineLimits(box: LayoutBox, space: Space, padding: Edges, automatic: boolean): MinMax {
  const {minWidth, aspectRatio, width} = box.style;
  let {min, max} = ownInlineLimits(box, space, padding);
  if (automatic && minWidth.kind === LengthKind.auto) min = Math.max(min, Math.min(intrinsicInline(box, space).min, max));
  if (aspectRatio !== null && width.kind === LengthKind.auto && space.inlineAuto !== AutoSize.stretchExplicit) {
    const transferred = transferredInline(box, space, padding);
    min = Math.max(min, Math.min(transferred.min, max));
    max = Math.min(max, transferred.max);
  }
  return {min, max: Math.max(max, min)};
}

/** min-width and max-width alone. */
export function ownInlineLimits(box: LayoutBox, space: Space, padding: Edges): MinMax {
  const {minWidth, maxWidth} = box.style;
  const min = minWidth.kind === LengthKind.auto ? padding.inline : limitInline(box, space, minWidth, padding, padding.inline);
  return {min, max: maxWidth.kind === LengthKind.auto ? INFINITE : limitInline(box, space, maxWidth, padding, INFINITE)};
}

/** min-height and max-height seen through the aspect ratio. */
function transferredInline(box: LayoutBox, space: Space, padding: Edges): MinMax {
  const block = blockLimits(box, space, padding);
  const min = block.min > 0 ? inlineFromRatio(box, block.min, padding) : 0;
  const max = block.max === INFINITE ? INFINITE : inlineFromRatio(box, block.max, padding);
  return {min, max: Math.max(min, max)};
}

/** min-width and max-width seen through the aspect ratio. */
export function transferredBlock(box: LayoutBox, space: Space, padding: Edges): MinMax {
  const own = ownInlineLimits(box, space, padding);
  const widest = Math.max(own.min, own.max);
  const min = own.min > 0 ? blockFromRatio(box, own.min, padding) : 0;
  const max = widest === INFINITE ? INFINITE : blockFromRatio(box, widest, padding);
  return {min, max: Math.max(min, max)};
}

function limitInline(box: LayoutBox, space: Space, length: Length, padding: Edges, otherwise: number): number {
  if (isDefinite(length, space.percentInline)) {
    return toBorderBox(box, resolve(length, space.percentInline), padding.inline);
  }
  if (length.kind === LengthKind.percent) return otherwise;
  const content = intrinsicInline(box, space);
  if (length.kind === LengthKind.minContent) return content.min;
  if (length.kind === LengthKind.maxContent || space.availableInline === INDEFINITE) return content.max;
  return Math.min(content.max, Math.max(content.min, space.availableInline - marginsOf(box, space.percentInline).inline));
}

// Heights

/** min-height and max-height as border-box sizes. */
export function blockLimits(box: LayoutBox, space: Space, padding: Edges, intrinsic = INDEFINITE): MinMax {
  const {minHeight, maxHeight} = box.style;
  const min = limitBlock(box, space, minHeight, padding, padding.block, intrinsic);
  const max = limitBlock(box, space, maxHeight, padding, INFINITE, intrinsic);
  return {min, max: Math.max(max, min)};
}

function limitBlock(box: LayoutBox, space: Space, length: Length, padding: Edges, otherwise: number, intrinsic: number): number {
  if (isDefinite(length, space.percentBlock)) return toBorderBox(box, resolve(length, space.percentBlock), padding.block);
  if (length.kind === LengthKind.auto || length.kind === LengthKind.percent || intrinsic === INDEFINITE) return otherwise;
  return intrinsic;
}

/**
 * The border-box height.
 *
 * @param intrinsic - the height the content asks for, with padding; INDEFINITE before it is laid out
 * @param inlineSize - the border-box width, for the aspect ratio; INDEFINITE where that is what is being looked for
 * @returns INDEFINITE where only the content can tell
 */
export function blockSizeOf(box: LayoutBox, space: Space, padding: Edges, intrinsic: number, inlineSize: number): number {
  if (space.fixedBlock) return space.availableBlock;
  const {height, aspectRatio} = box.style;
  const limits = blockLimits(box, space, padding, intrinsic);
  if (isDefinite(height, space.percentBlock)) {
    return clamp(toBorderBox(box, resolve(height, space.percentBlock), padding.block), limits);
  }
  const automatic = height.kind === LengthKind.auto;
  if (automatic && space.blockAuto === AutoSize.stretchExplicit && space.availableBlock !== INDEFINITE) {
    return clamp(Math.max(padding.block, space.availableBlock - marginsOf(box, space.percentInline).block), limits);
  }
  if (aspectRatio !== null && inlineSize !== INDEFINITE) {
    const size = blockFromRatio(box, inlineSize, padding);
    const isMeasured = intrinsic !== INDEFINITE && intrinsic !== INFINITE;
    const hasAutoMinimum = automatic && isMeasured && box.style.minHeight.kind === LengthKind.auto;
    const min = hasAutoMinimum ? Math.max(limits.min, Math.min(intrinsic, limits.max)) : limits.min;
    return clamp(size, {min, max: limits.max});
  }
  return intrinsic === INDEFINITE ? INDEFINITE : clamp(intrinsic, limits);
}

// Ratios

export function inlineFromRatio(box: LayoutBox, block: number, padding: Edges): number {
  const {boxSizing, aspectRatio} = box.style;
  const {inline: times, block: over} = aspectRatio!;
  if (boxSizing === 'border-box') return Math.max(padding.inline, mulDiv(block, times, over));
  return mulDiv(block - padding.block, times, over) + padding.inline;
}

export function blockFromRatio(box: LayoutBox, inline: number, padding: Edges): number {
  const {boxSizing, aspectRatio} = box.style;
  const {inline: over, block: times} = aspectRatio!;
  if (boxSizing === 'border-box') return Math.max(padding.block, mulDiv(inline, times, over));
  return mulDiv(inline - padding.inline, times, over) + padding.block;
}

function mulDiv(units: number, times: number, over: number): number {
  return Math.trunc((units * times) / over);
}
