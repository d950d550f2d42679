/** The unembedding matrix times the last vector, and the scores that come of it: scene 22 works it out, scene 23 begins with it. */
import {Layout} from '@motion-canvas/2d';
import {range} from '@motion-canvas/core';
import {NumericMatrix, NumericVector, seededRandom, size, theme} from 'lectern';
import {Word} from '../../../src/components/Word';
import {candidates, logits} from './scores';

/** The last vector, and rows whose visible entries give exactly the chapter's scores with it: illustrative. */
export const lastVector = [2, -1, 3, 1];
const rows = logits.map((score, index) => rowWithScore(score, index));

/** How numbers are set, and where things stand, px. */
export const NUMBERS = {fontSize: 44, rowPitch: 1.75} as const;
const PLACE = {matrix: -200, vector: 300, equals: 470, scores: 640, y: 10, namesY: -335} as const;

/** What scenes say of these numbers. */
export const productSource = 'illustrative entries; each score is computed from the entries that are shown';

/** All pieces in their last places; a scene hides those that have not come yet. */
export function unembeddingProduct() {
  const matrix = (<NumericMatrix values={rows} rowDots={-2} columnDots={-2} columnAir={1.25} {...NUMBERS} x={PLACE.matrix} y={PLACE.y} />) as NumericMatrix;
  const vector = (<NumericVector values={lastVector} dots={-2} {...NUMBERS} x={PLACE.vector} y={PLACE.y} />) as NumericVector;
  const scores = (<NumericVector values={[...logits]} dots={-2} {...NUMBERS} tint={() => theme().logit} x={PLACE.scores} y={PLACE.y} />) as NumericVector;
  const name = (text: string, x: number, color = () => theme().ink) => (<Word text={text} fontSize={size.label} x={x} y={PLACE.namesY} color={color} />) as Word;
  const tokens = candidates.map((word, index) => {
    const row = matrix.inParent(matrix.rowBox(index));
    const token = (<Word text={word} fontSize={size.label} y={row.center.y} />) as Word;
    return token.x(matrix.left().x - 28 - token.width() / 2);
  });
  const equals = (<Word text="=" fontSize={60} weight={400} color={() => theme().muted} x={PLACE.equals} y={PLACE.y} />) as Word;
  const names = {
    matrix: name('unembedding matrix', PLACE.matrix),
    vector: name('last vector', PLACE.vector, () => theme().data),
    scores: name('scores', PLACE.scores, () => theme().logit),
  };
  const stand = (<Layout>{[matrix, vector, scores, equals, ...tokens, ...Object.values(names)]}</Layout>) as Layout;
  return {stand, matrix, vector, scores, equals, tokens, names};
}

/** A row of weights whose product with the last vector is the score; all but its last entry are drawn by lot. */
function rowWithScore(score: number, index: number): number[] {
  const random = seededRandom(`row ${index} of the unembedding matrix`);
  const free = range(lastVector.length - 1).map(() => Math.round(random.uniform(-10, 10)) / 10);
  const rest = score - free.reduce((sum, weight, place) => sum + weight * lastVector[place], 0);
  return [...free, Math.round((rest / lastVector.at(-1)!) * 10) / 10];
}
