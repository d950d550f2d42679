/** The outline of a rounded box as a path that can be walked: for outlines that are drawn and glows that run. */
import type {BBox} from '@motion-canvas/core';
import type {XY} from './coordinates';

/** A place on an outline and the direction that points outwards there. */
export interface OutlinePlace extends XY {
  readonly nx: number;
  readonly ny: number;
}

/**
 * Walks the outline of a rounded box clockwise, from the middle of its left side up and round, so that what is drawn
 * first stands at the start of a line of text.
 *
 * @param share - of the whole way, 0 to 1
 * @param radius - pixels, cut to half the shorter side
 */
export function outlinePlace(box: BBox, radius: number, share: number): OutlinePlace {
  const round = Math.max(0, Math.min(radius, box.width / 2, box.height / 2));
  const [wide, tall, arc] = [box.width - 2 * round, box.height - 2 * round, (Math.PI / 2) * round];
  const legs = [tall / 2, arc, wide, arc, tall, arc, wide, arc, tall / 2];
  let left = Math.min(1, Math.max(0, share)) * outlineLength(box, radius);
  for (let leg = 0; leg < legs.length; leg++) {
    if (left <= legs[leg] || leg === legs.length - 1) return placeOnLeg(box, round, leg, left);
    left -= legs[leg];
  }
  throw new RangeError('an outline has nine legs');
}

/** Length of the outline in pixels. */
export function outlineLength(box: BBox, radius: number): number {
  const round = Math.max(0, Math.min(radius, box.width / 2, box.height / 2));
  return 2 * (box.width + box.height) - 8 * round + 2 * Math.PI * round;
}

/** Adds the first share of the outline to a path. */
export function traceOutline(context: CanvasRenderingContext2D, box: BBox, radius: number, share: number): void {
  const steps = Math.max(8, Math.ceil((outlineLength(box, radius) * share) / 6));
  for (let step = 0; step <= steps; step++) {
    const {x, y} = outlinePlace(box, radius, (share * step) / steps);
    if (step === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
}

function placeOnLeg(box: BBox, round: number, leg: number, along: number): OutlinePlace {
  const {x: left, y: top, right, bottom} = box;
  const middle = (top + bottom) / 2;
  switch (leg) {
    case 0:
      return {x: left, y: middle - along, nx: -1, ny: 0};
    case 2:
      return {x: left + round + along, y: top, nx: 0, ny: -1};
    case 4:
      return {x: right, y: top + round + along, nx: 1, ny: 0};
    case 6:
      return {x: right - round - along, y: bottom, nx: 0, ny: 1};
    case 8:
      return {x: left, y: bottom - round - along, nx: -1, ny: 0};
  }
  // Legs 1, 3, 5 and 7 are quarter circles: top left, top right, bottom right, bottom left.
  const corner = (leg - 1) / 2;
  const centre = {x: corner === 0 || corner === 3 ? left + round : right - round, y: corner < 2 ? top + round : bottom - round};
  const angle = Math.PI + (corner * Math.PI) / 2 + (round === 0 ? 0 : along / round);
  const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
  return {x: centre.x + nx * round, y: centre.y + ny * round, nx, ny};
}
