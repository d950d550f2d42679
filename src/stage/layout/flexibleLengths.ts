/**
 * Resolves the flexible lengths of one line (CSS Flexible Box Layout Level 1, section 9.7).
 *
 * In: items with base size, limits and flex factors, and the inner main size without gaps. Out: `target` of each item,
 * the border-box size in the main axis, units.
 */
import type {FlexItem} from './flexItem';

export function resolveFlexibleLengths(items: readonly FlexItem[], room: number): void {
  let hypothetical = 0;
  for (const item of items) hypothetical += item.hypothetical + item.mainMargins;
  const grows = hypothetical < room;
  for (const item of items) freezeInflexible(item, grows);
  const initialFree = freeSpace(items, room);
  while (flexOnce(items, room, initialFree, grows));
}

function factorOf({box}: FlexItem, grows: boolean): number {
  return grows ? box.style.flexGrow : box.style.flexShrink;
}

function freezeInflexible(item: FlexItem, grows: boolean): void {
  const inflexible = factorOf(item, grows) === 0 || (grows ? item.base > item.hypothetical : item.base < item.hypothetical);
  item.frozen = inflexible;
  item.target = inflexible ? item.hypothetical : item.base;
}

function freeSpace(items: readonly FlexItem[], room: number): number {
  let free = room;
  for (const item of items) free -= (item.frozen ? item.target : item.base) + item.mainMargins;
  return free;
}

/** One round; returns false once every item is frozen. */
function flexOnce(items: readonly FlexItem[], room: number, initialFree: number, grows: boolean): boolean {
  const open = items.filter(item => !item.frozen);
  if (open.length === 0) return false;
  let factors = 0;
  for (const item of open) factors += factorOf(item, grows);
  let free = freeSpace(items, room);
  if (factors < 1) {
    const part = Math.trunc(initialFree * factors);
    if (Math.abs(part) < Math.abs(free)) free = part;
  }
  if (grows ? free <= 0 : free >= 0) {
    for (const item of open) item.target = item.hypothetical;
    return false;
  }
  freezeViolations(open, share(open, free, grows));
  return true;
}

/** An item shrinks in proportion to its size, so that a small one does not vanish before a large one gives way. */
function weightOf(item: FlexItem, grows: boolean): number {
  return grows ? item.box.style.flexGrow : item.box.style.flexShrink * (item.base - item.mainPadding);
}

/**
 * Sizes before limits. Space is given from the last item to the first, each taking its part of what is left, so that
 * rounding loses nothing.
 */
function share(open: readonly FlexItem[], free: number, grows: boolean): number[] {
  let sum = 0;
  const parts = open.map(item => {
    const weight = weightOf(item, grows);
    sum += weight;
    return sum > 0 ? weight / sum : 0;
  });
  let left = free;
  const sizes = new Array<number>(open.length);
  for (let index = open.length - 1; index >= 0; index--) {
    const extra = roundHalfAway(left * parts[index]);
    left -= extra;
    sizes[index] = open[index].base + extra;
  }
  return sizes;
}

function roundHalfAway(value: number): number {
  return value < 0 ? -Math.round(-value) : Math.round(value);
}

/** Clamps the sizes, and freezes those on the side where clamping took or gave more. */
function freezeViolations(open: readonly FlexItem[], wanted: readonly number[]): void {
  let violation = 0;
  open.forEach((item, index) => {
    item.target = Math.max(item.limits.min, Math.min(wanted[index], item.limits.max));
    violation += item.target - wanted[index];
  });
  open.forEach((item, index) => {
    const change = item.target - wanted[index];
    item.frozen = violation === 0 || (violation > 0 ? change > 0 : change < 0);
  });
}
