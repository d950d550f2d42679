/**
 * What must be read is whole and lies inside the safe area: 5 % off every edge, the graphics safe area of EBU R 95 and
 * SMPTE ST 2046-1.
 */
import {areaOf, boxAround, overlapOf, type Box, type FrameSize} from './box';
import type {Check, Found} from './check';
import {nameOf} from './nameOf';
import {watchStandingText} from './standingText';

const MARGIN = 0.05;
/** Ink may reach this far over an edge, px: soft edges and round letters do. */
const TOLERANCE = 2;

/** Creates the check of text that is cut off, or too near the edge of the frame. */
export function safeAreaCheck(design: FrameSize, fps: number): Check {
  const found: Found[] = [];
  const watch = watchStandingText(fps);
  const frameBox = insetBox(design, 0);
  const safe = insetBox(design, MARGIN);
  return {
    see(frame) {
      watch.see(frame);
      for (const item of watch.settled()) {
        const ink = boxAround(item.corners);
        const seen = overlapOf(ink, item.clip ? overlapOf(item.clip, frameBox) : frameBox);
        if (areaOf(seen) === 0) continue;
        const common = {severity: 'error', scene: frame.scene, frame: frame.index, node: item.node} as const;
        if (reaches(ink, seen)) {
          found.push({...common, rule: 'text-cut', message: `${nameOf(item)} is cut off by ${item.clip ? 'what clips it' : 'the edge of the frame'}`, fix: 'give it room, or take it out of the picture whole'});
        } else if (reaches(ink, safe)) {
          found.push({...common, rule: 'safe-area', message: `${nameOf(item)} reaches ${farthestOut(ink, safe).toFixed(0)} px out of the safe area, which ends 5 % off the edge of the frame`, fix: `keep text within x ±${safe.right} and y ±${safe.bottom}`});
        }
      }
    },
    found: () => found,
  };
}

function insetBox({width, height}: FrameSize, share: number): Box {
  const [x, y] = [width * (0.5 - share), height * (0.5 - share)];
  return {left: -x, top: -y, right: x, bottom: y};
}

function farthestOut(box: Box, room: Box): number {
  return Math.max(room.left - box.left, room.top - box.top, box.right - room.right, box.bottom - room.bottom);
}

function reaches(box: Box, room: Box): boolean {
  return farthestOut(box, room) > TOLERANCE;
}
