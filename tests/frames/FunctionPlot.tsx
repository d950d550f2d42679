import {makeScene2D} from '@motion-canvas/2d';
import {all, createRef, createSignal, waitFor} from '@motion-canvas/core';
import {FunctionPlot, RegressionLine} from '../../src/components/FunctionPlot';
import {Axes} from '../../src/components/Plane';
import {Region} from '../../src/components/Region';
import {ScatterPoints} from '../../src/components/ScatterPoints';
import {theme} from '../../src/theme/theme';
import {gelu, relu} from '../../src/math/activations';
import {seededRandom} from '../../src/math/seededRandom';

const random = seededRandom('houses');
const houses = Array.from({length: 30}, () => {
  const size = random.uniform(0.6, 5.6);
  return [size, 0.6 + 0.55 * size + random.normal(0, 0.35)];
});

/** Two activation functions with the region between them; a line bound to two trackers among data. */
export default makeScene2D(function* (view) {
  const plots = [createRef<FunctionPlot>(), createRef<FunctionPlot>()];
  const points = createRef<ScatterPoints>();
  const slope = createSignal(0.1);
  const intercept = createSignal(3);
  view.add(
    <>
      <Axes x={-470} xRange={[-4, 4]} xStep={2} yRange={[-1, 4]} unit={[95, 120]} xLabel="input" yLabel="output">
        <Region under={relu} over={gelu} range={[-4, 3]} color={theme().good} strength={0.4} />
        <FunctionPlot ref={plots[0]} of={relu} color={theme().highlight} />
        <FunctionPlot ref={plots[1]} of={gelu} color={theme().good} />
      </Axes>
      <Axes x={470} xRange={[0, 6]} yRange={[0, 5]} unit={[125, 120]} xLabel="square footage" yLabel="price">
        <ScatterPoints ref={points} points={houses} color={theme().highlight} radius={8} />
        <RegressionLine slope={slope} intercept={intercept} color={theme().key} />
      </Axes>
    </>,
  );
  yield* all(...plots.map(plot => plot().trace(1)), points().appear(1));
  yield* all(slope(0.55, 1), intercept(0.6, 1));
  yield* waitFor(0.3);
});
