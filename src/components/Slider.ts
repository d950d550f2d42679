/** A number that is set by a knob on a track. */
import {colorSignal, initial, nodeName, signal, type LayoutProps} from '@motion-canvas/2d';
import type {ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, type Easing} from '../math/easing';
import {theme} from '../theme/theme';
import {seconds as durations} from '../theme/timing';
import {BoxFigure, type Size} from './BoxFigure';
import {numberText} from './numberText';
import {numberSignal} from './pointSignal';
import {fontOf, halfCapital, textWidth} from './textRuler';

export interface SliderProps extends LayoutProps {
  value?: SignalValue<number>;
  /** Ends of the track, default [0, 10]. */
  range?: SignalValue<readonly [number, number]>;
  /** Written before the number, as "T"; default none. */
  label?: SignalValue<string>;
  decimals?: SignalValue<number>;
  /** Length of the track in pixels, default 400. */
  length?: SignalValue<number>;
  color?: SignalValue<PossibleColor>;
  fontSize?: SignalValue<number>;
}

/**
 * A track with a knob; its label and number stand over the track.
 *
 * @throws RangeError 'Cannot draw Slider: "value" is NaN, it takes a finite number'
 * @example <Slider ref={T} label="T" value={1} range={[0, 10]} color={theme().temperature} /> … yield* T().slideTo(4, 2);
 */
@nodeName('Slider')
export class Slider extends BoxFigure {
  @initial(0)
  @numberSignal()
  public declare readonly value: SimpleSignal<number, this>;

  @initial([0, 10])
  @signal()
  public declare readonly range: SimpleSignal<readonly [number, number], this>;

  @initial('')
  @signal()
  public declare readonly label: SimpleSignal<string, this>;

  @initial(1)
  @numberSignal()
  public declare readonly decimals: SimpleSignal<number, this>;

  @initial(400)
  @numberSignal()
  public declare readonly length: SimpleSignal<number, this>;

  @initial(() => theme().highlight)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  public constructor(props: SliderProps) {
    super({fontSize: 40, ...props});
  }

  /** Moves the knob. */
  public *slideTo(value: number, seconds: number = durations.standard, easing: Easing = smooth): ThreadGenerator {
    yield* this.value(value, seconds, easing);
  }

  protected override contentSize(): Size {
    return {width: this.length(), height: 2.2 * this.fontSize()};
  }

  protected override overhang(): number {
    return this.fontSize();
  }

  protected override drawContent(context: CanvasRenderingContext2D): void {
    const [low, high] = this.range();
    const [fontSize, length] = [this.fontSize(), this.length()];
    const knob = -length / 2 + clamp01((this.value() - low) / (high - low)) * length;
    const y = 0.7 * fontSize;
    const color = this.color().serialize();
    this.stroke(context, -length / 2, length / 2, y, theme().grid);
    this.stroke(context, -length / 2, knob, y, color);
    context.beginPath();
    context.arc(knob, y, 0.32 * fontSize, 0, 2 * Math.PI);
    context.fillStyle = color;
    context.fill();
    const label = this.label() === '' ? '' : `${this.label()} = `;
    const font = fontOf(theme().numberFont, fontSize, 500);
    const number = numberText(this.value(), {decimals: this.decimals(), sign: 'auto'});
    context.font = font;
    context.textAlign = 'left';
    // The number begins in one place, so that it does not shiver while it changes; a further digit grows to the right.
    const width = textWidth(font, label) + textWidth(font, numberText(low, {decimals: this.decimals(), sign: 'auto'}));
    context.fillText(label + number, -width / 2, -0.45 * fontSize + halfCapital * fontSize);
  }

  private stroke(context: CanvasRenderingContext2D, from: number, to: number, y: number, color: string): void {
    context.strokeStyle = color;
    context.lineWidth = 0.14 * this.fontSize();
    context.lineCap = 'round';
    context.beginPath();
    context.moveTo(from, y);
    context.lineTo(to, y);
    context.stroke();
  }
}
