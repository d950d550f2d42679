/**
 * What all figures with a box share: they size themselves, so that they stand in a row or column of Motion Canvas's
 * layout and have edges (`top()`, `left()`), and they may own parts.
 */
import {Layout, type LayoutProps, type Node, type NodeProps} from '@motion-canvas/2d';
import {BBox, Vector2, type SerializedVector2} from '@motion-canvas/core';
import type {XY} from './coordinates';
import {drawsFromSignals} from './drawsFromSignals';

/** A size in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * A layout node that knows its own size and draws its own content, centred on its middle.
 *
 * Parts are made by the constructor, so a clone makes its own and must not be handed copies of its model's.
 */
export abstract class BoxFigure extends Layout {
  /** Tells a renderer that pictures stand while no signal changes: what figures draw is read from signals alone. */
  public static readonly [drawsFromSignals] = true;

  // Not initialised here: Node's constructor already runs code of subclasses that asks for it.
  private declare ownParts: Set<Node> | undefined;

  protected constructor(props: LayoutProps) {
    super({layout: false, ...props});
  }

  /** The size that the content takes, read from signals. */
  protected abstract contentSize(): Size;

  /** Draws the content around the middle; parts and guests are drawn over it. */
  protected drawContent(_context: CanvasRenderingContext2D): void {}

  /** How far drawing may reach past the box, in pixels: hanging signs, strokes. */
  protected overhang(): number {
    return 4;
  }

  /** Adds a node that belongs to the figure itself. */
  protected addPart<T extends Node>(part: T): T {
    (this.ownParts ??= new Set()).add(part);
    this.add(part);
    return part;
  }

  /** Removes a part again. */
  protected removePart(part: Node): void {
    this.ownParts?.delete(part);
    part.remove();
  }

  /** What the author put into the figure. */
  public guests(): Node[] {
    return this.children().filter(child => !this.ownParts?.has(child));
  }

  /** A box of the figure's own pixels, in the pixels of its parent: where another node may be put. */
  public inParent(box: BBox): BBox {
    return BBox.fromPoints(...box.transformCorners(this.localToParent()));
  }

  /** Constructor props that are no signals (functions, tables), for clones. */
  protected plainProps(): Record<string, unknown> {
    return {};
  }

  public override clone(customProps: NodeProps = {}): this {
    return super.clone({...this.plainProps(), children: this.guests().map(guest => guest.clone()), ...customProps} as NodeProps) as this;
  }

  public override snapshotClone(customProps: NodeProps = {}): this {
    const children = this.guests().map(guest => guest.snapshotClone());
    return super.snapshotClone({...this.plainProps(), children, ...customProps} as NodeProps) as this;
  }

  public override reactiveClone(customProps: NodeProps = {}): this {
    const children = this.guests().map(guest => guest.reactiveClone());
    return super.reactiveClone({...this.plainProps(), children, ...customProps} as NodeProps) as this;
  }

  protected override desiredSize(): SerializedVector2<number> {
    const {width, height} = this.contentSize();
    return {x: width, y: height};
  }

  protected override getCacheBBox(): BBox {
    return BBox.fromSizeCentered(this.computedSize()).expand(this.overhang());
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    context.save();
    this.drawContent(context);
    context.restore();
    super.draw(context);
  }
}

/** The middle of a box. */
export function middleOf(box: BBox): XY {
  return {x: box.x + box.width / 2, y: box.y + box.height / 2};
}

/** A box around a middle. */
export function boxAt(x: number, y: number, width: number, height: number): BBox {
  return new BBox(new Vector2(x - width / 2, y - height / 2), new Vector2(width, height));
}
