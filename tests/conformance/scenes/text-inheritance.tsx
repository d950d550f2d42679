import {Layout, Node, Txt, makeScene2D} from '@motion-canvas/2d';
import {createRef} from '@motion-canvas/core';

/** Text styles handed down by the view, by layouts and through plain nodes. */
export default makeScene2D(function* (view) {
  const box = createRef<Layout>();
  view.fontFamily('IBM Plex Sans').fontSize(30).fontStyle('italic');
  view.add(
    <Layout ref={box} layout direction={'column'} gap={16} fontSize={40} fontWeight={500} letterSpacing={2} lineHeight={56}>
      <Txt fill={'white'} text={'from the layout'} />
      <Node>
        <Txt fill={'#e6a700'} text={'through a node'} />
      </Node>
      <Layout fontFamily={'JetBrains Mono'} fontStyle={'normal'}>
        <Txt fill={'#68abdf'} text={'another family'} />
      </Layout>
    </Layout>,
  );
  view.add(<Layout y={210} fontSize={80}><Txt fill={'#99c47a'} text={'a layout that lays nothing out'} /></Layout>);
  yield* box().fontSize(24, 0.4);
});
