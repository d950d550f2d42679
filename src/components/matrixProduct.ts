/** A matrix times a vector, row by row, as it is done by hand: what is multiplied is what is shown. */
import {Txt, type Node} from '@motion-canvas/2d';
import {all, BBox, createSignal, tween, waitFor, type SimpleSignal} from '@motion-canvas/core';
import {smooth} from '../math/easing';
import {theme} from '../theme/theme';
import {seconds as durations} from '../theme/timing';
import {handBack, type Task} from './Figure';
import {HighlightRect} from './HighlightRect';
import type {NumericMatrix} from './NumericMatrix';
import {NumericVector} from './NumericVector';
import {Place} from './Place';
import {shownPartialSums} from './shownProduct';
import {fontOf, textWidth} from './textRuler';

export interface ProductOptions {
  /** Seconds for each row, default 1; a list gives each its own and its last holds for the rest. */
  readonly seconds?: number | readonly number[];
  /** Takes the result; default a new vector on the right of the vector, after an equals sign. */
  readonly result?: NumericVector;
  /** Magnitude at which the result's colours end, default its largest entry. */
  readonly max?: number;
}

/**
 * Multiplies a matrix by a vector on screen.
 *
 * For each row two bands of light run along the row and down the vector while the result shows the running sum of the
 * products. Rows of less than half a second are taken whole; numbers behind dots count as nothing.
 * duration = 0.8 s + the seconds of all rows + 0.4 s. The matrix and the vector stand side by side in the same parent; an
 * equals sign and the result are added there.
 *
 * @returns the result, by `yield*`
 * @throws TypeError 'Cannot multiply NumericMatrix of 2×3 by NumericVector of 2: 3 columns meet 2 entries'
 * @throws TypeError 'Cannot multiply: the dots of the matrix stand after 4 columns, those of the vector after 5 entries'
 * @example const y = yield* product(W(), x());
 */
export function* product(matrix: NumericMatrix, vector: NumericVector, options: ProductOptions = {}): Task<NumericVector> {
  const sums = shownPartialSums(matrix.values(), vector.values(), matrix.decimals(), vector.decimals());
  requireSameDots(matrix, vector);
  const parent = vector.parent() ?? vector.view();
  const result = options.result ?? addResult(parent, matrix, vector, sums, options);
  result.light(sums.map(() => [0]));
  yield* all(result.bracketGrowth(1, 0.8, smooth), waitFor(0.8));
  const pen: Pen = {row: createSignal(0), way: createSignal(0), taking: createSignal(1), back: createSignal(0)};
  const count = sums[0]?.length ?? 0;
  const rowSpan = (row: number) => (from: number, to: number) => matrix.spanBox(row, row, from, to);
  const columnSpan = (from: number, to: number) => vector.spanBox(from, to, 0, 0);
  const marks = [
    ...markIn(parent, () => matrix.inParent(BBox.lerp(sweptBox(rowSpan(pen.row()), pen), rowSpan(Math.max(0, pen.row() - 1))(0, count - 1), pen.back()))),
    ...markIn(parent, () => vector.inParent(BBox.lerp(sweptBox(columnSpan, pen), columnSpan(0, count - 1), pen.back()))),
  ];
  for (let i = 0; i < sums.length; i++) {
    const seconds = secondsOf(options.seconds, i);
    const row = multiplyRow(result, pen, i, sums[i], seconds);
    yield* i === 0 ? all(row, ...marks.map(mark => mark.opacity(0).opacity(1, Math.min(durations.short, seconds / 2), smooth))) : row;
  }
  yield* all(...marks.map(mark => mark.opacity(0, durations.short, smooth)));
  marks.forEach(mark => mark.remove());
  return handBack(result);
}

/**
 * Where the multiplying hand is: in which row, how many entries it has passed, in which share of an entry's turn it takes
 * that entry in, and how much of its way back from the row before is left.
 */
interface Pen {
  readonly row: SimpleSignal<number>;
  readonly way: SimpleSignal<number>;
  readonly taking: SimpleSignal<number>;
  readonly back: SimpleSignal<number>;
}

