import {makeScene2D} from '@motion-canvas/2d';
import {all, createRef, createRefArray, waitFor} from '@motion-canvas/core';
import {Chip} from '../../src/components/Chip';
import {HighlightRect} from '../../src/components/HighlightRect';
import {Word} from '../../src/components/Word';
import {theme} from '../../src/theme/theme';

// picture: 1.2s
/** A box that is drawn, passes from one to the next, follows what it is around, and is run along. */
export default makeScene2D(function* (view) {
  const words = createRefArray<Word>();
  const chips = createRefArray<Chip>();
  const box = createRef<HighlightRect>();
  const glow = createRef<HighlightRect>();
  view.add(
    <>
      {['predict', 'sample', 'repeat'].map((text, i) => (
        <Word ref={words} text={text} x={-500 + i * 500} y={-200} fontSize={72} />
      ))}
      {['water', 'spring', 'steel'].map((text, i) => (
        <Chip ref={chips} text={text} x={-300 + i * 300} y={200} />
      ))}
      <HighlightRect ref={box} around={words[0]} fill={0.15} />
      <HighlightRect ref={glow} around={() => [chips[0], chips[2]]} padding={24} color={theme().data} outline={0.35} />
    </>,
  );
  yield* box().trace();
  yield* all(box().passTo(words[1], 0.6), glow().runAround(1.2));
  yield* box().passTo(() => [words[1], words[2]], 0.6);
  yield* all(words[2].rotation(12, 0.6), chips[2].y(320, 0.6));
  yield* waitFor(0.2);
});
