import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {builtinModules} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {bundleLibraries} from '../../src/timeline/libraryBundle';

const root = path.resolve(import.meta.dirname, '../..');
const cache = path.join(root, 'node_modules/.cache/lectern');

/** What the rooms that scenes import from take from packages. */
function packageImports(): Set<string> {
  const rooms = ['components', 'math', 'data', 'theme', 'motion'];
  const files = rooms.flatMap(room => readdirSync(path.join(root, 'src', room), {recursive: true, encoding: 'utf8'}).map(file => path.join(root, 'src', room, file)));
  const specifiers = files
    .filter(file => /\.tsx?$/.test(file))
    .flatMap(file => [...readFileSync(file, 'utf8').matchAll(/^import (?!type)[^;]*?from '([^.'][^']*)';/gm)].map(match => match[1]));
  return new Set(specifiers.filter(name => !/^(@motion-canvas|@lezer)\//.test(name) && !name.startsWith('node:') && !builtinModules.includes(name)));
}

describe('bundleLibraries()', () => {
  it('has every library that components are made with', async () => {
    const {moduleUrl} = await bundleLibraries(cache);
    const imports = [...packageImports()];
    expect(imports).toContain('culori/fn');
    expect(imports.filter(name => moduleUrl(name) === undefined)).toEqual([]);
    for (const name of imports) expect(existsSync(fileURLToPath(moduleUrl(name)!))).toBe(true);
  });

  it('leaves other packages to the scene', async () => {
    expect((await bundleLibraries(cache)).moduleUrl('d3-array')).toBeUndefined();
  });
});
