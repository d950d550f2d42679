/** The line of text never leaves its place: it is cut where it stands, and things hang from it. */
import {Layout, Line, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, delay, makeRef, waitFor, waitUntil} from '@motion-canvas/core';
import {
  ImageBlocks,
  TokenStrip,
  WaveformBars,
  cut,
  fadeIn,
  fadeOut,
  formatInteger,
  laggedStart,
  size,
  theme,
  tokenize,
} from 'lectern';
import lighthouse from '../../assets/pictures/lighthouse.svg';
import type {Word} from '../../src/components/Word';
import {heading} from './parts/machine';
import {rowOfPieces} from './parts/rowOfPieces';
import {TOKEN_ROW, pieces, tokens} from './parts/sentence';
import {speech} from './parts/speech';
import {vocabularyList} from './parts/vocabularyList';

const RARE = tokenize(' xylophonist');
/** The token that is looked up in the vocabulary: " lamp". */
const LOOKED_UP = pieces.indexOf(' lamp');

export default makeScene2D(function* (view) {
  const strip = createRef<TokenStrip>();
  const title = createRef<Word>();
  view.fill(() => theme().background);
  view.add(
    <>
      <TokenStrip ref={strip} pieces={pieces} fontSize={58} boxed={0} written={0} y={-60} />
      {heading(title, 'tokens')}
    </>,
  );

  yield* waitUntil('sentence');
  yield* strip().write(1.5);

  yield* waitUntil('cut');
  yield* strip().showBoxes(1.4);
  yield* all(strip().spacing(8, 0.8), strip().fontSize(50, 0.8));

  yield* waitUntil('pieces');
  const rare = createRef<TokenStrip>();
  view.add(<TokenStrip ref={rare} pieces={RARE.map(({text}) => text)} fontSize={104} boxed={0} written={0} x={-16} y={110} />);
  yield* strip().y(-250, 0.8);
  yield* rare().write(0.8);
  yield* all(rare().showBoxes(0.8), rare().spacing(18, 0.8));

  yield* waitUntil('numbered');
  yield* fadeOut(rare(), {seconds: 0.5});
  const hangers: Layout[] = [];
  view.add(
    <>
      {tokens.map(({id}, index) => {
        const x = () => Math.round(strip().boxOf(index).center.x);
        return (
          <Layout ref={makeRef(hangers, index)} opacity={0}>
            <Line points={() => [[x(), strip().y() + 52], [x(), strip().y() + 96]]} stroke={() => theme().muted} lineWidth={3} />
            <Txt text={formatInteger(id)} position={() => [x(), strip().y() + 126]} fontSize={size.body} fontFamily={() => theme().numberFont} fill={() => theme().muted} />
          </Layout>
        );
      })}
    </>,
  );
  yield* laggedStart(hangers, (hanger, seconds) => hanger.opacity(1, seconds), {seconds: 1.4, lag: 0.3});
  const list = vocabularyList(tokens[LOOKED_UP].id, [strip().boxOf(LOOKED_UP).center.x, strip().y() + 152]);
  view.add(list.figure);
  yield* list.appear(1);
  yield* strip().spotlight([LOOKED_UP], 0.4);
  yield* list.lookUp(0.6);

  yield* waitUntil('image');
  yield* all(
    fadeOut([list.figure, ...hangers], {seconds: 0.6, lag: 0}),
    strip().endSpotlight(0.6),
    all(strip().opacity(0.3, 0.8), strip().y(-280, 0.8)),
  );
  const picture = createRef<ImageBlocks>();
  view.add(<ImageBlocks ref={picture} src={lighthouse} size={430} x={-430} y={90} columns={4} rows={4} smoothing={false} opacity={0} />);
  yield* fadeIn(picture(), {seconds: 0.4});
  yield* picture().part(0.7, 0.14);
  yield* picture().flash(1);

  yield* waitUntil('sound');
  const wave = createRef<WaveformBars>();
  view.add(<WaveformBars ref={wave} values={speech} chunk={6} width={560} height={320} x={400} y={90} />);
  yield* wave().grow(0.7);
  yield* wave().spread(14, 0.6);
  yield* wave().flash(1);

  yield* waitUntil('row');
  const squares = rowOfPieces(view, picture().blocks(view), 0, (block, room, time) => block.scale(room / block.width(), time));
  const slices = rowOfPieces(view, wave().slices(view), 190, (slice, room, time) => all(slice.height(room, time), slice.width(room, time)));
  // Squares and slices stand where they stood in one piece: nothing is seen of the exchange.
  cut(picture(), wave(), ...squares.all, ...slices.all);
  picture().remove();
  wave().remove();
  yield* all(strip().opacity(1, 0.8), strip().y(-200, 0.8), squares.lineUp(1.4), delay(0.3, slices.lineUp(1.4)));
  yield* waitFor(0.9);
  yield* all(
    fadeOut([...squares.all, ...slices.all], {seconds: 0.6, lag: 0}),
    title().opacity(0, 0.5),
    delay(0.2, all(strip().y(TOKEN_ROW.y, 1), strip().fontSize(TOKEN_ROW.fontSize, 1), strip().spacing(TOKEN_ROW.spacing, 1))),
  );
});
