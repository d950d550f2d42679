import {makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';
import {DecimalNumber, Integer} from '../../src/components/DecimalNumber';
import {HighlightRect} from '../../src/components/HighlightRect';
import {theme} from '../../src/theme/theme';

/** Numbers that count: edges held, signs true, a frame that follows. */
export default makeScene2D(function* (view) {
  const [total, cost, share, frame] = [createRef<Integer>(), createRef<DecimalNumber>(), createRef<DecimalNumber>(), createRef<HighlightRect>()];
  view.add(
    <>
      <Integer ref={total} value={175181291520} y={-260} fontSize={110} color={() => theme().weight.positive} />
      <DecimalNumber ref={cost} value={0.105} decimals={3} edge="left" x={-500} y={0} fontSize={72} />
      <DecimalNumber value={() => -cost().value()} decimals={3} edge="left" x={-500} y={100} fontSize={72} />
      <DecimalNumber ref={share} value={8.35} decimals={1} unit="%" edge="right" x={500} y={0} fontSize={72} color={() => theme().probability} />
      <DecimalNumber value={2.5} sign="always" edge="right" x={500} y={100} fontSize={72} />
      <HighlightRect ref={frame} around={total()} fill={0.08} />
    </>,
  );
  yield* all(total().countIn(1.5), cost().countTo(12.303, 1.5), frame().trace());
  yield* frame().passTo(cost(), 0.8);
  yield* all(frame().runAround(), share().countTo(91.2));
});
