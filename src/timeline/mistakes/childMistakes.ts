/** Nodes that are given to two parents, or twice to one: a node is in one place, and the author meant two. */
import type {Node} from '@motion-canvas/2d';

export interface ChildSuspicion {
  readonly kind: 'twice' | 'taken';
  readonly frame: number;
  readonly node: Node;
  readonly parent: Node;
  /** Where the node was until then; for `twice` the same parent. */
  readonly formerParent: Node;
  readonly made: Error;
}

export class ChildMistakes {
  private readonly givenAt = new WeakMap<Node, number>();
  private readonly found: ChildSuspicion[] = [];
  private open: ChildSuspicion[] = [];

  public constructor(private readonly frame: () => number) {}

  public childrenGiven(parent: Node, children: readonly Node[], how: 'added' | 'written'): void {
    const seen = new Set<Node>();
    for (const node of children) {
      const former = node.parent.context.raw() as Node | null;
      const isListedTwice = seen.has(node);
      // Children that are written again replace the ones before; added ones come to those that are there.
      if (isListedTwice || (how === 'added' && former === parent)) this.found.push(this.suspicion('twice', node, parent, parent));
      else if (former && former !== parent && this.givenAt.get(node) === this.frame()) this.open.push(this.suspicion('taken', node, parent, former));
      seen.add(node);
      this.givenAt.set(node, this.frame());
    }
  }

  /** Components wrap the children that they are given: only what the former parent has lost for good counts. */
  public frameEnded(): void {
    const lost = this.open.filter(({node, parent, formerParent}) => node.parent() === parent && isInView(formerParent) && !isIn(node, formerParent));
    this.found.push(...lost);
    this.open = [];
  }

  public suspicions(): readonly ChildSuspicion[] {
    return this.found;
  }

  private suspicion(kind: ChildSuspicion['kind'], node: Node, parent: Node, formerParent: Node): ChildSuspicion {
    return {kind, frame: this.frame(), node, parent, formerParent, made: new Error()};
  }
}

/** Whether a node hangs in the tree that is drawn. */
export function isInView(node: Node): boolean {
  return isIn(node, (node as unknown as {view2D: Node}).view2D);
}

function isIn(node: Node, ancestor: Node): boolean {
  for (let at: Node | null = node; at; at = at.parent()) if (at === ancestor) return true;
  return false;
}
