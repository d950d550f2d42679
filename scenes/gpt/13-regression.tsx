/** The smallest machine that learns: a straight line with two dials, turned until its errors are as small as can be. */
import {Layout, Node, Rect, Txt, makeScene2D, type View2D} from '@motion-canvas/2d';
import {all, createRef, createSignal, delay, makeRef, waitUntil, type Vector2} from '@motion-canvas/core';
import {Axes, DecimalNumber, Dial, DialPanel, RegressionLine, ScatterPoints, Segment, cut, fadeIn, fadeOut, formatNumber, laggedStart, size, theme} from 'lectern';
import {Word} from '../../src/components/Word';
import {PANEL, dialsAndWeights} from './parts/dialsAndWeights';
import {UNTRIED, bestFit, bestSlope, bestStart, dialSetting, notebook, sumOfSquares} from './parts/lampLog';
import type {Fit} from './parts/leastSquares';
import {learned, netSource} from './parts/pictureNet';
import {sourceTag} from './parts/sourceTag';
import {wallOfDials, wallSource} from './parts/wallOfDials';

/** Where the dials stand before anybody has turned them. */
const POOR: Fit = {slope: 2, start: 30};
const RIGHT = 560;
/** Where the two dials stand at the right. */
const DIAL_Y = [-270, -20];
const RADIUS = 80;

export default makeScene2D(function* (view) {
  view.fill(() => theme().background);
  const {panel, all: before} = showDialsAndWeights(view);

  yield* waitUntil('points');
  const axes = createRef<Axes>();
  const points = createRef<ScatterPoints>();
  const tag = createRef<Txt>();
  view.add(
    <Axes ref={axes} xRange={[0, 10]} yRange={[0, 60]} unit={[92, 10.5]} xStep={2} yStep={20} xLabel="oil in litres" yLabel="hours of light" tickSize={30} x={-200} y={-55} drawn={0}>
      <ScatterPoints ref={points} points={notebook} radius={9} shown={0} />
    </Axes>,
  );
  view.add(sourceTag(tag, `notebook: illustrative, from a seed; line, errors and forecast: computed from its ${notebook.length} points`));
  const slope = createSignal(POOR.slope);
  const start = createSignal(POOR.start);
  // Two of the many dials stay, and turn to what they stand for here.
  const adopted = createSignal(0);
  const turned = (panelled: number, setting: () => number) => () => panelled + (setting() - panelled) * adopted();
  const [first, second] = panel.values()[0];
  const dials: Layout[] = [];
  view.add(
    <>
      <LabelledDial ref={makeRef(dials, 0)} name="steepness" turned={turned(first, () => dialSetting('slope', slope()))} value={slope} decimals={2} />
      <LabelledDial ref={makeRef(dials, 1)} name="start" turned={turned(second, () => dialSetting('start', start()))} value={start} decimals={1} />
    </>,
  );
  // They stand exactly on those of the panel: nothing is seen of the exchange.
  cut(...dials);
  yield* all(
    fadeOut(before, {seconds: 0.6, lag: 0}),
    ...dials.map((dial, index) => outOfThePanel(dial, panel.position().add(panel.dialAt(0, index)), [RIGHT, DIAL_Y[index]])),
    adopted(1, 1.3),
    delay(0.5, axes().unfold(1.2)),
    delay(0.6, fadeIn(tag(), {seconds: 0.8})),
  );
  yield* points().appear(2.6);

  yield* waitUntil('line');
  const line = createRef<RegressionLine>();
  axes().add(<RegressionLine ref={line} slope={slope} intercept={start} thickness={7} drawn={0} />);
  points().moveToTop();
  yield* line().trace(1.2);
  yield* laggedStart(dials, (dial, seconds) => all(dial.opacity(1, seconds), ...textsOf(dial).map(text => text.opacity(1, seconds))), {seconds: 1.2, lag: 0.5});
  yield* slope(3, 0.5);
  yield* slope(POOR.slope, 0.5);
  yield* start(22, 0.5);
  yield* start(POOR.start, 0.5);

  yield* waitUntil('gaps');
  const gaps: Segment[] = [];
  const fit = (): Fit => ({slope: slope(), start: start()});
  const errors = createRef<Layout>();
  axes().add(
    notebook.map(([x, y], index) => (
      <Segment ref={makeRef(gaps, index)} from={[x, y]} to={() => [x, slope() * x + start()]} color={() => theme().bad} thickness={4} drawn={0} opacity={0.75} />
    )),
  );
  points().moveToTop();
  view.add(<ErrorBar ref={errors} value={() => sumOfSquares(fit())} full={sumOfSquares(POOR)} />);
  yield* laggedStart(gaps, (gap, seconds) => gap.trace(seconds), {seconds: 1.6, lag: 0.2});
  yield* fadeIn(errors(), {seconds: 0.6});

  yield* waitUntil('turn');
  let now = POOR;
  const turnTo = (next: Fit, seconds: number) => {
    now = next;
    return all(slope(next.slope, seconds), start(next.start, seconds));
  };
  for (const better of [bestStart, bestSlope, bestStart]) yield* turnTo(better(now), 0.65);
  yield* turnTo(bestFit, 1.2);

  yield* waitUntil('predict');
  const forecast = bestFit.slope * UNTRIED + bestFit.start;
  const riser = createRef<Segment>();
  const run = createRef<Segment>();
  const answer = createRef<Word>();
  axes().add(
    <>
      <Segment ref={riser} from={[UNTRIED, 0]} to={[UNTRIED, forecast]} color={() => theme().highlight} thickness={5} dash={[14, 10]} drawn={0} />
      <Segment ref={run} from={[UNTRIED, forecast]} to={[0, forecast]} color={() => theme().highlight} thickness={5} dash={[14, 10]} drawn={0} />
      <Word ref={answer} text={`${UNTRIED} litres: ${formatNumber(forecast, {decimals: 0})} hours`} fontSize={size.label} weight={600} color={() => theme().highlight} position={() => axes().toStage([2, forecast]).addY(-36)} opacity={0} />
    </>,
  );
  yield* all(...gaps.map(gap => gap.opacity(0, 0.4)), errors().opacity(0, 0.4));
  yield* riser().trace(0.65);
  yield* run().trace(0.65);
  yield* fadeIn(answer(), {seconds: 0.4});

  yield* waitUntil('scale');
  const {wall, count, label} = wallOfDials();
  wall.shown(0);
  view.add([wall, count.opacity(0), label.opacity(0)]);
  const total = count.value();
  count.value(0);
  yield* all(fadeOut(axes(), {seconds: 0.7}), tag().opacity(0, 0.7), ...dials.map((dial, index) => intoTheWall(dial, wall.position().add(wall.dialAt(0, index)))));
  tag().text(wallSource);
  yield* all(wall.appear(2.8), count.opacity(1, 0.4), label.opacity(1, 0.4), tag().opacity(1, 0.6), count.countTo(total, 3.4));
  // The wall draws these two now.
  yield* fadeOut(dials, {seconds: 0.3, lag: 0});
});

