/**
 * Cuts x264's output into pictures. In: a byte stream (Annex B), whole. Out: one record a picture in the order of
 * decoding, with its place in the order of showing. Called when a stretch of frames has been encoded.
 *
 * @see ITU-T H.264 (08/2021), Annex B; 7.3.3 (slice header); 8.2.1 (picture order)
 */
import {BitReader, withoutEmulationPrevention} from './bits';
import {readStreamHeader, type StreamHeader} from './parameterSets';

export interface CodedPicture {
  /** NAL units, each after its length in four bytes, as an mp4 keeps them; parameter sets left out. */
  readonly data: Uint8Array;
  readonly keyFrame: boolean;
  /** Place in the order of showing, from 0 at the start of the stream. */
  readonly shown: number;
  /** Number among the pictures that others refer to, as its header says it. */
  readonly frameNum: number;
  readonly isReference: boolean;
}

export interface CodedStream {
  readonly header: StreamHeader;
  readonly pictures: readonly CodedPicture[];
}

const nalTypes = {slice: 1, idr: 5, sei: 6, sps: 7, pps: 8} as const;

/**
 * Reads a stream of one slice a picture, each IDR picture with its parameter sets before it.
 *
 * @param stream - all of it, in Annex B
 * @throws RangeError `Cannot read an H.264 stream: …` when it holds no pictures, or parameter sets that change
 */
export function readCodedStream(stream: Uint8Array): CodedStream {
  const nals = splitNals(stream);
  const find = (type: number): Uint8Array[] => nals.filter(nal => (nal[0]! & 31) === type);
  const [sps, ...otherSps] = find(nalTypes.sps);
  const [pps, ...otherPps] = find(nalTypes.pps);
  if (sps === undefined || pps === undefined) throw new RangeError('Cannot read an H.264 stream: it has no parameter sets');
  const differs = (one: Uint8Array) => (other: Uint8Array): boolean => !Buffer.from(one).equals(other);
  if (otherSps.some(differs(sps)) || otherPps.some(differs(pps))) throw new RangeError('Cannot read an H.264 stream: its parameter sets change');
  const header = readStreamHeader(sps, pps);
  return {header, pictures: readPictures(nals, header)};
}

/** Puts NAL units behind their lengths. */
export function lengthPrefixed(nals: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(nals.flatMap(nal => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(nal.length);
    return [length, nal];
  }));
}

/** Finds the units between start codes: 0 0 1, or 0 0 0 1. */
function splitNals(stream: Uint8Array): Uint8Array[] {
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.length);
  const mark = Buffer.from([0, 0, 1]);
  const nals: Uint8Array[] = [];
  for (let start = bytes.indexOf(mark); start >= 0;) {
    const next = bytes.indexOf(mark, start + 3);
    let end = next < 0 ? bytes.length : next;
    while (end > start + 3 && bytes[end - 1] === 0) end--;
    nals.push(bytes.subarray(start + 3, end));
    start = next;
  }
  return nals;
}

function readPictures(nals: readonly Uint8Array[], header: StreamHeader): CodedPicture[] {
  const pictures: CodedPicture[] = [];
  let before: Uint8Array[] = [];
  const clock = new OrderClock(header);
  for (const nal of nals) {
    const type = nal[0]! & 31;
    if (type === nalTypes.sei) before.push(nal);
    if (type !== nalTypes.slice && type !== nalTypes.idr) continue;
    const isReference = (nal[0]! & 0x60) !== 0;
    const {frameNum, order} = readSliceHeader(nal, header);
    if (type === nalTypes.idr) clock.restart(pictures.length);
    pictures.push({
      data: lengthPrefixed([...before, nal]), keyFrame: type === nalTypes.idr, isReference, frameNum,
      shown: clock.place(order, isReference, pictures.length),
    });
    before = [];
  }
  return pictures;
}

function readSliceHeader(nal: Uint8Array, {frameNumBits, orderBits}: StreamHeader): {frameNum: number; order: number} {
  // Forty bytes hold every header up to what is read here.
  const read = new BitReader(withoutEmulationPrevention(nal.subarray(1, 41)));
  if (read.unsigned() !== 0) throw new RangeError('Cannot read an H.264 stream: its pictures have more than one slice');
  read.unsigned();
  read.unsigned();
  const frameNum = read.bits(frameNumBits);
  if ((nal[0]! & 31) === nalTypes.idr) read.unsigned();
  return {frameNum, order: orderBits === undefined ? 0 : read.bits(orderBits)};
}

/** Follows the order of showing, of which a slice says the low bits only; it counts in twos from each IDR picture. */
class OrderClock {
  private start = 0;
  private high = 0;
  private low = 0;

  public constructor(private readonly header: StreamHeader) {}

  public restart(pictures: number): void {
    this.start = pictures;
    this.high = 0;
    this.low = 0;
  }

  public place(order: number, isReference: boolean, pictures: number): number {
    if (this.header.orderBits === undefined) return pictures;
    const span = 2 ** this.header.orderBits;
    let high = this.high;
    if (order < this.low && this.low - order >= span / 2) high += span;
    else if (order > this.low && order - this.low > span / 2) high -= span;
    if (isReference) {
      this.high = high;
      this.low = order;
    }
    return this.start + (high + order) / 2;
  }
}
