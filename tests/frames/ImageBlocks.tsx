import {makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {ImageBlocks} from '../../src/components/ImageBlocks';
import hill from './pictures/hill.png';

// picture: 60%
/** A picture becomes blocks; each is looked at in turn. */
export default makeScene2D(function* (view) {
  const picture = createRef<ImageBlocks>();
  view.add(<ImageBlocks ref={picture} src={hill} width={520} />);
  yield* waitFor(0.2);
  yield* picture().part(1, 0.7);
  yield* picture().flash(2);
  yield* waitFor(0.2);
});
