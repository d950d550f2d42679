import {describe, expect, test} from 'vitest';
import {breakCaption} from '../../src/chapter/breakCaption';
import {captionCues, formatSrt, formatVtt, type CaptionCue} from '../../src/chapter/captions';
import {lintCaptions} from '../../src/chapter/lintCaptions';
import type {NarrationRecord} from '../../src/chapter/loadNarrations';
import {parseNarration} from '../../src/chapter/narration';
import {estimateTiming, framesToHold} from '../../src/chapter/timing';

function scenesOf(texts: readonly string[], fps: number) {
  let clock = 0;
  return texts.map((text, i) => {
    const scene = `0${i}-scene`;
    const narration: NarrationRecord = {scene, title: 'T', ...estimateTiming(parseNarration(`# T\n${text}`, `${scene}.md`))};
    const startFrame = clock;
    clock += framesToHold(narration, fps);
    return {narration, startFrame, endFrame: clock};
  });
}

const cuesOf = (texts: readonly string[], fps = 30): CaptionCue[] => captionCues(scenesOf(texts, fps), {fps});

/** Sentences of seeded nonsense: short and long words, numbers, commas, paragraphs. */
function randomText(seed: number): string {
  let state = seed;
  const next = (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const words = 'the a of in and because model vector word number token weights predict probability distribution it is of to 12,288 0.62 next one'.split(' ');
  return Array.from({length: 6 + next(8)}, () => {
    const sentence = Array.from({length: 1 + next(24)}, () => words[next(words.length)]! + (next(7) === 0 ? ',' : '')).join(' ');
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1).replace(/,$/, '')}.${next(4) === 0 ? '\n\n' : ' '}`;
  }).join('');
}

describe('captionCues()', () => {
  const rounds = Array.from({length: 40}, (_, seed) => [randomText(seed), randomText(seed + 1000)]);
  test('captionCues() of any text says every word once, in order', () => {
    for (const texts of rounds) {
      const said = cuesOf(texts).flatMap(cue => cue.lines).join(' ').split(' ');
      expect(said).toEqual(texts.join(' ').trim().split(/\s+/));
    }
  });
  test('captionCues() of any text keeps to two lines of 42 characters, 7 s, order, and gaps of two frames', () => {
    for (const texts of rounds) {
      const findings = lintCaptions(cuesOf(texts), {fps: 30}).filter(finding => ['K2', 'K4', 'K5'].includes(finding.rule));
      expect(findings).toEqual([]);
      expect(Math.max(...cuesOf(texts).map(cue => cue.endMs - cue.startMs))).toBeLessThanOrEqual(7000);
    }
  });
  test('captionCues() of any text is too brief only for want of room before the next words', () => {
    for (const texts of rounds) {
      const cues = cuesOf(texts);
      const brief = cues.filter((cue, i) => cue.endMs - cue.startMs < 800 && (cues[i + 1]?.startFrame ?? Infinity) - cue.endFrame > 2);
      expect(brief).toEqual([]);
    }
  });
  test('captionCues() never crosses a cut', () => {
    for (const texts of rounds) {
      const scenes = scenesOf(texts, 30);
      for (const cue of captionCues(scenes, {fps: 30})) {
        const scene = scenes.find(other => other.narration.scene === cue.scene)!;
        expect(cue.startFrame).toBeGreaterThanOrEqual(scene.startFrame);
        expect(cue.endFrame).toBeLessThanOrEqual(scene.endFrame);
      }
    }
  });
  test('captionCues() begins each cue with its first word', () => {
    const [scene] = scenesOf(['One step at a time. Then the next step follows the first one.'], 30);
    const cues = captionCues([{...scene!, startFrame: 300, endFrame: scene!.endFrame + 300}], {fps: 30});
    expect(cues.map(cue => cue.startFrame)).toEqual(scene!.narration.sentences.map(sentence => 300 + Math.round(sentence.start * 30)));
  });
  test('captionCues() cuts a long sentence at its commas', () => {
    const [first] = cuesOf(['A model of this kind reads the words so far, weighs each of them against the others, and then offers a guess at the next.']);
    expect(first!.lines.at(-1)).toMatch(/,$/);
  });
  test('captionCues() joins a very short sentence to its neighbour', () => {
    expect(cuesOf(['Yes. It is only a guess.'])).toHaveLength(1);
  });
  test('captionCues() of a scene without narration is empty', () => {
    const narration: NarrationRecord = {scene: '00-a', title: 'T', source: 'none', durationSeconds: 0, beats: [], sentences: [], warnings: []};
    expect(captionCues([{narration, startFrame: 0, endFrame: 90}], {fps: 30})).toEqual([]);
  });
  test('captionCues() refuses a scene shorter than its words', () => {
    const [scene] = scenesOf(['One step at a time.'], 30);
    expect(() => captionCues([{...scene!, endFrame: 20}], {fps: 30})).toThrow('Cannot caption 00-scene: its words need 62 frames, the scene has 20');
  });
});

describe('formatSrt(), formatVtt()', () => {
  const cues = cuesOf(['Less than one, & more than zero, for a probability is never larger than one. <Then> stop.']);
  const times = (text: string) => [...text.matchAll(/(\S+) --> (\S+)/g)].map(match => [match[1], match[2]].map(time => time!.replace(',', '.')));
  test('formatSrt() and formatVtt() agree to the millisecond', () => {
    expect(times(formatSrt(cues))).toEqual(times(formatVtt(cues)));
    expect(times(formatSrt(cues))).toHaveLength(cues.length);
  });
  test('formatSrt() counts hours, minutes, seconds and milliseconds', () => {
    const cue = {index: 1, scene: 'a', startFrame: 0, endFrame: 1, startMs: 3_723_045, endMs: 3_724_000, lines: ['One', 'Two']};
    expect(formatSrt([cue])).toBe('1\n01:02:03,045 --> 01:02:04,000\nOne\nTwo\n');
  });
  test('formatVtt() escapes what WebVTT reserves and names the language', () => {
    const text = formatVtt(cues, {language: 'en', title: 'A --> B'});
    expect(text).toMatch(/^WEBVTT\nLanguage: en\n\nNOTE A -> B\n\n1\n/);
    expect(text).toContain('&amp; more');
    expect(text).toContain('&lt;Then&gt;');
  });
});

describe('breakCaption()', () => {
  const words = (text: string): string[] => text.split(' ');
  test('breakCaption() of a text that fits one line leaves it whole', () => {
    expect(breakCaption(words('Take two words that differ in one respect.'))).toEqual(['Take two words that differ in one respect.']);
  });
  test('breakCaption() balances two lines and starts the second with a conjunction', () => {
    expect(breakCaption(words('It reads the words so far and it weighs them against each other.')))
      .toEqual(['It reads the words so far', 'and it weighs them against each other.']);
  });
  test('breakCaption() does not leave an article at the end of a line', () => {
    expect(breakCaption(words('A probability is a number between the two ends of one line.'))![0]).not.toMatch(/ (a|the|two)$/);
  });
  test('breakCaption() of what needs three lines is refused; a single long word is not', () => {
    expect(breakCaption(words('word '.repeat(20).trim()))).toBeUndefined();
    expect(breakCaption(['x'.repeat(60)])).toEqual(['x'.repeat(60)]);
  });
});

describe('lintCaptions()', () => {
  const cue = {index: 1, scene: 'a', startFrame: 0, endFrame: 60, startMs: 0, endMs: 2000, lines: ['A caption.']};
  const rules = (...cues: CaptionCue[]) => lintCaptions(cues, {fps: 30}).map(finding => `${finding.rule} ${finding.severity}`);
  test('lintCaptions() of a good cue finds nothing', () => expect(rules(cue)).toEqual([]));
  test.each<[string, Partial<CaptionCue>, Partial<CaptionCue> | undefined]>([
    ['K1 warning', {lines: ['x'.repeat(36)]}, undefined],
    ['K1 error', {lines: ['x'.repeat(41)]}, undefined],
    ['K2 error', {endMs: 5000, lines: ['x'.repeat(43)]}, undefined],
    ['K3 warning', {endMs: 700}, undefined],
    ['K3 warning', {endMs: 7100}, undefined],
    ['K4 warning', {}, {index: 2, startMs: 2033, endMs: 4000}],
    ['K5 error', {}, {index: 2, startMs: 1900, endMs: 4000}],
    ['K9 warning', {lines: ['king - man']}, undefined],
    ['K9 warning', {lines: ['about ≈3']}, undefined],
  ])('lintCaptions() finds %s in %j', (rule, change, next) => {
    expect(rules({...cue, ...change}, ...(next ? [{...cue, ...next}] : []))).toEqual([rule]);
  });
});
