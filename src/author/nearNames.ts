/**
 * Finds what the author probably meant. In: a name that was not found and the names that exist. Out: the few that
 * read alike. Called wherever an error lists "did you mean".
 */
import {distance} from 'fastest-levenshtein';

/**
 * Lists the candidates that read like a name, the likest first.
 *
 * Likeness is the edit distance, free of case, of separators and of a leading number ("initials" meets "01-initials");
 * a candidate counts as near within a third of the longer name's length, or when one name holds the other.
 *
 * @param name - what was written
 * @param candidates - what could have been written, in any order
 * @param limit - the most names returned, >= 0
 * @returns at most `limit` candidates, each once; ties keep their order
 * @example nearNames('kinq', ['queen', 'king', 'kind'])  // ['king', 'kind']
 */
export function nearNames(name: string, candidates: Iterable<string>, limit = 3): string[] {
  const wanted = comparable(name);
  return [...new Set(candidates)]
    .map(candidate => ({candidate, cost: unlikeness(wanted, comparable(candidate))}))
    .filter(({cost}) => cost <= 1 / 3)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, limit)
    .map(({candidate}) => candidate);
}

/**
 * Says the near names as a sentence for an error's `fix`.
 *
 * @returns e.g. `did you mean "king" or "kind"?`, or undefined when nothing is near
 */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  const near = nearNames(name, candidates).map(candidate => JSON.stringify(candidate));
  if (near.length === 0) return undefined;
  const last = near.pop();
  return `did you mean ${near.length > 0 ? `${near.join(', ')} or ` : ''}${last}?`;
}

function comparable(name: string): string {
  const bare = name.toLowerCase().replace(/[\s._-]+/g, '-');
  return bare.replace(/^\d+-(?=.)/, '');
}

/** 0 for equal names, 1 for names with nothing in common; a name that holds the other is near however long it is. */
function unlikeness(a: string, b: string): number {
  if (a.length === 0 || b.length === 0) return 1;
  const edits = distance(a, b) / Math.max(a.length, b.length);
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && long.includes(short) ? Math.min(edits, 0.3) : edits;
}
