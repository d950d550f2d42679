/**
 * The libraries that Lectern's own components are made with, as modules that scenes share.
 *
 * In: the packages as they are installed. Out: a folder in the cache, made once for each version. Bundled into every scene
 * they would be read again at each start and each save: they are four files in five.
 */
import {build} from 'esbuild';
import {createHash} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {packageRoot} from '../stage/packageRoot';
import {settleFolder} from './settleFolder';

export interface LibraryBundle {
  /** Folder of the bundled modules, absolute. */
  readonly folder: string;
  /** The `file:` URL of a library's module; undefined for what is bundled with the scene. */
  moduleUrl(specifier: string): string | undefined;
}

/** Raised when the way of bundling changes, so that old caches are left alone. */
const FORMAT = 1;

const EVERYTHING = (specifier: string) => `export * from '${specifier}';`;
const ONLY_DEFAULT = (specifier: string) => `export {default} from '${specifier}';`;
/** CommonJS says too late what it exports: the names are written down. */
const NAMED = (...names: readonly string[]) => (specifier: string) => `export {${names.join(', ')}} from '${specifier}';`;

/** What each module exports. Parsers of @lezer are not here: they share their node types with Motion Canvas. */
const LIBRARIES: Readonly<Record<string, (specifier: string) => string>> = {
  'culori/fn': EVERYTHING,
  'fastest-levenshtein': NAMED('distance'),
  'gpt-tokenizer/GptEncoding': EVERYTHING,
  'gpt-tokenizer/bpeRanks/r50k_base': ONLY_DEFAULT,
  'mathjax-full/js/adaptors/liteAdaptor': NAMED('liteAdaptor'),
  'mathjax-full/js/handlers/html': NAMED('RegisterHTMLHandler'),
  'mathjax-full/js/input/tex': NAMED('TeX'),
  'mathjax-full/js/input/tex/AllPackages': NAMED('AllPackages'),
  'mathjax-full/js/mathjax': NAMED('mathjax'),
  'mathjax-full/js/output/svg': NAMED('SVG'),
  'ml-matrix': EVERYTHING,
  zod: EVERYTHING,
  'zod/mini': EVERYTHING,
  'zod/v4/locales/en.js': ONLY_DEFAULT,
};

/**
 * Bundles the libraries, or finds them bundled already.
 *
 * @param cache - where bundles are kept
 */
export async function bundleLibraries(cache: string): Promise<LibraryBundle> {
  const {dependencies} = JSON.parse(readFileSync(path.join(packageRoot(), 'package.json'), 'utf8')) as {dependencies: object};
  const key = createHash('sha256').update(JSON.stringify([FORMAT, dependencies])).digest('hex').slice(0, 12);
  const folder = path.join(cache, `libraries-${key}`);
  if (!existsSync(path.join(folder, fileOf('zod')))) await bundleInto(folder);
  return {
    folder,
    moduleUrl: specifier => (specifier in LIBRARIES ? pathToFileURL(path.join(folder, fileOf(specifier))).href : undefined),
  };
}

function fileOf(specifier: string): string {
  return `${specifier.replace(/\.js$/, '')}.js`;
}

async function bundleInto(folder: string): Promise<void> {
  const temporary = `${folder}.${process.pid}.tmp`;
  await mkdir(temporary, {recursive: true});
  await build({
    entryPoints: Object.fromEntries(Object.keys(LIBRARIES).map(specifier => [fileOf(specifier).replace(/\.js$/, ''), `library:${specifier}`])),
    outdir: temporary,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['module'],
    mainFields: ['module', 'main'],
    keepNames: true,
    minifySyntax: true,
    minifyWhitespace: true,
    banner: {js: `import {createRequire as __createRequire} from 'node:module'; const require = __createRequire(import.meta.url);`},
    logLevel: 'silent',
    plugins: [
      {
        name: 'libraries',
        setup(plugin) {
          plugin.onResolve({filter: /^library:/}, ({path: name}) => ({path: name.slice('library:'.length), namespace: 'library'}));
          plugin.onLoad({filter: /.*/, namespace: 'library'}, ({path: name}) => ({contents: LIBRARIES[name](name), resolveDir: packageRoot()}));
        },
      },
    ],
  });
  await settleFolder(temporary, folder, fileOf('zod'));
}
