import {describe, expect, test} from 'vitest';
import {dotsPlace, drawn, drawnIndex, placeGrid, type GridPlan} from '../../src/components/gridLayout';
import {mixTables, numberTable} from '../../src/components/numberTable';
import {asRead, numberText, signedText} from '../../src/components/numberText';
import {shownPartialSums} from '../../src/components/shownProduct';
import {placeTokens} from '../../src/components/tokenLayout';
import {formatNumber} from '../../src/math/formatNumber';
import {seededRandom} from '../../src/math/seededRandom';

const plan: GridPlan = {rows: 5, columns: 6, rowDots: 4, columnDots: 5, fontSize: 40, digitsWidth: 60, signWidth: 20, columnAir: 0.8, rowPitch: 1.3, brackets: true};

describe('placeGrid()', () => {
  test('puts all digits and signs between the brackets with equal air on both sides', () => {
    const {columnX, cellWidth, signWidth, bracket} = placeGrid(plan);
    const left = columnX[0] - cellWidth / 2 - signWidth - bracket.left;
    const right = bracket.right - (columnX.at(-1)! + cellWidth / 2);
    expect(left).toBeCloseTo(right, 9);
    expect(left).toBeGreaterThan(0.2 * plan.fontSize);
  });

  test('spaces rows evenly around the middle', () => {
    const {rowY} = placeGrid(plan);
    expect(rowY).toHaveLength(6);
    expect(rowY[0]).toBeCloseTo(-rowY[5], 9);
    rowY.slice(1).forEach((y, i) => expect(y - rowY[i]).toBeCloseTo(1.3 * 40, 9));
  });

  test('spaces columns of numbers evenly, with signs or without', () => {
    for (const signWidth of [0, 20]) {
      const {columnX} = placeGrid({...plan, columnDots: undefined, signWidth});
      const steps = columnX.slice(1).map((x, i) => x - columnX[i]);
      steps.forEach(step => expect(step).toBeCloseTo(steps[0], 9));
    }
  });

  test('puts dots into the middle of the ink around them', () => {
    const {columnX, cellWidth, signWidth} = placeGrid(plan);
    const before = columnX[4] + cellWidth / 2;
    const after = columnX[6] - cellWidth / 2 - signWidth;
    expect(columnX[5]).toBeCloseTo((before + after) / 2, 9);
  });

  test('of an empty table has brackets of one row around nothing', () => {
    const {columnX, width, height} = placeGrid({...plan, rows: 0, columns: 0, rowDots: undefined, columnDots: undefined});
    expect(columnX).toEqual([]);
    expect(width).toBeGreaterThan(0);
    expect(height).toBeGreaterThan(0);
  });

  test('scales with the type size', () => {
    const twice = placeGrid({...plan, fontSize: 80, digitsWidth: 120, signWidth: 40});
    expect(twice.width).toBeCloseTo(2 * placeGrid(plan).width, 9);
    expect(twice.height).toBeCloseTo(2 * placeGrid(plan).height, 9);
  });
});

describe('dotsPlace()', () => {
  test('counts from the end for negative places', () => {
    expect(dotsPlace('NumericMatrix', 'rowDots', -2, 5)).toBe(4);
    expect(dotsPlace('NumericMatrix', 'rowDots', -1, 5)).toBe(5);
    expect(dotsPlace('NumericMatrix', 'rowDots', 2, 5)).toBe(2);
    expect(dotsPlace('NumericMatrix', 'rowDots', null, 5)).toBeUndefined();
  });

  test('refuses a place outside the table', () => {
    expect(() => dotsPlace('NumericMatrix', 'rowDots', 9, 5)).toThrow('"rowDots" is 9, this one has 5 rows, so it takes -5 to 5');
  });

  test('agrees with drawn() and drawnIndex()', () => {
    expect(drawn(3, 2)).toEqual([false, false, true, false]);
    expect([0, 1, 2].map(index => drawnIndex(index, 2))).toEqual([0, 1, 3]);
  });
});

describe('asRead()', () => {
  test('takes the sign from what is written as zero, and from nothing else', () => {
    for (const value of [-0.06, -0.04, 0, 0.04, 0.06, -9.9]) {
      const written = numberText(value, {decimals: 1, sign: 'auto'});
      expect(asRead(value, 1)).toBe(written === '0.0' ? 0 : value);
    }
  });
});

describe('numberText()', () => {
  test('gives the strings of formatNumber() for 2,000 numbers and every policy', () => {
    const random = seededRandom('numberText');
    for (let i = 0; i < 2000; i++) {
      const value = i % 7 === 0 ? random.integer(2000) / 100 - 10.005 : random.uniform(-12, 12);
      for (const sign of ['auto', 'always', 'nonzero', 'never'] as const) {
        expect(numberText(value, {decimals: 1, sign})).toBe(formatNumber(value, {decimals: 1, sign}));
        expect(numberText(value, {decimals: 2, sign})).toBe(formatNumber(value, {decimals: 2, sign}));
      }
    }
  });

  test('has a true minus and none on what rounds to zero', () => {
    expect(signedText(-3.14, {decimals: 1, sign: 'auto'})).toEqual({sign: '\u2212', digits: '3.1'});
    expect(numberText(-0.04, {decimals: 1, sign: 'auto'})).toBe('0.0');
    expect(numberText(-Infinity, {decimals: 1, sign: 'auto'})).toBe('\u2212∞');
  });

  test('refuses NaN', () => {
    expect(() => numberText(NaN, {decimals: 1, sign: 'auto'})).toThrow('NaN cannot be shown as a number');
  });
});

describe('mixTables()', () => {
  test('keeps a masked score masked until the end', () => {
    expect(mixTables([[0, -Infinity]], [[10, 1]], 0.3)).toEqual([[3, -Infinity]]);
    expect(mixTables([[0, -Infinity]], [[10, 1]], 1)).toEqual([[10, 1]]);
  });
});

test('numberTable() takes typed arrays', () => {
  expect(numberTable('NumericMatrix', 'values', [Float32Array.of(1, 2), Float32Array.of(3, 4)])).toEqual([[1, 2], [3, 4]]);
});

describe('shownPartialSums()', () => {
  test('multiplies what is shown, not what is stored', () => {
    expect(shownPartialSums([[1.04, 2]], [3, 1], 1)).toEqual([[3, 5]]);
  });

  test('refuses shapes that do not fit', () => {
    expect(() => shownPartialSums([[1, 2, 3], [4, 5, 6]], [1, 2], 1)).toThrow(
      'Cannot multiply NumericMatrix of 2×3 by NumericVector of 2: 3 columns meet 2 entries',
    );
  });
});

describe('placeTokens()', () => {
  test('lets boxes abut around the middle', () => {
    const {places, width} = placeTokens([40, 60], {limit: Infinity, gap: 0, pitch: 50});
    expect(width).toBe(100);
    expect(places).toEqual([{x: -30, y: 0, width: 40}, {x: 20, y: 0, width: 60}]);
  });

  test('begins a new line at the limit and never loses a token', () => {
    const {places, lines} = placeTokens(Array.from({length: 200}, () => 30), {limit: 100, gap: 5, pitch: 50});
    expect(places).toHaveLength(200);
    expect(lines).toBe(67);
  });

  test('gives a box wider than the limit a line of its own', () => {
    expect(placeTokens([500, 20], {limit: 100, gap: 0, pitch: 50}).lines).toBe(2);
  });

  test('of nothing is nothing', () => {
    expect(placeTokens([], {limit: 100, gap: 0, pitch: 50})).toEqual({places: [], width: 0, lines: 0});
  });
});
