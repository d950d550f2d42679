/** The beam: the recurring sign of what comes next, a wedge of light that is thin where it leaves and wide where it falls. */
import {Gradient, Line} from '@motion-canvas/2d';
import {Color} from '@motion-canvas/core';
import {theme} from 'lectern';

export interface BeamProps {
  /** Where it leaves, px. */
  from: readonly [number, number];
  /** The middle of where it falls, px. */
  to: readonly [number, number];
  /** How wide it is there, px. */
  spread: number;
  /** Strength, 0 to 1; default 0. Turn it on with `opacity(1, 1)`. */
  opacity?: number;
}

/** A beam that leads to the right or to the left. */
export function beam(ref: (line: Line) => void, {from, to, spread, opacity = 0}: BeamProps) {
  const [[x0, y0], [x1, y1]] = [from, to];
  const light = (alpha: number) => new Color(theme().highlight).alpha(alpha);
  return (
    <Line
      ref={ref}
      closed
      points={[[x0, y0 - 4], [x1, y1 - spread / 2], [x1, y1 + spread / 2], [x0, y0 + 4]]}
      fill={() => new Gradient({from: [x0, y0], to: [x1, y1], stops: [{offset: 0, color: light(0.42)}, {offset: 1, color: light(0)}]})}
      opacity={opacity}
    />
  );
}
