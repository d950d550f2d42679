import {createHash} from 'node:crypto';
import path from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {openFilm, type Film} from '../../src/timeline/film';
import {openProject, type Project} from '../../src/timeline/openProject';

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** Everything above the band, which is the foot of the picture, 16 rows of 180. */
const above = (film: Film) => hash(film.stage.pixels().subarray(0, 320 * 164 * 4));

describe('openFilm() with burnIn', () => {
  let project: Project;
  let film: Film;
  let plain: string;

  beforeAll(async () => {
    ({project} = await openProject(path.join(import.meta.dirname, '../loop/fixtures/hello/chapter.ts')));
    const clean = await openFilm(project, {resolutionScale: 0.5});
    await clean.draw(50);
    plain = above(clean);
    film = await openFilm(project, {resolutionScale: 0.5, burnIn: true});
  });

  it('leaves the picture above its band as it is', async () => {
    await film.draw(50);
    expect(above(film)).toBe(plain);
  });

  it('writes something new into every frame, also while the picture stands still', async () => {
    const last = film.sceneSpans[0].endFrame - 1;
    const bands = new Set<string>();
    for (let frame = last - 4; frame <= last; frame++) {
      const {changed} = await film.draw(frame);
      expect(changed).toBe(true);
      bands.add(hash(film.stage.pixels()));
    }
    expect(bands.size).toBe(5);
  });

  it('writes the same picture stepped to or sought', async () => {
    await film.draw(60);
    await film.draw(61);
    const stepped = hash(film.stage.pixels());
    await film.draw(3);
    await film.draw(61);
    expect(hash(film.stage.pixels())).toBe(stepped);
  });
});
