/**
 * Writes pictures that repeat the one before them. In: the header of an x264 stream and where it has come to. Out: P
 * pictures in which every macroblock is skipped: some dozens of bytes, made in microseconds, where x264 would spend as
 * long on a still frame as on half a moving one.
 *
 * A skipped macroblock is copied from the first reference, moved as its neighbours are; with all of them skipped nothing
 * moves, and with nothing coded there is nothing to deblock: the picture shown is the reference, bit for bit.
 *
 * @see ITU-T H.264 (08/2021), 7.3.3 (slice header), 8.4.1.1 (P_Skip), 9.3.4 (CABAC encoding)
 */
import {lengthPrefixed, type CodedPicture} from './accessUnits';
import {BitWriter, withEmulationPrevention} from './bits';
import type {StreamHeader} from './parameterSets';

/**
 * Writes the pictures that hold the last one shown.
 *
 * @param header - of the stream that they continue
 * @param pictures - all of the stream so far, or at least everything since its last IDR picture, in the order of decoding
 * @param count - how many to write, >= 0
 * @returns `count` pictures, to be put after `pictures`, shown after all of them
 * @throws RangeError `Cannot hold a picture that nothing may refer to` when the last one shown is no reference
 */
export function skipPictures(header: StreamHeader, pictures: readonly CodedPicture[], count: number): CodedPicture[] {
  const start = pictures.findLastIndex(picture => picture.keyFrame);
  const group = pictures.slice(start);
  const held = group.reduce((last, picture) => (picture.shown > last.shown ? picture : last));
  if (!held.isReference) throw new RangeError('Cannot hold a picture that nothing may refer to');
  const first = Math.min(...group.map(picture => picture.shown));
  const modulus = 2 ** header.frameNumBits;
  const lastReference = group.findLast(picture => picture.isReference)!;
  return Array.from({length: count}, (_, i) => {
    const frameNum = (lastReference.frameNum + 1 + i) % modulus;
    // The first looks back to the picture that is held, the others each to the one before.
    const back = i === 0 ? (frameNum - held.frameNum + modulus) % modulus : 1;
    const shown = held.shown + 1 + i;
    return {data: lengthPrefixed([skipNal(header, frameNum, 2 * (shown - first), back)]), keyFrame: false, isReference: true, frameNum, shown};
  });
}

/** A P slice over the whole picture, NAL unit type 1, that others may refer to. */
function skipNal(header: StreamHeader, frameNum: number, order: number, back: number): Uint8Array {
  const out = new BitWriter();
  out.unsigned(0).unsigned(5).unsigned(header.ppsId).bits(frameNum, header.frameNumBits);
  if (header.orderBits !== undefined) out.bits(order % 2 ** header.orderBits, header.orderBits);
  // One reference only; named when it is not the one decoded last.
  out.flag(true).unsigned(0);
  out.flag(back !== 1);
  if (back !== 1) out.unsigned(0).unsigned(back - 1).unsigned(3);
  if (header.weighted) {
    out.unsigned(0);
    if (header.chromaFormat !== 0) out.unsigned(0);
    out.flag(false);
    if (header.chromaFormat !== 0) out.flag(false);
  }
  out.flag(false);
  if (header.arithmetic) out.unsigned(0);
  out.unsigned(0);
  if (header.deblockingControl) out.unsigned(1);
  if (header.arithmetic) writeSkippedArithmetic(out, header);
  else out.unsigned(header.macroblocks).flag(true);
  return Uint8Array.from([0x41, ...withEmulationPrevention(out.toBytes())]);
}

/**
 * Codes "skipped" and "not the last" for each macroblock with CABAC. The context of the skip flag is always the first of
 * three, since no neighbour is ever coded; "skipped" is its probable value from the start, so only that branch of the
 * coder exists here.
 */
