/** The one sentence that the chapter follows through the machine. */
import {tokenize} from 'lectern';

/** What the machine is given. */
export const sentence = 'The lighthouse keeper lit the lamp, and the ships came';

/** Its tokens, as GPT-2 and GPT-3 cut them: pieces with the space before them, and their numbers. */
export const tokens = tokenize(sentence);
export const pieces: readonly string[] = tokens.map(({text}) => text);

/** Where scene 5 leaves the row of tokens and scene 6 takes it up. */
export const TOKEN_ROW = {y: -390, fontSize: 40, spacing: 36} as const;
