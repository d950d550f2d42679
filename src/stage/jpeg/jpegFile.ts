/**
 * The coefficients of a JPEG file, before they become pixels.
 *
 * In: the bytes of a file with Huffman codes, baseline or progressive, 8 bits a sample. Out: a plain record. Called by
 * scaledJpeg.ts, which makes smaller pictures of it.
 *
 * @see ITU-T T.81, annex B
 */
import {huffmanTable, type HuffmanTable} from './entropyBits';
import type {JpegComponent} from './jpegComponent';
import {readScan, type Scan} from './jpegScan';
import {isSrgbProfile} from './srgbProfile';
import {ZIGZAG} from './zigzag';

interface JpegFrame {
  readonly width: number;
  readonly height: number;
  readonly components: readonly JpegComponent[];
  /** The most blocks that any plane has in a group. */
  readonly mostAcross: number;
  readonly mostDown: number;
}

export interface JpegFile extends JpegFrame {
  /** What coefficients are multiplied by, in the order of the coefficients, by table. */
  readonly steps: ReadonlyMap<number, Uint16Array>;
  readonly colours: 'grey' | 'rgb' | 'ycc';
}

/** Segments by the second byte of their marker. */
const [SOF0, , SOF2, DHT, JPG, SOF15, RST0, SOI, EOI, SOS, DQT, DRI, APP0, APP1, APP2, APP14] = [
  0xc0, 0xc1, 0xc2, 0xc4, 0xc8, 0xcf, 0xd0, 0xd8, 0xd9, 0xda, 0xdb, 0xdd, 0xe0, 0xe1, 0xe2, 0xee,
];

/**
 * Reads a file to its end.
 *
 * @returns null for what is left to Skia's decoder: damaged files, rarer kinds of JPEG, four colours, colours other than
 * sRGB, a picture that lies on its side
 */
