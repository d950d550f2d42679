/** Signals for points and guarded numbers: what an author may write goes in, checked plain values come out. */
import {interpolation, parser, signal} from '@motion-canvas/2d';
import type {Node} from '@motion-canvas/2d';
import type {Signal} from '@motion-canvas/core';
import {mixPoints, readPoint, type Point, type PossiblePoint} from './coordinates';
import {finiteNumber} from './guards';

/** A signal of a point: takes `[x, y]`, `[x, y, z]` or a Vector2, gives plain numbers, tweens in a straight line. */
export type PointSignal<TOwner> = Signal<PossiblePoint, Point, TOwner>;

/**
 * Declares a {@link PointSignal}; null stands for a place that the figure chooses itself. Wrong shapes and NaN are
 * refused by the name of the figure and the prop.
 */
export function pointSignal(): PropertyDecorator {
  return (target, key) => {
    signal()(target, key);
    parser(function (this: Node, value: PossiblePoint | null) {
      return value === null ? null : readPoint(this.constructor.name, String(key), value);
    })(target, key);
    interpolation(mixPoints)(target, key);
  };
}

/** Declares a signal of a number that refuses NaN, infinities and what is no number. */
export function numberSignal(): PropertyDecorator {
  return (target, key) => {
    signal()(target, key);
    parser(function (this: Node, value: number) {
      return finiteNumber(this.constructor.name, String(key), value);
    })(target, key);
  };
}
