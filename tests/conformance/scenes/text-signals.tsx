import {Txt, makeScene2D} from '@motion-canvas/2d';
import {createSignal, all} from '@motion-canvas/core';

/** Numbers that count, widths that follow, text from a function. */
export default makeScene2D(function* (view) {
  const value = createSignal(0);
  view.add(<Txt y={-80} fill={'white'} fontSize={80} text={() => value().toFixed(2)} />);
  view.add(<Txt y={60} fill={'#e6a700'} fontSize={36} text={() => `${Math.round(value() * 10)} of 100`} />);
  view.add(<Txt y={160} fill={'#68abdf'} fontSize={() => 20 + value() * 3} text={'grows'} />);
  yield* all(value(10, 0.7));
});
