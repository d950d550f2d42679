import {makeScene2D, Txt} from '@motion-canvas/2d';
import {createRef, createRefArray, waitFor} from '@motion-canvas/core';
import {SlabStack} from '../../src/components/SlabStack';
import {theme} from '../../src/theme/theme';

// picture: 60%
/** The model swallows a text and lets a light pass through its layers. */
export default makeScene2D(function* (view) {
  const model = createRef<SlabStack>();
  const letters = createRefArray<Txt>();
  view.add(<SlabStack ref={model} x={100} label="GPT" />);
  [...'input'].forEach((letter, index) =>
    view.add(<Txt ref={letters} text={letter} x={-820 + index * 36} y={-300} fill={theme().ink} fontFamily="IBM Plex Sans" />),
  );
  yield* model().build(1);
  yield* model().swallow(letters, 1.5);
  yield* model().sweep(1);
  yield* model().clear(1, 0.5);
  yield* waitFor(0.2);
});
