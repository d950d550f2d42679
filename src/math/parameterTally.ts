/**
 * Counts the parameters of a GPT-like model by kind, from its few sizes. Nothing is typed: every figure on screen is a
 * product of factors that the row itself names. Called by the tally component, the specs and their tests.
 */

/** The sizes that fix a GPT-like model. */
export interface ModelSizes {
  /** D: numbers in one embedding. */
  readonly width: number;
  /** L: blocks of attention and MLP. */
  readonly layers: number;
  /** H: attention heads a layer. */
  readonly heads: number;
  /** d_k = d_v: numbers in a query, key or value. */
  readonly headWidth: number;
  /** F: neurons of one MLP, usually 4D. */
  readonly mlpWidth: number;
  /** V: tokens known. */
  readonly vocabulary: number;
  /** Tokens seen at once. */
  readonly context: number;
  /** Whether W_U is W_E again, so that it counts once. */
  readonly tiedUnembedding: boolean;
}

/** One factor of a product. */
export interface TallyFactor {
  readonly name: 'd_embed' | 'd_query' | 'd_value' | 'n_vocab' | 'n_neurons' | 'n_heads' | 'n_layers' | 'n_context' | 'count';
  readonly value: number;
}

export type TallyKind =
  | 'embedding' | 'key' | 'query' | 'value' | 'output' | 'up' | 'down' | 'unembedding'
  | 'positions' | 'attentionBiases' | 'mlpBiases' | 'norms';

/** One kind of parameter. */
export interface TallyRow {
  readonly kind: TallyKind;
  /** As on screen: "Up-projection". */
  readonly label: string;
  /** One matrix (or vector), then a head, a layer, the model: the product of the values is `total`. */
  readonly factors: readonly TallyFactor[];
  /** Parameters of one matrix of this kind. */
  readonly each: number;
  /** Parameters of this kind in one layer; undefined where it does not belong to layers. */
  readonly perLayer?: number;
  /** How many matrices of this kind. */
  readonly copies: number;
  readonly total: number;
}

/** All parameters by kind. */
export interface ParameterTally {
  /** The matrices, in the order in which data meet them. */
  readonly rows: readonly TallyRow[];
  /** Sum of `rows`. */
  readonly total: number;
  /** What the sum leaves out: positions, biases, norms. */
  readonly leftOut: readonly TallyRow[];
  /** Sum of `rows` and `leftOut`. */
  readonly totalWithAll: number;
  /** Running sums of `total` after embedding, unembedding, attention, MLP, as a film adds them up. */
  readonly running: readonly number[];
  /** Number of matrices: with W↑ of the value map counted a head, and with them stapled into one output matrix a layer. */
  readonly matrices: {readonly perHead: number; readonly stapled: number};
}

/**
 * Counts the parameters of a model.
 *
 * Law: total = (2 or 1)·V·D + 4·d·D·H·L + 2·F·D·L.
 *
 * @param sizes - whole positive numbers
 * @throws RangeError "layers must be a whole number above 0, not 1.5"
 * @example parameterTally(gpt3).total  // 175181291520
 */
export function parameterTally(sizes: ModelSizes): ParameterTally {
  requireSizes(sizes);
  const rows = matrixRows(sizes);
  const leftOut = otherRows(sizes);
  const total = sumOf(rows);
  const {heads, layers, tiedUnembedding} = sizes;
  const tables = tiedUnembedding ? 1 : 2;
  return {
    rows,
    total,
    leftOut,
    totalWithAll: total + sumOf(leftOut),
    running: runningSums(rows),
    matrices: {
      perHead: 4 * heads * layers + 2 * layers + tables,
      stapled: 3 * heads * layers + 3 * layers + tables,
    },
  };
}

/** The row of one kind. @throws RangeError "This tally has no row "unembedding"" (a tied model has none) */
export function tallyRow(tally: ParameterTally, kind: TallyKind): TallyRow {
  const row = [...tally.rows, ...tally.leftOut].find(each => each.kind === kind);
  if (row === undefined) throw new RangeError(`This tally has no row "${kind}"`);
  return row;
}

function matrixRows(s: ModelSizes): TallyRow[] {
  const embed = factor('d_embed', s.width);
  const query = factor('d_query', s.headWidth);
  const value = factor('d_value', s.headWidth);
  const vocabulary = factor('n_vocab', s.vocabulary);
  const neurons = factor('n_neurons', s.mlpWidth);
  const head = factor('n_heads', s.heads);
  const layer = factor('n_layers', s.layers);
  const rows = [
    row('embedding', 'Embedding', [embed, vocabulary]),
    row('key', 'Key', [query, embed], [head, layer]),
    row('query', 'Query', [query, embed], [head, layer]),
    row('value', 'Value', [value, embed], [head, layer]),
    row('output', 'Output', [embed, value], [head, layer]),
    row('up', 'Up-projection', [neurons, embed], [layer]),
    row('down', 'Down-projection', [embed, neurons], [layer]),
  ];
  return s.tiedUnembedding ? rows : [...rows, row('unembedding', 'Unembedding', [vocabulary, embed])];
}

function otherRows(s: ModelSizes): TallyRow[] {
  const embed = factor('d_embed', s.width);
  const layer = factor('n_layers', s.layers);
  // Attention: one bias a query, key and value number of each head, and one a number of the output.
  const attention = factor('count', 3 * s.heads * s.headWidth + s.width);
  const mlp = factor('count', s.mlpWidth + s.width);
  // Two norms a layer and one at the end, each with a gain and a bias a number.
  const norms = factor('count', 2 * (2 * s.layers + 1));
  return [
    row('positions', 'Positions', [embed, factor('n_context', s.context)]),
    row('attentionBiases', 'Attention biases', [attention], [layer]),
    row('mlpBiases', 'MLP biases', [mlp], [layer]),
    row('norms', 'Layer norms', [embed, norms]),
  ];
}

function row(kind: TallyKind, label: string, one: TallyFactor[], repeats: TallyFactor[] = []): TallyRow {
  const each = productOf(one);
  const copies = productOf(repeats);
  const perLayer = repeats.some(repeat => repeat.name === 'n_layers')
    ? each * productOf(repeats.filter(repeat => repeat.name !== 'n_layers'))
    : undefined;
  return {kind, label, factors: [...one, ...repeats], each, perLayer, copies, total: each * copies};
}

function runningSums(rows: readonly TallyRow[]): number[] {
  const groups: TallyKind[][] = [['embedding'], ['unembedding'], ['key', 'query', 'value', 'output'], ['up', 'down']];
  let sum = 0;
  return groups.map(kinds => (sum += sumOf(rows.filter(each => kinds.includes(each.kind)))));
}

function factor(name: TallyFactor['name'], value: number): TallyFactor {
  return {name, value};
}

function productOf(factors: readonly TallyFactor[]): number {
  return factors.reduce((product, each) => product * each.value, 1);
}

function sumOf(rows: readonly TallyRow[]): number {
  return rows.reduce((sum, each) => sum + each.total, 0);
}

function requireSizes(sizes: ModelSizes): void {
  for (const [name, value] of Object.entries(sizes)) {
    if (typeof value !== 'number' || (Number.isInteger(value) && value > 0)) continue;
    throw new RangeError(`${name} must be a whole number above 0, not ${value}`);
  }
}
