/**
 * Makes room in a project's cache. In: limits. Out: what was deleted. Chunks go by use, and never from under a run; bundles,
 * measurements and records of films go by age, since each edit of a scene leaves some behind.
 */
import {readdir, rm, stat} from 'node:fs/promises';
import path from 'node:path';
import {openChunkStore} from './chunkStore';

export interface CacheLimits {
  /** Bytes of chunks that may stay. */
  readonly maxBytes?: number;
  /** Days since the last use. */
  readonly maxAgeDays?: number;
}

export interface Collected {
  readonly deleted: number;
  readonly bytes: number;
  /** Chunks beyond the limits that a run is using. */
  readonly inUse: number;
}

/** A run opens its bundles when its workers start, so the youngest are left alone whatever the limits say. */
const youngestDays = 1;

/**
 * Deletes what is beyond the limits, and whatever runs that were killed left behind.
 *
 * @param cache - the project's cache folder, absolute
 */
export async function collectCache(cache: string, limits: CacheLimits): Promise<Collected> {
  const store = await openChunkStore(path.join(cache, 'chunks'));
  await store.sweep();
  const chunks = await store.gc(limits);
  const oldest = Date.now() - Math.max(limits.maxAgeDays ?? Infinity, youngestDays) * 86_400_000;
  let {deleted, bytes} = chunks;
  for (const folder of ['bundles', 'measurements', 'films', 'chunks/quarantine']) {
    for (const name of await readdir(path.join(cache, folder)).catch(() => [])) {
      const file = path.join(cache, folder, name);
      const {mtimeMs, size} = await stat(file);
      if (mtimeMs >= oldest) continue;
      await rm(file, {recursive: true, force: true});
      deleted++;
      bytes += size;
    }
  }
  return {deleted, bytes, inUse: chunks.inUse};
}
