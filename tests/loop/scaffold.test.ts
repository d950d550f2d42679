import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {checkBeats} from '../../src/chapter/beats';
import {chapterScaffold, PROJECT_FILES, sceneScaffold, type ScaffoldFile} from '../../src/loop/scaffold';
import {openFilm} from '../../src/timeline/film';
import {openProject} from '../../src/timeline/openProject';

const root = path.resolve(import.meta.dirname, '../..');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'lectern-scaffold-'));
  await mkdir(path.join(folder, 'node_modules'));
  await symlink(path.join(root, 'node_modules/@motion-canvas'), path.join(folder, 'node_modules/@motion-canvas'));
  await symlink(root, path.join(folder, 'node_modules/lectern'));
  await writeFile(path.join(folder, 'package.json'), '{}');
  process.env.LECTERN_CACHE = path.join(root, 'node_modules/.cache/lectern');
});
afterEach(() => rm(folder, {recursive: true}));

async function write(files: readonly ScaffoldFile[]): Promise<void> {
  for (const {path: file, text} of files) {
    await mkdir(path.dirname(path.join(folder, file)), {recursive: true});
    await writeFile(path.join(folder, file), text);
  }
}

/** Draws the whole film small, and checks its beats as a render does; how many different pictures there were. */
async function play(chapter: string): Promise<{scenes: string[]; pictures: number}> {
  const {project} = await openProject(path.join(folder, 'scenes', chapter, 'chapter.ts'));
  const film = await openFilm(project, {resolutionScale: 0.1});
  for (const {name, narration, file} of project.scenes) checkBeats(narration!, film.reachedBeats(name), file);
  const pictures = new Set<string>();
  for (let frame = 0; frame < film.frames; frame += 5) {
    await film.draw(frame);
    pictures.add(film.stage.pixels().toString('base64'));
  }
  return {scenes: film.sceneSpans.map(({name}) => name), pictures: pictures.size};
}

describe('chapterScaffold()', () => {
  it('plays as it is, with every beat of its words in its scene', async () => {
    await write([...chapterScaffold('hello-world'), ...PROJECT_FILES]);
    const {scenes, pictures} = await play('hello-world');
    expect(scenes).toEqual(['01-two-arrows']);
    expect(pictures).toBeGreaterThan(10);
  });

  it('with a scene more plays both', async () => {
    const files = chapterScaffold('hello');
    await write(files);
    const more = sceneScaffold('hello', {name: 'more', scenes: ['01-two-arrows'], chapterText: files[0].text});
    await write([...more.files, {path: files[0].path, text: more.chapter.text}]);
    expect((await play('hello')).scenes).toEqual(['01-two-arrows', '02-more']);
  });

  it('refuses a name that no file should have, and proposes one', () => {
    expect(() => chapterScaffold('../My Film!')).toThrow('Cannot make chapter "../My Film!": names are small letters, digits and dashes');
  });
});

describe('sceneScaffold()', () => {
  const add = (list: string, scenes: string[] = []) => sceneScaffold('a', {name: 'next', scenes, chapterText: `defineChapter({\n  scenes: ${list},\n});`});

  it.each([
    ["['01-a']", ['01-a'], "scenes: ['01-a', '02-next'],"],
    ['[]', [], "scenes: ['01-next'],"],
    ["[\n    '01-a',\n    '07-b',\n  ]", ['01-a', '07-b'], "scenes: [\n    '01-a',\n    '07-b',\n    '08-next',\n  ],"],
    ["[\n    '01-a'\n  ]", ['01-a'], "scenes: [\n    '01-a',\n    '02-next',\n  ],"],
  ])('adds the scene to %j', (list, scenes, expected) => {
    expect(add(list, scenes).chapter).toEqual({text: `defineChapter({\n  ${expected}\n});`, listed: true});
  });

  it('leaves a list that is computed to the author', () => {
    expect(add('names.map(name => name)').chapter.listed).toBe(false);
    expect(add("[...others, '01-a']").chapter.listed).toBe(false);
  });

  it('keeps a number that is given, and refuses a scene that is there', () => {
    expect(sceneScaffold('a', {name: '12-next', scenes: ['01-a'], chapterText: "scenes: ['01-a']"}).scene).toBe('12-next');
    expect(() => sceneScaffold('a', {name: '01-a', scenes: ['01-a'], chapterText: ''})).toThrow('Cannot make scene "01-a": the chapter has one');
  });
});
