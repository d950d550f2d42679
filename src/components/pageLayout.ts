/** Where everything stands in a text that is a seed and tokens after it: lines, words, tokens, as pieces of one string. */
import {wrapText, type TextLine} from './wrapText';

/** A wrapped text. */
export interface PageLayout {
  readonly text: string;
  /** Where the seed ends and the first token begins. */
  readonly seedEnd: number;
  /** Where each token ends. */
  readonly tokenEnds: readonly number[];
  readonly lines: readonly TextLine[];
  /** Line on which each token ends. */
  readonly tokenLines: readonly number[];
}

/**
 * Wraps a seed and all its tokens at once, so that tokens which are still to come already have their places.
 *
 * @param fits - whether a piece of text has room on one line
 */
export function pageLayout(seed: string, tokens: readonly string[], fits: (line: string) => boolean): PageLayout {
  const text = [seed, ...tokens].join('');
  const lines = wrapText(text, fits);
  let end = seed.length;
  const tokenEnds = tokens.map(token => (end += token.length));
  return {text, seedEnd: seed.length, tokenEnds, lines, tokenLines: tokenEnds.map(each => lineAt(lines, Math.max(0, each - 1)))};
}

/** The line that a character stands on. */
export function lineAt(lines: readonly TextLine[], index: number): number {
  return Math.max(0, lines.findLastIndex(line => line.start <= index));
}

/** The token that a character belongs to; -1 for the seed. */
export function tokenAt({seedEnd, tokenEnds}: PageLayout, index: number): number {
  return index < seedEnd ? -1 : tokenEnds.findIndex(end => index < end);
}

/**
 * A token without the spaces around it; of one that is cut by the end of a line, the piece on its first line.
 *
 * @throws RangeError 'TextPage has no addition 3: it has 3, from 0'
 */
export function tokenRange(layout: PageLayout, token: number): TextLine {
  const {text, seedEnd, tokenEnds, lines} = layout;
  if (tokenEnds[token] === undefined) throw new RangeError(`TextPage has no addition ${token}: it has ${tokenEnds.length}, from 0`);
  const from = token === 0 ? seedEnd : tokenEnds[token - 1];
  const letters = text.slice(from, tokenEnds[token]);
  const start = from + letters.length - letters.trimStart().length;
  const end = Math.min(from + letters.trimEnd().length, lines[lineAt(lines, start)].end);
  return {start, end: Math.max(start, end)};
}

/** Runs without spaces; one that goes over the end of a line counts as several, because nodes are straight. */
export function wordRanges({text, lines}: PageLayout): TextLine[] {
  return lines.flatMap(line =>
    [...text.slice(line.start, line.end).matchAll(/\S+/g)].map(({0: word, index}) => ({
      start: line.start + index,
      end: line.start + index + word.length,
    })),
  );
}

/** All characters but spaces, as pieces of the text. */
export function letterRanges({text}: PageLayout): TextLine[] {
  return [...text.matchAll(/\S/gu)].map(({0: letter, index}) => ({start: index, end: index + letter.length}));
}

/**
 * A line cut where the seed ends, where tokens end, and around pieces that are drawn elsewhere, which are left out.
 *
 * @param without - pieces of the text
 */
export function runsOfLine({seedEnd, tokenEnds}: PageLayout, line: TextLine, without: readonly TextLine[]): TextLine[] {
  const cuts = [seedEnd, ...tokenEnds, ...without.flatMap(({start, end}) => [start, end])];
  const inside = [...new Set(cuts.filter(cut => cut > line.start && cut < line.end))].sort((a, b) => a - b);
  const edges = [line.start, ...inside, line.end];
  return edges
    .slice(0, -1)
    .map((start, index) => ({start, end: edges[index + 1]}))
    .filter(run => run.end > run.start && !without.some(({start, end}) => run.start >= start && run.end <= end));
}
