/**
 * The files of a first chapter and of a new scene: an author reads them once and changes them. In: names. Out: texts, by
 * path; nothing is written here. Called by `lectern new`.
 */
import {AuthorError, ExitCode} from '../author/authorError';

/** A file to write, its path from the project's folder. */
export interface ScaffoldFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The files of a new chapter, which renders as it is.
 *
 * @param name - of the chapter's folder, in kebab-case
 * @throws AuthorError (exit code 2) for a name of another form
 */
export function chapterScaffold(name: string): ScaffoldFile[] {
  checkName('chapter', name);
  const scene = '01-two-arrows';
  return [
    {path: `scenes/${name}/chapter.ts`, text: chapterText(titleOf(name), scene)},
    {path: `scenes/${name}/${scene}.tsx`, text: ARROWS_SCENE},
    {path: `scenes/${name}/${scene}.md`, text: ARROWS_WORDS},
  ];
}

/** What a code editor needs to know the project's types; written where it is missing. */
export const PROJECT_FILES: readonly ScaffoldFile[] = [{
  path: 'tsconfig.json',
  text: `${JSON.stringify(
    {
      compilerOptions: {
        target: 'ES2022',
        module: 'ESNext',
        moduleResolution: 'bundler',
        lib: ['ES2023', 'DOM', 'DOM.Iterable'],
        types: [],
        resolveJsonModule: true,
        strict: true,
        experimentalDecorators: true,
        useDefineForClassFields: false,
        jsx: 'react-jsx',
        jsxImportSource: '@motion-canvas/2d/lib',
        skipLibCheck: true,
        noEmit: true,
      },
      include: ['scenes'],
    },
    null,
    2,
  )}\n`,
}, {
  path: 'scenes/assets.d.ts',
  text: `// What scenes may import besides code: the address of a file.\n${['svg', 'png', 'jpg', 'webp'].map(type => `declare module '*.${type}' {\n  const address: string;\n  export default address;\n}\n`).join('')}`,
}];

/**
 * The files of a new scene, and the chapter with the scene in its list.
 *
 * @param scene - `name`: in kebab-case, with or without a number in front; `scenes`: those that the chapter lists;
 *   `chapterText`: its file's text
 * @returns the files, and the scene's name with its number; `chapter.listed` is false where the list is not written out
 * @throws AuthorError (exit code 2) for a name of another form, or one that the chapter has
 */
export function sceneScaffold(
  chapter: string,
  {name, scenes, chapterText: text}: {readonly name: string; readonly scenes: readonly string[]; readonly chapterText: string},
): {readonly scene: string; readonly files: ScaffoldFile[]; readonly chapter: {readonly text: string; readonly listed: boolean}} {
  checkName('scene', name);
  const last = Math.max(0, ...scenes.map(other => Number(/^\d+/.exec(other)?.[0] ?? 0)));
  const scene = /^\d/.test(name) ? name : `${String(last + 1).padStart(2, '0')}-${name}`;
  if (scenes.includes(scene)) {
    throw new AuthorError(`Cannot make scene "${scene}": the chapter has one`, {exitCode: ExitCode.usage, fix: 'give it another name'});
  }
  const listed = withScene(text, scene);
  return {
    scene,
    files: [
      {path: `scenes/${chapter}/${scene}.tsx`, text: TITLE_SCENE},
      {path: `scenes/${chapter}/${scene}.md`, text: `# ${titleOf(scene)}\n\n[question] What does this scene ask?\n[answer] And what does it answer?\n`},
    ],
    chapter: {text: listed ?? text, listed: listed !== undefined},
  };
}

