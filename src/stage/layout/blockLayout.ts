/**
 * Block containers: a paragraph of inline content, or block-level boxes one below the other.
 *
 * In: a block box and the space it is given. Out: its fragment. Motion Canvas's Txt is a block with a paragraph.
 */
import {
  AutoSize,
  type FormattingContext,
  type Fragment,
  type Geometry,
  type LayoutBox,
  type MinMax,
  type Placed,
  type Space,
} from './layoutBox';
import {blockSizeOf, inlineContribution, layoutBox, marginsOf, paddingOf} from './sizing';
import {INDEFINITE} from './units';

export const blockContext: FormattingContext = {layout: layoutBlock, intrinsicInline: blockIntrinsicInline};

function layoutBlock(box: LayoutBox, space: Space, geometry: Geometry): Fragment {
  return box.paragraph === null ? stackBlocks(box, space, geometry) : layoutParagraph(box, space, geometry);
}

function layoutParagraph(box: LayoutBox, space: Space, {padding, inlineSize}: Geometry): Fragment {
  const paragraph = box.paragraph!.layout(Math.max(0, inlineSize - padding.inline));
  const intrinsic = paragraph.height + padding.block;
  return {
    inlineSize,
    blockSize: blockSizeOf(box, space, padding, intrinsic, inlineSize),
    intrinsicBlockSize: intrinsic,
    baseline: paragraph.baseline + padding.top,
    children: [],
    paragraph,
    paragraphX: padding.left,
    paragraphY: padding.top,
  };
}

function stackBlocks(box: LayoutBox, space: Space, {padding, inlineSize, blockSize}: Geometry): Fragment {
  const width = Math.max(0, inlineSize - padding.inline);
  const height = blockSize === INDEFINITE ? INDEFINITE : Math.max(0, blockSize - padding.block);
  const children: Placed[] = [];
  let y = padding.top;
  let baseline = Number.NaN;
  for (const child of box.children) {
    const margins = marginsOf(child, width);
    const fragment = layoutBox(child, blockChildSpace(width, height));
    const placed = {box: child, x: padding.left + margins.left, y: y + margins.top, fragment};
    if (Number.isNaN(baseline)) baseline = placed.y + fragment.baseline;
    y += fragment.blockSize + margins.block;
    children.push(placed);
  }
  const intrinsic = y + padding.bottom;
  return {
    inlineSize,
    blockSize: blockSizeOf(box, space, padding, intrinsic, inlineSize),
    intrinsicBlockSize: intrinsic,
    baseline,
    children,
    paragraph: null,
    paragraphX: 0,
    paragraphY: 0,
  };
}

function blockChildSpace(width: number, height: number): Space {
  return {
    availableInline: width,
    availableBlock: height,
    percentInline: width,
    percentBlock: height,
    fixedInline: false,
    fixedBlock: false,
    blockIndefinite: false,
    inlineAuto: AutoSize.stretchImplicit,
    blockAuto: AutoSize.fit,
  };
}

function blockIntrinsicInline(box: LayoutBox, space: Space): MinMax {
  const padding = paddingOf(box, space.percentInline);
  if (box.paragraph !== null) {
    const {min, max} = box.paragraph.intrinsicWidths();
    return {min: min + padding.inline, max: max + padding.inline};
  }
  let min = 0;
  let max = 0;
  for (const child of box.children) {
    const sizes = inlineContribution(child, blockChildSpace(INDEFINITE, INDEFINITE));
    const margins = marginsOf(child, INDEFINITE).inline;
    min = Math.max(min, sizes.min + margins);
    max = Math.max(max, sizes.max + margins);
  }
  return {min: min + padding.inline, max: Math.max(min, max) + padding.inline};
}
