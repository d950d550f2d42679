import {createHash} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import {scaledJpeg} from '../../../src/stage/jpeg/scaledJpeg';
// Files by libjpeg-turbo 2.1.5, 64 x 32 px, and a digest of what the same library reads from them at 4/8, 2/8 and 1/8 of
// their size, as RGBA: jpeg_decompress with JDCT_ISLOW and fancy upsampling.
import files from './libjpeg.json';

const fileOf = (kind: string): Buffer => Buffer.from(files.find(file => file.kind === kind)!.file, 'base64');

/** A file with a segment after its first marker. */
function withSegment(file: Buffer, marker: number, body: Buffer): Buffer {
  const head = Buffer.of(0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255);
  return Buffer.concat([file.subarray(0, 2), head, body, file.subarray(2)]);
}

describe('scaledJpeg()', () => {
  describe.each(files)('of a file that is $kind', ({file, pixels}) => {
    it.each([2, 4, 8] as const)('gives the samples of libjpeg at a size divided by %d', divisor => {
      const picture = scaledJpeg(Buffer.from(file, 'base64'), divisor)!;
      expect([picture.width, picture.height]).toEqual([64 / divisor, 32 / divisor]);
      expect(createHash('sha256').update(picture.pixels).digest('hex').slice(0, 16)).toBe(pixels[divisor]);
    });
  });

  it('leaves a picture that does not fill its last blocks to Skia, as Chromium does', () => {
    const file = fileOf('4:4:4');
    const frame = file.indexOf(Buffer.of(0xff, 0xc0));
    file.writeUInt16BE(62, frame + 7);
    expect(scaledJpeg(file, 2)).toBeNull();
  });

  it('leaves a file that is cut short, wherever, to Skia', () => {
    const file = fileOf('progressive 4:2:0');
    for (let length = 0; length < file.length - 2; length += 7) expect(scaledJpeg(file.subarray(0, length), 2)).toBeNull();
  });

  it('never fails on bytes that were changed', () => {
    for (const kind of ['4:2:0 with restarts', 'progressive 4:2:0']) {
      for (let at = 2; at < fileOf(kind).length; at += 5) {
        const file = fileOf(kind);
        file[at] ^= 0x5a;
        expect(() => scaledJpeg(file, 2)).not.toThrow();
      }
    }
  });

  it('leaves a picture on its side to Skia, and takes one that says it stands', () => {
    const exif = (orientation: number) => Buffer.from(`457869660000 4d4d002a00000008 0001 0112000300000001000${orientation}0000 00000000`.replaceAll(' ', ''), 'hex');
    expect(scaledJpeg(withSegment(fileOf('grey'), 0xe1, exif(6)), 2)).toBeNull();
    expect(scaledJpeg(withSegment(fileOf('grey'), 0xe1, exif(1)), 2)).not.toBeNull();
  });

  it('leaves the colours of a profile that is not sRGB to Skia', () => {
    const profile = (bytes: Buffer) => Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01'), bytes]);
    expect(scaledJpeg(withSegment(fileOf('4:4:4'), 0xe2, profile(Buffer.alloc(200))), 2)).toBeNull();
  });
});
