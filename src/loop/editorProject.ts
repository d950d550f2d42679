/** What the editor's page is told about a project: plain JSON, shared by the server and the page. */
import type {Problem} from './problem';

export interface EditedScene {
  readonly name: string;
  /** What the scene was made from, hashed: one whose print stays is left alone. */
  readonly fingerprint: string;
  /** Of its random numbers, where no .meta file gives one. */
  readonly seed: number;
  /** The scene lasts at least as long, seconds. */
  readonly holdSeconds: number;
  /** When its beats fall, seconds from the start of the scene; undefined without narration. */
  readonly beats?: readonly {readonly name: string; readonly targetTime: number}[];
}

export interface EditedProject {
  readonly name: string;
  /** Of Motion Canvas. */
  readonly versions: {readonly core: string; readonly two: string};
  /** Address of the module with the scenes. */
  readonly module: string;
  readonly size: {readonly width: number; readonly height: number};
  readonly fps: number;
  readonly background: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** In a chapter each scene has a clock of its own; in a Motion Canvas project all share the film's. */
  readonly hasSceneClocks: boolean;
  readonly scenes: readonly EditedScene[];
}

export type EditorEvent = {readonly type: 'project'; readonly project: EditedProject} | {readonly type: 'problem'; readonly problem: Problem};
