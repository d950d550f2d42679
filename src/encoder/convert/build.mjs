// Compiles convert.as into .build/encoder/convert.wasm. Called by src/build.mjs, and by the tests, which must not run
// against an old one. The compiler takes a second, so it runs only when the source or the compiler has changed.
import {createHash} from 'node:crypto';
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const source = path.join(here, 'convert.as');
const flags = ['--optimizeLevel', '3', '--shrinkLevel', '0', '--converge', '--enable', 'simd', '--runtime', 'stub', '--importMemory', '--noAssert'];

/**
 * @param {string} out - the folder .build/
 * @returns {Promise<string>} the file written, or found to be up to date
 */
export async function buildConverter(out) {
  const target = path.join(out, 'encoder/convert.wasm');
  const stamp = `${target}.stamp`;
  const wanted = await sourceStamp();
  const [found, binary] = await Promise.all([readFile(stamp, 'utf8').catch(() => ''), readFile(target).catch(() => undefined)]);
  if (found === wanted && binary !== undefined) return target;
  await mkdir(path.dirname(target), {recursive: true});
  const {wasm} = await compile();
  const temporary = `${target}.${process.pid}.tmp`;
  await writeFile(temporary, wasm);
  await rename(temporary, target);
  await writeFile(stamp, wanted);
  return target;
}

async function sourceStamp() {
  const compiler = createRequire(import.meta.url)('assemblyscript/package.json').version;
  return createHash('sha256').update(await readFile(source)).update(compiler).update(flags.join(' ')).digest('hex');
}

async function compile() {
  const asc = await import('assemblyscript/asc');
  const text = await readFile(source, 'utf8');
  let wasm;
  // The compiler knows .ts alone, and the type checker would take a .ts for its own: so the name is lent here.
  const {error, stderr} = await asc.main(['convert.ts', '--outFile', 'convert.wasm', ...flags], {
    readFile: name => (name === 'convert.ts' ? text : null),
    writeFile: (name, contents) => {
      if (name === 'convert.wasm') wasm = contents;
    },
    listFiles: () => [],
  });
  if (error || wasm === undefined) throw new Error(`Cannot compile convert.as: ${error?.message ?? ''}\n${stderr.toString()}`);
  return {wasm};
}
