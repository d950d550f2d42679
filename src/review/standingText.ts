/**
 * The texts of a frame that stand still and are strong enough to be read: what the checks of text look at.
 *
 * A text that flies, fades or grows is no text to be read yet, so each run is looked at once it has stood for a third of a
 * second, and again only when it has moved or changed.
 */
import type {Node} from '@motion-canvas/2d';
import type {SeenFrame} from './check';
import type {DrawnItem, TextRun} from './drawnItems';
import {farthestApart} from './tracks';

export type TextItem = DrawnItem & {readonly run: TextRun};

/** Weaker texts step back, or come and go. */
const FAINTEST = 0.5;
export const STANDING_SECONDS = 1 / 3;

export interface StandingText {
  /** Takes the next frame. */
  see(frame: SeenFrame): void;
  /** The texts that stand in this frame. */
  standing(): readonly TextItem[];
  /** Those of them that have begun to with this frame. */
  settled(): readonly TextItem[];
}

/** Creates the watch. @param fps - frames a second */
export function watchStandingText(fps: number): StandingText {
  const frames = Math.ceil(STANDING_SECONDS * fps);
  let since = new Map<DrawnItem, number>();
  let index = 0;
  let texts: readonly TextItem[] = [];
  return {
    see(frame) {
      index = frame.index;
      if (!frame.changed) return;
      const before = frame.isFirst ? new Map<DrawnItem, number>() : since;
      since = new Map();
      for (const [a, b] of frame.matching.pairs) if (isStill(a, b)) since.set(b, before.get(a) ?? index);
      texts = frame.items.filter(isReadable);
      for (const text of texts) if (!since.has(text)) since.set(text, index);
    },
    standing: () => texts.filter(text => index - since.get(text)! >= frames),
    settled: () => texts.filter(text => index - since.get(text)! === frames),
  };
}

function isReadable(item: DrawnItem): item is TextItem {
  return item.run !== undefined && item.alpha >= FAINTEST && !isInSmallPicture(item as TextItem);
}

/** Classes whose content is a picture of a scene say so with this static property. */
const SHOWS_IN_SMALL = Symbol.for('lectern.showsInSmall');

/** Text of a scene that is shown in small is seen and not read, until its pane has grown to nearly the whole frame. */
function isInSmallPicture({node, run}: TextItem): boolean {
  const fontSize = Number(/([\d.]+)px/.exec(run.font)?.[1] ?? run.size);
  if (run.size >= 0.75 * fontSize) return false;
  for (let around: Node | null = node; around !== null; around = around.parent()) if (SHOWS_IN_SMALL in around.constructor) return true;
  return false;
}

function isStill(before: DrawnItem, after: DrawnItem): boolean {
  return before.run?.text === after.run?.text && farthestApart(before, after) < 0.25 && Math.abs(before.alpha - after.alpha) < 0.02;
}
