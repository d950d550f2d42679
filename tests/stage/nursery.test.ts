import {createCanvas} from '@napi-rs/canvas';
import {expect, test} from 'vitest';
import {createNursery} from '../../src/stage/nursery';

const size = 1000;
const pictureBytes = size * size * 4;

test('sweeps before every fifth picture of 4 MB, the young objects alone', () => {
  const sweptAt: [number, string][] = [];
  let picture = 0;
  const nursery = createNursery(({type}) => sweptAt.push([picture, type]));
  for (picture = 1; picture <= 13; picture++) nursery.prepare(pictureBytes);
  expect(sweptAt).toEqual([[5, 'minor'], [9, 'minor'], [13, 'minor']]);
});

test('marks the whole heap at every 128th sweep', () => {
  const kinds: string[] = [];
  const nursery = createNursery(({type}) => kinds.push(type));
  for (let sweep = 0; sweep <= 256; sweep++) nursery.prepare(16_000_000);
  expect(kinds).toHaveLength(256);
  expect(kinds.flatMap((kind, index) => (kind === 'major' ? [index + 1] : []))).toEqual([128, 256]);
});

test('a sweep frees pictures that nobody holds any more', async () => {
  const canvas = createCanvas(size, size);
  canvas.getContext('2d').fillRect(0, 0, size, size);
  const before = process.memoryUsage().external;
  const held = () => (process.memoryUsage().external - before) / pictureBytes;
  const nursery = createNursery();
  for (let picture = 0; picture < 4; picture++) {
    nursery.prepare(pictureBytes);
    canvas.data();
  }
  expect(held()).toBeGreaterThan(3);
  nursery.prepare(pictureBytes);
  // Bytes are given back beside this thread, and then in a turn of its event loop.
  await expect.poll(held, {timeout: 5000}).toBeLessThan(1);
});
