/**
 * What all drawn figures share: parts of their own, honest clones, and the box they draw in.
 */
import {Node} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import {BBox} from '@motion-canvas/core';
import type {Promisable, ThreadGenerator} from '@motion-canvas/core';
import type {XY} from './coordinates';
import {drawsFromSignals} from './drawsFromSignals';

// Whoever writes a figure draws with these: one import brings both.
export {boxAround, faded, tracePath} from './canvasDrawing';

/**
 * A step of an animation that hands something back: `const copy = yield* arrow.copyTo([1, 2])`.
 *
 * It is a ThreadGenerator too, so that `all()` takes it: hence what it returns must also pass for nothing.
 */
// What comes back into a thread depends on what it waited for, so the last type is open, as in Motion Canvas itself.
export type Task<T> = Generator<ThreadGenerator | Promise<any> | Promisable<any> | void, T & void, any>;

/** Types what a {@link Task} returns. */
export function handBack<T>(value: T): T & void {
  return value as T & void;
}

/**
 * A node that draws itself and may hold parts of its own, such as labels.
 *
 * Parts are made by the constructor, so a clone makes its own and must not be handed copies of its model's.
 */
export abstract class Figure extends Node {
  /** Tells a renderer that pictures stand while no signal changes: what figures draw is read from signals alone. */
  public static readonly [drawsFromSignals] = true;

  // Not initialised here: Node's constructor already runs code of subclasses that asks for it.
  private declare ownParts: Set<Node> | undefined;

  protected constructor(props: NodeProps) {
    super(props);
  }

  /** Adds a node that belongs to the figure itself, above what the author put in it. */
  protected addPart<T extends Node>(part: T): T {
    (this.ownParts ??= new Set()).add(part);
    this.add(part);
    return part;
  }

  /** What the author put into the figure. */
  public guests(): Node[] {
    return this.children().filter(child => !this.ownParts?.has(child));
  }

  /** Constructor props that are no signals (functions, tables), for clones. */
  protected plainProps(): Record<string, unknown> {
    return {};
  }

  public override clone(customProps: NodeProps = {}): this {
    const children = this.guests().map(guest => guest.clone());
    return super.clone({...this.plainProps(), children, ...customProps} as NodeProps) as this;
  }

  public override snapshotClone(customProps: NodeProps = {}): this {
    const children = this.guests().map(guest => guest.snapshotClone());
    return super.snapshotClone({...this.plainProps(), children, ...customProps} as NodeProps) as this;
  }

  public override reactiveClone(customProps: NodeProps = {}): this {
    const children = this.guests().map(guest => guest.reactiveClone());
    return super.reactiveClone({...this.plainProps(), children, ...customProps} as NodeProps) as this;
  }

  /** Everything that the figure draws itself lies in this box, in its own pixels: half transparent ones are cut to it. */
  protected abstract drawnBox(): BBox;

  /** The outline that connectors end on, in its own pixels. */
  public border(): readonly XY[] {
    return this.drawnBox().corners;
  }

  protected override getCacheBBox(): BBox {
    return this.drawnBox();
  }
}
