/**
 * One scan of a JPEG file: the coefficients of some planes, or some bits of them.
 *
 * @see ITU-T T.81, sections F.2 and G.1
 */
import {EntropyBits, type HuffmanTable} from './entropyBits';
import type {JpegComponent} from './jpegComponent';
import {ZIGZAG} from './zigzag';

/** A plane with the codes that this scan uses for it: of a block's first coefficient, and of the 63 others. */
export interface ScanPart {
  readonly component: JpegComponent;
  readonly firstCode: HuffmanTable | undefined;
  readonly otherCode: HuffmanTable | undefined;
}

export interface Scan {
  readonly parts: readonly ScanPart[];
  readonly isProgressive: boolean;
  /** 0 where there are none. */
  readonly groupsBetweenRestarts: number;
  /** Coefficients of a progressive scan, in the file's order. */
  readonly from: number;
  readonly to: number;
  /** Bits of theirs: those from `high` on are known, this scan goes down to `low`; `high` is 0 where none is known. */
  readonly high: number;
  readonly low: number;
}

interface BlockReader {
  /** Reads a block of the part with this index into the memory of its plane, from this place on. */
  read(part: number, at: number): void;
  /** Forgets what is carried from block to block. */
  restart(): void;
}

/**
 * Reads a scan into its components.
 *
 * @param at - where its bits begin
 * @returns where they end
 * @throws RangeError for bits that say nothing
 */
export function readScan(bytes: Uint8Array, at: number, scan: Scan): number {
  const bits = new EntropyBits(bytes, at);
  const reader = scan.isProgressive ? progressiveReader(bits, scan) : baselineReader(bits, scan);
  let left = scan.groupsBetweenRestarts || Infinity;
  const beginGroup = () => {
    if (left === 0) {
      bits.restart(true);
      reader.restart();
      left = scan.groupsBetweenRestarts;
    }
    left--;
  };
  if (scan.parts.length === 1) readAlone(scan.parts[0], reader, beginGroup);
  else readInterleaved(scan.parts, reader, beginGroup);
  return bits.restart(false);
}

/** A plane by itself comes block by block; those beyond the picture are left out. */
function readAlone({component: {blocksAcross, blocksDown, blocksInRow}}: ScanPart, reader: BlockReader, beginGroup: () => void): void {
  for (let y = 0; y < blocksDown; y++) {
    for (let x = 0; x < blocksAcross; x++) {
      beginGroup();
      reader.read(0, 64 * (y * blocksInRow + x));
    }
  }
}

function readInterleaved(parts: readonly ScanPart[], reader: BlockReader, beginGroup: () => void): void {
  const [{component: first}] = parts;
  const groupsAcross = first.blocksInRow / first.across;
  const groups = first.coefficients.length / (64 * first.across * first.down);
  for (let group = 0; group < groups; group++) {
    const [row, column] = [Math.floor(group / groupsAcross), group % groupsAcross];
    beginGroup();
    parts.forEach(({component: {across, down, blocksInRow}}, part) => {
      for (let y = 0; y < down; y++) {
        for (let x = 0; x < across; x++) reader.read(part, 64 * ((row * down + y) * blocksInRow + column * across + x));
      }
    });
  }
}

function needed(code: HuffmanTable | undefined): HuffmanTable {
  if (!code) throw new RangeError('the scan uses a code that the file does not define');
  return code;
}

/** Whole blocks: the first coefficient as the difference to the last block's, the others after runs of zeros. */
function baselineReader(bits: EntropyBits, {parts}: Scan): BlockReader {
  const last = parts.map(() => 0);
  const codes = parts.map(({firstCode, otherCode}) => [needed(firstCode), needed(otherCode)] as const);
  return {
    read(part, at) {
      const {coefficients} = parts[part].component;
      const [first, others] = codes[part];
      coefficients[at] = last[part] += bits.signed(bits.symbol(first));
      for (let k = 1; k < 64; k++) {
        const symbol = bits.symbol(others);
        const length = symbol & 15;
        if (length === 0 && symbol !== LONG_RUN) return;
        k += symbol >> 4;
        if (length > 0) coefficients[at + ZIGZAG[k & 63]] = bits.signed(length);
      }
    },
    restart: () => void last.fill(0),
  };
}

