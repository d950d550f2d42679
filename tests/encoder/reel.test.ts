import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import type {Ffmpeg} from '../../src/encoder/ffmpeg';
import {readCodedStream} from '../../src/encoder/h264/accessUnits';
import {skipPictures} from '../../src/encoder/h264/skipPicture';
import type {EncoderOverrides, ProfileName} from '../../src/encoder/profiles';
import {readMp4} from '../../src/encoder/readMp4';
import {holdRule} from '../../src/encoder/reel';
import {openSegment} from '../../src/encoder/segment';
import {seededRandom} from '../../src/math/seededRandom';
import {decodedRgb, encoderReady, frameHashes, movingFrame, smallSettings, testFolder} from './films';

const folder = testFolder('reel');
let ffmpeg: Ffmpeg;
beforeAll(async () => {
  ffmpeg = await encoderReady();
});

let count = 0;

/** Encodes pictures, each for so many frames: by writing them again, or by saying that they stay. */
async function filmOf(stays: readonly number[], {overrides = {}, profile = 'review' as ProfileName, again = 'repeat'}: {overrides?: EncoderOverrides; profile?: ProfileName; again?: 'repeat' | 'write' | 'both'} = {}) {
  const frames = stays.reduce((sum, stay) => sum + stay, 0);
  const file = path.join(folder, `${count++}.mp4`);
  const writer = await openSegment({ffmpeg, settings: smallSettings(profile, overrides), path: file, frames});
  for (const [i, stay] of stays.entries()) {
    await writer.write(movingFrame(7 * i));
    if (again === 'repeat') await writer.repeat(stay - 1);
    for (let k = 1; k < stay && again !== 'repeat'; k++) await (again === 'both' && k % 3 === 0 ? writer.repeat() : writer.write(movingFrame(7 * i)));
  }
  return writer.finish();
}

describe('a segment with still pictures', () => {
  test.each([
    [[1, 30]], [[5, 1, 1, 100]], [[60, 1, 60]], [[24, 24, 24]], [[23, 23]], [[1, 1, 1, 25, 1, 1]], [[200]], [[12, 36, 2, 11, 49]],
  ])('shown for %j frames has every frame, each the right picture, in closed GOPs', async stays => {
    const segment = await filmOf(stays);
    const frames = stays.reduce((sum, stay) => sum + stay, 0);
    const {video} = await readMp4(segment.path);
    expect(video).toMatchObject({frames, evenlyShown: true, steps: [{frames, ticks: 256}]});
    const gaps = [...video!.keyFrames, frames].map((frame, i, all) => (i === 0 ? frame : frame - all[i - 1]!));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(12);
    const shown = decodedRgb(ffmpeg, segment.path);
    const size = shown.length / frames;
    const wanted = stays.flatMap((stay, i) => Array.from({length: stay}, () => movingFrame(7 * i)));
    for (const [i, rgba] of wanted.entries()) expect(meanError(shown.subarray(i * size, (i + 1) * size), rgba)).toBeLessThan(4);
  });

  test.each(['repeat', 'write', 'both'] as const)('gives the same bytes when stillness is told by %s()', async again => {
    const stays = [3, 40, 1, 26];
    expect((await filmOf(stays, {again})).sha256).toBe((await filmOf(stays)).sha256);
  });

  test.each([
    ['youtube', {}], ['draft', {preset: 'ultrafast'}], ['master', {preset: 'veryfast'}], ['review', {gopFrames: 1}], ['review', {gopFrames: 2}],
    ['review', {gopFrames: 60, preset: 'medium'}], ['review', {crf: 0}], ['review', {pixelFormat: 'yuv444p'}], ['review', {tune: 'stillimage', crf: 40}],
  ] as const)('in profile %s with %j holds its picture exactly', async (profile, overrides) => {
    const segment = await filmOf([2, 61, 30], {profile, overrides});
    const hashes = frameHashes(ffmpeg, segment.path);
    expect(hashes).toHaveLength(93);
    // What is held does not change, but where a GOP begins anew.
    const {video} = await readMp4(segment.path);
    const gop = video!.keyFrames.find(frame => frame > 2 + holdRule.settleFrames) ?? 63;
    const [from, to] = [Math.min(2 + holdRule.settleFrames, gop), Math.min(gop, 63)];
    if (overrides !== undefined && !('gopFrames' in overrides && overrides.gopFrames === 1)) expect(new Set(hashes.slice(from, to)).size).toBe(1);
  });

  test('costs bytes for the picture, not for the time', async () => {
    const [short, long] = [await filmOf([60], {overrides: {gopFrames: 600}}), await filmOf([600], {overrides: {gopFrames: 600}})];
    expect(long.bytes - short.bytes).toBeLessThan(540 * 60);
  });

  test('decodes without a complaint, however chance deals the stays', async () => {
    const random = seededRandom(11);
    for (let round = 0; round < 4; round++) {
      const stays = Array.from({length: 1 + random.integer(6)}, () => (random.integer(2) === 0 ? 1 + random.integer(3) : 1 + random.integer(70)));
      const segment = await filmOf(stays, {overrides: {gopFrames: 1 + random.integer(40)}});
      const said = execFileSync(ffmpeg.path, ['-v', 'warning', '-i', `file:${segment.path}`, '-f', 'null', '-'], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});
      expect(said).toBe('');
      expect(frameHashes(ffmpeg, segment.path)).toHaveLength(segment.frames);
    }
  });
});

describe('skipPictures()', () => {
  test.each([
    ['yuv420p', ['-preset', 'veryfast'], 37], ['yuv420p', ['-preset', 'slow', '-tune', 'animation'], 9], ['yuv420p', ['-preset', 'ultrafast'], 3],
    ['yuv444p10le', ['-preset', 'medium'], 2], ['yuv420p', ['-bf', '0'], 5], ['yuv420p', ['-bf', '16', '-b_strategy', '0'], 40],
  ] as const)('of %s after x264 %j repeats the last picture bit for bit, 300 times', (format, options, frames) => {
    const stream = execFileSync(ffmpeg.path, [
      '-v', 'error', '-f', 'lavfi', '-i', 'testsrc=s=96x80:r=30', '-frames:v', String(frames), '-pix_fmt', format,
      '-c:v', 'libx264', ...options, '-threads', '1', '-x264-params', 'keyint=30:min-keyint=30:scenecut=0:open-gop=0:stitchable=1', '-f', 'h264', '-',
    ]);
    const {header, pictures} = readCodedStream(stream);
    expect(pictures.map(picture => picture.shown).sort((a, b) => a - b)).toEqual(Array.from({length: frames}, (_, i) => i));
    const skipped = skipPictures(header, pictures, 300).map(picture => Buffer.concat([Buffer.from([0, 0, 0, 1]), picture.data.subarray(4)]));
    const file = path.join(folder, `${count++}.h264`);
    writeFileSync(file, Buffer.concat([stream, ...skipped]));
    const hashes = frameHashes(ffmpeg, file);
    expect(hashes).toHaveLength(frames + 300);
    expect(new Set(hashes.slice(frames - 1)).size).toBe(1);
    expect(Math.max(...skipped.map(picture => picture.length))).toBeLessThan(60);
  });
});

function meanError(rgb: Uint8Array, rgba: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < rgb.length; i++) sum += Math.abs(rgb[i]! - rgba[Math.floor(i / 3) * 4 + (i % 3)]!);
  return sum / rgb.length;
}
