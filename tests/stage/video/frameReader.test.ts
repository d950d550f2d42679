import path from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import {openFrameReader} from '../../../src/stage/video/frameReader';
import {frameAt, readVideoFile} from '../../../src/stage/video/videoFile';

// 50 frames of 1/25 s; the left of frame n is a grey field of luma 16 + 4 n.
const file = path.resolve(import.meta.dirname, '../../conformance/assets/clip.mp4');
const video = readVideoFile(file);
const reader = openFrameReader(video);

/** The number that a frame carries in its grey. */
async function numberOf(index: number): Promise<number> {
  const pixels = await reader.read(index);
  const grey = pixels[(90 * video.width + 40) * 4];
  return Math.round(((grey * 219) / 255) / 4);
}

describe('films', () => {
  afterAll(() => reader.close());

  it('readVideoFile() lists size, length and the time of each frame', () => {
    expect(video).toMatchObject({width: 320, height: 180, isPlanar: true, colours: {matrix: 'bt709', isFullRange: false}});
    expect(video.duration).toBeCloseTo(2, 1);
    expect(video.frameTimes).toHaveLength(50);
    expect(video.frameTimes.slice(0, 3).map(time => Number(time.toFixed(3)))).toEqual([0, 0.04, 0.08]);
  });

  it('frameAt() gives the frame that is on screen, also for a time that is a hair too early', () => {
    expect([-1, 0, 0.039, 0.04, 0.1 + 0.02, 3 * 0.04, 1.9999, 99].map(time => frameAt(video, time))).toEqual([0, 0, 0, 1, 3, 3, 49, 49]);
  });

  it('read() gives exactly the frame asked for: in order, skipping, backwards, at the ends', async () => {
    for (const index of [0, 1, 2, 10, 11, 49, 48, 3, 25, 24, 12, 0]) expect(`${index}: ${await numberOf(index)}`).toBe(`${index}: ${index}`);
  });

  it('read() answers overlapping calls in order', async () => {
    expect(await Promise.all([30, 5, 31].map(numberOf))).toEqual([30, 5, 31]);
  });
});
