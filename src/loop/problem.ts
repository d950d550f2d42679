/** A failure as a page or a terminal shows it: plain text and plain places, ready to cross to another process. */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {isAuthorError, type SourcePosition} from '../author/authorError';
import {formatAuthorError, type AuthorReport} from '../author/formatAuthorError';

export interface Problem {
  readonly message: string;
  /** The whole report: places, the author's line, how to mend it. */
  readonly text: string;
  readonly at?: SourcePosition;
  readonly scene?: string;
}

/**
 * Lays out whatever was thrown.
 *
 * @param root - the folder that the places in the error are relative to
 */
export function problemOf(error: unknown, root: string): Problem {
  if (!isAuthorError(error)) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return {message: error instanceof Error ? error.message : text, text: `lectern has a bug: ${text}`};
  }
  const text = formatAuthorError(error, {readFile: file => textOf(path.resolve(root, file))});
  return {message: error.message, text, at: error.positions[0], scene: error.moment?.scene};
}

/** Lays out what plays, though hardly as it was meant. */
export function warningText(warning: Omit<AuthorReport, 'severity'>, root: string): string {
  return formatAuthorError({...warning, severity: 'warning'}, {readFile: file => textOf(path.resolve(root, file))});
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
