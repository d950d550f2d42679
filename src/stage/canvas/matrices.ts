/**
 * DOMMatrix, rounded where Chromium rounds it.
 *
 * Motion Canvas draws a cached node through its matrix times its inverse. Where the product is the identity to the last
 * bit, Skia copies the cache; where it is not, Skia resamples it. With roundings other than Chromium's, either may happen
 * when the browser does the other, and every pixel of a faded, filtered or shadowed node is off by a level.
 */
import {DOMMatrix} from '@napi-rs/canvas';

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

let matched = false;

/**
 * Makes the DOMMatrix of this process round as Chromium's does.
 *
 * Distances and factors pass through 32-bit floats, angles are brought within 45° first, an inverse multiplies by 1/det.
 */
export function matchMatrices(): void {
  if (matched) return;
  matched = true;
  const {prototype} = DOMMatrix;
  const f = Math.fround;
  const {translateSelf, scaleSelf} = prototype;
  prototype.translateSelf = function (x = 0, y = 0, z = 0) {
    return translateSelf.call(this, f(x), f(y), f(z));
  };
  prototype.scaleSelf = function (x = 1, y = x, z = 1, ...origin) {
    return scaleSelf.call(this, f(x), f(y), f(z), ...origin);
  };
  const rotateSelf = prototype.rotateSelf;
  prototype.rotateSelf = function (x = 0, y?: number, z?: number) {
    const inPlane = y === undefined && z === undefined ? x : x === 0 && !y ? (z ?? 0) : null;
    if (inPlane === null || !this.is2D) return rotateSelf.call(this, x, y, z);
    const {cos, sin} = cosAndSin(inPlane);
    return multiplySelf(this, [cos, sin, -sin, cos, 0, 0]);
  };
  prototype.skewXSelf = function (angle = 0) {
    return multiplySelf(this, [1, 0, Math.tan(angle * RADIANS), 1, 0, 0]);
  };
  prototype.skewYSelf = function (angle = 0) {
    return multiplySelf(this, [1, Math.tan(angle * RADIANS), 0, 1, 0, 0]);
  };
  const invertSelf = prototype.invertSelf;
  prototype.invertSelf = function () {
    const {a, b, c, d, e, f} = this;
    const scale = 1 / (a * d - b * c);
    if (!this.is2D || !Number.isFinite(scale)) return invertSelf.call(this);
    return put(this, [d * scale, -b * scale, -c * scale, a * scale, (c * f - d * e) * scale, (b * e - a * f) * scale]);
  };
}

const RADIANS = Math.PI / 180;

function cosAndSin(degrees: number): {cos: number; sin: number} {
  const quarters = Math.round(degrees / 90);
  const rest = (degrees - quarters * 90) * RADIANS;
  const [c, s] = [Math.cos(rest), Math.sin(rest)];
  const quarter = ((quarters % 4) + 4) % 4;
  return {cos: [c, -s, -c, s][quarter], sin: [s, c, -s, -c][quarter]};
}

function multiplySelf(matrix: DOMMatrix, other: Matrix): DOMMatrix {
  const {a, b, c, d, e, f} = matrix;
  return put(matrix, product([a, b, c, d, e, f], other));
}

function put(matrix: DOMMatrix, [a, b, c, d, e, f]: Matrix): DOMMatrix {
  return Object.assign(matrix, {a, b, c, d, e, f});
}

function product(m: Matrix, [a, b, c, d, e, f]: Matrix): Matrix {
  return [
    m[0] * a + m[2] * b,
    m[1] * a + m[3] * b,
    m[0] * c + m[2] * d,
    m[1] * c + m[3] * d,
    m[0] * e + m[2] * f + m[4],
    m[1] * e + m[3] * f + m[5],
  ];
}
