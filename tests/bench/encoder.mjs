// Measures the encoder alone, on frames in memory: `node tests/bench/encoder.mjs [ffmpeg]`. Prints, a frame of 1080p: processor
// time and wall time for a converted frame against ffmpeg's own conversion, for a still frame against a moving one, and what
// the converter takes by itself. Processor time counts children too, and says more than wall time on a busy machine.
import {build} from 'esbuild';
import {createCanvas} from '@napi-rs/canvas';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {buildConverter} from '../../src/encoder/convert/build.mjs';

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const [width, height, fps] = [1920, 1080, 30];
const folder = mkdtempSync(path.join(os.tmpdir(), 'lectern-bench-'));
process.on('exit', () => rmSync(folder, {recursive: true, force: true}));

/** Bundles what is measured, as the program itself is bundled. */
async function encoder() {
  await buildConverter(path.join(root, '.build'));
  const bundle = path.join(root, '.build', `bench-encoder-${process.pid}.mjs`);
  const names = {ffmpeg: 'findFfmpeg', profiles: 'encoderSettings, x264Arguments', segment: 'openSegment', frameConverter: 'FrameConverter'};
  const contents = Object.entries(names).map(([file, exported]) => `export {${exported}} from './src/encoder/${file}';`).join('\n');
  await build({stdin: {contents, resolveDir: root}, bundle: true, platform: 'node', format: 'esm', packages: 'external', outfile: bundle});
  try {
    return await import(pathToFileURL(bundle).href);
  } finally {
    rmSync(bundle);
  }
}

/** Numbers, arrows and a grid on a dark ground, all in motion: what the films here are made of. */
function drawFrames(count) {
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  return Array.from({length: count}, (_, frame) => {
    pen.fillStyle = '#0b1020';
    pen.fillRect(0, 0, width, height);
    pen.strokeStyle = '#223355';
    pen.lineWidth = 2;
    for (let x = 0; x < width; x += 80) pen.strokeRect(x, -2, 0, height + 4);
    pen.font = '34px sans-serif';
    for (let cell = 0; cell < 96; cell++) {
      const value = Math.sin(cell + frame * 0.05) * 9.9;
      pen.fillStyle = value < 0 ? '#ff7b72' : '#58a6ff';
      pen.fillText(value.toFixed(2), 100 + (cell % 8) * 100, 120 + Math.floor(cell / 8) * 70);
    }
    pen.lineWidth = 8;
    for (let arrow = 0; arrow < 6; arrow++) {
      pen.strokeStyle = ['#58a6ff', '#7ee787', '#ffa657', '#ff7b72', '#d2a8ff', '#f2cc60'][arrow];
      pen.beginPath();
      pen.moveTo(1400, 540);
      pen.lineTo(1400 + 300 * Math.cos(arrow + frame * 0.03), 540 + 300 * Math.sin(arrow + frame * 0.03));
      pen.stroke();
    }
    return Buffer.from(canvas.data());
  });
}

/** Processor time of this process and of the children that have ended, milliseconds; Linux only. */
function processorMs() {
  const {user, system} = process.cpuUsage();
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1).split(' ');
  const tickMs = 10;
  return (user + system) / 1000 + (Number(fields[13]) + Number(fields[14])) * tickMs;
}

async function measured(work) {
  const [wall, processor] = [performance.now(), processorMs()];
  await work();
  return {wall: performance.now() - wall, processor: processorMs() - processor};
}

const {findFfmpeg, encoderSettings, x264Arguments, openSegment, FrameConverter} = await encoder();
const ffmpeg = await findFfmpeg(process.argv[2] ? {env: {...process.env, LECTERN_FFMPEG: process.argv[2]}} : {});
const settings = encoderSettings({profile: 'review', width, height, fps});
const pictures = drawFrames(45);
/** To and fro, so that no frame equals the one before. */
const frameAt = index => pictures[Math.abs(((index + 44) % 88) - 44)];

/** A film of so many moving frames, then so many still ones, by turns. */
async function film(...stays) {
  let moved = 0;
  const writer = await openSegment({ffmpeg, settings, path: path.join(folder, 'film.mp4'), frames: stays.reduce((sum, stay) => sum + stay, 0)});
  for (const [i, frames] of stays.entries()) {
    if (i % 2 === 1) await writer.repeat(frames);
    else for (let k = 0; k < frames; k++) await writer.write(frameAt(moved++));
  }
  await writer.finish();
}

/** The usual way: RGBA into the pipe, swscale and x264 behind it. */
async function naive(frames) {
  const child = spawn(ffmpeg.path, [
    '-loglevel', 'error', '-f', 'rawvideo', '-pix_fmt', 'rgba', '-video_size', `${width}x${height}`, '-framerate', String(fps), '-i', 'pipe:0',
    '-vf', 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p', ...x264Arguments(settings), '-f', 'mp4', '-y', path.join(folder, 'naive.mp4'),
  ], {stdio: ['pipe', 'ignore', 'inherit']});
  for (let i = 0; i < frames; i++) {
    if (!child.stdin.write(frameAt(i))) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  await once(child, 'close');
}

function converterMs(change) {
  const converter = new FrameConverter(width, height);
  const frame = Buffer.from(pictures[0]);
  const times = Array.from({length: 60}, (_, i) => {
    change(frame, i);
    const start = performance.now();
    converter.convert(frame).release();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[30];
}

const round = value => Number(value.toFixed(2));
await film(10);
const frames = 90;
const moving = await measured(() => film(frames));
const plain = await measured(() => naive(frames));
const stills = {};
for (const seconds of [1, 2, 3, 6]) {
  const {processor} = await measured(() => film(frames, seconds * fps, frames));
  const twice = await measured(() => film(2 * frames));
  stills[`${seconds}s`] = round((processor - twice.processor) / seconds / ((twice.processor * fps) / (2 * frames)));
}
console.log(JSON.stringify({
  bench: 'encoder', ffmpeg: ffmpeg.version, size: `${width}x${height}`, frames,
  ms_a_frame: {
    ours: {processor: round(moving.processor / frames), wall: round(moving.wall / frames)},
    swscale: {processor: round(plain.processor / frames), wall: round(plain.wall / frames)},
  },
  // A still second as a share of a moving one, by the length of the hold, the start of the next stretch included.
  still_second: stills,
  convert_ms: {
    all_changed: round(converterMs((frame, i) => frame.fill(i))),
    moving_picture: round(converterMs((frame, i) => frameAt(i).copy(frame))),
    tenth_changed: round(converterMs((frame, i) => frame.fill(i, 0, width * 108 * 4))),
    unchanged: round(converterMs(() => undefined)),
  },
}));
