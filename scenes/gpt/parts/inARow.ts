/** Stands things side by side. */
import type {Layout} from '@motion-canvas/2d';

/** Places nodes from left to right with an even gap, the whole row centred on `x`. */
export function inARow(nodes: readonly Layout[], gap: number, x = 0): void {
  const widths = nodes.map(node => node.width() * node.scale.x());
  let left = x - (widths.reduce((sum, width) => sum + width, 0) + gap * (nodes.length - 1)) / 2;
  nodes.forEach((node, index) => {
    node.x(left + widths[index] / 2);
    left += widths[index] + gap;
  });
}
