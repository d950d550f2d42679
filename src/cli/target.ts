/** From the words an author types (`gpt`, `gpt/03-tokens`, `scenes/x.tsx`) to the file that is meant. */
import {existsSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {AuthorError, ExitCode} from '../author/authorError';
import {didYouMean} from '../author/nearNames';

/** What a command works on: a file that openProject takes, and the scenes asked for (none: all). */
export interface Target {
  readonly file: string;
  readonly scenes: readonly string[];
}

const MODULE = /\.(tsx?|jsx?|mts|mjs)$/;

/**
 * Finds the file behind a name.
 *
 * @param name - a chapter (`gpt`), a chapter's scene (`gpt/03-tokens`), a folder or a file
 * @param scenes - further scene names of the chapter
 * @param folder - where the author stands, absolute
 * @throws AuthorError (exit code 2) "Cannot find chapter …" with near names
 */
export function findTarget(name: string, scenes: readonly string[] = [], folder: string = process.cwd()): Target {
  const direct = path.resolve(folder, name);
  if (MODULE.test(name) && existsSync(direct)) return {file: direct, scenes};
  if (existsSync(direct) && statSync(direct).isDirectory()) {
    const chapter = chapterIn(direct);
    if (chapter) return {file: chapter, scenes};
  }
  const [chapterName, ...rest] = name.split('/');
  const chapter = chapterIn(path.join(folder, 'scenes', chapterName));
  if (chapter) return {file: chapter, scenes: rest.length > 0 ? [rest.join('/'), ...scenes] : scenes};
  throw unknownChapter(name, folder);
}

/** The chapters of a project: folders of scenes/ that have a chapter file. */
export function chapterNames(folder: string = process.cwd()): string[] {
  const scenes = path.join(folder, 'scenes');
  if (!existsSync(scenes)) return [];
  return readdirSync(scenes).filter(name => chapterIn(path.join(scenes, name)) !== null).sort();
}

function chapterIn(folder: string): string | null {
  return ['chapter.ts', 'chapter.tsx', 'chapter.js'].map(name => path.join(folder, name)).find(file => existsSync(file)) ?? null;
}

function unknownChapter(name: string, folder: string): AuthorError {
  const known = chapterNames(folder);
  const isFile = MODULE.test(name);
  const hint = didYouMean(name, known);
  return new AuthorError(
    isFile ? `Cannot open ${name}: there is no such file` : `Cannot find chapter "${name}"${hint ? `: ${hint}` : ''}`,
    {
      exitCode: ExitCode.usage,
      fix: known.length > 0 ? `choose one of ${known.join(', ')}, or give a scene file` : 'make one with: lectern new chapter <name>',
    },
  );
}
