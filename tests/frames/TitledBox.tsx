import {makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {TitledBox} from '../../src/components/TitledBox';
import {Word} from '../../src/components/Word';
import {theme} from '../../src/theme/theme';

/** Boxes in boxes, each with its title. */
export default makeScene2D(function* (view) {
  const outer = createRef<TitledBox>();
  const inner = createRef<TitledBox>();
  view.add(
    <TitledBox ref={outer} title="machine learning" titleSize={56} width={1600} height={840}>
      <TitledBox ref={inner} title="deep learning" x={240} y={50} width={1040} height={640} drawn={0}>
        <TitledBox title="transformers" color={theme().highlight} ground={theme().panel} x={-180} y={40} width={560} height={460}>
          <Word text="chapter 1" y={40} />
        </TitledBox>
        <TitledBox title="others" titleAlign="center" x={310} y={40} width={340} height={460} />
      </TitledBox>
    </TitledBox>,
  );
  yield* outer().open();
  yield* inner().open();
  yield* waitFor(0.2);
});
