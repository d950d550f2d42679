/**
 * What an H.264 stream says of itself. In: its sequence and picture parameter sets, as x264 writes them. Out: the few
 * numbers needed to read and write the headers of slices, and the configuration record of an mp4.
 *
 * @see ITU-T H.264 (08/2021), 7.3.2.1 and 7.3.2.2; ISO/IEC 14496-15, 5.3.3.1
 */
import {BitReader, withoutEmulationPrevention} from './bits';

export interface StreamHeader {
  readonly sps: Uint8Array;
  readonly pps: Uint8Array;
  readonly frameNumBits: number;
  /** Bits of the order in which pictures are shown; undefined when they are shown as they are decoded. */
  readonly orderBits: number | undefined;
  readonly macroblocks: number;
  readonly ppsId: number;
  /** True for CABAC, false for CAVLC. */
  readonly arithmetic: boolean;
  readonly weighted: boolean;
  readonly initialQp: number;
  readonly deblockingControl: boolean;
  /** For the configuration record: profile, flags, level; chroma format and bit depths of the high profiles. */
  readonly profile: readonly [number, number, number];
  readonly chromaFormat: number;
  readonly lumaBits: number;
  readonly chromaBits: number;
}

const highProfiles = new Set([100, 110, 122, 244]);

/**
 * Reads both parameter sets.
 *
 * @param sps - NAL unit of type 7, without start code
 * @param pps - NAL unit of type 8, without start code
 * @throws RangeError `Cannot read an H.264 header: it uses …` for what x264 does not write: fields, slice groups, other orders
 */
export function readStreamHeader(sps: Uint8Array, pps: Uint8Array): StreamHeader {
  return {sps, pps, ...readSps(sps), ...readPps(pps)};
}

/** Writes the configuration record (avcC) that an mp4 holds in place of in-band parameter sets. */
export function configurationRecord({sps, pps, profile, chromaFormat, lumaBits, chromaBits}: StreamHeader): Buffer {
  const length = (bytes: Uint8Array): number[] => [bytes.length >> 8, bytes.length & 255];
  const high = highProfiles.has(profile[0]) ? [0xfc | chromaFormat, 0xf8 | (lumaBits - 8), 0xf8 | (chromaBits - 8), 0] : [];
  return Buffer.from([1, ...profile, 0xff, 0xe1, ...length(sps), ...sps, 1, ...length(pps), ...pps, ...high]);
}

type FromSps = Pick<StreamHeader, 'frameNumBits' | 'orderBits' | 'macroblocks' | 'profile' | 'chromaFormat' | 'lumaBits' | 'chromaBits'>;

function readSps(sps: Uint8Array): FromSps {
  const read = new BitReader(withoutEmulationPrevention(sps.subarray(1)));
  const profile = [read.bits(8), read.bits(8), read.bits(8)] as const;
  read.unsigned();
  const high = highProfiles.has(profile[0]);
  const chromaFormat = high ? read.unsigned() : 1;
  if (chromaFormat === 3 && read.flag()) throw unexpected('separate colour planes');
  const lumaBits = high ? 8 + read.unsigned() : 8;
  const chromaBits = high ? 8 + read.unsigned() : 8;
  if (high) {
    read.bits(1);
    if (read.flag()) throw unexpected('scaling matrices');
  }
  const frameNumBits = 4 + read.unsigned();
  const orderType = read.unsigned();
  if (orderType === 1) throw unexpected('picture order of type 1');
  const orderBits = orderType === 0 ? 4 + read.unsigned() : undefined;
  read.unsigned();
  read.bits(1);
  const macroblocks = (read.unsigned() + 1) * (read.unsigned() + 1);
  if (!read.flag()) throw unexpected('fields');
  return {profile, chromaFormat, lumaBits, chromaBits, frameNumBits, orderBits, macroblocks};
}

type FromPps = Pick<StreamHeader, 'ppsId' | 'arithmetic' | 'weighted' | 'initialQp' | 'deblockingControl'>;

function readPps(pps: Uint8Array): FromPps {
  const read = new BitReader(withoutEmulationPrevention(pps.subarray(1)));
  const ppsId = read.unsigned();
  read.unsigned();
  const arithmetic = read.flag();
  if (read.flag()) throw unexpected('orders of fields');
  if (read.unsigned() !== 0) throw unexpected('slice groups');
  read.unsigned();
  read.unsigned();
  const weighted = read.flag();
  read.bits(2);
  const initialQp = 26 + read.signed();
  read.signed();
  read.signed();
  const deblockingControl = read.flag();
  read.bits(1);
  if (read.flag()) throw unexpected('redundant pictures');
  return {ppsId, arithmetic, weighted, initialQp, deblockingControl};
}

function unexpected(what: string): RangeError {
  return new RangeError(`Cannot read an H.264 header: it uses ${what}, which x264 is not asked for`);
}
