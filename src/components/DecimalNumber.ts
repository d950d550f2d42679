/** One number on its own: a value that is shown, counted and bound. */
import {colorSignal, initial, nodeName, signal, type LayoutProps} from '@motion-canvas/2d';
import type {ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {linear, type Easing} from '../math/easing';
import type {SignPolicy} from '../math/formatNumber';
import {theme} from '../theme/theme';
import {seconds as durations} from '../theme/timing';
import {BoxFigure, type Size} from './BoxFigure';
import {numberText} from './numberText';
import {numberSignal} from './pointSignal';
import {fontOf, halfCapital, textWidth} from './textRuler';

export interface DecimalNumberProps extends LayoutProps {
  value?: SignalValue<number>;
  /** Digits after the point, default 2. */
  decimals?: SignalValue<number>;
  /** When a sign is written, default `auto`: minus only. */
  sign?: SignalValue<SignPolicy>;
  /** Commas between thousands, default true. */
  grouping?: SignalValue<boolean>;
  /** Written after the number, as "%" or " words"; default none. */
  unit?: SignalValue<string>;
  /** The edge that stays where it is while digits come and go: `left`, `middle` (default), `right`. */
  edge?: 'left' | 'middle' | 'right';
  color?: SignalValue<PossibleColor>;
  /** Default 48 px. */
  fontSize?: SignalValue<number>;
  /** 400 (default) to 700. */
  fontWeight?: SignalValue<number>;
}

/**
 * A number in tabular digits with a true minus.
 *
 * Its box is as wide as its text; `edge` says which side of the box `position` holds.
 *
 * @throws RangeError 'Cannot draw DecimalNumber: "value" is NaN, it takes a finite number'
 * @example
 * <DecimalNumber ref={cost} value={0.105} decimals={3} edge="left" />
 * yield* cost().value(2.303, 2);         // 2.0 s, any easing
 * <DecimalNumber value={() => dot(a(), b())} sign="always" />
 */
@nodeName('DecimalNumber')
export class DecimalNumber extends BoxFigure {
  @initial(0)
  @numberSignal()
  public declare readonly value: SimpleSignal<number, this>;

  @initial(2)
  @numberSignal()
  public declare readonly decimals: SimpleSignal<number, this>;

  @initial('auto')
  @signal()
  public declare readonly sign: SimpleSignal<SignPolicy, this>;

  @initial(true)
  @signal()
  public declare readonly grouping: SimpleSignal<boolean, this>;

  @initial('')
  @signal()
  public declare readonly unit: SimpleSignal<string, this>;

  @initial(() => theme().ink)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  public constructor({edge, ...props}: DecimalNumberProps) {
    super({fontSize: 48, fontWeight: 400, ...(edge === undefined ? {} : {offsetX: offsets[edge]}), ...props});
  }

  /** What is written. */
  public text(): string {
    return numberText(this.value(), {decimals: this.decimals(), sign: this.sign(), grouping: this.grouping(), suffix: this.unit()});
  }

  /** Counts to a value at even speed. @example yield* total().countTo(175181291520, 3)  // 3.0 s */
  public *countTo(value: number, seconds: number = durations.standard, easing: Easing = linear): ThreadGenerator {
    yield* this.value(value, seconds, easing);
  }

  /** Counts from 0 up to the value it has. @example yield* count().countIn(2)  // 2.0 s */
  public *countIn(seconds: number = durations.standard, easing: Easing = linear): ThreadGenerator {
    const target = this.value();
    this.value(0);
    yield* this.value(target, seconds, easing);
  }

  protected override contentSize(): Size {
    return {width: textWidth(this.font(), this.text()), height: 1.2 * this.fontSize()};
  }

  protected override drawContent(context: CanvasRenderingContext2D): void {
    context.font = this.font();
    context.textAlign = 'left';
    context.textBaseline = 'alphabetic';
    context.fillStyle = this.color().serialize();
    context.fillText(this.text(), -textWidth(this.font(), this.text()) / 2, halfCapital * this.fontSize());
  }

  private font(): string {
    return fontOf(theme().numberFont, this.fontSize(), this.fontWeight());
  }
}

const offsets = {left: -1, middle: 0, right: 1} as const;

/**
 * A whole number grouped by thousands.
 *
 * @example <Integer ref={count} value={50257} /> … yield* count().countIn(2);
 */
@nodeName('Integer')
export class Integer extends DecimalNumber {
  public constructor(props: Omit<DecimalNumberProps, 'decimals'>) {
    super({decimals: 0, ...props});
  }
}