function writeSkippedArithmetic(out: BitWriter, {macroblocks, initialQp}: StreamHeader): void {
  while (!out.isAligned) out.flag(true);
  const coder = new ArithmeticCoder(out);
  // Context 11 with cabac_init_idc 0: m = 23, n = 33 (table 9-13).
  const initial = Math.min(126, Math.max(1, ((23 * Math.min(51, Math.max(0, initialQp))) >> 4) + 33));
  if (initial < 64) throw new RangeError(`Cannot write skipped pictures at a quantiser of ${initialQp}`);
  let state = initial - 64;
  for (let i = 0; i < macroblocks; i++) {
    coder.probable(state);
    state = Math.min(62, state + 1);
    coder.terminate(i === macroblocks - 1);
  }
}

/** The arithmetic coder of 9.3.4.2, for bins that take their probable value, and for the end. */
class ArithmeticCoder {
  private low = 0;
  private range = 510;
  private outstanding = 0;
  private isFirst = true;

  public constructor(private readonly out: BitWriter) {}

  public probable(state: number): void {
    this.range -= improbableRange[state]![(this.range >> 6) & 3]!;
    this.renormalise();
  }

  public terminate(isLast: boolean): void {
    this.range -= 2;
    if (!isLast) {
      this.renormalise();
      return;
    }
    this.low += this.range;
    this.range = 2;
    this.renormalise();
    this.put((this.low >> 9) & 1);
    // The last of these bits is the stop bit of the slice.
    this.out.bits(((this.low >> 7) & 3) | 1, 2);
  }

  private renormalise(): void {
    while (this.range < 256) {
      if (this.low < 256) this.put(0);
      else if (this.low >= 512) {
        this.low -= 512;
        this.put(1);
      } else {
        this.low -= 256;
        this.outstanding++;
      }
      this.range <<= 1;
      this.low <<= 1;
    }
  }

  private put(bit: 0 | 1 | number): void {
    if (this.isFirst) this.isFirst = false;
    else this.out.bits(bit, 1);
    for (; this.outstanding > 0; this.outstanding--) this.out.bits(1 - bit, 1);
  }
}

/** How much of the range the improbable value takes, by state and by the two bits of the range below its highest (table 9-44). */
const improbableRange: readonly (readonly number[])[] = [
  [128, 176, 208, 240], [128, 167, 197, 227], [128, 158, 187, 216], [123, 150, 178, 205], [116, 142, 169, 195], [111, 135, 160, 185], [105, 128, 152, 175],
  [100, 122, 144, 166], [95, 116, 137, 158], [90, 110, 130, 150], [85, 104, 123, 142], [81, 99, 117, 135], [77, 94, 111, 128], [73, 89, 105, 122],
  [69, 85, 100, 116], [66, 80, 95, 110], [62, 76, 90, 104], [59, 72, 86, 99], [56, 69, 81, 94], [53, 65, 77, 89], [51, 62, 73, 85],
  [48, 59, 69, 80], [46, 56, 66, 76], [43, 53, 63, 72], [41, 50, 59, 69], [39, 48, 56, 65], [37, 45, 54, 62], [35, 43, 51, 59],
  [33, 41, 48, 56], [32, 39, 46, 53], [30, 37, 43, 50], [29, 35, 41, 48], [27, 33, 39, 45], [26, 31, 37, 43], [24, 30, 35, 41],
  [23, 28, 33, 39], [22, 27, 32, 37], [21, 26, 30, 35], [20, 24, 29, 33], [19, 23, 27, 31], [18, 22, 26, 30], [17, 21, 25, 28],
  [16, 20, 23, 27], [15, 19, 22, 25], [14, 18, 21, 24], [14, 17, 20, 23], [13, 16, 19, 22], [12, 15, 18, 21], [12, 14, 17, 20],
  [11, 14, 16, 19], [11, 13, 15, 18], [10, 12, 15, 17], [10, 12, 14, 16], [9, 11, 13, 15], [9, 11, 12, 14], [8, 10, 12, 14],
  [8, 9, 11, 13], [7, 9, 11, 12], [7, 9, 10, 12], [7, 8, 10, 11], [6, 8, 9, 11], [6, 7, 9, 10], [6, 7, 8, 9],
];