export function readJpegFile(bytes: Uint8Array): JpegFile | null {
  try {
    return readSegments(bytes);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What the segments have said so far. */
interface Heard {
  frame: JpegFrame | null;
  isProgressive: boolean;
  readonly steps: Map<number, Uint16Array>;
  readonly codes: Map<number, HuffmanTable>;
  groupsBetweenRestarts: number;
  isJfif: boolean;
  adobeTransform: number | null;
}

function readSegments(bytes: Uint8Array): JpegFile | null {
  const heard: Heard = {frame: null, isProgressive: false, steps: new Map(), codes: new Map(), groupsBetweenRestarts: 0, isJfif: false, adobeTransform: null};
  for (let at = 2; ; ) {
    at = bytes.indexOf(0xff, at) + 1;
    const marker = bytes[at];
    if (at === 0 || marker === undefined) return null;
    if (marker === EOI) return colouredFile(heard);
    // Fill bytes come before a marker.
    if (marker === 0xff) continue;
    const end = at + 1 + ((bytes[at + 1] << 8) | bytes[at + 2]);
    const body = bytes.subarray(at + 3, end);
    if (isBeyond(marker, body) || end < at + 3 || end > bytes.length) return null;
    hear(heard, marker, body);
    at = marker === SOS ? readScan(bytes, end, scanOf(heard, body)) : end;
  }
}

function isBeyond(marker: number, body: Uint8Array): boolean {
  const isFrame = marker >= SOF0 && marker <= SOF15 && marker !== DHT && marker !== JPG;
  if (isFrame) return marker > SOF2 || body[0] !== 8;
  if (marker >= RST0 && marker <= SOI) return true;
  if (marker === APP1) return startsWith(body, 'Exif\0') && isTurned(body.subarray(6));
  return marker === APP2 && startsWith(body, 'ICC_PROFILE\0') && !isSrgbProfile(body.subarray(14));
}

function hear(heard: Heard, marker: number, body: Uint8Array): void {
  if (marker === DQT) readSteps(heard.steps, body);
  if (marker === DHT) readCodes(heard.codes, body);
  if (marker === DRI) heard.groupsBetweenRestarts = wordAt(body, 0);
  if (marker === APP0) heard.isJfif ||= startsWith(body, 'JFIF\0');
  if (marker === APP14 && startsWith(body, 'Adobe')) heard.adobeTransform = body[11];
  if (marker >= SOF0 && marker <= SOF2) {
    heard.isProgressive = marker === SOF2;
    heard.frame = frameOf(body);
  }
}

function readSteps(steps: Map<number, Uint16Array>, body: Uint8Array): void {
  for (let at = 0; at < body.length; ) {
    const [isWide, table] = [body[at] >> 4 > 0, body[at] & 15];
    const values = new Uint16Array(64);
    ZIGZAG.forEach((place, k) => (values[place] = isWide ? wordAt(body, at + 1 + 2 * k) : body[at + 1 + k]));
    steps.set(table, values);
    at += 1 + 64 * (isWide ? 2 : 1);
  }
}

function readCodes(codes: Map<number, HuffmanTable>, body: Uint8Array): void {
  for (let at = 0; at < body.length; ) {
    const symbols = at + 17;
    const lengths = body.subarray(at + 1, symbols);
    const end = symbols + lengths.reduce((sum, count) => sum + count, 0);
    codes.set(body[at], huffmanTable(lengths, body.subarray(symbols, end)));
    at = end;
  }
}

function frameOf(body: Uint8Array): JpegFrame {
  const [height, width] = [wordAt(body, 1), wordAt(body, 3)];
  const planes = Array.from({length: body[5]}, (_, index) => {
    const [id, shares, table] = body.subarray(6 + 3 * index);
    return {id, across: shares >> 4, down: shares & 15, table};
  });
  const [mostAcross, mostDown] = [Math.max(...planes.map(({across}) => across)), Math.max(...planes.map(({down}) => down))];
  if (width === 0 || height === 0 || planes.some(({across, down}) => !(across >= 1 && across <= 4 && down >= 1 && down <= 4))) {
    throw new RangeError('the frame has no size');
  }
  const [groupsAcross, groupsDown] = [Math.ceil(width / (8 * mostAcross)), Math.ceil(height / (8 * mostDown))];
  const components = planes.map(plane => ({
    ...plane,
    blocksAcross: Math.ceil((width * plane.across) / (8 * mostAcross)),
    blocksDown: Math.ceil((height * plane.down) / (8 * mostDown)),
    blocksInRow: groupsAcross * plane.across,
    coefficients: new Int16Array(64 * groupsAcross * plane.across * groupsDown * plane.down),
  }));
  return {width, height, components, mostAcross, mostDown};
}

function scanOf({frame, isProgressive, codes, groupsBetweenRestarts}: Heard, body: Uint8Array): Scan {
  const count = body[0];
  const parts = Array.from({length: count}, (_, index) => {
    const [id, tables] = body.subarray(1 + 2 * index);
    const component = frame?.components.find(plane => plane.id === id);
    if (!component) throw new RangeError('the scan is of a plane that the frame does not have');
    return {component, firstCode: codes.get(tables >> 4), otherCode: codes.get(0x10 | (tables & 15))};
  });
  const [from, to, bits] = body.subarray(1 + 2 * count);
  if (!(count > 0) || (isProgressive && (to > 63 || from > to || (from > 0 && count > 1)))) throw new RangeError('the scan has no coefficients');
  return {parts, isProgressive, groupsBetweenRestarts, from, to, high: bits >> 4, low: bits & 15};
}

/** Files hardly ever say which colours they hold; this is how libjpeg guesses. */
function colouredFile({frame, steps, isJfif, adobeTransform}: Heard): JpegFile | null {
  if (!frame) return null;
  const ids = String(frame.components.map(({id}) => id));
  if (frame.components.length === 1) return {...frame, steps, colours: 'grey'};
  if (frame.components.length !== 3) return null;
  const isRgb = !isJfif && (adobeTransform === null ? ids === '82,71,66' : adobeTransform === 0);
  return {...frame, steps, colours: isRgb ? 'rgb' : 'ycc'};
}

/** Looks for the tag of the orientation among those of a TIFF's first directory. @see Exif 2.3, section 4.6 */
function isTurned(tiff: Uint8Array): boolean {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const isLittle = tiff[0] === 0x49;
  const directory = view.getUint32(4, isLittle);
  const tags = Array.from({length: view.getUint16(directory, isLittle)}, (_, index) => directory + 2 + 12 * index);
  const tag = tags.find(at => view.getUint16(at, isLittle) === 0x112);
  return tag !== undefined && view.getUint16(tag + 8, isLittle) !== 1;
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] << 8) | bytes[at + 1];
}

function startsWith(body: Uint8Array, text: string): boolean {
  return [...text].every((character, index) => body[index] === character.charCodeAt(0));
}
