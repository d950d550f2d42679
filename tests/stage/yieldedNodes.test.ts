import path from 'node:path';
import {expect, it, vi} from 'vitest';
import type {Txt} from '@motion-canvas/2d';
import {openFilm} from '../../src/timeline/film';
import {openProject} from '../../src/timeline/openProject';

it('a scene waits for formulas and live texts that it has just made, and nothing is complained of', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const {project} = await openProject(path.resolve('tests/stage/fixtures/yielded.tsx'));
  const film = await openFilm(project, {resolutionScale: 0.25});
  await film.draw(2);
  expect(complaints).not.toHaveBeenCalled();
  expect((film.currentScene as unknown as {getNode(key: string): Txt}).getNode('told').text()).toBe('true');
  complaints.mockRestore();
});
