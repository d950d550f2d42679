/**
 * What the bundled text faces can write, so that no font need be unpacked to be asked for an arrow.
 *
 * Read off the files: run `npm run docs` after one of them has changed.
 */

/** Code points above Latin-1, which all of them have, in hexadecimal. */
const RANGES: Readonly<Record<string, string>> = {
  'IBMPlexSans-Regular.woff2':
    '100-17f 18f 192 1a0-1a1 1af-1b0 1cd-1dc 1fa-1ff 218-21b 237 259 2bb-2bc 2c6-2c7 2d8-2dd 300-304 306-30c 312 315 31b 323 326-328 37e 384-38a 38c 38e-3a1 3a3-3ce 400-45f 462-463 46a-46b 472-475 490-4c2 4cf-4d9 4dc-4e9 4ee-4f9 524-525 e3f 1e80-1e85 1e9e 1ea0-1ef9 2000-200d 2010-2015 2018-201a 201c-201e 2020-2022 2026 2028-2029 202f-2030 2032-2033 2039-203a 2044 2070 2074-2079 2080-2089 20a1 20a4 20a6 20a8-20ae 20b1-20b2 20b4-20b5 20b8-20ba 20bd 20bf 2113 2116 2122 2126 212e 2150-2151 2153-215e 2190-2199 21a9-21aa 21b0-21b3 21b6-21b7 21ba-21bb 21c4 21c6 2202 2206 220f 2211-2212 2215 2219-221a 221e 222b 2236 2248 2260 2264-2265 25ca 2713 274c 2b0e-2b11 ece0 efcc f6d7-f6d8 fb01-fb02 feff fffd ffff',
  'IBMPlexMono-Regular.woff2':
    '100-17f 18f 192 1a0-1a1 1af-1b0 1cd-1dc 1fa-1ff 218-21b 237 259 2bb-2bc 2c6-2c7 2d8-2dd 300-304 306-30c 312 315 31b 323 326-328 32d-32e 331 3c0 400-45f 462-463 46a-46b 472-475 490-4c2 4cf-4d9 4dc-4e9 4ee-4f9 524-525 e3f 1e0c-1e0d 1e12-1e13 1e24-1e25 1e36-1e37 1e3c-1e3d 1e40-1e47 1e4a-1e4b 1e62-1e63 1e6c-1e6d 1e70-1e71 1e80-1e85 1e92-1e93 1e9e 1ea0-1ef9 2000-200d 2010-2015 2018-201a 201c-201e 2020-2022 2026 2028-2029 202f-2030 2032-2033 2039-203a 203e 2044 205f 2070 2074-2079 2080-2089 20a1 20a4 20a6 20a8-20ae 20b1-20b2 20b4-20b5 20b8-20ba 20bd 20bf 2113 2116 2122 2126 212e 2150-2151 2153-215e 2190-2199 21a9-21aa 21b0-21b3 21b6-21b7 21ba-21bb 21c4 21c6 2202 2206 220f 2211-2212 2215 2219-221a 221e 222b 2236 2248 2260 2264-2265 2400-2421 2500-259f 25ca 2713 274c 2b0e-2b11 3000 f6d7-f6d8 fb01-fb02 feff fffd ffff',
  'Roboto-Regular.ttf':
    '100-17f 18f 192 1a0-1a1 1af-1b0 1f0 1fa-1ff 218-21b 237 259 2bc 2c6-2c7 2c9 2d8-2dd 2f3 300-301 303 309 30f 323 384-38a 38c 38e-3a1 3a3-3ce 3d1-3d2 3d6 400-486 488-513 1e00-1e01 1e3e-1e3f 1e80-1e85 1e9e 1ea0-1ef9 1f4d 2000-200b 2010-2011 2013-2015 2017-201e 2020-2022 2025-2027 2030 2032-2033 2039-203a 203c 2044 2070 2074-208e 20a3-20a4 20a6-20ac 20b1 20b9-20ba 20bc-20bd 20c1 2105 2113 2116 2122 2126 212e 215b-215e 2202 2206 220f 2211-2212 221a 221e 222b 2248 2260 2264-2265 25a0 25ca-25cb 25cf ee01-ee02 f6c3 fb01-fb04 feff fffc-fffd ffff',
  'JetBrainsMono-Regular.ttf':
    '100-131 134-17f 18f 192 1a0-1a1 1af-1b0 1cd-1ce 1e6-1e7 1ea-1eb 1f4-1f5 1fc-1ff 218-21b 232-233 237 259 2b9-2ba 2bc 2c6-2c7 2c9 2d8-2dd 2f3 2f7 300-304 306-30c 30f 312 31b 323 325-328 336 338 374-375 37e 384-38a 38c 38e-3a1 3a3-3cf 3d7 401-40c 40e-44f 451-45c 45e-45f 490-491 4ae-4af 4e8-4e9 1e80-1e85 1e9e 1ea0-1ef9 2010 2013-2014 2018-201a 201c-201e 2020-2022 2024 2026 2030 2032-2033 2039-203a 2044 2070 2074-207a 2080-2089 20ab-20ac 20ae 20bd 20bf 2113 2115-2116 2122 212e 2190-2199 21e7 2200 2202-2203 2208-2209 220b-220c 220f-2212 2215 2218-221a 221e 2223 2225 2227-2228 222b 2237 223c 2248-2249 2260-2261 2264-2265 2282-2287 2302-2305 2318 2325 2374 23fb-23fe 2500-25a1 25aa-25ab 25b2-25c7 25ca 25cc 25ce-25cf 25d4-25d5 25e7-25eb 25ef 26a0-26a1 2715 276e-2771 27e8-27e9 27f5-27f7 2b58 e0a0-e0a2 e0b0-e0b3 feff ffff',
};

const known = new Map<string, (code: number) => boolean>();

/**
 * Says what a bundled face has.
 *
 * @param file - the name of its file
 * @returns whether a code point above Latin-1 has a glyph; undefined for a face that has to be opened to know
 * @example bundledCharacters('Roboto-Regular.ttf')?.(0x2212) // true: "−"
 */
export function bundledCharacters(file: string): ((code: number) => boolean) | undefined {
  if (!(file in RANGES)) return undefined;
  let has = known.get(file);
  if (!has) {
    const ranges = RANGES[file].split(' ').map(range => range.split('-').map(text => Number.parseInt(text, 16)));
    has = code => ranges.some(([from, to = from]) => code >= from && code <= to);
    known.set(file, has);
  }
  return has;
}
