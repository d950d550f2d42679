/** What stands in the columns under the tokens: illustrative numbers, because only their look matters. */
import {seededRandom} from 'lectern';

/**
 * The visible entries of a token's column, seeded by its text: equal pieces get equal columns in every scene.
 *
 * The first ones and the last one, which stands behind the dots: a shorter column leaves out of the middle.
 *
 * @param piece - with the space before it
 * @returns numbers from -9.9 to 9.9 with one decimal, shape (count)
 */
export function entriesOf(piece: string, count = 7): number[] {
  const entries = (seed: string, length: number) => {
    const random = seededRandom(`${piece}: ${seed}`);
    return Array.from({length}, () => Math.round(random.uniform(-9.9, 9.9) * 10) / 10);
  };
  return [...entries('embedding', count - 1), ...entries('tail', 1)];
}
