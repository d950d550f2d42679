/**
 * One registry of symbols for a whole series: each is declared once, with its meaning, index and shape.
 * Formulas as TeX come in, findings come out: a symbol nobody declared, two cases of one letter, a sum that starts
 * where its symbol does not, a product whose dimensions do not meet. Equations call it before they are drawn.
 */
import {shapeText} from './matrix';
import type {SeveralParts, TexExpression} from './texExpression';
import {parseTex} from './texExpression';

/** A size: a number, or the symbol that stands for it. */
export type Dimension = number | string;

/** One symbol and what it stands for. */
export interface SymbolDeclaration {
  /** As in TeX without arguments: `x`, `W_Q`, `d_k`, `\Delta E`. A letter index such as `i` is given by `index`. */
  readonly symbol: string;
  readonly meaning: string;
  /** For families x_1, x_2, …: the letter, the number it starts from, and the last one. */
  readonly index?: {readonly letter: string; readonly from: 0 | 1; readonly to: Dimension};
  /** [] for a number (the default), [d] for a column vector, [rows, columns] for a matrix. */
  readonly shape?: readonly Dimension[];
  /** Other cases of the same letter that are meant to live beside this one, as N beside n. */
  readonly besides?: readonly string[];
}

export type NotationFault = 'undeclared' | 'case-clash' | 'index-base' | 'index-range' | 'declared-twice' | 'dimensions' | 'unreadable';

/** One thing wrong with a formula or with the registry. */
export interface NotationFinding {
  readonly fault: NotationFault;
  readonly symbol: string;
  readonly message: string;
  readonly fix: string;
}

/** The symbols of a series. */
export interface Notation {
  readonly declarations: readonly SymbolDeclaration[];
  /** What is wrong with the declarations themselves. */
  readonly faults: readonly NotationFinding[];
  /** All that is wrong with a formula; empty when it is right. */
  check(tex: string): NotationFinding[];
  /** The shape of a formula's value: [] for a number. @throws RangeError when dimensions do not meet */
  shape(tex: string): readonly Dimension[];
  /** @throws RangeError with all findings when the formula or the registry is not right */
  require(tex: string): void;
}

/**
 * Opens a registry of symbols.
 *
 * @param declarations - each symbol once
 * @example
 * const notation = defineNotation([
 *   {symbol: 'N', meaning: 'number of logits'},
 *   {symbol: 'x', meaning: 'logits', index: {letter: 'n', from: 1, to: 'N'}, besides: ['X']},
 * ]);
 * notation.check('\\sum_{n=0}^{N-1} e^{x_n}')  // index-base: "x counts from 1, but this sum starts at 0"
 */
export function defineNotation(declarations: readonly SymbolDeclaration[]): Notation {
  const registry: Registry = new Map(declarations.map(each => [plainName(each.symbol), each]));
  const faults = declarationFaults(declarations);
  const check = (tex: string) => formulaFaults(tex, registry);
  return {
    declarations,
    faults,
    check,
    shape: tex => shapeOfExpression(parseTex(tex), registry),
    require: tex => {
      const all = [...faults, ...check(tex)];
      if (all.length > 0) throw new RangeError(all.map(each => `${each.message}. ${each.fix}`).join('\n'));
    },
  };
}

type Registry = ReadonlyMap<string, SymbolDeclaration>;

/** Constants and marks that need no declaration. */
const everywhere = new Set(['e', '\\pi', '\\vdots', '\\ddots', '\\dots', '\\ldots', '\\cdots', '\\square']);

function formulaFaults(tex: string, registry: Registry): NotationFinding[] {
  let expression: TexExpression;
  try {
    expression = parseTex(tex);
  } catch (error) {
    return [finding('unreadable', tex, (error as Error).message, 'Write it with the commands that parseTex knows')];
  }
  const found = [...symbolFaults(expression, registry, new Set()), ...indexFaults(expression, registry)];
  try {
    shapeOfExpression(expression, registry);
  } catch (error) {
    found.push(finding('dimensions', tex, (error as Error).message, 'Swap or transpose the factors until they meet'));
  }
  return unique(found);
}

/** Each symbol must be declared, in the case in which it is written; letters bound by a sum or an index are known. */
function symbolFaults(expression: TexExpression, registry: Registry, bound: ReadonlySet<string>): NotationFinding[] {
  if (expression.kind === 'symbol') {
    const declared = declarationOf(expression, registry);
    const letters = declared?.index === undefined ? bound : new Set([...bound, declared.index.letter, ...indexLetters]);
    const inner = declared !== undefined && declared.index === undefined
      ? []
      : expression.indices.flatMap(index => symbolFaults(index, registry, letters));
    const known = declared !== undefined || everywhere.has(expression.name) || bound.has(expression.name);
    return known ? inner : [undeclared(expression, registry)];
  }
  const within = expression.kind === 'over' ? new Set([...bound, expression.index]) : bound;
  return childrenOf(expression).flatMap(child => symbolFaults(child, registry, within));
}

