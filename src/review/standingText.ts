/**
 * The texts of a frame that stand still and are strong enough to be read: what the checks of text look at.
 *
 * A text that flies, fades or grows is no text to be read yet, so each run is looked at once it has stood for a third of a
 * second, and again only when it has moved or changed. How long its words have been there is another matter: they may have
 * stood in the same place before a cut, or under another node.
 */
import type {Node} from '@motion-canvas/2d';
import type {SeenFrame} from './check';
import type {DrawnItem, TextItem} from './drawnItems';
import {saidBy} from './sameWords';
import {farthestApart} from './tracks';

/** Weaker texts step back, or come and go. */
export const FAINTEST = 0.5;
export const STANDING_SECONDS = 1 / 3;
/** How fast words on screen are read. */
export const CHARACTERS_A_SECOND = 15;

export interface StandingText {
  /** Takes the next frame. */
  see(frame: SeenFrame): void;
  /** The texts strong enough to be read, standing or not. */
  readable(): readonly TextItem[];
  /** The texts that stand in this frame. */
  standing(): readonly TextItem[];
  /**
   * For how many frames, this one included, the words of a standing text have stood in its place, whoever wrote them.
   * Where some of them came later than others, it is the age that leaves as much still to be read.
   */
  age(text: TextItem): number;
  /** Those of them that have begun to with this frame. */
  settled(): readonly TextItem[];
}

/** Creates the watch. @param fps - frames a second */
export function watchStandingText(fps: number): StandingText {
  const frames = Math.ceil(STANDING_SECONDS * fps);
  let since = new Map<DrawnItem, number>();
  /** The frame since which the words of a text stand in its place. */
  let saidSince = new Map<DrawnItem, number>();
  let index = 0;
  let texts: readonly TextItem[] = [];
  return {
    see(frame) {
      index = frame.index;
      if (!frame.changed) return;
      const before = {texts, saidSince, since: frame.isFirst ? new Map<DrawnItem, number>() : since};
      [since, saidSince] = [new Map(), new Map()];
      const moving = new Set<DrawnItem>();
      for (const [a, b] of frame.matching.pairs) {
        if (!isStill(a, b)) {
          if (a.run?.text === b.run?.text) moving.add(b);
          continue;
        }
        since.set(b, before.since.get(a) ?? index);
        saidSince.set(b, before.saidSince.get(a) ?? index);
      }
      texts = frame.items.filter(isReadable);
      for (const text of texts) {
        if (since.has(text)) continue;
        since.set(text, index);
        // Words that have just stood here, in another run or before the cut, go on standing.
        const parts = moving.has(text) ? [] : saidBy(text, before.texts);
        saidSince.set(text, parts.length > 0 ? Math.max(...parts.map(part => before.saidSince.get(part)! - fps * readingAhead(text, part))) : index);
      }
    },
    readable: () => texts,
    standing: () => texts.filter(text => index - since.get(text)! >= frames),
    age: text => index - saidSince.get(text)! + 1,
    settled: () => texts.filter(text => index - since.get(text)! === frames),
  };
}

/** How much longer it takes to read a text than a part of it, seconds. */
function readingAhead({run: whole}: TextItem, {run: part}: TextItem): number {
  return Math.max(0, whole.text.trim().length - part.text.trim().length) / CHARACTERS_A_SECOND;
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
