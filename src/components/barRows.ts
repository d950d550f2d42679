/** The rows of a bar chart of probabilities: what each says, and where its parts stand. */
import {BBox} from '@motion-canvas/core';
import {formatNumber, largestRemainderPercentages} from '../math/formatNumber';

/** Everything that fixes a chart, read from signals. */
export interface BarChart {
  readonly words: readonly string[];
  readonly probabilities: readonly number[];
  readonly rows: number | null;
  readonly rest: boolean;
  readonly outOf: number | null;
  readonly format: 'percent' | 'decimals';
  readonly decimals: number | null;
}

/** One row: its words, its share, and its share as it is written. */
export interface BarRow {
  readonly label: string;
  readonly share: number;
  readonly number: string;
  /** Whether it stands for all that is not shown. */
  readonly isRest: boolean;
}

/** What is left over by rounding is no row of its own. */
const nothingLeft = 5e-4;

/**
 * The rows of a chart. Numbers come from the same shares as the bars, and the last row from what these leave of 1.
 *
 * They are rounded by the largest remainder, so that the column adds up to 100, or to 1. A percentage that
 * is rounded to nothing is written as "<1%".
 *
 * @throws TypeError 'Cannot draw ProbabilityBars: 3 words and 4 probabilities'
 * @example barRows({words: ['a', 'b'], probabilities: [0.5, 0.25], rest: true, ...})  // a 50%, b 25%, … 25%
 */
export function barRows(chart: BarChart): BarRow[] {
  const {words, probabilities} = chart;
  if (words.length !== probabilities.length) {
    throw new TypeError(`Cannot draw ProbabilityBars: ${words.length} words and ${probabilities.length} probabilities`);
  }
  const shown = Math.min(words.length, chart.rows ?? words.length);
  const shares = probabilities.slice(0, shown);
  const left = Math.max(0, 1 - shares.reduce((sum, share) => sum + share, 0));
  const numbers = numbersOf([...shares, left], chart);
  const rows: BarRow[] = shares.map((share, i) => ({label: words[i].trim(), share, number: numbers[i], isRest: false}));
  if (chart.rest && words.length > 0 && left > nothingLeft) {
    rows.push({label: restLabel(chart, shown), share: left, number: numbers[shown], isRest: true});
  }
  return rows;
}

/** A number that is as wide as any in the column: digits are equally wide. */
export function widestNumber({format, decimals}: Pick<BarChart, 'format' | 'decimals'>): string {
  return format === 'percent' ? formatNumber(100, {decimals: decimals ?? 0, suffix: '%'}) : formatNumber(1, {decimals: decimals ?? 2});
}

/** Sizes that fix where the parts of each row stand, in pixels. */
export interface BarLayout {
  readonly width: number;
  readonly labelWidth: number;
  readonly numberWidth: number;
  readonly rowHeight: number;
  readonly barHeight: number;
  /** Air between label and bar, and between bar and number. */
  readonly air: number;
  /** Probability whose bar takes the whole room. */
  readonly full: number;
}

/** Middle height of a row; rows stand evenly about the middle of the chart. */
export function rowMiddle(index: number, count: number, {rowHeight}: Pick<BarLayout, 'rowHeight'>): number {
  return (index - (count - 1) / 2) * rowHeight;
}

/** The left end that all bars share. */
export function barStart({width, labelWidth, air}: BarLayout): number {
  return -width / 2 + labelWidth + air;
}

/** The room for a bar of probability `full`. */
export function barRoom(layout: BarLayout): number {
  return Math.max(0, layout.width - layout.labelWidth - layout.numberWidth - 2 * layout.air);
}

/** The bar of a share, in the chart's own pixels; its length is in proportion to the share. */
export function barBox(share: number, middle: number, layout: BarLayout): BBox {
  const length = Math.min(1, layout.full > 0 ? share / layout.full : 0) * barRoom(layout);
  return new BBox(barStart(layout), middle - layout.barHeight / 2, length, layout.barHeight);
}

function numbersOf(shares: readonly number[], {format, decimals}: BarChart): string[] {
  if (format === 'percent') {
    const digits = decimals ?? 0;
    const written = (percent: number) => formatNumber(percent, {decimals: digits, suffix: '%'});
    // What is small is not nothing: "0%" would say that it cannot happen.
    return largestRemainderPercentages(shares, digits).map((value, i) => (value === 0 && shares[i] > 0 ? `<${written(10 ** -digits)}` : written(value)));
  }
  const digits = decimals ?? 2;
  return largestRemainderPercentages(shares, digits - 2).map(value => formatNumber(value / 100, {decimals: digits}));
}

function restLabel({outOf}: BarChart, shown: number): string {
  return outOf === null ? '…' : `and ${formatNumber(Math.max(0, outOf - shown))} more`;
}
