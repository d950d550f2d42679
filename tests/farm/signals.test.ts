import {spawn, type ChildProcess} from 'node:child_process';
import {writeFileSync, mkdirSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {repository} from '../cli/runLectern';
import {cleanRender, fileSha256, filesIn, fixtures, leftRunning, processesOf, renderSix, sixChunks, standInEncoder, verifiedStore, type CleanRender, type Place} from './faults';

let clean: CleanRender;
beforeAll(async () => {
  clean = await cleanRender();
});

/** Waits for something that a render does. */
async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise(resolve => setTimeout(resolve, 10));
}

/** True once an encoder's stand-in has gone to sleep. */
function isHanging({cache}: Place): boolean {
  return processesOf(cache).some(command => command.startsWith('sleep'));
}

describe('a render that is told to stop', () => {
  const ways: readonly (readonly [name: string, code: number, stop: (child: ChildProcess) => unknown])[] = [
    ['SIGINT twice', 130, child => [child.kill('SIGINT'), child.kill('SIGINT')]],
    ['SIGTERM', 143, child => child.kill('SIGTERM')],
    ['SIGHUP', 129, child => child.kill('SIGHUP')],
    // As a terminal does it: everything in the command's group hears it.
    ['SIGINT to its group', 130, child => process.kill(-child.pid!, 'SIGINT')],
  ];

  test.each(ways)('by %s while it encodes ends with %i, keeps its chunks, and leaves nothing running', async (_name, code, stop) => {
    const place = clean.place();
    // The sixth encoder hangs, in the second chunk or later.
    const script = 'n=$(cat "$0.count" 2>/dev/null || echo 0); echo $((n + 1)) > "$0.count"; if [ $n = 5 ]; then exec sleep 300; fi; exec "$REAL" "$@"';
    const outcome = await renderSix(place, {
      detached: true,
      env: {LECTERN_FFMPEG: await standInEncoder(place.cache, {encoding: script})},
      onStart: child => {
        void until(() => isHanging(place)).then(() => stop(child));
      },
    });
    expect(outcome).toMatchObject({code, stdout: '', stderr: '\nStopped. Finished chunks are kept: the same command goes on from here.\n'});
    expect(await leftRunning(place.cache, 2)).toEqual([]);
    expect(filesIn(place.folder)).toEqual([]);
    const {entries, corrupt} = await verifiedStore(place);
    expect({some: entries > 0 && entries < sixChunks, corrupt}).toEqual({some: true, corrupt: []});
  });

  test('by SIGTERM while it joins leaves the old film, and nothing beside it', async () => {
    const place = clean.place({chunks: true});
    mkdirSync(place.folder, {recursive: true});
    writeFileSync(place.film, 'the old film');
    const outcome = await renderSix(place, {
      env: {LECTERN_FFMPEG: await standInEncoder(place.cache, {joining: 'exec sleep 300'})},
      onStart: child => {
        void until(() => isHanging(place)).then(() => child.kill('SIGTERM'));
      },
    });
    expect(outcome).toMatchObject({code: 143, stdout: ''});
    expect(await leftRunning(place.cache, 2)).toEqual([]);
    expect(filesIn(place.folder)).toEqual(['six.mp4']);
  });
});

describe('a render whose reader has gone away', () => {
  test.each(['stdout', 'stderr'] as const)('closed %s: the film is made all the same, and no stack trace is', async stream => {
    const place = clean.place({chunks: true});
    const child = spawn(process.execPath, [path.join(repository, '.build/cli/lectern.js'), 'render', 'six', '--out', place.film], {
      cwd: fixtures, env: {...process.env, NO_COLOR: '1', LECTERN_CACHE: place.cache}, stdio: ['ignore', 'pipe', 'pipe'],
    });
    child[stream].destroy();
    let text = '';
    const other = stream === 'stdout' ? child.stderr : child.stdout;
    other.on('data', (piece: Buffer) => (text += piece.toString()));
    const code = await new Promise(resolve => child.on('close', resolve));
    expect(text).not.toMatch(/at .*:\d+:\d+|EPIPE/);
    expect(code).toBe(0);
    expect(fileSha256(place.film)).toBe(clean.figures.sha256);
    expect(await leftRunning(place.cache, 2)).toEqual([]);
  });
});
