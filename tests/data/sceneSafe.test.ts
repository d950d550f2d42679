import {build} from 'esbuild';
import {readdirSync} from 'node:fs';
import {describe, expect, it} from 'vitest';

/** Readers of files and programs: the only ones that may touch Node. */
const nodeOnly = [
  'byteLines', 'fileBytes', 'readBinaryVectors', 'readMatrixVectors', 'readSafetensors', 'readTextVectors', 'readWordVectors',
  'measureReader', 'models', 'words',
];
const sources = (room: string) => readdirSync(`src/${room}`).filter(file => file.endsWith('.ts')).map(file => `src/${room}/${file}`);
const safe = [...sources('math'), ...sources('data')].filter(file => !nodeOnly.some(name => file === `src/data/${name}.ts`));

/** Bundles files for a browser, as a scene would be, and gives the number of bytes. */
async function bundledBytes(files: readonly string[]): Promise<number> {
  const contents = files.map((file, i) => `export * as part${i} from './${file}';`).join('\n');
  const result = await build({stdin: {contents, resolveDir: '.', loader: 'ts'}, bundle: true, minify: true, platform: 'browser', format: 'esm', write: false, logLevel: 'silent'});
  return result.outputFiles[0].contents.length;
}

describe('files of math and data that scenes may import', () => {
  it('bundle for a browser: none of them reaches for Node', async () => {
    expect(safe.length).toBeGreaterThan(30);
    await expect(bundledBytes(safe)).resolves.toBeGreaterThan(0);
  });

  it('stay small, but for the tokenizer with its table', async () => {
    expect(await bundledBytes(safe.filter(file => !file.endsWith('tokens.ts')))).toBeLessThan(200_000);
    expect(await bundledBytes(['src/data/tokens.ts'])).toBeLessThan(520_000);
  });

  it('are told apart: a reader of files does not bundle for a browser', async () => {
    await expect(bundledBytes(['src/data/readWordVectors.ts'])).rejects.toThrow(/node:/);
  });
});
