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

  it('leaves alone what is eased in three frames, handed over, typed, or declared with cut()', async () => {
    expect(await reviewed('smooth')).toEqual([]);
  });
});
