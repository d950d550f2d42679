/** Motion Canvas in this process: its two packages, and the state that its modules keep. */
import path from 'node:path';
import {pathToFileURL} from 'node:url';

export interface MotionCanvas {
  readonly core: typeof import('@motion-canvas/core');
  readonly twoD: typeof import('@motion-canvas/2d');
  /** The editor's default folder of the bundle, absolute. */
  readonly folder: string;
  /** Clears what a failed scene leaves behind in Motion Canvas's modules, so that it cannot poison the next one. */
  forgetFailure(): void;
}

/**
 * Imports a bundled Motion Canvas.
 *
 * Its modules look for a browser while they are imported (MathJax, CodeMirror) and behave differently if they find one:
 * the stage must be set after this.
 *
 * @param folder - the bundle's folder, absolute
 */
export async function loadMotionCanvas(folder: string): Promise<MotionCanvas> {
  const [core, twoD] = await Promise.all(
    ['core', '2d'].map(name => import(pathToFileURL(path.join(folder, name, 'index.js')).href)),
  );
  return {
    core,
    twoD,
    folder,
    forgetFailure() {
      const context = core.DependencyContext as {promises: unknown[]; collectionStack: unknown[]; collectionSet: Set<unknown>};
      context.promises = [];
      context.collectionStack.length = 0;
      context.collectionSet.clear();
    },
  };
}
