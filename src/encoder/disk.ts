/**
 * Files that appear whole or not at all. In: paths. Out: temporary names beside them, hashes, writes forced through to the
 * disk, and one wording for whatever the disk refuses. Used by segments, films and the chunk store.
 */
import {createHash, randomBytes} from 'node:crypto';
import {rmSync} from 'node:fs';
import nodeFs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {AuthorError, ExitCode} from '../author/authorError';

/** The calls made here; tests hand in some that fail. */
export type DiskFs = Pick<typeof nodeFs, 'mkdir' | 'open'>;

/** Names a file that nobody else writes, in the same folder, so that it can be put in place in one step. */
export function temporaryBeside(target: string): string {
  return path.join(path.dirname(target), `.lectern-${ownName()}.tmp`);
}

/**
 * Writes a small file whole: what stood there before stands until the new one is complete.
 *
 * @throws AuthorError (exit 2 or 6) when the place cannot be written, or the disk is full
 */
export async function writeWhole(target: string, contents: string | Uint8Array): Promise<void> {
  await makeFolder(path.dirname(target));
  const temporary = temporaryBeside(target);
  try {
    await nodeFs.writeFile(temporary, contents);
    await nodeFs.rename(temporary, target);
  } catch (error) {
    await nodeFs.rm(temporary, {force: true}).catch(() => undefined);
    throw isSystemError(error) ? unwritable(target, error) : error;
  }
}

/** Deletes what runs that were killed left in a folder under temporary names. */
export async function sweepTemporary(folder: string): Promise<void> {
  for (const name of await nodeFs.readdir(folder).catch(() => [])) {
    const place = path.join(folder, name);
    if (/^\.lectern-.*\.tmp$/.test(name) && (await isLeftBehind(place))) await nodeFs.rm(place, {recursive: true, force: true}).catch(() => undefined);
  }
}

/** Deletes a file or folder also when the process exits before the caller does. Returns what calls that off. */
export function removeAtExit(place: string): () => void {
  const remove = (): void => rmSync(place, {recursive: true, force: true});
  process.once('exit', remove);
  return () => void process.off('exit', remove);
}

/** A name that no other process gives, and that says who gave it. */
export function ownName(): string {
  return `${host}-${process.pid}-${randomBytes(6).toString('hex')}`;
}

const host = createHash('sha256').update(os.hostname()).digest('hex').slice(0, 8);

/**
 * True when the process that gave a file its {@link ownName} has ended. Of a process on another machine that cannot be
 * known, so its files are left alone for a day.
 */
export async function isLeftBehind(place: string): Promise<boolean> {
  const [, madeOn, pid] = /([0-9a-f]{8})-(\d+)-[0-9a-f]{12}/.exec(path.basename(place)) ?? [];
  if (madeOn === host) return !isRunning(Number(pid));
  const age = await nodeFs.stat(place).then(({mtimeMs}) => Date.now() - mtimeMs, () => 0);
  return age > 86_400_000;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be signalled, which shows that it is there.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
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
    fix: 'free some space (lectern cache gc --max-size 1GB), then render again', exitCode: ExitCode.space, cause,
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
