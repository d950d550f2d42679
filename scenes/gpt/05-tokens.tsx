/** The line of text never leaves its place: it is cut where it stands, and things hang from it. */
import {Layout, Line, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, delay, makeRef, waitUntil} from '@motion-canvas/core';
import {
  ImageBlocks,
  TokenStrip,
  WaveformBars,
  fadeIn,
  fadeOut,
  formatInteger,
  laggedStart,
  size,
  theme,
  tokenCount,
  tokenize,
  vocabularyEnds,
} from 'lectern';
import lighthouse from '../../assets/pictures/lighthouse.svg';
import {speech} from './parts/speech';
import {TOKEN_ROW, pieces, tokens} from './parts/sentence';

const RARE = tokenize(' xylophonist');

export default makeScene2D(function* (view) {
  const strip = createRef<TokenStrip>();
  const title = createRef<Txt>();
  view.fill(() => theme().background);
  view.add(
    <>
      <TokenStrip ref={strip} pieces={pieces} fontSize={60} boxed={0} written={0} y={-60} />
      <Txt ref={title} text={'tokens'} y={-390} fontSize={size.heading} fontWeight={600} fontFamily={() => theme().textFont} fill={() => theme().ink} opacity={0} />
    </>,
  );

  yield* waitUntil('sentence');
  yield* strip().write(1.5);

  yield* waitUntil('cut');
  yield* strip().showBoxes(1.4);
  yield* all(strip().spacing(10, 0.8), strip().fontSize(56, 0.8), fadeIn(title(), {seconds: 0.8}));

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
        const x = () => strip().boxOf(index).center.x;
        return (
          <Layout ref={makeRef(hangers, index)} opacity={0}>
            <Line points={() => [[x(), strip().y() + 52], [x(), strip().y() + 96]]} stroke={() => theme().muted} lineWidth={3} />
            <Txt text={String(id)} position={() => [x(), strip().y() + 126]} fontSize={size.body} fontFamily={() => theme().numberFont} fill={() => theme().muted} />
          </Layout>
        );
      })}
    </>,
  );
  yield* laggedStart(hangers, (hanger, seconds) => hanger.opacity(1, seconds), {seconds: 1.4, lag: 0.3});
  const list = createRef<Layout>();
  view.add(<VocabularyList ref={list} />);
  yield* all(fadeIn(list(), {seconds: 0.8}));

  yield* waitUntil('image');
  yield* all(
    fadeOut(list(), {seconds: 0.6}),
    strip().opacity(0.3, 0.8),
    title().opacity(0.3, 0.8),
    ...hangers.map(hanger => hanger.opacity(0, 0.6)),
    strip().y(-330, 0.8),
    title().y(-430, 0.8),
  );
  const picture = createRef<ImageBlocks>();
  view.add(<ImageBlocks ref={picture} src={lighthouse} size={430} x={-430} y={70} columns={8} rows={8} smoothing={false} opacity={0} />);
  yield* fadeIn(picture(), {seconds: 0.4});
  yield* picture().part(0.9, 0.14);
  yield* picture().flash(1.2);

  yield* waitUntil('sound');
  const wave = createRef<WaveformBars>();
  view.add(<WaveformBars ref={wave} values={speech} chunk={5} width={700} height={300} x={430} y={70} />);
  yield* wave().grow(0.7);
  yield* wave().spread(0.7, 0.6);
  yield* wave().flash(1);

  yield* waitUntil('row');
  yield* all(fadeOut([picture(), wave()], {seconds: 0.7}), delay(0.3, all(strip().opacity(1, 0.8), strip().y(TOKEN_ROW.y, 1), title().opacity(0, 0.6))));
  yield* all(strip().fontSize(TOKEN_ROW.fontSize, 1.2), strip().spacing(TOKEN_ROW.spacing, 1.2));
});

/** The fixed list of all tokens: its first and last entries, and how many there are. */
function VocabularyList({ref}: {ref: (layout: Layout) => void}) {
  const {first, last} = vocabularyEnds(4, 4);
  const entry = (text: string, id: number | null) => (
    <Layout layout gap={28} justifyContent={'space-between'}>
      <Txt text={text} fontSize={size.body} fontFamily={() => theme().codeFont} fill={() => theme().ink} />
      <Txt text={id === null ? '' : formatInteger(id)} fontSize={size.body} fontFamily={() => theme().numberFont} fill={() => theme().muted} />
    </Layout>
  );
  return (
    <Layout ref={ref} y={215} opacity={0}>
      <Txt text={`${formatInteger(tokenCount)} tokens in the vocabulary of GPT-3`} y={-140} fontSize={size.label} fontFamily={() => theme().textFont} fill={() => theme().ink} />
      <Layout layout gap={60} y={20}>
        <Layout layout direction={'column'} gap={8} width={340}>
          {first.map(({text, id}) => entry(visible(text), id))}
        </Layout>
        <Txt text={'…'} fontSize={size.heading} fill={() => theme().muted} fontFamily={() => theme().textFont} alignSelf={'center'} />
        <Layout layout direction={'column'} gap={8} width={460}>
          {last.map(({text, id}) => entry(visible(text), id))}
        </Layout>
      </Layout>
    </Layout>
  );
}

/** A space that belongs to a token is shown as a dot. */
function visible(text: string): string {
  return text.replace(/ /g, '·');
}
