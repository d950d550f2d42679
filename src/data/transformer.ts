/**
 * A small GPT in plain numbers: embedding, masked attention, MLP, unembedding, each step kept so that a scene can
 * show it. Weights come in by GPT-2's names, hand-built or from a safetensors file; every number on the way goes out.
 * Safe in scenes; files are read by readSafetensors.ts.
 */
import {gelu, geluTanh, relu} from '../math/activations';
import type {AttentionResult} from '../math/attention';
import {attention} from '../math/attention';
import {softmax} from '../math/softmax';
import {add} from '../math/vector';
import type {Tensor, TensorMap} from './safetensors';

export interface TransformerSettings {
  /** H: attention heads a layer; must divide the width. */
  readonly heads: number;
  /** Default `gelu-tanh`, as GPT-2. */
  readonly activation?: 'gelu-tanh' | 'gelu' | 'relu';
  /** What layer norms add to the variance, default 1e-5. */
  readonly normEpsilon?: number;
  /** Whether norms, biases, positions and MLPs may be missing, as in a hand-built model. Default false. */
  readonly partial?: boolean;
}

/** Layer norm: gain and bias, shape (D). */
interface Norm {
  readonly gain: Tensor;
  readonly bias: Tensor;
}

/** y = xW + b, W of shape (in, out). */
interface Linear {
  readonly weight: Tensor;
  readonly bias?: Tensor;
}

interface Layer {
  readonly norm1?: Norm;
  readonly attend: Linear;
  readonly project: Linear;
  readonly norm2?: Norm;
  readonly up?: Linear;
  readonly down?: Linear;
}

/** A model with its weights checked. */
export interface Transformer {
  readonly width: number;
  readonly heads: number;
  readonly vocabulary: number;
  /** The most tokens it takes; Infinity without position vectors. */
  readonly context: number;
  readonly embedding: Tensor;
  readonly positions?: Tensor;
  readonly layers: readonly Layer[];
  readonly lastNorm?: Norm;
  /** W_U as rows of tokens; the embedding itself where it is tied. */
  readonly unembedding: Tensor;
  readonly activate: (x: number) => number;
  readonly normEpsilon: number;
}

/** What one layer did, one vector a token in each list. */
export interface LayerRun {
  /** One result a head: scores, pattern and updates of width D / H. */
  readonly heads: readonly (AttentionResult & {readonly queries: number[][]; readonly keys: number[][]; readonly values: number[][]})[];
  /** ΔE: what attention adds, shape (n, D). */
  readonly attentionUpdate: number[][];
  readonly afterAttention: number[][];
  /** The hidden layer after the bend, shape (n, F); empty without an MLP. */
  readonly neurons: number[][];
  readonly mlpUpdate: number[][];
  readonly afterMlp: number[][];
}

/** What a whole run did. */
export interface TransformerRun {
  /** Token plus position, shape (n, D). */
  readonly embeddings: number[][];
  readonly layers: readonly LayerRun[];
  /** After the last norm, shape (n, D). */
  readonly final: number[][];
  /** Scores for the token after each place, shape (n, V). */
  readonly logits: number[][];
}

/**
 * Builds a model from tensors named as GPT-2's: wte.weight, wpe.weight, h.N.ln_1, h.N.attn.c_attn, h.N.attn.c_proj,
 * h.N.ln_2, h.N.mlp.c_fc, h.N.mlp.c_proj, ln_f, and lm_head.weight where it is not tied. A prefix "transformer." may
 * stand before them.
 *
 * @throws RangeError "The model has no h.0.ln_1.weight" and "h.0.mlp.c_fc.weight has the shape 4×8, expected 4×16"
 * @example const gpt2 = transformerFrom(await readSafetensors('model.safetensors'), {heads: 12});
 * @see openai/gpt-2, src/model.py
 */
