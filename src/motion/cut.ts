/** A cut that is meant, said in the scene. */
import type {Node} from '@motion-canvas/2d';

/** Who looks for jumps sets this; nobody does in a render or in an editor. */
const listener = Symbol.for('lectern.cut');

/**
 * Says that the next lines cut: what they change at once is meant to change at once.
 *
 * Pictures do not hang on it. `lectern check` takes what jumps in this frame for a cut instead of a fault.
 *
 * @param nodes - what is cut, with all that is in it; default the whole picture
 * @example
 * cut(panel());
 * panel().position([0, 0]).scale(2);
 */
export function cut(...nodes: readonly Node[]): void {
  (globalThis as {[listener]?: (nodes: readonly Node[]) => void})[listener]?.(nodes);
}
