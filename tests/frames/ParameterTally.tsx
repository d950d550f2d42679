import {makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {HighlightRect} from '../../src/components/HighlightRect';
import {ParameterTally} from '../../src/components/ParameterTally';
import {parameterTally} from '../../src/math/parameterTally';

/** GPT-3 row by row: first one head, then a layer, then all of it, added up. */
export default makeScene2D(function* (view) {
  const table = createRef<ParameterTally>();
  const box = createRef<HighlightRect>();
  const tally = parameterTally({
    width: 12288, layers: 96, heads: 96, headWidth: 128, mlpWidth: 49152, vocabulary: 50257, context: 2048, tiedUnembedding: false,
  });
  view.add(<ParameterTally ref={table} tally={tally} scope="head" shown={0} />);
  view.add(<HighlightRect ref={box} around={() => table().sumPlace()} drawn={0} />);
  yield* table().reveal(0.1);
  yield* waitFor(0.2);
  yield* table().scopeTo('layer', 0.8);
  yield* table().scopeTo('model', 0.8);
  yield* table().showSum();
  yield* table().showShare();
  yield* box().trace();
  yield* waitFor(0.2);
});
