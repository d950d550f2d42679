import {Circle, Gradient, Line, Pattern, Rect, Txt, makeScene2D} from '@motion-canvas/2d';
import {Color, all, createRef, createSignal} from '@motion-canvas/core';
import picture from '../assets/checker.png';
import {loadImage} from '@motion-canvas/core/lib/media';

/** Linear, radial and conic gradients on fills, strokes and text, moving; patterns in every repetition. */
export default makeScene2D(function* (view) {
  const shift = createSignal(0);
  const image = yield loadImage(picture);
  const rect = createRef<Rect>();
  const stops = [{offset: 0, color: '#e13238'}, {offset: 0.4, color: new Color('#e6a700').alpha(0.6)}, {offset: 1, color: '#68abdf'}];
  view.add(
    <>
      <Rect ref={rect} x={-360} y={-120} size={180} fill={() => new Gradient({type: 'linear', from: [-90 + shift(), 0], to: [90, 90], stops})} />
      <Circle x={-120} y={-120} size={180} fill={new Gradient({type: 'radial', from: [-30, -30], to: [0, 0], fromRadius: 10, toRadius: 100, stops})} />
      <Circle x={120} y={-120} size={180} fill={new Gradient({type: 'conic', from: 0, angle: 45, stops})} />
      <Line points={[[240, -200], [440, -160], [260, -60]]} stroke={new Gradient({from: [240, 0], to: [440, 0], stops})} lineWidth={20} />
      <Txt y={40} text={'Gradient text'} fontSize={80} fill={new Gradient({from: [-240, 0], to: [240, 0], stops})} />
      <Rect x={-330} y={180} size={[200, 120]} fill={new Pattern({image, repetition: 'repeat'})} />
      <Rect x={-80} y={180} size={[200, 120]} fill={new Pattern({image, repetition: 'repeat-x'})} rotation={10} />
      <Rect x={170} y={180} size={[200, 120]} fill={new Pattern({image, repetition: null})} stroke={new Pattern({image})} lineWidth={10} scale={0.9} />
    </>,
  );
  yield* all(shift(120, 0.5), rect().rotation(90, 0.5));
});
