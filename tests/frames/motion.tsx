import {Line, makeScene2D, Rect} from '@motion-canvas/2d';
import {all, createRef, waitFor} from '@motion-canvas/core';
import {Equation} from '../../src/components/Equation';
import {NumericVector} from '../../src/components/NumericVector';
import {TokenStrip} from '../../src/components/TokenStrip';
import {fadeIn, growFromCentre} from '../../src/motion/enter';
import {fadeTransform, transformFromCopy} from '../../src/motion/fadeTransform';
import {moveAlongArc} from '../../src/motion/moveAlongArc';
import {passingFlash} from '../../src/motion/passingFlash';
import {wiggle} from '../../src/motion/wiggle';
import {theme} from '../../src/theme/theme';

// picture: 60%
/** The verbs of motion on the things they are made for: a token becomes its vector, others are baked in, symbols swap. */
export default makeScene2D(function* (view) {
  const [strip, vector, symbol, line] = [createRef<TokenStrip>(), createRef<NumericVector>(), createRef<Equation>(), createRef<Line>()];
  const [left, right] = [createRef<Rect>(), createRef<Rect>()];
  view.add(
    <>
      <TokenStrip ref={strip} pieces={['A', ' grey', ' heron']} y={-380} fontSize={60} />
      <NumericVector ref={vector} values={[2.1, -0.4, 5.2, -3.3, 1.8]} dots={-2} x={0} y={60} fontSize={44} opacity={0} />
      <Equation ref={symbol} tex="E_3" color={() => theme().data} fontSize={120} x={500} y={60} opacity={0} />
      <Line ref={line} points={[[-820, 420], [820, 420]]} stroke={() => theme().grid} lineWidth={3} />
      <Rect ref={left} size={[140, 90]} x={-760} y={0} radius={14} stroke={() => theme().query} lineWidth={5} />
      <Rect ref={right} size={[140, 90]} x={-480} y={0} radius={14} stroke={() => theme().key} lineWidth={5} />
    </>,
  );
  const word = strip().copyOf(2);
  view.add(word);
  yield* transformFromCopy(word, vector(), {degrees: 40});
  word.remove();
  const grey = strip().copyOf(1);
  view.add(grey);
  yield* vector().bakeIn([grey], {seed: 'grey', seconds: 1.5, values: [3.9, -1.4, 4.2, -2.3, 0.8]});
  grey.remove();
  yield* all(transformFromCopy(vector(), symbol()), passingFlash(line()));
  yield* all(moveAlongArc(left(), right().position()), moveAlongArc(right(), left().position()), wiggle(symbol()));
  yield* fadeTransform(vector(), symbol(), {seconds: 0.6});
  yield* all(fadeIn([left(), right()], {shift: [0, 60], seconds: 0.5}), growFromCentre(strip(), {seconds: 0.5}));
  yield* waitFor(0.2);
});
