import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test, vi} from 'vitest';
import type {Ffmpeg} from '../../src/encoder/ffmpeg';
import {joinFilm, type JoinOrder} from '../../src/encoder/join';
import type {Segment} from '../../src/encoder/segment';
import {failAt, fault} from './failingCalls';
import {encoderReady, movingSegment, smallSettings, testFolder} from './films';

vi.mock('node:fs/promises', async original => (await import('./failingCalls')).countedFs(await original()));

const folder = testFolder('disk-faults');
let ffmpeg: Ffmpeg;
let segments: Segment[];
beforeAll(async () => {
  ffmpeg = await encoderReady();
  segments = [await movingSegment(ffmpeg, path.join(folder, 'a.mp4'), 13), await movingSegment(ffmpeg, path.join(folder, 'b.mp4'), 5, 13)];
});

let count = 0;
function place(): string {
  const made = path.join(folder, String(count++));
  mkdirSync(made);
  return path.join(made, 'film.mp4');
}

const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Does the work with each of its calls failing by turns: it must succeed as if nothing had happened, or fail and leave what was there. */
async function sweep(sticky: boolean, work: (file: string) => Promise<{readonly sha256: string}>): Promise<void> {
  failAt(Infinity);
  const clean = await work(place());
  const calls = fault.calls;
  expect(calls).toBeGreaterThan(8);
  let failures = 0;
  for (let at = 1; at <= calls; at++) {
    const file = place();
    writeFileSync(file, 'old');
    failAt(at, sticky);
    const result = await work(file).catch((error: unknown) => error);
    failAt(Infinity);
    if (result instanceof Error) {
      failures++;
      expect({at, result}).toMatchObject({at, result: {name: 'AuthorError', exitCode: expect.toBeOneOf([2, 7]) as number, message: expect.stringContaining('EIO') as string}});
      // Once the new file has its name, it is whole; what failed afterwards is that its folder could not be made to last.
      if (readFileSync(file, 'utf8') !== 'old') expect({at, sum: sha256(file)}).toEqual({at, sum: clean.sha256});
    } else {
      expect({at, sum: sha256(file)}).toEqual({at, sum: clean.sha256});
    }
    expect({at, left: readdirSync(path.dirname(file))}).toEqual({at, left: ['film.mp4']});
  }
  expect(failures).toBeGreaterThan(calls / 2);
}

describe.each([false, true])('with any one call to the disk failing, and the rest too: %s,', sticky => {
  test('movingSegment() succeeds or fails cleanly', async () => {
    await sweep(sticky, file => movingSegment(ffmpeg, file, 5, 0, smallSettings()));
  });

  test('joinFilm() succeeds or fails cleanly', async () => {
    const order: Omit<JoinOrder, 'path'> = {ffmpeg, settings: smallSettings(), segments, captions: '1\n00:00:00,100 --> 00:00:00,300\nOne.\n', chapters: [{title: 'One', startFrame: 0, endFrame: 18}]};
    await sweep(sticky, file => joinFilm({...order, path: file}));
  });
});

test('a full disk at any call of joinFilm() ends with code 6 or not at all', async () => {
  const order = {ffmpeg, settings: smallSettings(), segments};
  failAt(Infinity, false, 'ENOSPC');
  await joinFilm({...order, path: place()});
  const calls = fault.calls;
  expect(calls).toBeGreaterThan(5);
  for (let at = 1; at <= calls; at++) {
    const file = place();
    failAt(at, true, 'ENOSPC');
    const result = await joinFilm({...order, path: file}).catch((error: unknown) => error);
    failAt(Infinity);
    if (result instanceof Error) expect({at, result}).toMatchObject({at, result: {exitCode: 6}});
    expect(existsSync(file)).toBe(!(result instanceof Error));
  }
});
