// Runs one of this folder's TypeScript programs: `node src/data/run.mjs trainWords.ts [arguments]`.
// It is compiled into node_modules/.cache first, since Node 20 does not read TypeScript.
import {build} from 'esbuild';
import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(path.dirname(here));
const program = process.argv[2];
if (program === undefined) {
  console.error('Name a program of src/data, as: node src/data/run.mjs measureReader.ts');
  process.exit(2);
}
const outfile = path.join(root, 'node_modules/.cache/lectern', program.replace(/\.ts$/, '.mjs'));
await mkdir(path.dirname(outfile), {recursive: true});
await build({
  entryPoints: [path.join(here, program)], outfile, bundle: true, format: 'esm', platform: 'node', target: 'node20',
  packages: 'external', logLevel: 'warning',
});
await import(pathToFileURL(outfile).href);
