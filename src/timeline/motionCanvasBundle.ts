/**
 * Motion Canvas as a module that Node can import.
 *
 * The published packages are extension-less ES modules, so they are bundled: once for each version, into the cache, as
 * files that share their chunks. Everything in a process (scenes, components, the driver) then meets the same classes.
 */
import {build} from 'esbuild';
import {createHash} from 'node:crypto';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {mkdir, readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {AuthorError, ExitCode} from '../author/authorError';
import {packageRoot} from '../stage/packageRoot';
import {leanSources} from './leanMotionCanvas';
import {settleFolder} from './settleFolder';

/** A bundled Motion Canvas. */
export interface MotionCanvasBundle {
  readonly coreVersion: string;
  readonly twoDVersion: string;
  /** Folder of the bundled modules, absolute. */
  readonly folder: string;
  /** The `file:` URL that an import such as `@motion-canvas/2d/lib/components` stands for. */
  moduleUrl(specifier: string): string;
}

/** Raised when the way of bundling changes, so that old caches are left alone. */
const FORMAT = 7;

const SCOPED = /^@motion-canvas\/(core|2d)(?:\/(.*))?$/;

/**
 * What scenes and Motion Canvas must share: tags and node properties of the Lezer parsers are known by identity, and a
 * second copy would colour a function's name as a keyword.
 */
const SHARED = ['@lezer/common', '@lezer/highlight', '@codemirror/language'];

/** Says whether a specifier is answered by the bundle. */
export function isMotionCanvas(specifier: string): boolean {
  if (SHARED.includes(specifier)) return true;
  const match = SCOPED.exec(specifier);
  return match !== null && !(match[2] ?? '').startsWith('editor') && !(match[2] ?? '').startsWith('shaders');
}

/**
 * Bundles the Motion Canvas that a project uses, or finds it bundled already.
 *
 * @param root - the project's folder; its own installation wins over the one Lectern brings
 * @param cache - where bundles are kept
 * @throws AuthorError "Cannot find @motion-canvas/2d …"
 */
export async function bundleMotionCanvas(root: string, cache: string): Promise<MotionCanvasBundle> {
  const core = installed('core', root);
  const twoD = installed('2d', root);
  const key = createHash('sha256').update(JSON.stringify([FORMAT, core, twoD, readFileSync(lazySignals(), 'utf8')])).digest('hex').slice(0, 12);
  const folder = path.join(cache, `motion-canvas-${twoD.version}-${key}`);
  if (!existsSync(path.join(folder, '2d', 'index.js'))) await bundleInto(folder, {core: core.folder, '2d': twoD.folder});
  return {
    coreVersion: core.version,
    twoDVersion: twoD.version,
    folder,
    moduleUrl: specifier => moduleUrl(folder, specifier),
  };
}

/** Deep imports of single files are answered by the nearest folder that was bundled: it exports the same names. */
function moduleUrl(folder: string, specifier: string): string {
  if (SHARED.includes(specifier)) return pathToFileURL(path.join(folder, 'shared', `${specifier}.js`)).href;
  const [, name, rest = ''] = SCOPED.exec(specifier)!;
  for (let place = rest.replace(/^lib\/?/, '').replace(/\.js$/, ''); ; place = path.posix.dirname(place)) {
    const inFolder = place === '' || place === '.';
    for (const file of inFolder ? ['index.js'] : [`${place}.js`, `${place}/index.js`]) {
      const candidate = path.join(folder, name, file);
      if (existsSync(candidate)) return pathToFileURL(candidate).href;
    }
    if (inFolder) throw new Error(`Motion Canvas was bundled without ${specifier}`);
  }
}

async function bundleInto(folder: string, packages: Record<'core' | '2d', string>): Promise<void> {
  const entryPoints: Record<string, string> = {};
  for (const [name, source] of Object.entries(packages)) {
    for (const module of entryModules(path.join(source, 'lib'))) {
      entryPoints[`${name}/${module.replace(/\.js$/, '')}`] = path.join(source, 'lib', module);
    }
  }
  for (const name of SHARED) entryPoints[`shared/${name}`] = `shared:${name}`;
  const lean = leanSources(packages);
  const temporary = `${folder}.${process.pid}.tmp`;
  await mkdir(temporary, {recursive: true});
  await build({
    entryPoints,
    outdir: temporary,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // code-fns publishes a broken ES build under "exports"; keepNames because node keys and logs print class names.
    mainFields: ['module', 'main'],
    keepNames: true,
    minifySyntax: true,
    minifyWhitespace: true,
    define: {'import.meta.env': '{}', 'import.meta.hot': 'undefined'},
    banner: {js: requireShim},
    logLevel: 'silent',
    plugins: [
      {
        name: 'one-motion-canvas',
        setup(plugin) {
          plugin.onResolve({filter: /^shared:/}, ({path: name}) => ({path: name.slice('shared:'.length), namespace: 'shared'}));
          plugin.onLoad({filter: /.*/, namespace: 'shared'}, ({path: name}) => ({contents: `export * from '${name}';`, resolveDir: packages['2d']}));
          plugin.onLoad({filter: /\.js$/}, ({path: file}) => (lean.has(file) ? {contents: lean.get(file)} : undefined));
          // Whatever the package manager nested, 2d must meet the core that scenes meet.
          plugin.onResolve({filter: /^@motion-canvas\/core$/}, () => ({path: path.join(packages.core, 'lib', 'index.js')}));
          // Signals are made when they are asked for; a version that makes them in another way is left as it is.
          plugin.onLoad({filter: /[\\/]decorators[\\/]signal\.js$/}, async ({path: file}) => ({
            contents: (await readFile(file, 'utf8')).replace(MAKES_ALL_SIGNALS, "export {initializeSignals} from 'lectern:lazy-signals';"),
          }));
          plugin.onResolve({filter: /^lectern:lazy-signals$/}, () => ({path: lazySignals()}));
          plugin.onResolve({filter: /^@motion-canvas\/2d\/lib\/decorators$/}, () => ({path: path.join(packages['2d'], 'lib', 'decorators', 'index.js')}));
          // A published file imports the JSX runtime from the sources beside it, which would bring every class twice.
          plugin.onResolve({filter: /^@motion-canvas\/2d\/src\/lib\/jsx-(dev-)?runtime$/}, ({path: name}) => ({
            path: path.join(packages['2d'], 'lib', `${path.basename(name)}.js`),
          }));
        },
      },
    ],
  });
  await settleFolder(temporary, folder, path.join('2d', 'index.js'));
}

/** MathJax and friends are CommonJS and ask for `require` when bundled into an ES module. */
const requireShim = `import {createRequire as __createRequire} from 'node:module'; const require = __createRequire(import.meta.url);`;

/** Each folder with an index, what its index keeps to itself (such as CodeBlock), and the JSX runtimes. */
function entryModules(lib: string): string[] {
  const files = readdirSync(lib, {recursive: true, encoding: 'utf8'})
    .map(name => name.split(path.sep).join('/'))
    .filter(name => name.endsWith('.js') && !name.includes('__tests__'));
  const indices = new Map(files.filter(name => /(^|\/)index\.js$/.test(name)).map(name => [path.posix.dirname(name), exportsOf(path.join(lib, name))]));
  return files.filter(name => {
    const exported = indices.get(path.posix.dirname(name));
    return name.endsWith('index.js') || exported?.has(path.posix.basename(name, '.js')) === false;
  });
}

/** The neighbours whose names an index passes on. */
function exportsOf(index: string): Set<string> {
  return new Set([...readFileSync(index, 'utf8').matchAll(/^export .* from ['"]\.\/([\w-]+)(?:\.js)?['"]/gm)].map(match => match[1]));
}

/** Motion Canvas's own function, which makes every signal of a node with the node. */
const MAKES_ALL_SIGNALS = /export function initializeSignals\(instance, props\) \{\n {4}initialize\(instance\);\n[\s\S]*?\n\}/;

/** The compiled module that takes its place. */
function lazySignals(): string {
  return path.join(packageRoot(), '.build', 'stage', 'lazySignals.js');
}

export interface Installation {
  readonly folder: string;
  readonly version: string;
}

/** The package that a project uses: its own installation, or the one that Lectern brings. */
export function installed(name: 'core' | '2d', root: string): Installation {
  for (const from of [path.join(root, 'package.json'), path.join(packageRoot(), 'package.json')]) {
    try {
      const manifest = createRequire(from).resolve(`@motion-canvas/${name}/package.json`);
      const {version} = JSON.parse(readFileSync(manifest, 'utf8')) as {version: string};
      return {folder: path.dirname(manifest), version};
    } catch {
      // Not installed there; the next place may have it.
    }
  }
  throw new AuthorError(`Cannot find @motion-canvas/${name}`, {
    exitCode: ExitCode.usage,
    fix: 'npm install @motion-canvas/core @motion-canvas/2d',
  });
}
