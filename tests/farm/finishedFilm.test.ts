import {appendFile, copyFile, mkdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {fileHash} from '../../src/encoder/disk';
import type {Ffmpeg} from '../../src/encoder/ffmpeg';
import type {Segment} from '../../src/encoder/segment';
import {finishFilm, type FinishOrder} from '../../src/farm/finishedFilm';
import {encoderReady, movingSegment, smallSettings, testFolder} from '../encoder/films';

const folder = testFolder('finished');
let ffmpeg: Ffmpeg;
let segments: Segment[];
beforeAll(async () => {
  ffmpeg = await encoderReady();
  segments = [await movingSegment(ffmpeg, path.join(folder, '0.mp4'), 12, 0), await movingSegment(ffmpeg, path.join(folder, '1.mp4'), 12, 12)];
});

/** A film joined in a place of its own, and what finishing it again does to the file. */
async function finished(name: string) {
  const place = path.join(folder, name);
  await mkdir(place);
  const file = path.join(place, 'film.mp4');
  const finish = (more: Partial<FinishOrder> = {}) => finishFilm({ffmpeg, settings: smallSettings(), segments, path: file, title: 'Two words', ...more}, path.join(place, 'cache'));
  const film = await finish();
  /** A film that is joined again is another file. */
  const isLeftAlone = async (more: Partial<FinishOrder> = {}) => {
    const before = await stat(file).catch(() => undefined);
    await finish(more);
    return (await stat(file)).ino === before?.ino;
  };
  return {film, file, finish, isLeftAlone};
}

describe('finishFilm()', () => {
  test('leaves a film alone that stands there as it was joined, and tells the same of it', async () => {
    const {film, finish, isLeftAlone} = await finished('same');
    expect(await isLeftAlone()).toBe(true);
    expect(await finish()).toEqual(film);
  });

  test('joins again what was edited, cut short or taken away', async () => {
    const {film, file, isLeftAlone} = await finished('touched');
    await appendFile(file, 'x');
    expect(await isLeftAlone()).toBe(false);
    await rm(file);
    expect(await isLeftAlone()).toBe(false);
    expect(await fileHash(file)).toBe(film.sha256);
  });

  test('joins again for other pieces, words or settings', async () => {
    const {isLeftAlone} = await finished('other');
    expect(await isLeftAlone({title: 'Three words'})).toBe(false);
    expect(await isLeftAlone({title: 'Three words', segments: segments.slice(0, 1)})).toBe(false);
    expect(await isLeftAlone({title: 'Three words', segments: segments.slice(0, 1), language: 'de'})).toBe(false);
    expect(await isLeftAlone({title: 'Three words', segments: segments.slice(0, 1), language: 'de'})).toBe(true);
  });

  test('joins again when a sound has another content under the same name', async () => {
    const {isLeftAlone} = await finished('sound');
    const sound = path.join(folder, 'sound.wav');
    await copyFile(path.resolve('tests/conformance/assets/beep.wav'), sound);
    const sounds = [{path: sound, startSeconds: 0}];
    expect(await isLeftAlone({sounds})).toBe(false);
    expect(await isLeftAlone({sounds})).toBe(true);
    const bytes = await readFile(sound);
    // The last sample.
    bytes[bytes.length - 1]! ^= 1;
    await writeFile(sound, bytes);
    expect(await isLeftAlone({sounds})).toBe(false);
  });
});
