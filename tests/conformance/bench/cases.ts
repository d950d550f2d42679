/**
 * What the bench draws: the cases of the set, or whatever files of other projects it is given.
 *
 * In: folders, or paths of scene files, project files and folders of them. Out: cases with names of their own.
 */
import {existsSync} from 'node:fs';
import {readFile, readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {exportsProject, projectRoot} from '../../../src/timeline/openProject';
import type {Case} from './shot';

/** Each file of `scenes` and each project of `projects` in the folder of the bench. */
export async function casesOfSet(folder: string, root: string): Promise<Case[]> {
  const scenes = (await readdir(path.join(folder, 'scenes'))).filter(isScript).sort();
  const projects = (await readdir(path.join(folder, 'projects'))).sort();
  return [
    ...scenes.map(name => ({name: stem(name), file: path.join(folder, 'scenes', name), kind: 'scene' as const, root})),
    ...projects.map(name => {
      const file = path.join(folder, 'projects', name, 'project.ts');
      return {name: `project-${name}`, file, kind: 'project' as const, root: path.dirname(file)};
    }),
  ];
}

/**
 * Cases out of any project.
 *
 * @param paths - scene files, project files, or folders, in which every scene and project file is a case
 * @throws RangeError `Cannot compare "…": there is no such file or folder`
 */
export async function casesAt(paths: readonly string[]): Promise<Case[]> {
  const files: string[] = [];
  for (const given of paths.map(given => path.resolve(given))) {
    if (!existsSync(given)) throw new RangeError(`Cannot compare "${given}": there is no such file or folder`);
    files.push(...((await stat(given)).isDirectory() ? await playableIn(given) : [given]));
  }
  const above = commonFolder(files);
  return Promise.all(
    files.map(async file => ({
      name: stem(path.relative(above, file)).replace(/[^\w-]+/g, '-'),
      file,
      kind: exportsProject(await readFile(file, 'utf8')) ? ('project' as const) : ('scene' as const),
      root: projectRoot(file),
    })),
  );
}

/** The files in a folder, and below it, that make a scene or a project. */
async function playableIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder, {recursive: true})).filter(name => isScript(name) && !name.includes('node_modules')).sort();
  const texts = await Promise.all(names.map(name => readFile(path.join(folder, name), 'utf8')));
  return names.filter((_, index) => /\bexport\s+default\b/.test(texts[index]) && /\bmake(Scene2D|Project)\s*\(/.test(texts[index])).map(name => path.join(folder, name));
}

function commonFolder(files: readonly string[]): string {
  const [first = '', ...others] = files.map(file => path.dirname(file));
  let folder = first;
  while (others.some(other => other !== folder && !other.startsWith(folder + path.sep))) folder = path.dirname(folder);
  return folder;
}

function isScript(name: string): boolean {
  return /\.[jt]sx?$/.test(name) && !/\.(d|test)\.tsx?$/.test(name);
}

function stem(name: string): string {
  return name.replace(/\.[jt]sx?$/, '');
}
