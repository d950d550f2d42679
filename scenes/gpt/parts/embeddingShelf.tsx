/** The embedding matrix as a shelf of columns, tokens leaning over them: scene 17 fills it, scene 18 begins with it. */
import {Layout} from '@motion-canvas/2d';
import {BraceLabel, Equation, NumericMatrix, ParameterTally, parameterTally, tokenColor, transpose} from 'lectern';
import {Word} from '../../../src/components/Word';
import {tokenOf} from '../../../src/data/tokens';
import {entriesOf} from './entries';
import {gpt3} from './gpt3';
import {ledgerRows} from './ledger';

/** Tokens from all over the vocabulary, in its order. */
export const shelf = [0, 4167, 8340, 12505, 16669, 20450, 25006, 37502, 41677, 45847].map(id => tokenOf(id).text);

/** What training has made of their columns: illustrative, one column for each token of the shelf. */
export const shelfEntries = transpose(shelf.map(text => entriesOf(text)));

/** Where the shelf stands while it is looked at, and where it goes when it is measured. */
export const SHELF = {near: {y: 0, scale: 1}, measured: {y: -72, scale: 0.84}} as const;

/** Where the line of the ledger stands under the measured shelf. */
export const FIRST_LINE = {y: 375} as const;

/** All pieces in their last places; a scene hides those that have not come yet. */
export function embeddingShelf() {
  const matrix = (<NumericMatrix values={shelfEntries} rowDots={-2} columnDots={-4} fontSize={36} rowPitch={1.6} columnAir={1.4} x={-30} y={30} />) as NumericMatrix;
  const symbol = (<Equation tex="W_E =" fontSize={64} y={30} />) as Equation;
  symbol.x(matrix.left().x - 30 - symbol.width() / 2);
  const columnX = (index: number) => matrix.inParent(matrix.columnBox(index)).center.x;
  const headings = shelf.map((text, index) => leaningToken(text, columnX(index), matrix.top().y));
  const wide = (<BraceLabel of={matrix} side="below" count={gpt3.vocabulary} label="columns" gap={20} />) as BraceLabel;
  const tall = (<BraceLabel of={matrix} side="right" count={gpt3.width} label="entries" gap={20} />) as BraceLabel;
  const stand = (<Layout {...SHELF.measured}>{[symbol, matrix, ...headings, wide, tall]}</Layout>) as Layout;
  const firstLine = (<ParameterTally {...ledgerRows(parameterTally(gpt3), ['embedding'])} {...FIRST_LINE} share={1} scale={1.1} />) as ParameterTally;
  return {stand, matrix, symbol, headings, wide, tall, firstLine};
}

/** A token over its column, leaning so that long ones have room. */
function leaningToken(text: string, x: number, top: number): Layout {
  const label = (<Word text={text.trim()} fontSize={38} color={() => tokenColor(text).line} />) as Word;
  label.x(label.width() / 2);
  return (<Layout position={[x - 6, top - 26]} rotation={-42}>{label}</Layout>) as Layout;
}
