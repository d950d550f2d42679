import {describe, expect, it} from 'vitest';
import type {ModelSizes} from '../../src/math/parameterTally';
import {parameterTally, tallyRow} from '../../src/math/parameterTally';

const gpt3: ModelSizes = {
  width: 12_288, layers: 96, heads: 96, headWidth: 128, mlpWidth: 49_152, vocabulary: 50_257, context: 2048, tiedUnembedding: false,
};
const gpt2: ModelSizes = {
  width: 768, layers: 12, heads: 12, headWidth: 64, mlpWidth: 3072, vocabulary: 50_257, context: 1024, tiedUnembedding: true,
};

describe('parameterTally() of GPT-3', () => {
  const tally = parameterTally(gpt3);
  const total = (kind: Parameters<typeof tallyRow>[1]) => tallyRow(tally, kind).total;

  it('is exactly 175,181,291,520', () => {
    expect(tally.total).toBe(175_181_291_520);
  });

  it('adds up as the film does', () => {
    expect(tally.running).toEqual([617_558_016, 1_235_116_032, 59_217_174_528, 175_181_291_520]);
  });

  it('has the known rows', () => {
    expect(total('embedding')).toBe(617_558_016);
    expect(total('unembedding')).toBe(617_558_016);
    for (const kind of ['key', 'query', 'value', 'output'] as const) {
      expect(tallyRow(tally, kind)).toMatchObject({each: 1_572_864, perLayer: 150_994_944, copies: 9216, total: 14_495_514_624});
    }
    for (const kind of ['up', 'down'] as const) {
      expect(tallyRow(tally, kind)).toMatchObject({each: 603_979_776, perLayer: 603_979_776, total: 57_982_058_496});
    }
  });

  it('each total is the product of the factors it names', () => {
    for (const row of [...tally.rows, ...tally.leftOut]) {
      expect(row.factors.reduce((product, factor) => product * factor.value, 1)).toBe(row.total);
    }
  });

  it('counts 27,938 matrices with stapled outputs, 37,058 a head', () => {
    expect(tally.matrices).toEqual({stapled: 27_938, perHead: 37_058});
  });

  it('leaves out positions, biases and norms, and says how many', () => {
    expect(total('positions')).toBe(25_165_824);
    expect(tally.total + total('positions')).toBe(175_206_457_344);
    expect(total('norms') - 2 * gpt3.width).toBe(4_718_592);
  });

  it('law: total is 2VD + 4dDHL + 2FDL', () => {
    const {vocabulary: V, width: D, headWidth: d, heads: H, layers: L, mlpWidth: F} = gpt3;
    expect(tally.total).toBe(2 * V * D + 4 * d * D * H * L + 2 * F * D * L);
  });
});

describe('parameterTally() of GPT-2', () => {
  it('with everything is the 124,439,808 of the published weights', () => {
    expect(parameterTally(gpt2).totalWithAll).toBe(124_439_808);
  });

  it('has no row for an unembedding that is the embedding again', () => {
    expect(() => tallyRow(parameterTally(gpt2), 'unembedding')).toThrow('This tally has no row "unembedding"');
  });

  it('refuses sizes that are not whole', () => {
    expect(() => parameterTally({...gpt2, layers: 1.5})).toThrow('layers must be a whole number above 0, not 1.5');
  });
});