/** Sixteen zeros, and more to come. */
const LONG_RUN = 0xf0;

function progressiveReader(bits: EntropyBits, scan: Scan): BlockReader {
  if (scan.from === 0) return scan.high === 0 ? firstCoefficients(bits, scan) : firstCoefficientsRefined(bits, scan);
  return scan.high === 0 ? otherCoefficients(bits, scan) : otherCoefficientsRefined(bits, scan);
}

function firstCoefficients(bits: EntropyBits, {parts, low}: Scan): BlockReader {
  const last = parts.map(() => 0);
  const codes = parts.map(({firstCode}) => needed(firstCode));
  return {
    read(part, at) {
      last[part] += bits.signed(bits.symbol(codes[part]));
      parts[part].component.coefficients[at] = last[part] << low;
    },
    restart: () => void last.fill(0),
  };
}

function firstCoefficientsRefined(bits: EntropyBits, {parts, low}: Scan): BlockReader {
  return {
    read(part, at) {
      parts[part].component.coefficients[at] |= bits.number(1) << low;
    },
    restart: () => undefined,
  };
}

/** Runs of zeros may go on through any number of blocks. */
function otherCoefficients(bits: EntropyBits, {parts: [{component, otherCode}], from, to, low}: Scan): BlockReader {
  const {coefficients} = component;
  const code = needed(otherCode);
  let emptyBlocks = 0;
  return {
    read(_, at) {
      if (emptyBlocks > 0) {
        emptyBlocks--;
        return;
      }
      for (let k = from; k <= to; k++) {
        const symbol = bits.symbol(code);
        const run = symbol >> 4;
        const length = symbol & 15;
        if (length === 0 && symbol !== LONG_RUN) {
          emptyBlocks = (1 << run) - 1 + bits.number(run);
          return;
        }
        k += run;
        if (length > 0) coefficients[at + ZIGZAG[k & 63]] = bits.signed(length) * (1 << low);
      }
    },
    restart: () => void (emptyBlocks = 0),
  };
}

/** One more bit of what is not zero, and new coefficients between: a run counts only those that were zero until now. */
function otherCoefficientsRefined(bits: EntropyBits, {parts: [{component, otherCode}], from, to, low}: Scan): BlockReader {
  const {coefficients} = component;
  const code = needed(otherCode);
  const step = 1 << low;
  let emptyBlocks = 0;

  const refine = (place: number): void => {
    if (bits.number(1) === 1 && (coefficients[place] & step) === 0) coefficients[place] += coefficients[place] > 0 ? step : -step;
  };
  /** Refines until so many zeros are passed; the place where the next one stands, or beyond the last. */
  const pass = (at: number, k: number, zeros: number): number => {
    for (; k <= to; k++) {
      const place = at + ZIGZAG[k];
      if (coefficients[place] !== 0) refine(place);
      else if (zeros-- === 0) break;
    }
    return k;
  };
  return {
    read(_, at) {
      let k = from;
      while (emptyBlocks === 0 && k <= to) {
        const symbol = bits.symbol(code);
        const run = symbol >> 4;
        const length = symbol & 15;
        if (length === 0 && symbol !== LONG_RUN) {
          emptyBlocks = (1 << run) + bits.number(run);
          break;
        }
        const value = length === 0 ? 0 : bits.number(1) === 1 ? step : -step;
        k = pass(at, k, run);
        if (k <= to && value !== 0) coefficients[at + ZIGZAG[k]] = value;
        k++;
      }
      if (emptyBlocks > 0) {
        pass(at, k, Infinity);
        emptyBlocks--;
      }
    },
    restart: () => void (emptyBlocks = 0),
  };
}
