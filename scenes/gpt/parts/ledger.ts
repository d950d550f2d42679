/** The ledger of scene 16, of which scenes 17 and 22 show the lines that they have reached. */
import type {ParameterTally, TallyKind} from '../../../src/math/parameterTally';

/** How the ledger is set wherever it stands. */
export function ledgerRows(tally: ParameterTally, kinds: readonly TallyKind[]) {
  return {tally, kinds: [...kinds], fontSize: 38};
}
