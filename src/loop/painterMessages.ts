/** What the loop and its painter say to each other. Every message carries the version of the project that it is about. */
import type {FilmOptions, FilmSettings, SceneSpan} from '../timeline/film';
import type {Project} from '../timeline/openProject';
import type {Problem} from './problem';

/** A beat as the scene reached it: the line is that of its `waitUntil` in the scene's file. */
export interface PaintedBeat {
  readonly scene: string;
  readonly name: string;
  /** Seconds from the start of the scene at which its words begin. */
  readonly seconds: number;
  readonly line?: number;
}

/** What running the scenes has shown. */
export interface OpenedFilm {
  readonly settings: FilmSettings;
  readonly spans: readonly SceneSpan[];
  readonly beats: readonly PaintedBeat[];
  /** What plays, though hardly as it was meant, in the scenes that were run: laid out. */
  readonly warnings: readonly {readonly scene: string; readonly text: string}[];
}

export interface OpenMessage {
  readonly type: 'open';
  readonly version: number;
  readonly project: Project;
  readonly options: Omit<FilmOptions, 'onLog' | 'spans'>;
  /** Where the scenes lie that have not changed; the others are run. */
  readonly spans: readonly (SceneSpan | undefined)[];
  /** Where the scenes lay before, to draw one frame by before they are run anew. */
  readonly guess?: {readonly spans: readonly SceneSpan[]; readonly frame: number};
}

export type ToPainter = OpenMessage | {readonly type: 'paint'; readonly version: number; readonly frames: readonly number[]};

export type FromPainter =
  | {readonly type: 'ready'}
  | ({readonly type: 'opened'; readonly version: number} & OpenedFilm)
  | {readonly type: 'painted'; readonly version: number; readonly frame: number; readonly id: string; readonly picture?: Uint8Array}
  | {readonly type: 'done'; readonly version: number}
  | {readonly type: 'failed'; readonly version: number; readonly problem: Problem};
