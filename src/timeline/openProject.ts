/**
 * From a file that an author names to a project that any process can draw.
 *
 * In: scenes/<chapter>/chapter.ts, a Motion Canvas project file, or one scene file. Out: a plain record with the bundled
 * module in it, which goes to workers as it is. Nothing is drawn and no scene has run yet.
 */
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {AuthorError, ExitCode} from '../author/authorError';
import {didYouMean} from '../author/nearNames';
import {isChapterDefinition, type ChapterDefinition} from '../chapter/chapter';
import {loadNarrations, type NarrationRecord} from '../chapter/loadNarrations';
import type {FontFace} from '../stage/fonts/fontBook';
import {cacheFolder} from './cacheFolder';
import {bundleProject, type ProjectBundle} from './projectBundle';

export type ProjectKind = 'chapter' | 'project' | 'scene';

/** A scene of a chapter, before it has run. */
export interface ProjectScene {
  readonly name: string;
  readonly file: string;
  readonly narration?: NarrationRecord;
}

/** Everything that a process needs to draw a project; plain data. */
export interface Project {
  readonly kind: ProjectKind;
  /** The film's name in file names: the chapter's folder, or the file's name. */
  readonly name: string;
  readonly title: string;
  /** The file that the author named, absolute. */
  readonly file: string;
  readonly root: string;
  readonly cache: string;
  readonly bundleFile: string;
  readonly motionCanvas: {readonly folder: string; readonly coreVersion: string; readonly twoDVersion: string};
  readonly fonts: readonly FontFace[];
  /** Files that import one another in a circle, absolute. */
  readonly importCircles: readonly (readonly string[])[];
  readonly chapter?: ChapterDefinition;
  /** In a chapter: the scenes to play, in order. A Motion Canvas project names its own, when it runs. */
  readonly scenes: readonly ProjectScene[];
}

export interface OpenedProject {
  readonly project: Project;
  readonly bundle: ProjectBundle;
}

/**
 * Opens a project.
 *
 * @param file - absolute path of chapter.ts, a project file or a scene file
 * @param options - `scenes`: play only these of a chapter, by name or unambiguous part of a name
 * @throws AuthorError for a file that cannot be bundled, a chapter without scenes, an unknown scene (with near names)
 */
export async function openProject(file: string, options: {readonly scenes?: readonly string[]} = {}): Promise<OpenedProject> {
  const root = projectRoot(file);
  const cache = cacheFolder(root);
  if (path.basename(file).replace(/\.[^.]+$/, '') === 'chapter') return openChapter(file, root, cache, options.scenes);
  const kind = exportsProject(await readFile(file, 'utf8')) ? 'project' : 'scene';
  const entry = kind === 'scene'
    ? `import scene from ${JSON.stringify(`${file}?scene`)};\nexport const scenes = [scene];`
    : `export {default as config, metaFile} from ${JSON.stringify(`${file}?project`)};`;
  const bundle = await bundleProject({root, cache, entry});
  const name = path.basename(file).replace(/\.[^.]+$/, '');
  const narrations = kind === 'scene' ? await loadNarrations(path.dirname(file), [name]) : [];
  const scenes = narrations.map(narration => ({name, file, narration}));
  return {bundle, project: record({kind, name, title: narrations[0]?.title ?? name, file, root, cache, bundle, scenes})};
}

/** Whether a file makes a project: it and a scene differ in what they export, not in their names. */
export function exportsProject(text: string): boolean {
  return /\bmakeProject\s*\(/.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''));
}

async function openChapter(file: string, root: string, cache: string, chosen: readonly string[] | undefined): Promise<OpenedProject> {
  const chapter = await readChapter(file, root, cache);
  const folder = path.dirname(file);
  const all = chapter.scenes.map(name => ({name, file: sceneFile(folder, name, file)}));
  const narrations = await loadNarrations(folder, chapter.scenes, {wordsPerMinute: chapter.wordsPerMinute});
  const scenes = all.map((scene, index) => ({...scene, narration: narrations[index]}));
  const played = chosen?.length ? chosen.map(name => sceneNamed(name, scenes, path.basename(folder))) : scenes;
  const entry = [
    ...played.map((scene, index) => `import scene${index} from ${JSON.stringify(`${scene.file}?scene`)};`),
    `export const scenes = [${played.map((_, index) => `scene${index}`).join(', ')}];`,
  ].join('\n');
  const bundle = await bundleProject({root, cache, entry});
  const name = path.basename(folder);
  return {bundle, project: record({kind: 'chapter', name, title: chapter.title, file, root, cache, bundle, scenes: played, chapter})};
}

interface Parts extends Pick<Project, 'kind' | 'name' | 'title' | 'file' | 'root' | 'cache' | 'chapter' | 'scenes'> {
  readonly bundle: ProjectBundle;
}

function record({bundle, ...parts}: Parts): Project {
  const {folder, coreVersion, twoDVersion} = bundle.motionCanvas;
  return {...parts, bundleFile: bundle.file, motionCanvas: {folder, coreVersion, twoDVersion}, fonts: bundle.fonts, importCircles: bundle.importCircles};
}

/** Reads chapter.ts alone, without its scenes: it decides which of them are bundled. */
export async function readChapter(file: string, root: string, cache: string): Promise<ChapterDefinition> {
  const bundle = await bundleProject({root, cache, entry: `export {default} from ${JSON.stringify(file)};`});
  const module = (await import(bundle.url)) as {default?: unknown};
  if (isChapterDefinition(module.default)) return module.default;
  throw new AuthorError(`Cannot open ${path.relative(root, file)}: it does not export a chapter`, {
    at: {file},
    exitCode: ExitCode.usage,
    fix: 'export default defineChapter({title: "…", scenes: ["01-first"]})',
  });
}

function sceneFile(folder: string, name: string, chapterFile: string): string {
  const found = ['.tsx', '.ts', '.jsx', '.js'].map(extension => path.join(folder, name + extension)).find(file => existsSync(file));
  if (found) return found;
  throw new AuthorError(`Cannot find scene "${name}": there is no ${name}.tsx in ${folder}`, {
    at: {file: chapterFile},
    exitCode: ExitCode.usage,
    fix: `write ${name}.tsx, or take "${name}" out of the chapter's scenes`,
  });
}

function sceneNamed(name: string, scenes: readonly ProjectScene[], chapter: string): ProjectScene {
  const exact = scenes.find(scene => scene.name === name);
  if (exact) return exact;
  const partial = scenes.filter(scene => scene.name.startsWith(name) || scene.name.replace(/^\d+-/, '') === name);
  if (partial.length === 1) return partial[0];
  const hint = didYouMean(name, scenes.map(scene => scene.name));
  throw new AuthorError(`Cannot find scene "${name}" in chapter "${chapter}"${hint ? `: ${hint}` : ''}`, {
    exitCode: ExitCode.usage,
    fix: `choose one of ${scenes.map(scene => scene.name).join(', ')}`,
  });
}

/** The nearest folder above a file that has a package.json, or the file's own. */
export function projectRoot(file: string): string {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'package.json'))) return folder;
    if (folder === path.dirname(folder)) return path.dirname(file);
  }
}

/** The module that a project's bundle is imported from. */
export function bundleUrl(project: Project): string {
  return pathToFileURL(project.bundleFile).href;
}