export function transformerFrom(tensors: TensorMap, settings: TransformerSettings): Transformer {
  const weights = new Weights(tensors, settings.partial ?? false);
  const embedding = weights.table('wte.weight');
  const width = embedding.shape[1];
  if (width % settings.heads !== 0) throw new RangeError(`A width of ${width} cannot be shared by ${settings.heads} heads`);
  const positions = weights.optional('wpe.weight', [undefined, width]);
  const layers: Layer[] = [];
  while (weights.has(`h.${layers.length}.attn.c_attn.weight`)) layers.push(layerFrom(weights, `h.${layers.length}`, width));
  return {
    width,
    heads: settings.heads,
    vocabulary: embedding.shape[0],
    context: positions === undefined ? Infinity : positions.shape[0],
    embedding,
    positions,
    layers,
    lastNorm: weights.norm('ln_f', width),
    unembedding: weights.has('lm_head.weight') ? weights.tensor('lm_head.weight', [embedding.shape[0], width]) : embedding,
    activate: {'gelu-tanh': geluTanh, gelu, relu}[settings.activation ?? 'gelu-tanh'],
    normEpsilon: settings.normEpsilon ?? 1e-5,
  };
}

/**
 * Runs a model over tokens and keeps every step.
 *
 * Law: what is computed for a token depends on it and those before it only.
 *
 * @param tokens - ids, at least one, at most the context
 * @throws RangeError "Token 7 is 99: this model knows 0 to 49"
 */
export function runTransformer(model: Transformer, tokens: readonly number[]): TransformerRun {
  requireTokens(model, tokens);
  const embeddings = tokens.map((token, place) => {
    const vector = rowOf(model.embedding, token);
    return model.positions === undefined ? vector : add(vector, rowOf(model.positions, place));
  });
  const layers: LayerRun[] = [];
  for (const layer of model.layers) layers.push(runLayer(model, layer, layers.at(-1)?.afterMlp ?? embeddings));
  const last = layers.at(-1)?.afterMlp ?? embeddings;
  const final = normalized(last, model.lastNorm, model.normEpsilon);
  return {embeddings, layers, final, logits: final.map(vector => unembedded(model.unembedding, vector))};
}

/** How likely each token is to come next, shape (V). @param temperature - default 1 */
export function nextTokenProbabilities(model: Transformer, tokens: readonly number[], temperature = 1): number[] {
  return softmax(runTransformer(model, tokens).logits.at(-1)!, temperature);
}

function runLayer(model: Transformer, layer: Layer, input: number[][]): LayerRun {
  const mixed = applied(layer.attend, normalized(input, layer.norm1, model.normEpsilon));
  const size = model.width / model.heads;
  const heads = Array.from({length: model.heads}, (_, head) => {
    const part = (kind: number) => mixed.map(row => row.slice(kind * model.width + head * size, kind * model.width + (head + 1) * size));
    const [queries, keys, values] = [part(0), part(1), part(2)];
    return {queries, keys, values, ...attention({queries, keys, values})};
  });
  const joined = input.map((_, place) => heads.flatMap(head => head.updates[place]));
  const attentionUpdate = applied(layer.project, joined);
  const afterAttention = input.map((row, i) => add(row, attentionUpdate[i]));
  if (layer.up === undefined || layer.down === undefined) {
    return {heads, attentionUpdate, afterAttention, neurons: [], mlpUpdate: [], afterMlp: afterAttention};
  }
  const raised = applied(layer.up, normalized(afterAttention, layer.norm2, model.normEpsilon));
  const neurons = raised.map(row => row.map(model.activate));
  const mlpUpdate = applied(layer.down, neurons);
  return {heads, attentionUpdate, afterAttention, neurons, mlpUpdate, afterMlp: afterAttention.map((row, i) => add(row, mlpUpdate[i]))};
}

/** Each row times the weight, plus the bias. The inner loop runs along memory, which is what makes GPT-2 bearable. */
function applied({weight, bias}: Linear, rows: readonly number[][]): number[][] {
  const outputs = weight.shape[1];
  const {data} = weight;
  return rows.map(row => {
    const sum = bias === undefined ? new Float64Array(outputs) : Float64Array.from(bias.data);
    for (let i = 0; i < row.length; i++) {
      const [entry, start] = [row[i], i * outputs];
      for (let j = 0; j < outputs; j++) sum[j] += entry * data[start + j];
    }
    return Array.from(sum);
  });
}

