/**
 * Files that appear whole or not at all. In: paths. Out: temporary names beside them, hashes, writes forced through to the
 * disk, and one wording for whatever the disk refuses. Used by segments, films and the chunk store.
 */
import {createHash, randomBytes} from 'node:crypto';
import nodeFs from 'node:fs/promises';
import path from 'node:path';
import {AuthorError, ExitCode} from '../author/authorError';

/** The calls made here; tests hand in some that fail. */
export type DiskFs = Pick<typeof nodeFs, 'mkdir' | 'open'>;

/** Names a file that nobody else writes, in the same folder, so that it can be put in place in one step. */
export function temporaryBeside(target: string): string {
  return path.join(path.dirname(target), `.lectern-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
}

/** Makes the folder that a file is to be written in. */
export async function makeFolder(folder: string, fs: DiskFs = nodeFs): Promise<void> {
  try {
    await fs.mkdir(folder, {recursive: true});
  } catch (cause) {
    throw unwritable(folder, cause);
  }
}

/** The error for a place that cannot be written, or for a full disk, by the system's own code. */
export function unwritable(place: string, cause: unknown): AuthorError {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(`write ${place}`, cause);
  return new AuthorError(`Cannot write ${place}: ${(cause as Error).message}`, {
    fix: 'choose another place, or make the folder writable', exitCode: ExitCode.usage, cause,
  });
}

/** The error for a disk with no room left, whoever noticed it. */
export function diskFull(purpose: string, cause?: unknown): AuthorError {
  return new AuthorError(`Cannot ${purpose}: no space is left on the disk`, {
    fix: 'free some space, or run lectern cache gc, then render again', exitCode: ExitCode.space, cause,
  });
}

/** True for what the system said of a file, rather than what code said of itself. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof (error as NodeJS.ErrnoException | undefined)?.syscall === 'string';
}

/** Forces a file's bytes through to the disk. */
export async function syncToDisk(file: string, fs: DiskFs = nodeFs): Promise<void> {
  const handle = await fs.open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a rename or link in a folder last; some systems do not allow it, and then it is left to them. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await nodeFs.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Windows, and some network file systems.
  }
}

/** SHA-256 of a file, hexadecimal. */
export async function fileHash(file: string, fs: DiskFs = nodeFs): Promise<string> {
  const hash = createHash('sha256');
  const handle = await fs.open(file, 'r');
  try {
    const buffer = Buffer.allocUnsafe(1 << 20);
    for (;;) {
      const {bytesRead} = await handle.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
}
