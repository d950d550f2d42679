import {makeScene2D, Rect} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {BoxStack} from '../../src/components/BoxStack';
import {FlowBlock} from '../../src/components/FlowBlock';
import {theme} from '../../src/theme/theme';

// picture: 1s
/** An array of vectors passes through a block; a stack of sheets fans out. */
export default makeScene2D(function* (view) {
  const block = createRef<FlowBlock>();
  const sheets = createRef<BoxStack>();
  view.add(
    <>
      <FlowBlock ref={block} x={-330} y={80} width={520} height={380} depth={340} title="Attention">
        {Array.from({length: 7}, (_, index) => (
          <Rect x={(index - 3) * 64} width={40} height={300} radius={6} fill={theme().data} />
        ))}
      </FlowBlock>
      <BoxStack ref={sheets} x={430} y={160} count={9} />
    </>,
  );
  yield* block().enter(1);
  yield* block().leave(1);
  yield* sheets().fan(1);
  yield* waitFor(0.2);
});
