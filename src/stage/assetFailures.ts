/**
 * Assets that could not be loaded, told at the node that wanted them.
 *
 * Motion Canvas catches what an image throws while it is set up, logs it where no scene listens, and plays on with nothing.
 * So the façades report here, and the driver asks after each step.
 */
import type {Node} from '@motion-canvas/2d';
import type {Scene} from '@motion-canvas/core';
import {AuthorError, isAuthorError} from '../author/authorError';
import {nodePath} from '../author/nodePath';
import {sourceOf} from '../author/nodeSources';
import {PAGE_ORIGIN} from './image/assetFile';

type TwoD = typeof import('@motion-canvas/2d');

export interface AssetFailures {
  readonly remember: (error: unknown, address: string) => void;
  /** The first failure since this was last asked. */
  readonly take: (scene: Scene) => AuthorError | null;
}

/** Creates the list of one stage, and empties the pools that Motion Canvas keeps assets in: another project's are not ours. */
export function createAssetFailures(twoD: TwoD): AssetFailures {
  for (const Class of [twoD.Img, twoD.Video]) (Class as unknown as {pool: object}).pool = {};
  let first: {readonly error: unknown; readonly address: string} | null = null;
  return {
    remember(error, address) {
      first ??= {error, address};
    },
    take(scene) {
      if (first === null) return null;
      const {error, address} = first;
      first = null;
      const known = isAuthorError(error) ? error : undefined;
      return new AuthorError(known?.message ?? String((error as Error).message), {
        fix: known?.fix,
        exitCode: known?.exitCode,
        ...placeOf(scene, address),
        cause: error,
      });
    },
  };
}

/** The node whose source is that address; pictures loaded by hand belong to none. */
function placeOf(scene: Scene, address: string) {
  const view = (scene as unknown as {getView(): Node}).getView();
  const [node] = view.findAll((candidate): candidate is Node => {
    const source = (candidate as {src?: () => unknown}).src;
    return typeof source === 'function' && sameAddress(source.call(candidate), address);
  });
  return node && {at: sourceOf(node), node: nodePath(node)};
}

/** Motion Canvas adds a time stamp to addresses of its own page. */
function sameAddress(source: unknown, address: string): boolean {
  if (typeof source !== 'string') return false;
  if (source === address) return true;
  const [a, b] = [new URL(source, PAGE_ORIGIN), new URL(address, PAGE_ORIGIN)];
  return a.origin === b.origin && a.pathname === b.pathname;
}
