/**
 * Keeps films with live text small and fast.
 *
 * `<Txt text={() => …} />` makes a new leaf node for every new text and never lets the old one go: 96 live numbers grow
 * the process by 15 MB a frame and slow each frame down more than the last. Here the leaf is kept and given the new text,
 * which is what `txt.text(() => …)` does already. The picture is the same.
 */
import type {Node, Txt} from '@motion-canvas/2d';

type TwoD = typeof import('@motion-canvas/2d');

interface TextLeaf extends Node {
  text(value: string): unknown;
}

interface TxtInside {
  readonly realChildren: readonly Node[];
  parseChildren(children: unknown): Node[];
}

const mended = new WeakSet<object>();

/** Puts the mend into one copy of Motion Canvas, once. */
export function reuseTextLeaves({Txt}: TwoD): void {
  const prototype = Txt.prototype as unknown as TxtInside;
  if (mended.has(prototype)) return;
  mended.add(prototype);
  const parseChildren = prototype.parseChildren;
  const reusable = new WeakMap<object, Node>();
  prototype.parseChildren = function (this: Txt & TxtInside, children) {
    const isLive = typeof children === 'string' && typeof this.children.context.raw() === 'function';
    const leaf = reusable.get(this);
    if (isLive && leaf && this.realChildren.length === 1 && this.realChildren[0] === leaf) {
      (leaf as TextLeaf).text(children);
      return [leaf];
    }
    const parsed = parseChildren.call(this, children);
    if (isLive && parsed.length === 1) reusable.set(this, parsed[0]);
    return parsed;
  };
}
