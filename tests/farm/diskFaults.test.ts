import {mkdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {seededRandom} from '../../src/math/seededRandom';
import {cleanRender, everyFault, faultyDisk, figuresOf, fileSha256, filesIn, mayMount, renderSix, verifiedStore, withMounts, type CleanRender, type Place} from './faults';

let clean: CleanRender;
beforeAll(async () => {
  clean = await cleanRender();
});

/** Runs a script with `lectern` and `render` in it, where $OUT and $CHUNKS are folders that may be mounted over. */
function onDisks(place: Place, script: string): string {
  const chunks = path.join(place.cache, 'chunks');
  for (const folder of [place.folder, chunks]) mkdirSync(folder, {recursive: true});
  const render = 'render() { lectern render six --jobs 1 --quiet --out "$OUT/six.mp4" "$@"; echo "code $?"; }';
  return withMounts(`${render}\n${script}`, {OUT: place.folder, CHUNKS: chunks, LECTERN_CACHE: place.cache});
}

describe.skipIf(!mayMount)('a render where the disk is full', () => {
  test('at its output ends with code 6, leaves the old film, and succeeds once there is room', () => {
    const place = clean.place({chunks: true});
    const text = onDisks(place, `
      mount -t tmpfs -o size=24k none $OUT; echo old > $OUT/six.mp4
      render; cat $OUT/six.mp4; ls -A $OUT
      mount -o remount,size=1m $OUT; render; sha256sum < $OUT/six.mp4`);
    expect(text).toMatch(new RegExp(`^Cannot (write|join) .*six\\.mp4: no space is left on the disk\\nFix: free some space .*\\ncode 6\\nold\\nsix\\.mp4\\n\\S*six\\.mp4\\ncode 0\\n${clean.figures.sha256}`));
  });

  test('at its store ends with code 6, keeps sound chunks, and goes on from them once there is room', () => {
    const place = clean.place();
    const text = onDisks(place, `
      mount -t tmpfs -o size=40k none $CHUNKS
      render; ls -A $OUT; lectern cache verify
      mount -o remount,size=1m $CHUNKS; render; sha256sum < $OUT/six.mp4`);
    expect(text).toMatch(new RegExp(`^Cannot [^\\n]*: no space is left on the disk\\nFix: free some space .*\\ncode 6\\n[^\\n]*[1-5] chunks[^\\n]*\\n\\S*six\\.mp4\\ncode 0\\n${clean.figures.sha256}`));
  });

  test('at what reads its results ends with code 6', () => {
    const place = clean.place({chunks: true});
    const text = onDisks(place, `
      mount -t tmpfs -o size=4k none /mnt; head -c 8192 /dev/zero > /mnt/fill 2>/dev/null
      lectern list six > /mnt/log; echo "code $?"`);
    expect(text).toMatch(/^Cannot use the disk: the disk is full\nFix: .*\ncode 6\n$/);
  });
});

describe.skipIf(!mayMount)('a render whose folders are', () => {
  test('a store that may only be read, full of chunks, succeeds; an empty one says that it cannot be written', () => {
    const place = clean.place({chunks: true});
    const text = onDisks(place, `
      mount --bind $CHUNKS $CHUNKS && mount -o remount,ro,bind $CHUNKS
      render; sha256sum < $OUT/six.mp4; render --crf 30; ls -A $OUT | grep -c lectern || true`);
    expect(text).toMatch(new RegExp(`^\\S*six\\.mp4\\ncode 0\\n${clean.figures.sha256} .*\\nCannot write [^\\n]*EROFS[^\\n]*\\nFix: [^\\n]*\\ncode 2\\n0\\n$`));
  });

  test('on three file systems makes the same film', () => {
    const place = clean.place();
    const text = onDisks(place, `
      mount -t tmpfs -o size=1m none $CHUNKS; mount -t tmpfs -o size=1m none $OUT
      render; sha256sum < $OUT/six.mp4`);
    expect(text).toMatch(new RegExp(`code 0\\n${clean.figures.sha256}`));
  });
});

test('a render that may open few files says so, or makes the same film', async () => {
  const place = clean.place();
  const text = onDisks(place, 'for n in 30 60; do (ulimit -n $n; render); done');
  for (const part of text.split(/(?<=code \d+\n)/)) {
    expect(part).toMatch(/code (0|2|5)\n$/);
    expect(part).not.toMatch(/has a bug|^\s+at /m);
  }
  expect((await verifiedStore(place)).corrupt).toEqual([]);
  expect(figuresOf(await renderSix(place)).sha256).toBe(clean.figures.sha256);
});

describe('a render whose disk fails at one call', () => {
  test.each(['coordinator', 'worker'] as const)('in the %s succeeds with the same film or fails cleanly, and the next one succeeds', async where => {
    const counted = clean.place();
    const log = path.join(counted.cache, '../calls');
    figuresOf(await renderSix(counted, {env: faultyDisk({under: path.dirname(counted.cache), in: where, log})}));
    const calls = readFileSync(log, 'utf8').trim().split('\n').length;
    const random = seededRandom(`disk ${where}`);
    for (let round = 0; round < (everyFault ? 40 : where === 'coordinator' ? 2 : 1); round++) {
      const [place, at, sticky] = [clean.place(), 1 + random.integer(calls), random.integer(2) === 0];
      const outcome = await renderSix(place, {env: faultyDisk({under: path.dirname(place.cache), in: where, at, sticky, act: 'EIO'})});
      expect({at, sticky, words: outcome.stderr}).toEqual({at, sticky, words: expect.not.stringMatching(/has a bug|\n\s+at /) as string});
      if (outcome.code === 0) expect(fileSha256(place.film)).toBe(clean.figures.sha256);
      else expect({at, sticky, code: outcome.code}).toEqual({at, sticky, code: expect.toBeOneOf([2, 3, 5, 7]) as number});
      if (!sticky) expect(filesIn(place.folder).filter(name => name.includes('.tmp'))).toEqual([]);
      expect((await verifiedStore(place)).corrupt).toEqual([]);
      expect(figuresOf(await renderSix(place)).sha256).toBe(clean.figures.sha256);
    }
  });
});
