/**
 * Where a number on screen comes from. Every data object carries one of these records, and `audit` lists them.
 */

/**
 * `computed`: from data in the project. `recorded`: measured by others and cited.
 * `illustrative`: drawn from a seeded generator, because only the look matters.
 */
export type ProvenanceKind = 'computed' | 'recorded' | 'illustrative';

/** The origin of a data object, as a viewer may ask for it. */
export interface Provenance {
  readonly kind: ProvenanceKind;
  /** What it was computed from, the work it is cited from, or the seed it was drawn with. Never empty. */
  readonly source: string;
  /** The licence of the source, as an SPDX identifier or its name. */
  readonly licence?: string;
  /** When it was recorded or holds, as YYYY-MM-DD or YYYY. */
  readonly asOf?: string;
}

/** The kinds in order of trust, the weakest last. */
const kinds: readonly ProvenanceKind[] = ['computed', 'recorded', 'illustrative'];

/** A record for what the project computed. @example computed('softmax of 7 typed logits') */
export function computed(source: string): Provenance {
  return provenance('computed', source);
}

/** A record for what others measured. @example recorded('Brown et al. 2020, table 2.1', {asOf: '2020'}) */
export function recorded(source: string, more: Pick<Provenance, 'licence' | 'asOf'> = {}): Provenance {
  return {...provenance('recorded', source), ...more};
}

/** A record for what only looks the part. @example illustrative('seed "neurons"') */
export function illustrative(source: string): Provenance {
  return provenance('illustrative', source);
}

/**
 * The record of something made from several others: as weak as its weakest ingredient.
 *
 * @param making - what was done, as "attention pattern"
 * @param ingredients - records of all that went in
 * @example derived('sum', computed('a'), illustrative('seed "b"'))  // {kind: 'illustrative', source: 'sum of a; seed "b"'}
 */
export function derived(making: string, ...ingredients: readonly Provenance[]): Provenance {
  const weakest = Math.max(0, ...ingredients.map(each => kinds.indexOf(each.kind)));
  const kind = kinds[weakest] === 'recorded' ? 'computed' : kinds[weakest];
  const sources = [...new Set(ingredients.map(each => each.source))].join('; ');
  return provenance(kind, sources === '' ? making : `${making} of ${sources}`);
}

/** Checks a record that was read from a file. @throws TypeError "Unknown provenance "real": ..." */
export function provenance(kind: string, source: string): Provenance {
  const known = kinds.find(each => each === kind);
  if (known === undefined) throw new TypeError(`Unknown provenance "${kind}": it is one of ${kinds.join(', ')}`);
  if (source.trim() === '') throw new TypeError('A provenance names its source');
  return {kind: known, source};
}
