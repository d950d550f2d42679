import {makeScene2D} from '@motion-canvas/2d';
import {all, createRef, waitFor} from '@motion-canvas/core';
import {TokenStrip} from '../../src/components/TokenStrip';

/** A sentence cut into tokens: written, boxed, masked, spread, one lit. */
export default makeScene2D(function* (view) {
  const [strip, long] = [createRef<TokenStrip>(), createRef<TokenStrip>()];
  const pieces = ['The', ' heron', ' waited', ' by', ' the', ' riv', 'erbank', ' until', ' dusk', '.'];
  view.add(
    <>
      <TokenStrip ref={strip} pieces={pieces} boxed={0} y={-280} fontSize={44} />
      <TokenStrip ref={long} pieces={[...pieces, ...pieces, ...pieces]} limit={1300} hues={[180, 260]} tinted={1} y={120} />
      <TokenStrip pieces={['你好', '，', '世界']} y={400} />
      <TokenStrip pieces={[]} y={480} />
    </>,
  );
  yield* all(strip().write(1), long().write(1));
  yield* strip().showBoxes(1);
  yield* strip().mask(8);
  const copy = strip().copyOf(5);
  view.add(copy);
  yield* all(strip().spreadTo(pieces.map((_, i) => (i - 4.5) * 180)), copy.y(-130, 1));
  yield* strip().spotlight([5, 6]);
  yield* waitFor(0.3);
});
