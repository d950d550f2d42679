/** Notices nodes whose composite operation reads what is under them. */
import type {Node} from '@motion-canvas/2d';

type TwoD = typeof import('@motion-canvas/2d');

export interface Composites {
  /** Set when such a node has been painted; cleared by whoever asks. */
  seen: boolean;
}

const watched = new WeakMap<object, Composites>();

/** Starts watching one copy of Motion Canvas. */
export function watchComposites({Node: NodeClass}: TwoD): Composites {
  const prototype = NodeClass.prototype as unknown as {setupDrawFromCache(context: CanvasRenderingContext2D): void};
  const known = watched.get(prototype);
  if (known) return known;
  const composites: Composites = {seen: false};
  watched.set(prototype, composites);
  const setup = prototype.setupDrawFromCache;
  prototype.setupDrawFromCache = function (this: Node & typeof prototype, context) {
    // Inside a cached group it meets the group alone; and the group is not painted anew each time, so it must not count.
    if (this.compositeOperation() !== 'source-over' && !this.findAncestor(isCached)) composites.seen = true;
    setup.call(this, context);
  };
  return composites;
}

const isCached = (node: Node): node is Node => (node as unknown as {requiresCache(): boolean}).requiresCache();
