import {describe, expect, it} from 'vitest';
import {computed, derived, illustrative, provenance, recorded} from '../../src/math/provenance';

describe('derived()', () => {
  it('is as weak as its weakest ingredient', () => {
    expect(derived('sum', computed('a'), illustrative('seed "b"'))).toEqual({kind: 'illustrative', source: 'sum of a; seed "b"'});
    expect(derived('sum', computed('a'), recorded('GPT-3 paper')).kind).toBe('computed');
    expect(derived('sum', computed('a'), computed('a')).source).toBe('sum of a');
  });
});

describe('provenance()', () => {
  it('refuses an unknown kind and an empty source', () => {
    expect(() => provenance('real', 'x')).toThrow('Unknown provenance "real": it is one of computed, recorded, illustrative');
    expect(() => computed(' ')).toThrow('A provenance names its source');
  });

  it('carries licence and date of what was recorded', () => {
    expect(recorded('GloVe 6B', {licence: 'PDDL-1.0', asOf: '2014'})).toEqual({kind: 'recorded', source: 'GloVe 6B', licence: 'PDDL-1.0', asOf: '2014'});
  });
});
