/** Text without a letter takes its place in a layout, and says where it is. */
import {Circle, makeScene2D, Rect, Txt} from '@motion-canvas/2d';
import {all, createRef, linear} from '@motion-canvas/core';

export default makeScene2D(function* (view) {
  const [label, note, mark] = [createRef<Txt>(), createRef<Txt>(), createRef<Circle>()];
  view.add(
    <Rect layout fill={'#223'} padding={[30, 40, 20]} gap={20} y={-100}>
      <Txt ref={label} fontSize={60} fill={'white'} />
      <Rect size={60} fill={'#e6a700'} />
      <Txt fill={'#58a6ff'} padding={12}>
        <Txt ref={note} text={''} />
      </Txt>
    </Rect>,
  );
  view.add(<Circle ref={mark} size={16} fill={'#e13238'} position={() => note().absolutePosition().transformAsPoint(view.worldToLocal())} />);
  yield* all(label().text('filling up', 1, linear), note().text('and this', 1, linear));
  yield* all(label().text('', 0.5, linear), note().text('', 0.5, linear));
});
