import {createCanvas} from '@napi-rs/canvas';
import {describe, expect, it} from 'vitest';
import {isSrgbProfile} from '../../../src/stage/jpeg/srgbProfile';

/** The profile that Skia writes into pictures in sRGB. */
function skiaProfile(): Buffer {
  const file = createCanvas(8, 8).toBuffer('image/jpeg');
  const start = file.indexOf('ICC_PROFILE\0') + 14;
  return Buffer.from(file.subarray(start, start + file.readUInt32BE(start)));
}

/** The same with other data for a tag. */
function withTag(name: string, change: (data: Buffer) => void): Buffer {
  const profile = skiaProfile();
  const tag = profile.indexOf(name);
  change(profile.subarray(profile.readUInt32BE(tag + 4)));
  return profile;
}

describe('isSrgbProfile()', () => {
  it('knows sRGB written as a formula', () => expect(isSrgbProfile(skiaProfile())).toBe(true));

  it('knows sRGB written as a table', () => {
    const table = Buffer.alloc(12 + 2 * 1024);
    table.write('curv');
    table.writeUInt32BE(1024, 8);
    for (let i = 0; i < 1024; i++) table.writeUInt16BE(Math.round(65535 * (i <= 41 ? i / 1023 / 12.92 : ((i / 1023 + 0.055) / 1.055) ** 2.4)), 12 + 2 * i);
    const profile = Buffer.concat([skiaProfile(), table]);
    for (const name of ['rTRC', 'gTRC', 'bTRC']) profile.writeUInt32BE(profile.length - table.length, profile.indexOf(name) + 4);
    expect(isSrgbProfile(profile)).toBe(true);
  });

  it('tells a wider green from it', () => expect(isSrgbProfile(withTag('gXYZ', data => data.writeInt32BE(0.29 * 65536, 8)))).toBe(false));

  it('tells a flatter curve from it', () => expect(isSrgbProfile(withTag('rTRC', data => data.writeInt32BE(2.2 * 65536, 12)))).toBe(false));

  it('does not take bytes that are no profile for it', () => expect(isSrgbProfile(new Uint8Array(40))).toBe(false));
});
