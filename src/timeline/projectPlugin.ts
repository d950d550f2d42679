/**
 * Lets esbuild read what Motion Canvas projects import, in place of its Vite plugin.
 *
 * `?scene`, `.meta`, pictures, sounds, films, fonts, style sheets, shaders, `?raw` and `?url` become plain modules; nothing
 * is ever written into the author's folders. Style sheets are only read for the fonts they bring.
 */
import type {OnLoadResult, OnResolveArgs, Plugin} from 'esbuild';
import {createPathsMatcher, getTsconfig} from 'get-tsconfig';
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import type {FontFace} from '../stage/fonts/fontBook';
import {packageRoot} from '../stage/packageRoot';
import {fontFacesOf} from './fontFacesOf';
import type {LibraryBundle} from './libraryBundle';
import {isMotionCanvas, type MotionCanvasBundle} from './motionCanvasBundle';
import type {Alias} from './viteConfig';

/** What a bundle asks the plugin for, and what the plugin learns on the way. */
export interface ProjectPluginOptions {
  readonly root: string;
  readonly motionCanvas: MotionCanvasBundle;
  /** What Lectern's own modules share instead of bundling it; without it, they bring everything along. */
  readonly libraries?: LibraryBundle;
  /** Text of modules that exist only in memory, by name: imported as `lectern-virtual:<name>`. */
  readonly virtual: Readonly<Record<string, string>>;
  /** Filled with the fonts of the style sheets that were imported. */
  readonly fonts: FontFace[];
  /** Import prefixes and patterns from the project's own build configuration. */
  readonly aliases?: readonly Alias[];
}

const ASSET = /\.(png|jpe?g|webp|gif|avif|svg|bmp|ico|mp4|webm|mov|ogv|mp3|wav|ogg|flac|m4a|aac|woff2?|ttf|otf|wasm|pdf)$/i;
const TEXT = /\.(txt|md|csv|tsv|srt|vtt|tex)$/i;

