import {createHash} from 'node:crypto';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {beforeAll, describe, expect, it} from 'vitest';
import {openFilm, type Film} from '../../src/timeline/film';
import {openProject, type Project} from '../../src/timeline/openProject';

const fixture = (name: string) => path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixtures', name);
const hash = (film: Film) => createHash('sha256').update(film.stage.pixels()).digest('hex');

describe('film', () => {
  let project: Project;
  let film: Film;
  let played: string[];

  beforeAll(async () => {
    ({project} = await openProject(fixture('project.ts')));
    film = await openFilm(project);
    played = [];
    for (let frame = 0; frame < film.frames; frame++) {
      await film.draw(frame);
      played.push(hash(film));
    }
  });

  it('openFilm() takes size, rate and ground from the .meta file', () => {
    expect(film.settings).toEqual({size: {width: 320, height: 180}, fps: 30, background: 'rgb(13,17,23)', resolutionScale: 1});
  });

  it('openFilm() takes the ground from where a .meta file of Motion Canvas 2 has it', async () => {
    const old = await openFilm((await openProject(fixture('oldMeta/project.ts'))).project);
    expect(old.settings).toEqual({size: {width: 64, height: 36}, fps: 25, background: 'rgb(10,20,30)', resolutionScale: 1});
    await old.draw(0);
    expect([...old.stage.pixels().subarray(0, 4)]).toEqual([10, 20, 30, 255]);
  });

  it('draw() shows a scene that ends at once as a film of one picture', async () => {
    const one = await openFilm((await openProject(fixture('mistakes/endsAtOnce.tsx'))).project, {size: {width: 320, height: 180}, background: '#000000'});
    expect(one.frames).toBe(1);
    await one.draw(0);
    const middle = (90 * 320 + 160) * 4;
    expect([...one.stage.pixels().subarray(middle, middle + 4)]).toEqual([0x58, 0xa6, 0xff, 255]);
    await expect(one.draw(1)).rejects.toThrow('the film has frames 0 to 0');
  });

  it('draw() leaves out scenes that end at once, wherever they stand, and seeks past them', async () => {
    const {size, fps, background} = film.settings;
    const other = await openFilm((await openProject(fixture('emptyScenes.ts'))).project, {size, fps, background: background!});
    expect(other.frames).toBe(film.frames);
    for (const frame of [0, 1, 52, 53, 60, 69, 93, 54, 2]) {
      await other.draw(frame);
      expect(`${frame} ${hash(other)}`).toBe(`${frame} ${played[frame]}`);
    }
  });

  it('openFilm() places the scenes without a gap', () => {
    expect(film.sceneSpans.map(({name, startFrame, endFrame, transitionFrames}) => ({name, startFrame, endFrame, transitionFrames}))).toEqual([
      {name: 'moving', startFrame: 0, endFrame: 53, transitionFrames: 0},
      {name: 'sliding', startFrame: 53, endFrame: 94, transitionFrames: 16},
    ]);
  });

  it('draw() shows more than one picture', () => {
    expect(new Set(played).size).toBeGreaterThan(50);
  });

  it('draw() of a sought frame equals the played one, forwards, backwards and through the transition', async () => {
    for (const frame of [93, 0, 52, 53, 60, 54, 68, 69, 20, 33, 32, 92, 12, 61]) {
      await film.draw(frame);
      expect(`${frame} ${hash(film)}`).toBe(`${frame} ${played[frame]}`);
    }
  });

  it('draw() of a film that was opened anew equals it too, and so does one that knows its spans', async () => {
    for (const options of [{}, {spans: film.sceneSpans}]) {
      const fresh = await openFilm(project, options);
      expect(fresh.frames).toBe(film.frames);
      for (const frame of [60, 61, 30]) {
        await fresh.draw(frame);
        expect(hash(fresh)).toBe(played[frame]);
      }
    }
  });

  it('draw() says that a still picture is unchanged, and it is', async () => {
    const still = [];
    for (let frame = 0; frame < film.frames; frame++) {
      const {changed} = await film.draw(frame);
      if (!changed) {
        still.push(frame);
        expect(hash(film)).toBe(played[frame - 1]);
      }
    }
    expect(still).toEqual(expect.arrayContaining([20, 21, 22, 23, 50]));
  });

  it('draw() of the last frame shows where everything came to rest', async () => {
    await film.draw(film.frames - 1);
    const rest = hash(film);
    await film.draw(film.frames - 4);
    expect(hash(film)).toBe(rest);
  });

  it('draw() refuses frames outside the film', async () => {
    await expect(film.draw(94)).rejects.toThrow('Cannot draw frame 94: the film has frames 0 to 93');
  });
});