/** How long a band takes to grow over an entry, where the entry's turn is as long. */
const takingSeconds = 0.25;

/** Rows that take less are taken whole: nobody could follow the bands along them. */
const quickRow = 0.5;

/** How long the bands take from the end of a row to the next one, slow enough to be seen. */
function backSeconds(seconds: number, count: number): number {
  return Math.min(0.6 * seconds, Math.max(0.2, (0.5 * seconds) / count));
}

function* multiplyRow(result: NumericVector, pen: Pen, i: number, sums: readonly number[], seconds: number): Task<void> {
  const back = backSeconds(seconds, sums.length);
  pen.row(i);
  pen.taking(Math.min(1, Math.max(0.5, (takingSeconds * sums.length) / seconds)));
  yield* tween(seconds, share => {
    pen.back(i === 0 ? 0 : 1 - smooth(Math.min(1, (share * seconds) / back)));
    const passed = Math.min(sums.length - 1, Math.floor(share * sums.length));
    pen.way(seconds < quickRow ? sums.length : share * sums.length);
    result.values(result.values().map((value, row) => (row === i ? (sums[passed] ?? 0) : value)));
    result.light((result.light() ?? []).map((row, at) => (at === i ? [smooth(Math.min(1, 3 * share))] : row)));
  });
}

/** The box around the entries that have been passed; it takes each new one in at the beginning of its turn. */
function sweptBox(span: (from: number, to: number) => BBox, {way, taking}: Pen): BBox {
  const last = Math.max(0, Math.ceil(way()) - 1);
  if (last === 0) return span(0, 0);
  return BBox.lerp(span(0, last - 1), span(0, last), smooth(Math.min(1, (way() - last) / taking())));
}

function markIn(parent: Node, box: () => BBox): Node[] {
  const place = new Place({box});
  // Light behind the numbers, without an outline: the edge of a frame that grows over them would cut through them.
  const band = new HighlightRect({around: place, padding: 2, radius: 8, thickness: 0, fill: 0.22, zIndex: -1});
  parent.add([place, band]);
  return [place, band];
}

function addResult(parent: Node, matrix: NumericMatrix, vector: NumericVector, sums: readonly (readonly number[])[], options: ProductOptions): NumericVector {
  const fontSize = vector.fontSize();
  const results = sums.map(row => row.at(-1) ?? 0);
  const max = options.max ?? Math.max(1, ...results.map(Math.abs), ...sums.flat().map(Math.abs));
  const result = new NumericVector({
    values: results.map(() => 0),
    dots: matrix.rowDots(),
    decimals: matrix.decimals(),
    fontSize,
    max,
    bracketGrowth: 0,
    layout: false,
    scale: vector.scale(),
  });
  const equals = new Txt({text: '=', fontFamily: () => theme().textFont, fontSize: fontSize * 1.4, fill: () => theme().ink, layout: false});
  parent.add([equals, result]);
  const gap = fontSize * 0.7;
  const signWidth = textWidth(fontOf(theme().textFont, fontSize * 1.4), '=');
  const edge = vector.inParent(BBox.fromSizeCentered(vector.size())).right;
  const y = vector.y();
  equals.position([edge + gap + signWidth / 2, y]);
  result.position([edge + 2 * gap + signWidth + (result.width() * result.scale.x()) / 2, y]);
  return result;
}

function requireSameDots(matrix: NumericMatrix, vector: NumericVector): void {
  const [across, down] = [matrix.dotsAmong('column'), vector.dotsAmong('row')];
  if (across === down) return;
  const said = (place: number | undefined, what: string) => (place === undefined ? 'nowhere' : `after ${place} ${what}`);
  throw new TypeError(`Cannot multiply: the dots of the matrix stand ${said(across, 'columns')}, those of the vector ${said(down, 'entries')}`);
}

function secondsOf(seconds: number | readonly number[] = durations.standard, row: number): number {
  return typeof seconds === 'number' ? seconds : (seconds[Math.min(row, seconds.length - 1)] ?? durations.standard);
}
