/** A wall of matrices becomes a ledger, and the ledger adds up. */
import {Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, waitFor, waitUntil} from '@motion-canvas/core';
import {Integer, ParameterTally, fadeIn, fadeOut, formatInteger, parameterTally, size, smooth, theme} from 'lectern';
import {Word} from '../../src/components/Word';
import type {TallyKind} from '../../src/math/parameterTally';
import {gpt3} from './parts/gpt3';
import {inARow} from './parts/inARow';
import {LEDGER, TOLD, leftOutNote, ledgerRows} from './parts/ledger';
import {sourceTag} from './parts/sourceTag';
import {twoKinds} from './parts/twoKinds';
import {PER_TILE, wallOfMatrices} from './parts/wallOfMatrices';

const tally = parameterTally(gpt3);
const ATTENTION: readonly TallyKind[] = ['query', 'key', 'value', 'output'];
const MLP: readonly TallyKind[] = ['up', 'down'];

export default makeScene2D(function* (view) {
  view.fill(() => theme().background);
  const {weights, weightScale, data, dataScale} = twoKinds();
  const count = createRef<Integer>();
  const ofModel = createRef<Word>();
  const note = createRef<Txt>();
  view.add([weights, weightScale, data, dataScale]);
  view.add(
    <>
      <Integer ref={count} value={0} fontSize={132} fontWeight={600} color={() => theme().weight.positive} y={-60} opacity={0} />
      <Word ref={ofModel} text={'in GPT-3'} fontSize={size.heading} weight={400} color={() => theme().muted} y={80} opacity={0} />
    </>,
  );
  view.add(sourceTag(note, `computed from the sizes in the paper (Brown et al., 2020)`));

  yield* waitUntil('total');
  const small = new Word({text: weights.text(), weight: weights.weight(), fontSize: size.heading});
  inARow([small, ofModel()], 14);
  yield* fadeOut([data, dataScale, weightScale], {seconds: 0.5, lag: 0});
  yield* all(weights.position([small.x(), 80], 0.9, smooth), weights.fontSize(size.heading, 0.9, smooth));
  yield* all(count().opacity(1, 0.6), count().countTo(tally.total, 3.2), fadeIn(ofModel(), {seconds: 0.8}), fadeIn(note(), {seconds: 0.8}));

  yield* waitUntil('matrices');
  const wall = wallOfMatrices(tally, TOLD);
  const ledger = createRef<ParameterTally>();
  view.add(wall.node);
  view.add(<ParameterTally ref={ledger} {...ledgerRows(tally, TOLD)} {...LEDGER} shown={0} share={1} />);
  yield* all(count().y(-400, 0.8), count().fontSize(size.statement, 0.8), fadeOut([weights, ofModel()], {seconds: 0.5, lag: 0}), note().opacity(0, 0.3));
  note().text(`each rectangle: ${PER_TILE} of ${formatInteger(tally.matrices.perHead)} matrices (${formatInteger(tally.matrices.stapled)} if each layer’s outputs count as one)`);
  yield* all(wall.appear(1), note().opacity(1, 0.6));
  const rowOf = (kind: TallyKind) => ledger().inParent(ledger().figuresBox(kind));
  yield* all(wall.sort(rowOf, 1.6), count().opacity(0, 0.6), ledger().named(1, 1.4));

  yield* waitUntil('ends');
  yield* wall.leave(['embedding', 'unembedding'], 0.5);
  yield* ledger().shown(2, 1.4);

  yield* waitUntil('attention');
  yield* all(wall.leave([...ATTENTION, ...MLP], 0.5), note().opacity(0, 0.4));
  note().text('computed from the sizes in the paper (Brown et al., 2020)');
  yield* all(ledger().shown(6, 2.4), note().opacity(1, 0.6));
  yield* ledger().spotlight(ATTENTION, 0.5, 0.35);

  yield* waitUntil('mlp');
  yield* all(ledger().spotlight(MLP, 0.5, 0.35), ledger().shown(8, 1.4));
  yield* waitFor(1.8);
  yield* ledger().spotlight(TOLD, 0.5, 1);
  yield* ledger().showSum(0.8);

  yield* waitUntil('note');
  yield* note().opacity(0, 0.3);
  // The one thing to look at while it is spoken of, and a note like all others after that.
  note().text(leftOutNote).fill(theme().ink);
  yield* note().opacity(1, 0.6);
  yield* waitFor(2.4);
  yield* note().fill(theme().muted, 0.8);
});
