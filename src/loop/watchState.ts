/** What the page of `lectern watch` is told: plain JSON, shared by the server and the page. */
import type {Problem} from './problem';
import type {FrameSpan} from './redrawPlan';

/** A picture's address is `/picture/<id>`; equal pictures have equal ids. */
export type PictureId = string;

export interface WatchedScene {
  readonly name: string;
  readonly title: string;
  readonly frames: number;
  readonly beats: readonly {readonly name: string; readonly frame: number}[];
  /** What plays, though hardly as it was meant. */
  readonly warnings: readonly string[];
  /** By frame of the scene; null where it has not been drawn yet. */
  readonly pictures: readonly (PictureId | null)[];
  /** The same before the last edit; empty where there was none. */
  readonly before: readonly (PictureId | null)[];
}

export interface WatchState {
  readonly title: string;
  readonly size: {readonly width: number; readonly height: number};
  readonly fps: number;
  readonly scenes: readonly WatchedScene[];
  readonly focus?: FocusedSpan;
  readonly problem?: Problem;
}

/** What the last edit is about. */
export interface FocusedSpan extends FrameSpan {
  readonly scene: string;
  /** The picture to look at first. */
  readonly first: number;
}

export interface DrawnPicture {
  readonly scene: string;
  readonly frame: number;
  readonly id: PictureId;
}

export type WatchEvent =
  | {readonly type: 'state'; readonly state: WatchState}
  /** The first picture after a save: shown at once, before anything else is known. */
  | ({readonly type: 'first'; readonly milliseconds: number} & DrawnPicture)
  | {readonly type: 'pictures'; readonly pictures: readonly DrawnPicture[]}
  | {readonly type: 'problem'; readonly problem: Problem}
  /** Everything that was wanted is drawn. */
  | {readonly type: 'settled'; readonly scene: string; readonly drawn: number; readonly differing: number};
