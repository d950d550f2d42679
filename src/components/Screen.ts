/** A 16:9 pane that shows a scene in small: a preview, an example, a picture within the picture. */
import {colorSignal, initial, Node, nodeName, signal} from '@motion-canvas/2d';
import type {LayoutProps, NodeProps} from '@motion-canvas/2d';
import {all, BBox, Vector2} from '@motion-canvas/core';
import type {ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, type Easing} from '../math/easing';
import {theme} from '../theme/theme';
import {frame} from '../theme/type';
import {BoxFigure, type Size} from './BoxFigure';
import {faded} from './Figure';
import {givenWidth} from './givenSize';
import {drawLine} from './lineOfText';
import {numberSignal} from './pointSignal';

/** The mark of classes whose content is a picture of a scene. */
const showsInSmall: unique symbol = Symbol.for('lectern.showsInSmall') as never;

export interface ScreenProps extends LayoutProps {
  /** Written over the pane; default nothing. */
  title?: SignalValue<string>;
  /** Default 36 px. */
  titleSize?: SignalValue<number>;
  /** Colour of the edge. */
  color?: SignalValue<PossibleColor>;
  /** Ground of the pane. */
  ground?: SignalValue<PossibleColor>;
  /** Strength of edge and title, 0 to 1; default 1. */
  framed?: SignalValue<number>;
}

const ownWidth = 640;
const edge = 4;

/**
 * A scene in small that can fill the picture: a pane, 640 px wide unless `width` says otherwise. What is put into it
 * is laid out as on a whole frame of 1920x1080, shown in small, and cut at the edge.
 *
 * @example
 * <Screen ref={preview} width={560} title="next chapter">
 *   <AttentionGrid keys={words} queries={words} scores={scores} />
 * </Screen>;
 * yield* preview().fillFrame();   // 2 s, the pane becomes the whole picture
 * yield* preview().leaveFrame();  // and goes back to its place
 */
@nodeName('Screen')
export class Screen extends BoxFigure {
  /** Tells a review that text in here is part of a picture, for as long as it is shown in small. */
  public static readonly [showsInSmall] = true;

  @initial('')
  @signal()
  public declare readonly title: SimpleSignal<string, this>;

  @initial(36)
  @numberSignal()
  public declare readonly titleSize: SimpleSignal<number, this>;

  @initial(() => theme().muted)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(() => theme().background)
  @colorSignal()
  public declare readonly ground: ColorSignal<this>;

  @initial(1)
  @numberSignal()
  public declare readonly framed: SimpleSignal<number, this>;

  /** The scene in the pane, in pixels of a whole frame: add to it what comes later. */
  public readonly content: Node;
  private home: {position: Vector2; width: number} | null = null;

  public constructor({children, ...props}: ScreenProps) {
    super(props);
    this.content = this.addPart(new Node({children, scale: () => this.contentSize().width / frame.width}));
  }

  /** Lets the pane grow until it is the whole picture. The camera of the scene must stand still meanwhile. */
  public *fillFrame(seconds = 2, easing: Easing = smooth): ThreadGenerator {
    this.home = {position: this.position(), width: this.contentSize().width};
    const toParent = this.worldToParent().multiply(this.view().localToWorld());
    const middle = new Vector2(0, 0).transformAsPoint(toParent);
    const scale = Math.hypot(toParent.a, toParent.b) / Math.max(1e-6, this.scale.x());
    yield* all(
      this.position(middle, seconds, easing),
      this.width(frame.width * scale, seconds, easing),
      this.framed(0, seconds, easing),
    );
  }

  /** Lets the pane go back to where it stood before it filled the frame. */
  public *leaveFrame(seconds = 2, easing: Easing = smooth): ThreadGenerator {
    if (this.home === null) return;
    const {position, width} = this.home;
    yield* all(this.position(position, seconds, easing), this.width(width, seconds, easing), this.framed(1, seconds, easing));
  }

  public override guests(): Node[] {
    return [...this.content.children()];
  }

  protected override plainProps(): NodeProps & Record<string, unknown> {
    return {};
  }

  protected override contentSize(): Size {
    const width = givenWidth('Screen', this, ownWidth);
    return {width, height: (width * frame.height) / frame.width};
  }

  protected override overhang(): number {
    return this.title() === '' ? edge : this.titleSize() * 1.6;
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    const box = this.pane();
    if (!(box.width > 0)) return;
    context.save();
    context.beginPath();
    context.rect(box.x, box.y, box.width, box.height);
    context.fillStyle = this.ground().serialize();
    context.fill();
    context.clip();
    this.drawChildren(context);
    context.restore();
    faded(context, clamp01(this.framed()), () => this.drawFrame(context, box));
  }

  private drawFrame(context: CanvasRenderingContext2D, box: BBox): void {
    context.strokeStyle = this.color().serialize();
    context.lineWidth = edge;
    context.lineJoin = 'round';
    context.strokeRect(box.x - edge / 2, box.y - edge / 2, box.width + edge, box.height + edge);
    const fontSize = this.titleSize();
    const look = {fontSize, weight: 500, fill: theme().ink, align: 'center' as const};
    drawLine(context, this.title(), 0, box.y - fontSize * 0.9, look);
  }

  private pane(): BBox {
    const {width, height} = this.contentSize();
    return new BBox(-width / 2, -height / 2, width, height);
  }
}
