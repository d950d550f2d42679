import {execFileSync} from 'node:child_process';
import {mkdir, rm, symlink, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {findFfmpeg} from '../../src/encoder/ffmpeg';
import {emptyFolder, repository, runLectern} from './runLectern';

const FPS = 30;
const RATE = 48_000;

/** 20 ms of 1 kHz at `at` seconds each, in a file of `seconds`. */
function clicks(seconds: number, at: readonly number[]): Buffer {
  const samples = new Int16Array(Math.round(RATE * seconds));
  for (const start of at) for (let i = 0; i < 960; i++) samples[Math.round(start * RATE) + i] = 24_000 * Math.cos((2 * Math.PI * i) / 48);
  const head = Buffer.from('RIFF....WAVEfmt \x10\0\0\0\x01\0\x01\0........\x02\0\x10\0data....', 'latin1');
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(2 * RATE, 28);
  head.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([head, Buffer.from(samples.buffer)]);
}

let folder: string;
let ffmpeg: string;

// Motion Canvas 3.18 plays sounds in scenes. The screen flashes for a frame whenever one begins.
beforeAll(async () => {
  folder = await emptyFolder();
  ffmpeg = (await findFfmpeg()).path;
  await mkdir(path.join(folder, 'node_modules/@motion-canvas'), {recursive: true});
  for (const name of ['core', '2d']) await symlink(path.join(repository, `node_modules/motion-canvas-${name}-next`), path.join(folder, 'node_modules/@motion-canvas', name));
  const files: Record<string, string | Buffer> = {
    'package.json': '{"name": "sounds", "type": "module"}',
    'project.meta': JSON.stringify({version: 0, shared: {audioOffset: 0.5, size: {x: 160, y: 90}}, rendering: {fps: FPS}}),
    'project.ts': "import {makeProject} from '@motion-canvas/core';\nimport first from './first?scene';\nimport second from './second?scene';\nimport track from './track.wav';\nexport default makeProject({scenes: [first, second], audio: track});\n",
    // In the film from 0.5 s on: heard at 1.5 s and 5 s.
    'track.wav': clicks(6, [1, 4.5]),
    // Silence, a click, silence, a click.
    'click.wav': clicks(1, [0.3, 0.8]),
    'flash.tsx': `import {Rect} from '@motion-canvas/2d';
import {waitFor} from '@motion-canvas/core';
export function* flash(view) {
  const rect = <Rect size={'100%'} fill={'white'} />;
  view.add(rect);
  yield* waitFor(1 / ${FPS});
  rect.remove();
}
`,
    'first.tsx': `import {makeScene2D} from '@motion-canvas/2d';
import {sound, waitFor} from '@motion-canvas/core';
import click from './click.wav';
import {flash} from './flash';
export default makeScene2D(function* (view) {
  view.fill('black');
  yield* waitFor(1);
  sound(click).trim(0.3, 0.7).play();
  yield* flash(view);
  yield* waitFor(1 - 1 / ${FPS});
  // At double speed the click in the middle comes after 0.25 s.
  sound(click).trim(0.3).playbackRate(2).gain(-6).play();
  yield* flash(view);
  yield* waitFor(1 - 1 / ${FPS});
});
`,
    'second.tsx': `import {makeScene2D} from '@motion-canvas/2d';
import {sound, waitFor} from '@motion-canvas/core';
import click from './click.wav';
import {flash} from './flash';
export default makeScene2D(function* (view) {
  view.fill('black');
  yield* waitFor(0.5);
  // An octave lower, half as fast.
  sound(click).trim(0.3, 0.4).detune(-1200).play(0.5);
  yield* waitFor(0.5);
  yield* flash(view);
  yield* waitFor(2 - 1 / ${FPS});
});
`,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
});

afterAll(() => rm(folder, {recursive: true}));

async function render(...more: string[]): Promise<string> {
  const file = path.join(folder, `film${more.join('')}.mp4`);
  const outcome = await runLectern(['render', path.join(folder, 'project.ts'), '--out', file, ...more], {cwd: folder, env: {LECTERN_CACHE: path.join(folder, 'cache')}});
  expect(outcome.code, outcome.stderr).toBe(0);
  return file;
}

const read = (file: string, ...how: string[]) => execFileSync(ffmpeg, ['-v', 'error', '-i', file, ...how, '-'], {maxBuffer: 1 << 28});

/** Seconds at which a sound begins after 30 ms of silence, with its loudness. */
function onsets(file: string): {at: number; level: number}[] {
  const bytes = Uint8Array.from(read(file, '-map', '0:a:0', '-ac', '1', '-ar', String(RATE), '-f', 'f32le'));
  const samples = new Float32Array(bytes.buffer);
  const found: {at: number; level: number}[] = [];
  let quiet = RATE;
  samples.forEach((value, index) => {
    if (Math.abs(value) < 0.1) return void quiet++;
    if (quiet > 0.03 * RATE) found.push({at: index / RATE, level: Math.max(...samples.subarray(index + 240, index + 720).map(Math.abs))});
    quiet = 0;
  });
  return found;
}

/** Seconds at which the picture turns white. */
function flashes(file: string): number[] {
  const pixels = read(file, '-map', '0:v:0', '-vf', 'scale=1:1', '-f', 'rawvideo', '-pix_fmt', 'gray');
  return [...pixels].flatMap((value, frame) => (value > 128 && (pixels[frame - 1] ?? 0) <= 128 ? [frame / FPS] : []));
}

/** A moment may fall on the frame before, where a sum of seconds is a hair short. */
function expectMoments(found: readonly number[], expected: readonly number[], tolerance = 1 / FPS + 0.005): void {
  expect(found, `${found.join(', ')} for ${expected.join(', ')}`).toHaveLength(expected.length);
  found.forEach((at, index) => expect(Math.abs(at - expected[index]!), `${at} for ${expected[index]}`).toBeLessThan(tolerance));
}

describe('sounds of a film', () => {
  it('are heard in step with the picture, trimmed, sped up and with their gain, over the project\'s own track', async () => {
    const file = await render();
    const seen = flashes(file);
    const heard = onsets(file);
    const [first, track, second, , low, trackAgain] = heard;
    expectMoments(seen, [1, 2, 4]);
    expectMoments(heard.map(({at}) => at), [1, 1.5, 2, 2.25, 4, 5]);
    // In step with the picture to a tenth of a frame; the track follows no picture.
    expectMoments([first!.at, second!.at, low!.at], seen, 0.1 / FPS);
    expectMoments([track!.at, trackAgain!.at], [1.5, 5], 0.1 / FPS);
    expect(20 * Math.log10(second!.level / first!.level)).toBeCloseTo(-6, 0);
  });

  it('stay in step in any range', async () => {
    const file = await render('--range', '45-135');
    const seen = flashes(file);
    const heard = onsets(file).map(({at}) => at);
    expectMoments(seen, [0.5, 2.5]);
    expectMoments(heard, [0, 0.5, 0.75, 2.5]);
    expectMoments([heard[1]!, heard[3]!], seen, 0.1 / FPS);
  });
});
