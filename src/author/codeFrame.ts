/**
 * Shows the author's own line with a caret under the fault. In: a source text and a place in it. Out: a few lines for
 * the terminal. Called by the printer of errors.
 */
import {createColors} from 'picocolors';

const widest = 100;

/**
 * Draws the line of a fault between its neighbours.
 *
 * A line wider than 100 characters is cut to the part around the caret; a tab is shown as two spaces.
 *
 * @param source - the whole file
 * @param at - the place, line and column counted from 1
 * @param options - `colour`: use terminal colours
 * @returns up to four lines, or an empty text when the file has no such line
 * @example codeFrame('one\ntwo', {line: 2, column: 1})
 * // "    1 | one\n  > 2 | two\n      | ^"
 */
export function codeFrame(source: string, at: {readonly line: number; readonly column?: number}, options: {readonly colour?: boolean} = {}): string {
  const colours = createColors(options.colour ?? false);
  const lines = source.split(/\r?\n/);
  if (lines[at.line - 1] === undefined) return '';
  const numbers = [at.line - 1, at.line, at.line + 1].filter(number => lines[number - 1] !== undefined && (number === at.line || lines[number - 1] !== ''));
  const gutter = String(at.line + 1).length;
  const cut = Math.max(0, (at.column ?? 1) - 1 - Math.floor((widest * 2) / 3));
  return numbers.flatMap(number => {
    const here = number === at.line;
    const line = `${String(number).padStart(gutter)} | ${visible(lines[number - 1]!, cut)}`.trimEnd();
    const shown = here ? `  ${colours.red('>')} ${line}` : `    ${colours.dim(line)}`;
    if (!here || at.column === undefined) return [shown];
    const before = visible(lines[number - 1]!.slice(0, at.column - 1), cut).length;
    return [shown, `    ${colours.dim(`${' '.repeat(gutter)} |`)} ${' '.repeat(before)}${colours.red('^')}`];
  }).join('\n');
}

function visible(line: string, cut: number): string {
  return line.slice(cut, cut + widest).replace(/\t/g, '  ');
}