/** Creates the plugin for one bundle. */
export function projectPlugin(options: ProjectPluginOptions): Plugin {
  return {
    name: 'lectern-project',
    setup(plugin) {
      plugin.onResolve({filter: /^lectern-virtual:/}, ({path: name}) => ({
        path: name.slice('lectern-virtual:'.length),
        namespace: 'lectern-virtual',
      }));
      plugin.onLoad({filter: /.*/, namespace: 'lectern-virtual'}, ({path: name}) => ({
        contents: options.virtual[name],
        loader: 'ts',
        resolveDir: options.root,
      }));

      plugin.onResolve({filter: /^@motion-canvas\/2d\/lib\/jsx-dev-runtime$/}, ({importer}) =>
        // Our runtime wraps the real one, so its own import of it goes to the bundle.
        importer.includes('jsxDevRuntime') ? external(options, '@motion-canvas/2d/lib/jsx-dev-runtime') : {path: packageFile('author/jsxDevRuntime')},
      );
      // The components of the Lectern that renders, wherever the scene lies: the two always fit.
      plugin.onResolve({filter: /^lectern$/}, () => ({path: packageFile('index')}));
      plugin.onResolve({filter: /^@(motion-canvas|lezer|codemirror)\//}, ({path: specifier}) =>
        isMotionCanvas(specifier) ? external(options, specifier) : undefined,
      );

      plugin.onResolve({filter: /[?](scene|project|raw|url|inline|img|anim)$/}, args => resolveQuery(plugin.resolve, args));
      // Each specifier that is asked for costs a trip between two processes, and most are relative.
      plugin.onResolve({filter: options.aliases?.some(({find}) => typeof find !== 'string' || find.startsWith('.')) ? /.*/ : /^[^.]/}, async args => {
        const library = isOurs(args.importer) ? options.libraries?.moduleUrl(args.path) : undefined;
        if (library) return {path: library, external: true};
        if (args.pluginData === 'resolved' || args.kind === 'entry-point') return undefined;
        return resolveAlias(plugin.resolve, args, options);
      });
      plugin.onLoad({filter: /.*/, namespace: 'lectern-scene'}, ({path: file}) => sceneModule(file));
      plugin.onLoad({filter: /.*/, namespace: 'lectern-project'}, ({path: file}) => projectModule(file));
      plugin.onLoad({filter: /.*/, namespace: 'lectern-raw'}, async ({path: file}) => ({
        contents: await readFile(file),
        loader: 'text',
        watchFiles: [file],
      }));
      plugin.onLoad({filter: /.*/, namespace: 'lectern-url'}, ({path: file}) => urlModule(file));

      plugin.onLoad({filter: ASSET}, ({path: file}) => urlModule(file));
      plugin.onLoad({filter: TEXT}, async ({path: file}) => ({contents: await readFile(file), loader: 'text'}));
      plugin.onLoad({filter: /\.meta$/}, async ({path: file}) => ({contents: await metaModule(file), loader: 'js', resolveDir: options.root}));
      plugin.onLoad({filter: /\.(glsl|frag|vert|fs|vs)$/}, async ({path: file}) => ({contents: `${await shaderText(file)}\n// from ${path.relative(options.root, file)}\n`, loader: 'text'}));
      plugin.onLoad({filter: /\.(css|scss|sass|less)$/}, async ({path: file}) => {
        options.fonts.push(...(await fontFacesOf(file)));
        return {contents: '', loader: 'js', watchFiles: [file]};
      });
    },
  };
}

function external(options: ProjectPluginOptions, specifier: string) {
  return {path: options.motionCanvas.moduleUrl(specifier), external: true};
}

/** Whether a module is one of Lectern's own, in the repository or in an installed package. */
export function isOurs(importer: string): boolean {
  return ['src', '.build'].some(folder => importer.startsWith(path.join(packageRoot(), folder) + path.sep));
}

/** A module of ours that goes into bundles: source in the repository, compiled in an installed package. */
function packageFile(name: string): string {
  const source = path.join(packageRoot(), 'src', `${name}.ts`);
  return existsSync(source) ? source : path.join(packageRoot(), '.build', `${name}.js`);
}

type Resolve = (path: string, options: {importer: string; resolveDir: string; kind: OnResolveArgs['kind']; pluginData?: unknown}) => Promise<{
  path: string;
  errors: unknown[];
  namespace: string;
  external: boolean;
}>;

async function resolveQuery(resolve: Resolve, {path: specifier, importer, resolveDir, kind}: OnResolveArgs) {
  const at = specifier.lastIndexOf('?');
  const query = specifier.slice(at + 1);
  const namespace = {scene: 'lectern-scene', project: 'lectern-project', raw: 'lectern-raw'}[query] ?? 'lectern-url';
  const target = specifier.slice(0, at);
  const result = await resolve(target, {importer, resolveDir, kind});
  if (result.errors.length > 0) return {errors: [{text: `Cannot find "${target}"`}]};
  return {path: result.path, namespace};
}

/** Aliases of the project, its tsconfig `paths`, and addresses that start at the project's folder, as in Vite. */
async function resolveAlias(resolve: Resolve, args: OnResolveArgs, {root, aliases}: ProjectPluginOptions) {
  const {path: specifier, importer, resolveDir, kind} = args;
  const tried: string[] = [];
  for (const {find, replacement} of aliases ?? []) {
    if (isMeant(find, specifier)) tried.push(specifier.replace(find, replacement));
  }
  if (specifier.startsWith('/') && !existsSync(specifier.split('?')[0])) {
    tried.push(path.join(root, specifier), path.join(root, 'public', specifier));
  } else if (!specifier.startsWith('.') && !specifier.startsWith('/') && !importer.includes('node_modules')) {
    tried.push(...pathsOf(importer || path.join(root, 'x.ts'))(specifier));
  }
  for (const candidate of tried) {
    const result = await resolve(candidate, {importer, resolveDir, kind, pluginData: 'resolved'});
    if (result.errors.length === 0) return {path: result.path, namespace: result.namespace, external: result.external};
  }
  return undefined;
}

function isMeant(find: Alias['find'], specifier: string): boolean {
  if (typeof find !== 'string') return find.test(specifier);
  return specifier === find || specifier.startsWith(find.endsWith('/') ? find : `${find}/`);
}

const matchers = new Map<string, (specifier: string) => string[]>();

function pathsOf(importer: string): (specifier: string) => string[] {
  const folder = path.dirname(importer);
  let matcher = matchers.get(folder);
  if (!matcher) {
    const config = path.isAbsolute(importer) ? getTsconfig(importer) : null;
    matcher = (config && createPathsMatcher(config)) ?? (() => []);
    matchers.set(folder, matcher);
  }
  return matcher;
}

async function sceneModule(file: string): Promise<OnLoadResult> {
  const name = path.basename(file).replace(/\.[^.]+$/, '');
  const meta = file.replace(/\.[^.]+$/, '.meta');
  const lines = [
    `import {ValueDispatcher} from '@motion-canvas/core';`,
    `import description from ${JSON.stringify(file)};`,
    existsSync(meta) ? `import metaFile from ${JSON.stringify(meta)};` : `const metaFile = null;`,
    `if (typeof description?.klass !== 'function') throw Object.assign(new Error('not a scene'), {notAScene: ${JSON.stringify(file)}});`,
    `description.name = ${JSON.stringify(name)};`,
    `description.file = ${JSON.stringify(file)};`,
    `metaFile?.attach(description.meta);`,
    `description.hasSeed = Number.isFinite(metaFile?.cache?.seed);`,
    `description.onReplaced ??= new ValueDispatcher(description);`,
    `export default description;`,
  ];
  return {contents: lines.join('\n'), loader: 'js', resolveDir: path.dirname(file), watchFiles: [file]};
}

async function projectModule(file: string): Promise<OnLoadResult> {
  const meta = file.replace(/\.[^.]+$/, '.meta');
  const lines = [
    `export {default} from ${JSON.stringify(file)};`,
    existsSync(meta) ? `export {default as metaFile} from ${JSON.stringify(meta)};` : `export const metaFile = null;`,
  ];
  return {contents: lines.join('\n'), loader: 'js', resolveDir: path.dirname(file)};
}

async function metaModule(file: string): Promise<string> {
  const text = await readFile(file, 'utf8');
  const name = path.basename(file, '.meta');
  return [
    `import {MetaFile} from '@motion-canvas/core';`,
    `const meta = new MetaFile(${JSON.stringify(name)}, false);`,
    `meta.loadData(${text.trim() || '{}'});`,
    `export default meta;`,
  ].join('\n');
}

function urlModule(file: string): OnLoadResult {
  return {contents: `export default ${JSON.stringify(pathToFileURL(file).href)};`, loader: 'js', watchFiles: [file]};
}

/** Shaders may include one another by path or from Motion Canvas's own folder: `#include "@motion-canvas/core/shaders/common.glsl"`. */
async function shaderText(file: string, seen = new Set<string>()): Promise<string> {
  if (seen.has(file)) return '';
  seen.add(file);
  const lines = (await readFile(file, 'utf8')).split('\n');
  const included = await Promise.all(
    lines.map(async line => {
      const match = /^\s*#include\s+["<](.+)[">]/.exec(line);
      if (!match) return line;
      const target = match[1].startsWith('.')
        ? path.resolve(path.dirname(file), match[1])
        : fileURLToPath(pathToFileURL(createRequire(file).resolve(match[1])));
      return shaderText(target, seen);
    }),
  );
  return included.join('\n');
}
