import {Rect, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, beginSlide, createRef, useScene, waitFor} from '@motion-canvas/core';

/** Variables of the project with defaults of the scene, and slides, which take no time in a film. */
export default makeScene2D(function* (view) {
  const variables = useScene().variables;
  const rect = createRef<Rect>();
  view.add(
    <>
      <Rect ref={rect} y={40} size={variables.get('size', 10)} fill={variables.get('colour', 'white')} />
      <Txt y={-120} fill={'white'} text={variables.get('title', 'unknown')} />
      <Txt y={150} fill={'#99c47a'} fontSize={30} text={variables.get('missing', 'the default')} />
    </>,
  );
  yield* beginSlide('first');
  yield* rect().x(100, 0.3);
  yield* beginSlide('second');
  yield* all(rect().x(-100, 0.3), rect().rotation(90, 0.3));
  yield* waitFor(0.1);
});
