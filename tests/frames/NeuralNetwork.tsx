import {makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {NeuralNetwork, Neurons} from '../../src/components/NeuralNetwork';

/** A small network connects, a light runs through it, a layer becomes active. */
export default makeScene2D(function* (view) {
  const net = createRef<NeuralNetwork>();
  view.add(
    <>
      <NeuralNetwork ref={net} x={-200} layers={[6, 40, 6]} shown={14} layerGap={420} />
      <Neurons x={720} values={[0.9, 0.8, 0.85, 0.1, 0.5, 0.05, 0.2, 0.02]} neuronGap={80} radius={28} />
    </>,
  );
  yield* net().connect(1);
  yield* net().flash(1);
  yield* net().activate(0, [0.9, 0.1, 0.6, 0.3, 1, 0], 1);
  yield* waitFor(0.2);
});
