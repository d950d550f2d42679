/** All matrices of GPT-3 as a wall of tiles, which then fall into one row for each kind. */
import {Layout, Rect} from '@motion-canvas/2d';
import {all, chain, waitFor, type BBox, type ThreadGenerator} from '@motion-canvas/core';
import {fadeIn, formatInteger, laggedStart, seededRandom, size, smooth, tallyRow, theme} from 'lectern';
import type {ParameterTally as Tally, TallyKind} from '../../../src/math/parameterTally';
import {Word} from '../../../src/components/Word';

/** How many matrices one tile stands for. */
export const PER_TILE = 200;

const WALL = {columns: 19, pitch: [82, 66], tile: [62, 48], y: 25} as const;
/** Tiles are dimmer while they cross, so that the light over the wall stays even. */
const STRENGTH = {mixed: 0.6, crossing: 0.15, sorted: 0.85} as const;
const ROW = {pitch: 21, tile: [15, 34]} as const;

/** Where the row of a kind is laid, px of the view: from the left edge, half-way down. */
export type RowBox = (kind: TallyKind) => BBox;

/**
 * The tiles of some kinds, as many as each has matrices; a kind with few of them has one narrow tile.
 *
 * @example
 * const wall = wallOfMatrices(tally, ['query', 'up']);
 * view.add(wall.node);
 * yield* wall.appear(1.6);
 * yield* wall.sort(kind => ledger().inParent(ledger().figuresBox(kind)), 1.8);
 * yield* wall.leave(['up'], 0.6);
 */
export function wallOfMatrices(tally: Tally, kinds: readonly TallyKind[]) {
  const groups = kinds.map(kind => {
    const {copies} = tallyRow(tally, kind);
    const count = Math.max(1, Math.round(copies / PER_TILE));
    const tiles = Array.from({length: count}, () => new Rect({size: [...WALL.tile], radius: 6, fill: () => theme().weight.positive, opacity: 0}));
    const number = new Word({text: formatInteger(copies), fontSize: size.body, weight: 400, color: () => theme().muted, opacity: 0});
    return {kind, tiles, number, width: Math.max(3, ROW.tile[0] * Math.min(1, copies / PER_TILE))};
  });
  // Kinds lie mixed in the wall: that they are of eight kinds is seen only when they sort.
  const mixed = seededRandom('wall of matrices').shuffled(groups.flatMap(({tiles}) => tiles));
  const rows = Math.ceil(mixed.length / WALL.columns);
  mixed.forEach((tile, index) => {
    const [column, row] = [index % WALL.columns, Math.floor(index / WALL.columns)];
    tile.position([(column - (WALL.columns - 1) / 2) * WALL.pitch[0], (row - (rows - 1) / 2) * WALL.pitch[1] + WALL.y]);
  });
  const node = new Layout({children: [...mixed, ...groups.map(({number}) => number)]});

  /** Tile after tile, line by line. */
  function appear(seconds: number): ThreadGenerator {
    return laggedStart(mixed, (tile, each) => tile.opacity(STRENGTH.mixed, each), {seconds, lag: 0.03});
  }

  /** Every tile goes to the row of its kind; how many matrices that are is written behind it. */
  function* sort(box: RowBox, seconds: number): ThreadGenerator {
    const ways = groups.flatMap(({kind, tiles, width}) => tiles.map((tile, place) => ({tile, place, width, box: box(kind)})));
    yield* laggedStart(ways, (way, each) => all(
      way.tile.position([way.box.left + way.place * ROW.pitch + way.width / 2, way.box.center.y], each, smooth),
      way.tile.size([way.width, ROW.tile[1]], each, smooth),
      way.tile.radius(3, each),
      chain(way.tile.opacity(STRENGTH.crossing, each * 0.3), waitFor(each * 0.3), way.tile.opacity(STRENGTH.sorted, each * 0.4)),
    ), {seconds, lag: 0.01});
    for (const {kind, tiles, number, width} of groups) {
      const {left, center} = box(kind);
      number.position([left + (tiles.length - 1) * ROW.pitch + width + 20 + number.width() / 2, center.y]);
    }
    yield* fadeIn(groups.map(({number}) => number), {seconds: 0.6});
  }

  /** The rows of some kinds make room. */
  function leave(gone: readonly TallyKind[], seconds: number): ThreadGenerator {
    return all(...groups.filter(({kind}) => gone.includes(kind)).flatMap(({tiles, number}) => [...tiles, number]).map(each => each.opacity(0, seconds)));
  }

  return {node, appear, sort, leave};
}
