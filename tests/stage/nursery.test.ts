import {createCanvas} from '@napi-rs/canvas';
import {expect, test} from 'vitest';
import {createNursery, type Nursery} from '../../src/stage/nursery';

const size = 1000;
const pictureBytes = size * size * 4;

/** The most that pictures held outside the heap, in pictures, while 60 were read one after another and none was kept. */
async function mostPicturesHeld(nursery: Nursery): Promise<number> {
  const canvas = createCanvas(size, size);
  canvas.getContext('2d').fillRect(0, 0, size, size);
  const before = process.memoryUsage().external;
  let most = 0;
  for (let picture = 0; picture < 60; picture++) {
    nursery.prepare(pictureBytes);
    canvas.data();
    most = Math.max(most, process.memoryUsage().external - before);
    await new Promise(resolve => setImmediate(resolve));
  }
  return most / pictureBytes;
}

test('pictures that nobody holds are freed after a few, not when V8 is pressed for memory', async () => {
  // A sweep comes every four of these; their bytes go a turn of the event loop later, so two batches may lie about.
  expect(await mostPicturesHeld(createNursery())).toBeLessThan(10);
});

test('without it they pile up, so that V8 marks the whole heap again and again', async () => {
  expect(await mostPicturesHeld({prepare: () => undefined})).toBeGreaterThan(12);
});
