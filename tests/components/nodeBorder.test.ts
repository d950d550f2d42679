import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, it} from 'vitest';
import {openFilm} from '../../src/timeline/film';
import {openProject} from '../../src/timeline/openProject';

const fixture = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixtures/nodeBorder.tsx');

it('borderOf() of a Rect and a Circle held by an edge is that of the same shape held by its middle', async () => {
  const {project} = await openProject(fixture);
  const film = await openFilm(project, {resolutionScale: 0.25, background: '#0b1020'});
  await film.draw(0);
  expect(film.frames).toBeGreaterThan(0);
});
