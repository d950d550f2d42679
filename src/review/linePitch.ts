/** Code stands on a grid: every line as far from the next, every character in its column. */
import {createCanvas} from '@napi-rs/canvas';
import type {Node} from '@motion-canvas/2d';
import type {Check, Found, SeenFrame} from './check';
import type {TextItem} from './drawnItems';
import {nameOf} from './nameOf';
import {watchStandingText} from './standingText';

/** Lines and columns may be off by so many pixels. */
const TOLERANCE = 0.75;
/** Lines farther apart than so many sizes of type are not lines of one text. */
const LARGEST_PITCH = 2.5;

/** Creates the check. */
export function linePitchCheck(fps: number): Check {
  const found: Found[] = [];
  const watch = watchStandingText(fps);
  return {
    see(frame) {
      watch.see(frame);
      if (!watch.settled().some(isMonospaced)) return;
      for (const lines of listingsIn(watch.standing().filter(isMonospaced))) {
        const odd = oddLine(lines);
        if (odd) found.push(faultOf(odd, frame));
      }
    },
    found: () => found,
  };
}

/** Runs that are lines of one text: of one node, or of nodes in one parent that begin under each other. */
function listingsIn(items: readonly TextItem[]): TextItem[][] {
  const groups = new Map<Node, Map<string, TextItem[]>>();
  for (const item of items) {
    const own = items.filter(other => other.node === item.node).some(other => other.run.start.y !== item.run.start.y);
    const holder = own ? item.node : (item.node.parent()?.parent() ?? item.node);
    const column = own ? '' : `${Math.round(item.run.start.x)} `;
    const byFont = groups.get(holder) ?? groups.set(holder, new Map()).get(holder)!;
    const key = `${column}${item.run.font} ${item.run.size.toFixed(1)}`;
    byFont.set(key, [...(byFont.get(key) ?? []), item]);
  }
  return [...groups.values()].flatMap(byFont => [...byFont.values()]).filter(lines => lines.length >= 3);
}

interface OddLine {
  readonly item: TextItem;
  readonly off: number;
  readonly pitch: number;
}

/** The first line whose distance from the one above is no multiple of the common distance. */
function oddLine(items: readonly TextItem[]): OddLine | undefined {
  const lines = [...items].sort((a, b) => a.run.start.y - b.run.start.y).filter((item, index, all) => index === 0 || item.run.start.y - all[index - 1].run.start.y > TOLERANCE);
  const gaps = lines.slice(1).map((item, index) => item.run.start.y - lines[index].run.start.y);
  const pitch = commonPitch(gaps.filter(gap => gap < LARGEST_PITCH * lines[0].run.size));
  if (pitch === undefined) return undefined;
  const index = gaps.findIndex(gap => gap < LARGEST_PITCH * lines[0].run.size && offGrid(gap, pitch) > TOLERANCE);
  return index < 0 ? undefined : {item: lines[index + 1], off: gaps[index] - Math.max(1, Math.round(gaps[index] / pitch)) * pitch, pitch};
}

/** The distance that most lines have: one of them, with the most others near it. */
function commonPitch(gaps: readonly number[]): number | undefined {
  const support = (gap: number) => gaps.filter(other => Math.abs(other - gap) <= TOLERANCE).length;
  return gaps.length < 2 ? undefined : gaps.reduce((best, gap) => (support(gap) > support(best) ? gap : best));
}

function offGrid(gap: number, pitch: number): number {
  return Math.abs(gap - Math.max(1, Math.round(gap / pitch)) * pitch);
}

function faultOf({item, off, pitch}: OddLine, frame: SeenFrame): Found {
  return {
    rule: 'line-pitch', severity: 'error', scene: frame.scene, frame: frame.index, node: item.node,
    message: `${nameOf(item)} stands ${Math.abs(off).toFixed(1)} px too ${off > 0 ? 'low' : 'high'}: the lines around it are ${pitch.toFixed(1)} px apart`,
    fix: 'give all lines the same height, e.g. one <CodeListing>',
  };
}

const monospaced = new Map<string, boolean>();

function isMonospaced({run: {font}}: TextItem): boolean {
  let answer = monospaced.get(font);
  if (answer === undefined) {
    const context = createCanvas(1, 1).getContext('2d');
    context.font = font;
    answer = Math.abs(context.measureText('iiii').width - context.measureText('WWWW').width) < 0.01;
    monospaced.set(font, answer);
  }
  return answer;
}
