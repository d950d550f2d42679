/** The sound of a few spoken words, as it is drawn in scenes 2 and 5: illustrative, the same on every machine. */
import {illustrativeSpeech} from 'lectern';

/** Loudness of 90 slices, 0 to 1. */
export const speech: readonly number[] = illustrativeSpeech(90, 7);
