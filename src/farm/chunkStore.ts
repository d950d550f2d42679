/**
 * Keeps encoded chunks under the hash of what made them. In: finished segments. Out: the same segments, whole, as often
 * as asked, to any number of processes at once. Called around every chunk that is drawn.
 *
 * What it promises: an entry is either there whole or not there; what is read has been checked; two who put the same
 * chunk at once both succeed; and if they ever disagree, the run stops.
 */
import {randomBytes} from 'node:crypto';
import nodeFs from 'node:fs/promises';
import path from 'node:path';
import {AuthorError, ExitCode} from '../author/authorError';
import {fileHash, isLeftBehind, isSystemError, makeFolder, ownName, removeAtExit, syncFolder, syncToDisk, unwritable} from '../encoder/disk';
import {readMp4} from '../encoder/readMp4';
import type {Segment} from '../encoder/segment';

/** The calls through which the store touches the disk; tests hand in some that fail. */
export type StoreFs = Pick<typeof nodeFs, 'copyFile' | 'link' | 'mkdir' | 'open' | 'readFile' | 'readdir' | 'rename' | 'rm' | 'stat' | 'utimes' | 'writeFile'>;

export interface StoreOptions {
  readonly fs?: StoreFs;
}

/** A chunk in the store. */
export interface StoredChunk extends Segment {
  readonly key: string;
  /** When it was put there, ISO 8601. */
  readonly createdAt: string;
  /** Whatever the one who put it wanted to be remembered: host, seconds. */
  readonly notes?: Readonly<Record<string, string | number>>;
}

export interface StoreEntry {
  readonly key: string;
  readonly bytes: number;
  readonly frames: number;
  /** Last put or read. */
  readonly usedAt: Date;
}

export interface StoreReport {
  readonly entries: number;
  readonly bytes: number;
  /** Keys that were damaged and have been deleted. */
  readonly corrupt: readonly string[];
}

export interface ChunkStore {
  readonly root: string;
  /** What happened since it was opened. */
  readonly counts: {readonly hits: number; readonly misses: number; readonly corrupt: number};
  /** Finds a chunk. A damaged one, or one of another number of frames than it must have, is deleted, counted, and not found. */
  get(key: string, frames?: number): Promise<StoredChunk | undefined>;
  /**
   * Takes a finished segment over; afterwards `segment.path` is gone, and the returned record says where it is.
   *
   * @throws AuthorError (exit 8) `Cannot store chunk 0a1b…: it was drawn twice, with different results`
   */
  put(key: string, segment: Segment, notes?: StoredChunk['notes']): Promise<StoredChunk>;
  /** A place for a segment that is still being written: in the store's own file system, swept when it is forgotten. */
  temporaryPath(key: string): string;
  ls(): Promise<StoreEntry[]>;
  /** Reads every entry through, and deletes what is damaged. */
  verify(): Promise<StoreReport>;
  /**
   * Says that a run is going to use chunks: what it gets and puts from now on is not collected. Returns what ends that; a
   * process that dies ends it too.
   */
  hold(): Promise<() => Promise<void>>;
  /**
   * Deletes the entries least recently used, until what is left is within the limits, but nothing that a run on this
   * store has used or made since it began. Returns what was deleted, and what was spared only for that reason.
   */
  gc(limits: {readonly maxBytes?: number; readonly maxAgeDays?: number}): Promise<{readonly deleted: number; readonly bytes: number; readonly inUse: number}>;
  /** Deletes what runs that were killed left behind, once it is an hour old. */
  sweep(olderThanSeconds?: number): Promise<number>;
}

/**
 * Opens a store, and makes its folder where there is none.
 *
 * @param root - the folder; it may be shared by processes, and by machines whose file system has link()
 * @throws AuthorError (exit 2 or 6) when the folder cannot be made
 */
export async function openChunkStore(root: string, options: StoreOptions = {}): Promise<ChunkStore> {
  const folder = path.resolve(root);
  await makeFolder(path.join(folder, 'incoming'));
  return new Store(folder, options.fs ?? nodeFs);
}

