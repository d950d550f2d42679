import {createCanvas, DOMMatrix} from '@napi-rs/canvas';
import {beforeAll, describe, expect, it} from 'vitest';
import {matchMatrices} from '../../../src/stage/canvas/matrices';

const numbers = ({a, b, c, d, e, f}: DOMMatrix) => [a, b, c, d, e, f];

describe('matchMatrices', () => {
  beforeAll(matchMatrices);

  it('DOMMatrix.translateSelf() and scaleSelf() go through 32-bit floats, as in Chromium', () => {
    expect(new DOMMatrix().translateSelf(0.1, 0.2).e).toBe(Math.fround(0.1));
    expect(new DOMMatrix().scaleSelf(0.1).d).toBe(Math.fround(0.1));
  });

  it('DOMMatrix.rotateSelf() of quarter turns is exact', () => {
    expect(numbers(new DOMMatrix().rotateSelf(0, 0, 450)).map(value => value + 0)).toEqual([0, 1, -1, 0, 0, 0]);
  });

  it('DOMMatrix.inverse() multiplies by one over the determinant, and a flat matrix has none', () => {
    const matrix = new DOMMatrix([3, 0, 0, 7, 10, 20]);
    expect(numbers(matrix.inverse())[0]).toBe(7 * (1 / 21));
    expect(new DOMMatrix([0, 0, 0, 0, 1, 1]).inverse().a).toBeNaN();
  });

  it('a context that undoes its matrix by the inverse copies pictures without resampling them', () => {
    const source = createCanvas(40, 40);
    source.getContext('2d').fillRect(0, 0, 40, 40);
    const context = createCanvas(200, 200).getContext('2d');
    const matrix = new DOMMatrix().translateSelf(100.3, 99.7).rotateSelf(0, 0, 33).scaleSelf(1.4).translateSelf(-20.1, 3.3);
    const undo = matrix.inverse();
    context.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
    context.transform(undo.a, undo.b, undo.c, undo.d, undo.e, undo.f);
    context.globalAlpha = 0.4;
    context.drawImage(source, 7, 9);
    const {data} = context.getImageData(0, 0, 200, 200);
    expect(new Set(data.filter((_, i) => i % 4 === 3))).toEqual(new Set([0, 102]));
  });

  it('restore() and a new size bring the matrix back', () => {
    const canvas = createCanvas(10, 10);
    const context = canvas.getContext('2d');
    context.save();
    context.translate(3, 4);
    expect(numbers(context.getTransform())).toEqual([1, 0, 0, 1, 3, 4]);
    context.restore();
    expect(numbers(context.getTransform())).toEqual([1, 0, 0, 1, 0, 0]);
    context.scale(2, 2);
    canvas.width = 20;
    expect(numbers(context.getTransform())).toEqual([1, 0, 0, 1, 0, 0]);
  });
});
