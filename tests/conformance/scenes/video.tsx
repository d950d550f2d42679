import {Video, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, waitFor} from '@motion-canvas/core';
import clip from '../assets/clip.mp4';

/** Films: playing, sought, looped, slowed, clipped, and their size in a layout. */
export default makeScene2D(function* (view) {
  const playing = createRef<Video>();
  const looped = createRef<Video>();
  const still = createRef<Video>();
  yield view.add(
    <>
      <Video ref={playing} src={clip} x={-260} y={-120} width={400} radius={30} />
      <Video ref={looped} src={clip} x={240} y={-120} width={320} loop playbackRate={2} time={1.6} />
      <Video ref={still} src={clip} y={150} time={1} height={160} alpha={0.8} />
    </>,
  );
  playing().play();
  looped().play();
  yield* waitFor(0.5);
  still().seek(0.24);
  yield* all(playing().scale(0.8, 0.3), still().rotation(10, 0.3));
  playing().pause();
  yield* waitFor(0.2);
});
