import {Layout, Txt, makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';

const TEXT = 'Text that is set\nragged, centred or flush, and a word that is far too looooooooong';

/** All alignments of wrapped and of preformatted text. */
export default makeScene2D(function* (view) {
  const row = createRef<Layout>();
  view.add(
    <Layout ref={row} layout gap={24} width={900}>
      {(['left', 'center', 'right', 'start', 'end'] as const).map(textAlign => (
        <Layout direction={'column'} basis={0} grow={1} gap={20}>
          <Txt textWrap textAlign={textAlign} fill={'white'} fontSize={22} lineHeight={30} text={TEXT} />
          <Txt textWrap={'pre'} textAlign={textAlign} fill={'#e6a700'} fontSize={20} lineHeight={'150%'} text={'one\ntwo words\n\nthree'} />
        </Layout>
      ))}
    </Layout>,
  );
  yield* waitFor(0.1);
  yield* row().width(700, 0.4);
});
