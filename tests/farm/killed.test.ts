import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {seededRandom} from '../../src/math/seededRandom';
import {cleanRender, everyFault, faultyDisk, figuresOf, fileSha256, filesIn, leftRunning, renderSix, sixChunks, standInEncoder, verifiedStore, type CleanRender, type Place} from './faults';

let clean: CleanRender;
/** What the coordinator asks of the disk in a render that draws, call by call, and in one that has all chunks. */
let calls: string[];
let joinCalls: string[];
beforeAll(async () => {
  clean = await cleanRender();
  const place = clean.place();
  calls = await callsOf(place);
  // A film that is known to stand there is left alone.
  forgetFilms(place);
  joinCalls = await callsOf(place);
});

function forgetFilms({cache}: Place): void {
  rmSync(path.join(cache, 'films'), {recursive: true, force: true});
}

async function callsOf(place: Place): Promise<string[]> {
  const log = path.join(place.cache, '../calls');
  rmSync(log, {force: true});
  figuresOf(await renderSix(place, {env: faultyDisk({under: path.dirname(place.cache), in: 'coordinator', log})}));
  return readFileSync(log, 'utf8').trim().split('\n');
}

/** The calls that are the first of their kind, from 1: the same work on another file is the same kind. */
function steps(calls: readonly string[]): number[] {
  const kind = (call: string): string => call.replace(/\.(srt|vtt|chapters\.txt|description\.txt)$/, '.#').replace(/[0-9a-f]{8,}/g, '#').replace(/-\d+-|\.\d+\./g, '.').replace(/chunks\/[0-9a-f]{2}\b/, 'chunks/#');
  return calls.flatMap((call, i) => (calls.findIndex(other => kind(other) === kind(call)) === i ? [i + 1] : []));
}

const kill = (place: Place, at: number): Record<string, string> => faultyDisk({under: path.dirname(place.cache), in: 'coordinator', at, act: 'kill'});

/** Renders again where a render was killed: the film is that of a clean run, and what was finished is not drawn twice. */
async function expectResumed(place: Place, finishedChunks: number): Promise<void> {
  const again = figuresOf(await renderSix(place));
  expect(again.sha256).toBe(clean.figures.sha256);
  expect(fileSha256(place.film)).toBe(clean.figures.sha256);
  expect(again.drawn_frames === 0).toBe(finishedChunks === sixChunks);
  expect(again.drawn_frames < clean.figures.frames).toBe(finishedChunks > 0);
  expect(await verifiedStore(place)).toMatchObject({entries: sixChunks, corrupt: []});
}

describe('a render killed with SIGKILL goes on from its chunks to the same film', () => {
  test('at seeded calls of the coordinator to the disk', async () => {
    const moments = everyFault ? steps(calls) : seededRandom('coordinator').shuffled(calls.map((_, i) => i + 1)).slice(0, 5);
    for (const at of moments) {
      const place = clean.place();
      const outcome = await renderSix(place, {env: kill(place, at)});
      expect({at, signal: outcome.signal}).toEqual({at, signal: 'SIGKILL'});
      const renamed = calls.indexOf('rename out/six.mp4') + 1;
      expect({at, call: calls[at - 1], film: existsSync(place.film)}).toEqual({at, call: calls[at - 1], film: at > renamed});
      expect(await leftRunning(place.cache, 2)).toEqual([]);
      const {entries, corrupt} = await verifiedStore(place);
      expect(corrupt).toEqual([]);
      await expectResumed(place, entries);
      expect(filesIn(place.folder)).toEqual(clean.figures.files.map(file => path.basename(file)).sort());
    }
  });

  test('at each step of the join: the old film stands there, or the whole new one', async () => {
    const place = clean.place({chunks: true});
    const renamed = joinCalls.indexOf('rename out/six.mp4') + 1;
    const begun = joinCalls.findIndex(call => /^mkdir out\/\.lectern/.test(call)) + 1;
    // Reading changes nothing.
    const moments = steps(joinCalls).filter(at => at >= begun && !/^(read|stat|readdir|open cache)/.test(joinCalls[at - 1]!));
    expect(moments.length).toBeGreaterThan(10);
    for (const at of moments) {
      // What the one before left would be swept by this one, and shift its calls.
      rmSync(place.folder, {recursive: true, force: true});
      forgetFilms(place);
      mkdirSync(place.folder);
      writeFileSync(place.film, 'the old film');
      expect({at, signal: (await renderSix(place, {env: kill(place, at)})).signal}).toEqual({at, signal: 'SIGKILL'});
      if (at <= renamed) expect(readFileSync(place.film, 'utf8')).toBe('the old film');
      else expect(fileSha256(place.film)).toBe(clean.figures.sha256);
    }
    await expectResumed(place, sixChunks);
    expect(filesIn(place.folder)).toEqual(clean.figures.files.map(file => path.basename(file)).sort());
  });

  test('the worker, at seeded frames', async () => {
    const frameBytes = (64 * 36 * 3) / 2;
    const random = seededRandom('worker');
    for (let round = 0; round < (everyFault ? 20 : 2); round++) {
      const place = clean.place();
      // Whichever process encodes as the n-th kills its worker after so many frames.
      const [process, frames] = [1 + random.integer(sixChunks), random.integer(6)];
      const script = `n=$(cat "$0.count" 2>/dev/null || echo 0); echo $((n + 1)) > "$0.count"; if [ $n = ${process} ]; then head -c ${frames * frameBytes} >/dev/null; kill -KILL $PPID; fi; exec "$REAL" "$@"`;
      const outcome = await renderSix(place, {env: {LECTERN_FFMPEG: await standInEncoder(place.cache, {encoding: script})}});
      expect(outcome.code).toBe(1);
      expect(outcome.stderr).toMatch(/^Cannot finish the film: a worker process was ended by SIGKILL\nFix: run the same command again/);
      expect(filesIn(place.folder)).toEqual([]);
      await expectResumed(place, (await verifiedStore(place)).entries);
    }
  });
});
