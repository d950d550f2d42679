import {execFile} from 'node:child_process';
import {mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import {loadImage} from '@napi-rs/canvas';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
let folder: string;
let names: string[];

/** A user's folder with the packed tarball unpacked as npm would; dependencies are those that are installed here. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'lectern-pack-'));
  await run(process.execPath, ['src/build.mjs', '--pack'], {cwd: root});
  const {stdout} = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {cwd: root});
  const [{filename, files}] = JSON.parse(stdout) as [{filename: string; files: {path: string}[]}];
  names = files.map(file => file.path);
  const installed = path.join(folder, 'node_modules/lectern');
  await mkdir(installed, {recursive: true});
  await run('tar', ['xzf', path.join(folder, filename), '--strip-components=1', '-C', installed]);
  await symlink(path.join(root, 'node_modules'), path.join(installed, 'node_modules'));
  await symlink(path.join(root, 'node_modules/@motion-canvas'), path.join(folder, 'node_modules/@motion-canvas'));
  await writeFile(path.join(folder, 'package.json'), '{"name": "films"}');
}, 120_000);
afterAll(() => rm(folder, {recursive: true}));

const env = {...process.env, LECTERN_CACHE: path.join(root, 'node_modules/.cache/lectern'), NO_COLOR: '1'};
const lectern = (...given: string[]) => run(process.execPath, [path.join(folder, 'node_modules/lectern/.build/cli/lectern.js'), ...given], {cwd: folder, env});

describe('npm pack', () => {
  it('holds what is run, drawn with, imported and read, and nothing else', () => {
    for (const needed of [
      'package.json', 'LICENSE', 'README.md', '.build/index.js', '.build/types/index.d.ts', '.build/engine.json', '.build/cli/lectern.js',
      '.build/farm/worker.js', '.build/loop/painter.js', '.build/loop/browser/watchClient.js', '.build/loop/browser/editorClient.js',
      '.build/encoder/convert.wasm', '.build/author/jsxDevRuntime.js', '.build/components/VectorArrow.js', 'assets/fonts/Roboto-Regular.ttf',
    ]) expect(names).toContain(needed);
    const strange = names.filter(name => !/^(package\.json|LICENSE|README\.md|\.build\/.*\.(js|d\.ts|wasm)|\.build\/engine\.json|assets\/fonts\/[\w.-]+\.(ttf|woff2|txt|md))$/.test(name));
    expect(strange).toEqual([]);
  });

  it('holds every font\'s licence', () => {
    for (const family of ['IBMPlex', 'JetBrainsMono', 'NotoColorEmoji', 'Roboto']) expect(names).toContain(`assets/fonts/${family}-LICENSE.txt`);
  });
});

describe('the packed lectern', () => {
  it('begins a chapter in an empty project, and draws it', async () => {
    const {stdout} = await lectern('new', 'chapter', 'hello');
    expect(stdout.trim().split('\n')).toEqual([
      'scenes/hello/chapter.ts', 'scenes/hello/01-two-arrows.tsx', 'scenes/hello/01-two-arrows.md', 'tsconfig.json', 'scenes/assets.d.ts',
    ]);
    await lectern('sheet', 'hello', '--width', '160', '-o', 'sheet.png');
    expect((await loadImage(path.join(folder, 'sheet.png'))).width).toBeGreaterThan(480);
  });

  it('gives TypeScript its types', async () => {
    await run(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {cwd: folder});
    const wrong = path.join(folder, 'scenes/hello/wrong.ts');
    await writeFile(wrong, "import {defineChapter} from 'lectern';\nexport default defineChapter({title: 1, scenes: []});\n");
    await expect(run(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {cwd: folder})).rejects.toMatchObject({
      stdout: expect.stringMatching(/wrong\.ts.*'number' is not assignable to type 'string'/),
    });
    await rm(wrong);
  });

  it('plays the first scene of scenes/README.md as it stands there, without a warning', async () => {
    await lectern('new', 'scene', 'hello/product');
    const page = await readFile(path.join(root, 'scenes/README.md'), 'utf8');
    await writeFile(path.join(folder, 'scenes/hello/02-product.tsx'), /```tsx\n([\s\S]*?)```/.exec(page)![1]);
    await writeFile(path.join(folder, 'scenes/hello/02-product.md'), /```md\n([\s\S]*?)```/.exec(page)![1]);
    await run(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {cwd: folder});
    const {stdout, stderr} = await lectern('still', 'hello/02-product', '--at', 'multiply', '95%', '--scale', '0.1');
    expect(stdout.trim().split('\n').map(file => path.relative(folder, file))).toEqual(['renders/hello-02-product-multiply.png', 'renders/hello-02-product-95pct.png']);
    expect(stderr).toBe('');
  });

  it('writes into scenes and renders only', async () => {
    await lectern('still', 'hello', '--scale', '0.1');
    expect((await readdir(folder)).filter(name => !/\.tgz$|^sheet\.png$/.test(name)).sort()).toEqual(['node_modules', 'package.json', 'renders', 'scenes', 'tsconfig.json']);
  });
});
