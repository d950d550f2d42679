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
  let scaled = 0;
  for (const item of open) {
    factors += factorOf(item, grows);
    scaled += item.box.style.flexShrink * (item.base - item.mainPadding);
  }
  let free = freeSpace(items, room);
  if (factors < 1) {
    const part = Math.trunc(initialFree * factors);
    if (Math.abs(part) < Math.abs(free)) free = part;
  }
  let violation = 0;
  const wanted = open.map(item => {
    const extra = grows
      ? factors > 0 ? (free * item.box.style.flexGrow) / factors : 0
      : scaled > 0 ? (free * item.box.style.flexShrink * (item.base - item.mainPadding)) / scaled : 0;
    const size = Math.max(item.mainPadding, item.base + Math.round(extra));
    item.target = Math.max(item.limits.min, Math.min(size, item.limits.max));
    violation += item.target - size;
    return size;
  });
  open.forEach((item, index) => {
    const change = item.target - wanted[index];
    item.frozen = violation === 0 || (violation > 0 ? change > 0 : change < 0);
  });
  return true;
}
