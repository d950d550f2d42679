/** A moment that an author names, as a frame of a film. */
import {AuthorError, ExitCode} from '../author/authorError';
import {didYouMean} from '../author/nearNames';
import type {Film} from './film';
import {frameOf} from './timecode';

/**
 * Finds the frame of a moment: a frame, seconds, a percentage, a timecode, a beat (`carry-over`), a beat of a scene
 * (`03-tokens:carry-over`) or the start of a scene (`03-tokens`).
 *
 * @returns a frame of the film, clamped to its last
 * @throws AuthorError (exit code 2) for a moment that is none of these, with near names
 */
export function momentFrame(text: string, film: Film): number {
  const named = namedMoments(film).get(text);
  if (named !== undefined) return clamp(named, film);
  try {
    return clamp(frameOf(text, {fps: film.settings.fps, frames: film.frames}), film);
  } catch (error) {
    const hint = didYouMean(text, [...namedMoments(film).keys()]);
    throw new AuthorError(`Cannot find the moment "${text}"${hint ? `: ${hint}` : ''}`, {
      exitCode: ExitCode.usage,
      fix: 'give a frame (128), seconds (4.2s), a percentage (50%), a timecode (00:00:04:08), a scene or a beat',
      cause: error,
    });
  }
}

function clamp(frame: number, film: Film): number {
  return Math.min(Math.max(frame, 0), film.frames - 1);
}

/** Scenes and beats by name; a beat that two scenes share is reached by scene:beat, and alone means the first. */
function namedMoments(film: Film): Map<string, number> {
  const moments = new Map<string, number>();
  const {fps} = film.settings;
  film.sceneSpans.forEach((span, index) => {
    const name = (label: string, frame: number) => void (moments.has(label) || moments.set(label, frame));
    name(span.name, span.startFrame);
    for (const beat of film.project.scenes[index]?.narration?.beats ?? []) {
      const frame = span.startFrame + Math.round(beat.seconds * fps);
      name(`${span.name}:${beat.name}`, frame);
      name(beat.name, frame);
    }
  });
  return moments;
}