/** The last picture of scene 12. */
function showDialsAndWeights(view: View2D): {panel: DialPanel; all: Node[]} {
  const {dials, matrix, names} = dialsAndWeights(learned);
  const tag = createRef<Txt>();
  view.add([dials, matrix, ...names, sourceTag(tag, netSource)]);
  tag().opacity(1);
  return {panel: dials, all: [dials, matrix, ...names, tag()]};
}

/** A dial with its name over it and its value beside it; both are not yet seen. */
function LabelledDial({ref, name, turned, value, decimals}: {ref: (node: Layout) => void; name: string; turned: () => number; value: () => number; decimals: number}) {
  return (
    <Layout ref={ref}>
      <Dial value={turned} radius={RADIUS} x={-70} />
      <Word text={name} fontSize={size.label} x={-70} y={-118} opacity={0} />
      <DecimalNumber value={value} decimals={decimals} fontSize={52} edge="left" x={50} opacity={0} />
    </Layout>
  );
}

function textsOf(labelled: Layout): Node[] {
  return labelled.children().slice(1);
}

/** A dial of the panel grows into its place at the right, and waits there, dimmed. */
function* outOfThePanel(labelled: Layout, from: Vector2, to: [number, number]) {
  const dial = labelled.children()[0] as Dial;
  labelled.position(from);
  dial.position(0).radius(PANEL.radius);
  yield* all(labelled.position(to, 1.3), labelled.opacity(0.4, 1.3), dial.position([-70, 0], 1.3), dial.radius(RADIUS, 1.3));
}

/** The sum of the squared errors, as a number and as a bar; `full` is the longest it will be. */
function ErrorBar({ref, value, full}: {ref: (node: Layout) => void; value: () => number; full: number}) {
  const room = 400;
  return (
    <Layout ref={ref} position={[RIGHT, 190]} opacity={0}>
      <Word text="squared errors, summed" fontSize={size.body} weight={400} x={-room / 2} offsetX={-1} y={-50} />
      <Rect x={-room / 2} width={() => (room * value()) / full} height={30} radius={6} offsetX={-1} fill={() => theme().bad} />
      <DecimalNumber value={value} decimals={0} fontSize={44} edge="left" x={-room / 2} y={56} />
    </Layout>
  );
}

/** A dial leaves its name and number behind and takes its place among the many. */
function* intoTheWall(labelled: Layout, place: {x: number; y: number}) {
  const [dial, ...texts] = labelled.children();
  yield* all(
    ...texts.map(text => text.opacity(0, 0.4)),
    labelled.position(place, 1),
    dial.position(0, 1),
    (dial as Dial).radius(27, 1),
  );
}
