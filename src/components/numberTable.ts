/** Checks tables of numbers that may hold masked scores. */

/**
 * Passes a table through whose rows are equally long and hold numbers; -Infinity, a masked score, is one.
 *
 * @throws TypeError 'Cannot draw NumericMatrix: "values" row 1 has 2 numbers, row 0 has 3'
 * @throws RangeError 'Cannot draw NumericMatrix: "values" holds NaN in row 1, column 3'
 */
export function numberTable<T extends ArrayLike<ArrayLike<number>>>(owner: string, prop: string, rows: T): readonly (readonly number[])[] {
  if (rows === null || typeof rows !== 'object' || typeof rows.length !== 'number') {
    throw new TypeError(`Cannot draw ${owner}: "${prop}" takes rows of numbers`);
  }
  for (let i = 0; i < rows.length; i++) requireRow(owner, prop, rows, i);
  return Array.from(rows, row => (Array.isArray(row) ? (row as readonly number[]) : Array.from(row)));
}

/** Passes a list of numbers through; -Infinity is one. @throws RangeError 'Cannot draw NumericVector: "values" holds NaN at index 3' */
export function numberList(owner: string, prop: string, values: ArrayLike<number>): readonly number[] {
  if (values === null || typeof values !== 'object' || typeof values.length !== 'number') {
    throw new TypeError(`Cannot draw ${owner}: "${prop}" takes a list of numbers`);
  }
  for (let i = 0; i < values.length; i++) requireNumber(owner, prop, values[i], `at index ${i}`);
  return Array.isArray(values) ? (values as readonly number[]) : Array.from(values);
}

function requireRow(owner: string, prop: string, rows: ArrayLike<ArrayLike<number>>, i: number): void {
  const row = rows[i];
  if (row === null || typeof row !== 'object' || typeof row.length !== 'number') {
    throw new TypeError(`Cannot draw ${owner}: "${prop}" row ${i} is no list of numbers`);
  }
  if (row.length !== rows[0].length) {
    throw new TypeError(`Cannot draw ${owner}: "${prop}" row ${i} has ${row.length} numbers, row 0 has ${rows[0].length}`);
  }
  for (let j = 0; j < row.length; j++) {
    const value = row[j];
    // The message is only made for a bad number: a live matrix passes here 4,096 times a frame.
    if (!(typeof value === 'number' && (Number.isFinite(value) || value === -Infinity))) requireNumber(owner, prop, value, `in row ${i}, column ${j}`);
  }
}

function requireNumber(owner: string, prop: string, value: unknown, place: string): void {
  if (typeof value !== 'number') throw new TypeError(`Cannot draw ${owner}: "${prop}" holds ${JSON.stringify(value) ?? String(value)} ${place}, it takes numbers`);
  if (!Number.isFinite(value) && value !== -Infinity) throw new RangeError(`Cannot draw ${owner}: "${prop}" holds ${value} ${place}`);
}

/**
 * Each number part of the way from one table to another; a number that is or becomes -Infinity changes at the end.
 *
 * @param from - shape (rows, columns)
 * @param to - the same shape
 * @example mixTables([[0, -Infinity]], [[10, 1]], 0.3)  // [[3, -Infinity]]
 */
export function mixTables(from: readonly (readonly number[])[], to: readonly (readonly number[])[], share: number): number[][] {
  return from.map((row, i) => mixLists(row, to[i], share));
}

/** The same for a list. */
export function mixLists(from: readonly number[], to: readonly number[], share: number): number[] {
  return from.map((start, i) => {
    const end = to[i];
    if (share >= 1) return end;
    return Number.isFinite(start) && Number.isFinite(end) ? (1 - share) * start + share * end : start;
  });
}

/** Interpolates a signal of tables; the shapes must agree. @throws RangeError "Cannot count from 2×2 numbers to 3×2" */
export function countTables(from: readonly (readonly number[])[], to: readonly (readonly number[])[], share: number): readonly (readonly number[])[] {
  const shape = (table: readonly (readonly number[])[]) => `${table.length}×${table[0]?.length ?? 0}`;
  if (shape(from) !== shape(to)) throw new RangeError(`Cannot count from ${shape(from)} numbers to ${shape(to)}`);
  return mixTables(from, to, share);
}

/** Interpolates a signal of lists; the lengths must agree. @throws RangeError "Cannot count from 2 numbers to 3" */
export function countLists(from: readonly number[], to: readonly number[], share: number): readonly number[] {
  if (from.length !== to.length) throw new RangeError(`Cannot count from ${from.length} numbers to ${to.length}`);
  return mixLists(from, to, share);
}
