/** Revideo's core under the name of Motion Canvas's; see twoD.ts. */
import {Random} from '@revideo/core';

export * from '@revideo/core';

/** Revideo has dropped the function, and kept what it returned. */
export function useRandom(seed: number): Random {
  return new Random(seed);
}
