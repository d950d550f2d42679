/** `lectern new chapter` and `lectern new scene`: files to begin with. */
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import pc from 'picocolors';
import {AuthorError, ExitCode} from '../author/authorError';
import {chapterScaffold, PROJECT_FILES, sceneScaffold, type ScaffoldFile} from '../loop/scaffold';
import {writeWhole} from '../loop/writeWhole';
import {cacheFolder} from '../timeline/cacheFolder';
import {readChapter} from '../timeline/openProject';
import {findTarget} from './target';

/** Writes a chapter that renders as it is, and prints the files, one a line. */
export async function newChapter(name: string): Promise<void> {
  const files = chapterScaffold(name);
  refuseIfThere(files);
  await write([...files, ...PROJECT_FILES.filter(file => !existsSync(file.path))]);
  process.stderr.write(`\n${pc.dim('See it while you change it:')} npx lectern watch ${name}\n${pc.dim('Make the film:             ')} npx lectern render ${name}\n`);
}

/** Writes a scene, adds it to its chapter, and prints the files, one a line. */
export async function newScene(name: string): Promise<void> {
  const [chapter, scene, ...rest] = name.split('/');
  if (!scene || rest.length > 0) {
    throw new AuthorError(`Cannot make scene "${name}": it needs a chapter`, {exitCode: ExitCode.usage, fix: `lectern new scene <chapter>/${chapter}`});
  }
  const {file} = findTarget(chapter);
  const {scenes} = await readChapter(file, process.cwd(), cacheFolder(process.cwd()));
  const made = sceneScaffold(chapter, {name: scene, scenes, chapterText: await readFile(file, 'utf8')});
  refuseIfThere(made.files);
  await write(made.files);
  if (made.chapter.listed) await writeWhole(file, made.chapter.text);
  else process.stderr.write(`Add '${made.scene}' to the scenes of ${path.relative(process.cwd(), file)}: its list is computed there.\n`);
}

function refuseIfThere(files: readonly ScaffoldFile[]): void {
  const there = files.find(file => existsSync(file.path));
  if (there) throw new AuthorError(`Cannot write ${there.path}: it is there already`, {exitCode: ExitCode.usage, fix: 'give another name'});
}

async function write(files: readonly ScaffoldFile[]): Promise<void> {
  for (const {path: file, text} of files) process.stdout.write(`${path.relative(process.cwd(), await writeWhole(path.resolve(file), text))}\n`);
}
