import {createHash} from 'node:crypto';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it, vi} from 'vitest';
import {AuthorError, ExitCode} from '../../src/author/authorError';
import {openFilm, type FilmOptions} from '../../src/timeline/film';
import {openProject} from '../../src/timeline/openProject';

const here = path.dirname(fileURLToPath(import.meta.url));
const fixture = (name: string) => path.join(here, 'fixtures', name);
const small: FilmOptions = {size: {width: 320, height: 180}, fps: 30};

async function play(file: string, options: FilmOptions = small): Promise<string> {
  const {project} = await openProject(file);
  const film = await openFilm(project, options);
  const hash = createHash('sha256');
  for (let frame = 0; frame < film.frames; frame += 7) {
    await film.draw(frame);
    hash.update(film.stage.pixels());
  }
  return hash.digest('hex');
}

async function failureOf(name: string, options?: FilmOptions): Promise<AuthorError> {
  const error: unknown = await play(fixture(`broken/${name}`), options).then(() => undefined, failure => failure);
  expect(error).toBeInstanceOf(AuthorError);
  return error as AuthorError;
}

/** The first place, with the fixture's name for its file. */
function placeOf({positions: [position]}: AuthorError): string {
  return [path.basename(position?.file ?? ''), position?.line].filter(part => part !== undefined).join(':');
}

describe('a project that cannot be played', () => {
  it.each([
    ['missingImport.tsx', 'Cannot find the import "./isNotThere"', 'missingImport.tsx:2', 'correct the path'],
    ['notAScene.tsx', 'Cannot play notAScene.tsx: it has no default export', 'notAScene.tsx', 'export default makeScene2D'],
    ['notADefault.tsx', 'Cannot play notADefault.tsx: its default export is not a scene', 'notADefault.tsx', 'export default makeScene2D'],
    ['missingPicture.tsx', /^Cannot load not-there\.png: there is no file/, 'missingPicture.tsx:7', 'correct the path, or import the file'],
    ['missingIconSet.tsx', 'Cannot draw icon "nowhere:star": the icon set "nowhere" is not installed', 'missingIconSet.tsx:5', 'npm install @iconify-json/nowhere'],
    ['film.tsx', 'Cannot play package.json: it holds no film that ffmpeg can read', 'film.tsx:5', 'export it again, for example as .mp4'],
    ['shaderProject.ts', /^Cannot draw .+: its shader .*tint\.glsl needs WebGL/, 'shader.tsx:6', 'draw the effect with filters'],
    ['throws.tsx', /Cannot read properties of undefined/, 'throws.tsx:7', 'look at the value before the dot'],
    ['glob.tsx', /glob is not a function/, 'glob.tsx:4', 'import the files one by one'],
    ['stageOfMany.tsx', /drawChildren is not a function/, 'stageOfMany.tsx:10', 'give Camera.Stage a single node'],
    ['latexParts.tsx', /Matching between Latex SVG and tex parts failed/, 'latexParts.tsx:4', 'make each part of the formula whole by itself'],
    ['pluginProject.ts', /the moon is in the wrong phase/, 'pluginProject.ts:7', 'mend the plugin, or take it out'],
  ])('openFilm() of %s says what is wrong, and where', async (name, message, place, fix) => {
    const error = await failureOf(name);
    expect(error.message).toMatch(message);
    expect(error.message.split('\n')).toHaveLength(1);
    expect(placeOf(error)).toBe(place);
    expect(error.fix).toContain(fix);
  });

  it('openFilm() of files that import one another in a circle names them', async () => {
    const error = await failureOf('circular.tsx');
    expect(error.message).toContain('NaN');
    expect(error.positions.map(({file}) => path.basename(file))).toEqual(expect.arrayContaining(['circular.tsx', 'circularB.ts']));
    expect(error.fix).toMatch(/^circular[AB]\.ts and circular[AB]\.ts import one another in a circle/);
  });

  it('openFilm() does not wait for ever for a promise that never settles', async () => {
    const error = await failureOf('silent.tsx', {...small, longestWaitSeconds: 0.2});
    expect(error.message).toBe('Cannot play scene "silent": something that it waits for has not answered within 0.2 s');
    expect(error.exitCode).toBe(ExitCode.scene);
  });

  it('a scene draws the same pictures after any of them has failed', async () => {
    const fresh = await play(fixture('moving.tsx'));
    for (const name of ['missingPicture.tsx', 'throws.tsx', 'shader.tsx', 'silent.tsx', 'missingIconSet.tsx', 'film.tsx']) {
      await failureOf(name, {...small, longestWaitSeconds: 0.2});
      expect(`${name} ${await play(fixture('moving.tsx'))}`).toBe(`${name} ${fresh}`);
    }
  });

  it('openProject() of a file with a syntax error points at it', async () => {
    const file = fixture('broken/syntax.tsx');
    // Not kept: the type checker reads all files of this folder.
    await writeFile(file, `import {makeScene2D} from '@motion-canvas/2d';\n\nexport default makeScene2D(function* () {\n  const broken = ;\n});\n`);
    try {
      const error = await failureOf('syntax.tsx');
      expect(error.message).toBe('Cannot read the file: Unexpected ";"');
      expect(placeOf(error)).toBe('syntax.tsx:4');
    } finally {
      await rm(file);
    }
  });

  it('openProject() tells what stood in the way of the aliases when an import is not found', async () => {
    const folder = await mkdtemp(path.join(here, 'fixtures', 'vite-'));
    try {
      await writeFile(path.join(folder, 'package.json'), '{"name": "unread", "type": "module"}');
      await writeFile(path.join(folder, 'vite.config.ts'), `import {readFileSync} from 'node:fs';\nexport default {define: {x: readFileSync('/no/such/file')}};\n`);
      await writeFile(path.join(folder, 'scene.tsx'), `import x from '@alias/x';\nexport default x;\n`);
      const error = await openProject(path.join(folder, 'scene.tsx')).then(() => undefined, failure => failure as AuthorError);
      expect(error?.message).toBe('Cannot find the import "@alias/x"');
      expect(error?.fix).toContain('aliases are unknown, since vite.config.ts: ENOENT');
    } finally {
      await rm(folder, {recursive: true});
    }
  });
});

describe('a project in a font that is not there', () => {
  it('is drawn in the first fallback with a warning, as in a browser; a scene by itself is refused', async () => {
    await expect(play(fixture('unknownFont.tsx'))).rejects.toThrow('Cannot set text in "Candara": there is no such font');
    const written: string[] = [];
    const stderr = vi.spyOn(process.stderr, 'write').mockImplementation(text => (written.push(String(text)), true));
    try {
      const inFallback = await play(fixture('unknownFontProject.ts'), {...small, variables: {family: 'IBM Plex Sans'}});
      expect(written).toEqual([]);
      expect(await play(fixture('unknownFontProject.ts'))).toBe(inFallback);
    } finally {
      stderr.mockRestore();
    }
    expect(written.join('')).toBe('Warning: there is no font "Candara" here: its text is drawn in IBM Plex Sans\nFix: bring the font: @font-face in a .css file that the project imports\n');
  });
});
