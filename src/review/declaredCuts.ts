/** Hears the cuts that scenes declare with `cut()`. */
import type {Node} from '@motion-canvas/2d';

/** What a frame cuts: everything, or these nodes with all that is in them. */
export type Cut = 'all' | ReadonlySet<Node>;

/** The same symbol as in motion/cut.ts, which is bundled with the scenes. */
const listener = Symbol.for('lectern.cut');

const nothing: ReadonlySet<Node> = new Set();

/** Listens from now on. @returns what was cut since it was last asked, and a way to stop */
export function hearCuts(): {take(): Cut; stop(): void} {
  let heard: 'all' | Set<Node> | null = null;
  const world = globalThis as {[listener]?: (nodes: readonly Node[]) => void};
  world[listener] = nodes => {
    if (nodes.length === 0 || heard === 'all') heard = 'all';
    else heard = new Set([...(heard ?? []), ...nodes]);
  };
  return {
    take() {
      const taken = heard ?? nothing;
      heard = null;
      return taken;
    },
    stop() {
      delete world[listener];
    },
  };
}

/** Whether a node is cut. */
export function isCut(cut: Cut, node: Node): boolean {
  if (cut === 'all') return true;
  if (cut.size === 0) return false;
  for (let around: Node | null = node; around !== null; around = around.parent()) if (cut.has(around)) return true;
  return false;
}
