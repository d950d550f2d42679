/**
 * One module from a chapter, a Motion Canvas project or a single scene file, ready for Node to import.
 *
 * In: the author's file. Out: a file in the cache with everything but Motion Canvas inside, a source map, the fonts that
 * its style sheets bring, and, for each scene, the files that it was made from (the chunk store hangs on those).
 */
import {build, stop, type BuildFailure, type BuildResult, type Metafile} from 'esbuild';
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {mkdir, readFile, rename, utimes, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {AuthorError, ExitCode, type SourcePosition} from '../author/authorError';
import type {FontFace} from '../stage/fonts/fontBook';
import {bundleLibraries, type LibraryBundle} from './libraryBundle';
import {bundleMotionCanvas, type MotionCanvasBundle} from './motionCanvasBundle';
import {isOurs, projectPlugin} from './projectPlugin';
import {readViteConfig, type ViteConfig} from './viteConfig';

export interface ProjectBundle {
  /** The bundled module, absolute path; its source map stands beside it (`.map`). */
  readonly file: string;
  readonly url: string;
  readonly motionCanvas: MotionCanvasBundle;
  readonly libraries: LibraryBundle;
  readonly fonts: readonly FontFace[];
  /** Files that import one another in a circle, absolute: what they export may be used before it is there. */
  readonly importCircles: readonly (readonly string[])[];
  /** Absolute paths of the files that a module of the project was made from, itself included, sorted. */
  inputsOf(file: string): readonly string[];
}

export interface ProjectBundleOptions {
  /** The project's folder, absolute: where `/` of imports begins. */
  readonly root: string;
  readonly cache: string;
  /** The entry module's text; it may import anything by absolute path. */
  readonly entry: string;
}

/**
 * Bundles a project.
 *
 * @throws AuthorError (exit code 3) with the author's file and line for a syntax error or a missing import
 */
export async function bundleProject(options: ProjectBundleOptions): Promise<ProjectBundle> {
  const [motionCanvas, libraries, vite] = await Promise.all([
    bundleMotionCanvas(options.root, options.cache),
    bundleLibraries(options.cache),
    readViteConfig(options.root),
  ]);
  const fonts: FontFace[] = [];
  const result = await run(options, {motionCanvas, libraries, fonts, vite});
  const code = asInVite(result.outputFiles.find(file => file.path.endsWith('.js'))!.contents, options.root);
  const map = result.outputFiles.find(file => file.path.endsWith('.map'))!;
  const folder = path.join(options.cache, 'bundles');
  const name = createHash('sha256').update(code).digest('hex').slice(0, 24);
  const file = path.join(folder, `${name}.mjs`);
  const module = Buffer.concat([code, Buffer.from(`\n//# sourceMappingURL=${name}.mjs.map\n`)]);
  // What stands there under this name may have been cut short, by a machine that went down.
  if (await holds(file, module)) {
    // When it was last of use decides how long it is kept.
    await utimes(file, new Date(), new Date()).catch(() => undefined);
  } else {
    await mkdir(folder, {recursive: true});
    await writeWhole(`${file}.map`, map.contents);
    await writeWhole(file, module);
  }
  return {file, url: pathToFileURL(file).href, motionCanvas, libraries, fonts, inputsOf: inputs(result.metafile, options.root), importCircles: circlesIn(result.metafile, options.root)};
}

interface Surroundings {
  readonly motionCanvas: MotionCanvasBundle;
  readonly libraries: LibraryBundle;
  /** Filled with what style sheets bring. */
  readonly fonts: FontFace[];
  readonly vite: ViteConfig;
}

async function run(options: ProjectBundleOptions, {vite, ...known}: Surroundings) {
  try {
    return (await build({
      absWorkingDir: options.root,
      entryPoints: ['lectern-virtual:entry'],
      outdir: path.join(options.cache, 'bundles'),
      write: false,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      conditions: ['lectern-source', 'module'],
      mainFields: ['module', 'main'],
      keepNames: true,
      sourcemap: 'external',
      sourcesContent: false,
      metafile: true,
      jsx: 'automatic',
      jsxDev: true,
      jsxImportSource: '@motion-canvas/2d/lib',
      tsconfigRaw: {
        compilerOptions: {
          experimentalDecorators: true,
          useDefineForClassFields: false,
          jsx: 'react-jsxdev',
          jsxImportSource: '@motion-canvas/2d/lib',
          target: 'es2022',
        },
      },
      define: {
        'import.meta.env': JSON.stringify({MODE: 'production', PROD: true, DEV: false, SSR: false, BASE_URL: '/'}),
        'import.meta.hot': 'undefined',
        ...vite.define,
      },
      banner: {js: `import {createRequire as __createRequire} from 'node:module'; const require = __createRequire(import.meta.url);`},
      logLevel: 'silent',
      plugins: [projectPlugin({...options, ...known, aliases: vite.aliases, virtual: {entry: options.entry}})],
    })) as BuildResult<{write: false; metafile: true}>;
  } catch (error) {
    throw authorErrorOf(error as BuildFailure, options.root, vite);
  }
}

/**
 * What Vite says of a project's own modules, where the bundler says it otherwise:
 *
 * - The default import of a CommonJS package that was compiled from a module is what that module calls its default. The
 *   bundler goes by Node's rules in packages of "type": "module", where it is all that the package exports.
 * - `import.meta.url` is the module's own file, and not the bundle's: `new URL('./picture.png', import.meta.url)`.
 *
 * Packages, and Lectern's own modules, which run in Node as well, stay as they are.
 *
 * @param contents - a bundle in which a comment names the file that the lines after it are from
 * @param root - what those names are relative to, absolute
 */
export function asInVite(contents: Uint8Array, root: string): Uint8Array {
  const bundle = Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength);
  if (!bundle.includes('__toESM(require_') && !bundle.includes('import.meta.url')) return bundle;
  let file = '';
  const said = bundle.toString().replace(/^\/\/ (\S.*)$|(__toESM\(require_[\w$]+\(\)), 1\)|\bimport\.meta\.url\b/gm, (text, name?: string, call?: string) => {
    if (name !== undefined) {
      const named = path.resolve(root, name);
      file = /[\\/]node_modules[\\/]/.test(named) || isOurs(named) || !existsSync(named) ? '' : named;
      return text;
    }
    if (file === '') return text;
    return call === undefined ? JSON.stringify(pathToFileURL(file).href) : `${call})`;
  });
  return Buffer.from(said);
}

