import {Line, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';

/** Lines with corners, arrows, dashes, parts of themselves, and a body when closed. */
export default makeScene2D(function* (view) {
  const zigzag = createRef<Line>();
  const dashed = createRef<Line>();
  view.add(
    <>
      <Line ref={zigzag} points={[[-420, -100], [-300, -200], [-180, -80], [-60, -200]]} radius={30} stroke={'#e13238'} lineWidth={10} endArrow startArrow arrowSize={24} end={0.2} />
      <Line ref={dashed} points={[[20, -100], [140, -210], [260, -100], [380, -210]]} stroke={'#e6a700'} lineWidth={6} lineDash={[24, 12]} lineCap={'round'} lineJoin={'bevel'} />
      <Line points={[[-400, 60], [-200, 30], [-160, 200], [-380, 220]]} closed radius={20} fill={'#25533a'} stroke={'#99c47a'} lineWidth={8} lineJoin={'round'} />
      <Line points={[[0, 60], [180, 220], [360, 60]]} stroke={'#68abdf'} lineWidth={14} start={0.2} end={0.8} startOffset={10} endOffset={20} lineCap={'square'} />
    </>,
  );
  yield* all(zigzag().end(1, 0.6), dashed().lineDashOffset(72, 0.6), dashed().points([[20, -210], [140, -100], [260, -210], [380, -100]], 0.6));
});
