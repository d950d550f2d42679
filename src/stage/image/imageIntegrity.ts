/** Tells whole picture files from cut ones: Skia decodes a truncated file without a word and leaves the rest blank. */

/**
 * Looks for what a picture file must end with.
 *
 * @param bytes - the file
 * @returns what is wrong, as a clause ("the PNG ends before its IEND chunk"), or null for a whole or unknown file
 */
export function imageDefect(bytes: Buffer): string | null {
  if (isPng(bytes)) return bytes.subarray(-64).includes('IEND') ? null : 'the PNG ends before its IEND chunk';
  if (isJpeg(bytes)) return hasJpegEnd(bytes) ? null : 'the JPEG ends before its end marker';
  if (isRiff(bytes)) return bytes.length >= bytes.readUInt32LE(4) + 8 ? null : 'the WebP is shorter than its header says';
  if (bytes.toString('latin1', 0, 4) === 'GIF8') return bytes.subarray(-8).includes(0x3b) ? null : 'the GIF ends before its trailer';
  return null;
}

function isPng(bytes: Buffer): boolean {
  return bytes.length > 8 && bytes.readUInt32BE(0) === 0x89504e47;
}

/** Whether a file begins like a JPEG. */
export function isJpeg(bytes: Buffer): boolean {
  return bytes.length > 3 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

function isRiff(bytes: Buffer): boolean {
  return bytes.length > 12 && bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';
}

/** Cameras append padding and previews, so the marker is sought from the end rather than expected at it. */
function hasJpegEnd(bytes: Buffer): boolean {
  return bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > 2;
}