/** Adds a scene to the list in a chapter's text; undefined where the list is computed. */
function withScene(text: string, scene: string): string | undefined {
  const list = /(\bscenes:\s*\[)([^\]]*)(\])/.exec(text);
  if (!list || /\.\.\.|\(/.test(list[2])) return undefined;
  const names = list[2].trimEnd();
  const isOneLine = !list[2].includes('\n');
  const indent = /\n(\s*)\S[^\n]*$/.exec(names)?.[1] ?? '';
  const comma = names.trim() === '' || names.endsWith(',') ? '' : ',';
  const added = isOneLine ? `${names}${comma}${names.trim() === '' ? '' : ' '}'${scene}'` : `${names}${comma}\n${indent}'${scene}',${list[2].slice(names.length)}`;
  return text.slice(0, list.index) + list[1] + added + list[3] + text.slice(list.index + list[0].length);
}

function checkName(kind: 'chapter' | 'scene', name: string): void {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return;
  const suggestion = name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'hello';
  throw new AuthorError(`Cannot make ${kind} "${name}": names are small letters, digits and dashes`, {
    exitCode: ExitCode.usage,
    fix: `lectern new ${kind} ${suggestion}`,
  });
}

function titleOf(name: string): string {
  const words = name.replace(/^\d+-/, '').replace(/-/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function chapterText(title: string, scene: string): string {
  return `import {defineChapter} from 'lectern';

/** The film: its scenes in order. Size, frame rate and theme can be given here too; they are 1920x1080, 30 and dark. */
export default defineChapter({
  title: '${title}',
  scenes: ['${scene}'],
});
`;
}

const ARROWS_SCENE = `import {makeScene2D} from '@motion-canvas/2d';
import {all, createRef, waitUntil} from '@motion-canvas/core';
import {Plane, VectorArrow, theme} from 'lectern';

/** Two arrows and their sum. A scene says what the viewer sees, in order; its words stand in the .md file of its name. */
export default makeScene2D(function* (view) {
  const plane = createRef<Plane>();
  const a = createRef<VectorArrow>();
  const b = createRef<VectorArrow>();
  const sum = createRef<VectorArrow>();

  // What is there. Colours are asked for by meaning, so that the light theme works as well.
  view.fill(() => theme().background);
  view.add(
    <Plane ref={plane} xRange={[-1, 6]} yRange={[-1, 4]} unit={160}>
      <VectorArrow ref={a} to={[3, 1]} label="a" side="below" color={() => theme().query} />
      <VectorArrow ref={b} to={[1, 2]} label="b" side="above" color={() => theme().key} />
      <VectorArrow ref={sum} to={[4, 3]} label="a + b" side="above" color={() => theme().highlight} growth={0} />
    </Plane>,
  );

  // What happens. Each waitUntil waits for a beat: a [name] in the narration, where its words begin.
  yield* all(plane().unfold(1), a().grow(1), b().grow(1));

  yield* waitUntil('move');
  yield* b().copyTo([3, 1], 1.2);

  yield* waitUntil('sum');
  yield* sum().grow(1);
  yield* sum().pulse();
});
`;

const ARROWS_WORDS = `# Two arrows and their sum

<!-- What is said over the scene. Beats in brackets come before the words they belong to; [pause 1] is a second of silence. -->

Here are two arrows, a and b.
[move] Put the second one where the first one ends.
[sum] Where it points now is their sum.
`;

const TITLE_SCENE = `import {Txt, makeScene2D} from '@motion-canvas/2d';
import {createRef, waitUntil} from '@motion-canvas/core';
import {size, theme} from 'lectern';

/** Say in one line what the viewer sees. */
export default makeScene2D(function* (view) {
  const question = createRef<Txt>();
  const answer = createRef<Txt>();

  view.fill(() => theme().background);
  view.add(
    <>
      <Txt ref={question} text="A question?" y={-60} fontFamily={() => theme().textFont} fontSize={size.title} fill={() => theme().ink} opacity={0} />
      <Txt ref={answer} text="An answer." y={80} fontFamily={() => theme().textFont} fontSize={size.heading} fill={() => theme().highlight} opacity={0} />
    </>,
  );

  yield* waitUntil('question');
  yield* question().opacity(1, 0.6);

  yield* waitUntil('answer');
  yield* answer().opacity(1, 0.6);
});
`;
