/** How a finding names what it is about: as the author wrote it. */
import type {Node} from '@motion-canvas/2d';
import type {SourcePosition} from '../author/authorError';
import {sourceOf} from '../author/nodeSources';
import type {DrawnItem} from './drawnItems';

/** @example nameOf(item)  // '<Txt> "lighthouse"' */
export function nameOf({node, run}: Pick<DrawnItem, 'node' | 'run'>): string {
  const tag = `<${tagOf(node)}>`;
  if (run === undefined) return tag;
  const text = run.text.trim();
  return `${tag} "${text.length > 40 ? `${text.slice(0, 39)}…` : text}"`;
}

/** Leaves of text carry no name of their own. */
function tagOf(node: Node): string {
  const name = node.constructor.name;
  return name === 'TxtLeaf' ? 'Txt' : name;
}

/** Where a node, or the nearest one around it, was written. */
export function placeOf(node: Node): SourcePosition | undefined {
  for (let around: Node | null = node; around !== null; around = around.parent()) {
    const at = sourceOf(around);
    if (at) return at;
  }
  return undefined;
}
