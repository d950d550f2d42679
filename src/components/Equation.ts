/** A formula whose parts are addressed by name. */
import {colorSignal, initial, nodeName, type LayoutProps, type Node} from '@motion-canvas/2d';
import {all, createSignal, Vector2, type ColorSignal, type PossibleColor, type SignalValue, type SimpleSignal, type ThreadGenerator} from '@motion-canvas/core';
import {linear, smooth, type Easing} from '../math/easing';
import {matchingParts, type MatchOptions} from '../motion/matchingParts';
import {theme} from '../theme/theme';
import {seconds as durations} from '../theme/timing';
import {analogyTex, type AnalogyEquation} from './analogyTex';
import {BoxFigure, type Size} from './BoxFigure';
import {plainTex} from './equationTex';
import {EquationPart, type FormulaSettings} from './EquationPart';
import {createSheet, type Sheet} from './formulaSheet';
import {numberSignal} from './pointSignal';
import {typesetTex, type EmBox} from './typesetTex';

export interface EquationProps extends LayoutProps {
  /** TeX; `{{q: Q_i}}` names a part, `{{cost=0.00}}` is a slot for a number. May be empty. */
  tex?: string;
  /** Instead of TeX: an analogy, whose words become the parts. */
  of?: AnalogyEquation;
  /** The symbols of the series; a formula that does not agree with them is refused. */
  notation?: {require(tex: string): void};
  /** Colours by the name of the part: a concept has the colour of the thing it names. */
  colors?: Readonly<Record<string, SignalValue<PossibleColor>>>;
  /** Numbers by the name of the slot. */
  numbers?: Readonly<Record<string, SignalValue<number>>>;
  /** Colour of all that has none of its own, default the theme's `ink`. */
  color?: SignalValue<PossibleColor>;
  /** Default 64 px: the em of the formula. */
  fontSize?: SignalValue<number>;
  /** Share that has been written, 0 to 1, default 1. */
  written?: SignalValue<number>;
}

export interface BecomeOptions extends MatchOptions {
  /** Colours of parts that are new. */
  readonly colors?: EquationProps['colors'];
  /** Numbers of slots that are new. */
  readonly numbers?: EquationProps['numbers'];
}

/**
 * A formula set by MathJax, whose parts have names in the source.
 *
 * Parts are nodes: they can be dimmed, framed, moved, and copies of them fly. Numbers in slots change without setting
 * the formula anew; their last digit stays where the template has it. The box hugs the line of the formula.
 *
 * @throws SyntaxError 'Cannot set the equation "\frac{a": Missing close brace'
 * @throws RangeError 'Equation has no part "qq": it has q, k'
 * @throws RangeError of the notation, where one is given
 * @example
 * <Equation ref={score} tex="{{q: Q_i}} \cdot {{k: K_j}} = {{s=+0.00}}" colors={{q: theme().query, k: theme().key}} />
 * yield* score().write();                                       // 1.0 s
 * yield* score().number('s')(1.25, 2);                          // 2.0 s
 * yield* score().become('\\frac{ {{q: Q_i}} \\cdot {{k: K_j}} }{ {{root: \\sqrt{d_k}}} }');  // 1.0 s
 */
@nodeName('Equation')
export class Equation extends BoxFigure {
  @initial(() => theme().ink)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(1)
  @numberSignal()
  public declare readonly written: SimpleSignal<number, this>;

  private source: string;
  private colors: NonNullable<EquationProps['colors']>;
  private numbers: NonNullable<EquationProps['numbers']>;
  private sheet: Sheet;
  private readonly notation: EquationProps['notation'];
  private readonly frame: SimpleSignal<EmBox>;

  public constructor({of, tex = of === undefined ? '' : analogyTex(of), notation, colors = {}, numbers = {}, ...props}: EquationProps) {
    super({fontSize: 64, ...props});
    this.notation = notation;
    this.source = tex;
    this.colors = colors;
    this.numbers = numbers;
    this.sheet = this.createSheet(tex);
    this.frame = createSignal(this.sheet.formula.frame);
    this.addPart(this.sheet.root);
  }

  /** The TeX that is shown. */
  public tex(): string {
    return this.source;
  }

  /** A part by its name; the first one if several have it. */
  public part(name: string): EquationPart {
    return this.parts(name)[0];
  }

  /** All parts of one name, in order. */
  public parts(name: string): readonly EquationPart[] {
    const found = this.sheet.named.get(name);
    if (found === undefined) throw unknownPart('part', name, [...this.sheet.named.keys()]);
    return found;
  }

  /** Names of the parts, in order. */
  public names(): readonly string[] {
    return [...this.sheet.named.keys()];
  }

  /** The number in a slot: reads, sets, tweens, or follows a function. */
  public number(name: string): SimpleSignal<number, EquationPart> {
    const slots = [...this.sheet.named].filter(([, parts]) => parts[0].content.slot !== undefined).map(([slot]) => slot);
    if (!slots.includes(name)) throw unknownPart('slot', name, slots);
    return this.part(name).value;
  }

  /** Parts without names in them and single glyphs, by key: what a morph moves. */
  public pieces(): ReadonlyMap<string, Node> {
    return this.sheet.pieces;
  }

