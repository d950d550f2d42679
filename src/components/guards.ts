/** Refusals that every figure shares: what came in, what may, and which prop it was. */

/**
 * Passes a finite number through.
 *
 * @throws RangeError 'Cannot draw Dial: "value" is NaN, it takes a finite number'
 */
export function finiteNumber(owner: string, prop: string, value: number): number {
  if (typeof value !== 'number') {
    throw new TypeError(`Cannot draw ${owner}: "${prop}" is ${JSON.stringify(value)}, it takes a number`);
  }
  if (!Number.isFinite(value)) throw new RangeError(`Cannot draw ${owner}: "${prop}" is ${value}, it takes a finite number`);
  return value;
}

/**
 * Passes a list of finite numbers through; typed arrays are welcome.
 *
 * @throws RangeError 'Cannot draw Histogram: "values" holds NaN at index 3'
 */
export function finiteNumbers(owner: string, prop: string, values: ArrayLike<number>): readonly number[] {
  if (values === null || typeof values !== 'object' || typeof values.length !== 'number') {
    throw new TypeError(`Cannot draw ${owner}: "${prop}" takes a list of numbers`);
  }
  const list = Array.from(values);
  list.forEach((value, index) => {
    if (Number.isFinite(value)) return;
    const Refusal = typeof value === 'number' ? RangeError : TypeError;
    throw new Refusal(`Cannot draw ${owner}: "${prop}" holds ${String(value)} at index ${index}`);
  });
  return list;
}

/**
 * Passes a span through that runs upwards.
 *
 * @throws RangeError 'Cannot draw NumberLine: "range" runs from 2 to 2, it must run upwards'
 */
export function risingRange(owner: string, prop: string, range: readonly number[]): readonly [number, number] {
  const [low, high, ...rest] = finiteNumbers(owner, prop, range);
  if (low === undefined || high === undefined || rest.length > 0) {
    throw new TypeError(`Cannot draw ${owner}: "${prop}" has ${range.length} numbers, a range takes [low, high]`);
  }
  if (low >= high) throw new RangeError(`Cannot draw ${owner}: "${prop}" runs from ${low} to ${high}, it must run upwards`);
  return [low, high];
}

/**
 * Passes a table of finite numbers through whose rows are equally long.
 *
 * @throws TypeError 'Cannot draw AttentionGrid: "scores" row 1 has 2 numbers, row 0 has 3'
 */
export function finiteTable(owner: string, prop: string, rows: readonly ArrayLike<number>[]): readonly (readonly number[])[] {
  const table = Array.from(rows, (row, index) => finiteNumbers(owner, `${prop} row ${index}`, row));
  table.forEach((row, index) => {
    if (row.length !== table[0].length) {
      throw new TypeError(`Cannot draw ${owner}: "${prop}" row ${index} has ${row.length} numbers, row 0 has ${table[0].length}`);
    }
  });
  return table;
}

/**
 * Passes a list of probabilities through: each 0 to 1, and no more than 1 in all.
 *
 * @throws RangeError 'Cannot draw ProbabilityBars: "probabilities" holds -0.1 at index 2, a probability is 0 to 1'
 * @throws RangeError 'Cannot draw ProbabilityBars: "probabilities" add up to 1.2, at most 1'
 */
export function probabilityList(owner: string, prop: string, values: ArrayLike<number>): readonly number[] {
  const list = finiteNumbers(owner, prop, values);
  // Rounding of recorded figures may pass 1 by a little.
  const slack = 1e-6;
  const wrong = list.findIndex(value => value < -slack || value > 1 + slack);
  if (wrong >= 0) throw new RangeError(`Cannot draw ${owner}: "${prop}" holds ${list[wrong]} at index ${wrong}, a probability is 0 to 1`);
  const sum = list.reduce((total, value) => total + value, 0);
  if (sum > 1 + slack) throw new RangeError(`Cannot draw ${owner}: "${prop}" add up to ${Number(sum.toFixed(6))}, at most 1`);
  return list.map(value => Math.min(1, Math.max(0, value)));
}
