// `npm run gallery`: compiles gallery.ts and runs it; its arguments, names of scenes, choose some.
import {build} from 'esbuild';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const outfile = path.join(root, '.build/gallery/gallery.mjs');

process.chdir(root);
await build({
  entryPoints: [path.join(root, 'tests/frames/gallery.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  keepNames: true,
  sourcemap: 'inline',
  logLevel: 'warning',
});
await import(pathToFileURL(outfile).href);