class Store implements ChunkStore {
  public readonly counts = {hits: 0, misses: 0, corrupt: 0};

  public constructor(public readonly root: string, private readonly fs: StoreFs) {}

  public async get(key: string, frames?: number): Promise<StoredChunk | undefined> {
    const stored = await this.read(key);
    const found = typeof stored === 'object' && frames !== undefined && stored.frames !== frames ? 'corrupt' : stored;
    if (found === 'missing') {
      this.counts.misses++;
      return undefined;
    }
    if (found === 'corrupt') {
      this.counts.corrupt++;
      await this.forget(key);
      return undefined;
    }
    this.counts.hits++;
    // When it was last of use decides what is collected first; a store that may only be read still serves.
    const now = new Date();
    await this.fs.utimes(this.file(key, 'json'), now, now).catch(() => undefined);
    return found;
  }

  public async put(key: string, segment: Segment, notes?: StoredChunk['notes']): Promise<StoredChunk> {
    try {
      await makeFolder(path.dirname(this.file(key, 'mp4')), this.fs);
      const record: StoredChunk = {
        ...segment, key, path: this.file(key, 'mp4'), createdAt: new Date().toISOString(), ...(notes === undefined ? {} : {notes}),
      };
      const local = await this.bringInside(key, segment);
      await this.placeOnce(key, local, segment);
      await this.writeRecord(key, record);
      await this.fs.rm(local, {force: true});
      if (local !== segment.path) await this.fs.rm(segment.path, {force: true});
      return record;
    } catch (error) {
      throw !isSystemError(error) ? error : unwritable(`chunk ${short(key)} in ${this.root}`, error);
    }
  }

  public temporaryPath(key: string): string {
    return path.join(this.root, 'incoming', `${checkedKey(key)}.${process.pid}.${randomBytes(4).toString('hex')}.mp4`);
  }

  public async ls(): Promise<StoreEntry[]> {
    const entries: StoreEntry[] = [];
    for (const key of await this.keys()) {
      const record = await this.record(key).catch(() => undefined);
      const usedAt = await this.fs.stat(this.file(key, 'json')).then(({mtime}) => mtime, () => undefined);
      if (record !== undefined && usedAt !== undefined) entries.push({key, bytes: record.bytes, frames: record.frames, usedAt});
    }
    return entries.sort((a, b) => b.usedAt.getTime() - a.usedAt.getTime());
  }

  public async verify(): Promise<StoreReport> {
    const corrupt: string[] = [];
    let entries = 0;
    let bytes = 0;
    for (const key of await this.keys()) {
      const found = await this.read(key);
      if (typeof found === 'object') {
        entries++;
        bytes += found.bytes;
      } else if (found === 'corrupt') {
        corrupt.push(key);
        this.counts.corrupt++;
        await this.forget(key);
      }
    }
    return {entries, bytes, corrupt};
  }

  public async hold(): Promise<() => Promise<void>> {
    const lease = path.join(this.root, 'in-use', ownName());
    try {
      await this.fs.mkdir(path.dirname(lease), {recursive: true});
      await this.fs.writeFile(lease, '');
    } catch (error) {
      // From a store that may only be read nothing can be deleted either.
      if (!isSystemError(error)) throw error;
      return async () => undefined;
    }
    const keep = removeAtExit(lease);
    return async () => {
      keep();
      await this.fs.rm(lease, {force: true}).catch(() => undefined);
    };
  }

