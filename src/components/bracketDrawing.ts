/** The strokes of matrices: square brackets, and dots that stand for what is left out. */

/** Edges of a pair of square brackets, in pixels: middle of the strokes. */
export interface BracketBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Length of the short strokes. */
  readonly lip: number;
  readonly stroke: number;
}

/** Growth at which brackets are as strong as they will be: two short strokes alone would come out of nothing. */
const strongFrom = 0.1;

/** Draws a pair of square brackets; while they grow, they open from their middle. */
export function drawBrackets(context: CanvasRenderingContext2D, box: BracketBox, growth: number, color: string): void {
  if (growth <= 0) return;
  const middle = (box.top + box.bottom) / 2;
  const [top, bottom] = [middle + (box.top - middle) * growth, middle + (box.bottom - middle) * growth];
  context.save();
  context.globalAlpha *= Math.min(1, growth / strongFrom);
  context.strokeStyle = color;
  context.lineWidth = box.stroke;
  context.lineJoin = 'miter';
  context.lineCap = 'butt';
  for (const [x, lip] of [[box.left, box.lip], [box.right, -box.lip]]) {
    context.beginPath();
    context.moveTo(x + lip, top);
    context.lineTo(x, top);
    context.lineTo(x, bottom);
    context.lineTo(x + lip, bottom);
    context.stroke();
  }
  context.restore();
}

/** Draws three dots around a place. */
export function drawDots(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  slant: 'vertical' | 'horizontal' | 'diagonal',
  fontSize: number,
  strength = 1,
): void {
  if (strength <= 0) return;
  const step = 0.26 * fontSize;
  const [dx, dy] = {vertical: [0, step], horizontal: [step, 0], diagonal: [step, step]}[slant];
  const before = context.globalAlpha;
  context.globalAlpha = before * Math.min(1, strength);
  context.beginPath();
  for (const k of [-1, 0, 1]) {
    context.moveTo(x + k * dx + 0.06 * fontSize, y + k * dy);
    context.arc(x + k * dx, y + k * dy, 0.06 * fontSize, 0, 2 * Math.PI);
  }
  context.fill();
  context.globalAlpha = before;
}
