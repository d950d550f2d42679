import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {chmod, mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {emptyFolder, runLectern} from './runLectern';

/** What the author gets to read, and what the shell is told; nothing may appear at the output path. */
const CASES: readonly {readonly name: string; readonly args: readonly string[]; readonly code: number; readonly says: readonly RegExp[]}[] = [
  {name: 'an unknown chapter', args: ['tinny'], code: 2, says: [/^Cannot find chapter "tinny": did you mean "tiny"\?/, /Fix: choose one of tiny/]},
  {name: 'an unknown scene', args: ['tiny', '02-to'], code: 2, says: [/^Cannot find scene "02-to" in chapter "tiny": did you mean "02-two"/]},
  {name: 'a file that is not there', args: ['nowhere.tsx'], code: 2, says: [/^Cannot open nowhere\.tsx: there is no such file/]},
  {name: 'an unknown flag', args: ['fine.tsx', '--crff', '3'], code: 2, says: [/unknown option '--crff'/, /Did you mean --crf\?/]},
  {name: 'a scene that throws', args: ['throws.tsx'], code: 3, says: [/^Cannot play scene "throws": Cannot read properties of null/, /at throws\.tsx:8:\d+ +\(scene throws, frame 15, 00:00:00:15\)/, /Fix: /]},
  {name: 'a scene that never ends', args: ['endless.tsx', '--longest-scene', '3'], code: 3, says: [/^Cannot play scene "endless": it does not end within 3 s/, /Fix: end the loop/]},
  {name: 'an image that is not there', args: ['missingImage.tsx'], code: 4, says: [/^Cannot load lighthouse\.png: there is no file/, /at missingImage\.tsx:5:12/]},
  {name: 'an import that is not there', args: ['missingImport.tsx'], code: 3, says: [/^Cannot find the import "\.\/lighthouse\.png"/, /missingImport\.tsx:2:\d+/]},
  {name: 'a truncated image', args: ['truncatedImage.tsx'], code: 4, says: [/^Cannot decode truncated\.png: the PNG ends before/, /at truncatedImage\.tsx:6:12/]},
  {name: 'an unknown font', args: ['unknownFont.tsx'], code: 4, says: [/^Cannot set text in "IBM Plex Snas": there is no such font: did you mean "IBM Plex Sans"/, /at unknownFont\.tsx:5:12/]},
  {name: 'a character without a glyph', args: ['missingGlyph.tsx'], code: 4, says: [/no font has .*U\+E123/, /at missingGlyph\.tsx:5:12/]},
  {name: 'a position that is no number', args: ['notANumber.tsx'], code: 3, says: [/^Cannot draw notANumber\/Circle\[1\]: x is NaN/, /at notANumber\.tsx:6:12/]},
  {name: 'a bad colour', args: ['badColour.tsx'], code: 3, says: [/blurple/, /at badColour\.tsx:5:12/, /Fix: give a CSS colour/]},
  {name: 'a file that is no scene', args: ['noScene.tsx'], code: 3, says: [/^Cannot play noScene\.tsx: its default export is not a scene/, /Fix: export default makeScene2D/]},
  {name: 'a syntax error', args: ['syntaxError.tsx'], code: 3, says: [/^Cannot read the file: Expected ">" but found ";"/, /syntaxError\.tsx:4:17/]},
  {name: 'a beat that the narration does not have', args: ['unheard'], code: 3, says: [/^Cannot wait for the beat "trun"/, /01-two\.tsx:8/, /01-two\.md/, /turn/]},
  {name: 'an empty range', args: ['fine.tsx', '--range', '2s-1s'], code: 2, says: [/^Cannot render the range "2s-1s": it is empty/]},
  {name: 'an odd frame size', args: ['fine.tsx', '--scale', '0.501'], code: 2, says: [/even/, /Fix: /]},
];

/** Waits until a worker has begun to write a chunk. */
async function whenDrawing(cache: string): Promise<void> {
  const chunks = path.join(cache, 'chunks');
  while (!existsSync(chunks) || !(await readdir(chunks, {recursive: true})).some(name => name.endsWith('.tmp') || name.includes('.mp4'))) {
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

/** A small disk to fill needs a mount, which not every machine lets a user make. */
const mayMount = ((): boolean => {
  try {
    execFileSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], {stdio: 'ignore'});
    return true;
  } catch {
    return false;
  }
})();

describe('bad input', () => {
  it.concurrent.each(CASES)('render of $name says so, and writes nothing', async ({args, code, says}) => {
    const folder = await emptyFolder();
    const outcome = await runLectern(['render', ...args, '--out', path.join(folder, 'film.mp4')]);
    for (const pattern of says) expect(outcome.stderr).toMatch(pattern);
    expect(outcome.stdout).toBe('');
    expect(outcome.code).toBe(code);
    expect(await readdir(folder)).toEqual([]);
  });

  it('render to a folder that cannot be written says so and keeps the film that is there', async () => {
    const folder = await emptyFolder();
    const file = path.join(folder, 'film.mp4');
    await writeFile(path.join(folder, 'blocked'), '');
    const outcome = await runLectern(['render', 'fine.tsx', '--range', '0-6', '--out', path.join(folder, 'blocked', 'film.mp4')]);
    expect(outcome.code).not.toBe(0);
    expect(outcome.stderr).toMatch(/blocked/);
    expect(outcome.stderr).not.toMatch(/has a bug/);
    expect(existsSync(file)).toBe(false);
  });

  it.skipIf(!mayMount).each([
    ['for the film', 40, 'LECTERN_CACHE=$OUT-cache'],
    ['for the chunks and bundles', 500, 'LECTERN_CACHE=$OUT/cache'],
  ])('render on a full disk %s ends with code 6 and leaves the old film whole', async (_what, kilobytes, cache) => {
    const folder = await emptyFolder();
    const script = [
      `OUT=${folder}; mount -t tmpfs -o size=${kilobytes}k tmpfs $OUT`,
      `echo old > $OUT/film.mp4`,
      `${cache} ${process.execPath} ../../../.build/cli/lectern.js render fine.tsx --crf 0 --out $OUT/film.mp4; echo "code $?"`,
      `cat $OUT/film.mp4`,
    ].join(' && ');
    const text = execFileSync('unshare', ['-rm', 'bash', '-c', script], {cwd: new URL('fixtures', import.meta.url).pathname, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});
    expect(text).toMatch(/code 6\nold\n$/);
  });

  it('render whose encoder is killed half way never ends with 0', async () => {
    const folder = await emptyFolder();
    const encoder = path.join(folder, 'ffmpeg');
    // A real encoder that is shot after a third of a second, once it has been asked for a film.
    const real = (await runLectern(['doctor', '--json'])).stdout;
    const used = (JSON.parse(real) as {ffmpegs: {path: string; used?: boolean}[]}).ffmpegs.find(({used: isUsed}) => isUsed !== false)!.path;
    await writeFile(encoder, `#!/bin/sh\ncase "$*" in *rawvideo*) "${used}" "$@" & sleep 0.3; kill -9 $!; wait $!;; *) exec "${used}" "$@";; esac\n`);
    await chmod(encoder, 0o755);
    await mkdir(path.join(folder, 'out'));
    const outcome = await runLectern(['render', 'fine.tsx', '--no-cache', '--out', path.join(folder, 'out', 'film.mp4')], {
      env: {LECTERN_FFMPEG: encoder, LECTERN_CACHE: path.join(folder, 'cache'), LECTERN_CACHE_DIR: path.join(folder, 'cache')},
    });
    expect(outcome.code).toBe(5);
    expect(await readdir(path.join(folder, 'out'))).toEqual([]);
  });

  it('render stopped by Ctrl-C ends with 130, leaves nothing at the output path, and goes on from its chunks', async () => {
    const folder = await emptyFolder();
    const file = path.join(folder, 'film.mp4');
    const env = {LECTERN_CACHE: path.join(folder, 'cache')};
    const stopped = await runLectern(['render', 'fine.tsx', '--out', file], {
      env,
      onStart: child => void whenDrawing(env.LECTERN_CACHE).then(() => child.kill('SIGINT')),
    });
    expect(stopped.code).toBe(130);
    expect(existsSync(file)).toBe(false);
    const again = await runLectern(['render', 'fine.tsx', '--out', file, '--json'], {env});
    expect(again.code).toBe(0);
    expect(JSON.parse(again.stdout)).toMatchObject({frames: 60});
    expect((await readFile(file)).subarray(4, 8).toString()).toBe('ftyp');
  });
});
