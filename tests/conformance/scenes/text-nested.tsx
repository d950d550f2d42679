import {Layout, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';

/** Styles inside styles: sizes on one line, weights, colours, strokes, in one line and wrapped. */
export default makeScene2D(function* (view) {
  const big = createRef<Txt>();
  const column = createRef<Layout>();
  view.add(
    <Layout ref={column} layout direction={'column'} gap={30} width={860}>
      <Txt fill={'white'} fontSize={32}>
        plain <Txt fill={'#e13238'} fontWeight={700}>bold red</Txt> and <Txt ref={big} fontSize={64} fill={'#e6a700'}>big</Txt> then <Txt.i fill={'#68abdf'}>slanted <Txt.b>both</Txt.b></Txt.i>.
      </Txt>
      <Txt fill={'white'} fontSize={28} textWrap>
        A wrapped paragraph with <Txt fontFamily={'JetBrains Mono'} fill={'#99c47a'}>code words</Txt> inside it, and <Txt fontSize={44} stroke={'#e13238'} lineWidth={2} fill={null}>outlined</Txt> ones that are taller than <Txt letterSpacing={5}>their neighbours</Txt> are.
      </Txt>
    </Layout>,
  );
  yield* all(big().fontSize(100, 0.5), column().width(560, 0.5));
});
