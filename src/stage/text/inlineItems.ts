/**
 * Flattens the inline content of a block into one string and the pieces it is shaped in.
 *
 * In: texts and inline elements in document order. Out: the collapsed text of the paragraph, what each source text
 * became in it, its pieces (one source, one style, one direction) and its advances.
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

/** A control is a tab, a zero-width space or a bidi control; what is removed takes part in nothing. */
export const PieceKind = {text: 0, newline: 1, control: 2, open: 3, removed: 4} as const;
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

/** Bidi controls, which isolating elements put around their text. */
export function isBidiControl(character: string | undefined): boolean {
  return character === LRI || character === RLI || character === PDI;
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
  shapeSpans(text, spans, levels, advances);
  const pieces = spans.flatMap(span => piecesOf(span, levels, advances));
  return {text, pieces, advances, hasLevels: levels !== null};
}

function collect(sources: readonly InlineSource[]): {text: string; spans: Span[]} {
  const collapser = new WhiteSpaceCollapser();
  const spans: Span[] = [];
  let text = '';
  let inside: InlineNode | null = null as InlineNode | null;
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
      if (source.isolate !== null) add(PieceKind.control, source.isolate === 'rtl' ? RLI : LRI, source.style, CONTROL);
      inside = {key: source.key, style: source.style, parent: inside};
      add(PieceKind.open, '', source.style, source.key);
    } else {
      const {style, parent}: InlineNode = inside!;
      inside = parent;
      if (source.isolate) add(PieceKind.control, PDI, style, CONTROL);
    }
  }
  return {text, spans: trimEnd(text, spans)};
}

/** Stands for the source of control characters, which have none. */
const CONTROL = {};
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
    if (span.kind === PieceKind.open || span.key === CONTROL) continue;
    if (span.kind !== PieceKind.text || text[span.end - 1] !== ' ' || /pre/.test(span.style.whiteSpace)) break;
    const kept = {...span, end: span.end - 1};
    const removed = {...span, kind: PieceKind.removed, start: span.end - 1};
    return [...spans.slice(0, index), ...(kept.end > kept.start ? [kept] : []), removed, ...spans.slice(index + 1)];
  }
  return spans;
}

/** Shapes neighbouring texts of one style and direction together, and fills in their advances. */
function shapeSpans(text: string, spans: readonly Span[], levels: Uint8Array | null, advances: Float64Array): void {
  const scripts = scriptStarts(text);
  for (let index = 0; index < spans.length; index++) {
    const {kind, start, style} = spans[index];
    if (kind !== PieceKind.text) continue;
    let {end} = spans[index];
    while (index + 1 < spans.length && joins(style, spans[index + 1])) end = spans[++index].end;
    for (let from = start; from < end; ) {
      const to = sameScriptUntil(scripts, from, sameLevelUntil(levels, from, end));
      advances.set(shapeText(text.slice(from, to), style, levels !== null && levels[from] % 2 === 1), from);
      from = to;
    }
  }
}

function joins(style: TextStyle, next: Span): boolean {
  if (next.kind === PieceKind.open) return true;
  if (next.kind !== PieceKind.text) return false;
  return style === next.style || (style.canvasFont === next.style.canvasFont && style.letterSpacing === next.style.letterSpacing);
}

function sameLevelUntil(levels: Uint8Array | null, from: number, end: number): number {
  let to = levels === null ? end : from + 1;
  while (to < end && levels![to] === levels![from]) to++;
  return to;
}

function sameScriptUntil(scripts: Uint8Array | null, from: number, end: number): number {
  let to = scripts === null ? end : from + 1;
  while (to < end && scripts![to] === 0) to++;
  return to;
}

function piecesOf(span: Span, levels: Uint8Array | null, advances: Float64Array): Piece[] {
  if (span.start === span.end) return [{...span, level: 0, width: 0}];
  const pieces: Piece[] = [];
  for (let start = span.start; start < span.end; ) {
    const end = sameLevelUntil(levels, start, span.end);
    const width = span.kind === PieceKind.text ? ceilUnits(sumAdvances(advances, start, end)) : 0;
    pieces.push({...span, start, end, level: levels?.[start] ?? 0, width});
    start = end;
  }
  return pieces;
}

/** Adds up advances in single precision, as Chromium does. */
export function sumAdvances(advances: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let index = start; index < end; index++) sum = Math.fround(sum + advances[index]);
  return sum;
}