async function holds(file: string, contents: Uint8Array): Promise<boolean> {
  return readFile(file).then(there => there.equals(contents), () => false);
}

/** Written under another name first: a process that looks at the same time sees the whole file or none. */
async function writeWhole(file: string, contents: Uint8Array): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, contents);
  await rename(temporary, file);
}

function authorErrorOf(failure: BuildFailure, root: string, vite: ViteConfig): unknown {
  const first = failure.errors?.[0];
  if (!first) return failure;
  const at: SourcePosition | undefined = first.location
    ? {file: path.resolve(root, first.location.file.replace(/^[\w-]+:/, '')), line: first.location.line, column: first.location.column + 1}
    : undefined;
  const empty = /^No matching export in "(.+)" for import "default"$/.exec(first.text);
  if (empty) return noScene(path.resolve(root, empty[1].replace(/^[\w-]+:/, '')), failure);
  const missing = /^Could not resolve "(.+)"|^Cannot find "(.+)"/.exec(first.text);
  const message = missing ? `Cannot find the import "${missing[1] ?? missing[2]}"` : `Cannot read the file: ${first.text}`;
  const fix = missing
    ? `correct the path (names are case-sensitive), or install the package that it names${vite.failure ? `; aliases are unknown, since ${vite.failure}` : ''}`
    : 'mend the syntax at this place';
  return new AuthorError(message, {at, fix, exitCode: ExitCode.scene, cause: failure});
}

function noScene(file: string, cause: unknown): AuthorError {
  return new AuthorError(`Cannot play ${path.basename(file)}: it has no default export`, {
    at: {file},
    fix: 'export default makeScene2D(function* (view) { … })',
    exitCode: ExitCode.scene,
    cause,
  });
}

/** Files of the author that import one another in a circle; each circle once, in the order of imports. */
function circlesIn(metafile: Metafile, root: string): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (name: string, above: readonly string[]): void => {
    const at = above.indexOf(name);
    if (at >= 0) circles.push(above.slice(at).map(file => path.resolve(root, file)));
    if (at >= 0 || done.has(name) || name.includes('node_modules')) return;
    for (const {path: next, external} of metafile.inputs[name]?.imports ?? []) if (!external) visit(next, [...above, name]);
    done.add(name);
  };
  Object.keys(metafile.inputs).forEach(name => visit(name, []));
  return circles;
}

function inputs(metafile: Metafile, root: string) {
  return (file: string): string[] => {
    const found = new Set<string>();
    const visit = (name: string) => {
      const input = metafile.inputs[name];
      if (!input || found.has(name)) return;
      found.add(name);
      for (const {path: next, external} of input.imports) if (!external) visit(next);
    };
    visit(path.relative(root, file).split(path.sep).join('/'));
    return [...found]
      .map(name => path.resolve(root, name.replace(/^lectern-(scene|project|raw|url):/, '')))
      .filter(name => existsSync(name))
      .sort();
  };
}

/** Ends the bundler's own process; the next bundle starts it again. */
export function stopBundler(): void {
  void stop();
}
