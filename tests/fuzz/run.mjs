// Bundles the fuzzer with the stage it tests and runs it: `npm run fuzz -- --trees 3000 --seed 1`.
import {build} from 'esbuild';
import {mkdirSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const outfile = path.join(root, '.build/fuzz/fuzz.mjs');
mkdirSync(path.dirname(outfile), {recursive: true});
await build({
  entryPoints: [path.join(root, 'tests/fuzz/fuzz.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: 'linked',
});
process.env.LECTERN_ROOT = root;
await import(pathToFileURL(outfile).href);
