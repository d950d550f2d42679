import {createHash} from 'node:crypto';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {openFilm, type FilmOptions} from '../../../src/timeline/film';
import {openProject} from '../../../src/timeline/openProject';

const tests = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

async function hashes(file: string, options: FilmOptions): Promise<{pixels: string[]; paintings: number}> {
  const {project} = await openProject(file);
  const film = await openFilm(project, {resolutionScale: 0.25, background: '#0d1117', ...options});
  const pixels: string[] = [];
  const before = film.stage.nodesPainted;
  for (let frame = 0; frame < film.frames; frame++) {
    await film.draw(frame);
    pixels.push(createHash('sha1').update(film.stage.pixels()).digest('hex'));
  }
  return {pixels, paintings: film.stage.nodesPainted - before};
}

describe('retained painting', () => {
  it.each([['bench/bench.tsx'], ['stage/fixtures/crowd.tsx']])('paint() of %s gives the pixels of painting every node, with fewer nodes painted', async name => {
    const kept = await hashes(path.join(tests, name), {});
    const whole = await hashes(path.join(tests, name), {paintsWhole: true});
    expect(kept.pixels.findIndex((hash, frame) => hash !== whole.pixels[frame])).toBe(-1);
    expect(kept.paintings).toBeLessThan(whole.paintings * 0.6);
  });

  it('paint() of a group that fades draws what stands in it once', async () => {
    const {pixels, paintings} = await hashes(path.join(tests, 'stage/fixtures/fading.tsx'), {});
    expect(new Set(pixels).size).toBeGreaterThan(pixels.length / 2);
    expect(paintings).toBeLessThan(20 + 3 * pixels.length);
  });
});
