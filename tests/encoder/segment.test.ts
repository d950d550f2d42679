import {spawnSync} from 'node:child_process';
import {chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import type {Ffmpeg} from '../../src/encoder/ffmpeg';
import {readMp4} from '../../src/encoder/readMp4';
import {openSegment} from '../../src/encoder/segment';
import {decodedPlanes, decodedRgb, encoderReady, frameHashes, hasFfprobe, movingFrame, movingSegment, plainFrame, probe, size, smallSettings, testFolder} from './films';

const folder = testFolder('segment');
let ffmpeg: Ffmpeg;
beforeAll(async () => {
  ffmpeg = await encoderReady();
});

let count = 0;
/** A new folder for each test, so that what a failure leaves behind is seen. */
function place(): string {
  const made = path.join(folder, String(count++));
  mkdirSync(made);
  return path.join(made, 'segment.mp4');
}

/** A program that stands in for ffmpeg, with the real one at "$REAL". */
function stub(script: string): {path: string} {
  const file = path.join(folder, `stub-${count++}.sh`);
  writeFileSync(file, `#!/bin/bash\nREAL='${ffmpeg.path}'\n${script}\n`);
  chmodSync(file, 0o755);
  return {path: file};
}

/** Writes frames until one fails; resolves to the failure, which must come. */
async function failureOf(binary: {readonly path: string}, options: {frames?: number; stallSeconds?: number; file?: string} = {}): Promise<unknown> {
  const {frames = 40, stallSeconds, file = place()} = options;
  const big = {width: 640, height: 480};
  const settings = {...smallSettings(), ...big};
  const writer = await openSegment({ffmpeg: binary, settings, path: file, frames, stallSeconds});
  try {
    for (let i = 0; i < frames; i++) await writer.write(movingFrame(i, big));
    await writer.finish();
  } catch (error) {
    await writer.abort();
    expect(readdirSync(path.dirname(file))).toEqual([]);
    return error;
  }
  throw new Error('the segment was finished');
}

describe('openSegment()', () => {
  test.each([1, 2, 3, 11, 12, 13, 40])('of %i frames holds exactly them, evenly, an IDR frame at least each GOP', async frames => {
    const segment = await movingSegment(ffmpeg, place(), frames);
    expect(segment.frames).toBe(frames);
    const {video} = await readMp4(segment.path);
    expect(video).toMatchObject({frames, evenlyShown: true, steps: [{frames, ticks: 256}], colour: {matrix: 1, primaries: 1, transfer: 1, fullRange: false}});
    expect(video!.keyFrames).toEqual(Array.from({length: Math.ceil(frames / 12)}, (_, i) => 12 * i));
    expect(frameHashes(ffmpeg, segment.path)).toHaveLength(frames);
  });

  test('of the same frames gives the same bytes', async () => {
    const [a, b] = [await movingSegment(ffmpeg, place(), 30), await movingSegment(ffmpeg, place(), 30)];
    expect(a.sha256).toBe(b.sha256);
  });

  test('of other frames, or another profile, gives other bytes', async () => {
    const hashes = await Promise.all([
      movingSegment(ffmpeg, place(), 12), movingSegment(ffmpeg, place(), 12, 1), movingSegment(ffmpeg, place(), 12, 0, smallSettings('review', {crf: 30})),
    ]);
    expect(new Set(hashes.map(segment => segment.sha256)).size).toBe(3);
  });

  test('gives segments of any length the same stream header, so that they join', async () => {
    const configs = await Promise.all([1, 2, 7, 30].map(async frames => (await movingSegment(ffmpeg, place(), frames)).header.codecConfig));
    expect(new Set(configs).size).toBe(1);
  });

  test('repeat() is the last frame written again', async () => {
    const [a, b] = [place(), place()];
    const written = await openSegment({ffmpeg, settings: smallSettings(), path: a, frames: 10});
    for (let i = 0; i < 10; i++) await written.write(movingFrame(Math.min(i, 3)));
    const repeated = await openSegment({ffmpeg, settings: smallSettings(), path: b, frames: 10});
    for (let i = 0; i < 4; i++) await repeated.write(movingFrame(i));
    await repeated.repeat(6);
    expect((await repeated.finish()).sha256).toBe((await written.finish()).sha256);
  });

  test('write() may be given the same memory again and again', async () => {
    const memory = Buffer.alloc(size.width * size.height * 4);
    const writer = await openSegment({ffmpeg, settings: smallSettings(), path: place(), frames: 30});
    for (let i = 0; i < 30; i++) {
      memory.set(movingFrame(i));
      const taken = writer.write(memory);
      memory.fill(0);
      await taken;
    }
    expect((await writer.finish()).sha256).toBe((await movingSegment(ffmpeg, place(), 30)).sha256);
  });

  test.each([['red', [255, 0, 0]], ['green', [0, 255, 0]], ['blue', [0, 0, 255]], ['white', [255, 255, 255]], ['grey', [128, 128, 128]], ['ground', [11, 16, 32]]])(
    'of plain %s decodes to within 2 of it', async (_name, colour) => {
      for (const profile of ['review', 'youtube', 'master'] as const) {
        const file = place();
        const writer = await openSegment({ffmpeg, settings: smallSettings(profile), path: file, frames: 2});
        await writer.write(plainFrame(colour));
        await writer.repeat();
        await writer.finish();
        const decoded = decodedRgb(ffmpeg, file);
        const worst = decoded.reduce((most, value, i) => Math.max(most, Math.abs(value - colour[i % 3]!)), 0);
        expect({profile, worst: Math.min(worst, 3)}).toEqual({profile, worst: expect.toSatisfy((value: number) => value <= 2) as number});
      }
    });

  test('of pure red stores a luma of 63', async () => {
    const file = place();
    const writer = await openSegment({ffmpeg, settings: smallSettings('review', {crf: 1}), path: file, frames: 1});
    await writer.write(plainFrame([255, 0, 0]));
    await writer.finish();
    expect(decodedPlanes(ffmpeg, file)[size.width * 20 + 20]).toBe(63);
  });

  test.each(["-y.mp4", "it's.mp4", '%d %03d.mp4', 'http:x.mp4', 'a;b|c"d.mp4', 'line\nbreak.mp4', 'ünï☃.mp4', `${'n'.repeat(250)}.mp4`])('writes to a file named %j', async name => {
    const file = path.join(path.dirname(place()), name);
    await movingSegment(ffmpeg, file, 2);
    expect(readdirSync(path.dirname(file))).toEqual([name]);
  });

  test('to a name with a NUL character is refused', async () => {
    await expect(openSegment({ffmpeg, settings: smallSettings(), path: 'a\0b.mp4', frames: 1})).rejects.toMatchObject({exitCode: 2});
  });

  test('below a file instead of a folder is refused', async () => {
    writeFileSync(path.join(folder, 'plain'), '');
    await expect(openSegment({ffmpeg, settings: smallSettings(), path: path.join(folder, 'plain', 'a.mp4'), frames: 1})).rejects.toMatchObject({exitCode: 2});
  });

  test('finish() before all frames are there is an error and leaves nothing', async () => {
    const file = place();
    const writer = await openSegment({ffmpeg, settings: smallSettings(), path: file, frames: 3});
    await writer.write(movingFrame(0));
    await expect(writer.finish()).rejects.toMatchObject({exitCode: 7, message: `Cannot verify ${file}: 1 frames were drawn of 3`});
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });

  test('write() of a frame too many is a RangeError', async () => {
    const writer = await openSegment({ffmpeg, settings: smallSettings(), path: place(), frames: 1});
    await writer.write(movingFrame(0));
    await expect(writer.write(movingFrame(1))).rejects.toThrow(RangeError);
    await writer.abort();
  });

  test('abort() leaves nothing, also twice, and an older file stays as it was', async () => {
    const file = place();
    writeFileSync(file, 'old');
    const writer = await openSegment({ffmpeg, settings: smallSettings(), path: file, frames: 9});
    await writer.write(movingFrame(0));
    await writer.abort();
    await writer.abort();
    expect(readdirSync(path.dirname(file))).toEqual(['segment.mp4']);
    expect(readFileSync(file, 'utf8')).toBe('old');
  });
});

describe('openSegment() when ffmpeg fails', () => {
  const frameBytes = (640 * 480 * 3) / 2;

  test.each([0, 1, 2, 7, 23, 39])('killed after frame %i names the signal', async n => {
    const binary = stub(`exec 3< <(head -c ${n * frameBytes} | "$REAL" "$@"); sleep 0.05; kill -KILL $$`);
    expect(await failureOf(binary)).toMatchObject({exitCode: 5, message: expect.stringContaining('was ended by SIGKILL') as string});
  });

  test.each([0, 1, 13])('that exits with 1 after frame %i shows its last words', async n => {
    const binary = stub(`head -c ${n * frameBytes} > /dev/null; echo 'the dog ate it' >&2; exit 1`);
    expect(await failureOf(binary)).toMatchObject({exitCode: 5, message: expect.stringMatching(/ended with exit code 1\n {2}ffmpeg: the dog ate it$/) as string});
  });

  test('that ends well half way is caught by the count', async () => {
    const binary = stub(`head -c ${10 * frameBytes} | "$REAL" "$@"`);
    expect(await failureOf(binary)).toMatchObject({exitCode: expect.toBeOneOf([5, 7]) as number});
  });

  test('that reads all and writes nothing is caught', async () => {
    expect(await failureOf(stub('cat > /dev/null'))).toMatchObject({exitCode: expect.toBeOneOf([5, 7]) as number});
  });

  test('that is stopped is given up at the deadline', async () => {
    const binary = stub(`head -c ${3 * frameBytes} > /dev/null; kill -STOP $$`);
    expect(await failureOf(binary, {stallSeconds: 0.3})).toMatchObject({exitCode: 9, message: expect.stringContaining('did not take a frame within 0.3 s') as string});
  });

  test('that does not end is given up too', async () => {
    const binary = stub('cat > /dev/null; exec sleep 1000');
    expect(await failureOf(binary, {stallSeconds: 0.1, frames: 2})).toMatchObject({exitCode: 9, message: expect.stringContaining('did not finish within 0.5 s') as string});
  });

  test('that is not there says where it was sought', async () => {
    expect(await failureOf({path: '/nowhere/ffmpeg'})).toMatchObject({exitCode: 5, message: expect.stringContaining('ffmpeg at /nowhere/ffmpeg did not start') as string});
  });

  test('for want of space ends with exit code 6', async () => {
    expect(await failureOf(stub('head -c 100000 > /dev/null; echo "av_interleaved_write_frame(): No space left on device" >&2; exit 1'))).toMatchObject({exitCode: 6});
  });
});

const mayMount = spawnSync('unshare', ['-rm', 'true']).status === 0;

describe('openSegment() on a full disk', () => {
  test.skipIf(!mayMount)('really full: ends with exit code 6 and leaves nothing', () => {
    const script = path.join(path.dirname(new URL(import.meta.url).pathname), 'fullDisk.mjs');
    const ran = spawnSync('unshare', ['-rm', 'sh', '-c', `mount -t tmpfs -o size=64k none "$1" && exec "$2" "$3" "$1" "$4"`, 'sh', place().replace(/\/segment.mp4$/, ''), process.execPath, script, ffmpeg.path], {encoding: 'utf8'});
    expect({out: ran.stdout, err: ran.stderr, status: ran.status}).toEqual({out: '6 []\n', err: '', status: 0});
  });
});

describe.skipIf(!hasFfprobe)('openSegment(), as ffprobe sees it', () => {
  test('tags BT.709 in limited range and counts every packet', async () => {
    const segment = await movingSegment(ffmpeg, place(), 25);
    const {streams, packets} = probe(segment.path);
    expect(streams[0]).toMatchObject({codec_name: 'h264', color_space: 'bt709', color_primaries: 'bt709', color_transfer: 'bt709', color_range: 'tv', nb_frames: '25', time_base: '1/7680'});
    expect(packets.map(packet => packet.dts).every((dts, i, all) => i === 0 || dts - all[i - 1]! === 256)).toBe(true);
    expect(packets.map(packet => packet.pts).sort((a, b) => a - b)).toEqual(Array.from({length: 25}, (_, i) => 256 * i));
    expect(existsSync(segment.path)).toBe(true);
  });
});
