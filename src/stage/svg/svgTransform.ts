/**
 * The `transform` attribute as one matrix.
 *
 * Arguments are 32-bit floats and matrices doubles, as in Blink: the edge of a formula's glyph hangs on these roundings.
 */
import {DOMMatrix} from '@napi-rs/canvas';
import {product, type Matrix} from '../canvas/matrices';
import {svgNumbers} from './svgNumber';

/** How many arguments each function may have. */
const ARGUMENTS: Readonly<Record<string, readonly number[]>> = {
  matrix: [6],
  translate: [1, 2],
  scale: [1, 2],
  rotate: [1, 3],
  skewX: [1],
  skewY: [1],
};

const RADIANS = Math.PI / 180;

/**
 * Multiplies a transform list.
 *
 * @param text - e.g. `translate(10 20) rotate(45)`
 * @returns the product, or null where the list is empty or malformed, as `SVGTransformList.consolidate` does
 * @see SVG 1.1, section 7.6
 */
export function svgTransform(text: string | null): DOMMatrix | null {
  if (!text || !/^(?:[\s,]*\w+\s*\([^)]*\))+\s*$/.test(text)) return null;
  let whole: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [, name, list] of text.matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const values = svgNumbers(list) ?? [];
    if (!ARGUMENTS[name]?.includes(values.length)) return null;
    whole = product(whole, matrixOf(name, values));
  }
  return new DOMMatrix([...whole]);
}

function matrixOf(name: string, [a, b, c, d, e, f]: readonly number[]): Matrix {
  switch (name) {
    case 'translate':
      return [1, 0, 0, 1, a, b ?? 0];
    case 'scale':
      return [a, 0, 0, b ?? a, 0, 0];
    case 'rotate':
      return rotationAbout(a * RADIANS, b ?? 0, c ?? 0);
    case 'skewX':
      return [1, 0, Math.tan(a * RADIANS), 1, 0, 0];
    case 'skewY':
      return [1, Math.tan(a * RADIANS), 0, 1, 0, 0];
    default:
      return [a, b, c, d, e, f];
  }
}

function rotationAbout(radians: number, x: number, y: number): Matrix {
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return product(product([1, 0, 0, 1, x, y], [cos, sin, -sin, cos, 0, 0]), [1, 0, 0, 1, -x, -y]);
}
