/**
 * Tells sRGB from other colour profiles: most pictures that carry one carry this one, and it changes nothing.
 *
 * @see ICC.1:2022, sections 8.3 and 10
 */

type Vector = readonly number[];
type Curve = (level: number) => number;

/** Full red, green and blue of sRGB in XYZ under D50. */
const COLUMNS: Readonly<Record<string, Vector>> = {
  r: [0.43607, 0.22249, 0.01392],
  g: [0.38515, 0.71687, 0.09708],
  b: [0.14307, 0.06061, 0.7141],
};
const sRgbCurve: Curve = level => (level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4);

/**
 * Compares a profile with sRGB.
 *
 * @returns whether no colour comes out more than one level of 255 apart; false for what is not three curves and a matrix
 */
export function isSrgbProfile(profile: Uint8Array): boolean {
  try {
    const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
    const tags = tagsOf(view);
    // A table of colours would come before the curves.
    if (word(view, 16) !== 'RGB ' || word(view, 20) !== 'XYZ ' || tags.has('A2B0') || tags.has('A2B1')) return false;
    const apart = Object.entries(COLUMNS).map(([colour, column]) => {
      const [columnTag, curveTag] = [tags.get(`${colour}XYZ`), tags.get(`${colour}TRC`)];
      if (columnTag === undefined || curveTag === undefined) throw new RangeError('the profile lacks a colour');
      return farthest(column, [8, 12, 16].map(offset => fixed(view, columnTag + offset)), curveAt(view, curveTag));
    });
    return [0, 1, 2].every(axis => apart.reduce((sum, distances) => sum + distances[axis], 0) <= 1 / 255);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Where the data of each tag begin. */
function tagsOf(view: DataView): Map<string, number> {
  return new Map(Array.from({length: view.getUint32(128)}, (_, index) => [word(view, 132 + 12 * index), view.getUint32(136 + 12 * index)]));
}

/** The farthest that a colour's levels get from those of sRGB, on each axis. */
function farthest(column: Vector, otherColumn: Vector, otherCurve: Curve): Vector {
  const levels = Array.from({length: 256}, (_, level) => level / 255);
  return column.map((share, axis) => Math.max(...levels.map(level => Math.abs(share * sRgbCurve(level) - otherColumn[axis] * otherCurve(level)))));
}

/** A table of levels, or one of the two formulas that sRGB can be written in: a line, and a power from its end on. */
function curveAt(view: DataView, at: number): Curve {
  const form = word(view, at) === 'para' ? view.getUint16(at + 8) : NaN;
  if (form === 3 || form === 4) {
    const [power, slope, shift, low, end] = [12, 16, 20, 24, 28].map(offset => fixed(view, at + offset));
    const [above, below] = form === 4 ? [fixed(view, at + 32), fixed(view, at + 36)] : [0, 0];
    return level => (level >= end ? (slope * level + shift) ** power + above : low * level + below);
  }
  const count = view.getUint32(at + 8);
  if (word(view, at) !== 'curv' || count < 2) throw new RangeError('the curve is a power, which that of sRGB is not');
  const table = Array.from({length: count}, (_, index) => view.getUint16(at + 12 + 2 * index) / 65535);
  return level => {
    const place = level * (count - 1);
    const below = Math.min(Math.floor(place), count - 2);
    return table[below] + (place - below) * (table[below + 1] - table[below]);
  };
}

/** A number in 1/65536. */
function fixed(view: DataView, at: number): number {
  return view.getInt32(at) / 65536;
}

function word(view: DataView, at: number): string {
  return [0, 1, 2, 3].map(offset => String.fromCharCode(view.getUint8(at + offset))).join('');
}
