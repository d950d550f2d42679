/** Words of three kinds in the three directions along which they differ most: drawn flat first, then in depth. */
import {Circle, Line, Rect} from '@motion-canvas/2d';
import {createSignal, type Reference, type SimpleSignal} from '@motion-canvas/core';
import {Anchor, EmbeddingSpace, Segment, formatInteger, projectToSpace, tableOf, size, theme, tokenColor} from 'lectern';
import {lineWidth} from '../../../src/components/lineOfText';
import {Word} from '../../../src/components/Word';
import words from '../../../assets/words/lectern-words.json';
import {gpt3} from './gpt3';

type Side = 'left' | 'right' | 'above' | 'below';

/** The words by kind, and on which side of its point each label has room: flat, and where it differs in depth. */
const kinds: readonly Readonly<Record<string, readonly [flat: Side, inDepth?: Side]>>[] = [
  {bird: ['left'], horse: ['left', 'right'], rabbit: ['left'], lion: ['left']},
  {house: ['left'], castle: ['left'], skyscraper: ['above'], bridge: ['left']},
  {ship: ['left'], boat: ['above', 'below'], sailor: ['right']},
];

/** Size of a word's label, px. */
const LABEL = 36;

/** Half lengths of the axes, units of the space. */
const extent: readonly [number, number, number] = [5, 3.6, 3];

/** How the space is seen at the end of scene 6 and the beginning of scene 7. */
export const IN_DEPTH = {view: {azimuth: -40, elevation: 20, zoom: 0.92}, y: 25} as const;

/** Shown words by kind. */
export const wordKinds = kinds.map(kind => Object.keys(kind));

const sides: Readonly<Record<string, readonly [Side, Side?]>> = Object.assign({}, ...kinds);
const names = wordKinds.flat();
const places = projectToSpace(tableOf(words, names).vectors);

/** What is said beside the words, in scene 6 and at the start of scene 7. */
export const told = {
  source: `computed: word vectors of ${words.dimension} numbers, learned by this project from a text of its own`,
  axes: `3 axes drawn of ${words.dimension}; GPT-3 has ${formatInteger(gpt3.width)}`,
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
  const points = names.map(word => (<WordPoint word={word} at={() => at(word)} height={height} />) as Anchor);
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

function WordPoint({word, at, height}: {word: string; at: () => [number, number, number]; height: () => number}) {
  return (
    <Anchor at={at} opacity={0}>
      <Circle size={18} fill={() => tokenColor(word).line} />
      {/* In depth, axes and stems end at a label in their way. */}
      <Rect width={labelWidth(word) + 10} height={LABEL} radius={6} fill={() => theme().background} position={() => labelPlace(word, height())} opacity={height} />
      <Word text={word} fontSize={LABEL} color={() => theme().ink} position={() => labelPlace(word, height())} />
    </Anchor>
  );
}

/** Where a word's label has its middle, px from the point; it glides as the space tips from flat, 0, into depth, 1. */
function labelPlace(word: string, depth = 0): [number, number] {
  const aside = labelWidth(word) / 2 + 20;
  const places = {left: [-aside, 0], right: [aside, 0], above: [0, -36], below: [0, 38]} as const;
  const [flat, inDepth = flat] = sides[word];
  const [[x0, y0], [x1, y1]] = [places[flat], places[inDepth]];
  return [x0 + (x1 - x0) * depth, y0 + (y1 - y0) * depth];
}

function labelWidth(word: string): number {
  return lineWidth(word, {fontSize: LABEL, weight: 500, family: theme().textFont});
}

/** A soft ground under the points of one kind and their labels, as the space is seen now. */
export function KindGround({ref, space, cloud, kind}: {ref: (line: Line) => void; space: EmbeddingSpace; cloud: WordSpace; kind: readonly string[]}) {
  const corners = kind.flatMap(word => {
    const {x, y} = space.see(cloud.at(word));
    const [aside, over] = labelPlace(word);
    const half = labelWidth(word) / 2;
    return [[x, y], [x + aside - half, y + over], [x + aside + half, y + over]] as [number, number][];
  });
  return <Line ref={ref} points={fence(corners)} position={space.position()} closed fill={() => theme().grid} stroke={() => theme().grid} lineWidth={76} lineJoin={'round'} opacity={0} />;
}

/**
 * The corners of the smallest convex fence around points, in order.
 *
 * @see Andrew 1979, Another efficient algorithm for convex hulls in two dimensions
 */
function fence(points: readonly [number, number][]): [number, number][] {
  const sorted = [...points].sort(([x0, y0], [x1, y1]) => x0 - x1 || y0 - y1);
  const side = (along: readonly [number, number][]) => {
    const kept: [number, number][] = [];
    for (const point of along) {
      while (kept.length > 1 && turn(kept[kept.length - 2], kept[kept.length - 1], point) <= 0) kept.pop();
      kept.push(point);
    }
    return kept.slice(0, -1);
  };
  return [...side(sorted), ...side([...sorted].reverse())];
}

/** Above 0 when the way from a over b to c turns to the one side, below 0 to the other. */
function turn(a: readonly [number, number], b: readonly [number, number], c: readonly [number, number]): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** The space as scene 6 leaves it and scene 7 finds it: in depth, with all its words. */
export function showInDepth(space: Reference<EmbeddingSpace>): void {
  const {height, points} = addWords(space);
  const {azimuth, elevation, zoom} = IN_DEPTH.view;
  space().azimuth(azimuth).elevation(elevation).zoom(zoom).y(IN_DEPTH.y);
  height(1);
  points.forEach(point => point.opacity(1));
}

/** The line over the space that says how much of it is drawn. */
export function AxesTold({ref, opacity = 0}: {ref: Reference<Word>; opacity?: number}) {
  return <Word ref={ref} text={told.axes} y={-405} fontSize={size.label} opacity={opacity} />;
}
