import {readFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {cleanRender, everyFault, figuresOf, filesIn, leftRunning, renderSix, sixChunks, standInEncoder, verifiedStore, type CleanRender} from './faults';

let clean: CleanRender;
beforeAll(async () => {
  clean = await cleanRender();
});

const frameBytes = (64 * 36 * 3) / 2;
/** Counts the encoders that were started: `$n` is how many came before this one. */
const counted = '(flock 9; n=$(cat "$0.count" 2>/dev/null || echo 0); echo $((n + 1)) > "$0.count"; echo $n) 9>"$0.lock"';

describe('a render whose ffmpeg dies', () => {
  const deaths = [
    ['SIGKILL', 'kill -KILL $$', 'was ended by SIGKILL'],
    ['SIGSEGV', 'kill -SEGV $$', 'was ended by SIGSEGV'],
    ['exit code 1', 'echo "the dog ate it" >&2; exit 1', 'ended with exit code 1\n  ffmpeg: the dog ate it'],
    // The worst of them: a shorter film, and no word about it.
    ['exit code 0', 'exit 0', /Cannot (verify|encode) .*: (ffmpeg returned \d+ pictures of \d+|ffmpeg ended before it had all frames)/],
  ] as const;
  const sweep = everyFault ? deaths.flatMap(death => [0, 1, 5, 8, 12].map(frames => [frames, ...death] as const)) : deaths.map((death, i) => [[3, 0, 7, 5][i]!, ...death] as const);

  test.each(sweep)('after %i frames, by %s, ends with code 5 and its last words, never with 0', async (frames, _name, death, words) => {
    const place = clean.place();
    const script = `n=$(${counted}); if [ $n = 2 ]; then head -c ${frames * frameBytes} | "$REAL" "$@"; ${death}; fi; exec "$REAL" "$@"`;
    const outcome = await renderSix(place, {env: {LECTERN_FFMPEG: await standInEncoder(place.cache, {encoding: script})}});
    expect([5, 7]).toContain(outcome.code);
    expect(outcome.stderr).toMatch(words);
    expect(outcome.stdout).toBe('');
    expect(filesIn(place.folder)).toEqual([]);
    expect((await verifiedStore(place)).corrupt).toEqual([]);
    expect(await leftRunning(place.cache, 2)).toEqual([]);
  });

  test('in the join leaves no film, and all chunks for the next time', async () => {
    const place = clean.place({chunks: true});
    const outcome = await renderSix(place, {env: {LECTERN_FFMPEG: await standInEncoder(place.cache, {joining: '"$REAL" "$@"; kill -KILL $$'})}});
    expect(outcome).toMatchObject({code: 5, stdout: ''});
    expect(filesIn(place.folder)).toEqual([]);
    expect(await verifiedStore(place)).toMatchObject({entries: sixChunks, corrupt: []});
  });
});

describe('the order in which chunks are finished', () => {
  test('does not show in the film', async () => {
    const place = clean.place();
    // Each encoder waits for longer than the next; what ended when is written down.
    const script = `n=$(${counted}); case $n in 0) sleep 1;; 1) sleep 0.6;; 2) sleep 0.3;; esac; "$REAL" "$@"; code=$?; echo $n >> "$0.ended"; exit $code`;
    const encoder = await standInEncoder(place.cache, {encoding: script});
    const {sha256} = figuresOf(await renderSix(place, {jobs: 3, env: {LECTERN_FFMPEG: encoder}}));
    const ended = readFileSync(path.join(place.cache, 'ffmpeg-stand-in.ended'), 'utf8').trim().split('\n').map(Number);
    expect(ended).not.toEqual(ended.toSorted((a, b) => a - b));
    expect(sha256).toBe(clean.figures.sha256);
  });
});
