/** Beats that a scene waits for although nothing says when they come: Motion Canvas goes on at once. */
import path from 'node:path';
import type {FilmMoment, SourcePosition} from '../../author/authorError';
import {didYouMean} from '../../author/nearNames';
import type {ProjectScene} from '../openProject';
import type {ReachedBeat} from '../sceneClock';
import type {SceneWarning} from './sceneWarning';

/** Where a scene's beats can be known from. */
export interface BeatSources {
  /** The scene's own file, absolute. */
  readonly file?: string;
  readonly narration?: ProjectScene['narration'];
  readonly momentAt: (seconds: number) => FilmMoment;
  readonly placeOf: (stack: string) => SourcePosition | undefined;
}

/** A warning for each beat of a scene that neither its narration nor a .meta file has. */
export function beatWarnings(reached: readonly ReachedBeat[], {file, narration, momentAt, placeOf}: BeatSources): SceneWarning[] {
  const names = narration?.beats.map(({name}) => name) ?? [];
  const text = narration?.file ?? file?.replace(/\.[jt]sx?$/, '.md');
  return reached.filter(({isTimed}) => !isTimed).map(({name, seconds, stack}) => {
    const place = placeOf(stack);
    return {
      rule: 'beat-unknown',
      positions: place ? [place] : [],
      moment: momentAt(seconds),
      message: `The beat "${name}" is not waited for: nothing says when it comes`,
      fix: didYouMean(name, names) ?? (names.length > 0 ? `the narration's beats are ${names.join(', ')}` : `write [${name}] before its words${text ? ` in ${path.basename(text)}` : ''}, or wait with waitFor(seconds)`),
    };
  });
}
