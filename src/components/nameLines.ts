/** Rows or columns of a matrix turning into symbols: numbers give way to R₀, R₁, … between rules. */
import {Line, type Node} from '@motion-canvas/2d';
import {all, type PossibleColor} from '@motion-canvas/core';
import {smooth} from '../math/easing';
import {theme} from '../theme/theme';
import {seconds as durations} from '../theme/timing';
import {Equation} from './Equation';
import {handBack, type Task} from './Figure';
import type {NumberGrid} from './NumberGrid';

export interface NameLinesOptions {
  readonly seconds?: number;
  readonly color?: PossibleColor;
}

/** The symbols of a matrix's lines, and the way back to its numbers. */
export interface NamedLines {
  readonly symbols: readonly Equation[];
  /** Lets the numbers come back. duration = `seconds`. */
  giveBack(seconds?: number): Task<void>;
}

/**
 * Replaces the numbers of each row or column by a symbol with a rule on either side.
 *
 * duration = `seconds`. The matrix keeps its values; `giveBack` shows them again.
 *
 * @param names - TeX, one a line
 * @throws RangeError 'nameLines() has 2 names for the 5 rows of NumericMatrix'
 * @example const rows = yield* nameLines(W(), 'rows', ['R_0', 'R_1', 'R_2']);
 */
export function* nameLines(
  grid: NumberGrid,
  lines: 'rows' | 'columns',
  names: readonly string[],
  {seconds = durations.standard, color = theme().weight.positive}: NameLinesOptions = {},
): Task<NamedLines> {
  const count = grid.shape()[lines === 'rows' ? 0 : 1];
  if (names.length !== count) throw new RangeError(`nameLines() has ${names.length} names for the ${count} ${lines} of ${grid.constructor.name}`);
  const made = names.map((tex, i) => namedLine(grid, lines, tex, i, color));
  const nodes = [...made.flatMap(({symbol, rules}) => [symbol, ...rules]), ...dotsBetween(grid, lines, color)];
  nodes.forEach(node => node.opacity(0));
  grid.add(nodes);
  yield* all(grid.shine(() => 0, seconds), ...nodes.map(node => node.opacity(1, seconds, smooth)));
  return handBack({
    symbols: made.map(({symbol}) => symbol),
    *giveBack(time = seconds): Task<void> {
      yield* all(grid.shine(() => 1, time), ...nodes.map(node => node.opacity(0, time, smooth)));
      nodes.forEach(node => node.remove());
    },
  });
}

function namedLine(grid: NumberGrid, lines: 'rows' | 'columns', tex: string, index: number, color: PossibleColor): {symbol: Equation; rules: Node[]} {
  const box = lines === 'rows' ? grid.rowBox(index) : grid.columnBox(index);
  const fontSize = grid.fontSize() * 1.15;
  const symbol = new Equation({tex, color, fontSize, position: box.center, layout: false});
  const along = lines === 'rows' ? [1, 0] : [0, 1];
  const half = (lines === 'rows' ? box.width : box.height) / 2 - 0.2 * fontSize;
  const inner = (lines === 'rows' ? symbol.width() : symbol.height()) / 2 + 0.5 * fontSize;
  const rules = [-1, 1].map(side => {
    const at = (distance: number) => [box.center.x + along[0] * side * distance, box.center.y + along[1] * side * distance] as [number, number];
    return new Line({points: [at(inner), at(Math.max(inner, half))], stroke: color, lineWidth: 3, lineCap: 'round', layout: false});
  });
  return {symbol, rules};
}

/** Dots where the matrix leaves lines out: its own fade with its numbers. */
function dotsBetween(grid: NumberGrid, lines: 'rows' | 'columns', color: PossibleColor): Node[] {
  const {rowY, columnX} = grid.places();
  const at = grid.dotsAmong(lines === 'rows' ? 'row' : 'column');
  if (at === undefined) return [];
  const [x, y] = lines === 'rows' ? [grid.spanBox(0, 0, 0, grid.shape()[1] - 1).center.x, rowY[at]] : [columnX[at], 0];
  return [new Equation({tex: lines === 'rows' ? '\\vdots' : '\\cdots', color, fontSize: grid.fontSize(), position: [x, y], layout: false})];
}
