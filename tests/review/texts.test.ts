import {beforeAll, describe, expect, it} from 'vitest';
import {reviewed} from './reviewed';

describe('checks of text', () => {
  let messages: readonly string[];
  beforeAll(async () => {
    messages = (await reviewed('faultyTexts')).map(({rule, message}) => `${rule}: ${message}`);
  });

  it.each([
    ['text that is too small', 'text-size: <Txt> "too small" is 27.0 px large; 28 px can be read on a phone'],
    ['a number that is too small', 'text-size: <Txt> "0.123" is 23.0 px large; 24 px can be read on a phone'],
    ['text in a colour near that of its ground', 'contrast: <Txt> "too pale" has a contrast of 3.9 to its ground; 4.5 is needed'],
    ['text on a shape near its colour', 'contrast: <Txt> "on a pale bar" has a contrast of 1.6 to its ground; 3 is needed'],
    ['text near the edge', /^safe-area: <Txt> "too far out" reaches \d+ px out of the safe area/],
    ['text over the edge', 'text-cut: <Txt> "over the edge" is cut off by the edge of the frame'],
    ['text that is clipped', 'text-cut: <Txt> "in a narrow box" is cut off by what clips it'],
    ['text on text', /^overlap: <Txt> "one text" lies on <Txt> "another"/],
    ['a copy left on its original', 'double: <Txt> "left over" is drawn twice in one place, with opacities 1.00 and 1.00'],
    ['a copy that shows through', /^double: <Txt> "through" is drawn twice in one place, with opacities 0\.60 and 0\.\d\d \(again at frames/],
    ['a line of code 3 px too low', /^line-pitch: <Txt> "return sample\(scores\)" stands 3\.0 px too low: the lines around it are 60\.0 px apart/],
    ['a statement that goes too soon', /^dwell: <Txt> "a statement of many words that nobody c…" stands still for 1\.\d s; reading it takes 4\.6 s/],
  ])('find %s', (_, fault) => {
    expect(messages).toEqual(expect.arrayContaining([expect.stringMatching(typeof fault === 'string' ? new RegExp(`^${fault.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`) : fault)]));
  });

  it('find nothing else', () => {
    expect(messages).toHaveLength(12);
  });

  it('count a statement as one showing that is carried over a cut, from parts to a whole', async () => {
    expect(await reviewed('carried', ['parts', 'whole'])).toEqual([]);
  });

  it('ask no more of it than its newest words need', async () => {
    expect(await reviewed('carried', ['late', 'whole'])).toEqual([]);
  });

  it('count it anew where it comes in another place', async () => {
    const told = (await reviewed('carried', ['parts', 'elsewhere'])).map(({rule, message}) => `${rule}: ${message}`);
    expect(told).toEqual([expect.stringMatching(/^dwell: <Txt> "The lighthouse keeper lit the lamp again" stands still for 1\.\d s; reading it takes 3\.7 s/)]);
  });

  it('count a statement as one showing whose words are handed to other nodes', async () => {
    expect(await reviewed('handedWords')).toEqual([]);
  });

  it('leave alone what can be read, what is hidden, and copies that set out from their originals', async () => {
    expect(await reviewed('readableTexts')).toEqual([]);
  });
});
