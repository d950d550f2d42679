/** Looks at the scenes of tests/review/fixtures as `lectern check` does. */
import path from 'node:path';
import {reviewFilm} from '../../src/review/review';
import {openProject} from '../../src/timeline/openProject';

/**
 * @param fixture - name of a scene, or of a chapter's folder
 * @param scenes - those of the chapter that are played, in this order
 * @returns findings as `rule frame`, each with its message, at 30 frames a second
 */
export async function reviewed(fixture: string, scenes?: readonly string[]) {
  const file = scenes ? path.join(fixture, 'chapter.ts') : `${fixture}.tsx`;
  const {project} = await openProject(path.join(import.meta.dirname, 'fixtures', file), {scenes});
  const {findings} = await reviewFilm(project);
  return findings.map(finding => ({...finding, told: `${finding.rule} ${finding.frame}`}));
}
