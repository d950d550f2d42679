/**
 * Published models by their sizes: what a scene counts, compares and draws.
 * A JSON file of assets/models comes in; a checked spec goes out, its totals recounted. Safe in scenes.
 */
import english from 'zod/v4/locales/en.js';
import * as z from 'zod/mini';
import type {ModelSizes} from '../math/parameterTally';
import {parameterTally} from '../math/parameterTally';
import type {Provenance} from '../math/provenance';
import {recorded} from '../math/provenance';

const count = z.nullable(z.int().check(z.positive()));

/** A spec file. A size of null was never published, and is shown as "?". */
const modelSpecFile = z.strictObject({
  $schema: z.optional(z.string()),
  name: z.string().check(z.minLength(1)),
  maker: z.string(),
  /** When it was made public, YYYY or YYYY-MM or YYYY-MM-DD. */
  published: z.string().check(z.regex(/^\d{4}(-\d{2}){0,2}$/)),
  sizes: z.strictObject({
    width: count, layers: count, heads: count, headWidth: count, mlpWidth: count, vocabulary: count, context: count,
    tiedUnembedding: z.nullable(z.boolean()),
  }),
  /** Parameters in the matrices alone, and with positions, biases and norms; null where the sizes are unknown. */
  totals: z.strictObject({matrices: count, everything: count}),
  /** How the maker says the size. */
  said: z.nullable(z.string()),
  sources: z.array(z.strictObject({title: z.string(), url: z.string().check(z.regex(/^https:\/\//)), says: z.string()})).check(z.minLength(1)),
  notes: z.array(z.string()),
});

export type ModelSpecFile = z.infer<typeof modelSpecFile>;

/** A model whose file was checked. */
export interface ModelSpec extends ModelSpecFile {
  readonly provenance: Provenance;
}

/**
 * Checks a spec file: its shape, heads × head width, and that its totals are what its sizes make.
 *
 * @throws TypeError "gpt-3.json: sizes.layers: expected int, got string"
 * @throws RangeError "GPT-3: its matrices hold 175,181,291,520 parameters, the file says 175,000,000,000"
 * @example const gpt3 = modelSpec(json); parameterTally(knownSizes(gpt3)).total
 */
export function modelSpec(json: unknown, file = 'model spec'): ModelSpec {
  const parsed = z.safeParse(modelSpecFile, json, {error: english().localeError});
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new TypeError(`${file}: ${[issue.path.join('.'), issue.message].filter(part => part !== '').join(': ')}`);
  }
  const spec = parsed.data;
  if (hasAllSizes(spec)) requireTotals(spec, knownSizes(spec));
  const provenance = recorded(spec.sources.map(source => source.title).join('; '), {asOf: spec.published});
  return {...spec, provenance};
}

/**
 * The sizes of a model, all of them known.
 *
 * @throws RangeError "GPT-4: width, layers were never published, so it cannot be counted"
 */
export function knownSizes(spec: ModelSpecFile): ModelSizes {
  const unknown = Object.entries(spec.sizes).filter(([, size]) => size === null).map(([name]) => name);
  if (unknown.length > 0) {
    throw new RangeError(`${spec.name}: ${unknown.join(', ')} ${unknown.length === 1 ? 'was' : 'were'} never published, so it cannot be counted`);
  }
  return spec.sizes as ModelSizes;
}

/** The same model with another size, as a context of 128,000; totals are left to parameterTally. */
export function sizesWith(spec: ModelSpecFile, changed: Partial<ModelSizes>): ModelSizes {
  return {...knownSizes(spec), ...changed};
}

function hasAllSizes(spec: ModelSpecFile): boolean {
  return Object.values(spec.sizes).every(size => size !== null);
}

function requireTotals(spec: ModelSpecFile, sizes: ModelSizes): void {
  const inHeads = sizes.heads * sizes.headWidth;
  if (inHeads !== sizes.width) {
    throw new RangeError(`${spec.name}: ${sizes.heads} heads of ${sizes.headWidth} make ${inHeads} numbers, its width is ${sizes.width}`);
  }
  const tally = parameterTally(sizes);
  requireTotal(spec.name, 'matrices hold', tally.total, spec.totals.matrices);
  requireTotal(spec.name, 'parts together hold', tally.totalWithAll, spec.totals.everything);
}

function requireTotal(name: string, what: string, counted: number, said: number | null): void {
  if (said === counted) return;
  const text = said === null ? 'nothing' : said.toLocaleString('en-US');
  throw new RangeError(`${name}: its ${what} ${counted.toLocaleString('en-US')} parameters, the file says ${text}`);
}
