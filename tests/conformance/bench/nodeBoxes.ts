/** Reads the boxes of all laid-out nodes of a scene; the same code runs in the browser and in Node. */
import type {NodeBox} from './shot';

interface SceneLike {
  execute<T>(read: () => T): T;
  getView(): NodeLike;
}

interface NodeLike {
  readonly element?: {getBoundingClientRect(): {x: number; y: number; width: number; height: number}};
  children(): readonly NodeLike[];
  isLayoutRoot?(): boolean;
  parentTransform?(): NodeLike | null;
}

/** Boxes in tree order, the view's first. */
export function nodeBoxes(scene: unknown): NodeBox[] {
  const {execute, getView} = scene as SceneLike;
  return execute.call(scene, () => {
    const boxes: NodeBox[] = [];
    const visit = (node: NodeLike): void => {
      if (node.element) boxes.push(boxOf(node));
      node.children().forEach(visit);
    };
    visit(getView.call(scene));
    return boxes;
  }) as NodeBox[];
}

function boxOf(node: NodeLike): NodeBox {
  const {x, y, width, height} = node.element!.getBoundingClientRect();
  const around = node.isLayoutRoot?.() === false ? node.parentTransform?.()?.element?.getBoundingClientRect() : undefined;
  return around ? [x - around.x, y - around.y, width, height] : [0, 0, width, height];
}
