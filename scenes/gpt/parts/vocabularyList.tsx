/** The fixed list of all tokens: its beginning, the part where one token is looked up, and its end. */
import {Line, Node, Rect, Txt} from '@motion-canvas/2d';
import {all} from '@motion-canvas/core';
import {formatInteger, laggedStart, size, theme, tokenCount, tokenOf, vocabularyEnds, type Token} from 'lectern';
import {Word} from '../../../src/components/Word';

const [rows, pitch, top] = [4, 58, 55];
/** Middle and width of each column, px; between them is room for dots. */
const columns = [{x: -550, width: 340}, {x: -50, width: 380}, {x: 500, width: 440}] as const;

/**
 * The list, not yet seen.
 *
 * @param id - the token that will be looked up: it opens the middle column
 * @param from - where its number stands above the list, px
 */
export function vocabularyList(id: number, from: readonly [number, number]) {
  const {first, last} = vocabularyEnds(rows, rows);
  const around = Array.from({length: rows}, (_, index) => tokenOf(id + index));
  const lists = [first, around, last].map((tokens, index) => (
    <Node x={columns[index].x} opacity={0}>{tokens.flatMap((token, row) => entry(token, columns[index].width, top + row * pitch))}</Node>
  ) as Node);
  const dots = [-310, 210].map(x => new Word({text: '…', x, y: top + 1.4 * pitch, fontSize: size.heading, color: theme().muted, opacity: 0}));
  const count = new Word({text: `${formatInteger(tokenCount)} tokens in the vocabulary of GPT-3`, weight: 400, y: top + (rows + 0.45) * pitch, opacity: 0});
  const frame = (<Rect x={columns[1].x} y={top} width={columns[1].width + 40} height={pitch} radius={8} stroke={() => theme().highlight} lineWidth={3} end={0} />) as Rect;
  const way = (<Line points={[[...from], [from[0], top - pitch / 2]]} stroke={() => theme().highlight} lineWidth={3} end={0} />) as Line;
  const figure = (<Node>{[...lists, ...dots, count, way, frame]}</Node>) as Node;

  return {
    figure,
    appear: (seconds: number) => laggedStart([lists[0], dots[0], lists[1], dots[1], lists[2]], (part, time) => part.opacity(1, time), {seconds, lag: 0.2}),
    /** A line leads from the number down to its place in the list. */
    lookUp: (seconds: number) => all(way.end(1, seconds / 2), frame.end(1, seconds)),
    /** Says how many entries there are. */
    total: (seconds: number) => count.opacity(1, seconds),
  };
}

/** A token and its number; the space that belongs to it is shown as a dot. */
function entry({text, id}: Token, width: number, y: number): Txt[] {
  const shared = {y, fontSize: size.body};
  return [
    new Txt({...shared, text: text.replace(/ /g, '·'), x: -width / 2, offset: [-1, 0], fontFamily: theme().codeFont, fill: theme().ink}),
    new Txt({...shared, text: formatInteger(id), x: width / 2, offset: [1, 0], fontFamily: theme().numberFont, fill: theme().muted}),
  ];
}
