/**
 * Shares free space among items or lines: `justify-content` and `align-content`.
 *
 * In: the property's value and what is left over. Out: an offset for each item. Offsets are rounded one by one,
 * so that none of the space is lost.
 */
import {share} from './units';

export interface Axis {
  /** Start and end are swapped. */
  readonly reverse: boolean;
  /** `left` is the start of this axis where it is not reversed. */
  readonly leftIsStart: boolean;
}

/** How far the item of an index is moved away from the (possibly swapped) start edge by free space, units. */
export type Offsets = (index: number) => number;

/**
 * Distributes free space.
 *
 * @param alignment - the property's value; `normal` and `stretch` behave as `flex-start`
 * @param free - space left over, units; negative on overflow
 * @param count - how many items or lines
 * @example distribute('space-evenly', 100, 2, axis)(1)  // 66
 * @see CSS Box Alignment Level 3, section 5
 */
export function distribute(alignment: string, free: number, count: number, axis: Axis): Offsets {
  switch (alignment) {
    case 'space-between':
      return free > 0 && count > 1 ? evenly(0, free / (count - 1), free, count, axis) : () => 0;
    case 'space-around':
      return free > 0 ? evenly(free / (2 * count), free / count, free, count, axis) : overflowing(free, axis);
    case 'space-evenly':
      return free > 0 ? evenly(free / (count + 1), free / (count + 1), free, count, axis) : overflowing(free, axis);
    default: {
      const start = positioned(alignment, free, axis);
      return () => start;
    }
  }
}

/** Chromium rounds the space before the first item down, and all that follows to the nearest, from the physical start. */
function evenly(before: number, between: number, free: number, count: number, {reverse}: Axis): Offsets {
  const start = Math.floor(before);
  const offset = (index: number): number => start + Math.round(between * index);
  return reverse ? index => free - offset(count - 1 - index) : offset;
}

/** Where there is nothing to share, the items start at the physical start, so that none is cut off there. */
function overflowing(free: number, {reverse}: Axis): Offsets {
  return () => (reverse ? free : 0);
}

function positioned(alignment: string, free: number, {reverse, leftIsStart}: Axis): number {
  switch (alignment) {
    case 'center':
      return reverse ? free - share(free, 2) : share(free, 2);
    case 'flex-end':
      return free;
    case 'start':
      return reverse ? free : 0;
    case 'end':
      return reverse ? 0 : free;
    case 'left':
      return reverse ? free : 0;
    case 'right':
      return leftIsStart === reverse ? 0 : free;
    default:
      return 0;
  }
}
