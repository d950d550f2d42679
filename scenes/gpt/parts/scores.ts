/** The one list of scores of the chapter's end: illustrative; everything after them is computed. */
import {softmax} from 'lectern';

export const candidates = ['home', 'back', 'in', 'closer', 'singing', 'purple'] as const;

/** Scores of the candidates, before softmax. */
export const logits: readonly number[] = [3.2, 2.1, 1.6, 0.4, -0.9, -2.8];

/** The same as shares of one whole. */
export const shares: readonly number[] = softmax(logits);
