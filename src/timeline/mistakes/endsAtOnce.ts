/** A scene that never waits: it is built, and is over before a frame of it could be seen. */
import type {FilmMoment} from '../../author/authorError';
import type {SceneWarning} from './sceneWarning';

/** The warning for a scene without a frame; `file` is the scene's own, absolute. */
export function endsAtOnce(moment: FilmMoment, file: string | undefined): SceneWarning {
  return {
    rule: 'scene-ends-at-once',
    positions: file === undefined ? [] : [{file}],
    moment,
    message: `Scene "${moment.scene}" ends at once: it adds no frame to the film`,
    fix: 'give it time, for instance yield* waitFor(1); a film that is this scene alone is one picture',
  };
}
