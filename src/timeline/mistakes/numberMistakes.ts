/** Properties of nodes that are set to something that is no number, while the line that set them is still on the stack. */
import type {Node} from '@motion-canvas/2d';
import {isInView} from './childMistakes';
import type {Signal} from './sceneListener';
import type {HeardChain} from './tweenMistakes';

export interface NumberSuspicion {
  readonly kind: 'nan';
  readonly frame: number;
  readonly node: Node;
  readonly property: string;
  /** Whether the node and all in it would vanish from the picture; otherwise Motion Canvas leaves the property out. */
  readonly hidesNode: boolean;
  readonly chain?: HeardChain;
  readonly made: Error;
}

interface Pending {
  readonly signal: Signal;
  readonly chain?: HeardChain;
  readonly made: Error;
}

const PLACING = /^(x|y|scale|skew|rotation|opacity)\b/;

export class NumberMistakes {
  private pending: Pending[] = [];
  private readonly found: NumberSuspicion[] = [];

  public constructor(
    private readonly frame: () => number,
    private readonly currentChain: () => HeardChain | undefined,
  ) {}

  public valueSet(signal: Signal, value: unknown): void {
    if (typeof value === 'number' && Number.isNaN(value)) this.pending.push({signal, chain: this.currentChain(), made: new Error()});
  }

  /** What was put right within the frame is never seen. */
  public frameEnded(): void {
    for (const {signal, chain, made} of this.pending) {
      const node = (signal as unknown as {owner?: Node}).owner;
      if (!node || !('view2D' in node) || !Number.isNaN(signal.raw()) || !isInView(node)) continue;
      const property = propertyName(node, signal);
      if (this.found.some(other => other.node === node && other.property === property)) continue;
      this.found.push({kind: 'nan', frame: this.frame(), node, property, hidesNode: PLACING.test(property) && isShown(node), chain, made});
    }
    this.pending = [];
  }

  public suspicions(): readonly NumberSuspicion[] {
    return this.found;
  }
}

/** A node whose own opacity is what is wrong counts as shown. */
function isShown(node: Node): boolean {
  for (let at = node.parent(); at; at = at.parent()) if (at.opacity() === 0) return false;
  return node.opacity() !== 0;
}

/** What an author calls a signal of a node: `x`, `scale.x`, `lineWidth`. */
export function propertyName(node: Node, signal: Signal): string {
  for (const name of Object.keys((node as unknown as {properties: object}).properties)) {
    // A property that nobody has asked for yet is made by asking, which only its scene may do.
    const property = Object.getOwnPropertyDescriptor(node, name)?.value as {context?: Signal & {signals?: readonly (readonly [string, {context: Signal}])[]}} | undefined;
    const context = property?.context;
    if (context === signal) return name;
    const part = context?.signals?.find(([, {context: inner}]) => inner === signal)?.[0];
    if (part !== undefined) return {position: part, size: {x: 'width', y: 'height'}[part] ?? part}[name] ?? `${name}.${part}`;
  }
  return 'a value';
}
