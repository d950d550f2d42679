import {copyFileSync, readFileSync, readdirSync, truncateSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {movingSegment, encoderReady} from '../encoder/films';
import {fileHash} from '../../src/encoder/disk';
import {encoderSettings} from '../../src/encoder/profiles';
import type {StoredChunk} from '../../src/farm/chunkStore';
import {cleanRender, figuresOf, fileSha256, filesIn, renderSix, sixChunks, verifiedStore, type CleanRender, type Place} from './faults';

let clean: CleanRender;
beforeAll(async () => {
  clean = await cleanRender();
});

interface Entry {
  readonly film: string;
  readonly record: string;
  readonly frames: number;
}

function entriesOf({cache}: Place): Entry[] {
  return filesIn(path.join(cache, 'chunks')).filter(name => name.endsWith('.json')).map(name => {
    const record = path.join(cache, 'chunks', name);
    return {record, film: record.replace(/json$/, 'mp4'), frames: (JSON.parse(readFileSync(record, 'utf8')) as StoredChunk).frames};
  });
}

function flipBit(file: string): void {
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(file, bytes);
}

describe('a render from a damaged store', () => {
  test('draws exactly the damaged chunks again, whatever happened to them, and makes the same film', async () => {
    const place = clean.place({chunks: true});
    const [flipped, cut, empty, swapped, swappedToo, stale] = entriesOf(place);
    flipBit(flipped!.film);
    truncateSync(cut!.film, 500);
    truncateSync(empty!.film, 0);
    const kept = readFileSync(swapped!.film);
    copyFileSync(swappedToo!.film, swapped!.film);
    writeFileSync(swappedToo!.film, kept);
    const again = figuresOf(await renderSix(place));
    expect(again.sha256).toBe(clean.figures.sha256);
    expect(again.drawn_frames).toBe(clean.figures.frames - stale!.frames);

    writeFileSync(stale!.record, readFileSync(stale!.record, 'utf8').replace(/"sha256": "[0-9a-f]+/, `"sha256": "${'0'.repeat(64)}`));
    const oneAgain = figuresOf(await renderSix(place));
    expect(oneAgain).toMatchObject({sha256: clean.figures.sha256, drawn_frames: stale!.frames});
    expect(await verifiedStore(place)).toMatchObject({entries: sixChunks, corrupt: []});
  });

  test('does not take a whole film of fewer frames, with a record that fits it, for a chunk', async () => {
    const place = clean.place({chunks: true});
    const [entry] = entriesOf(place);
    const settings = encoderSettings({profile: 'review', width: 64, height: 36, fps: 30});
    const shorter = await movingSegment(await encoderReady(), path.join(place.cache, 'shorter.mp4'), entry!.frames - 5, 0, settings);
    copyFileSync(shorter.path, entry!.film);
    const record = JSON.parse(readFileSync(entry!.record, 'utf8')) as StoredChunk;
    const lie: StoredChunk = {...record, frames: shorter.frames, bytes: shorter.bytes, sha256: await fileHash(entry!.film)};
    writeFileSync(entry!.record, JSON.stringify(lie));
    const again = figuresOf(await renderSix(place));
    expect(again).toMatchObject({sha256: clean.figures.sha256, frames: clean.figures.frames, drawn_frames: entry!.frames});
  });

  test.each([
    ['is empty', (file: string) => truncateSync(file, 0)],
    ['tells of another length', (file: string) => writeFileSync(file, readFileSync(file, 'utf8').replace(/"endFrame":(\d+)/, (_, end) => `"endFrame":${Number(end) - 1}`))],
  ] as const)('measures again when what it remembers of the scenes %s', async (_name, damage) => {
    const place = clean.place({chunks: true});
    const folder = path.join(place.cache, 'measurements');
    for (const name of readdirSync(folder)) damage(path.join(folder, name));
    const again = figuresOf(await renderSix(place));
    expect(again).toMatchObject({sha256: clean.figures.sha256, drawn_frames: 0});
    expect(fileSha256(place.film)).toBe(clean.figures.sha256);
  });

  test('writes the bundle of its scenes again when it was damaged', async () => {
    const place = clean.place({chunks: true});
    const {sha256} = figuresOf(await renderSix(place));
    const bundles = path.join(place.cache, 'bundles');
    for (const name of readdirSync(bundles)) truncateSync(path.join(bundles, name), 100);
    expect(figuresOf(await renderSix(place, {args: ['--no-cache']})).sha256).toBe(sha256);
  });
});
