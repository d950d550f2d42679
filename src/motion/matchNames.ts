/** Which part of one picture goes to which part of another. Names come in, pairs come out; matchingParts moves them. */

/** What becomes of each part. */
export interface Matching {
  readonly moved: readonly (readonly [from: string, to: string])[];
  readonly leaving: readonly string[];
  readonly arriving: readonly string[];
}

/**
 * Pairs the parts of two pictures: first as told, then by equal name. Every part has at most one partner.
 *
 * @param match - from a name of the first to a name of the second
 * @throws RangeError 'matchingParts() knows no part "queen" in the second picture; it has: king, man'
 * @example matchNames(['a', '+', 'b'], ['b', '-', 'a']).moved  // [['a', 'a'], ['b', 'b']]
 */
export function matchNames(from: readonly string[], to: readonly string[], match: Readonly<Record<string, string>> = {}): Matching {
  const told = Object.entries(match);
  for (const [a, b] of told) {
    requireName('first', a, from);
    requireName('second', b, to);
  }
  const [tookFrom, tookTo] = [new Set(told.map(([a]) => a)), new Set(told.map(([, b]) => b))];
  const equal = from.filter(name => to.includes(name) && !tookFrom.has(name) && !tookTo.has(name));
  const moved = [...told, ...equal.map(name => [name, name] as const)];
  return {
    moved,
    leaving: from.filter(name => !moved.some(([a]) => a === name)),
    arriving: to.filter(name => !moved.some(([, b]) => b === name)),
  };
}

function requireName(which: 'first' | 'second', name: string, known: readonly string[]): void {
  if (!known.includes(name)) {
    throw new RangeError(`matchingParts() knows no part "${name}" in the ${which} picture; it has: ${known.join(', ') || 'none'}`);
  }
}
