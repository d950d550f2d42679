/** The component documentation, made from doc comments and the scenes of this folder, so that none of them can drift. */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {docComment, firstParagraph, firstSentence, publicNames} from '../shape/docComments';
import {componentFamilies} from './componentFamilies';
import {framesFolder, frameScenes} from './framePicture';

/** A component as the documentation knows it. */
export interface ComponentEntry {
  readonly name: string;
  /** Its source, from the root of the repository. */
  readonly file: string;
  /** The first paragraph of its doc comment, on one line. */
  readonly about: string;
  /** The scene that shows it, by name; undefined where none does. */
  readonly scene?: string;
}

/** The components of one family, in order. */
export interface ComponentFamily {
  readonly title: string;
  readonly components: readonly ComponentEntry[];
}

/** The nodes and functions that src/index.ts exports from src/components, by name. */
export function componentNames(): string[] {
  return publicNames().filter(({file, isType}) => file.startsWith('src/components/') && !isType).map(({name}) => name);
}

/** All families with their components. */
export function documentedFamilies(): ComponentFamily[] {
  const sources = new Map(frameScenes().map(scene => [scene, sceneSource(scene)]));
  const known = new Map(publicNames().map(entry => [entry.name, entry]));
  return Object.entries(componentFamilies).map(([title, names]) => ({
    title,
    components: names.map(name => {
      const {file} = known.get(name)!;
      return {name, file, about: firstParagraph(docComment({name, file}) ?? ''), scene: sceneOf(name, file, sources)};
    }),
  }));
}

/** The code of a scene, as it is shown to readers. */
export function sceneSource(scene: string): string {
  return readFileSync(path.join(framesFolder, `${scene}.tsx`), 'utf8');
}

/** A scene of its own, or the first that imports it, or the first that imports its file. */
function sceneOf(name: string, file: string, sources: ReadonlyMap<string, string>): string | undefined {
  const own = path.basename(file, '.ts');
  const scenes = [...sources];
  const importing = (names: string) => new RegExp(`import \\{[^}]*${names}[^}]*\\} from '\\.\\./\\.\\./src/components/${own}';`);
  return [name, own].find(scene => sources.has(scene))
    ?? scenes.find(([, source]) => importing(`\\b${name}\\b`).test(source))?.[0]
    ?? scenes.find(([, source]) => importing('').test(source))?.[0];
}

/** Writes the text of src/components/README.md. */
export function componentPage(): string {
  return [
    '# Components',
    '',
    'Made from the doc comments and the scenes of `tests/frames`: run `npm run docs` after a change there. `npm run gallery`',
    'builds a page with a film and the code of each.',
    '',
    '```tsx',
    `import {${Object.values(componentFamilies)[0].slice(2, 5).join(', ')}} from 'lectern';`,
    '```',
    '',
    ...documentedFamilies().flatMap(({title, components}) => [`## ${title}`, '', '| name | what it is | picture |', '| --- | --- | --- |', ...components.map(row), '']),
  ].join('\n');
}

function row({name, file, about, scene}: ComponentEntry): string {
  const picture = scene === undefined ? '' : `[<img src="../../tests/frames/accepted/${scene}.png" alt="${scene}" width="240">](../../tests/frames/${scene}.tsx)`;
  return `| [${name}](${path.basename(file)}) | ${firstSentence(about).replaceAll('|', '\\|').replaceAll('<', '&lt;')} | ${picture} |`;
}
