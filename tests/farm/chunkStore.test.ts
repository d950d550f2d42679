import {spawnSync} from 'node:child_process';
import {chmodSync, copyFileSync, existsSync, readFileSync, readdirSync, renameSync, statSync, truncateSync, utimesSync, writeFileSync} from 'node:fs';
import nodeFs from 'node:fs/promises';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import type {Ffmpeg} from '../../src/encoder/ffmpeg';
import type {Segment} from '../../src/encoder/segment';
import {chunkKey} from '../../src/farm/chunkKey';
import {openChunkStore, type ChunkStore, type StoreFs} from '../../src/farm/chunkStore';
import {encoderReady, movingSegment, testFolder} from '../encoder/films';

const folder = testFolder('store');
let ffmpeg: Ffmpeg;
let one: Segment;
let other: Segment;
beforeAll(async () => {
  ffmpeg = await encoderReady();
  one = await movingSegment(ffmpeg, path.join(folder, 'one.mp4'), 20);
  other = await movingSegment(ffmpeg, path.join(folder, 'other.mp4'), 20, 5);
});

let count = 0;
const key = chunkKey({chunk: 1});
const key2 = chunkKey({chunk: 2});

function newRoot(): string {
  return path.join(folder, `store-${count++}`);
}

/** A copy of a segment where the store wants it, for put() takes the file away. */
function copyIn(store: ChunkStore, segment: Segment, name = key): Segment {
  const file = store.temporaryPath(name);
  copyFileSync(segment.path, file);
  return {...segment, path: file};
}

/** Every file below a folder, by its path within it. */
function files(root: string): string[] {
  return readdirSync(root, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile()).map(entry => path.relative(root, path.join(entry.parentPath, entry.name))).sort();
}

async function filled(): Promise<{store: ChunkStore; root: string; file: string; record: string}> {
  const root = newRoot();
  const store = await openChunkStore(root);
  const {path: file} = await store.put(key, copyIn(store, one));
  return {store, root, file, record: file.replace(/mp4$/, 'json')};
}

