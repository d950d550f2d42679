import {Layout, Rect, makeScene2D} from '@motion-canvas/2d';
import {chain, createRef, waitFor} from '@motion-canvas/core';

/** Every justifyContent and alignItems, with alignSelf against it, in both directions. */
export default makeScene2D(function* (view) {
  const justify = ['start', 'center', 'end', 'space-between', 'space-around', 'space-evenly', 'stretch'] as const;
  const align = ['start', 'center', 'end', 'stretch', 'baseline'] as const;
  const rows = createRef<Layout>();
  view.add(
    <Layout ref={rows} layout direction={'row'} gap={20} size={[920, 500]}>
      <Layout direction={'column'} gap={8} grow={1}>
        {justify.map(value => (
          <Rect fill={'#222c38'} grow={1} justifyContent={value} alignItems={'center'} padding={6}>
            {[40, 60, 20].map(width => <Rect size={[width, 20]} fill={'#e6a700'} />)}
          </Rect>
        ))}
      </Layout>
      <Layout gap={8} grow={1}>
        {align.map(value => (
          <Rect fill={'#222c38'} grow={1} direction={'column'} alignItems={value} gap={6} padding={6}>
            {[40, 30, undefined].map(width => <Rect width={width} height={30} minWidth={16} fill={'#68abdf'} />)}
            <Rect alignSelf={'end'} size={20} fill={'#e13238'} />
          </Rect>
        ))}
      </Layout>
    </Layout>,
  );
  yield* chain(waitFor(0.1), rows().direction('row-reverse', 0), rows().alignItems('center', 0), waitFor(0.2), rows().width(600, 0.3));
});
