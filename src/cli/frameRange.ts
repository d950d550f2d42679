/** `--range`: which frames of a film are meant. */
import {AuthorError, ExitCode} from '../author/authorError';
import type {Measurement} from '../farm/messages';
import type {FilmRange} from '../farm/renderFilm';
import {momentsOf, resolveMoment} from '../timeline/moment';
import type {Project} from '../timeline/openProject';

/**
 * Reads a range: `120-240`, `2s-5s`, `25%-50%`, `00:00:02:00-00:00:05:00`, `two-words..carry-over` or the name of a scene.
 *
 * The first moment is in the range, the second is not.
 *
 * @throws AuthorError (exit code 2) for a range that is empty, or a moment that cannot be found
 */
export function frameRange(text: string, {spans, settings}: Pick<Measurement, 'spans' | 'settings'>, project: Project): {start: number; end: number} {
  const film = {frames: spans.at(-1)?.endFrame ?? 0, fps: settings.fps, moments: momentsOf(spans, project, settings.fps)};
  const scene = spans.find(({name}) => name === text);
  if (scene) return {start: scene.startFrame, end: scene.endFrame};
  const [from, to] = text.includes('..') ? text.split('..') : splitAtDash(text);
  const start = from === '' ? 0 : resolveMoment(from, film);
  const end = to === undefined || to === '' ? film.frames : Math.min(resolveMoment(to, film), film.frames);
  if (start < end) return {start, end};
  throw new AuthorError(`Cannot render the range "${text}": it is empty (frames ${start} to ${end} of ${film.frames})`, {
    exitCode: ExitCode.usage,
    fix: 'give a start before the end, e.g. --range 2s-5s, --range 120-240 or --range two-words..carry-over',
  });
}

/** A range for a render. */
export function filmRange(text: string, project: Project): FilmRange {
  return {
    of: film => frameRange(text, film, project),
    isSettledBy(firstScenes) {
      // A percentage counts from the end, which is not known yet.
      if (text.includes('%')) return false;
      try {
        // Strictly: the last frame of a film is drawn unlike the same frame with others after it.
        return frameRange(text, firstScenes, project).end < firstScenes.spans.at(-1)!.endFrame;
      } catch {
        return false;
      }
    },
  };
}

/** Names have dashes too, so a dash parts two numbers, percentages or timecodes only. */
function splitAtDash(text: string): [string, string | undefined] {
  const match = /^([\d.:]*\s*(?:s|%)?)-([\d.:]*\s*(?:s|%)?)$/.exec(text);
  return match ? [match[1], match[2]] : [text, undefined];
}
