// `npm run bench:peers [-- --runs 3] [-- --only lectern,revideo] [-- --caches warm]`: the bench scene rendered by Lectern and
// by what a user would render it with instead, turn by turn on this machine. A table goes to stderr, one JSON line to stdout.
//
// Wall time is from the start of a command to the end of its process, its film finished; memory is that of its whole tree of
// processes. Caches are cold unless --caches warm: Lectern bundles Motion Canvas, Vite and webpack bundle their dependencies.
import {execFileSync} from 'node:child_process';
import {chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {measuredRun, median} from '../bench/processTree.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const {values: flags} = parseArgs({options: {
  runs: {type: 'string', default: '3'},
  only: {type: 'string'},
  caches: {type: 'string', default: 'cold'},
  keep: {type: 'boolean', default: false},
}});
const scene = path.join(root, 'tests/bench/bench.tsx');
const seconds = 10;
const fps = 30;
const work = path.join(here, '.work');
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
const env = {...process.env, CHROMIUM: chromium, DISABLE_TELEMETRY: 'true', PUPPETEER_SKIP_DOWNLOAD: '1', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1'};

/** Who takes part. `same`: how its settings differ from veryfast, crf 18, H.264 tagged as BT.709. */
const peers = [
  {
    name: 'lectern', version: manifest(root).version, same: 'x264 veryfast crf 18',
    async run(out, folder) {
      const lectern = {cwd: root, env: {...env, LECTERN_CACHE: path.join(folder, 'cache')}};
      if (flags.caches === 'warm') await measuredRun(process.execPath, ['.build/cli/lectern.js', 'doctor', '--json'], lectern);
      return measuredRun(process.execPath, ['.build/cli/lectern.js', 'render', scene, '--no-cache', '--preset', 'veryfast', '--crf', '18', '--background', '#0d1117', '--quiet', '--out', out], lectern);
    },
  },
  {name: 'motion-canvas', from: '@motion-canvas/core', same: 'x264 medium crf 23, untagged: its exporter offers no choice', run: script('motionCanvas')},
  {name: 'revideo', from: '@revideo/core', same: 'WebCodecs H.264 Main, its own bit rate: its default exporter, one worker', run: script('revideo')},
  {name: 'remotion', from: 'remotion', same: 'x264 veryfast crf 18, tagged BT.601', run: script('remotion')},
  {name: 'ffmpeg-alone', same: 'x264 veryfast crf 18, all threads, from yuv420p in the page cache: the limit', run: encodeAlone},
].filter(({name}) => name === 'lectern' || !flags.only || flags.only.split(',').includes(name));

function script(name) {
  return (out, folder) => measuredRun(process.execPath, [path.join(here, name, 'render.mjs'), scene, folder, out], {cwd: here, env: {...env, HOME: folder}, stderr: 'quiet'});
}

/** The frames of the film as they reach x264, encoded by ffmpeg and nothing else. */
async function encodeAlone(out) {
  const frames = await rawFrames();
  return measuredRun(ffmpeg(), [
    '-v', 'error', '-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-video_size', '1920x1080', '-framerate', String(fps), '-i', frames,
    '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18', '-x264-params', 'keyint=60:min-keyint=60:scenecut=0:open-gop=0:stitchable=1', '-pix_fmt', 'yuv420p', '-y', out,
  ], {env});
}

async function rawFrames() {
  const file = path.join(work, 'frames.yuv');
  if (!existsSync(file)) {
    const lossless = path.join(work, 'lossless.mp4');
    const lectern = {cwd: root, env: {...env, LECTERN_CACHE: path.join(work, 'lossless-cache')}};
    await measuredRun(process.execPath, ['.build/cli/lectern.js', 'render', scene, '--preset', 'ultrafast', '--crf', '0', '--background', '#0d1117', '--quiet', '--out', lossless], lectern);
    execFileSync(ffmpeg(), ['-v', 'error', '-i', lossless, '-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-y', file]);
  }
  // Read once, it is in the page cache.
  readFileSync(file);
  return file;
}

let used;
/** The ffmpeg that Lectern uses. */
function ffmpeg() {
  used ??= JSON.parse(execFileSync(process.execPath, ['.build/cli/lectern.js', 'doctor', '--json'], {cwd: root, encoding: 'utf8'})).ffmpegs.find(candidate => candidate.ffmpeg ?? candidate.path);
  return used.ffmpeg?.path ?? used.path;
}

function manifest(folder) {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
}

/** Installs the peers as their lock says, with no script of theirs run and no browser fetched. Some ask for a newer Node than they need. */
function install() {
  const installed = path.join(here, 'node_modules', '.package-lock.json');
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(path.join(here, 'package-lock.json')).mtimeMs) {
    console.error('Installing the peers, once…');
    execFileSync('npm', ['ci', '--ignore-scripts', '--engine-strict=false', '--no-audit', '--no-fund'], {cwd: here, env, stdio: ['ignore', 'ignore', 'inherit']});
  }
  // All that the scripts that were not run would have done.
  for (const name of ['ffmpeg', 'ffprobe']) {
    const binary = path.join(here, 'node_modules', `@${name}-installer`, `${process.platform}-${process.arch}`, name);
    if (existsSync(binary)) chmodSync(binary, 0o755);
  }
}

