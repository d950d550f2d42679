/**
 * The inline content of one block: how wide it wants to be, and its lines at a given width.
 *
 * In: the sources of a block and its own style. Out: a box for each source text and line, in units from the content
 * edge of the block. Remembered for the last widths, since layout asks for the same ones again and again.
 */
import {ceilUnits, floorUnits, INFINITE, percentOf, share, toUnits, UNITS} from '../layout/units';
import {visualOrder} from './bidi';
import {
  type InlineItems,
  inlineItems,
  type InlineNode,
  type InlineSource,
  isBidiControl,
  type Piece,
  PieceKind,
  sumAdvances,
} from './inlineItems';
import {lineBreaks} from './lineBreaks';
import {fontMetrics, shapeText, TRIMMED_AT_START} from './shapeText';
import {TextStyle} from './textStyle';

/** The box of one source text, or of an inline element, on one line. */
export interface TextBox {
  readonly key: object;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The part of the paragraph's text that is in it. */
  readonly start: number;
  readonly end: number;
}

export interface ParagraphLayout {
  readonly height: number;
  /** Of the first line; NaN where there is no line. */
  readonly baseline: number;
  readonly boxes: readonly TextBox[];
  readonly lineCount: number;
}

/** The boxes of one source text or inline element, in order of lines. */
export function boxesOf(layout: ParagraphLayout, key: object): readonly TextBox[] {
  let byKey = boxIndex.get(layout);
  if (byKey === undefined) {
    byKey = new Map();
    for (const box of layout.boxes) {
      const others = byKey.get(box.key);
      if (others === undefined) byKey.set(box.key, [box]);
      else others.push(box);
    }
    boxIndex.set(layout, byKey);
  }
  return byKey.get(key) ?? [];
}

const boxIndex = new WeakMap<ParagraphLayout, Map<object, TextBox[]>>();

interface Line {
  readonly start: number;
  readonly end: number;
  /** The end without the spaces that hang. */
  readonly trimmed: number;
  readonly hyphenated: boolean;
  /** What is cut off the empty half of a full-width bracket at the end, because the line would not fit otherwise. */
  readonly cut: number;
}

/** A piece, or as much of it as is on a line. */
interface Part {
  readonly piece: Piece;
  readonly start: number;
  readonly end: number;
  readonly width: number;
  readonly isShown: boolean;
}

/** How far an inline element reaches on a line. */
interface Extent {
  readonly node: InlineNode;
  left: number;
  right: number;
}

interface Metrics {
  readonly ascent: number;
  readonly descent: number;
}

/** Chromium lets a line be this much too wide, against rounding. */
const TOLERANCE = 1;
/** px; a smaller change of an advance is no kerning but rounding. */
const KERNING = 1e-3;
/** Full-width closing brackets, whose right half is empty. */
const TRIMMED_AT_END = /[\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\uff09\uff3d\uff5d\uff60]/;
const SOFT_HYPHEN = '\u00ad';
const HYPHEN = '\u2010';
const EMPTY: ParagraphLayout = {height: 0, baseline: Number.NaN, boxes: [], lineCount: 0};
/** Layouts remembered. */
const MEMORY = 4;

export class Paragraph {
  private readonly items: InlineItems;
  /** Sum of the widths of the pieces before each piece. */
  private readonly widthBefore: Float64Array;
  /** The piece that each UTF-16 unit is in. */
  private readonly pieceAt: Uint32Array;
  private readonly heights: readonly Metrics[];
  private readonly isEmpty: boolean;
  /** Behind this nothing is laid out. */
  private readonly visibleEnd: number;
  private breaks: Uint8Array | null = null;
  private sizes: {min: number; max: number} | null = null;
  private readonly layouts: {width: number; layout: ParagraphLayout}[] = [];

