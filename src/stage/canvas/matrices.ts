/**
 * Matrices that are rounded where Chromium rounds them.
 *
 * Motion Canvas multiplies a node's matrix with its inverse before it draws from a cache. In Chromium the product is the
 * identity to the last bit of a float and the cached picture is copied; with other roundings Skia resamples it, and every
 * pixel of a faded, filtered or shadowed node is off by a level. Two places differ in @napi-rs/canvas: DOMMatrix, and the
 * contexts, which multiply floats.
 */
import {createCanvas, DOMMatrix, type SKRSContext2D} from '@napi-rs/canvas';

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

let matched = false;

/** Makes DOMMatrix and all contexts of this process round as Chromium does. */
export function matchMatrices(): void {
  if (matched) return;
  matched = true;
  matchDomMatrix(DOMMatrix.prototype);
  matchContexts(Object.getPrototypeOf(createCanvas(1, 1).getContext('2d')) as SKRSContext2D);
}

/** Distances and factors pass through 32-bit floats, angles are brought within 45° first, an inverse multiplies by 1/det. */
function matchDomMatrix(prototype: DOMMatrix): void {
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

interface State {
  matrix: Matrix;
  saved: Matrix[];
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Contexts keep their matrix as doubles; Skia is given each product as floats. */
function matchContexts(prototype: SKRSContext2D): void {
  const states = new WeakMap<object, State>();
  const stateOf = (context: object): State => {
    let state = states.get(context);
    if (state === undefined) states.set(context, (state = {matrix: IDENTITY, saved: []}));
    return state;
  };
  const {save, restore, reset, setTransform} = prototype;
  const apply = (context: SKRSContext2D, matrix: Matrix): void => {
    stateOf(context).matrix = matrix;
    setTransform.call(context, ...matrix);
  };
  const multiply = (context: SKRSContext2D, other: Matrix): void => apply(context, product(stateOf(context).matrix, other));

  prototype.save = function () {
    const state = stateOf(this);
    state.saved.push(state.matrix);
    save.call(this);
  };
  prototype.restore = function () {
    const state = stateOf(this);
    state.matrix = state.saved.pop() ?? state.matrix;
    restore.call(this);
  };
  prototype.reset = function () {
    states.delete(this);
    reset.call(this);
  };
  prototype.setTransform = function (...given: unknown[]) {
    if (given.length >= 6) return apply(this, given.map(Number) as unknown as Matrix);
    const {a = 1, b = 0, c = 0, d = 1, e = 0, f = 0} = (given[0] ?? {}) as Partial<DOMMatrix>;
    apply(this, [a, b, c, d, e, f]);
  } as SKRSContext2D['setTransform'];
  prototype.resetTransform = function () {
    apply(this, IDENTITY);
  };
  prototype.getTransform = function () {
    return new DOMMatrix([...stateOf(this).matrix]);
  };
  prototype.transform = function (a, b, c, d, e, f) {
    multiply(this, [a, b, c, d, e, f]);
  };
  prototype.translate = function (x, y) {
    multiply(this, [1, 0, 0, 1, x, y]);
  };
  prototype.scale = function (x, y) {
    multiply(this, [x, 0, 0, y, 0, 0]);
  };
  prototype.rotate = function (angle) {
    multiply(this, [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0]);
  };
  forgetOnResize(states);
}

/** A canvas that is given a size starts anew, with an empty stack of states. */
function forgetOnResize(states: WeakMap<object, State>): void {
  const prototype = Object.getPrototypeOf(createCanvas(1, 1)) as object;
  for (const side of ['width', 'height']) {
    const {get, set} = Object.getOwnPropertyDescriptor(prototype, side)!;
    Object.defineProperty(prototype, side, {
      configurable: true,
      get,
      set(this: ReturnType<typeof createCanvas>, value: number) {
        set!.call(this, value);
        states.delete(this.getContext('2d'));
      },
    });
  }
}
