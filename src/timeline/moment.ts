/** A moment that an author names, as a frame of a film. */
import {AuthorError, ExitCode} from '../author/authorError';
import {didYouMean} from '../author/nearNames';
import type {Film, SceneSpan} from './film';
import type {Project} from './openProject';
import {frameOf} from './timecode';

/** What a moment is looked up in. */
export interface MomentSpace {
  readonly frames: number;
  readonly fps: number;
  /** Frames by name: scenes and beats. */
  readonly moments: ReadonlyMap<string, number>;
}

/**
 * Finds the frame of a moment: a frame, seconds, a percentage, a timecode, a beat (`carry-over`), a beat of a scene
 * (`03-tokens:carry-over`) or the start of a scene (`03-tokens`).
 *
 * @returns a frame of the film, clamped to its last
 * @throws AuthorError (exit code 2) for a moment that is none of these, with near names
 */
export function momentFrame(text: string, film: Film): number {
  const {frames, settings, sceneSpans, project} = film;
  const frame = resolveMoment(text, {frames, fps: settings.fps, moments: momentsOf(sceneSpans, project, settings.fps)});
  return Math.min(Math.max(frame, 0), frames - 1);
}

/** Like momentFrame, but not clamped to the film. */
export function resolveMoment(text: string, space: MomentSpace): number {
  const named = space.moments.get(text);
  if (named !== undefined) return named;
  try {
    return frameOf(text, space);
  } catch (error) {
    const hint = didYouMean(text, [...space.moments.keys()]);
    throw new AuthorError(`Cannot find the moment "${text}"${hint ? `: ${hint}` : ''}`, {
      exitCode: ExitCode.usage,
      fix: 'give a frame (128), seconds (4.2s), a percentage (50%), a timecode (00:00:04:08), a scene or a beat',
      cause: error,
    });
  }
}

/** Scenes and beats by name; a beat that two scenes share is reached by scene:beat, and alone means the first. */
export function momentsOf(spans: readonly SceneSpan[], project: Project, fps: number): Map<string, number> {
  const moments = new Map<string, number>();
  const name = (label: string, frame: number) => void (moments.has(label) || moments.set(label, frame));
  for (const span of spans) {
    name(span.name, span.startFrame);
    for (const beat of project.scenes.find(scene => scene.name === span.name)?.narration?.beats ?? []) {
      const frame = span.startFrame + Math.round(beat.seconds * fps);
      name(`${span.name}:${beat.name}`, frame);
      name(beat.name, frame);
    }
  }
  return moments;
}
