/**
 * Flattens the inline content of a block into one string and the pieces it is shaped in.
 *
 * In: texts and inline elements in document order. Out: the collapsed text of the paragraph, what each source text
 * became in it, its pieces (one source, one style, one direction, one script) and its advances.
 */
import {ceilUnits} from '../layout/units';
import {bidiLevels} from './bidi';
import {scriptStarts} from './scriptRuns';
import {shapeText} from './shapeText';
import type {TextStyle} from './textStyle';
import {WhiteSpaceCollapser} from './whiteSpace';

/** One step through the inline content of a block. */
export type InlineSource =
  | {readonly kind: 'text'; readonly text: string; readonly style: TextStyle; readonly key: object}
  | {readonly kind: 'open'; readonly style: TextStyle; readonly key: object; readonly isolate: 'ltr' | 'rtl' | null}
  | {readonly kind: 'close'; readonly isolate: boolean}
  | {readonly kind: 'break'; readonly style: TextStyle; readonly key: object};

export const PieceKind = {text: 0, newline: 1, control: 2, open: 3} as const;
export type PieceKind = (typeof PieceKind)[keyof typeof PieceKind];

/** An inline element around pieces. */
export interface InlineNode {
  readonly key: object;
  readonly style: TextStyle;
  readonly parent: InlineNode | null;
}

/** A stretch of the paragraph's text that is placed as one. */
export interface Piece {
  readonly inside: InlineNode | null;
  readonly kind: PieceKind;
  readonly start: number;
  readonly end: number;
  readonly style: TextStyle;
  /** The source it comes from, by which its box is found again. */
  readonly key: object;
  readonly level: number;
  /** Units, rounded up as Chromium rounds each inline item. */
  readonly width: number;
}

export interface InlineItems {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** px, shape (text.length) */
  readonly advances: Float64Array;
  readonly hasLevels: boolean;
}

interface Span {
  readonly inside: InlineNode | null;
  readonly kind: PieceKind;
  readonly start: number;
  readonly end: number;
  readonly style: TextStyle;
  readonly key: object;
}

/** Reads the inline content of a block. */
export function inlineItems(sources: readonly InlineSource[], direction: 'ltr' | 'rtl'): InlineItems {
  const {text, spans} = collect(sources);
  const levels = bidiLevels(text, direction);
  const advances = new Float64Array(text.length);
  const cuts = shapeSpans(text, spans, levels, advances);
  const pieces = spans.flatMap(span => piecesOf(span, levels, cuts, advances));
  return {text, pieces, advances, hasLevels: levels !== null};
}

function collect(sources: readonly InlineSource[]): {text: string; spans: Span[]} {
  const collapser = new WhiteSpaceCollapser();
  const spans: Span[] = [];
  let text = '';
  let inside: InlineNode | null = null;
  const add = (kind: PieceKind, added: string, style: TextStyle, key: object): void => {
    spans.push({inside, kind, start: text.length, end: text.length + added.length, style, key});
    text += added;
  };
  for (const source of sources) {
    if (source.kind === 'text') {
      addText(collapser.collapse(source.text, source.style.whiteSpace), source.style, source.key, add);
    } else if (source.kind === 'break') {
      add(PieceKind.newline, '\n', source.style, source.key);
      collapser.lineBreak();
    } else if (source.kind === 'open') {
      inside = {key: source.key, style: source.style, parent: inside};
      add(PieceKind.open, '', source.style, source.key);
      if (source.isolate !== null) add(PieceKind.control, source.isolate === 'rtl' ? RLI : LRI, source.style, source.key);
    } else {
      const {style, key, parent} = inside as InlineNode;
      if (source.isolate) add(PieceKind.control, PDI, style, key);
      inside = parent;
    }
  }
  return {text, spans: trimEnd(text, spans)};
}

const LRI = '\u2066';
const RLI = '\u2067';
const PDI = '\u2069';

/** Newlines, tabs and zero-width spaces are pieces of their own, as nothing is shaped across them. */
function addText(
  text: string,
  style: TextStyle,
  key: object,
  add: (kind: PieceKind, added: string, style: TextStyle, key: object) => void,
): void {
  for (const part of text.match(/[\n\t\u200b]|[^\n\t\u200b]+/g) ?? []) {
    const kind = part === '\n' ? PieceKind.newline : part === '\t' || part === '\u200b' ? PieceKind.control : PieceKind.text;
    add(kind, part, style, key);
  }
}

/** A collapsible space at the very end of a paragraph is never laid out. */
function trimEnd(text: string, spans: Span[]): Span[] {
  for (let index = spans.length - 1; index >= 0; index--) {
    const span = spans[index];
    if (span.kind === PieceKind.open || (span.kind === PieceKind.control && span.start !== span.end)) continue;
    if (span.kind !== PieceKind.text || text[span.end - 1] !== ' ' || /pre/.test(span.style.whiteSpace)) break;
    const trimmed = {...span, end: span.end - 1};
    return [...spans.slice(0, index), ...(trimmed.end > trimmed.start ? [trimmed] : []), ...spans.slice(index + 1)];
  }
  return spans;
}

/** Shapes neighbouring texts of one style and direction together; fills in advances and gives where scripts change. */
function shapeSpans(text: string, spans: readonly Span[], levels: Uint8Array | null, advances: Float64Array): Uint8Array | null {
  let cuts: Uint8Array | null = null;
  for (let index = 0; index < spans.length; index++) {
    const first = spans[index];
    if (first.kind !== PieceKind.text) continue;
    let end = first.end;
    while (index + 1 < spans.length && joins(first, spans[index + 1])) end = spans[++index].end;
    cuts = shapeRange(text, first.start, end, first.style, levels, advances, cuts);
  }
  return cuts;
}

function joins(first: Span, next: Span): boolean {
  if (next.kind === PieceKind.open) return true;
  if (next.kind !== PieceKind.text) return false;
  return first.style === next.style || (first.style.canvasFont === next.style.canvasFont && first.style.letterSpacing === next.style.letterSpacing);
}

function shapeRange(
  text: string,
  start: number,
  end: number,
  style: TextStyle,
  levels: Uint8Array | null,
  advances: Float64Array,
  cuts: Uint8Array | null,
): Uint8Array | null {
  const scripts = scriptStarts(text.slice(start, end));
  let found = cuts;
  for (let from = start; from < end; ) {
    let to = from + 1;
    while (to < end && (levels === null || levels[to] === levels[from]) && scripts?.[to - start] !== 1) to++;
    advances.set(shapeText(text.slice(from, to), style, levels !== null && levels[from] % 2 === 1), from);
    if (to < end) {
      found ??= new Uint8Array(text.length);
      found[to] = 1;
    }
    from = to;
  }
  return found;
}

function piecesOf(span: Span, levels: Uint8Array | null, cuts: Uint8Array | null, advances: Float64Array): Piece[] {
  const pieces: Piece[] = [];
  let start = span.start;
  for (let end = start + 1; end <= span.end; end++) {
    if (end < span.end && cuts?.[end] !== 1) continue;
    const width = span.kind === PieceKind.text ? ceilUnits(sumAdvances(advances, start, end)) : 0;
    pieces.push({...span, start, end, level: levels?.[start] ?? 0, width});
    start = end;
  }
  return span.start === span.end ? [{...span, level: 0, width: 0}] : pieces;
}

/** Adds up advances in single precision, as Chromium does. */
export function sumAdvances(advances: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let index = start; index < end; index++) sum = Math.fround(sum + advances[index]);
  return sum;
}
