import {describe, expect, it} from 'vitest';
import {factorName, placedFactors, presence, rowsOfKinds, rowTotal} from '../../src/components/tallyTable';
import {parameterTally, tallyRow} from '../../src/math/parameterTally';

const gpt3 = parameterTally({
  width: 12288, layers: 96, heads: 96, headWidth: 128, mlpWidth: 49152, vocabulary: 50257, context: 2048, tiedUnembedding: false,
});

describe('tallyTable', () => {
  it('rowTotal() is the matrix of one head, the heads of one layer, all layers', () => {
    const query = tallyRow(gpt3, 'query');
    expect([0, 1, 2].map(scope => rowTotal(query, scope))).toEqual([1_572_864, 150_994_944, 14_495_514_624]);
  });

  it('rowTotal() of every row over the whole model is the total of the tally', () => {
    for (const row of [...gpt3.rows, ...gpt3.leftOut]) expect(rowTotal(row, 2)).toBe(row.total);
    expect(gpt3.rows.reduce((sum, row) => sum + rowTotal(row, 2), 0)).toBe(175_181_291_520);
  });

  it('rowTotal() of what does not repeat is the same in every scope', () => {
    expect([0, 1, 2].map(scope => rowTotal(tallyRow(gpt3, 'embedding'), scope))).toEqual([617_558_016, 617_558_016, 617_558_016]);
  });

  it('rowTotal() grows steadily between two scopes', () => {
    const totals = [1, 1.25, 1.5, 1.75, 2].map(scope => rowTotal(tallyRow(gpt3, 'up'), scope));
    expect(totals).toEqual([...totals].sort((a, b) => a - b));
  });

  it('placedFactors() puts heads and layers in columns of their own', () => {
    expect(placedFactors(tallyRow(gpt3, 'value')).map(({column, from}) => [column, from])).toEqual([[0, 0], [1, 0], [2, 1], [3, 2]]);
    expect(placedFactors(tallyRow(gpt3, 'down')).map(({column}) => column)).toEqual([0, 1, 3]);
  });

  it('presence() of a factor begins one scope early', () => {
    expect([0, 0.5, 1, 2].map(scope => presence(1, scope))).toEqual([0, 0.5, 1, 1]);
    expect(presence(0, 0)).toBe(1);
  });

  it('rowsOfKinds() keeps the order that is asked for and refuses what the tally has not', () => {
    expect(rowsOfKinds(gpt3, ['up', 'key']).map(row => row.kind)).toEqual(['up', 'key']);
    expect(() => rowsOfKinds(gpt3, ['nothing' as never])).toThrow('ParameterTally has no row "nothing"');
  });

  it('factorName() parts the letter from what stands under it', () => {
    expect(factorName('n_layers')).toEqual(['n', 'layers']);
  });
});
