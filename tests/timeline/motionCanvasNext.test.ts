import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openFilm} from '../../src/timeline/film';
import {openProject} from '../../src/timeline/openProject';

const repository = process.cwd();
const beep = path.join(repository, 'tests/conformance/assets/beep.wav');
let folder: string;

/** A project that has Motion Canvas 3.18 installed, with sounds of its scene and a track of its own. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'lectern-next-'));
  await mkdir(path.join(folder, 'node_modules/@motion-canvas'), {recursive: true});
  for (const name of ['core', '2d']) {
    await symlink(path.join(repository, `node_modules/motion-canvas-${name}-next`), path.join(folder, 'node_modules/@motion-canvas', name));
  }
  await writeFile(path.join(folder, 'package.json'), '{"name": "next", "type": "module"}');
  await writeFile(path.join(folder, 'project.meta'), '{"version": 0, "shared": {"audioOffset": -0.25, "size": {"x": 160, "y": 90}}, "rendering": {"fps": 30}}');
  await writeFile(path.join(folder, 'project.ts'), `import {makeProject} from '@motion-canvas/core';
import scene from './scene?scene';
import track from '${beep}';
export default makeProject({scenes: [scene], audio: track});
`);
  await writeFile(path.join(folder, 'scene.tsx'), `import {Circle, makeScene2D} from '@motion-canvas/2d';
import {createRef, sound, waitFor} from '@motion-canvas/core';
import beep from '${beep}';
export default makeScene2D(function* (view) {
  const circle = createRef<Circle>();
  view.add(<Circle ref={circle} size={40} fill={'red'} />);
  yield* waitFor(0.5);
  sound(beep).gain(-6).trim(0.1, 0.4).play();
  yield* circle().x(40, 0.5);
  sound(beep).playbackRate(2).play(0.1);
  yield* waitFor(0.5);
});
`);
});

afterAll(() => rm(folder, {recursive: true}));

describe('a project with Motion Canvas 3.18', () => {
  it('is drawn with its own version', async () => {
    const {project} = await openProject(path.join(folder, 'project.ts'));
    expect(project.motionCanvas).toMatchObject({coreVersion: '3.18.0-alpha.0', twoDVersion: '3.18.0-alpha.0'});
    const film = await openFilm(project);
    expect(film.frames).toBe(44);
    await film.draw(43);
    expect(film.stage.pixels().some(value => value > 0)).toBe(true);
  });

  it('film.sounds lists the track and the sounds of scenes at their times, for the mix', async () => {
    const {project} = await openProject(path.join(folder, 'project.ts'));
    const film = await openFilm(project);
    expect(film.sounds).toEqual([
      {path: beep, startSeconds: -0.25, gainDb: 0},
      {path: beep, startSeconds: expect.closeTo(0.5, 1), gainDb: -6, trimStartSeconds: 0.1, trimEndSeconds: 0.4},
      {path: beep, startSeconds: expect.closeTo(1.1, 1), gainDb: 0, playbackRate: 2},
    ]);
  });
});
