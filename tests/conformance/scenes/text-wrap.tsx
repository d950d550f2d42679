import {Layout, Rect, Txt, makeScene2D} from '@motion-canvas/2d';
import {createRef} from '@motion-canvas/core';

const TEXT = 'The quick-brown fox/vixen jumps over 3,000 lazy dogs (twice); pneumonoultramicroscopicsilicovolcanoconiosis ends it.';

/** The three wrapping modes, at a width that changes. */
export default makeScene2D(function* (view) {
  const box = createRef<Layout>();
  view.add(
    <Layout ref={box} layout direction={'column'} gap={16} width={860}>
      <Rect fill={'#222c38'} padding={12}><Txt textWrap fill={'white'} fontSize={30} text={TEXT} /></Rect>
      <Rect fill={'#222c38'} padding={12}><Txt textWrap={'pre'} fill={'#e6a700'} fontSize={24} text={'pre:  two  spaces\n\tand a tab\nthree lines'} /></Rect>
      <Rect fill={'#222c38'} padding={12}><Txt textWrap={false} fill={'#68abdf'} fontSize={24} text={'no wrapping   at\nall, white space collapses'} /></Rect>
    </Layout>,
  );
  yield* box().width(420, 0.7);
});
