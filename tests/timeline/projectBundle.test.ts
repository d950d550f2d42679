import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openFilm} from '../../src/timeline/film';
import {openProject} from '../../src/timeline/openProject';
import {asInVite} from '../../src/timeline/projectBundle';
import {sceneSeed} from '../../src/timeline/sceneTimes';

describe('a project in a package of "type": "module"', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'lectern-bundle-'));
    const write = async (name: string, text: string) => {
      await mkdir(path.dirname(path.join(folder, name)), {recursive: true});
      await writeFile(path.join(folder, name), text);
    };
    await write('package.json', '{"name": "film", "type": "module"}');
    await write('node_modules/compiled/package.json', '{"name": "compiled", "main": "index.js"}');
    await write('node_modules/compiled/index.js', 'Object.defineProperty(exports, "__esModule", {value: true});\nexports.default = () => 7;\n');
    await write('src/place.ts', 'export const place = import.meta.url;\n');
    await write('src/scene.meta', '{"version": 1, "timeEvents": []}');
    await write(
      'src/scene.tsx',
      `import {makeScene2D} from '@motion-canvas/2d';
import {useLogger} from '@motion-canvas/core';
import seven from 'compiled';
import {place} from './place';

export default makeScene2D(function* () {
  useLogger().warn(\`\${seven()} \${place}\`);
  yield;
});
`,
    );
  });

  afterAll(() => rm(folder, {recursive: true, force: true}));

  it('gets the default of a compiled package, and the address of its own files, as from Vite', async () => {
    const film = await openFilm((await openProject(path.join(folder, 'src/scene.tsx'))).project);
    expect(film.warnings.map(({message}) => message)).toEqual([`The scene reports: 7 ${pathToFileURL(path.join(folder, 'src/place.ts')).href}`]);
  });

  it('has the seed of its name where its .meta file names none', async () => {
    const film = await openFilm((await openProject(path.join(folder, 'src/scene.tsx'))).project);
    await film.draw(0);
    expect((film.currentScene as unknown as {meta: {seed: {get(): number}}}).meta.seed.get()).toBe(sceneSeed('scene'));
  });
});

describe('asInVite()', () => {
  const said = (text: string) => Buffer.from(asInVite(Buffer.from(text), import.meta.dirname)).toString();

  it('changes the modules of the project, and none that come from elsewhere', () => {
    const call = 'var a = __toESM(require_a(), 1), b = import.meta.url;';
    const own = `// fixtures/loneScene.tsx\nvar a = __toESM(require_a()), b = ${JSON.stringify(pathToFileURL(path.join(import.meta.dirname, 'fixtures/loneScene.tsx')).href)};`;
    expect(said(`// node_modules/x/index.js\n${call}\n// fixtures/loneScene.tsx\n${call}\n// ../../src/index.ts\n${call}`)).toBe(
      `// node_modules/x/index.js\n${call}\n${own}\n// ../../src/index.ts\n${call}`,
    );
  });
});
