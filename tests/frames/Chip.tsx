import {Layout, makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {Chip} from '../../src/components/Chip';
import {theme} from '../../src/theme/theme';

/** Words in boxes of their own hue, in a row that lays itself out, and concepts in the colours of the theme. */
export default makeScene2D(function* (view) {
  const row = createRef<Layout>();
  view.add(
    <>
      <Layout ref={row} layout gap={24} y={-160}>
        {['lighthouse', 'keeper', 'lamp', 'ship', 'fog'].map(text => (
          <Chip text={text} />
        ))}
      </Layout>
      <Layout layout gap={24} y={20}>
        <Chip text="query" color={theme().query} />
        <Chip text="key" color={theme().key} />
        <Chip text="value" color={theme().value} />
        <Chip text="a" width={160} />
      </Layout>
      <Chip text="spring" y={220} fontSize={96} />
    </>,
  );
  yield* row().gap(60, 0.5);
  yield* waitFor(0.2);
});
