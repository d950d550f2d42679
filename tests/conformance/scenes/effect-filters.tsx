import {Circle, Layout, Rect, Txt, blur, brightness, contrast, grayscale, hue, invert, makeScene2D, saturate, sepia} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';

/** The eight filters, alone and stacked, on groups that turn and fade. */
export default makeScene2D(function* (view) {
  const last = createRef<Rect>();
  const filters = [invert(0.7), sepia(0.8), grayscale(1), brightness(1.6), contrast(0.5), saturate(3), hue(120), blur(5)];
  view.add(
    <Layout layout wrap={'wrap'} width={880} gap={24} justifyContent={'center'}>
      {filters.map((filter, i) => (
        <Rect size={[180, 140]} fill={'#e13238'} radius={20} filters={[filter]} alignItems={'center'} justifyContent={'center'}>
          <Circle size={80} fill={'#68abdf'} />
          <Txt text={`${i}`} fill={'#e6a700'} fontSize={40} layout={false} />
        </Rect>
      ))}
    </Layout>,
  );
  view.add(<Rect ref={last} y={190} size={[160, 90]} fill={'#99c47a'} rotation={15} filters={[blur(2), hue(40), contrast(1.4)]} opacity={0.8} />);
  yield* all(last().filters.blur(12, 0.4), last().filters.hue(200, 0.4), last().scale(1.4, 0.4));
});
