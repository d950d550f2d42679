// `npm run soak [-- --frames 6000 --width 1920]`: is the memory of a worker flat? Without flags, 6,000 frames at 1080p and
// 100,000 small ones. Prints a JSON line for each, and ends with code 1 where memory grew, or was more than it may be.
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {build} from 'esbuild';

const bars = {peak_rss_mb: 400, slope_kb_per_frame: 1};
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const {values: flags} = parseArgs({options: {frames: {type: 'string'}, width: {type: 'string'}}});
const soaks = flags.frames || flags.width ? [[flags.frames ?? '6000', flags.width ?? '1920']] : [['6000', '1920'], ['100000', '64']];
const program = path.join(root, '.build', 'bench', 'soak.mjs');
await build({entryPoints: [path.join(here, 'soak.ts')], outfile: program, bundle: true, format: 'esm', platform: 'node', packages: 'external', keepNames: true, logLevel: 'warning'});
for (const [frames, width] of soaks) {
  // The same heap settings as a worker's.
  const {status, stdout} = spawnSync(process.execPath, ['--max-semi-space-size=4', program, path.join(here, 'endless.tsx'), frames, width], {cwd: root, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8'});
  if (status !== 0) throw new Error(`the soak ended with code ${status}`);
  console.log(stdout.trim());
  const figures = JSON.parse(stdout);
  for (const [name, most] of Object.entries(bars).filter(([bar, limit]) => figures[bar] > limit)) {
    console.error(`${name} is ${figures[name]}: at most ${most} is allowed`);
    process.exitCode = 1;
  }
}
