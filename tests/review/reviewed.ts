/** Looks at the scenes of tests/review/fixtures as `lectern check` does. */
import path from 'node:path';
import {reviewFilm} from '../../src/review/review';
import {openProject} from '../../src/timeline/openProject';

/** @returns findings as `rule frame`, each with its message, at 30 frames a second */
export async function reviewed(fixture: string) {
  const {project} = await openProject(path.join(import.meta.dirname, 'fixtures', `${fixture}.tsx`));
  const {findings} = await reviewFilm(project);
  return findings.map(finding => ({...finding, told: `${finding.rule} ${finding.frame}`}));
}
