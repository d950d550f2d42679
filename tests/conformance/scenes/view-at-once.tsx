/** A scene that waits for nothing is one picture. */
import {Circle, makeScene2D, Txt} from '@motion-canvas/2d';

export default makeScene2D(function* (view) {
  view.add(<Circle size={260} fill={'#58a6ff'} />);
  view.add(<Txt fill={'white'}>at once</Txt>);
});
