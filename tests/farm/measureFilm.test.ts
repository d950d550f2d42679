import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {AuthorError} from '../../src/author/authorError';
import {measureFilm} from '../../src/farm/measureFilm';
import type {MeasuredScene, Measurement} from '../../src/farm/messages';
import type {Measured, Pool} from '../../src/farm/pool';
import {openProject, type OpenedProject, type ProjectScene} from '../../src/timeline/openProject';

const settings = {size: {width: 320, height: 180}, fps: 10, background: null, resolutionScale: 1};
let opened: OpenedProject;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'lectern-measure-'));
  const tiny = await openProject(path.resolve('tests/cli/fixtures/scenes/tiny/chapter.ts'));
  const [scene] = tiny.project.scenes;
  // Three scenes of one file, told apart by when their beats come.
  const scenes = [1, 2, 3].map((seconds): ProjectScene => ({...scene!, name: `scene ${seconds}`, narration: {...scene!.narration!, title: `Title ${seconds}`, durationSeconds: seconds}}));
  opened = {...tiny, project: {...tiny.project, cache: folder, scenes}};
});

afterAll(() => rm(folder, {recursive: true, force: true}));

/** A pool whose scenes last as many tenths of a second as their place in the film says, or fail. */
function poolThat(failsAt?: number) {
  const asked: MeasuredScene[][] = [];
  const measured = (scene: MeasuredScene): Measured => {
    if (scene === failsAt) return {error: new AuthorError('Cannot play it', {moment: {scene: `scene ${scene! + 1}`, frame: 4, timecode: '00:00:00:04'}})};
    const name = opened.project.scenes[scene!]!.name;
    const measurement: Measurement = {settings, spans: [{name, title: 'as it was', startFrame: 0, endFrame: 10 * (scene! + 1), transitionFrames: 0}], beats: [{scene: name, name: 'end', seconds: 1}], sounds: [{path: '/click.wav', startSeconds: 0.5, gainDb: 0}], warnings: []};
    return {measurement};
  };
  const pool: Pick<Pool, 'measure'> = {
    async measure(scenes, {isEnough}) {
      asked.push([]);
      const found: Measured[] = [];
      for (const scene of scenes) {
        asked.at(-1)!.push(scene);
        found.push(measured(scene));
        if (isEnough(found)) break;
      }
      return found;
    },
  };
  return {asked, pool};
}

const withScenes = (change: (scene: ProjectScene, index: number) => ProjectScene): OpenedProject => ({...opened, project: {...opened.project, scenes: opened.project.scenes.map(change)}});

describe('measureFilm()', () => {
  test('puts scenes that ran alone one after another', async () => {
    const {spans, beats, sounds} = await measureFilm({opened, film: {}, jobs: 2, noCache: true}, poolThat().pool);
    expect(spans.map(({startFrame, endFrame}) => [startFrame, endFrame])).toEqual([[0, 10], [10, 30], [30, 60]]);
    expect(beats.map(({scene}) => scene)).toEqual(['scene 1', 'scene 2', 'scene 3']);
    expect(sounds.map(({startSeconds}) => startSeconds)).toEqual([0.5, 1.5, 3.5]);
  });

  test('runs only the scenes that have changed since', async () => {
    const {asked, pool} = poolThat();
    await measureFilm({opened, film: {}, jobs: 1}, pool);
    await measureFilm({opened, film: {}, jobs: 1}, pool);
    const later = withScenes((scene, index) => (index === 1 ? {...scene, narration: {...scene.narration!, durationSeconds: 9}} : scene));
    await measureFilm({opened: later, film: {}, jobs: 1}, pool);
    await measureFilm({opened, film: {fps: 50}, jobs: 1}, pool);
    expect(asked).toEqual([[0, 1, 2], [1], [0, 1, 2]]);
  });

  test('runs no more scenes than are asked for, and goes on from there', async () => {
    const film = {background: 'blue'};
    const {asked, pool} = poolThat();
    const lasts = (frames: number) => ({spans}: Measurement) => spans.at(-1)!.endFrame > frames;
    const first = await measureFilm({opened, film, jobs: 1, isEnough: lasts(10)}, pool);
    expect(first.spans.map(({endFrame}) => endFrame)).toEqual([10, 30]);
    const missing: string[][] = [];
    const onMissing = (scenes: readonly ProjectScene[]) => void missing.push(scenes.map(({name}) => name));
    expect((await measureFilm({opened, film, jobs: 1, isEnough: lasts(25), onMissing}, pool)).spans).toHaveLength(2);
    expect((await measureFilm({opened, film, jobs: 1, onMissing}, pool)).spans).toHaveLength(3);
    // Scenes that nobody asks for wake no worker.
    expect(missing).toEqual([['scene 3']]);
    expect(asked).toEqual([[0, 1], [2]]);
  });

  test('takes a new title without running its scene', async () => {
    const {asked, pool} = poolThat();
    const renamed = withScenes(scene => ({...scene, narration: {...scene.narration!, title: 'Better'}}));
    const {spans} = await measureFilm({opened: renamed, film: {}, jobs: 1}, pool);
    expect(asked).toEqual([]);
    expect(spans.map(({title}) => title)).toEqual(['Better', 'Better', 'Better']);
  });

  test('tells a failure at the time of the film, and remembers the scenes that went well', async () => {
    const film = {background: 'red'};
    const failing = measureFilm({opened, film, jobs: 2}, poolThat(1).pool);
    await expect(failing).rejects.toMatchObject({message: 'Cannot play it', moment: {frame: 14, timecode: '00:00:01:04'}});
    const {asked, pool} = poolThat();
    await measureFilm({opened, film, jobs: 2}, pool);
    expect(asked).toEqual([[1]]);
  });
});
