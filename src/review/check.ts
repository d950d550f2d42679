/** What a check is: it looks at the frames of a film one after the other, and says in the end what it found. */
import type {Node} from '@motion-canvas/2d';
import type {ChapterFinding} from '../chapter/finding';
import type {Cut} from './declaredCuts';
import type {DrawnItem} from './drawnItems';
import type {SmallPicture} from './smallPicture';
import type {Matching} from './tracks';

/** A frame as the checks see it. Items and picture of an unchanged frame are those of the frame before. */
export interface SeenFrame {
  /** Whole frame index from the start of the film. */
  readonly index: number;
  readonly scene: string;
  /** Whether it is the first frame of its scene: scenes follow each other by cuts. */
  readonly isFirst: boolean;
  /** False where the picture is known to equal the one before it. */
  readonly changed: boolean;
  readonly items: readonly DrawnItem[];
  /** How the items follow from those of the frame before; nothing at the start of a scene and where nothing has changed. */
  readonly matching: Matching;
  readonly picture: SmallPicture;
  /** The drawing from which the picture is averaged: RGBA bytes, rows from the top. */
  readonly pixels: Uint8Array;
  /** What the scene has declared to be cut here: nodes, or everything. */
  readonly cut: Cut;
}

/** What a check found. The place in the author's file is found from the node; `kind` parts findings that are not told together. */
export type Found = Omit<ChapterFinding, 'at' | 'scene'> & {readonly scene: string; readonly frame: number; readonly node?: Node; readonly kind?: string};

/** Looks at every frame of a film, in order. */
export interface Check {
  see(frame: SeenFrame): void;
  /** What was found, once the last frame has been seen. */
  found(): readonly Found[];
}
