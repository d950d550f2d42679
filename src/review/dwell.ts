/**
 * Statements stay long enough to be read: a second, and a fifteenth of a second for each character.
 *
 * A statement has several words; single ones are labels, taken in at a glance. Notes in the smallest type say where
 * something comes from: they are looked up in a film that is paused. What stays readable in its place is one reading, over
 * the edge of a scene, from node to node, in one piece or in several; and so is a text that is typed on.
 */
import {frame as frameSize, size as sizes} from '../theme/type';
import type {FrameSize} from './box';
import type {Check, Found, SeenFrame} from './check';
import type {DrawnItem, TextItem} from './drawnItems';
import {nameOf} from './nameOf';
import {saidBy} from './sameWords';
import {CHARACTERS_A_SECOND, STANDING_SECONDS, watchStandingText} from './standingText';

const FIRST_SECONDS = 1;
const STATEMENT = /\p{L}{2,}[^\p{L}]+\p{L}{2,}/u;

interface Reading {
  /** The run that stood last. */
  item: TextItem;
  readonly scene: string;
  /** The first frame in which it stands. */
  readonly frame: number;
  frames: number;
}

/** Creates the check. */
export function dwellCheck(design: FrameSize, fps: number): Check {
  const found: Found[] = [];
  const watch = watchStandingText(fps);
  const standingFrames = Math.ceil(STANDING_SECONDS * fps);
  const readings = new Map<string, Reading>();
  /** Readings whose words are said in their place by runs other than their own. */
  let handedOn: readonly Reading[] = [];
  const smallPrint = (sizes.small * design.height) / frameSize.height + 0.25;

  function end({item, scene, frame, frames}: Reading): void {
    // What stands from the first frame on was there in a scene before.
    if (frame <= STANDING_SECONDS * fps) return;
    // It has stood for a while before it counts as standing.
    const seconds = frames / fps + STANDING_SECONDS;
    const needed = FIRST_SECONDS + item.run.text.trim().length / CHARACTERS_A_SECOND;
    if (seconds >= needed) return;
    found.push({
      rule: 'dwell', kind: item.run.text, severity: 'warning', scene, frame, node: item.node,
      message: `${nameOf(item)} stands still for ${seconds.toFixed(1)} s; reading it takes ${needed.toFixed(1)} s`,
      fix: 'let it come earlier or stay longer, or say it in fewer words',
    });
  }

  function endScene({items}: SeenFrame): void {
    const shown = new Set(items.map(({run}) => run?.text));
    for (const [text, reading] of readings) {
      if (shown.has(text) || isSaidElse(reading.item)) continue;
      end(reading);
      readings.delete(text);
    }
  }

  /** Whether other runs say what a text said, in its place. */
  function isSaidElse(item: TextItem): boolean {
    return saidBy(item, watch.readable().filter(({node, run}) => node !== item.node || run.text !== item.run.text)).length > 0;
  }

  /** Of a text that is typed on, only what is new has still to be read. */
  function typeOn({matching: {pairs}}: SeenFrame): void {
    for (const [before, after] of pairs) {
      if (!before.run || !after.run || !isBeginning(before, after)) continue;
      const reading = readings.get(before.run.text);
      readings.delete(before.run.text);
      if (reading && STATEMENT.test(after.run.text)) readings.set(after.run.text, {...reading, item: after as TextItem});
    }
  }

  return {
    see(frame) {
      watch.see(frame);
      if (frame.isFirst) endScene(frame);
      typeOn(frame);
      const read = new Set<Reading>();
      for (const item of watch.standing()) {
        const {text} = item.run;
        const reading = readings.get(text);
        if (reading) read.add(Object.assign(reading, {item}));
        // It counts as standing after a while; what its words stood before that under another node counts, too.
        else if (STATEMENT.test(text) && item.run.size > smallPrint) readings.set(text, {item, scene: frame.scene, frame: frame.index, frames: watch.age(item) - standingFrames});
      }
      if (frame.changed) handedOn = [...readings.values()].filter(reading => !read.has(reading) && isSaidElse(reading.item));
      for (const reading of handedOn) read.add(reading);
      for (const reading of read) reading.frames++;
    },
    found() {
      readings.forEach(end);
      readings.clear();
      return found;
    },
  };
}

function isBeginning(before: DrawnItem, after: DrawnItem): boolean {
  const [a, b] = [before.run!.text, after.run!.text];
  return a !== b && (b.startsWith(a) || a.startsWith(b));
}