/** Letters that by custom run over tokens, layers and entries. */
const indexLetters = ['i', 'j', 'k', 'l', 'm', 'n', 't', 'h'];

function undeclared(symbol: TexExpression & {kind: 'symbol'}, registry: Registry): NotationFinding {
  const name = writtenName(symbol);
  const other = [...registry.keys()].find(key => [name, symbol.name].some(each => differsInCase(key, each)));
  if (other === undefined) {
    return finding('undeclared', name, `The symbol ${name} is not declared`, `Declare ${name} with its meaning, or use a declared symbol`);
  }
  const meaning = registry.get(other)!.meaning;
  return finding('case-clash', name, `The symbol ${name} is not declared, ${other} is (${meaning})`, `Write ${other}, or declare ${name} besides it`);
}

/** A sum must start and end where the symbols that carry its letter do. */
function indexFaults(expression: TexExpression, registry: Registry): NotationFinding[] {
  const inner = childrenOf(expression).flatMap(child => indexFaults(child, registry));
  if (expression.kind !== 'over') return inner;
  const carried = symbolsIn(expression.body).filter(symbol =>
    symbol.indices.some(index => index.kind === 'symbol' && index.name === expression.index),
  );
  const own = carried.flatMap(symbol => {
    const declared = registry.get(symbol.name);
    return declared?.index === undefined ? [] : boundFaults(symbol.name, declared.index, expression);
  });
  return [...inner, ...own];
}

function boundFaults(
  name: string,
  index: NonNullable<SymbolDeclaration['index']>,
  sum: TexExpression & {kind: 'over'},
): NotationFinding[] {
  const found: NotationFinding[] = [];
  const from = sum.from.kind === 'number' ? sum.from.value : NaN;
  if (!Number.isNaN(from) && from !== index.from) {
    found.push(finding('index-base', name, `${name} counts from ${index.from}, but this sum starts at ${from}`,
      `Let the sum run from ${sum.index}=${index.from}`));
  }
  const last = sum.to === undefined ? undefined : boundText(sum.to);
  if (last !== undefined && last !== String(index.to)) {
    found.push(finding('index-range', name, `${name} ends at ${index.to}, but this sum ends at ${last}`,
      `Let the sum run to ${index.to}`));
  }
  return found;
}

function declarationFaults(declarations: readonly SymbolDeclaration[]): NotationFinding[] {
  return declarations.flatMap((one, i) =>
    declarations.slice(0, i).flatMap(other => {
      const [a, b] = [plainName(one.symbol), plainName(other.symbol)];
      if (a === b) {
        return [finding('declared-twice', a, `${a} is declared twice: ${other.meaning}; ${one.meaning}`, 'Keep one of the two')];
      }
      const meant = one.besides?.includes(other.symbol) || other.besides?.includes(one.symbol);
      if (!differsInCase(a, b) || meant) return [];
      return [finding('case-clash', a, `${a} (${one.meaning}) and ${b} (${other.meaning}) differ only in case`,
        `Rename one, or say besides: ['${b}'] where both are meant`)];
    }),
  );
}

/** The shape of a value; every product on the way is checked. */
function shapeOfExpression(expression: TexExpression, registry: Registry): readonly Dimension[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'symbol':
      return declarationOf(expression, registry)?.shape ?? [];
    case 'transpose':
      return transposedShape(shapeOfExpression(expression.of, registry));
    case 'product':
      return productShape(expression.parts, registry);
    case 'sum':
    case 'relation':
      return sharedShape(expression, registry);
    case 'quotient':
      return shapeOfExpression(expression.over, registry);
    case 'call':
    case 'negative':
      return shapeOfExpression(expression.of, registry);
    case 'over':
      return shapeOfExpression(expression.body, registry);
    default:
      return [];
  }
}

function productShape(factors: readonly TexExpression[], registry: Registry): readonly Dimension[] {
  let shape: readonly Dimension[] = [];
  let text = '';
  for (const factor of factors) {
    const next = shapeOfExpression(factor, registry);
    const name = expressionText(factor);
    if (shape.length > 0 && next.length > 0) {
      const [left, right] = [asMatrix(shape), asMatrix(next)];
      if (left[1] !== right[0]) {
        throw new RangeError(
          `Cannot multiply ${text} (${shapeText(left)}) by ${name} (${shapeText(right)}): ` +
            `${left[1]} columns meet ${right[0]} rows`,
        );
      }
      shape = matrixShape(left[0], right[1]);
    } else if (next.length > 0) shape = next;
    text = text === '' ? name : `${text} ${name}`;
  }
  return shape;
}