describe('openChunkStore()', () => {
  test('get() of what was put returns it, with its file and its notes', async () => {
    const {root} = await filled();
    const store = await openChunkStore(root);
    await store.put(key2, copyIn(store, other, key2), {host: 'here', seconds: 1.5});
    expect(await store.get(key)).toMatchObject({key, frames: 20, bytes: one.bytes, sha256: one.sha256, header: one.header});
    expect(await store.get(key2)).toMatchObject({notes: {host: 'here', seconds: 1.5}});
    expect(readFileSync((await store.get(key))!.path)).toEqual(readFileSync(one.path));
    expect(store.counts).toEqual({hits: 3, misses: 0, corrupt: 0});
  });

  test('keeps one file and one record a chunk, in folders of two digits, and takes the segment away', async () => {
    const {root} = await filled();
    expect(files(root)).toEqual([`${key.slice(0, 2)}/${key}.json`, `${key.slice(0, 2)}/${key}.mp4`]);
  });

  test('get() of what was never put counts a miss', async () => {
    const store = await openChunkStore(newRoot());
    expect(await store.get(key)).toBeUndefined();
    expect(store.counts).toEqual({hits: 0, misses: 1, corrupt: 0});
  });

  test('put() of the same chunk again is harmless, also by many at once', async () => {
    const root = newRoot();
    const stores = await Promise.all([1, 2, 3, 4].map(() => openChunkStore(root)));
    const put = await Promise.all(stores.map(store => store.put(key, copyIn(store, one))));
    expect(new Set(put.map(chunk => chunk.sha256)).size).toBe(1);
    expect(files(root)).toHaveLength(2);
  });

  test('put() of other bytes under the same key stops the run and keeps both in quarantine', async () => {
    const {store, root} = await filled();
    await expect(store.put(key, copyIn(store, other))).rejects.toMatchObject({exitCode: 8, message: `Cannot store chunk ${key.slice(0, 12)}…: it was drawn twice, with different results`});
    expect(files(path.join(root, 'quarantine'))).toHaveLength(2);
    expect(await store.get(key)).toBeUndefined();
  });

  test('put() of other bytes where the record is not written yet is noticed too', async () => {
    const {store, record} = await filled();
    await nodeFs.rm(record);
    await expect(store.put(key, copyIn(store, other))).rejects.toMatchObject({exitCode: 8});
  });

  test('put() from another file system copies', async () => {
    const elsewhere = {...one, path: path.join(folder, 'elsewhere.mp4')};
    copyFileSync(one.path, elsewhere.path);
    let first = true;
    const fs: StoreFs = {...nodeFs, link: async (from, to) => {
      if (first) {
        first = false;
        throw Object.assign(new Error('EXDEV: cross-device link not permitted'), {code: 'EXDEV', syscall: 'link'});
      }
      return nodeFs.link(from, to);
    }};
    const root = newRoot();
    const store = await openChunkStore(root, {fs});
    await store.put(key, elsewhere);
    expect((await store.get(key))?.sha256).toBe(one.sha256);
    expect(existsSync(elsewhere.path)).toBe(false);
    expect(files(root)).toHaveLength(2);
  });

  test.each(['', '../../etc/passwd', 'ABC', 'a'.repeat(63), `${'a'.repeat(64)}/x`])('of the key %j is a TypeError', async bad => {
    const store = await openChunkStore(newRoot());
    await expect(store.get(bad)).rejects.toThrow(TypeError);
    expect(() => store.temporaryPath(bad)).toThrow(TypeError);
  });

  test.skipIf(process.getuid?.() === 0)('that may only be read still serves, and says so when put to', async () => {
    const {store, root, file} = await filled();
    chmodSync(path.dirname(file), 0o555);
    chmodSync(root, 0o555);
    expect((await store.get(key))?.sha256).toBe(one.sha256);
    await expect(store.put(key2, {...other, path: other.path})).rejects.toMatchObject({exitCode: 2});
    chmodSync(root, 0o755);
    chmodSync(path.dirname(file), 0o755);
  });
});

describe('a damaged chunk', () => {
  const damages: Record<string, (file: string, record: string) => unknown> = {
    'with one bit flipped': file => {
      const bytes = readFileSync(file);
      bytes[bytes.length >> 1]! ^= 1;
      writeFileSync(file, bytes);
    },
    'cut short': file => truncateSync(file, 100),
    'of no bytes': file => truncateSync(file, 0),
    'that is gone': file => nodeFs.rm(file),
    'that is a valid but other film': file => copyFileSync(other.path, file),
    'with a record of no bytes': (_, record) => truncateSync(record, 0),
    'with half a record': (_, record) => truncateSync(record, 40),
    'with the record of another': (_, record) => writeFileSync(record, readFileSync(record, 'utf8').replaceAll(key, key2)),
    'with a stale record': (_, record) => writeFileSync(record, readFileSync(record, 'utf8').replace(one.sha256, other.sha256)),
    'with a record that is no record': (_, record) => writeFileSync(record, 'null'),
  };

  test.each(Object.entries(damages))('%s is not served, but deleted, counted, and put again', async (_name, damage) => {
    const {store, root, file, record} = await filled();
    await damage(file, record);
    expect(await store.get(key)).toBeUndefined();
    expect(store.counts).toEqual({hits: 0, misses: 0, corrupt: 1});
    expect(files(root)).toEqual([]);
    await store.put(key, copyIn(store, one));
    expect((await store.get(key))?.sha256).toBe(one.sha256);
  });

  test.each(Object.entries(damages))('%s is found by verify()', async (_name, damage) => {
    const {store, file, record} = await filled();
    await store.put(key2, copyIn(store, other, key2));
    await damage(file, record);
    expect(await store.verify()).toEqual({entries: 1, bytes: other.bytes, corrupt: [key]});
  });

  test('in its place gives way to a sound one that is put', async () => {
    const {store, file} = await filled();
    truncateSync(file, 50);
    await store.put(key, copyIn(store, one));
    expect((await store.get(key))?.sha256).toBe(one.sha256);
  });

  test('and another, swapped with each other, are both noticed', async () => {
    const {store, file} = await filled();
    const second = await store.put(key2, copyIn(store, other, key2));
    copyFileSync(one.path, second.path);
    copyFileSync(other.path, file);
    expect(await Promise.all([store.get(key), store.get(key2)])).toEqual([undefined, undefined]);
    expect(store.counts.corrupt).toBe(2);
  });
});

