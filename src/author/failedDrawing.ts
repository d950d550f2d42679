/**
 * Remembers which node was being drawn when something failed in Motion Canvas's own code, where no line of the author's is
 * on the stack. Filled by the stage, read by whoever tells the author.
 */
import type {SourcePosition} from './authorError';

export interface FailedDrawing {
  /** Where the node was written, or the nearest node around it. */
  readonly at: SourcePosition;
  /** The way to the node in the scene's tree. */
  readonly node: string;
}

const failures = new WeakMap<object, FailedDrawing>();

/** The innermost node is asked first, and stays. */
export function rememberFailedDrawing(error: unknown, describe: () => FailedDrawing | undefined): void {
  if (!(error instanceof Error) || failures.has(error)) return;
  const drawing = describe();
  if (drawing) failures.set(error, drawing);
}

/** What was being drawn when an error was thrown; undefined for one that came from elsewhere. */
export function failedDrawingOf(error: unknown): FailedDrawing | undefined {
  return typeof error === 'object' && error !== null ? failures.get(error) : undefined;
}
