/**
 * Streams a text file line by line as bytes, without ever holding more of it than a chunk and one line.
 * A path comes in; each line is handed over once, without its line end. Node only.
 */
import {createReadStream} from 'node:fs';
import {assetError} from './assetError';

/** One line: the bytes from `start` up to `end` of a buffer that is reused after the call. */
export type LineVisitor = (bytes: Buffer, start: number, end: number, line: number) => void;

const chunkBytes = 1 << 20;
const newline = 10;
const carriageReturn = 13;

/**
 * Hands each line of a file to a visitor.
 *
 * Line ends are LF or CRLF; a byte-order mark at the start is passed over; the last line needs no line end.
 *
 * @param maxLineBytes - a longer line is refused, before it fills the memory
 * @returns how many lines there were
 * @throws AuthorError "Cannot read a.txt: line 3 is longer than 1,048,576 bytes", with the line
 */
export async function forEachLine(file: string, maxLineBytes: number, visit: LineVisitor): Promise<number> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 0;
  const handOver = (bytes: Buffer, from: number, to: number) => {
    line++;
    let start = from;
    if (line === 1 && bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf) start += 3;
    visit(bytes, start, to > start && bytes[to - 1] === carriageReturn ? to - 1 : to, line);
  };
  for await (const chunk of openedChunks(file)) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(newline, rest.length); end >= 0; end = bytes.indexOf(newline, start)) {
      requireLength(file, line + 1, end - start, maxLineBytes);
      handOver(bytes, start, end);
      start = end + 1;
    }
    rest = bytes.subarray(start);
    requireLength(file, line + 1, rest.length, maxLineBytes);
  }
  if (rest.length > 0) handOver(rest, 0, rest.length);
  return line;
}

async function* openedChunks(file: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(file, {highWaterMark: chunkBytes})) yield chunk as Buffer;
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** The error for a file that the system would not open or read. */
export function unreadable(file: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return assetError('there is no such file', {file}, 'Check the path; it is taken from where the command runs');
  if (code === 'EISDIR') return assetError('it is a folder', {file}, 'Name the file inside it');
  if (code === 'EACCES') return assetError('it may not be read by you', {file}, 'Give yourself the right to read it');
  return error;
}

function requireLength(file: string, line: number, length: number, most: number): void {
  if (length <= most) return;
  throw assetError(
    `line ${line} is longer than ${most.toLocaleString('en-US')} bytes`,
    {file, line},
    'Check that it is a text file with one word a line; raise maxLineBytes if lines are really that long',
  );
}
