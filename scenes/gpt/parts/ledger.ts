/** The ledger of scene 16, of which scenes 17 and 22 show the lines that they have reached. */
import {formatPercent, parameterTally} from 'lectern';
import type {ParameterTally as Tally, TallyKind} from '../../../src/math/parameterTally';
import {gpt3} from './gpt3';

/** All kinds of matrices, in the order in which they are told. */
export const TOLD: readonly TallyKind[] = ['embedding', 'unembedding', 'query', 'key', 'value', 'output', 'up', 'down'];

/** Where the whole ledger stands. */
export const LEDGER = {y: -40} as const;

/** How the ledger is set wherever it stands. */
export function ledgerRows(tally: Tally, kinds: readonly TallyKind[]) {
  return {tally, kinds, fontSize: 34, barLength: 220};
}

const whole = parameterTally(gpt3);
const leftOut = whole.leftOut.reduce((sum, part) => sum + part.total, 0);

/** What the ledger says of the parts that it does not list. */
export const leftOutNote = `left out: positions, biases, norms (${formatPercent(leftOut / whole.totalWithAll, 3)})`;