  public async gc({maxBytes = Infinity, maxAgeDays = Infinity}: {readonly maxBytes?: number; readonly maxAgeDays?: number}): Promise<{deleted: number; bytes: number; inUse: number}> {
    const oldest = Date.now() - maxAgeDays * 86_400_000;
    const begun = await this.oldestRun();
    let kept = 0;
    const result = {deleted: 0, bytes: 0, inUse: 0};
    for (const entry of await this.ls()) {
      const fits = kept + entry.bytes <= maxBytes && entry.usedAt.getTime() >= oldest;
      // A run may have come upon it since the list was made.
      const isInUse = !fits && (await this.usedAt(entry.key)) >= begun;
      if (fits || isInUse) {
        kept += entry.bytes;
        if (isInUse) result.inUse++;
        continue;
      }
      await this.forget(entry.key);
      result.deleted++;
      result.bytes += entry.bytes;
    }
    return result;
  }

  public async sweep(olderThanSeconds = 3600): Promise<number> {
    let swept = 0;
    for (const folder of [path.join(this.root, 'incoming'), ...(await this.folders())]) {
      for (const name of await this.fs.readdir(folder).catch(() => [])) {
        const file = path.join(folder, name);
        if (path.basename(folder) !== 'incoming' && !isTemporary(name)) continue;
        const age = await this.fs.stat(file).then(({mtimeMs}) => (Date.now() - mtimeMs) / 1000, () => -1);
        if (age < olderThanSeconds) continue;
        await this.fs.rm(file, {force: true, recursive: true});
        swept++;
      }
    }
    return swept;
  }

  private file(key: string, kind: 'mp4' | 'json'): string {
    return path.join(this.root, checkedKey(key).slice(0, 2), `${key}.${kind}`);
  }

  /**
   * An entry exists from the moment its record does; the record is written last, and removed first. A disk that does not
   * answer now is no proof of damage: the chunk is then not found, and left where it is.
   */
  private async read(key: string): Promise<StoredChunk | 'missing' | 'corrupt'> {
    try {
      const record = await this.record(key);
      if (record === undefined) return (await this.exists(this.file(key, 'json'))) ? 'corrupt' : 'missing';
      const {size} = await this.fs.stat(record.path);
      return size === record.bytes && (await fileHash(record.path, this.fs)) === record.sha256 ? record : 'corrupt';
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return isAbsence(error) ? 'corrupt' : 'missing';
    }
  }

  private async record(key: string): Promise<StoredChunk | undefined> {
    const text = await this.fs.readFile(this.file(key, 'json'), 'utf8').catch((error: unknown) => {
      if (isAbsence(error)) return '';
      throw error;
    });
    const value = parsed(text);
    // A store may have been moved: where its files are is known here, not there.
    return isRecord(value) && value.key === key ? {...value, path: this.file(key, 'mp4')} : undefined;
  }

  private async exists(file: string): Promise<boolean> {
    return this.fs.stat(file).then(() => true, () => false);
  }

