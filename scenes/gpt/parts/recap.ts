/** Numbers for the small pictures of the last scene: illustrative, seeded. */
import {seededRandom} from 'lectern';

const random = seededRandom('recap');

/** A matrix of weights, 4 x 4, one decimal. */
export const weightEntries: readonly (readonly number[])[] = Array.from({length: 4}, () => Array.from({length: 4}, () => Math.round(random.uniform(-9.9, 9.9) * 10) / 10));
