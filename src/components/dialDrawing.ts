/** How a dial looks: a scale of three quarters of a circle, open below, and a needle in the colour of its value. */
import {clamp01} from '../math/easing';
import {theme} from '../theme/theme';
import {valueToColor} from '../theme/valueToColor';

/** Degrees that the scale covers; it opens downwards. */
const sweepDegrees = 270;
const ticksOnScale = 11;

/** Direction of the needle for a value of 0 to 1, radians clockwise from the right. */
export function needleAngle(value: number): number {
  return ((90 + (360 - sweepDegrees) / 2 + sweepDegrees * clamp01(value)) * Math.PI) / 180;
}

/** Draws a dial of any size; small ones keep scale and needle and leave out what would clot. */
export function drawDial(context: CanvasRenderingContext2D, x: number, y: number, radius: number, value: number): void {
  if (!(radius > 0.5)) return;
  const [start, end] = [needleAngle(0), needleAngle(1)];
  context.strokeStyle = theme().muted;
  context.lineCap = 'round';
  context.lineWidth = Math.max(1.4, radius * 0.032);
  context.beginPath();
  context.arc(x, y, radius, start, end);
  const marks = radius > 14 ? ticksOnScale : 2;
  for (let index = 0; index < marks; index++) {
    const angle = start + ((end - start) * index) / (marks - 1);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    context.moveTo(x + cos * radius, y + sin * radius);
    context.lineTo(x + cos * radius * 0.84, y + sin * radius * 0.84);
  }
  context.stroke();
  const angle = needleAngle(value);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const foot = radius * 0.085;
  context.fillStyle = valueToColor(clamp01(value) * 2 - 1, 'weight');
  context.beginPath();
  context.moveTo(x + cos * radius * 0.78, y + sin * radius * 0.78);
  context.lineTo(x - sin * foot, y + cos * foot);
  context.arc(x, y, foot, angle + Math.PI / 2, angle + (3 * Math.PI) / 2);
  context.closePath();
  context.fill();
}
