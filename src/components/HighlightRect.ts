/** A frame around the one thing to look at. */
import {colorSignal, initial, nodeName, Node, Rect, signal, type RectProps} from '@motion-canvas/2d';
import {BBox, createSignal, tween, Vector2, type ColorSignal, type PossibleColor, type SignalValue, type SimpleSignal, type ThreadGenerator} from '@motion-canvas/core';
import {smooth, thereAndBack} from '../math/easing';
import {passingFlash} from '../motion/passingFlash';
import {boxIn} from '../motion/ghost';
import {theme} from '../theme/theme';
import {seconds as durations} from '../theme/timing';
import {numberSignal} from './pointSignal';

/** What a frame goes round: a node, or a box in the pixels of the frame's parent, which may move. */
export type FrameTarget = Node | BBox | (() => BBox);

export interface HighlightRectProps extends Omit<RectProps, 'fill' | 'stroke'> {
  around?: FrameTarget;
  /** Air between the thing and the frame, pixels, default 10. */
  air?: SignalValue<number>;
  /** Default the theme's `highlight`. */
  color?: SignalValue<PossibleColor>;
  /** Opacity of the tint inside, default 0. */
  tinted?: SignalValue<number>;
}

/**
 * A rounded frame that follows what it frames.
 *
 * It reads the box anew for every frame, so it stays on a thing that moves or grows.
 *
 * @throws TypeError 'Cannot draw HighlightRect: "around" takes a node or a box'
 * @example
 * <HighlightRect ref={frame} around={() => W().inParent(W().rowBox(0))} />
 * yield* frame().trace();                       // 0.4 s
 * yield* frame().moveAround(word);              // 1.0 s
 * yield* frame().run();                         // 1.0 s, a glow runs round it
 */
@nodeName('HighlightRect')
export class HighlightRect extends Rect {
  @initial(() => theme().highlight)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(10)
  @numberSignal()
  public declare readonly air: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly tinted: SimpleSignal<number, this>;

  @initial(null)
  @signal()
  public declare readonly target: SimpleSignal<(() => BBox) | null, this>;

  public constructor({around, ...props}: HighlightRectProps) {
    super({radius: 10, lineWidth: 4, ...props});
    this.stroke(() => this.color());
    this.fill(() => this.color().alpha(this.tinted()));
    if (around !== undefined) this.frame(around);
  }

  /** Puts the frame around something else at once. */
  public frame(around: FrameTarget): void {
    const box = this.boxReader(around);
    this.target(() => box);
    this.position(() => box().center);
    this.size(() => box().size.add(2 * this.air()));
  }

  /** Draws the frame from its top left corner. */
  public *trace(seconds: number = durations.short): ThreadGenerator {
    this.end(0);
    yield* this.end(1, seconds, smooth);
  }

  /** Glides over to something else and stays on it. */
  public *moveAround(around: FrameTarget, seconds: number = durations.standard): ThreadGenerator {
    const read = this.boxReader(around);
    const [start, size] = [this.position(), this.size()];
    yield* tween(seconds, share => {
      const t = smooth(share);
      const box = read();
      this.position(Vector2.lerp(start, box.center, t));
      this.size(Vector2.lerp(size, box.size.add(2 * this.air()), t));
    });
    this.frame(around);
  }

  /** Lets a glow run round the frame. */
  public *run(seconds: number = durations.standard): ThreadGenerator {
    yield* passingFlash(this, {seconds, color: this.color(), width: this.lineWidth() * 1.6, timeWidth: 0.6});
  }

  /** Tints the inside and clears it again. */
  public *pulse(seconds: number = durations.standard, strength = 0.35): ThreadGenerator {
    const before = this.tinted();
    yield* tween(seconds, share => this.tinted(before + (strength - before) * thereAndBack(share)));
    this.tinted(before);
  }

  private boxReader(around: FrameTarget): () => BBox {
    if (around instanceof Node) return () => boxIn(this.parent() ?? this.view(), around);
    if (typeof around === 'function') return around;
    if (around instanceof BBox) return () => around;
    throw new TypeError('Cannot draw HighlightRect: "around" takes a node or a box');
  }
}

/**
 * Lets a glow run once round a thing, without leaving a frame.
 *
 * duration = `seconds`.
 *
 * @param thing - a node in the scene
 * @example yield* runningOutline(title)  // 1.0 s
 */
export function* runningOutline(thing: Node, {seconds = 1, color = theme().highlight, air = 14, width = 5}: {seconds?: number; color?: PossibleColor; air?: number; width?: number} = {}): ThreadGenerator {
  const ground = thing.parent() ?? thing.view();
  const outline = new Rect({radius: 10, layout: false});
  ground.add(outline);
  const box = createSignal(() => boxIn(ground, thing));
  outline.position(() => box().center);
  outline.size(() => box().size.add(2 * air));
  try {
    yield* passingFlash(outline, {seconds, color, width, timeWidth: 1});
  } finally {
    outline.remove();
  }
}
