import {makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {WaveformBars, illustrativeSpeech} from '../../src/components/WaveformBars';

// picture: 60%
/** A sound in chunks. */
export default makeScene2D(function* (view) {
  const speech = createRef<WaveformBars>();
  view.add(<WaveformBars ref={speech} values={illustrativeSpeech(100)} width={1200} />);
  yield* speech().grow(1);
  yield* speech().spread(22, 1);
  yield* speech().flash(2);
  yield* waitFor(0.2);
});
