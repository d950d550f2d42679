import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import gpt2 from '../../assets/models/gpt-2.json';
import gpt3 from '../../assets/models/gpt-3.json';
import gpt4 from '../../assets/models/gpt-4-turbo.json';
import {knownSizes, modelSpec, sizesWith} from '../../src/data/modelSpec';
import {parameterTally, tallyRow} from '../../src/math/parameterTally';

const specs = readdirSync('assets/models').filter(file => file.startsWith('gpt-'));

describe('every model spec', () => {
  it.each(specs)('%s is sound, its totals recounted, and the page beside it names it', file => {
    const spec = modelSpec(JSON.parse(readFileSync(`assets/models/${file}`, 'utf8')), file);
    expect(spec.provenance.kind).toBe('recorded');
    expect(readFileSync('assets/models/README.md', 'utf8')).toContain(file);
  });
});

describe('modelSpec()', () => {
  it('of GPT-3 holds 175,181,291,520 parameters in its matrices', () => {
    expect(modelSpec(gpt3).totals.matrices).toBe(175_181_291_520);
    expect(parameterTally(knownSizes(modelSpec(gpt3))).total).toBe(175_181_291_520);
  });

  it('of GPT-2 holds the 124,439,808 of the published weights', () => {
    expect(modelSpec(gpt2).totals.everything).toBe(124_439_808);
  });

  it('refuses totals that its sizes do not make', () => {
    expect(() => modelSpec({...gpt3, totals: {...gpt3.totals, matrices: 175_000_000_000}})).toThrow(
      'GPT-3: its matrices hold 175,181,291,520 parameters, the file says 175,000,000,000',
    );
    expect(() => modelSpec({...gpt3, sizes: {...gpt3.sizes, heads: 95}})).toThrow('95 heads of 128 make 12160 numbers, its width is 12288');
  });

  it('names the field that has the wrong type, is unknown or is missing', () => {
    expect(() => modelSpec({...gpt3, sizes: {...gpt3.sizes, layers: '96'}}, 'gpt-3.json')).toThrow(/^gpt-3\.json: sizes\.layers: /);
    expect(() => modelSpec({...gpt3, colour: 'blue'})).toThrow(/colour/);
    expect(() => modelSpec({...gpt3, sources: []})).toThrow(/sources/);
    expect(() => modelSpec(null)).toThrow(TypeError);
  });

  it('keeps what was never published as unknown, and will not count it', () => {
    const spec = modelSpec(gpt4);
    expect([spec.sizes.context, spec.sizes.width]).toEqual([128_000, null]);
    expect(() => knownSizes(spec)).toThrow('GPT-4 Turbo: width, layers, heads, headWidth, mlpWidth, vocabulary, tiedUnembedding were never published');
  });
});

describe('sizesWith()', () => {
  it('of a longer context changes the positions and no matrix', () => {
    const tally = parameterTally(sizesWith(modelSpec(gpt3), {context: 128_000}));
    expect(tally.total).toBe(175_181_291_520);
    expect(tallyRow(tally, 'positions').total).toBe(128_000 * 12_288);
  });
});
