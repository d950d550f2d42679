/** The line of text never leaves its place: it is cut where it stands, and things hang from it. */
import {Circle, Layout, Line, Txt, makeScene2D} from '@motion-canvas/2d';
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
const COMMA = pieces.indexOf(',');

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
  yield* waitFor(1.6);
  // The dot that stands for a space in the vocabulary, too.
  const spaces = pieces.flatMap((piece, index) => (piece.startsWith(' ') ? [spaceIn(strip(), index)] : []));
  view.add(spaces);
  yield* laggedStart(spaces, (dot, seconds) => dot.scale(1, seconds), {seconds: 0.9, lag: 0.1});
  yield* waitFor(0.5);
  yield* all(strip().spotlight([COMMA], 0.4), ...spaces.map(dot => dot.scale(0, 0.4)));

  yield* waitUntil('pieces');
  const rare = createRef<TokenStrip>();
  view.add(<TokenStrip ref={rare} pieces={RARE.map(({text}) => text)} fontSize={104} boxed={0} written={0} y={110} />);
  yield* strip().endSpotlight(0.5);
  yield* strip().y(-250, 0.7);
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
            <Txt text={formatInteger(id)} position={() => [x(), strip().y() + 126]} fontSize={32} fontFamily={() => theme().numberFont} fill={() => theme().muted} />
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
  yield* waitFor(0.2);
  yield* list.total(0.6);

  yield* waitUntil('image');
  yield* all(
    fadeOut([list.figure, ...hangers], {seconds: 0.6, lag: 0}),
    strip().endSpotlight(0.6),
    all(strip().opacity(0.3, 0.8), strip().y(-280, 0.8)),
  );
  const picture = createRef<ImageBlocks>();
  view.add(<ImageBlocks ref={picture} src={lighthouse} size={432} x={-430} y={90} columns={4} rows={4} smoothing={false} opacity={0} />);
  yield* fadeIn(picture(), {seconds: 0.4});
  // A ninth of a square is a whole pixel: no half row of the next one shows at an edge.
  yield* picture().part(0.7, 1 / 9);
  yield* picture().flash(1);

  yield* waitUntil('sound');
  const wave = createRef<WaveformBars>();
  view.add(<WaveformBars ref={wave} values={speech} chunk={6} width={540} height={320} x={400} y={90} />);
  yield* wave().grow(0.7);
  yield* wave().spread(14, 0.6);
  yield* wave().flash(1);

  yield* waitUntil('row');
  const sound = wave().slices(view);
  const slices = rowOfPieces(view, sound, 190, (slice, room, time) => all(slice.opacity(1, time), slice.height(room, time), slice.width(room, time)));
  const squares = rowOfPieces(view, picture().blocks(view), 0, (block, room, time) => block.scale(room / block.width(), time));
  // Squares and slices stand where they stood in one piece: nothing is seen of the exchange.
  cut(picture(), wave(), ...squares.all, ...slices.all);
  picture().remove();
  wave().remove();
  // The squares pass over the sound: it steps back until they are by.
  yield* all(strip().opacity(1, 0.8), strip().y(-200, 0.8), ...sound.map(slice => slice.opacity(0.2, 0.4)), squares.lineUp(1.3));
  yield* slices.lineUp(1.3);
  yield* waitFor(0.6);
  yield* all(
    fadeOut([...squares.all, ...slices.all], {seconds: 0.6, lag: 0}),
    title().opacity(0, 0.5),
    delay(0.2, all(strip().y(TOKEN_ROW.y, 1), strip().fontSize(TOKEN_ROW.fontSize, 1), strip().spacing(TOKEN_ROW.spacing, 1))),
  );
});

/** A dot where the space stands that belongs to a token, not yet visible. */
function spaceIn(strip: TokenStrip, index: number): Circle {
  const box = strip.boxOf(index);
  return (<Circle position={[strip.x() + box.left + 0.24 * strip.fontSize(), strip.y()]} size={10} fill={() => theme().highlight} scale={0} />) as Circle;
}