describe('put() and get() when the disk fails', () => {
  /** Counts every call, and fails the n-th; sticky: all from the n-th on. */
  function failing(n: number, sticky: boolean): {fs: StoreFs; calls: () => number} {
    let calls = 0;
    const check = (syscall: string): void => {
      calls++;
      if (calls === n || (sticky && calls > n)) throw Object.assign(new Error(`EIO: i/o error, ${syscall}`), {code: 'EIO', syscall});
    };
    const names = ['copyFile', 'link', 'mkdir', 'open', 'readFile', 'readdir', 'rename', 'rm', 'stat', 'utimes', 'writeFile'] as const;
    const entries = names.map(name => [name, async (...args: unknown[]) => {
      check(name);
      return (nodeFs[name] as (...all: unknown[]) => Promise<unknown>)(...args);
    }]);
    return {fs: Object.fromEntries(entries) as StoreFs, calls: () => calls};
  }

  async function putAndGet(root: string, fs: StoreFs): Promise<unknown> {
    const store = await openChunkStore(root, {fs});
    return store.put(key, copyIn(store, one)).then(() => store.get(key)).catch((error: unknown) => error);
  }

  test.each([false, true])('at any call, with sticky %s, either succeeds or fails cleanly, and the store is sound', async sticky => {
    const {calls} = await (async () => {
      const counted = failing(Infinity, false);
      await putAndGet(newRoot(), counted.fs);
      return counted;
    })();
    expect(calls()).toBeGreaterThan(6);
    for (let n = 1; n <= calls(); n++) {
      const root = newRoot();
      const result = await putAndGet(root, failing(n, sticky).fs);
      if (result instanceof Error) expect(result).toMatchObject({exitCode: 2, message: expect.stringContaining('EIO') as string});
      const after = await openChunkStore(root);
      expect((await after.verify()).corrupt).toEqual([]);
      const found = await after.get(key);
      if (found !== undefined) expect(found.sha256).toBe(one.sha256);
      await after.put(key, copyIn(after, one));
      expect((await after.get(key))?.sha256).toBe(one.sha256);
    }
  });

  test.each(['open', 'stat', 'readFile'] as const)('get() leaves a sound chunk alone when %s() fails for the moment', async call => {
    const {root} = await filled();
    const fs = {...nodeFs, [call]: () => Promise.reject(Object.assign(new Error('EMFILE'), {code: 'EMFILE', syscall: call}))} as StoreFs;
    const store = await openChunkStore(root, {fs});
    expect(await store.get(key)).toBeUndefined();
    expect(store.counts).toEqual({hits: 0, misses: 1, corrupt: 0});
    expect((await (await openChunkStore(root)).get(key))?.sha256).toBe(one.sha256);
  });

  test.each([['ENOSPC', 6], ['EDQUOT', 6], ['EROFS', 2], ['EMFILE', 2]])('with %s ends with exit code %i', async (code, exitCode) => {
    const fs: StoreFs = {...nodeFs, writeFile: () => Promise.reject(Object.assign(new Error(code), {code, syscall: 'write'}))};
    const store = await openChunkStore(newRoot(), {fs});
    await expect(store.put(key, copyIn(store, one))).rejects.toMatchObject({exitCode});
  });
});

