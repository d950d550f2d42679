/** The direction from "cat" to "cats", and words measured along it: scene 19 ends with the counted ones, scene 20 begins with them. */
import {Equation, NumberLine, dot, theme, tokenColor, vectorOf, wordDirection} from 'lectern';
import words from '../../../assets/words/lectern-words.json';
import {stairWord} from './wordPairs';

const plural = wordDirection(words, 'cat', 'cats');

/** How far a word goes along the direction: its dot product with it. */
export const value = (word: string) => dot(plural, vectorOf(words, word));

/** How number lines of these values are drawn. */
export const LINE = {length: 1360, y: 270} as const;

/** What scenes say of the values. */
export const pluralSource = `computed: dot products of the direction with ${words.words.length} word vectors of our own`;

const COUNTED = ['one', 'two', 'three', 'four', 'five'];

/** The name of the direction, and what it is made of. */
export function pluralEquation(): Equation {
  return (
    <Equation
      tex={'{{d: \\text{plural}}} = {{cats: \\text{cats}}} - {{cat: \\text{cat}}}'}
      colors={{d: theme().highlight, cats: tokenColor('cats').line, cat: tokenColor('cat').line}}
      fontSize={60}
      y={-405}
    />
  ) as Equation;
}

/** Number words as a stair over their values; all in their last places. */
export function countedLine() {
  const line = (<NumberLine range={[-3, 3]} numberStep={1} {...LINE} />) as NumberLine;
  const stair = COUNTED.map((word, index) => stairWord(line, word, value, -100 - index * 92));
  line.add(stair.map(({node}) => node));
  return {line, stair};
}
