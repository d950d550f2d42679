import {Rect, Txt, View2D, makeScene2D} from '@motion-canvas/2d';
import {createRef, finishScene, spawn, useContext, useContextAfter, useScene, waitFor} from '@motion-canvas/core';

/** Drawing before and after the scene, its size, and a scene that says when the next may begin. */
export default makeScene2D(function* (view: View2D) {
  const rect = createRef<Rect>();
  useContext(context => {
    context.fillStyle = '#25313f';
    context.fillRect(20, 20, 300, 80);
  });
  useContextAfter(context => {
    context.strokeStyle = '#e13238';
    context.lineWidth = 4;
    context.strokeRect(40, 40, 300, 80);
  });
  view.fill('#1c222b');
  view.add(<Rect ref={rect} size={() => view.size().scale(0.3)} fill={'#e6a700'} />);
  view.add(<Txt y={200} fill={'white'} text={`${useScene().getSize().x} x ${useScene().getSize().y}`} />);
  spawn(rect().rotation(180, 2));
  yield* waitFor(0.3);
  finishScene();
  yield* waitFor(0.4);
});
