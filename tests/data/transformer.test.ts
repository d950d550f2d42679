import {describe, expect, it} from 'vitest';
import type {Tensor} from '../../src/data/safetensors';
import {safetensorsBytes, tensorsFromBytes} from '../../src/data/safetensors';
import {nextTokenProbabilities, runTransformer, transformerFrom} from '../../src/data/transformer';
import {seededRandom} from '../../src/math/seededRandom';

const tensor = (shape: number[], data: number[]): Tensor => ({shape, data: Float64Array.from(data)});

/** A model of random weights with GPT-2's names. */
function randomModel(sizes: {D: number; L: number; F: number; V: number; context: number}): Map<string, Tensor> {
  const random = seededRandom('weights');
  const drawn = (...shape: number[]) => tensor(shape, Array.from({length: shape.reduce((a, b) => a * b, 1)}, () => random.normal(0, 0.5)));
  const {D, L, F, V, context} = sizes;
  const tensors = new Map<string, Tensor>([['wte.weight', drawn(V, D)], ['wpe.weight', drawn(context, D)]]);
  for (let n = 0; n < L; n++) {
    for (const [name, ...shape] of [
      ['ln_1.weight', D], ['ln_1.bias', D], ['attn.c_attn.weight', D, 3 * D], ['attn.c_attn.bias', 3 * D],
      ['attn.c_proj.weight', D, D], ['attn.c_proj.bias', D], ['ln_2.weight', D], ['ln_2.bias', D],
      ['mlp.c_fc.weight', D, F], ['mlp.c_fc.bias', F], ['mlp.c_proj.weight', F, D], ['mlp.c_proj.bias', D],
    ] as [string, ...number[]][]) {
      tensors.set(`h.${n}.${name}`, drawn(...shape));
    }
  }
  return tensors.set('ln_f.weight', drawn(D)).set('ln_f.bias', drawn(D));
}

/** The same mathematics written again from the papers, one number at a time: the reference to agree with. */
function referenceLogits(t: ReadonlyMap<string, Tensor>, tokens: number[], H: number, L: number): number[][] {
  const get = (name: string, i: number, j?: number) => {
    const {shape, data} = t.get(name)!;
    return j === undefined ? data[i] : data[i * shape[1] + j];
  };
  const D = t.get('wte.weight')!.shape[1];
  const V = t.get('wte.weight')!.shape[0];
  const norm = (x: number[], name: string) => {
    const mean = x.reduce((a, b) => a + b) / D;
    const sd = Math.sqrt(x.map(v => (v - mean) ** 2).reduce((a, b) => a + b) / D + 1e-5);
    return x.map((v, i) => get(`${name}.weight`, i) * (v - mean) / sd + get(`${name}.bias`, i));
  };
  const linear = (x: number[], name: string, out: number) =>
    Array.from({length: out}, (_, j) => x.reduce((sum, v, i) => sum + v * get(`${name}.weight`, i, j), get(`${name}.bias`, j)));
  let stream = tokens.map((token, p) => Array.from({length: D}, (_, i) => get('wte.weight', token, i) + get('wpe.weight', p, i)));
  for (let n = 0; n < L; n++) {
    const qkv = stream.map(x => linear(norm(x, `h.${n}.ln_1`), `h.${n}.attn.c_attn`, 3 * D));
    const d = D / H;
    const mixed = stream.map((_, here) => {
      const out: number[] = [];
      for (let h = 0; h < H; h++) {
        const weights: number[] = [];
        for (let there = 0; there <= here; there++) {
          let score = 0;
          for (let k = 0; k < d; k++) score += qkv[here][h * d + k] * qkv[there][D + h * d + k];
          weights.push(Math.exp(score / Math.sqrt(d)));
        }
        const total = weights.reduce((a, b) => a + b);
        for (let k = 0; k < d; k++) {
          out.push(weights.reduce((sum, w, there) => sum + (w / total) * qkv[there][2 * D + h * d + k], 0));
        }
      }
      return out;
    });
    stream = stream.map((x, p) => linear(mixed[p], `h.${n}.attn.c_proj`, D).map((v, i) => v + x[i]));
    stream = stream.map(x => {
      const hidden = linear(norm(x, `h.${n}.ln_2`), `h.${n}.mlp.c_fc`, t.get(`h.${n}.mlp.c_fc.bias`)!.shape[0]);
      const bent = hidden.map(v => 0.5 * v * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (v + 0.044715 * v * v * v))));
      return linear(bent, `h.${n}.mlp.c_proj`, D).map((v, i) => v + x[i]);
    });
  }
  return stream.map(x => norm(x, 'ln_f')).map(x => Array.from({length: V}, (_, v) => x.reduce((sum, e, i) => sum + e * get('wte.weight', v, i), 0)));
}

const sizes = {D: 12, L: 3, F: 20, V: 17, context: 9};
const weights = randomModel(sizes);
const model = transformerFrom(weights, {heads: 3});
const tokens = [3, 0, 16, 7, 7, 2];

