import {createHash} from 'node:crypto';
import {readdirSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {openFilm, type Film} from '../../src/timeline/film';
import {openProject} from '../../src/timeline/openProject';
import {SCENE_SETTINGS} from './bench/shot';

const here = path.dirname(fileURLToPath(import.meta.url));
const scenes = readdirSync(path.join(here, 'scenes')).filter(name => name.endsWith('.tsx')).map(name => path.join(here, 'scenes', name));
const projects = readdirSync(path.join(here, 'projects')).map(name => path.join(here, 'projects', name, 'project.ts'));

/** A quarter of the size: the law is about time, and small pictures are quick. */
const SCALE = {resolutionScale: 0.25};

async function open(file: string): Promise<Film> {
  const {project} = await openProject(file);
  return openFilm(project, project.kind === 'scene' ? {...SCENE_SETTINGS, ...SCALE} : SCALE);
}

async function picture(film: Film, frame: number): Promise<string> {
  await film.draw(frame);
  return createHash('sha256').update(film.stage.pixels()).digest('hex').slice(0, 12);
}

/** Frames in no order, the same in each run: forwards, backwards, the ends, and around each scene's beginning. */
function jumps(film: Film): number[] {
  let state = film.frames * 7919 + 17;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const anywhere = Array.from({length: 6}, () => Math.floor(random() * film.frames));
  const joins = film.sceneSpans.slice(1).flatMap(({startFrame, transitionFrames}) => [startFrame, startFrame + Math.floor(transitionFrames / 2), startFrame - 1]);
  return [film.frames - 1, 0, ...anywhere, ...joins.reverse()];
}

describe('draw()', () => {
  it.each([...scenes, ...projects].map(file => [path.relative(here, file), file] as const))(
    '%s shows the same pictures played and sought',
    async (_, file) => {
      const film = await open(file);
      const played: string[] = [];
      for (let frame = 0; frame < film.frames; frame++) played.push(await picture(film, frame));
      const fresh = await open(file);
      for (const frame of jumps(film)) {
        expect(`${frame} ${await picture(film, frame)}`).toBe(`${frame} ${played[frame]}`);
        expect(`fresh ${frame} ${await picture(fresh, frame)}`).toBe(`fresh ${frame} ${played[frame]}`);
      }
    },
  );
});
