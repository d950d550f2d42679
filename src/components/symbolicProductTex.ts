/** The TeX of a general matrix-vector product, with every symbol named. */

/**
 * Writes out rows 1 … rows-1 and m, columns 1 … columns-1 and n, with dots between.
 *
 * @param rows - written rows, 2 or more
 * @param columns - written columns, 2 or more
 * @returns the TeX, and the names of weights and of vector entries
 * @throws RangeError 'Cannot draw SymbolicProduct: "rows" is 1, it takes a whole number of 2 or more'
 */
export function symbolicProductTex(
  rows: number,
  columns: number,
  [matrix, vector]: readonly [string, string],
): {readonly tex: string; readonly weights: readonly string[]; readonly entries: readonly string[]} {
  for (const [prop, value] of [['rows', rows], ['columns', columns]] as const) {
    if (!Number.isInteger(value) || value < 2) {
      throw new RangeError(`Cannot draw SymbolicProduct: "${prop}" is ${value}, it takes a whole number of 2 or more`);
    }
  }
  const [weights, entries]: [string[], string[]] = [[], []];
  const named = (list: string[], name: string, tex: string) => {
    list.push(name);
    return `{{${name}: ${tex}}}`;
  };
  const rowIndex = (i: number) => (i === rows ? 'm' : String(i));
  const columnIndex = (j: number) => (j === columns ? 'n' : String(j));
  const weight = (i: number, j: number) => `${matrix}_{${rowIndex(i)},${columnIndex(j)}}`;
  const entry = (j: number) => `${vector}_{${columnIndex(j)}}`;
  const across = (line: (j: number) => string, dots: string) => [...steps(columns - 1).map(line), dots, line(columns)];
  const left = down(rows, i => across(j => named(weights, `w.${i}.${j}`, weight(i, j)), `{{w.${i}.dots: \\cdots}}`).join(' & '), [...steps(columns - 1).map(() => '\\vdots'), '\\ddots', '\\vdots'].join(' & '));
  const middle = [...steps(columns - 1).map(j => named(entries, `x.${j}`, entry(j))), '{{x.dots: \\vdots}}', named(entries, `x.${columns}`, entry(columns))];
  const right = down(rows, i => `{{sum.${i}: ${sumTex(i)}}}`, '\\vdots');

  function sumTex(i: number): string {
    const term = (j: number) => `{{${j === 1 ? `t.${i}.1` : `t.${i}.${j}`}: ${named(weights, `tw.${i}.${j}`, weight(i, j))} ${named(entries, `tx.${i}.${j}`, entry(j))}}}`;
    const plus = (j: number) => ` {{t.${i}.${j}.plus: +}} `;
    return `${steps(columns - 1).map(j => (j === 1 ? term(j) : plus(j) + term(j))).join('')} {{t.${i}.dots: {} + \\cdots + {} }} ${term(columns)}`;
  }

  return {tex: `${boxed(left)} ${boxed(middle)} = ${boxed(right)}`, weights, entries};
}

function down(rows: number, line: (i: number) => string, dots: string): string[] {
  return [...steps(rows - 1).map(line), dots, line(rows)];
}

function boxed(lines: readonly string[]): string {
  return `\\begin{bmatrix} ${lines.join(' \\\\ ')} \\end{bmatrix}`;
}

function steps(count: number): number[] {
  return Array.from({length: count}, (_, i) => i + 1);
}
