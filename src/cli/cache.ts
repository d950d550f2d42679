/** `lectern cache`: the chunks that are kept from one render to the next; list them, read them through, make room. */
import path from 'node:path';
import pc from 'picocolors';
import {AuthorError, ExitCode} from '../author/authorError';
import {openChunkStore, type ChunkStore} from '../farm/chunkStore';
import {collectCache} from '../farm/collectCache';
import {cacheFolder} from '../timeline/cacheFolder';

interface JsonFlag {
  readonly json?: boolean;
}

/** Lists the chunks, last used first: when, frames, size, key. The sum goes to stderr. */
export async function listCache({json}: JsonFlag): Promise<void> {
  const store = await storeHere();
  const entries = await store.ls();
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (json) {
    const chunks = entries.map(({key, frames, bytes: size, usedAt}) => ({key, frames, bytes: size, used_at: usedAt.toISOString()}));
    process.stdout.write(`${JSON.stringify({folder: store.root, bytes, chunks})}\n`);
    return;
  }
  for (const {key, frames, bytes: size, usedAt} of entries) {
    process.stdout.write(`${usedAt.toISOString().slice(0, 16).replace('T', ' ')}  ${String(frames).padStart(5)} frames  ${megabytes(size).padStart(9)}  ${key}\n`);
  }
  process.stderr.write(pc.dim(`${counted(entries.length)}, ${megabytes(bytes)}, in ${store.root}\n`));
}

/**
 * Reads every chunk through and deletes what is damaged.
 *
 * @throws AuthorError (exit code 7) where there was any
 */
export async function verifyCache({json}: JsonFlag): Promise<void> {
  const store = await storeHere();
  const {entries, bytes, corrupt} = await store.verify();
  if (json) process.stdout.write(`${JSON.stringify({folder: store.root, chunks: entries, bytes, damaged: corrupt})}\n`);
  else process.stdout.write(`${counted(entries)}, ${megabytes(bytes)}, sound\n`);
  if (corrupt.length === 0) return;
  const keys = corrupt.map(key => key.slice(0, 12)).join(', ');
  throw new AuthorError(`Cannot vouch for ${counted(corrupt.length)} of ${entries + corrupt.length}: damaged, and deleted (${keys})`, {
    fix: 'render again: what was deleted is drawn anew', exitCode: ExitCode.verification,
  });
}

/** Deletes chunks, bundles and measurements beyond the limits, and says how much room that made. */
export async function collectGarbage({json, maxSize, maxAge}: JsonFlag & {readonly maxSize: number; readonly maxAge: number}): Promise<void> {
  const cache = cacheFolder(process.cwd());
  const {deleted, bytes, inUse} = await collectCache(cache, {maxBytes: maxSize, maxAgeDays: maxAge});
  const kept = await (await storeHere()).ls();
  const keptBytes = kept.reduce((sum, entry) => sum + entry.bytes, 0);
  if (json) {
    process.stdout.write(`${JSON.stringify({folder: cache, deleted, bytes, kept: kept.length, kept_bytes: keptBytes, in_use: inUse})}\n`);
    return;
  }
  process.stdout.write(`${megabytes(bytes)} freed, ${counted(kept.length)} kept (${megabytes(keptBytes)})\n`);
  if (inUse > 0) process.stderr.write(pc.dim(`${counted(inUse)} beyond the limits stayed: a render is using them\n`));
}

function storeHere(): Promise<ChunkStore> {
  return openChunkStore(path.join(cacheFolder(process.cwd()), 'chunks'));
}

function counted(chunks: number): string {
  return `${chunks} ${chunks === 1 ? 'chunk' : 'chunks'}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
