/**
 * Remembers where in the author's file each node was written. Filled by the JSX runtime inside the scene's bundle, read
 * by the tool outside it: both hold their own copy of this module, so the memory itself hangs on the global object.
 */
import type {SourcePosition} from './authorError';

const memory = Symbol.for('lectern.nodeSources');

function sources(): WeakMap<object, SourcePosition> {
  const world = globalThis as {[memory]?: WeakMap<object, SourcePosition>};
  return (world[memory] ??= new WeakMap());
}

/**
 * Remembers where a node was written. The first place stays: a node that a component of the author's hands on was
 * written inside that component.
 */
export function rememberSource(node: object, at: SourcePosition): void {
  if (!sources().has(node)) sources().set(node, at);
}

/**
 * Tells where a node was written.
 *
 * @param node - a node of a scene
 * @returns file, line and column of its JSX tag; undefined for a node made with `new`, or inside a component
 */
export function sourceOf(node: object): SourcePosition | undefined {
  return sources().get(node);
}
