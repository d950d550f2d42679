/** Parts of a figure that were handed out as nodes of their own: each is made once, and kept by its name. */
import type {Node} from '@motion-canvas/2d';

export class HandedParts {
  private readonly nodes = new Map<string, Node>();

  /**
   * The part of a name, made on the first call.
   *
   * @param make - makes the node and puts it where it belongs
   */
  public take<T extends Node>(name: string, make: () => T): T {
    const known = this.nodes.get(name);
    if (known !== undefined) return known as T;
    const node = make();
    this.nodes.set(name, node);
    return node;
  }

  /** Whether a part draws itself now: it was handed out and has not been removed from its figure. */
  public stands(name: string, figure: Node): boolean {
    return this.nodes.get(name)?.parent() === figure;
  }
}
