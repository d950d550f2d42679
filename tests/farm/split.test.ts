import path from 'node:path';
import {beforeAll, expect, test} from 'vitest';
import type {Ffmpeg} from '../../src/encoder/ffmpeg';
import {encoderReady, frameHashes} from '../encoder/films';
import {cleanRender, figuresOf, renderSix, type CleanRender} from './faults';

let clean: CleanRender;
let ffmpeg: Ffmpeg;
beforeAll(async () => {
  clean = await cleanRender();
  ffmpeg = await encoderReady();
});

test('a film drawn in two ranges, cut within a scene and by other processes, has the same pictures as one drawn whole', async () => {
  const place = clean.place();
  /** MD5 of each picture of a lossless render of some frames. */
  const pictures = async (range: string): Promise<string[]> => {
    const film = path.join(place.folder, `${range}.mp4`);
    figuresOf(await renderSix({...place, film}, {args: ['--no-cache', '--crf', '0', '--preset', 'ultrafast', '--range', range]}));
    return frameHashes(ffmpeg, film);
  };
  const {frames} = clean.figures;
  const whole = await pictures(`0-${frames}`);
  expect(whole).toHaveLength(frames);
  expect(new Set(whole).size).toBeGreaterThan(frames / 2);
  expect([...(await pictures('0-69')), ...(await pictures(`69-${frames}`))]).toEqual(whole);
});
