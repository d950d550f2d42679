/**
 * Reads a formula written in TeX as the mathematics it states: symbols, products, sums over an index, functions.
 * TeX comes in, a tree comes out. Called by the notation registry, which checks symbols, index bases and dimensions.
 */

/** What a formula says. */
export type TexExpression =
  | {readonly kind: 'number'; readonly value: number}
  | {readonly kind: 'symbol'; readonly name: string; readonly indices: readonly TexExpression[]}
  | SeveralParts
  | {readonly kind: 'quotient'; readonly over: TexExpression; readonly under: TexExpression}
  | {readonly kind: 'root' | 'transpose' | 'negative'; readonly of: TexExpression}
  | {readonly kind: 'power'; readonly base: TexExpression; readonly exponent: TexExpression}
  | {readonly kind: 'call'; readonly name: string; readonly of: TexExpression}
  | {readonly kind: 'over'; readonly operator: 'sum' | 'prod'; readonly index: string; readonly from: TexExpression;
      readonly to?: TexExpression; readonly body: TexExpression};

/** Parts side by side: factors, terms (a subtracted one is `negative`), sides, or items. */
export interface SeveralParts {
  readonly kind: 'product' | 'sum' | 'relation' | 'list';
  readonly parts: readonly TexExpression[];
}

/**
 * Parses the TeX of a formula.
 *
 * Known: letters and Greek commands, `_` and `^`, `\frac`, `\sqrt`, `\sum`, `\prod`, `^T` and `^\top`, named functions
 * (`\text{softmax}`, `\operatorname{…}`, `\exp`), brackets of all sizes, `+ - \cdot \times / = \approx \le \to`.
 * Colour and spacing commands are read past.
 *
 * @throws SyntaxError "Cannot read the formula "\frac{a}": expected "{" at character 9"
 * @example parseTex('W_Q E_i')  // product of symbols W_Q and E with index i
 */
export function parseTex(tex: string): TexExpression {
  const reader = new TexReader(tex);
  const expression = readRelation(reader);
  if (reader.peek() !== undefined) reader.fail(`"${reader.peek()}" stands where nothing was expected`);
  return expression;
}

const relations = new Set(['=', '<', '>', '\\approx', '\\le', '\\leq', '\\ge', '\\geq', '\\to', '\\in', '\\neq', '\\sim', '\\propto', '\\mapsto']);
const signs = new Set(['+', '-', '\u2212', '\\pm']);
const times = new Set(['\\cdot', '\\times', '*', '\\odot', '\\circ']);
const spaces = new Set(['\\,', '\\;', '\\:', '\\!', '\\ ', '\\quad', '\\qquad', '~', '\\displaystyle', '\\left', '\\right', '\\big', '\\Big', '\\bigl', '\\bigr', '\\Bigl', '\\Bigr', '&', '\\limits']);
const dressings = new Set(['\\vec', '\\hat', '\\bar', '\\tilde', '\\mathbf', '\\boldsymbol', '\\mathit', '\\overrightarrow', '\\vb']);
const uprights = new Set(['\\text', '\\mathrm', '\\operatorname', '\\textrm', '\\mathsf', '\\mathtt', '\\texttt']);
const functions = new Set(['\\exp', '\\log', '\\ln', '\\max', '\\min', '\\tanh', '\\cos', '\\sin']);
const closers: Record<string, string> = {'(': ')', '[': ']', '\\{': '\\}', '|': '|', '\\|': '\\|', '{': '}'};

class TexReader {
  private readonly tokens: {text: string; at: number}[] = [];
  private place = 0;

  public constructor(private readonly tex: string) {
    for (const match of tex.matchAll(/\\color\{[^}]*\}|\\(?:[a-zA-Z]+|.)|\d+(?:[.,]\d+)*|[^\s]/g)) {
      if (!spaces.has(match[0]) && !match[0].startsWith('\\color{')) this.tokens.push({text: match[0], at: match.index});
    }
  }

  public peek(ahead = 0): string | undefined {
    return this.tokens[this.place + ahead]?.text;
  }

  public next(): string {
    const token = this.tokens[this.place++];
    if (token === undefined) this.fail('it ends too early');
    return token.text;
  }

  public expect(text: string): void {
    if (this.peek() !== text) this.fail(`expected "${text}"`);
    this.place++;
  }

  /** The raw text between braces, for names set upright. */
  public bracedText(): string {
    this.expect('{');
    let text = '';
    while (this.peek() !== '}') text += this.next();
    this.expect('}');
    return text;
  }

  public fail(what: string): never {
    const at = this.tokens[this.place]?.at ?? this.tex.length;
    throw new SyntaxError(`Cannot read the formula "${this.tex}": ${what} at character ${at + 1}`);
  }
}

function readRelation(reader: TexReader): TexExpression {
  return joined('relation', readSeparated(reader, readList, relations));
}

function readList(reader: TexReader): TexExpression {
  return joined('list', readSeparated(reader, readSum, new Set([',', '\\dots', '\\ldots', '\\cdots'])));
}

function readSum(reader: TexReader): TexExpression {
  const parts = [readTerm(reader)];
  while (signs.has(reader.peek() ?? '')) parts.push(readTerm(reader));
  return joined('sum', parts);
}

function readTerm(reader: TexReader): TexExpression {
  let negative = false;
  while (signs.has(reader.peek() ?? '')) {
    const sign = reader.next();
    negative = negative !== (sign === '-' || sign === '\u2212');
  }
  // "+ \cdots" leaves a sign without a term: the dots stand for it.
  const term = isListMark(reader.peek() ?? '') ? dots(reader) : readProduct(reader);
  return negative ? {kind: 'negative', of: term} : term;
}

