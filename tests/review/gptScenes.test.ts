import path from 'node:path';
import {expect, it} from 'vitest';
import {reviewFilm} from '../../src/review/review';
import {openProject} from '../../src/timeline/openProject';
import {repository} from '../cli/runLectern';

/** Two scenes stand for the chapter, of which `lectern check gpt` looks at every frame: a plane with formulas, and slots. */
it('the report over two scenes of the chapter is empty', async () => {
  const {project} = await openProject(path.join(repository, 'scenes/gpt/chapter.ts'), {scenes: ['18-directions', '26-next']});
  const {findings, slots} = await reviewFilm(project);
  expect(findings.map(({rule, scene, frame, message}) => `${scene} ${frame} ${rule}: ${message}`)).toEqual([]);
  expect(slots.map(({rule, scene}) => `${rule} ${scene}`)).toEqual(['open-slot 26-next', 'open-slot 26-next']);
});
