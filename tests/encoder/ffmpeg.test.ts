import {chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {findFfmpeg, listFfmpegs, type Ffmpeg} from '../../src/encoder/ffmpeg';
import {encoderReady, testFolder} from './films';

const folder = testFolder('ffmpeg');
let real: Ffmpeg;
beforeAll(async () => {
  real = await encoderReady();
});

/** A program that answers as ffmpeg does, but for the lines that `drop` matches, and that counts its calls. */
function impostor(name: string, drop: string): {file: string; calls: () => number} {
  const file = path.join(folder, name);
  const log = `${file}.calls`;
  writeFileSync(file, `#!/bin/sh\necho call >> '${log}'\n'${real.path}' "$@" | grep -v '${drop}'\n`);
  chmodSync(file, 0o755);
  return {file, calls: () => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').length - 1 : 0)};
}

function environment(file?: string): NodeJS.ProcessEnv {
  return {PATH: path.join(folder, 'nowhere'), ...(file === undefined ? {} : {LECTERN_FFMPEG: file})};
}

describe('findFfmpeg()', () => {
  test('obeys LECTERN_FFMPEG', async () => {
    const ffmpeg = await findFfmpeg({env: environment(real.path), cacheDir: path.join(folder, 'a')});
    expect(ffmpeg).toMatchObject({path: real.path, source: 'LECTERN_FFMPEG', has: {libx264: true, concat: true, mov_text: true, bitexact: true}});
    expect(ffmpeg.build).toMatch(/^[0-9a-f]{64}$/);
  });

  test('with nothing on the PATH takes the one that npm brought', async () => {
    const ffmpeg = await findFfmpeg({env: environment(), cacheDir: path.join(folder, 'b')});
    expect(['ffmpeg-static', '@ffmpeg-installer/ffmpeg']).toContain(ffmpeg.source);
  });

  test('of a named file that is none says so and tries nothing else', async () => {
    const search = findFfmpeg({env: environment('/nowhere/ffmpeg'), cacheDir: path.join(folder, 'c')});
    await expect(search).rejects.toMatchObject({
      message: 'Cannot find an ffmpeg that can make films\n  LECTERN_FFMPEG (/nowhere/ffmpeg): there is no such file', exitCode: 5,
    });
  });

  test.each([['libx264'], ['concat'], ['mov_text']])('of one without %s says that it is lacking', async lacking => {
    const {file} = impostor(`without-${lacking}`, lacking);
    const search = findFfmpeg({env: environment(file), cacheDir: path.join(folder, 'd')});
    await expect(search).rejects.toMatchObject({exitCode: 5, message: expect.stringMatching(new RegExp(`lacks .*${lacking}`)) as string});
  });

  test('of a program that is something else names what is wrong', async () => {
    const file = path.join(folder, 'other');
    writeFileSync(file, '#!/bin/sh\necho hello\n');
    chmodSync(file, 0o755);
    await expect(findFfmpeg({env: environment(file), cacheDir: path.join(folder, 'e')})).rejects.toThrow('it does not answer as ffmpeg does');
  });

  test('of a file that may not be executed says so', async () => {
    const file = path.join(folder, 'locked');
    writeFileSync(file, '');
    await expect(findFfmpeg({env: environment(file), cacheDir: path.join(folder, 'f')})).rejects.toThrow('it may not be executed');
  });

  test('probes a binary once, and again only when it changes', async () => {
    const {file, calls} = impostor('counted', 'nothing-is-dropped');
    const find = (): Promise<unknown> => listFfmpegs({env: environment(file), cacheDir: path.join(folder, 'g')});
    await find();
    const once = calls();
    expect(once).toBeGreaterThan(0);
    await find();
    expect(calls()).toBe(once);
    utimesSync(file, new Date(), new Date(Date.now() + 10_000));
    await find();
    expect(calls()).toBe(2 * once);
  });

  test('with a cache folder that cannot be written still finds one', async () => {
    writeFileSync(path.join(folder, 'a-file'), '');
    await expect(findFfmpeg({env: environment(real.path), cacheDir: path.join(folder, 'a-file')})).resolves.toMatchObject({path: real.path});
  });

  test('with a damaged memory asks again', async () => {
    mkdirSync(path.join(folder, 'h'));
    writeFileSync(path.join(folder, 'h', 'ffmpeg-probes.json'), '{"half');
    await expect(findFfmpeg({env: environment(real.path), cacheDir: path.join(folder, 'h')})).resolves.toMatchObject({path: real.path});
  });
});

describe('listFfmpegs()', () => {
  test('shows every place in the order of preference, and each binary on the PATH once', async () => {
    const [one, two] = [path.join(folder, 'one'), path.join(folder, 'two')];
    for (const place of [one, two]) mkdirSync(place);
    symlinkSync(real.path, path.join(one, 'ffmpeg'));
    symlinkSync(real.path, path.join(two, 'ffmpeg'));
    const places = await listFfmpegs({env: {PATH: `${one}${path.delimiter}${two}`}, cacheDir: path.join(folder, 'i')});
    expect(places.map(place => place.source)).toEqual(['ffmpeg-static', 'PATH', '@ffmpeg-installer/ffmpeg']);
    for (const place of places) expect(place.ffmpeg === undefined).toBe(place.refused !== undefined);
  });

  test('of a copy whose permission to run was lost on the PATH refuses it', async () => {
    const place = path.join(folder, 'three');
    mkdirSync(place);
    copyFileSync('/bin/sh', path.join(place, 'ffmpeg'));
    chmodSync(path.join(place, 'ffmpeg'), 0o644);
    const [, found] = await listFfmpegs({env: {PATH: place}, cacheDir: path.join(folder, 'j')});
    expect(found).toMatchObject({source: 'PATH', refused: 'it may not be executed'});
  });
});