  public constructor(
    sources: readonly InlineSource[],
    private readonly style: TextStyle,
  ) {
    this.items = inlineItems(sources, style.direction);
    const {pieces, text} = this.items;
    this.widthBefore = new Float64Array(pieces.length + 1);
    this.pieceAt = new Uint32Array(text.length + 1);
    pieces.forEach((piece, index) => {
      this.widthBefore[index + 1] = this.widthBefore[index] + piece.width;
      if (piece.end > piece.start) this.pieceAt.fill(index, piece.start, piece.end);
    });
    this.isEmpty = !pieces.some(({kind, start}) => isVisible(kind, text[start]));
    this.visibleEnd = pieces.findLast(({kind, start}) => isVisible(kind, text[start]))?.end ?? 0;
    this.heights = lineMetrics(sources, style, pieces);
  }

  /** The widths of the longest part that cannot be broken, and of the longest line without any breaks, units. */
  public intrinsicWidths(): {min: number; max: number} {
    this.sizes ??= {min: this.widest(0), max: this.widest(INFINITE)};
    return this.sizes;
  }

  /** Lines of at most a width, units, where that can be had. */
  public layout(width: number): ParagraphLayout {
    if (this.isEmpty) return EMPTY;
    const known = this.layouts.find(entry => entry.width === width);
    if (known !== undefined) return known.layout;
    if (this.layouts.length === MEMORY) this.layouts.shift();
    const layout = this.layOut(width);
    this.layouts.push({width, layout});
    return layout;
  }

  private widest(room: number): number {
    if (this.isEmpty) return 0;
    let widest = 0;
    for (const line of this.lines(room)) widest = Math.max(widest, this.uncutWidth(line));
    return widest;
  }

  private layOut(width: number): ParagraphLayout {
    const boxes: TextBox[] = [];
    let y = 0;
    let baseline = Number.NaN;
    const lines = this.lines(width);
    for (const line of lines) {
      const {ascent, descent} = this.metricsOf(line);
      if (Number.isNaN(baseline)) baseline = y + ascent;
      this.placeLine(line, width, y + ascent, boxes);
      y += ascent + descent;
    }
    return {height: y, baseline, boxes, lineCount: lines.length};
  }

  // Breaking

  private lines(room: number): Line[] {
    const {text, pieces} = this.items;
    const end = pieces[pieces.length - 1].end;
    const lines: Line[] = [];
    for (let start = 0; start < end; start = lines[lines.length - 1].end) lines.push(this.nextLine(start, end, room, text));
    return lines;
  }

  private nextLine(start: number, end: number, room: number, text: string): Line {
    let best: Line | null = null;
    for (let next = start + 1; next <= end; next++) {
      // No line is made for what only closes elements.
      const index = next >= this.visibleEnd ? end : next;
      const forced = this.isNewline(index - 1);
      if (!forced && index < end && (!this.mayBreak(index) || this.isBlankUntil(start, index, text))) continue;
      let line = this.lineTo(start, index, text, !forced && index < end);
      const excess = room === INFINITE ? 0 : this.lineWidth(line) - room - TOLERANCE;
      if (excess > 0) {
        const cut = forced || index === end ? 0 : this.cutOf(line, text);
        if (cut < excess) return best ?? line;
        line = {...line, cut};
      }
      if (forced || index === end) return line;
      if (room !== INFINITE) best = line;
    }
    return best ?? this.lineTo(start, end, text, false);
  }

  /** No line ends before its first character, not even where only the beginning of an element is before that. */
  private isBlankUntil(start: number, end: number, text: string): boolean {
    for (let index = start; index < end; index++) if (!isBidiControl(text[index])) return false;
    return true;
  }

  private lineTo(start: number, end: number, text: string, mayHyphenate: boolean): Line {
    let trimmed = this.isNewline(end - 1) ? end - 1 : end;
    for (let index = trimmed - 1; index >= start && (this.hangs(index, text) || isBidiControl(text[index])); index--) {
      if (text[index] === ' ') trimmed = index;
    }
    return {start, end, trimmed, hyphenated: mayHyphenate && text[end - 1] === SOFT_HYPHEN, cut: 0};
  }

