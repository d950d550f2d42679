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
  /** Whole frame index from the start of the film. */
  readonly frame?: number;
  readonly timecode?: string;
  /** The beat that the scene had reached. */
  readonly beat?: string;
}

export interface AuthorErrorDetails {
  /** One imperative sentence: how to mend it. */
  readonly fix?: string;
  readonly at?: SourcePosition | readonly SourcePosition[];
  readonly moment?: FilmMoment;
  /** The way to the node in the scene's tree, as `nodePath` writes it. */
  readonly node?: string;
  readonly exitCode?: ExitCode;
  readonly cause?: unknown;
}

let last: WeakRef<AuthorError> | undefined;

/** The error made last, where it still exists: a scene's own machinery may pass on no more than its stack. */
export function lastAuthorError(): AuthorError | undefined {
  return last?.deref();
}

/** An error that the author can mend, with the place to mend it. */
export class AuthorError extends Error {
  public override readonly name = 'AuthorError';
  public readonly fix?: string;
  public readonly positions: readonly SourcePosition[];
  public readonly moment?: FilmMoment;
  public readonly node?: string;
  public readonly exitCode: ExitCode;

  public constructor(message: string, details: AuthorErrorDetails = {}) {
    super(message, {cause: details.cause});
    this.fix = details.fix;
    this.positions = details.at === undefined ? [] : Array.isArray(details.at) ? details.at : [details.at as SourcePosition];
    this.moment = details.moment;
    this.node = details.node;
    this.exitCode = details.exitCode ?? ExitCode.scene;
    last = new WeakRef(this);
  }
}

/**
 * Tells an error that the author can mend from any other, by its shape: a bundled scene carries its own copy of the
 * class, so `instanceof` would miss what the scene itself throws.
 */
export function isAuthorError(error: unknown): error is AuthorError {
  return error instanceof Error && error.name === 'AuthorError' && Array.isArray((error as Partial<AuthorError>).positions);
}

/**
 * Gives an error a place and a moment that it does not have yet.
 *
 * What the error already says about itself is kept. An error of another kind becomes the cause, under the same words.
 *
 * @param error - anything thrown
 * @param details - what is known where it was caught; `doing` opens the message, e.g. "Cannot create <Circle>"
 */
export function positionedError(error: unknown, details: AuthorErrorDetails & {readonly doing?: string}): AuthorError {
  const known = isAuthorError(error) ? error : undefined;
  const words = error instanceof Error ? error.message : String(error);
  const message = known !== undefined || details.doing === undefined ? words : `${details.doing}: ${words}`;
  return new AuthorError(message, {
    fix: known?.fix ?? details.fix,
    at: known !== undefined && known.positions.length > 0 ? known.positions : details.at,
    moment: known?.moment ?? details.moment,
    node: known?.node ?? details.node,
    exitCode: known?.exitCode ?? details.exitCode,
    cause: known?.cause ?? error,
  });
}
