/**
 * Texts do not lie on each other: neither different ones, nor one that shows through its own copy.
 *
 * A copy that sets out from its original covers it, and nothing is seen of that. Where both are half transparent their
 * strengths add up, and the letters flash; where they stay on each other, one of them is left over.
 */
import {areaOf, boxAround, heightOf, overlapOf, widthOf, type Box} from './box';
import type {Check, Found, SeenFrame} from './check';
import type {DrawnItem, TextItem} from './drawnItems';
import {nameOf} from './nameOf';
import {watchStandingText} from './standingText';
import {farthestApart} from './tracks';

/** Ink may touch by so many pixels, and by this share of the smaller text. */
const TOUCHING = 3;
const SHARE = 0.08;
/** Two of one text lie on each other from here on, px. */
const ON_EACH_OTHER = 2;
/** Fainter ones leave no trace, and stronger ones cover what is under them. */
const FAINTEST_COPY = 0.25;
const COVERING = 0.9;

/** Creates the check. */
export function textOverlapCheck(fps: number): Check {
  const found: Found[] = [];
  const watch = watchStandingText(fps);

  function standing(frame: SeenFrame): void {
    const settled = watch.settled();
    if (settled.length === 0) return;
    const all = watch.standing();
    for (const [index, item] of settled.entries()) {
      const later = new Set(settled.slice(0, index + 1));
      for (const other of all) {
        if (later.has(other) || !areOverlapping(item, other) || isCovered(item, other, frame.items)) continue;
        if (isPartOf(item, other) || isPartOf(other, item)) {
          if (item.run.text === other.run.text) found.push(doubled(item, other, frame));
          continue;
        }
        found.push({
          rule: 'overlap', kind: item.run.text, severity: 'error', scene: frame.scene, frame: frame.index, node: item.node,
          message: `${nameOf(item)} lies on ${nameOf(other)}`, fix: 'move one of them, or let one fade before the other comes',
        });
      }
    }
  }

  function showingThrough(frame: SeenFrame): void {
    const byText = new Map<string, TextItem[]>();
    for (const item of frame.items) {
      if (!item.run || item.alpha < FAINTEST_COPY || item.alpha > COVERING) continue;
      const text = item as TextItem;
      const same = byText.get(text.run.text) ?? [];
      byText.set(text.run.text, [...same, text]);
      const twin = same.find(other => other.node !== item.node && farthestApart(other, item) < ON_EACH_OTHER);
      if (twin && !isCovered(item, twin, frame.items)) found.push(doubled(text, twin, frame));
    }
  }

  return {
    see(frame) {
      watch.see(frame);
      standing(frame);
      if (frame.changed) showingThrough(frame);
    },
    found: () => found,
  };
}

function doubled(item: TextItem, twin: TextItem, frame: SeenFrame): Found {
  return {
    rule: 'double', kind: item.run.text, severity: 'error', scene: frame.scene, frame: frame.index, node: item.node,
    message: `${nameOf(item)} is drawn twice in one place, with opacities ${twin.alpha.toFixed(2)} and ${item.alpha.toFixed(2)}`,
    fix: 'show one of them at a time: the original at opacity 0 while its copy is there, or the copy removed when it has landed',
  };
}

/** A letter or a word that is about to set out from the line it stands in. */
function isPartOf(part: TextItem, whole: TextItem): boolean {
  const box = boxAround(part.corners);
  return whole.run.text.includes(part.run.text.trim()) && areaOf(overlapOf(box, boxAround(whole.corners))) >= 0.8 * areaOf(box);
}

function areOverlapping(a: TextItem, b: TextItem): boolean {
  // What one node writes over its own text, such as a rim, is one text; boxes of turned text say little.
  if (a.node === b.node || Math.abs(a.run.turn) > 1 || Math.abs(b.run.turn) > 1) return false;
  const [first, second] = [seenBox(a), seenBox(b)];
  const shared = overlapOf(first, second);
  return widthOf(shared) > TOUCHING && heightOf(shared) > TOUCHING && areaOf(shared) > SHARE * Math.min(areaOf(first), areaOf(second));
}

function seenBox({corners, clip}: DrawnItem): Box {
  const box = boxAround(corners);
  return clip ? overlapOf(box, clip) : box;
}

/** Whether a shape that is painted between two texts hides the one below where they meet. */
function isCovered(a: DrawnItem, b: DrawnItem, items: readonly DrawnItem[]): boolean {
  const shared = overlapOf(seenBox(a), seenBox(b));
  const [below, above] = [items.indexOf(a), items.indexOf(b)].sort((x, y) => x - y);
  return items.slice(below + 1, above).some(item => !item.run && item.alpha > 0.9 && areaOf(overlapOf(boxAround(item.corners), shared)) >= areaOf(shared));
}
