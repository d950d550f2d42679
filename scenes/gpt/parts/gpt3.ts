/** The sizes of GPT-3, as recorded from its paper. */
import {knownSizes, modelSpec} from '../../../src/data/modelSpec';
import spec from '../../../assets/models/gpt-3.json';

/** Width, layers, heads, vocabulary and the rest: whole numbers. */
export const gpt3 = knownSizes(modelSpec(spec));
