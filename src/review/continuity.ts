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
  readonly fade: number;
}

interface Suspect {
  readonly kind: 'move' | 'fade';
  readonly step: number;
  readonly stepBefore: number;
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
      const stepAfter = Math.abs((after && next.get(after)?.[kind]) ?? 0);
      return step > TIMES_ITS_NEIGHBOURS * Math.max(stepBefore, stepAfter) && isSeen(suspect, picture, design);
    });
    found.push(...merged(jumps).map(describe));
    suspects = [];
  }

  function follow(frame: SeenFrame): void {
    const {pairs, gone, come} = frame.matching;
    const now = new Map<DrawnItem, Step>();
    const next = new Map<DrawnItem, Step>();
    const candidates: Suspect[] = [];
    const suspect = (kind: Suspect['kind'], size: number, before?: DrawnItem, after?: DrawnItem) => {
      if (size <= (kind === 'move' ? FARTHEST_STEP : STRONGEST_STEP)) return;
      const stepBefore = Math.abs((before && steps.get(before)?.[kind]) ?? 0);
      candidates.push({kind, step: size, stepBefore, before, after, frame, pictureBefore: last!.picture});
    };
    for (const [before, after] of pairs) {
      const readsTheSame = before.run?.text === after.run?.text;
      const step = {move: readsTheSame ? farthestApart(before, after) : 0, fade: after.alpha - before.alpha};
      now.set(after, step);
      next.set(before, step);
      suspect('move', step.move, before, after);
      if (!isTyped(after, frame.items)) suspect('fade', Math.abs(step.fade), before, after);
    }
    for (const after of come) {
      now.set(after, {move: 0, fade: after.alpha});
      if (!isTyped(after, frame.items)) suspect('fade', after.alpha, undefined, after);
    }
    for (const before of gone) {
      next.set(before, {move: 0, fade: -before.alpha});
      if (!isTyped(before, last!.items)) suspect('fade', before.alpha, before);
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
function isSeen({before, after, frame, pictureBefore}: Suspect, pictureAfter: SmallPicture | undefined, design: FrameSize): boolean {
  const box = boxAround([...(before?.corners ?? []), ...(after?.corners ?? [])]);
  const here = changeIn(frame.picture, box, design);
  const around = Math.max(changeIn(pictureBefore, box, design).sum, pictureAfter ? changeIn(pictureAfter, box, design).sum : 0);
  return here.cells >= FEWEST_CELLS && here.sum > TIMES_THE_PICTURE_AROUND * around;
}

/** What jumps together is one finding, that of the item with the largest step. */
function merged(jumps: readonly Suspect[]): (Suspect & {readonly others: number})[] {
  const groups = new Map<string, Suspect[]>();
  for (const jump of jumps) {
    const key = `${jump.kind} ${jump.after === undefined ? 'gone' : jump.before === undefined ? 'new' : 'here'}`;
    groups.set(key, [...(groups.get(key) ?? []), jump]);
  }
  return [...groups.values()].map(group => ({...group.reduce((most, jump) => (jump.step > most.step ? jump : most)), others: group.length - 1}));
}

function describe({kind, step, stepBefore, before, after, frame, others}: Suspect & {readonly others: number}): Found {
  const item = (after ?? before)!;
  const name = `${nameOf(item)}${others > 0 ? ` and ${others} more` : ''}`;
  const common = {scene: frame.scene, frame: frame.index, node: item.node, severity: 'error'} as const;
  if (kind === 'move') {
    return {...common, rule: 'jump', message: `${name} jumps ${step.toFixed(0)} px within one frame; in the frame before it went ${stepBefore.toFixed(1)} px`, fix: 'tween it there, or declare the cut: cut()'};
  }
  const what = before === undefined ? 'appears' : after === undefined ? 'vanishes' : 'changes its opacity';
  const [from, to] = [before?.alpha ?? 0, after?.alpha ?? 0].map(alpha => alpha.toFixed(2));
  return {...common, rule: 'pop', kind: what, message: `${name} ${what} within one frame: opacity ${from} to ${to}`, fix: 'let it take three frames or more (0.1 s), or declare the cut: cut()'};
}
