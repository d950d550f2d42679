/**
 * DOMMatrix, rounded where Chromium rounds it.
 *
 * Motion Canvas draws a cached node through its matrix times its inverse. Where the product is the identity to the last
 * bit, Skia copies the cache; where it is not, Skia resamples it. With roundings other than Chromium's, either may happen
 * when the browser does the other, and every pixel of a faded, filtered or shadowed node is off by a level.
 */
import {DOMMatrix} from '@napi-rs/canvas';

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

let matched = false;

/** Says of a matrix whether it was made by moving and scaling alone; where missing, only the identity was. */
const STRAIGHT = Symbol('lectern.straight');

interface StraightMatrix extends DOMMatrix {
  [STRAIGHT]?: boolean;
}

/**
 * Makes the DOMMatrix of this process round as Chromium's does.
 *
 * Distances and factors pass through 32-bit floats, and a matrix that has only been moved and scaled is one of 32-bit floats
 * itself. Angles are brought within 45° first, an inverse multiplies by 1/det.
 */
export function matchMatrices(): void {
  if (matched) return;
  matched = true;
  const {prototype} = DOMMatrix;
  const {translateSelf, scaleSelf, rotateSelf, invertSelf} = prototype;
  prototype.translateSelf = function (this: StraightMatrix, x = 0, y = 0, z = 0) {
    if (!isStraight(this) || z !== 0) return translateSelf.call(this, f(x), f(y), f(z));
    return putStraight(this, this.a, this.d, f(this.e + f(f(x) * this.a)), f(this.f + f(f(y) * this.d)));
  };
  prototype.scaleSelf = function (this: StraightMatrix, x = 1, y = x, z = 1, ...origin) {
    if (!isStraight(this) || z !== 1 || origin.length > 0) return scaleSelf.call(this, f(x), f(y), f(z), ...origin);
    return putStraight(this, f(this.a * f(x)), f(this.d * f(y)), this.e, this.f);
  };
  prototype.rotateSelf = function (this: StraightMatrix, x = 0, y?: number, z?: number) {
    const inPlane = y === undefined && z === undefined ? x : x === 0 && !y ? (z ?? 0) : null;
    if (inPlane === null || !this.is2D) return rotateSelf.call(this, x, y, z);
    if (inPlane === 0) return this;
    const {cos, sin} = cosAndSin(inPlane);
    return multiplySelf(this, [cos, sin, -sin, cos, 0, 0]);
  };
  prototype.skewXSelf = function (this: StraightMatrix, angle = 0) {
    return angle === 0 ? this : multiplySelf(this, [1, 0, Math.tan(angle * RADIANS), 1, 0, 0]);
  };
  prototype.skewYSelf = function (this: StraightMatrix, angle = 0) {
    return angle === 0 ? this : multiplySelf(this, [1, Math.tan(angle * RADIANS), 0, 1, 0, 0]);
  };
  prototype.invertSelf = function (this: StraightMatrix) {
    const {a, b, c, d, e, f: g} = this;
    const scale = 1 / (a * d - b * c);
    if (!this.is2D || !Number.isFinite(scale)) return invertSelf.call(this);
    if (isStraight(this)) return putStraight(this, f(1 / a), f(1 / d), f(e * -f(1 / a)), f(g * -f(1 / d)));
    return put(this, [d * scale, -b * scale, -c * scale, a * scale, (c * g - d * e) * scale, (b * e - a * g) * scale]);
  };
  // A copy rounds as its original does.
  prototype.translate = function (this: StraightMatrix, ...by) {
    return copyOf(this).translateSelf(...by);
  };
  prototype.scale = function (this: StraightMatrix, ...by) {
    return copyOf(this).scaleSelf(...by);
  };
  prototype.inverse = function (this: StraightMatrix) {
    return copyOf(this).invertSelf();
  };
}

function isStraight(matrix: StraightMatrix): boolean {
  return matrix[STRAIGHT] ?? matrix.isIdentity;
}

function putStraight(matrix: StraightMatrix, a: number, d: number, e: number, f: number): DOMMatrix {
  matrix[STRAIGHT] = true;
  return put(matrix, [a, 0, 0, d, e, f]);
}

function copyOf(matrix: StraightMatrix): DOMMatrix {
  const copy = DOMMatrix.fromMatrix(matrix) as StraightMatrix;
  copy[STRAIGHT] = isStraight(matrix);
  return copy;
}

const f = Math.fround;
const RADIANS = Math.PI / 180;

function cosAndSin(degrees: number): {cos: number; sin: number} {
  const quarters = Math.round(degrees / 90);
  const rest = (degrees - quarters * 90) * RADIANS;
  const [c, s] = [Math.cos(rest), Math.sin(rest)];
  const quarter = ((quarters % 4) + 4) % 4;
  return {cos: [c, -s, -c, s][quarter], sin: [s, c, -s, -c][quarter]};
}

function multiplySelf(matrix: StraightMatrix, other: Matrix): DOMMatrix {
  matrix[STRAIGHT] = false;
  const {a, b, c, d, e, f} = matrix;
  return put(matrix, product([a, b, c, d, e, f], other));
}

function put(matrix: DOMMatrix, [a, b, c, d, e, f]: Matrix): DOMMatrix {
  return Object.assign(matrix, {a, b, c, d, e, f});
}

export function product(m: Matrix, [a, b, c, d, e, f]: Matrix): Matrix {
  return [
    m[0] * a + m[2] * b,
    m[1] * a + m[3] * b,
    m[0] * c + m[2] * d,
    m[1] * c + m[3] * d,
    m[0] * e + m[2] * f + m[4],
    m[1] * e + m[3] * f + m[5],
  ];
}
