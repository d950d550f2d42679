import {Layout, Rect, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';

/** Rows and columns: grow, shrink, basis, gaps, padding, margin, a size that tweens from a number to auto. */
export default makeScene2D(function* (view) {
  const row = createRef<Layout>();
  const wide = createRef<Rect>();
  const block = (colour: string, props = {}) => <Rect fill={colour} radius={6} {...props} />;
  view.add(
    <Layout ref={row} layout width={860} height={460} gap={16} padding={20}>
      {block('#25313f', {basis: '20%', direction: 'column', padding: 10, gap: 10, children: [block('#e13238', {grow: 1}), block('#e6a700', {grow: 2}), block('#99c47a', {height: 60})]})}
      <Rect ref={wide} fill={'#1c3a4f'} grow={1} direction={'column'} padding={[10, 20, 30, 40]} gap={[4, 12]} radius={8}>
        {block('#68abdf', {height: '30%', marginBottom: 10})}
        {block('#68abdf', {grow: 1, minHeight: 50, maxWidth: 300})}
        {block('#68abdf', {height: 400, shrink: 2, minHeight: 30})}
      </Rect>
      {block('#443355', {width: 500, shrink: 3})}
    </Layout>,
  );
  yield* all(row().gap(60, 0.4), wide().grow(3, 0.4), row().padding(60, 0.4));
  yield* row().size([700, 300], 0.4);
});
