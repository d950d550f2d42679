/** Text is large enough for a phone: 28 px at 1080 lines, numbers on axes 24 px. */
import type {FrameSize} from './box';
import type {Check, Found} from './check';
import {nameOf} from './nameOf';
import {watchStandingText} from './standingText';

/** At 1080 lines, seen on a screen 135 mm wide from 300 mm: 16 minutes of arc. */
const SMALLEST_TEXT = 28;
const SMALLEST_NUMBER = 24;

/** Creates the check. */
export function textSizeCheck(design: FrameSize, fps: number): Check {
  const found: Found[] = [];
  const watch = watchStandingText(fps);
  const scale = design.height / 1080;
  return {
    see(frame) {
      watch.see(frame);
      for (const item of watch.settled()) {
        const least = (/\p{L}/u.test(item.run.text) ? SMALLEST_TEXT : SMALLEST_NUMBER) * scale;
        // Scales and projections leave fractions.
        if (item.run.size >= least - 0.25) continue;
        found.push({
          rule: 'text-size', severity: 'error', scene: frame.scene, frame: frame.index, node: item.node,
          message: `${nameOf(item)} is ${item.run.size.toFixed(1)} px large; ${least.toFixed(0)} px can be read on a phone`,
          fix: 'set it larger, or scale what holds it less',
        });
      }
    },
    found: () => found,
  };
}
