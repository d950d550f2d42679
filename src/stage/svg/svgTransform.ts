/** The `transform` attribute as one matrix. */
import {DOMMatrix} from '@napi-rs/canvas';

/**
 * Multiplies a transform list.
 *
 * @param text - e.g. `translate(10 20) rotate(45)`
 * @returns the product, or null where the list is empty or malformed, as `SVGTransformList.consolidate` does
 * @see SVG 1.1, section 7.6
 */
export function svgTransform(text: string | null): DOMMatrix | null {
  if (!text) return null;
  const matrix = new DOMMatrix();
  let found = false;
  for (const [, name, list] of text.matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const values = (list.match(/[-+]?(?:\d*\.\d+|\d+\.?)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
    if (!multiplyBy(matrix, name, values)) return null;
    found = true;
  }
  return found ? matrix : null;
}

function multiplyBy(matrix: DOMMatrix, name: string, [a = 0, b, c, d, e, g]: number[]): boolean {
  switch (name) {
    case 'matrix':
      matrix.multiplySelf(new DOMMatrix([a, b ?? 0, c ?? 0, d ?? 0, e ?? 0, g ?? 0]));
      return true;
    case 'translate':
      matrix.translateSelf(a, b ?? 0);
      return true;
    case 'scale':
      matrix.scaleSelf(a, b ?? a);
      return true;
    case 'rotate':
      matrix.translateSelf(b ?? 0, c ?? 0);
      matrix.rotateSelf(0, 0, a);
      matrix.translateSelf(-(b ?? 0), -(c ?? 0));
      return true;
    case 'skewX':
      matrix.skewXSelf(a);
      return true;
    case 'skewY':
      matrix.skewYSelf(a);
      return true;
    default:
      return false;
  }
}
