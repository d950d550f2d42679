/** What stands in the columns under the tokens: illustrative numbers, because only their look matters. */
import {seededRandom} from 'lectern';

/**
 * The visible entries of a token's column, seeded by its text: equal pieces get equal columns in every scene.
 *
 * @param piece - with the space before it
 * @returns numbers from -9.9 to 9.9 with one decimal, shape (count)
 */
export function entriesOf(piece: string, count = 7): number[] {
  const random = seededRandom(`${piece}: embedding`);
  return Array.from({length: count}, () => Math.round(random.uniform(-9.9, 9.9) * 10) / 10);
}
