/** An asset that cannot be read, said with its file and line and how to mend it. Used by every reader of this room. */
import {AuthorError, ExitCode} from '../author/authorError';

/** A place inside a file: a line of text, counted from 1, or a byte offset, counted from 0. */
export interface AssetPlace {
  readonly file: string;
  readonly line?: number;
  readonly offset?: number;
}

/**
 * The error for an asset that cannot be read.
 *
 * @param what - what is wrong, as "row "queen" has 49 numbers, the rows before it have 50"
 * @param place - a byte offset is written into the message, since editors go to lines only
 * @param fix - one imperative sentence
 */
export function assetError(what: string, place: AssetPlace, fix: string): AuthorError {
  const offset = place.offset === undefined ? '' : ` (byte ${place.offset})`;
  return new AuthorError(`Cannot read ${place.file}: ${what}${offset}`, {
    at: {file: place.file, line: place.line},
    fix,
    exitCode: ExitCode.asset,
  });
}
