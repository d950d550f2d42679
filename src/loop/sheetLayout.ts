/** Where things go on a contact sheet. In: how many pictures each block has. Out: boxes in px, on as many pages as needed. */

/** A block of a sheet: a heading and the pictures under it. */
export interface SheetBlock {
  readonly heading: string;
  /** Said small and dim at the right end of the heading. */
  readonly note: string;
  readonly tiles: readonly SheetTile[];
}

/** A picture and what is written under it, one text a line. */
export interface SheetTile {
  readonly frame: number;
  readonly lines: readonly string[];
}

export interface SheetOptions {
  /** Pictures in a row, at least 1. */
  readonly columns: number;
  /** Size of one picture, px. */
  readonly tile: {readonly width: number; readonly height: number};
  /** No page is higher than this, px, unless a single row is. */
  readonly longestPage: number;
}

export interface PlacedTile extends SheetTile {
  readonly x: number;
  readonly y: number;
}

export interface PlacedHeading {
  readonly heading: string;
  readonly note: string;
  readonly y: number;
}

/** One picture file of a sheet. */
export interface SheetPage {
  readonly width: number;
  readonly height: number;
  readonly headings: readonly PlacedHeading[];
  readonly tiles: readonly PlacedTile[];
}

export const MARGIN = 24;
export const HEADING_HEIGHT = 52;
export const LINE_HEIGHT = 22;
const GAP = 16;
const UNDER_TILE = 8;

/**
 * Lays blocks out in rows, from the top, and starts a page where the next row would not fit.
 *
 * A heading is never the last thing on a page, and a block that goes on is headed again.
 *
 * @returns pages in order, none empty; every tile is on exactly one of them
 */
export function layOutSheet(blocks: readonly SheetBlock[], {columns, tile, longestPage}: SheetOptions): SheetPage[] {
  const columnsUsed = Math.min(columns, Math.max(...blocks.map(({tiles}) => tiles.length), 1));
  const width = 2 * MARGIN + columnsUsed * tile.width + (columnsUsed - 1) * GAP;
  const pages: {headings: PlacedHeading[]; tiles: PlacedTile[]; y: number}[] = [];
  const turnPage = () => pages[pages.push({headings: [], tiles: [], y: MARGIN}) - 1];
  let page = turnPage();
  for (const {heading, note, tiles} of blocks) {
    const lines = Math.max(...tiles.map(({lines: text}) => text.length));
    const rowHeight = tile.height + UNDER_TILE + lines * LINE_HEIGHT + GAP;
    for (let first = 0; first < tiles.length; first += columns) {
      const needed = rowHeight + (first === 0 ? HEADING_HEIGHT : 0);
      const isTurned = page.y + needed > longestPage && page.tiles.length > 0;
      if (isTurned) page = turnPage();
      if (first === 0 || isTurned) {
        page.headings.push({heading: first === 0 ? heading : `${heading} (continued)`, note, y: page.y});
        page.y += HEADING_HEIGHT;
      }
      const {y} = page;
      tiles.slice(first, first + columns).forEach((one, column) => page.tiles.push({...one, x: MARGIN + column * (tile.width + GAP), y}));
      page.y += rowHeight;
    }
  }
  return pages.map(({headings, tiles, y}) => ({width, height: y - GAP + MARGIN, headings, tiles}));
}
