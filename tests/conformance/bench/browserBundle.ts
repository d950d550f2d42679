/**
 * Bundles scenes for Chromium: the reading of imports is the stage's own plugin, Motion Canvas is the published package.
 *
 * In: cases. Out: one page script for each of them in a folder, with shared chunks.
 */
import {build, type Plugin} from 'esbuild';
import {existsSync} from 'node:fs';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import type {MotionCanvasBundle} from '../../../src/timeline/motionCanvasBundle';
import {asInVite} from '../../../src/timeline/projectBundle';
import {projectPlugin} from '../../../src/timeline/projectPlugin';
import type {Alias} from '../../../src/timeline/viteConfig';
import type {Case} from './shot';

export interface BrowserBundleOptions {
  readonly root: string;
  readonly outdir: string;
  readonly cases: readonly Case[];
  /** Folders of the two packages, absolute. */
  readonly motionCanvas: {readonly core: string; readonly '2d': string};
  /** Import prefixes of the case's own build configuration. */
  readonly aliases?: readonly Alias[];
  readonly define?: Readonly<Record<string, string>>;
}

/** Writes `<outdir>/<name>.js` for each case. */
export async function bundleForBrowser(options: BrowserBundleOptions): Promise<void> {
  const page = JSON.stringify(path.join(process.cwd(), 'tests/conformance/bench/browserPage.ts'));
  const virtual = Object.fromEntries(options.cases.map(({name, file, kind}) => [name, entry(page, file, kind)]));
  const neverAsked = {} as MotionCanvasBundle;
  if (options.cases.length === 0) return;
  const {outputFiles} = await build({
    write: false,
    absWorkingDir: options.root,
    entryPoints: options.cases.map(({name}) => ({in: `lectern-virtual:${name}`, out: name})),
    outdir: options.outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'chrome120',
    mainFields: ['module', 'main'],
    keepNames: true,
    jsx: 'automatic',
    jsxImportSource: '@motion-canvas/2d/lib',
    tsconfigRaw: {compilerOptions: {experimentalDecorators: true, useDefineForClassFields: false, target: 'es2022'}},
    define: {
      'import.meta.env': JSON.stringify({MODE: 'production', PROD: true, DEV: false, SSR: false, BASE_URL: '/'}),
      'import.meta.hot': 'undefined',
      ...options.define,
    },
    logLevel: 'error',
    plugins: [browserPlugin(options), projectPlugin({...options, motionCanvas: neverAsked, fonts: [], virtual})],
  });
  await mkdir(options.outdir, {recursive: true});
  for (const {path: file, contents} of outputFiles) await writeFile(file, contentsForPage(contents, options.root));
}

/** Modules have an address of the bench's server there, as those of the editor have one of Vite's. */
function contentsForPage(contents: Uint8Array, root: string): string {
  return Buffer.from(asInVite(contents, root)).toString().replace(/"file:\/\/(\/[^"]*)"/g, '(location.origin + "/@fs$1")');
}

function entry(page: string, file: string, kind: Case['kind']): string {
  return kind === 'scene'
    ? `import {offer} from ${page};\nimport scene from ${JSON.stringify(`${file}?scene`)};\noffer({scenes: [scene]});`
    : `import {offer} from ${page};\nimport * as project from ${JSON.stringify(`${file}?project`)};\noffer({config: project.default, metaFile: project.metaFile});`;
}

const ASSET = /\.(png|jpe?g|webp|gif|avif|svg|mp4|webm|mp3|wav|ogg|woff2?|ttf|otf)$/i;

/** Where the browser differs from the stage: the real package, addresses of the bench's server, and real style sheets. */
function browserPlugin({motionCanvas}: BrowserBundleOptions): Plugin {
  return {
    name: 'conformance-browser',
    setup(plugin) {
      plugin.onResolve({filter: /^@motion-canvas\/(core|2d)/}, ({path: specifier}) => ({path: packageFile(specifier, motionCanvas)}));
      // One copy for scenes and for Motion Canvas, as a package manager installs them.
      const require = createRequire(path.join(motionCanvas['2d'], 'package.json'));
      plugin.onResolve({filter: /^@(lezer\/(common|highlight)|codemirror\/language)$/}, ({path: name}) => ({
        path: require.resolve(name).replace(/\.cjs$/, '.js'),
      }));
      const served = ({path: file}: {path: string}) => ({contents: `export default ${JSON.stringify(`/@fs${file}`)};`, loader: 'js' as const});
      plugin.onLoad({filter: /.*/, namespace: 'lectern-url'}, served);
      plugin.onLoad({filter: ASSET, namespace: 'file'}, served);
      plugin.onLoad({filter: /\.css$/}, async ({path: file}) => ({contents: styleModule(await styleText(file)), loader: 'js'}));
    },
  };
}

function packageFile(specifier: string, folders: BrowserBundleOptions['motionCanvas']): string {
  const [, name, rest = ''] = /^@motion-canvas\/(core|2d)(?:\/(.*))?$/.exec(specifier)!;
  // The package imports a piece of its own source, which is there compiled as well.
  const place = path.join(folders[name as 'core' | '2d'], rest === '' ? 'lib' : rest.replace(/^src\/lib/, 'lib'));
  return [place, `${place}.js`, path.join(place, 'index.js')].find(file => existsSync(file) && path.extname(file) === '.js') ?? place;
}

/** A style sheet with those that it imports in their places, and addresses of the bench's server. */
async function styleText(file: string): Promise<string> {
  const css = await readFile(file, 'utf8');
  const folder = path.dirname(file);
  const imports = [...css.matchAll(/@import\s+(?:url\()?['"](\.[^'"]+)['"]\)?\s*;/g)];
  const imported = await Promise.all(imports.map(([, address]) => styleText(path.resolve(folder, address))));
  const own = css
    .replace(/@import[^;]*;/g, '')
    .replace(/url\((['"]?)(\.[^'")]+)\1\)/g, (_, quote: string, address: string) => `url(${quote}/@fs${path.resolve(folder, address)}${quote})`);
  return [...imported, own].join('\n');
}

function styleModule(css: string): string {
  return `document.head.append(Object.assign(document.createElement('style'), {textContent: ${JSON.stringify(css)}}));`;
}
