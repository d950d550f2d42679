/** What the viewer now holds, and two doors. */
import {Layout, Line, Rect, Txt, makeScene2D} from '@motion-canvas/2d';
import {createRef, makeRef, waitUntil} from '@motion-canvas/core';
import {NumericMatrix, NumericVector, Plane, ProbabilityBars, TokenStrip, VectorArrow, fadeIn, fadeOut, laggedStart, size, theme} from 'lectern';
import {pieces, sentence} from './parts/sentence';
import {candidates, shares} from './parts/scores';
import {weightEntries} from './parts/recap';

export default makeScene2D(function* (view) {
  view.fill(() => theme().background);
  const cards: Layout[] = [];
  view.add(
    <Layout y={-40}>
      {recap().map(({title, picture}, index) => (
        <Layout ref={makeRef(cards, index)} x={(index - 1.5) * 450} opacity={0}>
          <Rect size={[410, 330]} radius={18} stroke={() => theme().grid} lineWidth={4} fill={() => theme().panel} clip>
            {picture}
          </Rect>
          <Txt text={title} y={215} fontFamily={() => theme().textFont} fontSize={size.body} fill={() => theme().ink} />
        </Layout>
      ))}
    </Layout>,
  );

  yield* waitUntil('recap');
  yield* laggedStart(cards, (card, seconds) => card.opacity(1, seconds), {seconds: 6, lag: 0.8});

  yield* waitUntil('attention');
  yield* fadeOut(cards, {seconds: 0.7});
  const doors: Layout[] = [];
  view.add(
    <Layout y={-40}>
      <Door ref={makeRef(doors, 0)} x={-330} number={2} title={'Attention'} question={'whom to listen to'} />
      <Door ref={makeRef(doors, 1)} x={330} number={3} title={'Facts'} question={'where they are kept'} />
    </Layout>,
  );
  yield* fadeIn(doors[0], {seconds: 0.9});

  yield* waitUntil('facts');
  yield* fadeIn(doors[1], {seconds: 0.9});

  yield* waitUntil('question');
  yield* fadeOut(doors, {seconds: 0.7});
  const words = createRef<Txt>();
  const slot = createRef<Line>();
  const next = createRef<Txt>();
  const text = {fontFamily: () => theme().textFont, fontSize: size.heading, fill: () => theme().ink} as const;
  view.add(
    <Layout layout y={-40} gap={18} alignItems={'end'}>
      <Txt ref={words} {...text} text={sentence} opacity={0} />
      <Layout width={150} height={70}>
        <Line ref={slot} layout={false} points={[[-70, 30], [70, 30]]} stroke={() => theme().highlight} lineWidth={5} end={0} />
        <Txt ref={next} layout={false} {...text} fill={() => theme().highlight} text={candidates[0]} opacity={0} />
      </Layout>
    </Layout>,
  );
  yield* fadeIn(words(), {seconds: 0.9});
  yield* slot().end(1, 0.5);
  yield* fadeIn(next(), {seconds: 0.7});
});

/** Four small pictures of the chapter, drawn anew from the same data. */
function recap() {
  return [
    {title: 'tokens become vectors', picture: <TokensAndColumn /> },
    {title: 'directions carry meaning', picture: <SmallPlane />},
    {title: 'weights stay, data flows', picture: <WeightsAndData />},
    {title: 'scores to probabilities', picture: <SmallBars />},
  ];
}

function TokensAndColumn() {
  return (
    <Layout>
      <TokenStrip pieces={pieces.slice(0, 3)} fontSize={32} y={-110} />
      <NumericVector values={weightEntries.map(row => Math.abs(row[0]))} fontSize={28} y={35} />
    </Layout>
  );
}

function SmallPlane() {
  return (
    <Plane xRange={[-2, 2]} yRange={[-0.6, 2.2]} unit={92} y={0}>
      <VectorArrow to={[-0.9, 1.5]} color={() => theme().data} thickness={5} />
      <VectorArrow to={[0.8, 1.6]} color={() => theme().data} thickness={5} />
      <VectorArrow from={[-0.9, 1.5]} to={[0.8, 1.6]} color={() => theme().highlight} thickness={5} />
    </Plane>
  );
}

function WeightsAndData() {
  return (
    <Layout scale={0.8}>
      <NumericMatrix values={weightEntries} role={'weight'} fontSize={30} x={-80} />
      <NumericVector values={weightEntries[0].map(Math.abs)} fontSize={30} x={170} />
    </Layout>
  );
}

function SmallBars() {
  return <ProbabilityBars words={[...candidates]} probabilities={shares} rest={false} width={340} rowHeight={44} barHeight={22} fontSize={30} decimals={0} />;
}

function Door({ref, x, number, title, question}: {ref: (door: Layout) => void; x: number; number: number; title: string; question: string}) {
  return (
    <Layout ref={ref} x={x} opacity={0}>
      <Rect size={[430, 560]} radius={[215, 215, 12, 12]} stroke={() => theme().highlight} lineWidth={5} />
      <Txt text={String(number)} y={-120} fontFamily={() => theme().textFont} fontSize={size.title} fontWeight={600} fill={() => theme().highlight} />
      <Txt text={title} y={20} fontFamily={() => theme().textFont} fontSize={size.heading} fontWeight={600} fill={() => theme().ink} />
      <Txt text={question} y={100} fontFamily={() => theme().textFont} fontSize={size.body} fill={() => theme().muted} />
    </Layout>
  );
}
