import {Icon, makeScene2D} from '@motion-canvas/2d';
import {createRef} from '@motion-canvas/core';

/** Icons by name and colour. */
export default makeScene2D(function* (view) {
  const icon = createRef<Icon>();
  yield view.add(
    <>
      <Icon ref={icon} x={-200} icon={'mdi:rocket-launch'} size={200} color={'#e13238'} />
      <Icon x={60} icon={'mdi:school'} size={160} color={'#e6a700'} />
      <Icon x={300} icon={'mdi:abacus'} size={160} />
    </>,
  );
  yield* icon().rotation(45, 0.3);
  yield icon().color('#68abdf');
  yield* icon().scale(1.3, 0.2);
});
