import {build} from 'esbuild';
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {isAuthorError, type AuthorError} from '../../src/author/authorError';
import {sourceOf} from '../../src/author/nodeSources';
import {positionFromStack, stackPositions} from '../../src/author/positionFromStack';

const scene = `
class Dot {
  constructor(props) { if (props.size < 0) throw new RangeError('size is ' + props.size); }
}
Dot.prototype.isClass = true;
const Pair = ({left}) => <Dot
  size={left} />;
export const alone = () => <Dot size={1} />;
export const pair = () => <Pair left={2} />;
export const list = () => <><Dot size={1} />two</>;
export const bad = () => <Dot size={-1} />;
export const badPair = () => <Pair left={-2} />;
export const badText = () => { const Text = () => { throw 'plain'; }; return <Text />; };
export function* walk() {
  yield 1;
  inPackage(() => { null.x; });
}
import {inPackage} from './node_modules/lib/index.js';
`;

interface Scene {
  alone(): object;
  pair(): object;
  list(): unknown[];
  bad(): object;
  badPair(): object;
  badText(): object;
  walk(): Generator;
}

let dir: string;
let bundle: Scene;
let bundleFile: string;
let map: string;

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'lectern-jsx-'));
  await writeFile(path.join(dir, 'scene.jsx'), scene);
  await mkdir(path.join(dir, 'node_modules/lib'), {recursive: true});
  await writeFile(path.join(dir, 'node_modules/lib/index.js'), 'export function inPackage(f) { return f(); }');
  bundleFile = path.join(dir, 'out/scene.mjs');
  const repository = path.resolve(import.meta.dirname, '../..');
  await build({
    absWorkingDir: dir, entryPoints: ['scene.jsx'], outfile: bundleFile, bundle: true, format: 'esm', sourcemap: 'linked', keepNames: true,
    jsx: 'automatic', jsxDev: true, jsxImportSource: '@motion-canvas/2d/lib', logLevel: 'silent',
    alias: {
      '@motion-canvas/2d/lib/jsx-dev-runtime': path.join(repository, 'src/author/jsxDevRuntime.ts'),
      '@motion-canvas/2d/lib/jsx-runtime': path.join(repository, 'node_modules/@motion-canvas/2d/lib/jsx-runtime.js'),
    },
  });
  map = await readFile(`${bundleFile}.map`, 'utf8');
  bundle = (await import(/* @vite-ignore */ pathToFileURL(bundleFile).href)) as Scene;
});
afterAll(() => rm(dir, {recursive: true}));

function thrownBy(run: () => unknown): AuthorError {
  try {
    run();
  } catch (error) {
    return error as AuthorError;
  }
  throw new Error('nothing was thrown');
}

describe('jsxDEV()', () => {
  test('jsxDEV() of a node class remembers the tag\'s place, also outside the bundle', () => {
    expect(sourceOf(bundle.alone())).toEqual({file: 'scene.jsx', line: 8, column: 28});
  });
  test('jsxDEV() of a function component keeps the place of the node inside it', () => {
    expect(sourceOf(bundle.pair())).toEqual({file: 'scene.jsx', line: 6, column: 26});
  });
  test('jsxDEV() of a fragment is its children, untagged', () => {
    const [dot, text] = bundle.list();
    expect(sourceOf(dot as object)?.column).toBe(29);
    expect(text).toBe('two');
  });
  test('jsxDEV() of a component that throws is an AuthorError at the tag', () => {
    const error = thrownBy(bundle.bad);
    expect(isAuthorError(error)).toBe(true);
    expect(error).toMatchObject({message: 'Cannot create <Dot>: size is -1', positions: [{file: 'scene.jsx', line: 11, column: 26}]});
    expect(error.cause).toBeInstanceOf(RangeError);
  });
  test('jsxDEV() leaves an error at the innermost tag', () => {
    expect(thrownBy(bundle.badPair)).toMatchObject({message: 'Cannot create <Dot>: size is -2', positions: [{line: 6, column: 26}]});
    expect(thrownBy(bundle.badText).message).toBe('Cannot create <Text>: plain');
  });
});

describe('positionFromStack()', () => {
  const options = {sourceMapOf: (file: string) => (file === bundleFile ? map : undefined), get root() { return dir; }};
  const walked = (): unknown => thrownBy(() => [...bundle.walk()]);
  test('positionFromStack() of an error in a generator is the author\'s line, not the bundle\'s', () => {
    expect(positionFromStack(walked(), options)).toEqual({file: 'scene.jsx', line: 16, column: 26});
  });
  test('stackPositions() passes over packages and Node, innermost first', () => {
    expect(stackPositions(walked(), options)).toMatchObject([{file: 'scene.jsx', line: 16, column: 26}, {file: 'scene.jsx', line: 16, column: 3}]);
  });
  test('positionFromStack() asks the cause when the error met no file of the author\'s', () => {
    const error = new Error('outer', {cause: walked()});
    expect(positionFromStack(error, options)?.line).toBe(16);
  });
  test('positionFromStack() of an error outside the root, or of no error, is unknown', () => {
    expect(positionFromStack(new Error('here'), options)).toBeUndefined();
    expect(positionFromStack('text', options)).toBeUndefined();
  });
  test('positionFromStack() is not led astray by a message that looks like a stack', () => {
    const error = new Error(`no\n    at trap (${dir}/trap.js:1:1)`);
    expect(positionFromStack(error, options)).toBeUndefined();
  });
  test('positionFromStack() lets the caller say which files are the author\'s', () => {
    expect(positionFromStack(walked(), {...options, root: dir, isAuthorFile: file => file.startsWith('node_modules/lib')}))
      .toMatchObject({file: 'node_modules/lib/index.js', line: 1});
  });
});
