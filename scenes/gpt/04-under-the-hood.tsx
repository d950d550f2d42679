/** The machine opened like a book: its pages are grids of numbers, and numbers travel through them. */
import {Line, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, delay, waitFor, waitUntil} from '@motion-canvas/core';
import {GuideZoom, NumericMatrix, ProbabilityBars, SlabStack, TextPage, fadeOut, size, theme} from 'lectern';
import type {Word} from '../../src/components/Word';
import {beam} from './parts/beam';
import {ROW, layerRow} from './parts/layerRow';
import {OPENING, TITLE_LINE, label, machine} from './parts/machine';
import {illustrativeWeights, tilesOnSlab} from './parts/openLayer';
import {candidates, shares} from './parts/scores';
import {sentence} from './parts/sentence';
import {sourceTag} from './parts/sourceTag';
import {wayAhead} from './parts/wayAhead';
import {wellText, WELLS} from './parts/wells';

const noise = illustrativeWeights('before training');
const trained = illustrativeWeights('after training');
const nextLayer = illustrativeWeights('the next layer');

/** Where the opened matrix stands. */
const LARGE = {x: 430, y: 0};

export default makeScene2D(function* (view) {
  view.fill(() => theme().background);
  const [stack, tag] = [createRef<SlabStack>(), createRef<Txt>()];
  view.add(machine(stack, OPENING));
  view.add(sourceTag(tag, 'illustrative numbers'));

  yield* waitUntil('stack');
  const [text, light, bars] = [createRef<TextPage>(), createRef<Line>(), createRef<ProbabilityBars>()];
  view.add(
    <>
      {wellText(text, sentence, WELLS.left, {typed: 0})}
      {beam(light, {from: [312, 0], to: [440, 0], spread: 330})}
      <ProbabilityBars ref={bars} x={610} width={330} words={candidates} probabilities={shares} rows={4} rest={false} full={0.7} rowHeight={66} grown={0} />
    </>,
  );
  text().y(0);
  yield* text().typed(1, 1.2);
  yield* waitFor(1.7);
  const copy = text().clone();
  view.add(copy);
  yield* all(stack().swallow(copy.letters(), 1.2, -45, {copies: true}), text().opacity(0.6, 0.6));
  copy.remove();
  yield* all(stack().sweep(1.4), delay(0.9, all(light().opacity(1, 0.8), bars().unfold(1), tag().opacity(1, 0.6))));

  yield* waitUntil('open');
  const [matrix, name, guide] = [createRef<NumericMatrix>(), createRef<Word>(), createRef<GuideZoom>()];
  view.add(<NumericMatrix ref={matrix} values={noise} max={0.9} fontSize={56} opacity={0} {...LARGE} />);
  const {sheet, first} = tilesOnSlab(stack(), 3, () => matrix().values() as typeof noise);
  yield* fadeOut([text(), light(), bars()], {seconds: 0.5, lag: 0});
  yield* all(stack().x(-370, 1.8), stack().gap(92, 1.8), stack().yaw(-24, 1.8), delay(0.7, stack().clear(1, 0.7)), delay(1.2, sheet.opacity(1, 0.7)));
  view.add(<GuideZoom ref={guide} from={first} to={matrix()} drawn={0} />);
  view.add(label(name, 'a matrix', LARGE.x, LARGE.y - 250, {opacity: 0, fontSize: 56}));
  yield* all(guide().open(0.8), delay(0.5, matrix().opacity(1, 0.7)));
  yield* name().opacity(1, 0.5);

  yield* waitUntil('weights');
  const weights = createRef<Word>();
  view.add(label(weights, 'weights', LARGE.x, LARGE.y + 250, {opacity: 0, fontSize: 56}));
  yield* weights().opacity(1, 0.5);
  yield* matrix().become(trained, 2.4);

  yield* waitUntil('data');
  const row = layerRow(view, [trained, nextLayer]);
  yield* fadeOut([stack(), guide(), name(), weights()], {seconds: 0.6, lag: 0});
  yield* all(
    matrix().position([ROW.matrices[0], 0], 1),
    matrix().scale((ROW.scale * 40) / 56, 1),
    delay(0.5, all(row.columns[0].opacity(1, 0.6), row.second.opacity(1, 0.6), ...row.layers.map(each => each.opacity(1, 0.6)))),
  );
  yield* row.pass(0, matrix(), 1.4);
  yield* row.pass(1, row.second, 1.4);
  yield* row.read(1.4);

  yield* waitUntil('plan');
  const way = wayAhead(view);
  yield* all(fadeOut([matrix(), ...row.all, tag()], {seconds: 0.6, lag: 0}), delay(0.4, way.unroll(1)));
  yield* way.there(1.6);
  yield* way.back(0.9);
  // The first stop is the title of the next scene.
  yield* delay(0.3, all(
    fadeOut(way.others, {seconds: 0.6, lag: 0}),
    delay(0.2, all(way.first.position([0, TITLE_LINE.y], 0.9), way.first.fontSize(size.heading, 0.9))),
  ));
});
