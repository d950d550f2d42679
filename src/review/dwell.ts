/**
 * Statements stay long enough to be read: a second, and a fifteenth of a second for each character.
 *
 * A statement has several words; single ones are labels, taken in at a glance. Notes in the smallest type say where
 * something comes from: they are looked up in a film that is paused. What goes on over the edge of a scene is one
 * reading, and so is a text that is typed on.
 */
import {frame as frameSize, size as sizes} from '../theme/type';
import type {FrameSize} from './box';
import type {Check, Found, SeenFrame} from './check';
import type {DrawnItem} from './drawnItems';
import {nameOf} from './nameOf';
import {STANDING_SECONDS, watchStandingText, type TextItem} from './standingText';

const FIRST_SECONDS = 1;
const CHARACTERS_A_SECOND = 15;
const STATEMENT = /\p{L}{2,}[^\p{L}]+\p{L}{2,}/u;

interface Reading {
  readonly item: TextItem;
  readonly scene: string;
  /** The first frame in which it stands. */
  readonly frame: number;
  frames: number;
}

/** Creates the check. */
export function dwellCheck(design: FrameSize, fps: number): Check {
  const found: Found[] = [];
  const watch = watchStandingText(fps);
  const readings = new Map<string, Reading>();
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

  function endScene(next: SeenFrame): void {
    const goingOn = new Set(next.items.map(({run}) => run?.text));
    for (const [text, reading] of readings) {
      if (goingOn.has(text)) continue;
      end(reading);
      readings.delete(text);
    }
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
      if (frame.isFirst) endScene(frame);
      watch.see(frame);
      typeOn(frame);
      for (const item of watch.standing()) {
        const {text} = item.run;
        const reading = readings.get(text);
        if (reading) reading.frames++;
        else if (STATEMENT.test(text) && item.run.size > smallPrint) readings.set(text, {item, scene: frame.scene, frame: frame.index, frames: 1});
      }
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
