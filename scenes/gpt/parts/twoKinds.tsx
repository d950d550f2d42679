/** The two kinds of numbers, by name and in their colours: scene 15 ends with these two words. */
import {size, theme} from 'lectern';
import {Word} from '../../../src/components/Word';

/** Where the two words stand at the end, and how large. */
export const TWO_KINDS = {weights: {x: 0, y: -120}, data: {x: 0, y: 60}, fontSize: size.title} as const;

/** The words in their last places. */
export function twoKinds() {
  const {fontSize} = TWO_KINDS;
  return {
    weights: (<Word text="weights" weight={600} fontSize={fontSize} color={() => theme().weight.positive} {...TWO_KINDS.weights} />) as Word,
    data: (<Word text="data" weight={600} fontSize={fontSize} color={() => theme().data} {...TWO_KINDS.data} />) as Word,
  };
}
