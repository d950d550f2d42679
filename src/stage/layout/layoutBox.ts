/**
 * The tree that layout works on: one box for each element in the flow, plus anonymous ones around bare text.
 *
 * In: elements of the document. Out: fragments, immutable results which are remembered for the constraints they were
 * made under until something in the subtree changes.
 */
import type {Paragraph, ParagraphLayout} from '../text/paragraph';
import type {BoxStyle} from './boxStyle';

/** How an `auto` size fills the space: shrink to fit, or stretch; an explicit stretch outranks an aspect ratio. */
export const AutoSize = {fit: 0, stretchImplicit: 1, stretchExplicit: 2} as const;
export type AutoSize = (typeof AutoSize)[keyof typeof AutoSize];

/** What a box is told by the one above it. Sizes in units; INDEFINITE where unknown. */
export interface Space {
  readonly availableInline: number;
  readonly availableBlock: number;
  /** What percentages refer to. */
  readonly percentInline: number;
  readonly percentBlock: number;
  /** The available size is the border-box size. */
  readonly fixedInline: boolean;
  readonly fixedBlock: boolean;
  /** The height is to be used, but percentages below may not refer to it. */
  readonly blockIndefinite: boolean;
  readonly inlineAuto: AutoSize;
  readonly blockAuto: AutoSize;
}

export interface MinMax {
  readonly min: number;
  readonly max: number;
}

/** A child in its parent's border box. */
export interface Placed {
  readonly box: LayoutBox;
  readonly x: number;
  readonly y: number;
  readonly fragment: Fragment;
}

/** A laid-out box; sizes of the border box, units. */
export interface Fragment {
  readonly inlineSize: number;
  readonly blockSize: number;
  /** The height its content asks for, with padding. */
  readonly intrinsicBlockSize: number;
  /** From the top of the border box; NaN where there is none. */
  readonly baseline: number;
  readonly children: readonly Placed[];
  readonly paragraph: ParagraphLayout | null;
  readonly paragraphX: number;
  readonly paragraphY: number;
}

/** Padding (boxes have no borders). */
export interface Edges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  /** left + right */
  readonly inline: number;
  /** top + bottom */
  readonly block: number;
}

/** The size of a box before its content is laid out; blockSize is INDEFINITE where the content decides. */
export interface Geometry {
  readonly padding: Edges;
  readonly inlineSize: number;
  readonly blockSize: number;
}

/** The algorithm that lays out the children of one kind of box. */
export interface FormattingContext {
  layout(box: LayoutBox, space: Space, geometry: Geometry): Fragment;
  /** Border-box width its content asks for, ignoring its own width, limits and aspect ratio. */
  intrinsicInline(box: LayoutBox, space: Space): MinMax;
}

/** Counts every time that something clean became dirty: whoever has seen this number has seen everything. */
export const changes = {count: 0};

interface Remembered<T> {
  readonly space: Space;
  readonly result: T;
}

/** Results kept for each box; a flex item is measured under about this many different constraints. */
const MEMORY = 6;

/** A box of the layout tree, with all that is known about it. */
export class LayoutBox {
  public context: FormattingContext | null = null;
  public children: readonly LayoutBox[] = [];
  public paragraph: Paragraph | null = null;
  /** The box that holds this one in the flow, or null at the root of an absolutely positioned tree. */
  public parent: LayoutBox | null = null;
  /** Where the last layout put it, from the root of its tree, units. */
  public x = 0;
  public y = 0;
  public fragment: Fragment | null = null;
  /** At the root of a tree: the count of changes it was laid out after, and where it is on the page, units. */
  public seenChanges = -1;
  public origin: {readonly x: number; readonly y: number} | null = null;
  private dirty = true;
  private fragments: Remembered<Fragment>[] = [];
  private sizes: Remembered<MinMax>[] = [];

  public constructor(public readonly style: BoxStyle) {}

  /** @returns false if it was dirty before, and so is everything above */
  public markDirty(): boolean {
    if (this.dirty) return false;
    this.dirty = true;
    changes.count++;
    return true;
  }

  public get isDirty(): boolean {
    return this.dirty;
  }

  /** Forgets all results; called when the box is about to be laid out anew. */
  public clean(): void {
    this.dirty = false;
    this.fragments.length = 0;
    this.sizes.length = 0;
  }

  public rememberedFragment(space: Space): Fragment | null {
    for (const known of this.fragments) if (sameSpace(known.space, space)) return known.result;
    return null;
  }

  public rememberFragment(space: Space, result: Fragment): Fragment {
    if (this.fragments.length === MEMORY) this.fragments.shift();
    this.fragments.push({space, result});
    return result;
  }

  public rememberedSizes(space: Space): MinMax | null {
    for (const known of this.sizes) if (sameBlockSpace(known.space, space)) return known.result;
    return null;
  }

  public rememberSizes(space: Space, result: MinMax): MinMax {
    if (this.sizes.length === MEMORY) this.sizes.shift();
    this.sizes.push({space, result});
    return result;
  }
}

function sameSpace(a: Space, b: Space): boolean {
  return (
    a === b ||
    (a.availableInline === b.availableInline &&
      a.percentInline === b.percentInline &&
      a.fixedInline === b.fixedInline &&
      a.inlineAuto === b.inlineAuto &&
      sameBlockSpace(a, b))
  );
}

/** Widths asked for by content depend on the height a box is given, never on the width. */
function sameBlockSpace(a: Space, b: Space): boolean {
  return (
    a.availableBlock === b.availableBlock &&
    a.percentBlock === b.percentBlock &&
    a.fixedBlock === b.fixedBlock &&
    a.blockIndefinite === b.blockIndefinite &&
    a.blockAuto === b.blockAuto
  );
}