/** Counts a film's frames; a film of another size, rate or length is no result. */
function checked(name, file) {
  const {streams: [video]} = JSON.parse(execFileSync('ffprobe', ['-v', 'error', '-select_streams', 'v:0', '-count_packets', '-show_entries', 'stream=width,height,r_frame_rate,nb_read_packets', '-of', 'json', file], {encoding: 'utf8'}));
  const frames = Number(video.nb_read_packets);
  // Motion Canvas and Revideo write the frame at the end of the last second, too.
  if (video.width !== 1920 || video.height !== 1080 || video.r_frame_rate !== `${fps}/1` || frames < seconds * fps || frames > seconds * fps + 1) {
    throw new Error(`${name} wrote ${frames} frames of ${video.width}x${video.height} at ${video.r_frame_rate}`);
  }
  return frames;
}

const round = (value, digits = 2) => Number(value.toFixed(digits));

mkdirSync(work, {recursive: true});
if (peers.some(({from}) => from)) {
  install();
  if (!existsSync(chromium)) throw new Error(`There is no ${chromium}: set CHROMIUM to a Chromium for the peers to draw with`);
}
const results = new Map(peers.map(({name}) => [name, []]));
const films = new Map();
for (let run = 0; run < Number(flags.runs); run++) {
  for (const {name, run: render} of peers) {
    const folder = path.join(work, name);
    if (flags.caches !== 'warm') rmSync(folder, {recursive: true, force: true});
    mkdirSync(folder, {recursive: true});
    const out = path.join(work, `${name}.mp4`);
    rmSync(out, {force: true});
    const {wall, cpu, peak} = await render(out, folder);
    films.set(name, {frames: checked(name, out), mp4_kb: Math.round(statSync(out).size / 1000)});
    results.get(name).push({wall, cpu, peak});
    console.error(`run ${run + 1}  ${name.padEnd(14)} ${wall.toFixed(2).padStart(7)} s  ${cpu.toFixed(2).padStart(7)} s of processors  ${peak.toFixed(0).padStart(5)} MB`);
  }
}
const wallOf = name => median(results.get(name).map(({wall}) => wall));
const table = peers.map(({name, version, from, same}) => {
  const walls = results.get(name).map(({wall}) => wall);
  return {
    name,
    version: version ?? (from ? manifest(path.join(here, 'node_modules', from)).version : (used?.version ?? used?.ffmpeg?.version)),
    wall_s: round(wallOf(name)), min: round(Math.min(...walls)), max: round(Math.max(...walls)),
    cpu_s: round(median(results.get(name).map(({cpu}) => cpu))),
    frames: films.get(name).frames, mp4_kb: films.get(name).mp4_kb,
    peak_rss_mb: Math.round(median(results.get(name).map(({peak}) => peak))),
    ratio_to_lectern: round(wallOf(name) / wallOf('lectern')),
    settings: same,
  };
});
console.error(`\n${'peer'.padEnd(15)}${'version'.padEnd(18)}${'wall s'.padStart(8)}${'min-max'.padStart(14)}${'cpu s'.padStart(8)}${'frames'.padStart(8)}${'KB'.padStart(7)}${'MB'.padStart(7)}${'x Lectern'.padStart(11)}  settings`);
for (const row of table) {
  console.error(`${row.name.padEnd(15)}${String(row.version).slice(0, 17).padEnd(18)}${row.wall_s.toFixed(2).padStart(8)}${`${row.min}-${row.max}`.padStart(14)}${row.cpu_s.toFixed(1).padStart(8)}${String(row.frames).padStart(8)}${String(row.mp4_kb).padStart(7)}${String(row.peak_rss_mb).padStart(7)}${row.ratio_to_lectern.toFixed(2).padStart(11)}  ${row.settings}`);
}
if (!flags.keep) rmSync(work, {recursive: true, force: true});
console.log(JSON.stringify({machine: `${os.cpus().length} x ${os.cpus()[0]?.model}`, caches: flags.caches, load: round(os.loadavg()[0], 1), runs: Number(flags.runs), peers: table}));
