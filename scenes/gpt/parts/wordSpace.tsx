/** Words of three kinds in the three directions along which they differ most: drawn flat first, then in depth. */
import {Circle} from '@motion-canvas/2d';
import {createSignal, type Reference, type SimpleSignal} from '@motion-canvas/core';
import {Anchor, EmbeddingSpace, Segment, formatInteger, projectToSpace, tableOf, size, theme, tokenColor} from 'lectern';
import {Word} from '../../../src/components/Word';
import words from '../../../assets/words/lectern-words.json';
import {gpt3} from './gpt3';

type Side = 'left' | 'right' | 'above' | 'below';

/** The words by kind, and on which side of its point each label has room. */
const kinds: readonly Readonly<Record<string, Side>>[] = [
  {bird: 'left', horse: 'right', rabbit: 'left', lion: 'left'},
  {house: 'left', castle: 'left', skyscraper: 'above', bridge: 'left'},
  {ship: 'left', boat: 'above', sailor: 'right'},
];

/** Half lengths of the axes, units of the space. */
const extent: readonly [number, number, number] = [5, 3.6, 3];

/** How the space is seen at the end of scene 6 and the beginning of scene 7. */
export const IN_DEPTH = {azimuth: -40, elevation: 20, zoom: 0.92} as const;

/** Shown words by kind. */
export const wordKinds = kinds.map(kind => Object.keys(kind));

const sides: Readonly<Record<string, Side>> = Object.assign({}, ...kinds);
const names = wordKinds.flat();
const places = projectToSpace(tableOf(words, names).vectors);

/** What is said beside the words, in scene 6 and at the start of scene 7. */
export const told = {
  source: `computed: word vectors of ${words.dimension} numbers, learned by this project from a text of its own`,
  axes: `3 axes drawn, of ${words.dimension}. A GPT-3 vector has ${formatInteger(gpt3.width)}.`,
};

export interface WordSpace {
  /** How far points stand off the floor, 0 flat to 1 true. */
  readonly height: SimpleSignal<number>;
  /** Where a word stands, units of the space. */
  at(word: string): [number, number, number];
  /** The points with their labels, in the order of `wordKinds`. */
  readonly points: readonly Anchor[];
}

/** Fills a space with the words as points, not yet visible. */
export function addWords(space: Reference<EmbeddingSpace>): WordSpace {
  const height = createSignal(0);
  const at = (word: string): [number, number, number] => {
    const [x, y, z] = places[names.indexOf(word)];
    return [x, y, z * height()];
  };
  const points = names.map(word => (<WordPoint word={word} at={() => at(word)} />) as Anchor);
  const stems = places.map(([x, y], index) => (
    <Segment from={[x, y, 0]} to={() => at(names[index])} color={() => theme().muted} thickness={2} opacity={() => height() * 0.7} />
  ));
  space().add([...(stems as Segment[]), ...points]);
  return {height, at, points};
}

/** An empty space, seen straight from above. */
export function FlatSpace({ref, opacity = 0}: {ref: Reference<EmbeddingSpace>; opacity?: number}) {
  return <EmbeddingSpace ref={ref} extent={extent} unit={112} azimuth={0} elevation={90} distance={Infinity} opacity={opacity} y={-30} />;
}

function WordPoint({word, at}: {word: string; at: () => [number, number, number]}) {
  const color = () => tokenColor(word).line;
  const label = (<Word text={word} fontSize={34} color={() => theme().ink} />) as Word;
  const aside = label.width() / 2 + 20;
  label.position({left: [-aside, 0], right: [aside, 0], above: [0, -34], below: [0, 34]}[sides[word]] as [number, number]);
  return (
    <Anchor at={at} opacity={0}>
      <Circle size={18} fill={color} />
      {label}
    </Anchor>
  );
}

/** The space as scene 6 leaves it and scene 7 finds it: in depth, with all its words. */
export function showInDepth(space: Reference<EmbeddingSpace>): void {
  const {height, points} = addWords(space);
  space().azimuth(IN_DEPTH.azimuth).elevation(IN_DEPTH.elevation).zoom(IN_DEPTH.zoom);
  height(1);
  points.forEach(point => point.opacity(1));
}

/** The line over the space that says how much of it is drawn. */
export function AxesTold({ref, opacity = 0}: {ref: Reference<Word>; opacity?: number}) {
  return <Word ref={ref} text={told.axes} y={-440} fontSize={size.label} opacity={opacity} />;
}
