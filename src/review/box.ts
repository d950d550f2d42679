/** Upright boxes in pixels of the design, origin in the middle of the frame, y down. */

/** Size of the frame, pixels of the design. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The smallest box around corners, given as x and y in turn. */
export function boxAround(corners: readonly number[]): Box {
  const xs = corners.filter((_, index) => index % 2 === 0);
  const ys = corners.filter((_, index) => index % 2 === 1);
  return {left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys)};
}

/** What two boxes share; of no width or height where they do not touch. */
export function overlapOf(a: Box, b: Box): Box {
  const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)];
  return {left, top, right: Math.max(left, Math.min(a.right, b.right)), bottom: Math.max(top, Math.min(a.bottom, b.bottom))};
}

export function widthOf({left, right}: Box): number {
  return right - left;
}

export function heightOf({top, bottom}: Box): number {
  return bottom - top;
}

export function areaOf(box: Box): number {
  return widthOf(box) * heightOf(box);
}
