/** Frames within frames: machine learning, in it deep learning, in it the transformers; then what they have in common. */
import {Layout, Line, Node, Rect, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, createSignal, delay, linear, loop, makeRef, waitUntil} from '@motion-canvas/core';
import {NeuralNetwork, ScatterPoints, Segment, SlabStack, TitledBox, VectorArrow, fadeIn, fadeOut, seededRandom, size, theme} from 'lectern';
import {Word} from '../../src/components/Word';
import {arithmeticCaption, arithmeticRow, arithmeticSource} from './parts/arithmeticRow';
import {leastSquares} from './parts/leastSquares';
import {UNDER_MACHINE, loopOfThree} from './parts/loopOfThree';
import {OPENING, machine} from './parts/machine';
import {sourceTag} from './parts/sourceTag';

const NET = [5, 8, 5];
/** Where the machine stands in the innermost frame. */
const INNERMOST: [number, number] = [425, 5];

export default makeScene2D(function* (view) {
  const machineLearning = createRef<TitledBox>();
  const deepLearning = createRef<TitledBox>();
  const transformers = createRef<TitledBox>();
  const others: Node[] = [];
  const families: Node[] = [];
  const stack = createRef<SlabStack>();
  const net = createRef<NeuralNetwork>();
  const training = createSignal(0);
  view.fill(() => theme().background);
  view.add(
    <>
      <TitledBox ref={machineLearning} title="machine learning" width={1590} height={820} y={-50} drawn={0} titleSize={size.heading} />
      <LineThroughPoints ref={makeRef(others, 0)} x={-610} y={-150} />
      <TreeOfQuestions ref={makeRef(others, 1)} x={-610} y={150} />
      <TitledBox ref={deepLearning} title="deep learning" x={175} y={-5} width={1180} height={670} drawn={0} titleSize={size.heading} color={() => theme().ink} />
      <NeuralNetwork ref={net} layers={NET} weights={() => weightsAfter(training())} x={-155} y={45} layerGap={165} neuronGap={54} radius={16} connected={0} opacity={0} />
      <TitledBox ref={transformers} title="transformers" x={425} y={-30} width={620} height={380} drawn={0} titleSize={48} color={() => theme().highlight} titleColor={() => theme().highlight} />
      {machine(stack, OPENING)}
      <Family ref={makeRef(families, 0)} name="convolutional" x={265} y={235} />
      <Family ref={makeRef(families, 1)} name="recurrent" x={585} y={235} />
    </>,
  );

  const around = loopOfThree(UNDER_MACHINE, 1);
  view.add(around.figure);

  yield* waitUntil('machine-learning');
  // What we know already goes to its place; the frames will close round it from outside.
  yield* all(
    fadeOut(around.figure, {seconds: 0.7}),
    delay(0.2, all(stack().position(INNERMOST, 1.4), stack().scale(0.58, 1.4), stack().opacity(0.3, 1.4))),
    delay(0.5, machineLearning().open(1.4)),
  );
  yield* fadeIn(others, {seconds: 1.8, lag: 0.6, shift: [0, 20]});

  yield* waitUntil('deep-learning');
  yield* deepLearning().open(1.1);
  yield* all(net().opacity(1, 0.4), net().connect(1.5));

  yield* waitUntil('transformers');
  yield* all(transformers().open(0.9), stack().opacity(1, 0.9), delay(0.6, fadeIn(families, {seconds: 0.9, lag: 0.3})));
  yield* stack().sweep(0.9);

  yield* waitUntil('one-method');
  const frames = [machineLearning(), deepLearning(), transformers(), stack(), ...others, ...families];
  const method = createRef<Layout>();
  view.add(<Backwards ref={method} />);
  yield* all(fadeOut(frames, {seconds: 0.8, lag: 0}), net().position([0, 30], 1.2), net().scale(1.55, 1.2));
  yield* fadeIn(method(), {seconds: 0.5});
  // The flash of the network runs from the input on; told backwards it runs from the answer to every weight.
  yield* loop(3, () => all(net().progress(1).progress(0, 1.1, linear), delay(0.2, training(training() + 1, 0.9))));

  yield* waitUntil('form');
  const row = arithmeticRow();
  const caption = createRef<Word>();
  const tag = createRef<Txt>();
  view.add([...row, arithmeticCaption(caption), sourceTag(tag, arithmeticSource)]);
  yield* all(fadeOut([net(), method()], {seconds: 0.7, lag: 0}));
  yield* all(fadeIn(row, {seconds: 2.8, lag: 0.5, shift: [-24, 0]}), fadeIn(tag(), {seconds: 1}));
  yield* fadeIn(caption(), {seconds: 0.8});
});

