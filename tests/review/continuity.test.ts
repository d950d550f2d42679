import {describe, expect, it} from 'vitest';
import {reviewed} from './reviewed';

describe('continuity', () => {
  it('finds a snap, a turn, a change of opacity, what vanishes and what a figure moves inside', async () => {
    const findings = (await reviewed('jumps')).filter(({rule}) => rule === 'jump' || rule === 'pop');
    expect(findings.map(({told}) => told)).toEqual(['jump 31', 'jump 59', 'pop 90', 'pop 120', 'jump 180']);
    expect(findings.map(({message}) => message)).toEqual([
      '<Circle> jumps 60 px within one frame; in the frame before it went 0.0 px',
      expect.stringMatching(/^<Rect> jumps \d+ px within one frame/),
      '<Txt> "lighthouse" changes its opacity within one frame: opacity 1.00 to 0.10',
      '<Rect> vanishes within one frame: opacity 1.00 to 0.00',
      expect.stringMatching(/^<TokenStrip> and 2 more jumps 20 px within one frame/),
    ]);
    expect(findings[0].at).toMatchObject({file: expect.stringMatching(/jumps\.tsx$/), line: 11});
  });

  it('finds what flashes or jerks for a single frame, and is back', async () => {
    const findings = await reviewed('flashes');
    expect(findings.map(({told, message}) => `${told} ${message}`)).toEqual([
      'pop 30 <Txt> "softmax" changes its opacity within one frame: opacity 0.40 to 1.00 (again at frame 31)',
      expect.stringMatching(/^step 60 A part of the picture around \(0, 0\)/),
      'pop 92 <Txt> "softmax" appears within one frame: opacity 0.00 to 1.00',
      'pop 93 <Txt> "softmax" vanishes within one frame: opacity 1.00 to 0.00',
      'jump 123 <Circle> jumps 60 px within one frame; in the frame before it went 0.0 px (again at frame 124)',
    ]);
  });

  it('leaves alone what is eased in three frames, handed over, typed, or declared with cut()', async () => {
    expect(await reviewed('smooth')).toEqual([]);
  });
});
