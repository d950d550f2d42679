/** The two kinds of numbers, by name and in their colours: scene 15 ends with them, scene 16 begins with them. */
import {NumericVector, size, theme} from 'lectern';
import {Word} from '../../../src/components/Word';

/** Where the two words stand at the end, and how large. */
export const TWO_KINDS = {weights: {x: 0, y: -235}, data: {x: 0, y: 75}, fontSize: size.title} as const;

/** From the least to the greatest: what a colour says of a number. */
const EXAMPLES = [-9, -6, -3, -1, 0, 1, 3, 6, 9];

/** The words in their last places, each over numbers in the colours of its kind. */
export function twoKinds() {
  const {fontSize} = TWO_KINDS;
  const scale = (role: 'weight' | 'data', {x, y}: {x: number; y: number}) => (
    <NumericVector values={EXAMPLES} role={role} direction="row" decimals={0} max={9} fontSize={60} columnAir={1.5} brackets={false} x={x} y={y + 120} />
  );
  return {
    weights: (<Word text="weights" weight={600} fontSize={fontSize} color={() => theme().weight.positive} {...TWO_KINDS.weights} />) as Word,
    weightScale: scale('weight', TWO_KINDS.weights) as NumericVector,
    data: (<Word text="data" weight={600} fontSize={fontSize} color={() => theme().data} {...TWO_KINDS.data} />) as Word,
    dataScale: scale('data', TWO_KINDS.data) as NumericVector,
  };
}