/** Each row brought to mean 0 and variance 1, then stretched and moved; left alone without a norm. */
function normalized(rows: readonly number[][], norm: Norm | undefined, epsilon: number): number[][] {
  if (norm === undefined) return rows.map(row => [...row]);
  return rows.map(row => {
    const middle = row.reduce((sum, x) => sum + x, 0) / row.length;
    const variance = row.reduce((sum, x) => sum + (x - middle) ** 2, 0) / row.length;
    const root = Math.sqrt(variance + epsilon);
    return row.map((x, i) => ((x - middle) / root) * norm.gain.data[i] + norm.bias.data[i]);
  });
}

function unembedded(table: Tensor, vector: readonly number[]): number[] {
  const [vocabulary, width] = table.shape;
  const {data} = table;
  return Array.from({length: vocabulary}, (_, token) => {
    let sum = 0;
    for (let i = 0; i < width; i++) sum += data[token * width + i] * vector[i];
    return sum;
  });
}

function rowOf(table: Tensor, row: number): number[] {
  const width = table.shape[1];
  return Array.from(table.data.subarray(row * width, (row + 1) * width));
}

function layerFrom(weights: Weights, name: string, width: number): Layer {
  const up = weights.linear(`${name}.mlp.c_fc`, width, undefined, 'optional');
  const hidden = up?.weight.shape[1];
  return {
    norm1: weights.norm(`${name}.ln_1`, width),
    attend: weights.linear(`${name}.attn.c_attn`, width, 3 * width)!,
    project: weights.linear(`${name}.attn.c_proj`, width, width)!,
    norm2: weights.norm(`${name}.ln_2`, width),
    up,
    down: hidden === undefined ? undefined : weights.linear(`${name}.mlp.c_proj`, hidden, width),
  };
}

/** Tensors by GPT-2's names, each asked for with the shape it must have. */
class Weights {
  public constructor(private readonly tensors: TensorMap, private readonly partial: boolean) {}

  public has(name: string): boolean {
    return this.find(name) !== undefined;
  }

  public table(name: string): Tensor {
    const tensor = this.tensor(name, [undefined, undefined]);
    if (tensor.shape[0] === 0 || tensor.shape[1] === 0) throw new RangeError(`${name} is empty`);
    return tensor;
  }

  /** @param shape - an undefined size may be anything */
  public tensor(name: string, shape: readonly (number | undefined)[]): Tensor {
    const tensor = this.find(name);
    if (tensor === undefined) throw new RangeError(`The model has no ${name}`);
    const fits = tensor.shape.length === shape.length && shape.every((size, i) => size === undefined || size === tensor.shape[i]);
    if (fits) return tensor;
    const expected = shape.map(size => size ?? 'any').join('×');
    throw new RangeError(`${name} has the shape ${tensor.shape.join('×')}, expected ${expected}`);
  }

  /** A tensor that a partial model may lack. */
  public optional(name: string, shape: readonly (number | undefined)[]): Tensor | undefined {
    return this.partial && !this.has(name) ? undefined : this.tensor(name, shape);
  }

  public norm(name: string, width: number): Norm | undefined {
    const gain = this.optional(`${name}.weight`, [width]);
    return gain === undefined ? undefined : {gain, bias: this.tensor(`${name}.bias`, [width])};
  }

  public linear(name: string, inputs: number, outputs: number | undefined, need: 'required' | 'optional' = 'required'): Linear | undefined {
    const shape = [inputs, outputs];
    const weight = need === 'optional' ? this.optional(`${name}.weight`, shape) : this.tensor(`${name}.weight`, shape);
    return weight === undefined ? undefined : {weight, bias: this.optional(`${name}.bias`, [weight.shape[1]])};
  }

  private find(name: string): Tensor | undefined {
    return this.tensors.get(name) ?? this.tensors.get(`transformer.${name}`);
  }
}

function requireTokens(model: Transformer, tokens: readonly number[]): void {
  if (tokens.length === 0) throw new RangeError('A model needs at least one token to go on from');
  if (tokens.length > model.context) throw new RangeError(`${tokens.length} tokens do not fit a context of ${model.context}`);
  tokens.forEach((token, i) => {
    if (Number.isInteger(token) && token >= 0 && token < model.vocabulary) return;
    throw new RangeError(`Token ${i + 1} is ${token}: this model knows 0 to ${model.vocabulary - 1}`);
  });
}
