/** Boxes of elements and texts, computed when they are read. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function elementRect(_element: unknown): Rect {
  return {x: 0, y: 0, width: 0, height: 0};
}

export function textRect(_node: unknown, _start: number, _end: number): Rect {
  return {x: 0, y: 0, width: 0, height: 0};
}
