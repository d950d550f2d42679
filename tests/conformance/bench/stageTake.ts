/** The same case on the stage: in this process, or in one that has drawn nothing before. */
import {fork} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import type {Canvas} from '@napi-rs/canvas';
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
      shots.push({frame, pixels: pixelsOf(film.stage.canvas), boxes: nodeBoxes(film.currentScene)});
    }
    const {width, height} = film.stage.canvas;
    return {width, height, frames: film.frames, shots};
  } catch (error) {
    const text = isAuthorError(error) ? formatAuthorError(error) : String((error as Error).stack);
    return {width: 0, height: 0, frames: 0, shots: [], error: text};
  }
}

/** Colours as the browser hands them out, not multiplied by their opacity; it matters where a film has no background. */
function pixelsOf(canvas: Canvas): Uint8Array {
  const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return new Uint8Array(data.buffer);
}

/**
 * Draws a case in a process of its own, as the browser does in a page of its own: what a project changes in Motion Canvas's
 * modules, such as the highlighter of all code, ends with it.
 */
export async function stageTakeApart(item: Case, count: number): Promise<Take> {
  const drawer = fork(fileURLToPath(import.meta.url), [DRAWER], {serialization: 'advanced'});
  drawer.send({item, count});
  const [answer] = (await Promise.race([once(drawer, 'message'), once(drawer, 'exit').then(() => [])])) as [Take?];
  if (answer === undefined) return {width: 0, height: 0, frames: 0, shots: [], error: 'the process that drew it has ended'};
  // A message's bytes lie anywhere in its buffer; whole pixels are read from multiples of four.
  return {...answer, shots: answer.shots.map(shot => ({...shot, pixels: Uint8Array.from(shot.pixels)}))};
}

/** The argument by which the bench knows that it is the process that draws. */
export const DRAWER = '--drawer';

/** Answers the one order that this process was started for. */
export function answerOrder(): void {
  process.once('message', ({item, count}: {item: Case; count: number}) => {
    void stageTake(item, count).then(take => process.send!(take, () => process.disconnect()));
  });
}