  /** Half of a full-width closing bracket at the end of a line, if it is still full-width. */
  private cutOf({start, end, trimmed}: Line, text: string): number {
    let last = trimmed - 1;
    while (last > start && isBidiControl(text[last])) last--;
    if (last <= start || trimmed < end || !TRIMMED_AT_END.test(text[last])) return 0;
    const {advances} = this.items;
    const {fontSize} = this.pieceOf(last).style;
    return advances[last] < fontSize * 0.9 ? 0 : floorUnits(fontSize / 2);
  }

  private hangs(index: number, text: string): boolean {
    if (text[index] !== ' ') return false;
    const {whiteSpace} = this.pieceOf(index).style;
    return whiteSpace !== 'pre' && whiteSpace !== 'break-spaces';
  }

  private isNewline(index: number): boolean {
    return index >= 0 && this.pieceOf(index).kind === PieceKind.newline;
  }

  private mayBreak(index: number): boolean {
    const {whiteSpace} = this.pieceOf(index - 1).style;
    if (whiteSpace === 'nowrap' || whiteSpace === 'pre') return false;
    this.breaks ??= lineBreaks(this.items.text);
    return this.breaks[index] === 1;
  }

  // Widths

  private pieceOf(index: number): Piece {
    return this.items.pieces[this.pieceAt[index]];
  }

  /** The width of a line, whose first part is shaped as the first. */
  private lineWidth(line: Line): number {
    const {start, trimmed} = line;
    if (trimmed <= start) return 0;
    const piece = this.pieceOf(start);
    const end = Math.min(piece.end, trimmed);
    return this.uncutWidth(line) + this.firstWidth(piece, start, end) - this.partWidth(piece, start, end) - line.cut;
  }

  /** The width of a line as a part of the whole paragraph, which is what counts when a block asks for its width. */
  private uncutWidth({start, trimmed, hyphenated}: Line): number {
    if (trimmed <= start) return 0;
    const first = this.pieceAt[start];
    const last = this.pieceAt[trimmed - 1];
    const {pieces} = this.items;
    const hyphen = hyphenated ? this.hyphenWidth(trimmed - 1) : 0;
    if (first === last) return this.partWidth(pieces[first], start, trimmed) + hyphen;
    const between = this.widthBefore[last] - this.widthBefore[first + 1];
    return this.partWidth(pieces[first], start, pieces[first].end) + between + this.partWidth(pieces[last], pieces[last].start, trimmed) + hyphen;
  }

  /**
   * The width of the first part of a line. Where it was kerned with what is now on the line above, Chromium shapes it
   * anew up to the next place without kerning, but never beyond the piece, so the kerning with the next one goes too.
   */
  private firstWidth(piece: Piece, start: number, end: number): number {
    if (start === 0 || end !== piece.end || end <= start || piece.kind !== PieceKind.text) return this.partWidth(piece, start, end);
    for (let index = start; index < end; index++) if (!this.isKerned(index) && !this.isTrimmed(index)) return this.partWidth(piece, start, end);
    return ceilUnits(sumAdvances(shapeText(this.items.text.slice(start, end), piece.style, piece.level % 2 === 1), 0, end - start));
  }

  /** True where the character before an index would advance otherwise if it stood alone. */
  private isKerned(index: number): boolean {
    const {advances, text} = this.items;
    const before = this.pieceOf(index - 1);
    if (before.kind !== PieceKind.text) return false;
    return Math.abs(advances[index - 1] - shapeText(text[index - 1], before.style, before.level % 2 === 1)[0]) > KERNING;
  }

  /** The width of a part of a piece; its end is shaped anew, as there is no next character to kern with. */
  private partWidth(piece: Piece, start: number, end: number): number {
    if (start === piece.start && end === piece.end) return piece.width;
    if (end <= start || piece.kind !== PieceKind.text) return 0;
    if (end === piece.end) return ceilUnits(sumAdvances(this.items.advances, start, end));
    const tail = Math.max(start, this.items.text.lastIndexOf(' ', end - 1) + 1);
    const shaped = shapeText(this.items.text.slice(tail, end), piece.style, piece.level % 2 === 1);
    let sum = sumAdvances(this.items.advances, start, tail);
    for (const advance of shaped) sum = Math.fround(sum + advance);
    return ceilUnits(sum);
  }

