/** What a coordinator and its workers say to each other: plain records over a process's message channel. */
import type {ExitCode, FilmMoment, SourcePosition} from '../author/authorError';
import type {Chunk} from '../timeline/chunkPlan';
import type {FilmOptions, FilmSettings, SceneSpan} from '../timeline/film';
import type {FilmSound} from '../timeline/filmSounds';
import type {SceneWarning} from '../timeline/mistakes/sceneWarning';
import type {Project} from '../timeline/openProject';
import type {SegmentOrder, DrawnSegment} from './drawChunk';

/** Film options that can be sent to another process. */
export type PlainFilmOptions = Omit<FilmOptions, 'onLog' | 'spans'>;

/** A beat as a scene reached it, with the author's line where it is known. */
export interface BeatReport {
  readonly scene: string;
  readonly name: string;
  readonly seconds: number;
  readonly at?: SourcePosition;
}

/** What running scenes once has shown. */
export interface Measurement {
  readonly settings: FilmSettings;
  readonly spans: readonly SceneSpan[];
  readonly beats: readonly BeatReport[];
  /** What is heard, at its times in the film. */
  readonly sounds: readonly FilmSound[];
  /** What plays, though hardly as it was meant. */
  readonly warnings: readonly SceneWarning[];
}

/** A scene to run once, by its place in the film; null: all of them, on one clock. */
export type MeasuredScene = number | null;

export type ToWorker =
  | {readonly type: 'open'; readonly project: Project; readonly options: PlainFilmOptions}
  | {readonly type: 'measure'; readonly scene: MeasuredScene}
  | {readonly type: 'spans'; readonly spans: readonly SceneSpan[]}
  | {readonly type: 'draw'; readonly chunk: Chunk; readonly order: SegmentOrder};

export type FromWorker =
  | {readonly type: 'measured'; readonly measurement: Measurement}
  | {readonly type: 'frames'; readonly count: number}
  /** All frames of the chunk are drawn: the worker has hands for the next one while the encoder finishes this one. */
  | {readonly type: 'handed'}
  | {readonly type: 'drawn'; readonly segment: DrawnSegment}
  | {readonly type: 'failed'; readonly error: PlainError};

/** An error on its way between processes. */
export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly fix?: string;
  readonly positions?: readonly SourcePosition[];
  readonly moment?: FilmMoment;
  readonly node?: string;
  readonly exitCode?: ExitCode;
}
