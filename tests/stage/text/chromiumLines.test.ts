/** Paragraphs that once broke or measured otherwise than in Chromium, with the boxes that Chromium gave them. */
import {readFileSync} from 'node:fs';
import {beforeAll, describe, expect, test} from 'vitest';
import {createStageDocument} from '../../../src/stage/document/document';
import {type Box, measureTrees, type TreeSpec} from '../../fuzz/buildTree';
import {registerFonts} from '../../fuzz/fonts';

interface Recorded {
  readonly seed: number;
  readonly spec: TreeSpec;
  readonly boxes: readonly Box[];
}

const recorded = JSON.parse(readFileSync(new URL('./chromiumLines.json', import.meta.url), 'utf8')) as Recorded[];

beforeAll(registerFonts);

describe('every grapheme is where Chromium puts it within 1/64 px', () => {
  test.each(recorded)('paragraph $seed', ({spec, boxes}) => {
    const document = createStageDocument() as unknown as Document;
    const [ours] = measureTrees(document, [spec]);
    const off = ours.flatMap((box, index) => (box.some((value, side) => Math.abs(value - boxes[index][side]) > 1 / 64) ? [{index, box, chromium: boxes[index]}] : []));
    expect(off).toEqual([]);
  });
});
