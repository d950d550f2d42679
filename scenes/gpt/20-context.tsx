/** One vector on its way through the machine: what it hears from the words before it is added at its tip. */
import {Img, Txt, makeScene2D} from '@motion-canvas/2d';
import {Vector2, all, createRef, delay, waitFor, waitUntil} from '@motion-canvas/core';
import {Anchor, ContextArcs, EmbeddingSpace, TokenStrip, VectorArrow, fadeIn, fadeOut, formatInteger, laggedStart, size, theme, tokenColor, type VectorArrowProps} from 'lectern';
import {Word} from '../../src/components/Word';
import lighthouse from '../../assets/pictures/lighthouse.svg';
import {gpt3} from './parts/gpt3';
import {countedLine, pluralEquation, pluralSource} from './parts/pluralDirection';
import {TOKEN_ROW, pieces} from './parts/sentence';
import {sourceTag} from './parts/sourceTag';

const CAME = pieces.indexOf(' came');

/** What is added, and from which words it comes; illustrative steps, in units of the space. */
const word: Point = [1.5, 0.5, 0.75];
const place = {label: `place ${CAME + 1}`, step: [0.15, -0.2, 0.68]} as const;
const ships = {label: 'the ships', step: [1.25, 0.3, 0.7], from: [' ships']} as const;
const lamp = {label: 'the lamp is lit', step: [0.7, -0.5, 0.9], from: [' lit', ' lamp']} as const;
const keeper = {label: 'by a lighthouse keeper', step: [1.3, 0.3, 0.65], from: [' lighthouse', ' keeper']} as const;

/** The viewer stands near while there is one arrow, and steps back before there are many. */
const NEAR = {zoom: 1.5, lookAt: [-1.5, 0, 0.72]} as const;
const FAR = {zoom: 1, lookAt: [0, 0, 1.6]} as const;
type Point = readonly [number, number, number];

export default makeScene2D(function* (view) {
  const strip = createRef<TokenStrip>();
  const space = createRef<EmbeddingSpace>();
  const tag = createRef<Txt>();
  view.fill(() => theme().background);
  view.add(
    <>
      <EmbeddingSpace ref={space} extent={[2.2, 1.7, 0.7]} unit={150} azimuth={-20} elevation={13} {...NEAR} x={-420} y={24} opacity={0} />
      <TokenStrip ref={strip} pieces={pieces} {...TOKEN_ROW} opacity={0} />
    </>,
  );
  const before = [countedLine().line, pluralEquation()];
  view.add(before);
  view.add(sourceTag(tag, pluralSource));
  tag().opacity(1);

  yield* waitUntil('alone');
  yield* all(fadeOut(before, {seconds: 0.5, lag: 0}), tag().opacity(0, 0.4), delay(0.3, fadeIn([strip(), space()], {seconds: 0.6, lag: 0})));
  tag().text(`illustrative arrows: three dimensions stand for ${formatInteger(gpt3.width)}`);
  yield* all(strip().spotlight([CAME], 0.6, 0.35), space().turnAt(1, 1), tag().opacity(1, 0.6));
  const came = arrowFrom(space(), [0, 0, 0], word, {label: 'came', side: 'left', color: tokenColor(' came').line});
  const copy = strip().copyOf(CAME);
  const seen = new Vector2(space().see(word));
  view.add(copy);
  yield* fadeIn(copy, {seconds: 0.15});
  yield* all(copy.position(seen.add(space().position()), 1.1), copy.scale(0.7, 1.1), came.grow(1.1), copy.opacity(0, 1.1));
  copy.remove();

  yield* waitUntil('position');
  const index = createRef<Word>();
  const chip = strip().inParent(strip().boxOf(CAME)).center;
  view.add(<Word ref={index} text={String(CAME + 1)} position={[chip.x, TOKEN_ROW.y + 62]} fontSize={size.label} weight={600} color={() => theme().highlight} opacity={0} />);
  yield* fadeIn(index(), {seconds: 0.6});
  const placed = arrowFrom(space(), word, add(word, place.step), {label: place.label, side: 'right', color: theme().highlight});
  yield* placed.grow(1);

  yield* waitUntil('soak');
  yield* all(index().opacity(0, 0.4), space().orbit(FAR, 1.4));
  const arrows = [came, placed];
  let tip = add(word, place.step);
  function* takeIn(fact: {readonly label: string; readonly step: Point; readonly from: readonly string[]}, side: VectorArrowProps['side']) {
    const chips = fact.from.map(text => pieces.indexOf(text));
    const under = (at: number) => strip().inParent(strip().boxOf(at)).center.addY(36);
    const far = under(CAME).x - under(chips[0]).x > 300;
    const arcs = (<ContextArcs sources={chips.map(under)} target={under(CAME)} side={'down'} bend={far ? 32 : 100} width={8} />) as ContextArcs;
    view.add(arcs);
    yield* all(strip().spotlight([...chips, CAME], 0.4, 0.35), arcs.connect(0.9));
    const arrow = arrowFrom(space(), tip, add(tip, fact.step), {label: fact.label, side, color: tokenColor(fact.from.at(-1)!).line});
    yield* all(arrow.grow(1.1), arcs.opacity(0, 1.1));
    arrows.push(arrow);
    tip = add(tip, fact.step);
  }
  yield* takeIn(ships, 'right');

  yield* waitUntil('more');
  yield* takeIn(lamp, 'left');
  yield* takeIn(keeper, 'right');
  yield* waitFor(0.4);
  yield* laggedStart(arrows, (arrow, seconds) => arrow.pulse(seconds), {seconds: 2.6, lag: 0.6});

  yield* waitUntil('far');
  const whole = arrowFrom(space(), [0, 0, 0], tip, {color: theme().highlight, thickness: 10});
  yield* all(whole.grow(1.4), ...arrows.map(arrow => arrow.opacity(0.2, 1)), strip().endSpotlight(1));
  const picture = (
    <Anchor at={tip} opacity={0}>
      <Img src={lighthouse} size={270} x={350} y={150} smoothing={false} />
    </Anchor>
  ) as Anchor;
  space().add(picture);
  yield* picture.opacity(1, 0.8);
  yield* waitFor(2.8);
  yield* fadeOut([space(), tag()], {seconds: 0.7, lag: 0});
});

/** An arrow of the space that has not grown yet. */
function arrowFrom(space: EmbeddingSpace, from: Point, to: Point, props: VectorArrowProps): VectorArrow {
  return space.arrow({growth: 0, from: [...from], to: [...to], ...props});
}

function add(point: Point, step: Point): Point {
  return [point[0] + step[0], point[1] + step[1], point[2] + step[2]];
}
