/** Prints what an author should know of a film that was drawn all the same, to stderr. */
import {formatAuthorError, type AuthorReport} from '../author/formatAuthorError';
import {readSource, useColour} from './reportFailure';

export type Warning = Omit<AuthorReport, 'severity'>;

/** Prints warnings in the form of errors, one after another. */
export function printWarnings(warnings: readonly Warning[]): void {
  for (const warning of warnings) {
    process.stderr.write(`${formatAuthorError({...warning, severity: 'warning'}, {colour: useColour(), readFile: readSource})}\n`);
  }
}
