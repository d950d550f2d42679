/**
 * Nothing jumps: every shape and every run of text goes from where it is to where it will be by way of frames between.
 *
 * A jump is a step of one frame that is far larger than the steps before and after it: easing of three frames or more never
 * makes one, at whatever speed; a thing that snaps does, from rest or on its way. The same holds for opacity, where a thing
 * that is not there counts as having none. A jump counts only where the picture changes with it.
 */
import {boxAround, type FrameSize} from './box';
import type {Check, Found, SeenFrame} from './check';
import {isCut} from './declaredCuts';
import type {DrawnItem} from './drawnItems';
import {nameOf} from './nameOf';
import {changeIn, type SmallPicture} from './smallPicture';
import {farthestApart} from './tracks';

/** Steps may be jumps from here on: pixels, and shares of full opacity. */
const FARTHEST_STEP = 3;
const STRONGEST_STEP = 0.25;
/** How much larger a jump is than the steps around it. Cubic easing in and out over three frames stays under it. */
const TIMES_ITS_NEIGHBOURS = 5;
/** Cells of the small picture that change visibly, at least, and how much more they do than in the frames around. */
const FEWEST_CELLS = 8;
const TIMES_THE_PICTURE_AROUND = 2;

/** What a thing did from the last frame to this one. */
interface Step {
  readonly move: number;
  /** Where its middle went, px. */
  readonly way: readonly [x: number, y: number];
  readonly fade: number;
}

interface Suspect {
  readonly kind: 'move' | 'fade';
  readonly step: Step;
  readonly stepBefore?: Step;
  readonly before?: DrawnItem;
  readonly after?: DrawnItem;
  readonly frame: SeenFrame;
  readonly pictureBefore: SmallPicture;
}

/** Creates the check of a film's continuity. */
export function continuityCheck(design: FrameSize): Check {
  const found: Found[] = [];
  let last: SeenFrame | undefined;
  let steps = new Map<DrawnItem, Step>();
  let suspects: Suspect[] = [];

  /** Once it is known how things went on, a large step is a jump or the beginning of a movement. */
  function settle(next: ReadonlyMap<DrawnItem, Step>, picture?: SmallPicture): void {
    const jumps = suspects.filter(suspect => {
      const {kind, step, stepBefore, after} = suspect;
      const stepAfter = after && next.get(after);
      const around = Math.max(sizeAlong(step, stepBefore, kind), sizeAlong(step, stepAfter, kind));
      return sizeOf(step, kind) > TIMES_ITS_NEIGHBOURS * around && isSeen(suspect, stepAfter, picture, design);
    });
    found.push(...merged(jumps).map(describe));
    suspects = [];
  }

  function follow(frame: SeenFrame): void {
    const {pairs, gone, come} = frame.matching;
    const now = new Map<DrawnItem, Step>();
    const next = new Map<DrawnItem, Step>();
    const candidates: Suspect[] = [];
    const suspect = (kind: Suspect['kind'], step: Step, before?: DrawnItem, after?: DrawnItem) => {
      if (sizeOf(step, kind) <= (kind === 'move' ? FARTHEST_STEP : STRONGEST_STEP)) return;
      candidates.push({kind, step, stepBefore: before && steps.get(before), before, after, frame, pictureBefore: last!.picture});
    };
    for (const [before, after] of pairs) {
      const step = stepOf(before, after);
      now.set(after, step);
      next.set(before, step);
      suspect('move', step, before, after);
      if (!isTyped(after, frame.items)) suspect('fade', step, before, after);
    }
    for (const after of come) {
      const step: Step = {move: 0, way: [0, 0], fade: after.alpha};
      now.set(after, step);
      if (!isTyped(after, frame.items)) suspect('fade', step, undefined, after);
    }
    for (const before of gone) {
      const step: Step = {move: 0, way: [0, 0], fade: -before.alpha};
      next.set(before, step);
      if (!isTyped(before, last!.items)) suspect('fade', step, before);
    }
    settle(next, frame.picture);
    steps = now;
    suspects = candidates.filter(({before, after}) => !isCut(frame.cut, (after ?? before)!.node));
  }

  return {
    see(frame) {
      if (last && frame.changed && !frame.isFirst && frame.cut !== 'all') {
        follow(frame);
      } else {
        settle(new Map(), frame.changed ? undefined : frame.picture);
        steps = new Map();
      }
      last = frame;
    },
    found() {
      settle(new Map());
      return found;
    },
  };
}

