import {writeFileSync} from 'node:fs';
import {beforeAll, expect, test} from 'vitest';
import {runLectern} from '../cli/runLectern';
import {cleanRender, figuresOf, fixtures, processesOf, renderSix, standInEncoder, type CleanRender} from './faults';

let clean: CleanRender;
beforeAll(async () => {
  clean = await cleanRender();
});

test('lectern cache gc during a render leaves the chunks that the render has found or made', async () => {
  const place = clean.place({chunks: true});
  // The join waits until the cache has been collected.
  const encoder = await standInEncoder(place.cache, {joining: 'while [ ! -e "$0.go" ]; do sleep 0.05; done; exec "$REAL" "$@"'});
  const collect = async (): Promise<string> => {
    while (!processesOf(place.cache).some(command => command.includes('ffmpeg-stand-in') && command.includes('film.mp4'))) await new Promise(resolve => setTimeout(resolve, 20));
    const {stdout} = await runLectern(['cache', 'gc', '--max-size', '0', '--json'], {cwd: fixtures, env: {LECTERN_CACHE: place.cache}});
    return stdout;
  };
  const rendering = renderSix(place, {env: {LECTERN_FFMPEG: encoder}});
  const collected = await collect();
  writeFileSync(`${encoder}.go`, '');
  expect(JSON.parse(collected)).toMatchObject({deleted: 0, kept: 6, in_use: 6});
  expect(figuresOf(await rendering)).toMatchObject({sha256: clean.figures.sha256, drawn_frames: 0});
  expect(JSON.parse((await runLectern(['cache', 'gc', '--max-size', '0', '--json'], {cwd: fixtures, env: {LECTERN_CACHE: place.cache}})).stdout)).toMatchObject({deleted: 6, kept: 0, in_use: 0});
});
