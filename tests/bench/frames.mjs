// `node tests/bench/frames.mjs [file] [scene…] [--runs 5] [--seconds 2] [--scale 1] [--hashes frames.txt] [--whole] [--profile folder]`:
// what a changed frame costs to step, draw and read, in processor time, without encoding. Prints a line a second of film and
// one JSON line last. Each run is a process, as a worker is; a busy machine adds to a frame's time and never takes away, so
// the quickest run of each frame counts. --hashes writes a line a frame, for comparing two versions of the stage picture by
// picture; --whole paints every node in every frame; --profile leaves .cpuprofile files.
import {build} from 'esbuild';
import {execFileSync} from 'node:child_process';
import {rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const options = {runs: {type: 'string', default: '5'}, seconds: {type: 'string'}, scale: {type: 'string', default: '1'}, hashes: {type: 'string'}, whole: {type: 'boolean', default: false}, profile: {type: 'string'}};
const {values: flags, positionals: [file = path.join(here, 'bench.tsx'), ...scenes]} = parseArgs({options, allowPositionals: true});
const program = path.join(root, '.build', 'bench', `frames-${process.pid}.mjs`);
await build({entryPoints: [path.join(here, 'frames.ts')], outfile: program, bundle: true, format: 'esm', platform: 'node', packages: 'external', keepNames: true, logLevel: 'warning'});
process.on('exit', () => rmSync(program, {force: true}));
const order = {file: path.resolve(file), scenes, scale: Number(flags.scale), seconds: flags.seconds ? Number(flags.seconds) : null, paintsWhole: flags.whole, hashes: flags.hashes !== undefined};
const profile = flags.profile ? ['--cpu-prof', `--cpu-prof-dir=${flags.profile}`] : [];

const runs = [];
for (let run = 0; run < Number(flags.runs); run++) {
  // The same heap settings as a worker's.
  const text = execFileSync(process.execPath, [...profile, '--max-semi-space-size=4', program, JSON.stringify(order)], {cwd: root, stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 28});
  runs.push(JSON.parse(text.toString().trim().split('\n').at(-1)));
}
const [{name, fps, costs: first}] = runs;
if (flags.hashes) writeFileSync(flags.hashes, `${first.map(({hash}) => hash).join('\n')}\n`);

const least = (part, frame) => Math.min(...runs.map(({costs}) => costs[frame][part]));
const costs = first.map(({changed}, frame) => ({changed, draw: least('draw', frame), read: least('read', frame)}));
const sum = (part, some) => some.reduce((total, cost) => total + cost[part], 0);
const round2 = value => Math.round(value * 100) / 100;
console.error('second\tchanged\tdraw ms\tread ms');
for (let start = 0; start < costs.length; start += fps) {
  const some = costs.slice(start, start + fps);
  console.error([start / fps, some.filter(({changed}) => changed).length, round2(sum('draw', some)), round2(sum('read', some))].join('\t'));
}
const changed = costs.filter(cost => cost.changed).length;
const [draw, read] = [sum('draw', costs) / changed, sum('read', costs) / changed];
console.log(JSON.stringify({
  scene: [name, ...scenes].join(' '), frames: costs.length, changed,
  cpu_ms_a_changed_frame: {step_and_draw: round2(draw), read: round2(read), all: round2(draw + read)},
  rss_mb: Math.round(Math.min(...runs.map(({rss}) => rss)) / 2 ** 20),
}));
