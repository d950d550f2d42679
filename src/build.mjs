// Compiles src/ into .build/: what `lectern` runs, and what the packed tarball holds.
// Called by `npm ci` (prepare) and before each npm script; a quarter of a second, so nothing ever runs stale code.
import {build} from 'esbuild';
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {chmod, mkdir, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import path from 'node:path';
import {buildConverter} from './encoder/convert/build.mjs';
import {buildTypes} from './buildTypes.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const out = path.join(root, '.build');

// Begun first: the compiler of the pixel converter takes two seconds, in the rare case that it has anything to do.
const converter = buildConverter(out);

/** Programs and modules that other programs open by path. Missing ones are not built yet. */
const entries = {
  'cli/lectern': 'src/cli/lectern.ts',
  'farm/worker': 'src/farm/worker.ts',
  'loop/painter': 'src/loop/painter.ts',
};

/** What the bundles of scenes are made with: the package's own module, and the JSX runtime. */
const sceneEntries = ['src/index.ts', 'src/author/jsxDevRuntime.ts'];

/** Programs of our own pages. */
const browserEntries = {
  'loop/browser/watchClient': 'src/loop/watchClient.ts',
  'loop/browser/editorClient': 'src/loop/editorClient.ts',
};

const entryPoints = Object.fromEntries(
  Object.entries(entries)
    .map(([name, file]) => [name, path.join(root, file)])
    .filter(([, file]) => existsSync(file)),
);

// Part of the bundle of Motion Canvas: one file that imports nothing of ours.
await build({absWorkingDir: root, entryPoints: ['src/stage/lazySignals.ts'], outdir: path.join(out, 'stage'), format: 'esm', target: 'es2022', keepNames: true, logLevel: 'warning'});
const programs = await build({
  absWorkingDir: root,
  entryPoints,
  outdir: out,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  chunkNames: 'shared/[name]-[hash]',
  sourcemap: 'linked',
  keepNames: true,
  metafile: true,
  logLevel: 'warning',
});
// What scenes import stays one file a module: bundlers keep or leave out whole files, and classes with decorators are
// never left out of a file that is kept.
const sceneModules = await build({absWorkingDir: root, entryPoints: sceneEntries, bundle: true, write: false, metafile: true, outdir: out, format: 'esm', packages: 'external', logLevel: 'warning'});
await build({
  absWorkingDir: root,
  entryPoints: Object.keys(sceneModules.metafile.inputs),
  outdir: out,
  outbase: 'src',
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  keepNames: true,
  logLevel: 'warning',
});
await build({
  absWorkingDir: root,
  entryPoints: browserEntries,
  outdir: out,
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  // The editor's page maps these to the Motion Canvas of the project.
  external: ['@motion-canvas/*'],
  minify: true,
  logLevel: 'warning',
});
if (process.argv.includes('--pack')) {
  // A tarball holds what this build made, and no piece that an earlier one left.
  const made = new Set(Object.keys(programs.metafile.outputs).map(file => path.resolve(root, file)));
  const shared = path.join(out, 'shared');
  for (const file of (await readdir(shared)).map(name => path.join(shared, name))) if (!made.has(file)) await rm(file);
  await buildTypes(out);
}
await converter;
const bin = path.join(out, 'cli/lectern.js');
if (existsSync(bin)) await chmod(bin, 0o755);

// Chunks that were drawn by another engine must not be mistaken for this one's.
const rooms = ['stage', 'timeline', 'encoder', 'farm', 'chapter'];
const hash = createHash('sha256');
for (const room of rooms) {
  const folder = path.join(root, 'src', room);
  const files = (await readdir(folder, {recursive: true, withFileTypes: true})).filter(entry => entry.isFile());
  for (const name of files.map(entry => path.join(entry.parentPath, entry.name)).sort()) {
    hash.update(path.relative(root, name)).update(await readFile(name));
  }
}
const {dependencies} = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
hash.update(JSON.stringify(dependencies));
await mkdir(out, {recursive: true});
await writeFile(path.join(out, 'engine.json'), JSON.stringify({hash: hash.digest('hex')}));
