import {describe, expect, test} from 'vitest';
import {parseNarration} from '../../src/chapter/narration';
import {beatFrame, endsSentence, estimateTiming, framesToHold, pauseSeconds, recordedTiming} from '../../src/chapter/timing';

const narration = (text: string) => parseNarration(`# T\n${text}`, 'a.md');
const third = 1 / 3;

describe('estimateTiming()', () => {
  test('estimateTiming() at 180 words a minute gives a third of a second to each word', () => {
    const {sentences, durationSeconds} = estimateTiming(narration('One two three.'));
    expect(sentences[0]!.words.map(word => word.start)).toEqual([0, third, 2 * third].map(t => expect.closeTo(pauseSeconds.opening + t, 9)));
    expect(durationSeconds).toBeCloseTo(pauseSeconds.opening + 1 + pauseSeconds.closing, 9);
  });
  test('estimateTiming() puts a beat where its first word begins, after the pause of the sentence before', () => {
    const {beats, sentences} = estimateTiming(narration('[a] One. [b] Two.'));
    expect(beats.map(beat => beat.seconds)).toEqual([pauseSeconds.opening, expect.closeTo(pauseSeconds.opening + third + pauseSeconds.sentence, 9)]);
    expect(beats[1]!.seconds).toBe(sentences[1]!.start);
    expect(beats[1]!.at).toEqual({file: 'a.md', line: 2, column: 10});
  });
  test.each([
    ['One, two', pauseSeconds.comma],
    ['One: two', pauseSeconds.clause],
    ['One — two', pauseSeconds.clause],
    ['One. Two', pauseSeconds.sentence],
    ['One.\n\nTwo', pauseSeconds.sentence + pauseSeconds.paragraph],
    ['One [pause 2] two', 2],
    ['One two', 0],
    ['e.g. Two', 0],
  ])('estimateTiming() of %j pauses %d s', (text, pause) => {
    const words = estimateTiming(narration(text)).sentences.flatMap(sentence => sentence.words);
    expect(words.at(-1)!.start - words[0]!.end).toBeCloseTo(pause, 9);
  });
  test('estimateTiming() gives a long number the time that it takes to say', () => {
    const seconds = (text: string) => estimateTiming(narration(text)).durationSeconds;
    expect(seconds('175,181,291,520 weights') - seconds('Many weights')).toBeCloseTo(17 * third, 9);
  });
  test('estimateTiming() at half the rate takes twice as long to say the words', () => {
    const spoken = (rate: number) => estimateTiming(narration('One two three four'), rate).sentences[0]!.end - pauseSeconds.opening;
    expect(spoken(90)).toBeCloseTo(2 * spoken(180), 9);
  });
  test('estimateTiming() of a scene of pauses and beats alone is silent but lasts', () => {
    const {beats, sentences, durationSeconds} = estimateTiming(narration('[a] [pause 2] [b] [pause 3]'));
    expect(beats.map(beat => beat.seconds)).toEqual([pauseSeconds.opening, pauseSeconds.opening + 2]);
    expect(sentences).toEqual([]);
    expect(durationSeconds).toBe(pauseSeconds.opening + 5 + pauseSeconds.closing);
  });
});

describe('recordedTiming()', () => {
  const text = narration('[a] Take 100 words. [b] Now, look.');
  const recorded = [['take', 1, 1.2], ['one', 1.2, 1.5], ['hundred', 1.5, 2], ['words', 2, 2.5], ['Now', 4, 4.2], ['look', 4.4, 4.8]] as const;
  test('recordedTiming() takes the times of the recording, numbers by their sound', () => {
    const timing = recordedTiming(text, recorded);
    expect(timing.beats.map(beat => beat.seconds)).toEqual([1, 4]);
    expect(timing.sentences[0]!.words[1]).toEqual({text: '100', start: 1.2, end: 2});
    expect(timing).toMatchObject({source: 'recorded', durationSeconds: 4.8 + pauseSeconds.closing, warnings: []});
  });
  test('recordedTiming() of a recording 8 % slower moves every beat by 8 %', () => {
    const slower = recorded.map(([word, start, end]) => [word, start * 1.08, end * 1.08] as const);
    const before = recordedTiming(text, recorded).beats;
    recordedTiming(text, slower).beats.forEach((beat, i) => expect(beat.seconds).toBeCloseTo(before[i]!.seconds * 1.08, 9));
  });
  test('recordedTiming() warns of a beat whose word was not said, and places it between its neighbours', () => {
    const timing = recordedTiming(text, recorded.filter(([word]) => word !== 'Now'));
    expect(timing.beats[1]!.seconds).toBe(2.5);
    expect(timing.warnings).toMatchObject([{rule: 'beat-lost-its-word', at: {line: 2, column: 21}}]);
  });
  test('recordedTiming() of a recording with words added in keeps the written words in time order', () => {
    const chatty = recorded.flatMap(([word, start, end]) => [['um', start, start + 0.05], [word, start + 0.05, end]] as const);
    const words = recordedTiming(text, chatty).sentences.flatMap(sentence => sentence.words);
    words.slice(1).forEach((word, i) => expect(word.start).toBeGreaterThanOrEqual(words[i]!.end));
  });
});

describe('endsSentence()', () => {
  test.each([
    ['word.', 'Next', true], ['word', 'Next', false], ['word?”', 'Next', true], ['wait…', 'and', false], ['Dr.', 'Who', false],
    ['W.', 'Smith', false], ['word.', 'next', false], ['word', undefined, true],
  ])('endsSentence(%j, %j) is %j', (word, next, ends) => {
    expect(endsSentence(word, next)).toBe(ends);
  });
});

describe('frames', () => {
  test('beatFrame() is never more than half a frame off', () => {
    for (let i = 0; i < 500; i++) expect(Math.abs(beatFrame(i * 0.0137, 30) / 30 - i * 0.0137)).toBeLessThanOrEqual(0.5 / 30 + 1e-9);
  });
  test('framesToHold() rounds up, but not a whole number of frames', () => {
    expect(framesToHold({durationSeconds: 1.01}, 30)).toBe(31);
    expect(framesToHold({durationSeconds: 0.1 + 0.2}, 30)).toBe(9);
  });
});
