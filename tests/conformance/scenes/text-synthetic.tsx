import {Txt, makeScene2D} from '@motion-canvas/2d';
import {createRef} from '@motion-canvas/core';

/** A style that no face of the family has: half-bold italic. */
export default makeScene2D(function* (view) {
  const text = createRef<Txt>();
  view.add(<Txt ref={text} fill={'white'} fontFamily={'IBM Plex Sans'} fontStyle={'italic'} fontWeight={600} fontSize={48} text={'between two faces'} />);
  yield* text().fontSize(60, 0.3);
});
