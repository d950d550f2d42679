// `npm run soak [-- --frames 6000] [-- --scale 1]`: is the memory of a drawing process flat? Prints one JSON line.
import {build} from 'esbuild';
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const {values: flags} = parseArgs({options: {frames: {type: 'string', default: '6000'}, scale: {type: 'string', default: '1'}}});
const program = path.join(root, '.build', 'bench', 'soak.mjs');
await build({entryPoints: [path.join(here, 'soak.ts')], outfile: program, bundle: true, format: 'esm', platform: 'node', packages: 'external', keepNames: true, logLevel: 'warning'});
// The same heap settings as a worker's.
const {status} = spawnSync(process.execPath, ['--max-semi-space-size=4', program, path.join(here, 'endless.tsx'), flags.frames, flags.scale], {cwd: root, stdio: 'inherit'});
process.exitCode = status ?? 1;