  /** True for a full-width opening mark that lost its empty half to the mark before it. */
  private isTrimmed(index: number): boolean {
    const {advances, text} = this.items;
    if (!TRIMMED_AT_START.test(text[index])) return false;
    return advances[index] < shapeText(text[index], this.pieceOf(index).style, false)[0] * 0.75;
  }

  private hyphenWidth(index: number): number {
    const {style} = this.pieceOf(index);
    const plain = style.letterSpacing === 0 ? style : new TextStyle({...style, letterSpacing: 0});
    return ceilUnits(sumAdvances(shapeText(HYPHEN, plain, false), 0, 1));
  }

  // Placing

  /** The first piece of a line, with the elements that begin where it does. */
  private firstPiece(start: number): number {
    const {pieces} = this.items;
    let index = this.pieceAt[start];
    while (index > 0 && pieces[index - 1].kind === PieceKind.open && pieces[index - 1].start === start) index--;
    return index;
  }

  private pastPiece(end: number): number {
    const {pieces} = this.items;
    if (end === pieces[pieces.length - 1].end) return pieces.length;
    return end === 0 ? 0 : this.pieceAt[end - 1] + 1;
  }

  private metricsOf({start, end}: Line): Metrics {
    let {ascent, descent} = this.heights[this.heights.length - 1];
    for (let index = this.firstPiece(start); index < this.pastPiece(end); index++) {
      ascent = Math.max(ascent, this.heights[index].ascent);
      descent = Math.max(descent, this.heights[index].descent);
    }
    return {ascent, descent};
  }

  private placeLine(line: Line, width: number, baseline: number, boxes: TextBox[]): void {
    const extents: Extent[] = [];
    let x = lineOffset(this.style, width - this.lineWidth(line));
    for (const {piece, start, end, width: partWidth, isShown} of this.ordered(this.partsOf(line))) {
      if (isShown) {
        const {ascent, descent} = fontMetrics(piece.style);
        boxes.push({key: piece.key, x, y: baseline - ascent, width: partWidth, height: ascent + descent, start, end});
      }
      for (let node = piece.inside; node !== null; node = node.parent) extend(extents, node, x, x + partWidth);
      x += partWidth;
    }
    for (const {node, left, right} of extents) {
      const {ascent, descent} = fontMetrics(node.style);
      boxes.push({key: node.key, x: left, y: baseline - ascent, width: right - left, height: ascent + descent, start: line.start, end: line.end});
    }
  }

  /** The pieces on a line; of one whose spaces all hang nothing is laid out. */
  private partsOf(line: Line): Part[] {
    const parts: Part[] = [];
    let isFirst = true;
    for (let index = this.firstPiece(line.start); index < this.pastPiece(line.end); index++) {
      const piece = this.items.pieces[index];
      const part = piece.kind === PieceKind.open ? atStart(piece) : this.partOf(piece, line, isFirst);
      if (part.width > 0) isFirst = false;
      parts.push(part);
    }
    return parts;
  }

  private partOf(piece: Piece, {start, end, trimmed, hyphenated, cut}: Line, isFirst: boolean): Part {
    const from = Math.max(piece.start, start);
    const to = Math.min(piece.end, end);
    const shown = Math.min(to, Math.max(from, trimmed));
    let width = isFirst ? this.firstWidth(piece, from, shown) : this.partWidth(piece, from, shown);
    if (hyphenated && to === end) width += this.hyphenWidth(end - 1);
    if (cut > 0 && from < trimmed && to >= trimmed) width -= cut;
    const isText = piece.kind === PieceKind.text;
    const isShown = isText ? shown > from : piece.kind !== PieceKind.removed && !isBidiControl(this.items.text[from]);
    return {piece, start: from, end: to, width, isShown};
  }

  private ordered(parts: Part[]): Part[] {
    if (!this.items.hasLevels) return parts;
    const base = this.style.direction === 'rtl' ? 1 : 0;
    const levels = parts.map(({piece}) => piece.level);
    for (let index = parts.length - 1; index >= 0 && isBlank(this.items.text, parts[index].piece); index--) levels[index] = base;
    return visualOrder(levels).map(index => parts[index]);
  }

