/**
 * What a table of word vectors knows, in numbers: how many analogies of each kind come out right.
 * Tables come in, counts go out. Called by the program that trains the project's own vectors, and by its tests.
 */
import {analogy} from '../math/analogy';
import type {WordTable} from '../math/wordTable';
import {vectorOf, wordDirection} from '../math/wordTable';
import {dot, norm} from '../math/vector';

/** Pairs of words that differ in one respect. */
export const wordRelations: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'he and she': pairsOf('man woman, king queen, boy girl, prince princess, father mother, son daughter, brother sister, grandfather grandmother, uncle aunt, nephew niece, husband wife, actor actress, waiter waitress'),
  'country and capital': pairsOf('france paris, italy rome, germany berlin, japan tokyo, england london, spain madrid, russia moscow, egypt cairo, greece athens, peru lima, china beijing'),
  'country and dish': pairsOf('france croissant, italy pizza, germany bratwurst, japan sushi, england pudding, spain paella, russia borscht, egypt falafel, greece moussaka, peru ceviche, china dumplings, mexico tacos'),
  'country and river': pairsOf('france seine, italy tiber, germany rhine, england thames, spain ebro, russia volga, egypt nile, peru amazon, china yangtze'),
  'one and many': pairsOf('cat cats, dog dogs, mouse mice, horse horses, rabbit rabbits, bird birds, tree trees, flower flowers, book books, student students, teacher teachers, car cars, train trains, bicycle bicycles, house houses, tower towers, castle castles, apple apples, pear pears, ship ships, mountain mountains, river rivers, star stars, computer computers, robot robots, soldier soldiers, child children'),
  'now and then': pairsOf('walk walked, run ran, swim swam, sing sang, eat ate, play played'),
  'plain and more': pairsOf('big bigger, small smaller, tall taller, warm warmer, cold colder, fast faster, slow slower'),
};

/** How a table does on one kind of analogy. */
export interface RelationMeasure {
  readonly relation: string;
  readonly right: number;
  readonly asked: number;
  /** The first few that came out wrong, as "cats − cat + book ≈ song (books)". */
  readonly wrong: readonly string[];
}

/**
 * Asks every analogy that two pairs of a relation make: b - a + c, where d is expected.
 *
 * @param table - must hold all words of the relations asked
 */
export function measureRelations(table: WordTable, relations = wordRelations): RelationMeasure[] {
  return Object.entries(relations).map(([relation, pairs]) => {
    const wrong: string[] = [];
    let [right, asked] = [0, 0];
    for (const [a, b] of pairs) {
      for (const [c, d] of pairs.filter(([other]) => other !== a)) {
        asked++;
        const found = analogy({plus: [b, c], minus: [a]}, table, {count: 1});
        if (found.result === d) right++;
        else wrong.push(`${found.text} (${d})`);
      }
    }
    return {relation, right, asked, wrong: wrong.slice(0, 3)};
  });
}

/** How far along a direction each word lies, in lengths of the table. */
export function measureAlong(table: WordTable, from: string, to: string, words: readonly string[]): {word: string; along: number}[] {
  const direction = wordDirection(table, from, to);
  return words.map(word => ({word, along: dot(direction, vectorOf(table, word)) / norm(direction)}));
}

function pairsOf(text: string): [string, string][] {
  return text.split(', ').map(pair => pair.split(' ') as [string, string]);
}
