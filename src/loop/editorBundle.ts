/**
 * Motion Canvas's own editor as modules that a browser can import.
 *
 * Bundled once for each version, into the cache, beside the Motion Canvas that renders use: the page imports that very
 * bundle, so that what is edited and what is rendered are one code.
 */
import {build} from 'esbuild';
import {createHash} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {AuthorError, ExitCode} from '../author/authorError';
import {packageRoot} from '../stage/packageRoot';
import {isMotionCanvas, type MotionCanvasBundle} from '../timeline/motionCanvasBundle';
import {settleFolder} from '../timeline/settleFolder';

/** Raised when the way of bundling changes. */
const FORMAT = 2;

/**
 * Bundles the editor, or finds it bundled already.
 *
 * @param root - the project's folder: its own installation of Motion Canvas wins, as for renders
 * @param cache - where bundles are kept, absolute
 * @returns the folder with ui.js, inspector.js, ui.css and inspector.css, absolute
 */
export async function bundleEditor(root: string, cache: string, motionCanvas: Pick<MotionCanvasBundle, 'folder' | 'moduleUrl'>): Promise<string> {
  const ui = installedUi();
  const inspector = path.join(folderOf('@motion-canvas/2d', root), 'editor/index.js');
  const key = createHash('sha256').update(JSON.stringify([FORMAT, ui, motionCanvas.folder])).digest('hex').slice(0, 12);
  const folder = path.join(cache, `editor-${ui.version}-${key}`);
  if (existsSync(path.join(folder, 'ui.js'))) return folder;
  const temporary = `${folder}.${process.pid}.tmp`;
  await mkdir(temporary, {recursive: true});
  await build({
    entryPoints: {ui: path.join(ui.folder, 'dist/main.js'), inspector},
    outdir: temporary,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    logLevel: 'silent',
    plugins: [
      {
        name: 'one-editor',
        setup(plugin) {
          // The editor asks the registry for newer versions at each start; a page of ours stays on this machine.
          plugin.onLoad({filter: /[\\/]dist[\\/]main\.js$/}, async ({path: file}) => ({
            contents: (await readFile(file, 'utf8')).replace('https://registry.npmjs.org/@motion-canvas/core/latest', '/lectern/version.json'),
          }));
          plugin.onResolve({filter: /^@motion-canvas\/ui$/}, () => ({path: path.join(ui.folder, 'dist/main.js')}));
          plugin.onResolve({filter: /^@motion-canvas\//}, ({path: specifier}) =>
            isMotionCanvas(specifier) ? {path: motionCanvas.moduleUrl(specifier), external: true} : undefined,
          );
          // Whatever the package manager nested, the inspector meets the editor's own Preact.
          plugin.onResolve({filter: /^(preact|@preact\/signals)(\/|$)/}, ({path: specifier, importer, pluginData}) =>
            pluginData === 'ui' || importer.startsWith(ui.folder)
              ? undefined
              : plugin.resolve(specifier, {resolveDir: ui.folder, kind: 'import-statement', pluginData: 'ui'}),
          );
        },
      },
    ],
  });
  // Its fonts are bundled with Lectern; a page that fetched them would need the network.
  const style = await readFile(path.join(ui.folder, 'dist/style.css'), 'utf8');
  await writeFile(path.join(temporary, 'ui.css'), style.replace(/@import\s*(?:url\()?(["'])https?:.*?\1\)?[^;]*;/g, ''));
  await settleFolder(temporary, folder, 'ui.js');
  return folder;
}

function installedUi(): {readonly folder: string; readonly version: string} {
  const folder = folderOf('@motion-canvas/ui', packageRoot());
  const {version} = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {version: string};
  return {folder, version};
}

/** Found by walking up, as Node does: not every package lets its manifest be resolved. */
function folderOf(name: string, from: string): string {
  for (const start of [from, packageRoot()]) {
    for (let folder = start; ; folder = path.dirname(folder)) {
      const candidate = path.join(folder, 'node_modules', name);
      if (existsSync(candidate)) return candidate;
      if (folder === path.dirname(folder)) break;
    }
  }
  throw new AuthorError(`Cannot find ${name}, which the editor needs`, {exitCode: ExitCode.usage, fix: `npm install ${name}`});
}
