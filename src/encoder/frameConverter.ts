/**
 * Turns drawn pictures into what x264 eats, and touches only what changed. In: RGBA frames, one after another. Out: I420
 * pictures in memory that may be handed to a pipe as they are. Called by the segment writer, once a frame.
 *
 * The last picture is kept. Pairs of rows that are equal to it are neither copied nor converted; when all are, the
 * last result itself is handed out again.
 */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {packageRoot} from '../stage/packageRoot';
import {i420Bytes} from './convert/reference';

/** A converted frame. It stays as it is until it has been released as often as it was held; it comes held once. */
export interface ConvertedPicture {
  readonly bytes: Uint8Array;
  /** False when the frame equals the one before it, pixel by pixel. */
  readonly changed: boolean;
  hold(): void;
  release(): void;
}

interface Slot {
  readonly address: number;
  readonly bytes: Uint8Array;
  /** 1 for each pair of rows in which this slot lags behind the latest picture. */
  readonly stale: Uint8Array;
  holders: number;
}

interface ConvertModule {
  convertRows(pixels: number, y: number, u: number, v: number, width: number, pairs: number): void;
}

/** One being filled, one being taken by the pipe, one waiting behind it, and the one shown before, which may be wanted again. */
const slotCount = 4;

/** Pairs of rows compared in one go: finer finds more that is unchanged, coarser costs fewer calls. */
const pairsABand = 2;

const pageBytes = 65536;
let compiled: WebAssembly.Module | undefined;

export class FrameConverter {
  private readonly pairs: number;
  private readonly last: Buffer;
  private readonly slots: readonly Slot[];
  private readonly module: ConvertModule;
  private latest: Slot | undefined;

  /**
   * @param width - even, pixels
   * @param height - even, pixels
   */
  public constructor(private readonly width: number, private readonly height: number) {
    this.pairs = height / 2;
    const frame = width * height * 4;
    const picture = i420Bytes(width, height);
    // The module's own few bytes come first; sixteen-byte edges keep vector loads whole.
    const aligned = (bytes: number): number => Math.ceil(bytes / 64) * 64;
    const first = pageBytes;
    const slotAt = (i: number): number => first + aligned(frame) + i * aligned(picture);
    const memory = new WebAssembly.Memory({initial: Math.ceil(slotAt(slotCount) / pageBytes)});
    this.last = Buffer.from(memory.buffer, first, frame);
    this.slots = Array.from({length: slotCount}, (_, i) => ({
      address: slotAt(i), bytes: new Uint8Array(memory.buffer, slotAt(i), picture), stale: new Uint8Array(this.pairs).fill(1), holders: 0,
    }));
    this.module = new WebAssembly.Instance(convertModule(), {env: {memory}}).exports as unknown as ConvertModule;
  }

  /**
   * Converts a frame. The pixels are not needed after it returns.
   *
   * @param rgba - width x height x 4 bytes, opaque
   * @returns the picture, held once; release it when it has been taken
   * @throws RangeError `Cannot convert a frame of 100 bytes: 1920x1080 RGBA takes 8294400`
   */
  public convert(rgba: Uint8Array | Uint8ClampedArray): ConvertedPicture {
    if (rgba.length !== this.last.length) {
      throw new RangeError(`Cannot convert a frame of ${rgba.length} bytes: ${this.width}x${this.height} RGBA takes ${this.last.length}`);
    }
    const changed = this.takeChanges(Buffer.from(rgba.buffer, rgba.byteOffset, rgba.length));
    if (changed.length > 0 || this.latest === undefined) this.latest = this.bringUpToDate(changed);
    return this.hand(this.latest, changed.length > 0);
  }

  private hand(slot: Slot, changed: boolean): ConvertedPicture {
    slot.holders++;
    return {bytes: slot.bytes, changed, hold: () => void slot.holders++, release: () => void slot.holders--};
  }

  private freeSlot(): Slot | undefined {
    return this.slots.find(slot => slot.holders === 0 && slot !== this.latest);
  }

  /** Copies the bands that differ from the last frame over it, and lists them as runs of row pairs. */
  private takeChanges(rgba: Buffer): Run[] {
    const bandBytes = pairsABand * 8 * this.width;
    const all = this.latest === undefined;
    const runs: Run[] = [];
    for (let start = 0; start < rgba.length; start += bandBytes) {
      const end = Math.min(start + bandBytes, rgba.length);
      if (!all && rgba.compare(this.last, start, end, start, end) === 0) continue;
      rgba.copy(this.last, start, start, end);
      const from = start / (8 * this.width);
      const to = end / (8 * this.width);
      const before = runs.at(-1);
      if (before?.to === from) before.to = to;
      else runs.push({from, to});
    }
    return runs;
  }

  /** Fills a free slot: what changed now is converted into it, what changed while it was away is copied. */
  private bringUpToDate(changed: readonly Run[]): Slot {
    const slot = this.freeSlot();
    if (slot === undefined) throw new Error('Cannot convert a frame: all pictures are in use; await each write before the next');
    const before = this.latest;
    for (const {from, to} of changed) {
      this.convertRun(slot, from, to);
      for (const other of this.slots) other.stale.fill(1, from, to);
      slot.stale.fill(0, from, to);
    }
    if (before !== undefined) {
      for (let from = slot.stale.indexOf(1); from >= 0; from = slot.stale.indexOf(1, from)) {
        const end = slot.stale.indexOf(0, from);
        this.copyRun(before, slot, from, end < 0 ? this.pairs : end);
      }
    }
    return slot;
  }

  private convertRun({address}: Slot, from: number, to: number): void {
    const {width, height} = this;
    const u = address + width * height + (from * width) / 2;
    this.module.convertRows(pageBytes + from * 8 * width, address + from * 2 * width, u, u + (width * height) / 4, width, to - from);
  }

  private copyRun(source: Slot, target: Slot, from: number, to: number): void {
    const {width, height} = this;
    const planes = [[0, 2 * width], [width * height, width / 2], [(width * height * 5) / 4, width / 2]] as const;
    for (const [start, pairBytes] of planes) {
      target.bytes.set(source.bytes.subarray(start + from * pairBytes, start + to * pairBytes), start + from * pairBytes);
    }
    target.stale.fill(0, from, to);
  }
}

/** Pairs of rows, from the first to before the last. */
interface Run {
  readonly from: number;
  to: number;
}

function convertModule(): WebAssembly.Module {
  if (compiled === undefined) {
    const file = path.join(packageRoot(), '.build', 'encoder', 'convert.wasm');
    try {
      compiled = new WebAssembly.Module(readFileSync(file));
    } catch (cause) {
      throw new Error(`Cannot load ${file}: run npm run build`, {cause});
    }
  }
  return compiled;
}