describe('housekeeping', () => {
  async function threeChunks(): Promise<{store: ChunkStore; keys: string[]}> {
    const store = await openChunkStore(newRoot());
    const keys = [1, 2, 3].map(chunk => chunkKey({chunk}));
    for (const [i, name] of keys.entries()) {
      const {path: file} = await store.put(name, copyIn(store, one, name));
      const days = new Date(Date.now() - (10 - 4 * i) * 86_400_000);
      utimesSync(file.replace(/mp4$/, 'json'), days, days);
    }
    return {store, keys};
  }

  test('ls() lists what is there, last used first', async () => {
    const {store, keys} = await threeChunks();
    expect((await store.ls()).map(entry => entry.key)).toEqual(keys.toReversed());
    expect((await store.ls())[0]).toMatchObject({bytes: one.bytes, frames: 20});
  });

  test('gc() by age deletes what was not used lately, and a read counts as use', async () => {
    const {store, keys} = await threeChunks();
    await store.get(keys[0]!);
    expect(await store.gc({maxAgeDays: 5})).toEqual({deleted: 1, bytes: one.bytes, inUse: 0});
    expect((await store.ls()).map(entry => entry.key)).toEqual([keys[0], keys[2]]);
  });

  test('gc() by size keeps what was used last', async () => {
    const {store, keys} = await threeChunks();
    expect(await store.gc({maxBytes: 2 * one.bytes})).toEqual({deleted: 1, bytes: one.bytes, inUse: 0});
    expect((await store.ls()).map(entry => entry.key)).toEqual([keys[2], keys[1]]);
    expect(await store.gc({maxBytes: 0})).toMatchObject({deleted: 2});
    expect(files(store.root)).toEqual([]);
  });

  test('gc() without limits deletes nothing', async () => {
    const {store} = await threeChunks();
    expect(await store.gc({})).toEqual({deleted: 0, bytes: 0, inUse: 0});
  });

  test('gc() spares what a run has used or made since it began, and only while it goes on', async () => {
    const {store, keys} = await threeChunks();
    const release = await store.hold();
    await store.get(keys[0]!);
    const fresh = chunkKey({chunk: 9});
    await store.put(fresh, copyIn(store, other, fresh));
    const another = await openChunkStore(store.root);
    expect(await another.gc({maxBytes: 0})).toEqual({deleted: 2, bytes: 2 * one.bytes, inUse: 2});
    expect((await another.ls()).map(entry => entry.key).sort()).toEqual([keys[0], fresh].sort());
    await release();
    expect(await another.gc({maxBytes: 0})).toMatchObject({deleted: 2, inUse: 0});
    expect(files(store.root)).toEqual([]);
  });

  test('gc() does not wait for a run that was killed', async () => {
    const {store} = await threeChunks();
    await store.hold();
    const [lease] = readdirSync(path.join(store.root, 'in-use'));
    const dead = spawnSync('true').pid;
    renameSync(path.join(store.root, 'in-use', lease!), path.join(store.root, 'in-use', lease!.replace(`-${process.pid}-`, `-${dead}-`)));
    await store.get((await store.ls())[0]!.key);
    expect(await store.gc({maxBytes: 0})).toMatchObject({deleted: 3, inUse: 0});
    expect(files(store.root)).toEqual([]);
  });

  test('get() of a chunk that must have another number of frames finds none, and counts a damaged one', async () => {
    const {store} = await filled();
    expect((await store.get(key, 20))?.sha256).toBe(one.sha256);
    expect(await store.get(key, 21)).toBeUndefined();
    expect(store.counts).toEqual({hits: 1, misses: 0, corrupt: 1});
    expect(files(store.root)).toEqual([]);
  });

  test('sweep() deletes what killed runs left, and nothing that is in use', async () => {
    const {store, keys} = await threeChunks();
    const left = store.temporaryPath(key);
    const half = path.join(store.root, keys[0]!.slice(0, 2), 'x.json.1.tmp');
    for (const file of [left, half]) {
      writeFileSync(file, 'half');
      utimesSync(file, new Date(0), new Date(0));
    }
    const fresh = store.temporaryPath(key);
    writeFileSync(fresh, 'being written');
    expect(await store.sweep()).toBe(2);
    expect([left, half, fresh].map(file => existsSync(file))).toEqual([false, false, true]);
    expect((await store.verify()).entries).toBe(3);
    expect(statSync(store.root).isDirectory()).toBe(true);
  });
});
