/** A piece of a formula that can be coloured, moved and pointed at on its own. Made by Equation. */
import {initial, interpolation, nodeName, parser, signal, type LayoutProps} from '@motion-canvas/2d';
import {Color, Vector2, type PossibleColor, type Signal, type SimpleSignal} from '@motion-canvas/core';
import {smooth} from '../math/easing';
import {lagShare} from '../motion/laggedStart';
import {theme} from '../theme/theme';
import {BoxFigure, type Size} from './BoxFigure';
import type {NumberTemplate} from './equationTex';
import {numberText} from './numberText';
import {outlineLength} from './outlineBounds';
import {numberSignal} from './pointSignal';
import {drawRuns, faceWidth} from './textRuler';
import {characterRoom, typesetTex, type EmBox, type FormulaPart, type Glyph} from './typesetTex';

/** Where a part's glyphs stand in the order of writing. */
export interface WritingOrder {
  readonly first: number;
  readonly count: number;
}

/** Air on either side of a digit of the formula font, em/1000. */
const bearing = 40;

/** What an equation hands down to its parts. */
export interface FormulaSettings {
  readonly fontSize: () => number;
  readonly color: () => Color;
  readonly written: () => number;
}

interface EquationPartProps extends LayoutProps {
  content: FormulaPart;
  settings: FormulaSettings;
  order: WritingOrder;
}

/** A named part of an equation, or a glyph without a name. Its box hugs its ink. */
@nodeName('EquationPart')
export class EquationPart extends BoxFigure {
  /** Its own colour; null takes that of the part around it, or of the equation. */
  @initial(null)
  @interpolation(Color.lerp)
  @parser((color: PossibleColor | null) => (color === null ? null : new Color(color)))
  @signal()
  public declare readonly color: Signal<PossibleColor | null, Color | null, this>;

  /** The number in a slot; of no use elsewhere. */
  @initial(0)
  @numberSignal()
  public declare readonly value: SimpleSignal<number, this>;

  public readonly content: FormulaPart;
  private readonly settings: FormulaSettings;
  private readonly order: WritingOrder;

  public constructor({content, settings, order, ...props}: EquationPartProps) {
    super(props);
    this.content = content;
    this.settings = settings;
    this.order = order;
  }

  /** The colour it is painted in. */
  public paint(): Color {
    const around = this.parent();
    return this.color() ?? (around instanceof EquationPart ? around.paint() : this.settings.color());
  }

  protected override plainProps(): Record<string, unknown> {
    const {content, settings, order} = this;
    // A copy that is carried out of its equation keeps the size and colours it had there.
    const [size, color, written] = [settings.fontSize(), this.paint(), settings.written()];
    return {content, order, settings: {fontSize: () => size, color: () => color, written: () => written}};
  }

  protected override contentSize(): Size {
    const em = this.settings.fontSize() / 1000;
    const {left, top, right, bottom} = this.content.box;
    return {width: (right - left) * em, height: (bottom - top) * em};
  }

  protected override overhang(): number {
    return 0.4 * this.settings.fontSize();
  }

  protected override drawContent(context: CanvasRenderingContext2D): void {
    const {glyphs, slot, box} = this.content;
    const em = this.settings.fontSize() / 1000;
    context.scale(em, em);
    context.translate(-(box.left + box.right) / 2, -(box.top + box.bottom) / 2);
    const color = this.paint().serialize();
    context.fillStyle = color;
    context.strokeStyle = color;
    const shown = slot === undefined ? glyphs : this.slotGlyphs(slot);
    shown.forEach((glyph, i) => drawGlyph(context, glyph, this.writtenShare(i)));
  }

  private writtenShare(glyph: number): number {
    const written = this.settings.written();
    const {first, count} = this.order;
    return written >= 1 ? 1 : lagShare(written, Math.min(first + glyph, count - 1), count, 0.25);
  }

