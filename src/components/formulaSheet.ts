/** A formula that has been set, as a tree of nodes: named parts, and a node for each glyph without a name. */
import type {Node} from '@motion-canvas/2d';
import type {PossibleColor, SignalValue} from '@motion-canvas/core';
import {EquationPart, middleFrom, type FormulaSettings} from './EquationPart';
import type {EmBox, Formula, FormulaPart, Glyph} from './typesetTex';

/** One setting of a formula. */
export interface Sheet {
  readonly formula: Formula;
  readonly root: EquationPart;
  /** Parts by name, in reading order. */
  readonly named: ReadonlyMap<string, readonly EquationPart[]>;
  /** Parts without parts in them and single glyphs, by key: `q#0` is the first part called q. What a morph moves. */
  readonly pieces: ReadonlyMap<string, Node>;
  /** How many glyphs there are to write. */
  readonly glyphs: number;
}

/** What an author says about parts, by name. */
export interface PartValues {
  readonly colors: Readonly<Record<string, SignalValue<PossibleColor>>>;
  readonly numbers: Readonly<Record<string, SignalValue<number>>>;
}

/** Makes the nodes of a formula. */
export function createSheet(formula: Formula, settings: FormulaSettings, values: PartValues): Sheet {
  const maker = new SheetMaker(settings, values, countGlyphs(formula));
  const root = maker.makePart({...formula, box: formula.frame}, formula.frame);
  return {formula, root, named: maker.named, pieces: maker.pieces, glyphs: maker.count};
}

class SheetMaker {
  public readonly named = new Map<string, EquationPart[]>();
  public readonly pieces = new Map<string, Node>();
  /** Glyphs that have their place in the order of writing. */
  private ordered = 0;

  public constructor(
    private readonly settings: FormulaSettings,
    private readonly values: PartValues,
    public readonly count: number,
  ) {}

  public makePart(content: FormulaPart, around: EmBox): EquationPart {
    const {name, parts, glyphs} = content;
    const isPiece = parts.length === 0 && name !== undefined;
    const node = this.makeNode({...content, glyphs: isPiece ? glyphs : []}, around);
    if (name !== undefined) this.apply(name, content, node);
    if (isPiece) this.keep(name, node);
    else this.fill(node, content);
    return node;
  }

  /** Glyphs without a name are nodes of their own, so that a morph can carry equal ones over. */
  private fill(node: EquationPart, {glyphs, parts, box}: FormulaPart): void {
    const items = [...glyphs.map(glyph => ({glyph, left: glyph.box.left})), ...parts.map(part => ({part, left: part.box.left}))];
    items.sort((a, b) => a.left - b.left);
    for (const item of items) node.add('part' in item ? this.makePart(item.part, box) : this.makeGlyph(item.glyph, box));
  }

  private makeGlyph(glyph: Glyph, around: EmBox): EquationPart {
    const node = this.makeNode({glyphs: [glyph], parts: [], box: glyph.box}, around);
    this.keep(`~${glyph.shape}`, node);
    return node;
  }

  private makeNode(content: FormulaPart, around: EmBox): EquationPart {
    const {settings, count} = this;
    const order = {first: this.ordered, count};
    this.ordered += content.glyphs.length;
    return new EquationPart({content, settings, order, position: () => middleFrom(content.box, around, settings.fontSize())});
  }

  private apply(name: string, {slot}: FormulaPart, node: EquationPart): void {
    this.named.set(name, [...(this.named.get(name) ?? []), node]);
    const {colors, numbers} = this.values;
    if (name in colors) node.color(colors[name]);
    if (slot !== undefined && name in numbers) node.value(numbers[name]);
  }

  private keep(name: string, node: Node): void {
    let n = 0;
    while (this.pieces.has(`${name}#${n}`)) n++;
    this.pieces.set(`${name}#${n}`, node);
  }
}

function countGlyphs({glyphs, parts}: FormulaPart): number {
  return glyphs.length + parts.reduce((sum, part) => sum + countGlyphs(part), 0);
}
