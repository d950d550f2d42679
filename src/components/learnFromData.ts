/** Numbers that settle while words rain through them: weights are learned from text, not made. */
import {initial, nodeName, type NodeProps} from '@motion-canvas/2d';
import {all, BBox, linear, Vector2, type SimpleSignal, type ThreadGenerator} from '@motion-canvas/core';
import {thereAndBack} from '../math/easing';
import {seededRandom} from '../math/seededRandom';
import {lagShare} from '../motion/laggedStart';
import {theme} from '../theme/theme';
import {Figure} from './Figure';
import type {NumericMatrix} from './NumericMatrix';
import type {Table} from './NumberGrid';
import {numberSignal} from './pointSignal';
import {drawRuns, faceWidth} from './textRuler';

export interface LearnOptions {
  /** Default 3 s. */
  readonly seconds?: number;
  /** The same seed gives the same rain. Required. */
  readonly seed: string | number;
  /** What rains, default the word "data". Snippets of a real text say more. */
  readonly words?: readonly string[];
  /** What the numbers settle on; default seeded random ones. */
  readonly values?: Table;
  /** How many words fall, default 50. */
  readonly count?: number;
}

/**
 * Lets words fall through a matrix while its numbers change.
 *
 * duration = `seconds`; the words leave nothing behind, the numbers keep their new values.
 *
 * @example yield* learnFromData(W(), {seed: 'W_E', words: sentence.split(' '), values: trained});  // 3.0 s
 */
export function* learnFromData(matrix: NumericMatrix, options: LearnOptions): ThreadGenerator {
  const {seconds = 3, seed, words = ['data'], values, count = 50} = options;
  const rain = new WordRain({room: () => ({width: matrix.width(), height: matrix.height()}), drops: dropsOf(words, count, seed), fontSize: matrix.fontSize() * 0.9});
  matrix.add(rain);
  const change = values === undefined ? matrix.randomise({seed, seconds}) : matrix.become(values, seconds);
  try {
    yield* all(rain.progress(1, seconds, linear), change);
  } finally {
    rain.remove();
  }
}

/** One falling word: where it is in the middle of its fall, as shares of the room from its middle. */
interface Drop {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Words on a jittered grid of five columns, in a random order of falling. */
function dropsOf(words: readonly string[], count: number, seed: string | number): readonly Drop[] {
  if (words.length === 0) return [];
  const random = seededRandom(seed).fork('rain');
  const rows = Math.max(1, Math.ceil(count / 5));
  const drops = Array.from({length: count}, (_, i) => ({
    text: words[i % words.length],
    x: ((i % 5) + 0.5) / 5 - 0.5 + random.uniform(-0.06, 0.06),
    y: ((Math.floor(i / 5) + 0.5) / rows - 0.5) * 0.8 + random.uniform(-0.04, 0.04),
  }));
  return random.shuffled(drops);
}

interface WordRainProps extends NodeProps {
  room: () => {readonly width: number; readonly height: number};
  drops: readonly Drop[];
  fontSize: number;
}

@nodeName('WordRain')
class WordRain extends Figure {
  @initial(0)
  @numberSignal()
  public declare readonly progress: SimpleSignal<number, this>;

  private readonly plain: Omit<WordRainProps, keyof NodeProps>;

  public constructor({room, drops, fontSize, ...props}: WordRainProps) {
    super(props);
    this.plain = {room, drops, fontSize};
  }

  protected override plainProps(): Record<string, unknown> {
    return {...this.plain};
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    const {room, drops, fontSize} = this.plain;
    const {width, height} = room();
    const face = {family: theme().textFont, cjkFamily: theme().cjkFont, size: fontSize, weight: 400};
    context.save();
    context.fillStyle = theme().data;
    const strength = context.globalAlpha;
    drops.forEach(({text, x, y}, i) => {
      const share = lagShare(this.progress(), i, drops.length, 0.06);
      context.globalAlpha = strength * 0.8 * thereAndBack(share);
      if (context.globalAlpha <= 0) return;
      const fall = (share - 0.5) * 1.6 * fontSize;
      drawRuns(context, face, text, x * width + 0.3 * fall - faceWidth(face, text) / 2, y * height + fall, theme().background);
    });
    context.restore();
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    const {width, height} = this.plain.room();
    return BBox.fromSizeCentered(new Vector2(width, height)).expand(4 * this.plain.fontSize);
  }
}
