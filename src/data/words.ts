/**
 * Trains the project's own word vectors and writes the table, its corpus and a page with what was measured.
 * Run: `npm run words`. The same bytes come out every time.
 */
import {mkdir, writeFile} from 'node:fs/promises';
import {analogy} from '../math/analogy';
import {nearestNeighbours} from '../math/nearestNeighbours';
import {computed} from '../math/provenance';
import {grammarSentences} from './grammarSentences';
import {trainWordVectors} from './trainWordVectors';
import {grammarWords} from './wordGrammar';
import {measureAlong, measureRelations} from './wordMeasures';
import type {WordVectors} from './wordVectors';
import {checkedWordVectors, wordVectorsText} from './wordVectors';

const sentences = grammarSentences({seed: 'lectern words', each: 10});
const words = grammarWords().map(each => each.word);
const dimension = 64;
const trained = trainWordVectors(sentences, {words, dimension, reach: 8, spread: 0.7});
const source = `trained on ${sentences.length} sentences of the project's own (assets/corpus/grammar-sentences.txt) by npm run words`;
const text = wordVectorsText({...trained, name: 'Lectern words', dimension, provenance: {...computed(source), licence: 'MIT'}}, 4);
// Measured on what is written, not on what was rounded away.
const table = checkedWordVectors(JSON.parse(text));

await mkdir('assets/words', {recursive: true});
await mkdir('assets/corpus', {recursive: true});
await writeFile('assets/corpus/grammar-sentences.txt', `${sentences.join('\n')}\n`);
await writeFile('assets/words/lectern-words.json', text);
await writeFile('assets/words/README.md', pageOf(table));
console.log(`${words.length} words of ${dimension} numbers from ${sentences.length} sentences: assets/words/lectern-words.json`);

function pageOf(measured: WordVectors): string {
  const relations = measureRelations(measured);
  const lines = relations.map(({relation, right, asked, wrong}) => `| ${relation} | ${right} of ${asked} | ${wrong[0] ?? ''} |`);
  const asked = [
    [['king', 'woman'], ['man']], [['paris', 'japan'], ['france']], [['sushi', 'germany'], ['japan']],
    [['thames', 'egypt'], ['england']], [['cats', 'tree'], ['cat']], [['walked', 'sing'], ['walk']],
  ].map(([plus, minus]) => analogy({plus, minus}, measured, {count: 3}));
  const answers = asked.map(({text: equation, answers: best}) => `| ${equation} | ${best.map(cosineText).join(', ')} |`);
  const near = ['tower', 'cat', 'navy', 'king', 'mole', 'model'].map(
    word => `| ${word} | ${nearestNeighbours(measured, word, {count: 6}).map(cosineText).join(', ')} |`,
  );
  const along = measureAlong(measured, 'cat', 'cats', ['one', 'two', 'three', 'four', 'five', 'dog', 'dogs', 'mouse', 'mice', 'student', 'students', 'king', 'sushi']);
  return `# Word vectors

\`lectern-words.json\`: ${measured.words.length} words, ${measured.dimension} numbers each. Source: this project. Licence: MIT.
Written by \`npm run words\`, this page included: do not edit by hand.

They are learned (counts of near companions, positive pointwise mutual information, singular value decomposition) from
${sentences.length} sentences that a small grammar of our own writes: src/data/wordGrammar.ts says what may be said of which
word. So what a chapter shows with them is computed and true **of this data**: a small tidy world, made so that few
sentences suffice. Vectors learned from billions of real words are less tidy. To show those instead, read them with
\`readWordVectors(file, {words})\` and save them with \`saveWordVectors\` (src/data/readWordVectors.ts).

## Measured

Analogies b − a + c over all pairs of a kind; right when the expected word is first among all words not in the question.

| kind | right | a wrong one (expected) |
| --- | --- | --- |
${lines.join('\n')}

| analogy | nearest words, with cosine |
| --- | --- |
${answers.join('\n')}

| word | nearest words, with cosine |
| --- | --- |
${near.join('\n')}

Along the direction from cat to cats: ${along.map(({word, along: far}) => `${word} ${far.toFixed(2)}`).join(', ')}.
`;
}

function cosineText(each: {readonly word: string; readonly cosine: number}): string {
  return `${each.word} ${each.cosine.toFixed(3)}`;
}