  /**
   * The horizontal extent of a part of a box, for ranges that end inside a text.
   *
   * @returns units from the content edge, widened to whole units
   */
  public extent(box: TextBox, start: number, end: number): {x: number; width: number} {
    const from = Math.max(start, box.start);
    const to = Math.min(end, box.end);
    if (from <= box.start && to >= box.end) return {x: box.x, width: box.width};
    const {advances} = this.items;
    const isReversed = this.pieceOf(box.start).level % 2 === 1;
    const [a, b] = isReversed ? [sumAdvances(advances, to, box.end), sumAdvances(advances, from, box.end)] : [sumAdvances(advances, box.start, from), sumAdvances(advances, box.start, to)];
    const left = floorUnits(a);
    return {x: box.x + left, width: ceilUnits(b) - left};
  }

  /** The part of the paragraph's text that a source became. */
  public rangeOf(key: object): {start: number; end: number} {
    const own = this.items.pieces.filter(piece => piece.key === key && piece.kind !== PieceKind.open);
    return own.length === 0 ? {start: 0, end: 0} : {start: own[0].start, end: own[own.length - 1].end};
  }
}

function isVisible(kind: PieceKind, character: string | undefined): boolean {
  return kind === PieceKind.text || kind === PieceKind.newline || (kind === PieceKind.control && character === '\t');
}

/** The place where an element begins. */
function atStart(piece: Piece): Part {
  return {piece, start: piece.start, end: piece.end, width: 0, isShown: false};
}

function extend(extents: Extent[], node: InlineNode, left: number, right: number): void {
  const known = extents.find(extent => extent.node === node);
  if (known === undefined) extents.push({node, left, right});
  else {
    known.left = Math.min(known.left, left);
    known.right = Math.max(known.right, right);
  }
}

function isBlank(text: string, piece: Piece): boolean {
  return piece.kind !== PieceKind.text || /^\s*$/.test(text.slice(piece.start, piece.end));
}

/** Where a line starts; one that is too long always starts at the edge it is read from. */
function lineOffset({textAlign, direction}: TextStyle, free: number): number {
  const side = textAlign === 'start' || textAlign === 'justify' ? (direction === 'rtl' ? 'right' : 'left') : textAlign === 'end' ? (direction === 'rtl' ? 'left' : 'right') : textAlign;
  if (side === 'center') return direction === 'rtl' && free < 0 ? free : Math.max(0, share(free, 2));
  if (side === 'right') return direction === 'rtl' ? free : Math.max(0, free);
  return direction === 'rtl' ? Math.min(0, free) : 0;
}

/** Ascent and descent with leading: of each piece with all inline boxes around it, and last of the block itself. */
function lineMetrics(sources: readonly InlineSource[], style: TextStyle, pieces: readonly Piece[]): Metrics[] {
  const strut = inlineMetrics(style);
  const byKey = new Map<object, Metrics>();
  const stack = [strut];
  for (const source of sources) {
    const above = stack[stack.length - 1];
    if (source.kind === 'open') {
      const own = inlineMetrics(source.style);
      stack.push({ascent: Math.max(above.ascent, own.ascent), descent: Math.max(above.descent, own.descent)});
      byKey.set(source.key, stack[stack.length - 1]);
    } else if (source.kind === 'close') stack.pop();
    else byKey.set(source.key, above);
  }
  return [...pieces.map(piece => byKey.get(piece.key) ?? strut), strut];
}

/** Half of what the line height leaves over goes above the font's box, rounded down to whole px. */
function inlineMetrics(style: TextStyle): Metrics {
  const {ascent, descent} = fontMetrics(style);
  const {unit, value} = style.lineHeight;
  if (unit === 'normal') return {ascent, descent};
  const height = unit === 'px' ? toUnits(value) : percentOf(Math.round(style.fontSize * UNITS), value * 100);
  const above = Math.floor(share(height - ascent - descent, 2) / UNITS) * UNITS;
  return {ascent: ascent + above, descent: height - ascent - above};
}
