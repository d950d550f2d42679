// Writes the declarations that TypeScript reads for `import … from 'lectern'`. Called by the build before packing.
import {spawn} from 'node:child_process';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const source = path.dirname(fileURLToPath(import.meta.url));

/**
 * Compiles declarations of src/index.ts, and of what it exports, into `<out>/types`.
 *
 * @throws Error with the compiler's output
 */
export async function buildTypes(out) {
  const compiler = path.join(path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  const child = spawn(process.execPath, [compiler, '-p', path.join(source, 'tsconfig.types.json'), '--outDir', path.join(out, 'types')], {stdio: ['ignore', 'pipe', 'inherit']});
  let text = '';
  child.stdout.on('data', piece => (text += piece));
  const code = await new Promise(resolve => child.on('close', resolve));
  if (code !== 0) throw new Error(`Cannot write declarations:\n${text}`);
}