  /** The number, set in the formula's digits so that its last one stands where the template's does, if it fits. */
  private slotGlyphs(slot: NumberTemplate): Glyph[] {
    const first = this.content.glyphs[0];
    if (first === undefined) return [];
    const scale = first.matrix[0];
    const text = numberText(this.value(), slot);
    const shapes = [...text].map(character => digitShape(character));
    const {left, right} = this.content.box;
    const width = shapes.reduce((sum, shape) => sum + shape.advance * scale, 0);
    // A number with more digits than its template grows to the right: what stands before it keeps its place.
    let x = Math.max(left - bearing * scale, right + bearing * scale - width);
    return shapes.flatMap(({glyphs, advance}) => {
      const placed = glyphs.map(glyph => shiftedTo(glyph, scale, x, first.matrix[5]));
      x += advance * scale;
      return placed;
    });
  }
}

function drawGlyph(context: CanvasRenderingContext2D, glyph: Glyph, share: number): void {
  if (share <= 0) return;
  context.save();
  context.transform(...glyph.matrix);
  if (glyph.kind === 'text') drawCharacter(context, glyph, share);
  else if (glyph.kind === 'line') strokeShare(context, glyph, glyph.measure, share);
  else if (share >= 1) context.fill(pathOf(glyph.shape));
  else {
    // First the outline is traced, then it is filled: the hand that writes.
    strokeShare(context, glyph, 18, smooth(Math.min(1, share * 1.6)), 1 - smooth(share * 2 - 1));
    context.globalAlpha *= smooth(Math.max(0, share * 2 - 1));
    context.fill(pathOf(glyph.shape));
  }
  context.restore();
}

function strokeShare(context: CanvasRenderingContext2D, glyph: Glyph, width: number, share: number, strength = 1): void {
  if (share <= 0 || strength <= 0) return;
  context.save();
  context.globalAlpha *= strength;
  context.lineWidth = width;
  if (share < 1) {
    // Curves are longer than the lines between their points; the spare length is a gap that is never reached.
    const length = outlineLength(glyph.shape) * 1.2;
    context.setLineDash([length * share, length * 2]);
  }
  context.stroke(pathOf(glyph.shape));
  context.restore();
}

/** Each character stands in the middle of the room that was kept for it. */
function drawCharacter(context: CanvasRenderingContext2D, glyph: Glyph, share: number): void {
  const face = {family: theme().textFont, cjkFamily: theme().cjkFont, size: glyph.measure};
  context.globalAlpha *= share;
  let x = 0;
  for (const character of glyph.shape) {
    const room = characterRoom(character);
    drawRuns(context, face, character, x + (room - faceWidth(face, character)) / 2, 0);
    x += room;
  }
}

// Pure: an outline is always the same path.
const paths = new Map<string, Path2D>();

function pathOf(shape: string): Path2D {
  let path = paths.get(shape);
  if (path === undefined) paths.set(shape, (path = new Path2D(shape)));
  return path;
}

/** The glyphs of a character of a number, and how far the next one stands from it, in em/1000 at full size. */
function digitShape(character: string): {glyphs: readonly Glyph[]; advance: number} {
  const tex = character === '%' ? '\\%' : `{${character}}`;
  const {glyphs, frame} = typesetTex(tex === '{\u2212}' ? '{-}' : tex);
  return {glyphs, advance: frame.right};
}

function shiftedTo(glyph: Glyph, scale: number, x: number, y: number): Glyph {
  const [a, b, c, d, e] = glyph.matrix;
  return {...glyph, matrix: [a * scale, b * scale, c * scale, d * scale, x + e * scale, y]};
}

/** The middle of a box, in pixels at a type size, seen from the middle of another. */
export function middleFrom(box: EmBox, around: EmBox, fontSize: number): Vector2 {
  const em = fontSize / 1000;
  return new Vector2(
    ((box.left + box.right - around.left - around.right) / 2) * em,
    ((box.top + box.bottom - around.top - around.bottom) / 2) * em,
  );
}
