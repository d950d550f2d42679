import {makeScene2D, Rect} from '@motion-canvas/2d';
import {all, createRef, createRefArray, waitFor} from '@motion-canvas/core';
import {BraceLabel} from '../../src/components/BraceLabel';
import {theme} from '../../src/theme/theme';

/** Braces on all four sides, one along a span and a very short one; they open from their points and count. */
export default makeScene2D(function* (view) {
  const block = createRef<Rect>();
  const small = createRef<Rect>();
  const braces = createRefArray<BraceLabel>();
  view.add(
    <>
      <Rect ref={block} x={-260} y={-40} width={620} height={340} stroke={theme().muted} lineWidth={3} />
      <Rect ref={small} x={560} y={-160} size={44} fill={theme().data} />
      <BraceLabel ref={braces} of={block()} side="below" count={50257} label="tokens" />
      <BraceLabel ref={braces} of={block()} side="left" count={12288} />
      <BraceLabel ref={braces} of={block()} side="above" label="one column for each" />
      <BraceLabel ref={braces} of={block()} side="right" label="rows" color={theme().highlight} />
      <BraceLabel ref={braces} of={small()} side="below" label="1" />
      <BraceLabel ref={braces} of={{from: [380, 300], to: [860, 300]}} label="a span" />
    </>,
  );
  yield* all(...braces.map(brace => brace.unfold(1)), braces[0].countUp(undefined, 1.5));
  yield* block().width(760, 0.8);
  yield* waitFor(0.2);
});
