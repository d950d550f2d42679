// `npm run bench -- --suite [--only start,edit,forward,still,workers,encoding] [--chapter gpt] [--range 0s-60s]`: what several
// renders show together. A JSON line for each part, with the bar that it is held against; nothing is asserted.
import {spawnSync} from 'node:child_process';
import {appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {build} from 'esbuild';
import {folder, keep, root} from './history.mjs';
import {lectern, rendered, round, withFreshCache} from './lectern.mjs';
import {measuredRun, median} from './processTree.mjs';

export async function runSuite({only, chapter, range, runs}) {
  const order = {chapter, range: range === 'all' ? [] : ['--range', range], runs: Number(runs), jobs: os.availableParallelism()};
  for (const [name, part] of Object.entries({start, edit, forward, still, workers, encoding})) {
    if (only && !only.split(',').includes(name)) continue;
    for (const figures of await part(order)) {
      keep(figures, `${chapter} ${range}`);
      console.log(JSON.stringify(figures));
    }
  }
}

/** A bar as it stands in the figures: met or not, and by how much. */
const against = (value, bar) => ({value: round(value), bar: round(bar), met: value <= bar});

async function medianWall(runs, work) {
  const walls = [];
  for (let run = 0; run < runs; run++) walls.push((await work()).wall);
  return median(walls);
}

/** What an author waits for most often: help, a still from nothing. */
async function start({chapter, runs}) {
  const help = await withFreshCache(cache => medianWall(runs, () => lectern(['--help'], cache)));
  const scene = sceneFiles(path.join(root, 'scenes', chapter))[0].replace(/\.tsx$/, '');
  const still = await withFreshCache(async cache => {
    const out = path.join(folder, 'still.png');
    return medianWall(runs, () => lectern(['still', `${chapter}/${scene}`, '--at', '1s', '--out', out], cache));
  });
  return [
    {scene: 'suite/help', wall_s: round(help), ...against(help, 0.2)},
    {scene: 'suite/first-still', wall_s: round(still), ...against(still, 1.5)},
  ];
}

/** A copy of the chapter is rendered whole, again with nothing changed, and again with one scene changed. */
async function edit({chapter}) {
  // As deep in the project as the original, so that its imports hold.
  const copy = path.join(root, 'renders', `bench-${chapter}`);
  rmSync(copy, {recursive: true, force: true});
  cpSync(path.join(root, 'scenes', chapter), copy, {recursive: true});
  const out = path.join(folder, 'edit.mp4');
  try {
    return await withFreshCache(async cache => {
      const render = () => rendered(copy, ['--for', 'draft', '--out', out], cache);
      const whole = await render();
      const unchanged = await render();
      const scenes = sceneFiles(copy);
      const middle = path.join(copy, scenes[Math.floor(scenes.length / 2)]);
      // A change of the source alone is a change: nobody can know that it does not show.
      appendFileSync(middle, `\n// Changed by tests/bench/suite.mjs.\n`);
      const changed = await render();
      return [
        {scene: 'suite/unchanged', wall_s: round(unchanged.wall), drawn_frames: unchanged.figures.drawn_frames, ...against(unchanged.wall, 1.5)},
        {scene: 'suite/one-scene', wall_s: round(changed.wall), drawn_frames: changed.figures.drawn_frames, whole_s: round(whole.wall), scenes: scenes.length, ...against(changed.wall, whole.wall / scenes.length + 2)},
      ];
    });
  } finally {
    rmSync(copy, {recursive: true, force: true});
  }
}

function sceneFiles(place) {
  return readdirSync(place).filter(name => /^\d+-.*\.tsx$/.test(name)).sort();
}

/** What chunks pay for the frames of their scene that come before them: at most, since a worker that has drawn the chunk before steps on. */
async function forward({chapter}) {
  const program = path.join(root, '.build', 'bench', 'fastForward.mjs');
  await build({entryPoints: [path.join(root, 'tests/bench/fastForward.ts')], outfile: program, bundle: true, format: 'esm', platform: 'node', packages: 'external', keepNames: true, logLevel: 'warning'});
  const {stdout, wall} = await measuredRun(process.execPath, [program, path.join(root, 'scenes', chapter, 'chapter.ts')], {cwd: root});
  const {chunks, ...sums} = JSON.parse(stdout);
  for (const {scene, start, frames, forward_ms, own_ms} of chunks.sort((a, b) => b.forward_ms - a.forward_ms).slice(0, 5)) {
    console.error(`  ${scene} from frame ${start}: ${forward_ms} ms to get there, ${own_ms} ms to step and draw ${frames} frames`);
  }
  return [{scene: 'suite/fast-forward', wall_s: round(wall), chunks: chunks.length, ...sums, ...against(sums.share, 0.2)}];
}

/**
 * A second in which nothing moves against one in which all does, drawn and encoded: the processor time that two seconds
 * more of each add to a render of the bench scene.
 */
async function still({runs}) {
  const start = performance.now();
  const costOf = async (from, seconds) => {
    const costs = [];
    for (let run = 0; run < runs; run++) {
      costs.push((await withFreshCache(cache => rendered('tests/bench/bench.tsx', ['--no-cache', '--jobs', '1', '--range', `${from}s-${from + seconds}s`, '--preset', 'veryfast', '--crf', '18', '--background', '#0d1117', '--out', path.join(folder, 'still.mp4')], cache))).cpu);
    }
    return median(costs);
  };
  const aSecond = async from => ((await costOf(from, 2.5)) - (await costOf(from, 0.5))) / 2;
  const [moving, quiet] = [await aSecond(2), await aSecond(7.4)];
  const wall = (performance.now() - start) / 1000;
  return [{scene: 'suite/still', wall_s: round(wall), moving_cpu_s: round(moving), still_cpu_s: round(quiet), ...against(quiet / moving, 0.2)}];
}

/** Two workers against one, on the same frames. */
async function workers({chapter, range, runs}) {
  const render = jobs => withFreshCache(cache => rendered(chapter, ['--no-cache', '--jobs', String(jobs), ...range, '--out', path.join(folder, 'workers.mp4')], cache));
  const walls = {1: [], 2: []};
  let frames;
  for (let run = 0; run < runs; run++) {
    for (const jobs of [1, 2]) {
      const {wall, figures} = await render(jobs);
      walls[jobs].push(wall);
      frames = figures.frames;
    }
  }
  const [one, two] = [median(walls[1]), median(walls[2])];
  // How many times faster: the one bar here that is to be exceeded.
  return [{scene: 'suite/workers', wall_s: round(two), one_worker_s: round(one), frames, value: round(one / two), bar: 1.8, met: one / two >= 1.8}];
}

/**
 * A chapter at 60 frames a second, preset medium, against the encoding of the very same frames by x264 alone on all cores.
 *
 * The frames are taken from a lossless render and lie as yuv420p in the page cache, five seconds at a time, while x264 is
 * timed: in one process with a thread for each core, and in a process for each core with one thread; the faster counts.
 * It encodes every frame, those too that Lectern knows to be still.
 */
async function encoding({chapter, range, jobs}) {
  const settings = ['--fps', '60', '--preset', 'medium', '--crf', '18', ...range];
  const whole = await withFreshCache(cache => rendered(chapter, ['--no-cache', ...settings, '--out', path.join(folder, 'encoding.mp4')], cache));
  const lossless = path.join(folder, 'lossless.mp4');
  await withFreshCache(cache => rendered(chapter, ['--fps', '60', '--preset', 'ultrafast', '--crf', '0', '--gop', '60', ...range, '--out', lossless], cache));
  const ffmpeg = ffmpegPath();
  const raw = path.join(existsSync('/dev/shm') ? '/dev/shm' : folder, `lectern-bench-${process.pid}.yuv`);
  const frameBytes = (1920 * 1080 * 3) / 2;
  const sums = {threads: 0, processes: 0};
  try {
    for (let from = 0; from < whole.figures.frames; from += 300) {
      const frames = Math.min(300, whole.figures.frames - from);
      const taken = spawnSync(ffmpeg, ['-v', 'error', '-ss', String(from / 60), '-i', lossless, '-frames:v', String(frames), '-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-y', raw]);
      if (taken.status !== 0) throw new Error(`the frames could not be taken out: ${taken.stderr}`);
      sums.threads += await encodeParts(ffmpeg, raw, [{skip: 0, frames}], jobs);
      const share = Math.ceil(frames / jobs);
      const parts = Array.from({length: jobs}, (_, i) => ({skip: i * share * frameBytes, frames: Math.min(share, frames - i * share)})).filter(part => part.frames > 0);
      sums.processes += await encodeParts(ffmpeg, raw, parts, 1);
    }
  } finally {
    rmSync(raw, {force: true});
    rmSync(lossless, {force: true});
  }
  const alone = Math.min(sums.threads, sums.processes);
  return [{scene: 'suite/encoding', wall_s: round(whole.wall), frames: whole.figures.frames, encoding_s: round(alone), one_process_s: round(sums.threads), process_a_core_s: round(sums.processes), still_frames: whole.figures.frames - whole.figures.changed_frames, ratio: round(whole.wall / alone), ...against(whole.wall, 1.25 * alone)}];
}

/** Encodes parts of a raw file, all at once; seconds until the last is done. */
async function encodeParts(ffmpeg, raw, parts, threads) {
  const start = performance.now();
  await Promise.all(parts.map(({skip, frames}) => measuredRun(ffmpeg, [
    '-v', 'error', '-skip_initial_bytes', String(skip), '-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-video_size', '1920x1080', '-framerate', '60', '-i', raw, '-frames:v', String(frames),
    '-c:v', 'libx264', '-preset', 'medium', '-crf', '18', '-threads', String(threads), '-x264-params', 'keyint=60:min-keyint=60:scenecut=0:open-gop=0', '-f', 'h264', '-y', '/dev/null',
  ])));
  return (performance.now() - start) / 1000;
}

function ffmpegPath() {
  const {stdout} = spawnSync(process.execPath, [path.join(root, '.build/cli/lectern.js'), 'doctor', '--json'], {cwd: root, encoding: 'utf8'});
  const candidate = JSON.parse(stdout).ffmpegs.find(each => each.ffmpeg ?? each.path);
  return candidate.ffmpeg?.path ?? candidate.path;
}
