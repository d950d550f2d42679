/**
 * Shares free space among items or lines: `justify-content` and `align-content`.
 *
 * @param alignment - the property's value
 * @param free - space left over, units; negative on overflow
 * @param count - how many items or lines
 * @param axis - whether start and end are swapped, what `normal` means, and whether `left` is this axis's start
 * @returns the offset of the first one from the (possibly swapped) start edge, and what to add between two
 * @see CSS Box Alignment Level 3, section 5
 */
import {share} from './units';

export interface Axis {
  readonly reverse: boolean;
  readonly normal: string;
  readonly leftIsStart: boolean;
}

export interface Distribution {
  readonly start: number;
  readonly between: number;
}

export function distribute(alignment: string, free: number, count: number, axis: Axis): Distribution {
  const value = alignment === 'normal' ? axis.normal : alignment;
  if (value.startsWith('space-')) return spaced(value, free, count, axis);
  return {start: Math.trunc(positioned(value, free, axis)), between: 0};
}

function positioned(value: string, free: number, {reverse, leftIsStart}: Axis): number {
  switch (value) {
    case 'center':
      return share(free, 2);
    case 'flex-end':
      return free;
    case 'start':
      return reverse ? free : 0;
    case 'end':
      return reverse ? 0 : free;
    case 'left':
      return leftIsStart && reverse ? free : 0;
    case 'right':
      return !leftIsStart ? (reverse ? free : 0) : reverse ? 0 : free;
    default:
      return 0;
  }
}

function spaced(value: string, free: number, count: number, axis: Axis): Distribution {
  if (value === 'space-between') {
    return {start: 0, between: free > 0 && count > 1 ? share(free, count - 1) : 0};
  }
  // Where there is nothing to share, the items start at the physical start, so that none is cut off there.
  if (free <= 0) return {start: axis.reverse ? free : 0, between: 0};
  if (value === 'space-evenly') return {start: share(free, count + 1), between: share(free, count + 1)};
  return {start: share(free, 2 * count), between: share(free, count)};
}
