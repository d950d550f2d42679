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

/** A stretch of the paragraph's text that is placed as one: part of one source, of one direction. */
export class Piece {
  public level = 0;
  /** Units, rounded up as Chromium rounds each inline item. */
  public width = 0;

  public constructor(
    public readonly kind: PieceKind,
    public readonly start: number,
    public end: number,
    public readonly style: TextStyle,
    /** The source it comes from, by which its box is found again. */
    public readonly key: object,
    public readonly inside: InlineNode | null,
  ) {}
}

export interface InlineItems {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** px, shape (text.length) */
  readonly advances: Float64Array;
  readonly hasLevels: boolean;
}

/** Reads the inline content of a block. */
export function inlineItems(sources: readonly InlineSource[], direction: 'ltr' | 'rtl'): InlineItems {
  const {text, pieces} = collect(sources);
  removeLastSpace(text, pieces);
  const levels = bidiLevels(text, direction);
  const placed = levels === null ? pieces : pieces.flatMap(piece => splitByLevel(piece, levels));
  const advances = new Float64Array(text.length);
  shapePieces(text, placed, advances);
  for (const piece of placed) {
    if (piece.kind === PieceKind.text) piece.width = ceilUnits(sumAdvances(advances, piece.start, piece.end));
  }
  return {text, pieces: placed, advances, hasLevels: levels !== null};
}

function collect(sources: readonly InlineSource[]): {text: string; pieces: Piece[]} {
  const collapser = new WhiteSpaceCollapser();
  const pieces: Piece[] = [];
  let text = '';
  let inside: InlineNode | null = null as InlineNode | null;
  const add = (kind: PieceKind, added: string, style: TextStyle, key: object): void => {
    pieces.push(new Piece(kind, text.length, text.length + added.length, style, key, inside));
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
  return {text, pieces};
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
function removeLastSpace(text: string, pieces: Piece[]): void {
  for (let index = pieces.length - 1; index >= 0; index--) {
    const piece = pieces[index];
    if (piece.kind === PieceKind.open || piece.key === CONTROL) continue;
    if (piece.kind !== PieceKind.text || text[piece.end - 1] !== ' ' || /pre/.test(piece.style.whiteSpace)) return;
    const removed = new Piece(PieceKind.removed, piece.end - 1, piece.end, piece.style, piece.key, piece.inside);
    piece.end--;
    pieces.splice(index + (piece.end > piece.start ? 1 : 0), piece.end > piece.start ? 0 : 1, removed);
    return;
  }
}

function splitByLevel(piece: Piece, levels: Uint8Array): Piece[] {
  const pieces: Piece[] = [];
  let {start} = piece;
  do {
    let end = Math.min(start + 1, piece.end);
    while (end < piece.end && levels[end] === levels[start]) end++;
    const part = new Piece(piece.kind, start, end, piece.style, piece.key, piece.inside);
    part.level = levels[start] ?? 0;
    pieces.push(part);
    start = end;
  } while (start < piece.end);
  return pieces;
}

/** Shapes neighbouring texts of one style and direction together, and fills in their advances. */
function shapePieces(text: string, pieces: readonly Piece[], advances: Float64Array): void {
  const scripts = scriptStarts(text);
  for (let index = 0; index < pieces.length; index++) {
    const first = pieces[index];
    if (first.kind !== PieceKind.text) continue;
    let {end} = first;
    while (index + 1 < pieces.length && joins(first, pieces[index + 1])) end = pieces[++index].end;
    for (let from = first.start; from < end; ) {
      const to = sameScriptUntil(scripts, from, end);
      advances.set(shapeText(text.slice(from, to), first.style, first.level % 2 === 1), from);
      from = to;
    }
  }
}

function joins(first: Piece, next: Piece): boolean {
  if (next.kind === PieceKind.open) return true;
  if (next.kind !== PieceKind.text || next.level !== first.level) return false;
  const {style} = first;
  return style === next.style || (style.canvasFont === next.style.canvasFont && style.letterSpacing === next.style.letterSpacing);
}

function sameScriptUntil(scripts: Uint8Array | null, from: number, end: number): number {
  let to = scripts === null ? end : from + 1;
  while (to < end && scripts![to] === 0) to++;
  return to;
}

/** Adds up advances in single precision, as Chromium does. */
export function sumAdvances(advances: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let index = start; index < end; index++) sum = Math.fround(sum + advances[index]);
  return sum;
}

/** Bidi controls, which isolating elements put around their text. */
export function isBidiControl(character: string | undefined): boolean {
  return character === LRI || character === RLI || character === PDI;
}
