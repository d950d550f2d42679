import {makeScene2D, Rect} from '@motion-canvas/2d';
import {all, createRefArray, waitFor} from '@motion-canvas/core';
import {NumericVector} from '../../src/components/NumericVector';
import {Tilted} from '../../src/components/Tilted';
import {theme} from '../../src/theme/theme';

/** Sheets turn away from the viewer, one behind the other; what is written on them turns with them. */
export default makeScene2D(function* (view) {
  const sheets = createRefArray<Tilted>();
  view.add(
    [3, 2, 1, 0].map(index => (
      <Tilted ref={sheets} x={60 + 80 * index} y={110}>
        <Rect width={300} height={520} radius={16} fill={() => theme().panel} stroke={() => theme().muted} lineWidth={3} />
        <NumericVector values={[2.1, -0.4, 5.2, -3.3, 1.8]} fontSize={52} />
      </Tilted>
    )),
  );
  yield* all(...sheets.map((sheet, index) => all(sheet.yaw(32, 1), sheet.tilt(14, 1), sheet.away(300 * (3 - index), 1))));
  yield* waitFor(0.2);
});
