import {makeScene2D} from '@motion-canvas/2d';
import {all, createRef, waitFor} from '@motion-canvas/core';
import {Dial} from '../../src/components/Dial';
import {DialPanel} from '../../src/components/DialPanel';
import {GuideZoom} from '../../src/components/GuideZoom';

/** A panel of parameters; one of them is taken out and turned. */
export default makeScene2D(function* (view) {
  const panel = createRef<DialPanel>();
  view.add(<DialPanel ref={panel} x={-330} shape={[8, 12]} radius={34} dotsRow={6} dotsColumn={10} />);
  yield* panel().appear(1);
  yield* panel().randomise(1.5);
  const dial = panel().magnify(2, 11);
  const place = new Dial({x: panel().dialAt(2, 11).x - 330, y: panel().dialAt(2, 11).y, radius: 34, opacity: 0});
  view.add(place);
  yield* all(dial.position([900, 0], 1), dial.radius(240, 1));
  const guide = createRef<GuideZoom>();
  view.add(<GuideZoom ref={guide} from={place} to={dial} />);
  yield* guide().open(0.5);
  yield* dial.turnTo(0.9, 1);
  yield* waitFor(0.2);
});
