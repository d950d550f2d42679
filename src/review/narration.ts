/** What the words of a chapter get wrong: beats that come late, captions that cannot be read. */
import {lateBeats} from '../chapter/beats';
import {captionCues} from '../chapter/captions';
import type {ChapterFinding} from '../chapter/finding';
import {lintCaptions} from '../chapter/lintCaptions';
import type {Film} from '../timeline/film';

/** Checks captions and beats of a film whose scenes have run. Frames count from the start of the film. */
export function narrationFindings(film: Film): ChapterFinding[] {
  const {project, settings: {fps}, sceneSpans} = film;
  const told = sceneSpans.flatMap(span => {
    const narration = project.scenes.find(({name}) => name === span.name)?.narration;
    return narration && narration.source !== 'none' ? [{...span, narration}] : [];
  });
  const late = told.flatMap(({name, startFrame, narration}) => {
    const reached = film.reachedBeats(name).map(beat => ({name: beat.name, frame: Math.round(beat.seconds * fps)}));
    return [...narration.warnings, ...lateBeats(narration, reached, fps)].map(finding => ({frame: startFrame, ...finding}));
  });
  const captions = told.length === 0 ? [] : lintCaptions(captionCues(told, {fps}), {fps});
  return [...late, ...captions];
}
