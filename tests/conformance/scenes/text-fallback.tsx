import {Txt, makeScene2D} from '@motion-canvas/2d';
import {createRef} from '@motion-canvas/core';

/** Characters that the first family lacks come from the next one in the list, in the middle of a line. */
export default makeScene2D(function* (view) {
  const text = createRef<Txt>();
  view.add(<Txt ref={text} fill={'white'} fontFamily={'Roboto, "IBM Plex Sans SC", "DejaVu Sans"'} fontSize={40} text={'word 词 vector 向量 ☃ ∇ ⟶ end'} y={-60} />);
  view.add(<Txt fill={'#e6a700'} fontFamily={'JetBrains Mono, "IBM Plex Sans SC"'} fontSize={36} text={'code 代码 => "文本"'} y={60} />);
  yield* text().fontSize(52, 0.4);
});
