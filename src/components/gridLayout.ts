/**
 * Where the entries, dots and brackets of a matrix stand. Pure geometry: sizes come in, boxes come out, in pixels around
 * the middle of the bracketed block, y down. Called by NumberGrid.
 */

/** What a grid of numbers is made of. */
export interface GridPlan {
  readonly rows: number;
  readonly columns: number;
  /** Index of the row of dots among the rows that are drawn, or none. */
  readonly rowDots?: number;
  readonly columnDots?: number;
  readonly fontSize: number;
  /** Width of the digits of the widest entry, without a sign. */
  readonly digitsWidth: number;
  /** Width of a sign where any entry may have one, else 0. It hangs in the gap and costs no width between columns. */
  readonly signWidth: number;
  /** Air between columns and between baselines, as a share of the type size. */
  readonly columnAir: number;
  readonly rowPitch: number;
  /** Whether brackets are drawn: they take width. */
  readonly brackets: boolean;
}

/** Boxes of a grid of numbers. */
export interface GridPlaces {
  readonly width: number;
  readonly height: number;
  /** Middle of each drawn column's digits, and of each drawn row; dots included, in order. */
  readonly columnX: readonly number[];
  readonly rowY: readonly number[];
  /** Width of a column's digits and height of a row. */
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Width of a column of dots: narrower than one of numbers. */
  readonly dotsWidth: number;
  readonly signWidth: number;
  readonly bracket: {readonly left: number; readonly right: number; readonly top: number; readonly bottom: number; readonly lip: number; readonly stroke: number};
}

/**
 * Places a grid of numbers.
 *
 * The brackets hug: the air inside them is 0.3 of the type size on all four sides, measured from digits and hanging
 * signs. A grid without rows or columns has the height of one empty row.
 *
 * @example placeGrid({rows: 1, columns: 1, fontSize: 40, digitsWidth: 67, signWidth: 24, columnAir: 0.8, rowPitch: 1.3, brackets: false}).width  // 91, digits and sign
 */
export function placeGrid(plan: GridPlan): GridPlaces {
  const {fontSize, digitsWidth, signWidth} = plan;
  const dotsWidth = Math.min(digitsWidth, 0.62 * fontSize);
  const gap = Math.max(plan.columnAir * fontSize, signWidth + 0.58 * fontSize);
  const cellHeight = plan.rowPitch * fontSize;
  const widths = drawn(plan.columns, plan.columnDots).map(isDots => (isDots ? dotsWidth : digitsWidth));
  const rowCount = drawn(plan.rows, plan.rowDots).length;
  const air = 0.3 * fontSize;
  const lip = 0.24 * fontSize;
  const stroke = Math.max(1.5, 0.07 * fontSize);
  const digits = widths.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, widths.length - 1);
  const inner = widths.length === 0 ? 0 : digits + signWidth;
  const side = plan.brackets ? air + stroke : 0;
  const width = inner + 2 * side;
  const ink = Math.max(1, rowCount) * cellHeight - (plan.rowPitch - 0.72) * fontSize;
  const height = plan.brackets ? ink + 2 * air : Math.max(1, rowCount) * cellHeight;
  let x = -inner / 2 + signWidth;
  const columnX = widths.map((each, j) => {
    // Dots have no sign, so they move into the middle of the air that the next column's signs leave.
    const middle = x + each / 2 - (j === plan.columnDots ? signWidth / 2 : 0);
    x += each + gap;
    return middle;
  });
  const rowY = Array.from({length: rowCount}, (_, i) => (i - (rowCount - 1) / 2) * cellHeight);
  const bracket = {left: -width / 2 + stroke / 2, right: width / 2 - stroke / 2, top: -height / 2 + stroke / 2, bottom: height / 2 - stroke / 2, lip, stroke};
  return {width, height, columnX, rowY, cellWidth: digitsWidth, cellHeight, dotsWidth, signWidth, bracket};
}

/** Which of the drawn lines are dots. @example drawn(2, 1)  // [false, true, false] */
export function drawn(count: number, dots: number | undefined): boolean[] {
  const lines = Array.from({length: count}, () => false);
  if (dots !== undefined && count > 0) lines.splice(dots, 0, true);
  return lines;
}

/**
 * The place of dots among the drawn lines: counted from the start, or, negative, from the end; -2 leaves one line after them.
 *
 * @param count - lines of numbers
 * @throws RangeError 'Cannot draw NumericMatrix: "rowDots" is 9, this one has 5 rows, so it takes -5 to 5'
 * @example dotsPlace('NumericMatrix', 'rowDots', -2, 5)  // 4, before the last of five
 */
export function dotsPlace(owner: string, prop: string, dots: number | null, count: number): number | undefined {
  if (dots === null || count === 0) return undefined;
  const place = dots < 0 ? count + 1 + dots : dots;
  if (!Number.isInteger(dots) || place < 0 || place > count) {
    const what = prop.startsWith('row') ? 'rows' : 'columns';
    throw new RangeError(`Cannot draw ${owner}: "${prop}" is ${dots}, this one has ${count} ${what}, so it takes ${-count} to ${count}`);
  }
  return place;
}

/** The drawn line on which a line of numbers stands. @example drawnIndex(2, 1)  // 3 */
export function drawnIndex(index: number, dots: number | undefined): number {
  return dots === undefined || index < dots ? index : index + 1;
}