  /** Where the baseline lies below the middle, in the equation's own pixels. */
  public baseline(): number {
    const {top, bottom} = this.frame();
    return (-(top + bottom) / 2) * (this.fontSize() / 1000);
  }

  /** Writes the formula as a hand does: outline, then ink. duration = `seconds`, default 1 s, 2 s from 15 glyphs on. */
  public *write(seconds?: number, easing: Easing = linear): ThreadGenerator {
    this.written(0);
    yield* this.written(1, seconds ?? (this.sheet.glyphs < 15 ? 1 : 2), easing);
  }

  /** Dims all but some parts. @example yield* equation.spotlight(['q', 'k'])  // 0.4 s */
  public *spotlight(names: readonly string[], seconds: number = durations.short, dim = 0.25): ThreadGenerator {
    const lit = new Set(names.flatMap(name => this.parts(name)));
    const leaves = [...this.sheet.pieces.values()] as EquationPart[];
    yield* all(...leaves.map(leaf => leaf.opacity(isWithin(leaf, lit) ? 1 : dim, seconds, smooth)));
  }

  /** Lets everything shine again. */
  public *endSpotlight(seconds: number = durations.short): ThreadGenerator {
    yield* all(...[...this.sheet.pieces.values()].map(leaf => leaf.opacity(1, seconds, smooth)));
  }

  /**
   * Turns the formula into another, part by part: equal names move over, then equal glyphs; the rest fades.
   *
   * duration = `seconds`, default 1 s. Colours and numbers by name carry over.
   *
   * @param formula - the new source, or an analogy
   * @param options - `match` pairs names that differ, `degrees` bends the ways
   * @example yield* equation.become('{{e: E}} - {{d: D}} = {{f: F}}', {match: {f2: 'f'}, degrees: 60});
   */
  public *become(formula: string | AnalogyEquation, {colors = {}, numbers = {}, ...options}: BecomeOptions = {}): ThreadGenerator {
    const tex = typeof formula === 'string' ? formula : analogyTex(formula);
    const {match = {}} = options;
    const old = this.sheet;
    const oldFrame = this.frame();
    this.colors = {...this.colors, ...colors};
    this.numbers = {...numbersOf(old), ...this.numbers, ...numbers};
    const next = this.createSheet(tex);
    this.takeOver(next, tex);
    // The new size holds at once, so the old sheet is shifted to where it was seen.
    const em = this.fontSize() / 1000;
    const grown = new Vector2(widthOf(next.formula.frame) - widthOf(oldFrame), heightOf(next.formula.frame) - heightOf(oldFrame)).scale(em / 2);
    old.root.position(this.offset().mul(grown));
    const keyed = Object.fromEntries(Object.entries(match).map(([a, b]) => [`${a}#0`, `${b}#0`]));
    yield* matchingParts(old.pieces, next.pieces, {...options, match: keyed, same: looksEqual});
    this.removePart(old.root);
  }

  protected override plainProps(): Record<string, unknown> {
    return {tex: this.source, notation: this.notation, colors: this.colors, numbers: {...this.numbers, ...numbersOf(this.sheet)}};
  }

  protected override contentSize(): Size {
    const em = this.fontSize() / 1000;
    const frame = this.frame();
    return {width: widthOf(frame) * em, height: heightOf(frame) * em};
  }

  protected override overhang(): number {
    return 0.4 * this.fontSize();
  }

  private takeOver(sheet: Sheet, tex: string): void {
    this.sheet = sheet;
    this.source = tex;
    this.frame(sheet.formula.frame);
    this.addPart(sheet.root);
  }

  private createSheet(tex: string): Sheet {
    this.notation?.require(plainTex(tex));
    const settings: FormulaSettings = {fontSize: () => this.fontSize(), color: () => this.color(), written: () => this.written()};
    return createSheet(typesetTex(tex), settings, {colors: this.colors, numbers: this.numbers});
  }
}

function numbersOf(sheet: Sheet): Record<string, number> {
  const slots = [...sheet.named].filter(([, parts]) => parts[0].content.slot !== undefined);
  return Object.fromEntries(slots.map(([name, parts]) => [name, parts[0].value()]));
}

function looksEqual(a: Node, b: Node): boolean {
  if (!(a instanceof EquationPart && b instanceof EquationPart)) return false;
  const shapes = (part: EquationPart) => part.content.glyphs.map(glyph => glyph.shape).join('|');
  return shapes(a) === shapes(b) && a.content.slot === undefined && b.content.slot === undefined;
}

function isWithin(node: Node, lit: ReadonlySet<Node>): boolean {
  for (let at: Node | null = node; at !== null; at = at.parent()) if (lit.has(at)) return true;
  return false;
}

function widthOf({left, right}: EmBox): number {
  return right - left;
}

function heightOf({top, bottom}: EmBox): number {
  return bottom - top;
}

function unknownPart(what: 'part' | 'slot', name: string, known: readonly string[]): RangeError {
  return new RangeError(`Equation has no ${what} "${name}": it has ${known.join(', ') || 'none'}`);
}
