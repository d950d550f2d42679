/** Whether words that one run of text says are also said by others, in the same place: written again, joined or parted. */
import {areaOf, boxAround, overlapOf, type Box} from './box';
import type {TextItem} from './drawnItems';

/** Ink of the same words, joined or parted, lies this far apart at most, pixels of the design. */
const SLACK = 4;

/**
 * The runs that together say what another one says, where it stands.
 *
 * Either one run that holds all of its words and covers it, or the runs that stand side by side in its place and, read from
 * the left, hold all of its words. Spaces do not count: runs are cut at them.
 *
 * @returns none where its words are not all said there
 */
export function saidBy(text: TextItem, others: readonly TextItem[]): readonly TextItem[] {
  const [box, words] = [boxAround(text.corners), wordsOf(text)];
  const whole = others.find(other => wordsOf(other).includes(words) && isInside(box, boxAround(other.corners)));
  if (whole) return [whole];
  const parts = others.filter(other => isInside(boxAround(other.corners), box)).sort((a, b) => a.corners[0] - b.corners[0]);
  return parts.map(wordsOf).join('').includes(words) ? parts : [];
}

function wordsOf({run}: TextItem): string {
  return run.text.replace(/\s+/g, '');
}

function isInside(inner: Box, {left, top, right, bottom}: Box): boolean {
  const around = {left: left - SLACK, top: top - SLACK, right: right + SLACK, bottom: bottom + SLACK};
  return areaOf(overlapOf(inner, around)) >= 0.9 * areaOf(inner);
}
