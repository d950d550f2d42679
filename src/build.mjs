// Compiles src/ into .build/: what `lectern` runs, and what the packed tarball holds.
// Called by `npm ci` (prepare) and before each npm script; a quarter of a second, so nothing ever runs stale code.
import {build} from 'esbuild';
import {existsSync} from 'node:fs';
import {chmod} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import path from 'node:path';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const out = path.join(root, '.build');

/** Programs and modules that other programs open by path. Missing ones are not built yet. */
const entries = {
  'cli/lectern': 'src/cli/lectern.ts',
  'farm/worker': 'src/farm/worker.ts',
};

const entryPoints = Object.fromEntries(
  Object.entries(entries)
    .map(([name, file]) => [name, path.join(root, file)])
    .filter(([, file]) => existsSync(file)),
);

if (Object.keys(entryPoints).length > 0) {
  await build({
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
    logLevel: 'warning',
  });
}
const bin = path.join(out, 'cli/lectern.js');
if (existsSync(bin)) await chmod(bin, 0o755);