/** A text that reads differently has not moved. */
function stepOf(before: DrawnItem, after: DrawnItem): Step {
  const move = before.run?.text === after.run?.text ? farthestApart(before, after) : 0;
  const middle = ({corners}: DrawnItem, at: 0 | 1) => (corners[at] + corners[at + 4]) / 2;
  return {move, way: [middle(after, 0) - middle(before, 0), middle(after, 1) - middle(before, 1)], fade: after.alpha - before.alpha};
}

function sizeOf(step: Step, kind: Suspect['kind']): number {
  return Math.abs(step[kind]);
}

/** How large a neighbouring step is in the same direction: one that leads back makes no movement of a flash or a jerk. */
function sizeAlong(step: Step, other: Step | undefined, kind: Suspect['kind']): number {
  return other === undefined || leadsBack(step, other, kind) ? 0 : sizeOf(other, kind);
}

function leadsBack(step: Step, other: Step, kind: Suspect['kind']): boolean {
  if (kind === 'fade') return step.fade * other.fade < 0;
  // What turns or grows about its middle hardly has a direction.
  const goes = ({way, move}: Step) => Math.hypot(...way) > move / 2;
  return goes(step) && goes(other) && step.way[0] * other.way[0] + step.way[1] * other.way[1] < 0;
}

/** Whether a run is one word at the end of a text that stays: typing and deleting go word by word, as fast as they like. */
function isTyped({node, run}: DrawnItem, items: readonly DrawnItem[]): boolean {
  if (run === undefined || /\S\s+\S/.test(run.text)) return false;
  const text = items.filter(item => item.node === node && item.run);
  const previous = text.at(-2);
  if (text.at(-1)?.run !== run || previous === undefined) return false;
  const follows = Math.abs(run.start.y - previous.run!.start.y) < 1 && Math.abs(run.start.x - boxAround(previous.corners).right) < run.size;
  return follows || (run.start.y > previous.run!.start.y && Math.abs(run.start.x - Math.min(...text.map(item => item.run!.start.x))) < 1);
}

/** The picture must show it: a copy that takes the place of its original, or what happens behind other things, is no jump. */
function isSeen({kind, step, stepBefore, before, after, frame, pictureBefore}: Suspect, stepAfter: Step | undefined, pictureAfter: SmallPicture | undefined, design: FrameSize): boolean {
  const box = boxAround([...(before?.corners ?? []), ...(after?.corners ?? [])]);
  const here = changeIn(frame.picture, box, design);
  // What leads back changes the picture as much again.
  const earlier = stepBefore && leadsBack(step, stepBefore, kind) ? 0 : changeIn(pictureBefore, box, design).sum;
  const later = pictureAfter === undefined || (stepAfter && leadsBack(step, stepAfter, kind)) ? 0 : changeIn(pictureAfter, box, design).sum;
  return here.cells >= FEWEST_CELLS && here.sum > TIMES_THE_PICTURE_AROUND * Math.max(earlier, later);
}

/** What jumps together is one finding, that of the item with the largest step. */
function merged(jumps: readonly Suspect[]): (Suspect & {readonly others: number})[] {
  const groups = new Map<string, Suspect[]>();
  for (const jump of jumps) {
    const key = `${jump.kind} ${jump.after === undefined ? 'gone' : jump.before === undefined ? 'new' : 'here'}`;
    groups.set(key, [...(groups.get(key) ?? []), jump]);
  }
  return [...groups.values()].map(group => ({...group.reduce((most, jump) => (sizeOf(jump.step, jump.kind) > sizeOf(most.step, most.kind) ? jump : most)), others: group.length - 1}));
}

function describe({kind, step, stepBefore, before, after, frame, others}: Suspect & {readonly others: number}): Found {
  const item = (after ?? before)!;
  const name = `${nameOf(item)}${others > 0 ? ` and ${others} more` : ''}`;
  const common = {scene: frame.scene, frame: frame.index, node: item.node, severity: 'error'} as const;
  if (kind === 'move') {
    return {...common, rule: 'jump', message: `${name} jumps ${step.move.toFixed(0)} px within one frame; in the frame before it went ${(stepBefore?.move ?? 0).toFixed(1)} px`, fix: 'tween it there, or declare the cut: cut()'};
  }
  const what = before === undefined ? 'appears' : after === undefined ? 'vanishes' : 'changes its opacity';
  const [from, to] = [before?.alpha ?? 0, after?.alpha ?? 0].map(alpha => alpha.toFixed(2));
  return {...common, rule: 'pop', kind: what, message: `${name} ${what} within one frame: opacity ${from} to ${to}`, fix: 'let it take three frames or more (0.1 s), or declare the cut: cut()'};
}
