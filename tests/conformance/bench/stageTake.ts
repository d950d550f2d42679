/** The same case on the stage, in this process. */
import {formatAuthorError} from '../../../src/author/formatAuthorError';
import {isAuthorError} from '../../../src/author/authorError';
import {openFilm} from '../../../src/timeline/film';
import {openProject} from '../../../src/timeline/openProject';
import {nodeBoxes} from './nodeBoxes';
import {momentsOf, SCENE_SETTINGS, type Case, type Shot, type Take} from './shot';

/** Draws `count` moments of a case; text is drawn as this system does, as Chromium does it. */
export async function stageTake({file, kind}: Case, count: number): Promise<Take> {
  try {
    const {project} = await openProject(file);
    const film = await openFilm(project, {textRenderer: 'system', ...(kind === 'scene' ? SCENE_SETTINGS : {})});
    const shots: Shot[] = [];
    for (const frame of momentsOf(film.frames, count)) {
      await film.draw(frame);
      shots.push({frame, pixels: Uint8Array.from(film.stage.pixels()), boxes: nodeBoxes(film.currentScene)});
    }
    const {width, height} = film.stage.canvas;
    return {width, height, frames: film.frames, shots};
  } catch (error) {
    const text = isAuthorError(error) ? formatAuthorError(error) : String((error as Error).stack);
    return {width: 0, height: 0, frames: 0, shots: [], error: text};
  }
}
