/** A small picture for each stop of the way through the machine: what the scene that stops there draws in large. */
import {Circle, Node, Rect} from '@motion-canvas/2d';
import {ContextArcs, NeuralNetwork, SlabStack, theme, tokenColor, valueToColor} from 'lectern';
import {entriesOf} from './entries';
import {shares} from './scores';
import {pieces} from './sentence';

/** Three pieces of text stand for the row of them, at these places. */
const PLACES = [-50, 0, 50] as const;

/** The picture of a stop, centred on its node and some 160 px wide; not yet seen. */
export function stopIcon(stop: Stop, props: {x: number; y: number}): Node {
  return (<Node {...props} scale={1.2} opacity={0}>{PICTURES[stop]()}</Node>) as Node;
}

const PICTURES = {
  tokens: () => PLACES.map((x, index) => chip(x, 0, index)),
  vectors: () => PLACES.flatMap((x, index) => [chip(x, -52, index), ...column(x, 14, index)]),
  attention: () => [
    ...PLACES.flatMap((x, index) => column(x, 14, index)),
    <ContextArcs sources={PLACES.slice(0, 2).map(x => [x, -32])} target={[PLACES[2], -32]} strengths={[1, 0.5]} width={7} bend={100} drawn={1} color={() => theme().value} />,
  ],
  MLP: () => <NeuralNetwork layers={[3, 5, 3]} radius={7} layerGap={58} neuronGap={24} lineWidth={2} seed={'stop'} />,
  repeat: () => <SlabStack count={6} width={92} height={84} thickness={6} gap={9} />,
  'last vector': () => PLACES.map((x, index) => <Node opacity={index === 2 ? 1 : 0.3}>{column(x, 0, index)}</Node>),
  'next word': () => shares.slice(0, 4).map((share, index) => (
    <Rect x={-62} y={(index - 1.5) * 28} offset={[-1, 0]} width={Math.max(6, share * 190)} height={18} radius={3} fill={() => theme().probability} />
  )),
} satisfies Record<string, () => unknown>;

export type Stop = keyof typeof PICTURES;

/** The stops, in order. */
export const STOPS = Object.keys(PICTURES) as Stop[];

/** A piece of the sentence without its letters. */
function chip(x: number, y: number, index: number) {
  const {line, ground} = tokenColor(pieces[index]);
  return <Rect x={x} y={y} width={42} height={30} radius={6} fill={ground} stroke={line} lineWidth={3} />;
}

/** Its vector without the digits. */
function column(x: number, y: number, index: number) {
  return [0, 1, 2, 3].map(row => (
    <Circle x={x} y={y + (row - 1.5) * 22} size={14} fill={() => valueToColor(entriesOf(pieces[index])[row], 'data', 9)} />
  ));
}
