/** The small function between two layers, as a picture: max(0, x). */
import {Rect} from '@motion-canvas/2d';
import {FunctionPlot, Plane, relu, theme} from 'lectern';

export function bendPlot(side: number): Rect {
  const unit: [number, number] = [side * 0.43, side * 0.59];
  return (
    <Rect size={side} radius={14} fill={() => theme().panel}>
      <Plane xRange={[-1, 1]} yRange={[-0.35, 1]} unit={unit} gridStep={0} xStep={0} yStep={0}>
        <FunctionPlot of={relu} color={() => theme().activation} />
      </Plane>
    </Rect>
  ) as Rect;
}