function sharedShape(expression: SeveralParts, registry: Registry): readonly Dimension[] {
  const shapes = expression.parts.map(part => shapeOfExpression(part, registry));
  const first = shapes.findIndex(shape => shape.length > 0);
  if (first < 0) return [];
  shapes.forEach((shape, i) => {
    // A plain number beside a matrix is read as added to each entry, or as a value not declared with a shape.
    if (shape.length === 0 || String(asMatrix(shape)) === String(asMatrix(shapes[first]))) return;
    const verb = expression.kind === 'sum' ? 'add' : 'equate';
    throw new RangeError(
      `Cannot ${verb} ${expressionText(expression.parts[first])} (${shapeText(asMatrix(shapes[first]))}) and ` +
        `${expressionText(expression.parts[i])} (${shapeText(asMatrix(shape))}): the shapes differ`,
    );
  });
  return shapes[first];
}

function asMatrix(shape: readonly Dimension[]): readonly [Dimension, Dimension] {
  return shape.length === 2 ? [shape[0], shape[1]] : [shape[0], 1];
}

function matrixShape(rows: Dimension, columns: Dimension): readonly Dimension[] {
  if (columns !== 1) return [rows, columns];
  return rows === 1 ? [] : [rows];
}

function transposedShape(shape: readonly Dimension[]): readonly Dimension[] {
  if (shape.length === 0) return [];
  const [rows, columns] = asMatrix(shape);
  return columns === 1 ? [1, rows] : matrixShape(columns, rows);
}

function declarationOf(symbol: TexExpression & {kind: 'symbol'}, registry: Registry): SymbolDeclaration | undefined {
  const whole = registry.get(writtenName(symbol));
  if (whole !== undefined) return whole;
  // W_{Q}^{(n)} and its like: the longest run of indices that is declared names the family.
  for (let kept = symbol.indices.length - 1; kept >= 0; kept--) {
    const family = registry.get(writtenName({...symbol, indices: symbol.indices.slice(0, kept)}));
    if (family?.index !== undefined) return family;
  }
  return undefined;
}

function writtenName(symbol: TexExpression & {kind: 'symbol'}): string {
  return symbol.indices.length === 0 ? symbol.name : `${symbol.name}_${symbol.indices.map(expressionText).join(',')}`;
}

/** A declared name in the spelling that parsed symbols have: braces and spaces gone. */
function plainName(symbol: string): string {
  const parsed = parseTex(symbol);
  return parsed.kind === 'symbol' ? writtenName(parsed) : symbol;
}

function boundText(bound: TexExpression): string {
  return expressionText(bound).replaceAll(' ', '');
}

/** A formula in short, for messages. */
function expressionText(expression: TexExpression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'symbol':
      return writtenName(expression);
    case 'transpose':
      return `${expressionText(expression.of)}ᵀ`;
    case 'negative':
      return `-${expressionText(expression.of)}`;
    case 'sum':
      return expression.parts.map(expressionText).join('+').replaceAll('+-', '-');
    case 'call':
      return `${expression.name}(${expressionText(expression.of)})`;
    case 'quotient':
      return `${expressionText(expression.over)}/${expressionText(expression.under)}`;
    case 'root':
      return `√${expressionText(expression.of)}`;
    case 'power':
      return `${expressionText(expression.base)}^${expressionText(expression.exponent)}`;
    case 'over':
      return `Σ ${expressionText(expression.body)}`;
    default:
      return expression.parts.map(expressionText).join(joiners[expression.kind]);
  }
}

const joiners = {product: ' ', relation: ' = ', list: ', '};

function childrenOf(expression: TexExpression): readonly TexExpression[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'symbol':
      return expression.indices;
    case 'quotient':
      return [expression.over, expression.under];
    case 'power':
      return [expression.base, expression.exponent];
    case 'over':
      return [expression.from, ...(expression.to === undefined ? [] : [expression.to]), expression.body];
    case 'root':
    case 'transpose':
    case 'negative':
    case 'call':
      return [expression.of];
    default:
      return expression.parts;
  }
}

function symbolsIn(expression: TexExpression): (TexExpression & {kind: 'symbol'})[] {
  const own = expression.kind === 'symbol' ? [expression] : [];
  return [...own, ...childrenOf(expression).flatMap(symbolsIn)];
}

function differsInCase(a: string, b: string): boolean {
  return a !== b && a.toLowerCase() === b.toLowerCase();
}

function finding(fault: NotationFault, symbol: string, message: string, fix: string): NotationFinding {
  return {fault, symbol, message, fix};
}

function unique(findings: readonly NotationFinding[]): NotationFinding[] {
  return [...new Map(findings.map(each => [each.message, each])).values()];
}
