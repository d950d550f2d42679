/**
 * A sound as upright bars that can be parted into chunks: the tokens of speech.
 */
import {colorSignal, initial, nodeName, parser, signal} from '@motion-canvas/2d';
import type {Node, NodeProps} from '@motion-canvas/2d';
import {BBox, linear, Vector2} from '@motion-canvas/core';
import type {ColorSignal, PossibleColor, Signal, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, thereAndBack, type Easing} from '../math/easing';
import {seededRandom} from '../math/seededRandom';
import {theme} from '../theme/theme';
import {Figure} from './Figure';
import {finiteNumbers} from './guards';
import {laggedShares} from './laggedShares';
import {numberSignal} from './pointSignal';

export interface WaveformBarsProps extends NodeProps {
  /** Loudness of each bar, 0 to 1. */
  values: SignalValue<ArrayLike<number>>;
  /** Width of the whole drawing in pixels while it is one piece, default 1080. */
  width?: SignalValue<number>;
  /** Height of a bar of loudness 1 in pixels, default 220. */
  height?: SignalValue<number>;
  /** Bars in a chunk, at least 1; default 5. */
  chunk?: SignalValue<number>;
  /** Pixels of air between chunks, default 0. */
  spread?: SignalValue<number>;
  color?: SignalValue<PossibleColor>;
  lightColor?: SignalValue<PossibleColor>;
  /** How far the bars have grown, from the left, 0 to 1; default 1. */
  grown?: SignalValue<number>;
  /** Time of a light that visits the chunks one after another, 0 to 1; default 0. */
  progress?: SignalValue<number>;
}

/**
 * A sound as bars around a middle line, centred on the node.
 *
 * @throws RangeError 'Cannot draw WaveformBars: "values" holds NaN at index 3'
 * @example
 * <WaveformBars ref={speech} values={illustrativeSpeech(100)} />;
 * yield* speech().grow(1);
 * yield* speech().spread(18, 1);  // parts into chunks of 5
 * yield* speech().flash(2);       // each chunk lights up in turn
 * yield* model().swallow(speech().slices(view));  // one chunk after another
 */
@nodeName('WaveformBars')
export class WaveformBars extends Figure {
  @initial([])
  @parser((values: ArrayLike<number>) => finiteNumbers('WaveformBars', 'values', values))
  @signal()
  public declare readonly values: Signal<ArrayLike<number>, readonly number[], this>;

  @initial(1080)
  @numberSignal()
  public declare readonly width: SimpleSignal<number, this>;

  @initial(220)
  @numberSignal()
  public declare readonly height: SimpleSignal<number, this>;

  @initial(5)
  @numberSignal()
  public declare readonly chunk: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly spread: SimpleSignal<number, this>;

  @initial(() => theme().data)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(() => theme().highlight)
  @colorSignal()
  public declare readonly lightColor: ColorSignal<this>;

  @initial(1)
  @numberSignal()
  public declare readonly grown: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly progress: SimpleSignal<number, this>;

  public constructor(props: WaveformBarsProps) {
    super(props);
  }

  /** Lets the bars grow from the middle line, left to right. */
  public *grow(seconds = 1.2, easing: Easing = smooth): ThreadGenerator {
    this.grown(0);
    yield* this.grown(1, seconds, easing);
  }

  /** Each chunk lights up in turn. */
  public *flash(seconds = 2): ThreadGenerator {
    this.progress(0);
    yield* this.progress(1, seconds, linear);
  }

  /** Middle of a chunk in the node's own pixels. */
  public chunkAt(index: number): Vector2 {
    const last = Math.min(this.values().length, (index + 1) * this.perChunk()) - 1;
    return new Vector2((this.barX(index * this.perChunk()) + this.barX(last)) / 2, 0);
  }

  /**
   * Puts each chunk into `parent` as a sound of its own that stands where the chunk stands: they can go their own ways.
   *
   * @returns in the order of time; this drawing stays as it is
   */
  public slices(parent: Node): WaveformBars[] {
    return Array.from({length: this.chunks()}, (_, index) => {
      const values = this.values().slice(index * this.perChunk(), (index + 1) * this.perChunk());
      const slice = new WaveformBars({values, width: values.length * this.slot(), height: this.height(), chunk: values.length, color: this.color(), lightColor: this.lightColor()});
      parent.add(slice);
      slice.absolutePosition(this.chunkAt(index).transformAsPoint(this.localToWorld())).absoluteScale(this.absoluteScale());
      return slice;
    });
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    const values = this.values();
    const chunks = this.chunks();
    const share = laggedShares(values.length, 0.04, clamp01(this.grown()));
    const progress = clamp01(this.progress());
    const clock = progress * ((chunks - 1) * 0.5 + 1);
    const [color, light] = [this.color(), this.lightColor()];
    const thick = this.slot() * 0.62;
    // The rest steps back while the light is about, so that it is seen on any palette.
    const dimmed = 0.6 * smooth(clamp01(12 * progress)) * smooth(clamp01(12 * (1 - progress)));
    context.save();
    const alpha = context.globalAlpha;
    values.forEach((value, index) => {
      const tall = Math.max(thick, clamp01(value) * this.height()) * share(index);
      if (tall <= 0.1) return;
      const lit = progress === 0 || progress === 1 ? 0 : thereAndBack(clock - Math.floor(index / this.perChunk()) * 0.5);
      context.fillStyle = color.lerp(light, lit, 'lab').serialize();
      context.globalAlpha = alpha * (1 - dimmed * (1 - lit));
      context.beginPath();
      context.roundRect(this.barX(index) - thick / 2, -tall / 2, thick, tall, Math.min(thick, tall) / 2);
      context.fill();
    });
    context.restore();
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    const wide = this.width() + Math.max(0, this.chunks() - 1) * Math.max(0, this.spread());
    return BBox.fromSizeCentered(new Vector2(wide, this.height())).expand(4);
  }

  private perChunk(): number {
    return Math.max(1, Math.round(this.chunk()));
  }

  private chunks(): number {
    return Math.ceil(this.values().length / this.perChunk());
  }

  private slot(): number {
    return this.width() / Math.max(1, this.values().length);
  }

  private barX(index: number): number {
    const parted = (Math.floor(index / this.perChunk()) - (this.chunks() - 1) / 2) * this.spread();
    return (index + 0.5 - this.values().length / 2) * this.slot() + parted;
  }
}

/**
 * A loudness curve that looks like a few spoken words: illustrative, the same for a seed.
 *
 * @param count - number of bars
 * @param seed - which curve
 * @returns values from 0.06 to 1
 */
export function illustrativeSpeech(count: number, seed: string | number = 'speech'): number[] {
  const random = seededRandom(`waveform/${seed}`);
  const syllables = Array.from({length: Math.max(1, Math.round(count / 9))}, (_, index) => ({
    at: (index + random.uniform(0.25, 0.75)) * 9,
    wide: random.uniform(2, 4),
    loud: random.uniform(0.35, 1),
  }));
  return Array.from({length: count}, (_, index) => {
    const loud = syllables.reduce((sum, {at, wide, loud: peak}) => sum + peak * Math.exp(-(((index - at) / wide) ** 2)), 0);
    return Math.min(1, 0.06 + 0.94 * loud * random.uniform(0.55, 1));
  });
}
