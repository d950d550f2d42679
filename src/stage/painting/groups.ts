/** Tells nodes that only place what is in them, and may paint a shape of their own under it, from nodes that paint as a whole. */
import type {Camera, Node} from '@motion-canvas/2d';
import {ownDrawingOf} from '../canvas/ownDrawing';

type TwoD = typeof import('@motion-canvas/2d');

/** What is inside Motion Canvas's nodes (some of it protected) and is used to paint them in parts. */
export interface PaintNode {
  render(context: CanvasRenderingContext2D): void;
  transformContext(context: CanvasRenderingContext2D): void;
  draw(context: CanvasRenderingContext2D): void;
  drawChildren(context: CanvasRenderingContext2D): void;
  requiresCache(): boolean;
  sortedChildren(): PaintNode[];
  drawShape?(context: CanvasRenderingContext2D): void;
  clip?(): boolean;
}

export interface Inside {
  /** In painting order, at least one. */
  readonly children: readonly PaintNode[];
  /** Whether the node paints a shape before them. */
  readonly hasShape: boolean;
}

/**
 * Returns the test for one copy of Motion Canvas: what is inside a node, or null for a node that has to paint itself.
 *
 * Nodes are known by their methods, not by their class: a component that adds no drawing of its own is a group, too.
 */
export function groupsOf(twoD: TwoD): (node: PaintNode) => Inside | null {
  const isOwnDrawing = ownDrawingOf(twoD);
  const methods = ({prototype}: {readonly prototype: object}) => prototype as unknown as PaintNode;
  const [base, layout, shape, text, view, camera] = [twoD.Node, twoD.Layout, twoD.Shape, twoD.Txt, twoD.View2D, twoD.Camera].map(methods);

  const childrenOf = (node: PaintNode): readonly PaintNode[] => {
    if (node.drawChildren === base.drawChildren) return node.sortedChildren();
    if (node.drawChildren !== camera.drawChildren) return [];
    const scene = (node as unknown as Camera).scene() as unknown as PaintNode;
    return scene.drawChildren === base.drawChildren ? scene.sortedChildren() : [];
  };

  return node => {
    const {render, draw, transformContext} = node;
    if (render !== base.render && render !== view.render) return null;
    if (draw !== base.draw && draw !== layout.draw && draw !== shape.draw && draw !== text.draw) return null;
    if (transformContext !== base.transformContext && transformContext !== camera.transformContext) return null;
    if (isOwnDrawing(node as unknown as Node) || node.requiresCache()) return null;
    if ((draw === layout.draw || draw === shape.draw) && node.clip!()) return null;
    const children = childrenOf(node);
    return children.length > 0 ? {children, hasShape: draw === shape.draw} : null;
  };
}