/** Weights of the network after some turns of training, each of which moves all of them a little: illustrative. */
function weightsAfter(turns: number): number[][][] {
  return NET.slice(1).map((after, step) => {
    const [from, to] = ['before', 'after'].map(name => seededRandom(`where this sits/${name}/${step}`));
    return Array.from({length: after}, () =>
      Array.from({length: NET[step]}, () => {
        const [start, end] = [from.uniform(-1, 1), to.uniform(-1, 1)];
        return start + ((end - start) * turns) / 3;
      }),
    );
  });
}

/** A member of machine learning that is not deep: a straight line through points. */
function LineThroughPoints({ref, x, y}: {ref: (node: Node) => void; x: number; y: number}) {
  const random = seededRandom('line through points');
  const points = Array.from({length: 12}, (_, i) => [-120 + i * 22, 50 - i * 9 + random.normal(0, 14)] as const);
  const {slope, start} = leastSquares(points);
  return (
    <Layout ref={ref} position={[x, y]} opacity={0}>
      <ScatterPoints points={points} radius={7} />
      <Segment from={[-140, slope * -140 + start]} to={[140, slope * 140 + start]} color={() => theme().ink} />
      <Word text="straight lines" fontSize={size.small} color={() => theme().muted} y={105} />
    </Layout>
  );
}

/** Another one: a tree of questions. */
function TreeOfQuestions({ref, x, y}: {ref: (node: Node) => void; x: number; y: number}) {
  const forks: [number, number][] = [[0, -62], [-80, 0], [80, 0]];
  const branchesOf = ([x, y]: [number, number]): [number, number][] => [-1, 1].map(side => [x + side * (x === 0 ? 80 : 40), y + 62]);
  const leaves = [-120, -40, 40, 120];
  return (
    <Layout ref={ref} position={[x, y]} opacity={0}>
      {forks.flatMap(fork => branchesOf(fork).map(end => <Line points={[fork, end]} stroke={() => theme().muted} lineWidth={4} />))}
      {forks.map(at => (
        <Rect position={at} size={30} rotation={45} radius={4} fill={() => theme().ink} />
      ))}
      {leaves.map(leaf => (
        <Rect position={[leaf, 62]} size={26} radius={6} fill={() => theme().data} />
      ))}
      <Word text="trees of questions" fontSize={size.small} color={() => theme().muted} y={120} />
    </Layout>
  );
}

/** One of the families beside the transformers. */
function Family({ref, name, x, y}: {ref: (node: Node) => void; name: string; x: number; y: number}) {
  return (
    <Rect ref={ref} position={[x, y]} width={300} height={110} radius={16} stroke={() => theme().muted} lineWidth={3} opacity={0}>
      <Word text={name} fontSize={size.body} color={() => theme().muted} />
    </Rect>
  );
}

/** The name of the method, over an arrow from the answer back to the start. */
function Backwards({ref}: {ref: (layout: Layout) => void}) {
  return (
    <Layout ref={ref} y={-400} opacity={0}>
      <Word text="backpropagation" fontSize={size.heading} weight={600} y={-20} />
      <VectorArrow from={[300, 40]} to={[-300, 40]} color={() => theme().highlight} />
    </Layout>
  );
}
