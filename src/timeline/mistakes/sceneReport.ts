/** What a scene says of itself with useLogger(): it is passed on, and does not stop the film, as in Motion Canvas's editor. */
import {pathToFileURL} from 'node:url';
import type {FilmMoment, SourcePosition} from '../../author/authorError';
import type {Project} from '../openProject';
import type {SceneWarning} from './sceneWarning';

/**
 * Whether a message was logged by a scene or a component, and not by Motion Canvas, whose errors end a scene.
 *
 * @param stack - of the moment at which it was logged
 */
export function isSceneReport(stack: string, {motionCanvas}: Pick<Project, 'motionCanvas'>): boolean {
  const lines = stack.split('\n');
  const caller = lines[lines.findLastIndex(line => /\bLogger\.\w+ \(/.test(line)) + 1];
  return caller !== undefined && caller.includes('file:') && !caller.includes(pathToFileURL(motionCanvas.folder).href);
}

/** The warning that passes it on. */
export function sceneReport(message: string, {moment, at}: {readonly moment: FilmMoment; readonly at: SourcePosition | undefined}): SceneWarning {
  return {
    rule: 'scene-reports',
    positions: at ? [at] : [],
    moment,
    message: `The scene reports: ${message}`,
    fix: 'look into what it tells of; the film is drawn all the same',
  };
}
