/** A project as an author has it: a folder of its own, with Lectern and Motion Canvas installed. */
import {cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export interface AuthorProject {
  readonly folder: string;
  readonly chapter: string;
  scene(name: string): string;
  /** Replaces a text that has to be there. */
  edit(file: string, from: string, to: string): Promise<void>;
  remove(): Promise<void>;
}

/** Copies the chapter "hello" into a project in the temporary folder. */
export async function createAuthorProject(): Promise<AuthorProject> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lectern-author-'));
  await mkdir(path.join(folder, 'node_modules'));
  await symlink(path.join(root, 'node_modules/@motion-canvas'), path.join(folder, 'node_modules/@motion-canvas'));
  await symlink(root, path.join(folder, 'node_modules/lectern'));
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({name: 'films', type: 'module'}));
  await cp(path.join(import.meta.dirname, 'fixtures/hello'), path.join(folder, 'scenes/hello'), {recursive: true});
  // Bundling Motion Canvas anew for each test would take longer than the test.
  process.env.LECTERN_CACHE = path.join(root, 'node_modules/.cache/lectern');
  return {
    folder,
    chapter: path.join(folder, 'scenes/hello/chapter.ts'),
    scene: name => path.join(folder, 'scenes/hello', name),
    async edit(file, from, to) {
      const text = await readFile(file, 'utf8');
      if (!text.includes(from)) throw new Error(`${file} has no "${from}"`);
      await writeFile(file, text.replace(from, to));
    },
    remove: () => rm(folder, {recursive: true}),
  };
}
