/** Parameters seen twice: as dials, and as the weights that they are. Scene 12 ends with it, scene 13 begins with it. */
import {DialPanel, NumericMatrix, size} from 'lectern';
import {Word} from '../../../src/components/Word';
import {names, pixelsOf, type Parameters} from './pictureNet';

/** The panel has room for 40 of the 260 parameters. */
export const PANEL = {rows: 5, columns: 8, radius: 29, pitch: 72} as const;
/** A weight of this size turns its dial to the end of the scale. */
const FULL_TURN = 1;

/** The weights that the panel shows: of the ten pixels in which the drawings differ most, one for each name. */
export function shownWeights(parameters: Parameters): number[][] {
  return inRows(mostTellingPixels().flatMap(pixel => parameters.map(row => row[pixel])));
}

/** Where the needles of the panel point, 0 to 1, upright for a weight of 0. */
export function dialSettings(parameters: Parameters): number[][] {
  return shownWeights(parameters).map(row => row.map(weight => Math.min(1, Math.max(0, 0.5 + weight / FULL_TURN / 2))));
}

/** Dials at the left, the same parameters as numbers at the right, and their names. */
export function dialsAndWeights(parameters: Parameters) {
  return {
    dials: (<DialPanel values={dialSettings(parameters)} radius={PANEL.radius} pitch={PANEL.pitch} x={-486} y={-60} />) as DialPanel,
    matrix: (<NumericMatrix values={shownWeights(parameters)} max={FULL_TURN} fontSize={34} columnAir={0.45} rowPitch={2.1} x={416} y={-60} />) as NumericMatrix,
    names: [
      (<Word text="parameters" fontSize={size.heading} x={-486} y={220} />) as Word,
      (<Word text="weights" fontSize={size.heading} x={416} y={220} />) as Word,
    ],
  };
}

function mostTellingPixels(): number[] {
  const drawings = names.map(pixelsOf);
  const spread = (pixel: number) => {
    const lit = drawings.filter(drawing => drawing[pixel] === 1).length;
    return lit * (names.length - lit);
  };
  const pixels = drawings[0].map((_, pixel) => pixel).sort((a, b) => spread(b) - spread(a) || a - b);
  return pixels.slice(0, (PANEL.rows * PANEL.columns) / names.length);
}

function inRows(values: readonly number[]): number[][] {
  return Array.from({length: PANEL.rows}, (_, row) => values.slice(row * PANEL.columns, (row + 1) * PANEL.columns));
}
