/** What running scenes once tells of them. In: a film that is loaded. Out: spans, beats, sounds and warnings as plain data. */
import type {Film, SceneSpan} from '../timeline/film';
import {sourceOfStack} from '../timeline/filmError';
import type {Measurement, MeasuredScene} from './messages';
import type {Measured, Pool} from './pool';

/**
 * Runs a scene, or all of them on one clock.
 *
 * @throws AuthorError for a scene that fails
 */
export async function measurementOf(film: Film, scene: MeasuredScene): Promise<Measurement> {
  if (scene === null) await film.measure();
  const spans: readonly SceneSpan[] = scene === null ? film.sceneSpans : [await film.measureScene(scene)];
  const beats = spans.flatMap(({name}) =>
    film.reachedBeats(name).map(beat => ({scene: name, name: beat.name, seconds: beat.seconds, at: sourceOfStack(beat.stack, film.project)})),
  );
  // The clock of a scene that ran alone begins with it.
  const sounds = scene === null ? film.sounds : film.soundsOf(scene, 0);
  const warnings = film.warnings.filter(({moment}) => spans.some(({name}) => name === moment.scene));
  return {settings: film.settings, spans, beats, sounds, warnings};
}

/** Measures in this process, one scene after another: for commands that draw here, too. */
export function measuringIn(film: Film): Pick<Pool, 'measure'> {
  return {
    async measure(scenes, {isEnough}) {
      const found: Measured[] = [];
      for (const scene of scenes) {
        found.push(await measurementOf(film, scene).then(measurement => ({measurement}), (error: unknown) => ({error})));
        if ('error' in found.at(-1)! || isEnough(found)) break;
      }
      return found;
    },
  };
}