function dots(reader: TexReader): TexExpression {
  return {kind: 'symbol', name: reader.next(), indices: []};
}

function readSeparated(reader: TexReader, part: (reader: TexReader) => TexExpression, by: Set<string>): TexExpression[] {
  const parts = [part(reader)];
  while (by.has(reader.peek() ?? '')) {
    while (by.has(reader.peek() ?? '')) reader.next();
    if (endsGroup(reader.peek())) break;
    parts.push(part(reader));
  }
  return parts;
}

function readProduct(reader: TexReader): TexExpression {
  let factors = [readFactor(reader)];
  for (;;) {
    const token = reader.peek();
    if (token === '/') {
      reader.next();
      factors = [{kind: 'quotient', over: joined('product', factors), under: readFactor(reader)}];
      continue;
    }
    if (times.has(token ?? '')) reader.next();
    else if (endsGroup(token) || signs.has(token!) || relations.has(token!) || isListMark(token!)) break;
    factors.push(readFactor(reader));
  }
  return joined('product', factors);
}

function readFactor(reader: TexReader): TexExpression {
  let base = readAtom(reader);
  while (reader.peek() === '^' || reader.peek() === "'") {
    if (reader.next() === "'") continue;
    const exponent = readScript(reader);
    const transposed = exponent.kind === 'symbol' && (exponent.name === 'T' || exponent.name === '\\top');
    base = transposed ? {kind: 'transpose', of: base} : {kind: 'power', base, exponent};
  }
  return base;
}

function readAtom(reader: TexReader): TexExpression {
  const token = reader.next();
  if (/^\d/.test(token)) return {kind: 'number', value: Number(token.replaceAll(',', ''))};
  if (token === '\\frac' || token === '\\dfrac') {
    return {kind: 'quotient', over: readBraced(reader), under: readBraced(reader)};
  }
  if (token === '\\sqrt') return {kind: 'root', of: readBraced(reader)};
  if (token === '\\sum' || token === '\\prod') return readOver(reader, token === '\\sum' ? 'sum' : 'prod');
  if (token in closers) return readGroup(reader, closers[token]);
  if (functions.has(token)) return readCall(reader, token.slice(1));
  if (uprights.has(token)) return readUpright(reader);
  if (token === '\\infty') return {kind: 'number', value: Infinity};
  if (dressings.has(token)) return withIndices(reader, reader.peek() === '{' ? readBraced(reader) : readAtom(reader));
  if (/^[\p{L}]$/u.test(token) || /^\\[a-zA-Z]+$/.test(token)) return readSymbol(reader, token);
  return reader.fail(`"${token}" is not known`);
}

function readUpright(reader: TexReader): TexExpression {
  const name = reader.bracedText();
  return reader.peek() === '(' ? readCall(reader, name) : readSymbol(reader, name);
}

function readCall(reader: TexReader, name: string): TexExpression {
  return {kind: 'call', name, of: readFactor(reader)};
}

function readSymbol(reader: TexReader, name: string): TexExpression {
  return withIndices(reader, {kind: 'symbol', name, indices: []});
}

function withIndices(reader: TexReader, base: TexExpression): TexExpression {
  if (base.kind !== 'symbol') return base;
  let symbol = base;
  while (reader.peek() === '_') {
    reader.next();
    const index = readScript(reader);
    symbol = {...symbol, indices: [...symbol.indices, ...(index.kind === 'list' ? index.parts : [index])]};
  }
  return symbol;
}

function readOver(reader: TexReader, operator: 'sum' | 'prod'): TexExpression {
  let index = '';
  let from: TexExpression = {kind: 'number', value: NaN};
  let to: TexExpression | undefined;
  while (reader.peek() === '_' || reader.peek() === '^') {
    if (reader.next() === '^') to = readScript(reader);
    else [index, from] = boundOf(readScript(reader));
  }
  return {kind: 'over', operator, index, from, to, body: readProduct(reader)};
}

function boundOf(bound: TexExpression): [string, TexExpression] {
  const [first, from] = bound.kind === 'relation' ? bound.parts : [bound];
  return [first.kind === 'symbol' ? first.name : '', from ?? {kind: 'number', value: NaN}];
}

function readScript(reader: TexReader): TexExpression {
  if (reader.peek() === '{') return readBraced(reader);
  const token = reader.next();
  if (/^\d/.test(token)) return {kind: 'number', value: Number(token)};
  if (uprights.has(token)) return {kind: 'symbol', name: reader.bracedText(), indices: []};
  return {kind: 'symbol', name: token, indices: []};
}

function readBraced(reader: TexReader): TexExpression {
  reader.expect('{');
  return readGroup(reader, '}');
}

function readGroup(reader: TexReader, closer: string): TexExpression {
  const inner = readRelation(reader);
  reader.expect(closer);
  return inner;
}

function isListMark(token: string): boolean {
  return token === ',' || token === '\\dots' || token === '\\ldots' || token === '\\cdots';
}

function endsGroup(token: string | undefined): boolean {
  return token === undefined || [')', ']', '}', '\\}', '|', '\\|'].includes(token);
}

function joined(kind: 'product' | 'sum' | 'relation' | 'list', parts: readonly TexExpression[]): TexExpression {
  return parts.length === 1 ? parts[0] : {kind, parts};
}
