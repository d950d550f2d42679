import {Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';

/** Sizes, weights, slants, families, letter spacing, stroke; a text that turns into another. */
export default makeScene2D(function* (view) {
  const turning = createRef<Txt>();
  const spaced = createRef<Txt>();
  view.add(
    <>
      <Txt y={-210} fill={'white'} text={'AVATAR To: 48 px, weight 500 by default'} fontSize={40} />
      <Txt ref={turning} y={-140} fill={'#e6a700'} text={'from this'} fontSize={48} />
      <Txt.b y={-70} fill={'#99c47a'} fontSize={36}>bold by its own tag</Txt.b>
      <Txt.i y={-10} fill={'#99c47a'} fontSize={36}>and italic by another</Txt.i>
      <Txt ref={spaced} y={60} fill={'#68abdf'} fontFamily={'JetBrains Mono'} text={'letter spacing => fi ffl'} fontSize={32} letterSpacing={-1} />
      <Txt y={140} fill={'#141a22'} stroke={'#e13238'} lineWidth={4} strokeFirst text={'Stroke first'} fontSize={64} fontWeight={700} />
      <Txt y={220} stroke={'white'} lineWidth={1.5} lineDash={[6, 3]} text={'dashed outline'} fontSize={56} fontFamily={'IBM Plex Sans'} fontWeight={600} />
    </>,
  );
  yield* all(turning().text('into something longer', 0.6), spaced().letterSpacing(6, 0.6));
});
