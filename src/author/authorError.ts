/**
 * How an error reads to the person who writes scenes: what happened, where in the author's file, when in the film,
 * and how to mend it. Thrown by every room; printed by the command line in one place.
 */

/** What a failed run tells the shell. The table is printed by `lectern --help`. */
export const ExitCode = {
  ok: 0,
  bug: 1,
  usage: 2,
  scene: 3,
  asset: 4,
  encoder: 5,
  space: 6,
  verification: 7,
  nondeterminism: 8,
  deadline: 9,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** A place in a file the author wrote. Lines and columns count from 1. */
export interface SourcePosition {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** A moment in the film. */
export interface FilmMoment {
  readonly scene: string;
  /** Whole frame index from the start of the scene. */
  readonly frame?: number;
  readonly timecode?: string;
}

export interface AuthorErrorDetails {
  /** One imperative sentence: how to mend it. */
  readonly fix?: string;
  readonly at?: SourcePosition | readonly SourcePosition[];
  readonly moment?: FilmMoment;
  readonly exitCode?: ExitCode;
  readonly cause?: unknown;
}

/** An error that the author can mend, with the place to mend it. */
export class AuthorError extends Error {
  public override readonly name = 'AuthorError';
  public readonly fix?: string;
  public readonly positions: readonly SourcePosition[];
  public readonly moment?: FilmMoment;
  public readonly exitCode: ExitCode;

  public constructor(message: string, details: AuthorErrorDetails = {}) {
    super(message, {cause: details.cause});
    this.fix = details.fix;
    this.positions = details.at === undefined ? [] : Array.isArray(details.at) ? details.at : [details.at as SourcePosition];
    this.moment = details.moment;
    this.exitCode = details.exitCode ?? ExitCode.scene;
  }
}
