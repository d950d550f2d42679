/**
 * Makes the project's own language-model file from the prose in assets/corpus, and shows what it writes.
 * Run: `npm run models`. The same bytes come out every time.
 */
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {computed} from '../math/provenance';
import {ngramFile, ngramModel, sampleContinuation} from './ngrams';
import {proseFiles} from './proseFiles';

const texts = await Promise.all(proseFiles.map(file => readFile(`assets/corpus/${file}`, 'utf8')));
const file = ngramFile(texts, {
  name: 'Lectern n-grams',
  provenance: {...computed(`counted in ${texts.length} texts of the project's own (assets/corpus) by npm run models`), licence: 'MIT'},
});
const {texts: coded, words, ...head} = file;
const json = `${JSON.stringify(head).slice(0, -1)},\n"words":${JSON.stringify(words)},\n"texts":[\n${coded.map(text => JSON.stringify(text)).join(',\n')}\n]}\n`;
await mkdir('assets/models', {recursive: true});
await writeFile('assets/models/lectern-ngrams.json', json);
const length = coded.reduce((sum, text) => sum + text.split(' ').length, 0);
console.log(`${words.length} words, ${length} places, ${(json.length / 1000).toFixed(0)} kB: assets/models/lectern-ngrams.json\n`);
for (const reach of [1, 2, 4]) {
  for (const temperature of [0, 0.7, 1, 1.5]) {
    const {text} = sampleContinuation(ngramModel(file, {reach}), 'Once upon a time', {count: 45, seed: 'show', temperature});
    console.log(`reach ${reach}, T = ${temperature}: ${text}\n`);
  }
}