describe('runTransformer()', () => {
  it('agrees with the same mathematics written again, number by number', () => {
    const {logits} = runTransformer(model, tokens);
    referenceLogits(weights, tokens, 3, 3).forEach((row, p) => row.forEach((value, v) => expect(logits[p][v]).toBeCloseTo(value, 10)));
  });

  it('of one head on two tokens gives what was worked out by hand', () => {
    // E = [1,0] and [0,1]; queries = keys = 2E, values = E, no norms. For token 2: scores 0 and 4/√2, and
    // softmax(0, 2.828) = (0.05581, 0.94419). So ΔE = (0.05581, 0.94419), E' = (0.05581, 1.94419), logits = E'.
    const byHand = transformerFrom(new Map([
      ['wte.weight', tensor([2, 2], [1, 0, 0, 1])],
      ['h.0.attn.c_attn.weight', tensor([2, 6], [2, 0, 2, 0, 1, 0, 0, 2, 0, 2, 0, 1])],
      ['h.0.attn.c_proj.weight', tensor([2, 2], [1, 0, 0, 1])],
    ]), {heads: 1, partial: true});
    const run = runTransformer(byHand, [0, 1]);
    const late = Math.exp(4 / Math.SQRT2) / (1 + Math.exp(4 / Math.SQRT2));
    expect(run.layers[0].heads[0].scores[0][1]).toBe(0);
    expect(run.layers[0].heads[0].scores[1][1]).toBeCloseTo(2.828427, 6);
    expect(run.layers[0].heads[0].pattern[1][1]).toBeCloseTo(0.94419, 4);
    expect(run.layers[0].attentionUpdate).toEqual([[1, 0], [expect.closeTo(1 - late, 12), expect.closeTo(late, 12)]]);
    expect(run.logits[0]).toEqual([2, 0]);
    expect(run.logits[1]).toEqual([expect.closeTo(1 - late, 12), expect.closeTo(1 + late, 12)]);
  });

  it('computes nothing for a token from those after it', () => {
    const before = runTransformer(model, tokens).logits.slice(0, 4);
    expect(runTransformer(model, [3, 0, 16, 7, 1, 1, 5]).logits.slice(0, 4)).toEqual(before);
    expect(runTransformer(model, [3, 0, 16, 7]).logits).toEqual(before);
  });

  it('keeps steps that add up: each stream is the one before plus the update', () => {
    const run = runTransformer(model, tokens);
    run.layers.forEach((layer, n) => {
      const input = n === 0 ? run.embeddings : run.layers[n - 1].afterMlp;
      input.forEach((row, p) => row.forEach((x, i) => {
        expect(layer.afterAttention[p][i]).toBe(x + layer.attentionUpdate[p][i]);
        expect(layer.afterMlp[p][i]).toBe(layer.afterAttention[p][i] + layer.mlpUpdate[p][i]);
      }));
      expect([layer.heads.length, layer.neurons[0].length]).toEqual([3, 20]);
    });
  });

  it('refuses no tokens, too many, and unknown ones', () => {
    expect(() => runTransformer(model, [])).toThrow('A model needs at least one token');
    expect(() => runTransformer(model, new Array<number>(10).fill(0))).toThrow('10 tokens do not fit a context of 9');
    expect(() => runTransformer(model, [1, 17])).toThrow('Token 2 is 17: this model knows 0 to 16');
  });
});

describe('transformerFrom()', () => {
  it('runs the same from a safetensors file, with or without the prefix', () => {
    const prefixed = new Map([...weights].map(([name, each]) => [`transformer.${name}`, each]));
    const loaded = transformerFrom(tensorsFromBytes(safetensorsBytes(prefixed)), {heads: 3});
    const expected = runTransformer(model, tokens).logits;
    runTransformer(loaded, tokens).logits.forEach((row, p) => row.forEach((value, v) => expect(value).toBeCloseTo(expected[p][v], 4)));
  });

  it('takes an unembedding of its own', () => {
    const own = transformerFrom(new Map([...weights, ['lm_head.weight', tensor([17, 12], new Array<number>(204).fill(0))]]), {heads: 3});
    expect(runTransformer(own, tokens).logits[0]).toEqual(new Array<number>(17).fill(0));
    expect(nextTokenProbabilities(own, tokens)).toEqual(new Array<number>(17).fill(1 / 17));
  });

  it('names a tensor that is missing or has another shape', () => {
    const without = (name: string) => new Map([...weights].filter(([each]) => each !== name));
    expect(() => transformerFrom(without('h.1.ln_2.bias'), {heads: 3})).toThrow('The model has no h.1.ln_2.bias');
    expect(() => transformerFrom(without('wpe.weight'), {heads: 3})).toThrow('The model has no wpe.weight');
    expect(() => transformerFrom(without('h.0.attn.c_attn.bias'), {heads: 3})).toThrow('The model has no h.0.attn.c_attn.bias');
    const wrong = new Map([...weights, ['h.0.mlp.c_proj.weight', tensor([20, 11], new Array<number>(220).fill(0))]]);
    expect(() => transformerFrom(wrong, {heads: 3})).toThrow('h.0.mlp.c_proj.weight has the shape 20×11, expected 20×12');
    expect(() => transformerFrom(weights, {heads: 5})).toThrow('A width of 12 cannot be shared by 5 heads');
  });

  it('knows its sizes', () => {
    expect(model).toMatchObject({width: 12, heads: 3, vocabulary: 17, context: 9});
    expect(model.layers).toHaveLength(3);
  });
});

describe('nextTokenProbabilities()', () => {
  it('sums to 1 and sharpens as the temperature falls', () => {
    const [warm, cold] = [1, 0.2].map(temperature => nextTokenProbabilities(model, tokens, temperature));
    for (const all of [warm, cold]) expect(all.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(Math.max(...cold)).toBeGreaterThan(Math.max(...warm));
  });
});
