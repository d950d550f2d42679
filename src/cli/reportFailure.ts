/** Prints a failure in the form that all of Lectern's messages have, and says what the shell is told. */
import {readFileSync} from 'node:fs';
import {ExitCode, isAuthorError} from '../author/authorError';
import {formatAuthorError} from '../author/formatAuthorError';
import {systemError} from '../author/systemError';

/**
 * @returns the exit code for the failure; a failure that no room has foreseen is a bug of Lectern (1)
 */
export async function reportFailure(failure: unknown): Promise<ExitCode> {
  const error = systemError(failure) ?? failure;
  if (isAuthorError(error)) {
    process.stderr.write(`${formatAuthorError(error, {colour: useColour(), readFile: readSource})}\n`);
    return error.exitCode;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`lectern has a bug: ${text}\n`);
  return ExitCode.bug;
}

/** Colour for people at a terminal only. */
export function useColour(): boolean {
  return Boolean(process.stderr.isTTY) && !process.env.NO_COLOR;
}

/** An author's file, to show the line that is meant; nothing where it cannot be read. */
export function readSource(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
