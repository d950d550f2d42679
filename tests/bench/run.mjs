// `npm run bench [-- --runs 3] [-- --scene tests/bench/bench.tsx]`: times a whole render of the bench scene as a user would
// see it, cache cold, and prints one JSON line last. Memory is that of the whole process tree, from /proc (Linux).
import {spawn, execFileSync} from 'node:child_process';
import {appendFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const {values: flags} = parseArgs({options: {runs: {type: 'string', default: '1'}, scene: {type: 'string', default: 'tests/bench/bench.tsx'}, preset: {type: 'string', default: 'veryfast'}, crf: {type: 'string', default: '18'}, jobs: {type: 'string'}}});
const folder = path.join(root, 'renders', 'bench');
mkdirSync(folder, {recursive: true});

/** Sum of the resident memory of a process and all that it started, MB. Pages that are shared count once a process. */
function treeMemory(top) {
  const parents = new Map();
  const sizes = new Map();
  for (const name of readdirSync('/proc').filter(entry => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
      sizes.set(Number(name), Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1] ?? 0) / 1024);
    } catch {
      // Ended while it was read.
    }
  }
  const inTree = pid => pid === top || (parents.has(pid) && parents.get(pid) > 1 && inTree(parents.get(pid)));
  return [...sizes].filter(([pid]) => inTree(pid)).reduce((sum, [, size]) => sum + size, 0);
}

async function once() {
  const cache = mkdtempSync(path.join(os.tmpdir(), 'lectern-bench-'));
  // Motion Canvas is bundled once for each installation, not once a film.
  execFileSync(process.execPath, ['.build/cli/lectern.js', 'doctor', '--json'], {cwd: root, env: {...process.env, LECTERN_CACHE: cache}, stdio: 'ignore'});
  const jobs = flags.jobs ? ['--jobs', flags.jobs] : [];
  const start = performance.now();
  const child = spawn(process.execPath, ['.build/cli/lectern.js', 'render', flags.scene, '--no-cache', '--preset', flags.preset, '--crf', flags.crf, '--background', '#0d1117', '--json', '--out', path.join(folder, 'bench.mp4'), ...jobs], {
    cwd: root,
    env: {...process.env, LECTERN_CACHE: cache},
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', chunk => (text += chunk));
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, treeMemory(child.pid))), 50);
  const code = await new Promise(resolve => child.on('close', resolve));
  clearInterval(timer);
  rmSync(cache, {recursive: true, force: true});
  if (code !== 0) throw new Error(`the render ended with code ${code}`);
  const figures = JSON.parse(text);
  const round = value => Math.round(value * 100) / 100;
  const wall = (performance.now() - start) / 1000;
  const ms = Object.fromEntries(Object.entries(figures.ms).map(([part, total]) => [part, round(total / figures.frames)]));
  return {scene: 'bench', frames: figures.frames, wall_s: round(wall), fps: round(figures.frames / wall), startup_s: round(figures.startup_s), peak_rss_mb: Math.round(peak), ms, changed_frames: figures.changed_frames};
}

const runs = [];
for (let run = 0; run < Number(flags.runs); run++) {
  runs.push(await once());
  if (Number(flags.runs) > 1) console.error(JSON.stringify(runs.at(-1)));
}
// The run of median wall time stands for all.
const median = [...runs].sort((a, b) => a.wall_s - b.wall_s)[Math.floor((runs.length - 1) / 2)];
const history = {date: new Date().toISOString(), commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], {cwd: root, encoding: 'utf8'}).trim(), machine: `${os.cpus().length} x ${os.cpus()[0]?.model}`, load: round1(os.loadavg()[0]), runs: runs.length, ...median};
appendFileSync(path.join(folder, 'history.jsonl'), `${JSON.stringify(history)}\n`);
console.log(JSON.stringify(median));

function round1(value) {
  return Math.round(value * 10) / 10;
}
