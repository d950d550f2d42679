/**
 * Lets a scene wait for nodes that have yet to make what they hold: `yield view.add(<Latex … />)`, `yield node`.
 *
 * Motion Canvas waits outside of the scene, where no node can be made: a text that is live, or a formula that is new, then
 * fails with "The scene is not available in the current context", or is silently left for later and logged. Here it collects
 * what it waits for inside the scene that the node belongs to.
 */
import type {Node} from '@motion-canvas/2d';

interface MotionCanvasModules {
  readonly core: typeof import('@motion-canvas/core');
  readonly twoD: typeof import('@motion-canvas/2d');
}

interface SceneInside {
  execute<T>(run: () => T): T;
  registerNode(node: Node, key?: string): unknown;
}

interface NodeInside {
  collectAsyncResources(): void;
  toPromise(): Promise<Node>;
}

const mended = new WeakSet<object>();
const scenes = new WeakMap<object, SceneInside>();

/** Puts the mend into one copy of Motion Canvas, once. */
export function collectInScene({core: {DependencyContext}, twoD: {Node, Scene2D}}: MotionCanvasModules): void {
  const prototype = Node.prototype as unknown as NodeInside;
  if (mended.has(prototype)) return;
  mended.add(prototype);
  const stage = Scene2D.prototype as unknown as SceneInside;
  const {registerNode} = stage;
  stage.registerNode = function (this: SceneInside, node, key) {
    scenes.set(node, this);
    return registerNode.call(this, node, key);
  };
  prototype.toPromise = async function (this: Node & NodeInside) {
    const scene = scenes.get(this);
    do {
      await DependencyContext.consumePromises();
      if (scene === undefined) this.collectAsyncResources();
      else scene.execute(() => this.collectAsyncResources());
    } while (DependencyContext.hasPromises());
    return this;
  };
}
