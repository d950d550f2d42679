import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {cleanRender, figuresOf, fileSha256, filesIn, renderSix, sixChunks, verifiedStore, type CleanRender} from './faults';

let clean: CleanRender;
beforeAll(async () => {
  clean = await cleanRender();
});

describe('four renders of one chapter at once', () => {
  test('into one store and one output all succeed, with one film', async () => {
    const place = clean.place();
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => renderSix(place)));
    for (const outcome of outcomes) expect(figuresOf(outcome).sha256).toBe(clean.figures.sha256);
    expect(fileSha256(place.film)).toBe(clean.figures.sha256);
    expect(filesIn(place.folder)).toEqual(clean.figures.files.map(file => path.basename(file)).sort());
    expect(await verifiedStore(place)).toMatchObject({entries: sixChunks, corrupt: []});
    expect(filesIn(path.join(place.cache, 'chunks')).filter(name => !/^[0-9a-f]{2}\/[0-9a-f]{64}\.(mp4|json)$/.test(name))).toEqual([]);
  });

  test('with an empty cache all make their bundles, and one of them stays', async () => {
    const place = clean.place();
    const empty = {...place, cache: path.join(place.cache, 'empty')};
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => renderSix(empty, {args: ['--range', '0-10']})));
    expect(new Set(outcomes.map(outcome => figuresOf(outcome).sha256)).size).toBe(1);
    expect(filesIn(empty.cache).filter(name => name.includes('.tmp'))).toEqual([]);
  });
});
