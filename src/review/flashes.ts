/**
 * Nothing flashes so that it could harm: general and red flashes as WCAG 2.2 (2.3.1) counts them, and as broadcasters do.
 *
 * A transition is a change of relative luminance by a tenth of the maximum or more, the darker state under 0.8; two opposite
 * ones are a flash. Red counts where one of the states is saturated. More than three flashes in a second fail: on a quarter
 * of any window of a third of the frame by a third, or on a quarter of the frame. A screening, not a certificate.
 *
 * @see https://www.w3.org/TR/WCAG22/#dfn-general-flash-and-red-flash-thresholds
 * @see ITU-R BT.1702-3
 */
import type {Check, Found, SeenFrame} from './check';
import {cells} from './smallPicture';

const count = cells.width * cells.height;
/** Three flashes are six transitions. */
const MOST_TRANSITIONS = 6;
const SMALLEST_CHANGE = 0.1;
const BRIGHTEST_DARK = 0.8;
/** Share of red from which it is saturated, and by how much (R - G - B) x 320 has to change then. */
const SATURATED = 0.8;
const SMALLEST_RED_CHANGE = 20;
/** Share of a window, or of the frame, that flashes together. */
const AREA = 0.25;
/** Windows are tried this far apart, in cells. */
const WINDOW_STEP = 4;

/** Creates the check. @param fps - frames a second */
export function flashCheck(fps: number): Check {
  const found: Found[] = [];
  const kinds = [
    {rule: 'flash', what: 'Light', counter: new FlashCounter(fps, SMALLEST_CHANGE, BRIGHTEST_DARK), valueAt: luminanceAt},
    {rule: 'red-flash', what: 'Saturated red', counter: new FlashCounter(fps, SMALLEST_RED_CHANGE, Infinity), valueAt: rednessAt},
  ].map(kind => ({...kind, silentUntil: 0}));

  function look(frame: SeenFrame): void {
    for (const kind of kinds) {
      const {counter, rule, what, valueAt} = kind;
      counter.next(frame, valueAt);
      const where = frame.index >= kind.silentUntil ? counter.flashingPart() : undefined;
      if (where === undefined) continue;
      // One finding a second tells of flashes that go on.
      kind.silentUntil = frame.index + fps;
      found.push({
        rule, kind: where, severity: 'error', scene: frame.scene, frame: frame.index,
        message: `${what} flashes more than three times in one second on a quarter of ${where}`,
        fix: 'let it change less often, by less than a tenth of full light, or on a smaller part of the frame',
      });
    }
  }
  return {see: look, found: () => found};
}

/** Counts the transitions of each cell in the last second. */
class FlashCounter {
  private readonly low = new Float32Array(count);
  private readonly high = new Float32Array(count);
  /** The transition that each cell made last: up, down, or none yet. */
  private readonly direction = new Int8Array(count);
  private readonly transitions = new Uint8Array(count);
  /** Cells that made one, for each frame of the last second. */
  private readonly recent: number[][] = [];
  private flashing = 0;
  private isFirst = true;

  public constructor(
    private readonly fps: number,
    private readonly leastChange: number,
    private readonly brightestDark: number,
  ) {}

  public next({changed, picture: {bytes, change}}: SeenFrame, valueAt: (bytes: Uint8Array, at: number) => number): void {
    const made: number[] = [];
    if (this.isFirst) for (let cell = 0; cell < count; cell++) this.low[cell] = this.high[cell] = valueAt(bytes, cell * 3);
    else if (changed) for (let cell = 0; cell < count; cell++) if (change[cell] > 0 && this.turns(cell, valueAt(bytes, cell * 3))) made.push(cell);
    this.isFirst = false;
    for (const cell of made) if (++this.transitions[cell] === MOST_TRANSITIONS + 1) this.flashing++;
    this.recent.push(made);
    if (this.recent.length <= this.fps) return;
    for (const cell of this.recent.shift()!) if (this.transitions[cell]-- === MOST_TRANSITIONS + 1) this.flashing--;
  }

  /** Whether a cell has now gone the other way far enough. */
  private turns(cell: number, value: number): boolean {
    const {low, high, direction, leastChange, brightestDark} = this;
    low[cell] = Math.min(low[cell], value);
    high[cell] = Math.max(high[cell], value);
    const rises = direction[cell] !== 1 && value - low[cell] >= leastChange && low[cell] < brightestDark;
    const falls = direction[cell] !== -1 && high[cell] - value >= leastChange && value < brightestDark;
    if (!rises && !falls) return false;
    direction[cell] = rises ? 1 : -1;
    low[cell] = high[cell] = value;
    return true;
  }

  /** The part of the frame of which a quarter or more flashes. */
  public flashingPart(): string | undefined {
    const [width, height] = [Math.floor(cells.width / 3), Math.floor(cells.height / 3)];
    if (this.flashing < AREA * width * height) return undefined;
    if (this.flashing >= AREA * count) return 'the frame';
    for (let top = 0; top + height <= cells.height; top += WINDOW_STEP) {
      for (let left = 0; left + width <= cells.width; left += WINDOW_STEP) {
        if (this.flashingIn(left, top, width, height) >= AREA * width * height) return 'a window of a third of the frame by a third';
      }
    }
    return undefined;
  }

  private flashingIn(left: number, top: number, width: number, height: number): number {
    let sum = 0;
    for (let y = top; y < top + height; y++) {
      for (let x = left; x < left + width; x++) if (this.transitions[y * cells.width + x] > MOST_TRANSITIONS) sum++;
    }
    return sum;
  }
}

/** Linear light of an sRGB byte, 0 to 1, with the constants of WCAG. */
const linear = Float32Array.from({length: 256}, (_, byte) => {
  const value = byte / 255;
  return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

/** Relative luminance, 0 to 1. */
function luminanceAt(bytes: Uint8Array, at: number): number {
  return 0.2126 * linear[bytes[at]] + 0.7152 * linear[bytes[at + 1]] + 0.0722 * linear[bytes[at + 2]];
}

/** (R - G - B) x 320 of saturated red, 0 of any other colour. */
function rednessAt(bytes: Uint8Array, at: number): number {
  const [red, green, blue] = [linear[bytes[at]], linear[bytes[at + 1]], linear[bytes[at + 2]]];
  return red >= SATURATED * (red + green + blue) ? Math.max(0, red - green - blue) * 320 : 0;
}