  /** A segment written elsewhere is copied in first, since link() and rename() stay within one file system. */
  private async bringInside(key: string, segment: Segment): Promise<string> {
    if (path.dirname(path.resolve(segment.path)) === path.join(this.root, 'incoming')) return segment.path;
    const inside = this.temporaryPath(key);
    try {
      await this.fs.link(segment.path, inside);
    } catch (error) {
      if (!['EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      await this.fs.copyFile(segment.path, inside);
      await syncToDisk(inside, this.fs);
    }
    return inside;
  }

  /** Gives the file its name unless another has it; the one who came first is compared with, never overwritten. */
  private async placeOnce(key: string, local: string, {sha256, frames}: Segment): Promise<void> {
    const target = this.file(key, 'mp4');
    for (let attempt = 0; ; attempt++) {
      try {
        await this.fs.link(local, target);
        await syncFolder(path.dirname(target));
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 3) throw error;
      }
      const there = await fileHash(target, this.fs).catch(() => undefined);
      if (there === sha256) return;
      if (await this.isSound(key, there, frames)) throw await this.quarantine(key, local, target);
      await this.fs.rm(target, {force: true});
    }
  }

  /**
   * True when a chunk that stands there is what somebody meant to put: by its record, or, where its writer has not come
   * to that yet, by its own tables. Anything else is damage, and gives way.
   */
  private async isSound(key: string, sha256: string | undefined, frames: number): Promise<boolean> {
    if (sha256 === undefined) return false;
    const record = await this.record(key);
    if (record !== undefined) return record.sha256 === sha256;
    return readMp4(this.file(key, 'mp4')).then(({video}) => video?.frames === frames, () => false);
  }

  private async writeRecord(key: string, record: StoredChunk): Promise<void> {
    const target = this.file(key, 'json');
    const temporary = `${target}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
    try {
      await this.fs.writeFile(temporary, `${JSON.stringify(record, null, 1)}\n`);
      await this.fs.rename(temporary, target);
    } catch (error) {
      await this.fs.rm(temporary, {force: true}).catch(() => undefined);
      throw error;
    }
    await syncFolder(path.dirname(target));
  }

  /** The same key must mean the same bytes. When it does not, both are kept to be looked at, and neither is served. */
  private async quarantine(key: string, local: string, target: string): Promise<AuthorError> {
    const folder = path.join(this.root, 'quarantine');
    await makeFolder(folder, this.fs);
    const name = (which: string): string => path.join(folder, `${key}.${which}.mp4`);
    await this.fs.rm(this.file(key, 'json'), {force: true});
    await this.fs.rename(target, name('first'));
    await this.fs.rename(local, name(`second-${randomBytes(4).toString('hex')}`));
    return new AuthorError(`Cannot store chunk ${short(key)}: it was drawn twice, with different results`, {
      fix: `compare the two files in ${folder}; something the scene uses is not decided by its inputs (a clock, a random number without a seed, a file on the network)`,
      exitCode: ExitCode.nondeterminism,
    });
  }

  private async forget(key: string): Promise<void> {
    await this.fs.rm(this.file(key, 'json'), {force: true}).catch(() => undefined);
    await this.fs.rm(this.file(key, 'mp4'), {force: true}).catch(() => undefined);
  }

  /** When the oldest run began that is still going on, ms; a second earlier, for clocks of files are coarse. */
  private async oldestRun(): Promise<number> {
    const folder = path.join(this.root, 'in-use');
    let oldest = Infinity;
    for (const name of await this.fs.readdir(folder).catch(() => [])) {
      const lease = path.join(folder, name);
      if (await isLeftBehind(lease)) await this.fs.rm(lease, {force: true}).catch(() => undefined);
      else oldest = Math.min(oldest, await this.fs.stat(lease).then(({mtimeMs}) => mtimeMs - 1000, () => Infinity));
    }
    return oldest;
  }

  private async usedAt(key: string): Promise<number> {
    return this.fs.stat(this.file(key, 'json')).then(({mtimeMs}) => mtimeMs, () => 0);
  }

  private async folders(): Promise<string[]> {
    const names = await this.fs.readdir(this.root).catch(() => []);
    return names.filter(name => /^[0-9a-f]{2}$/.test(name)).map(name => path.join(this.root, name));
  }

  private async keys(): Promise<string[]> {
    const names = await Promise.all((await this.folders()).map(folder => this.fs.readdir(folder).catch(() => [])));
    return names.flat().flatMap(name => /^([0-9a-f]{64})\.json$/.exec(name)?.[1] ?? []);
  }
}

function isTemporary(name: string): boolean {
  return name.endsWith('.tmp');
}

function isAbsence(error: unknown): boolean {
  return isSystemError(error) && error.code === 'ENOENT';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is StoredChunk {
  const record = value as Partial<StoredChunk> | null;
  return typeof record === 'object' && typeof record?.sha256 === 'string' && typeof record.bytes === 'number'
    && typeof record.frames === 'number' && typeof record.header === 'object';
}

/** Keys become file names, so nothing but a hash is taken for one. */
function checkedKey(key: string): string {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new TypeError(`Cannot use ${JSON.stringify(key)} as a chunk's key: it takes 64 hexadecimal digits`);
  return key;
}

function short(key: string): string {
  return `${key.slice(0, 12)}…`;
}
