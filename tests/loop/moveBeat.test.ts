import {describe, expect, it} from 'vitest';
import {parseNarration} from '../../src/chapter/narration';
import {estimateTiming} from '../../src/chapter/timing';
import {movedBeat} from '../../src/loop/moveBeat';

const text = '# Title\n\n[one] First words here.\n\n[two] Then others. [three] And the last.\n';
const times = (source: string) => Object.fromEntries(estimateTiming(parseNarration(source, 'a.md')).beats.map(({name, seconds}) => [name, seconds]));
const move = (source: string, beat: string, seconds: number) => movedBeat(source, 'a.md', {beat, seconds});

describe('movedBeat()', () => {
  it.each(['one', 'two', 'three'])('puts the beat "%s" where it was dragged, and what follows as far behind', beat => {
    const before = times(text);
    const after = times(move(text, beat, before[beat] + 1.25).text);
    for (const name of Object.keys(before)) {
      expect(after[name]).toBeCloseTo(before[name] + (before[name] >= before[beat] ? 1.25 : 0), 2);
    }
  });

  it('writes a pause before the marker and changes nothing else', () => {
    const {text: moved} = move(text, 'three', times(text).three + 0.5);
    expect(moved).toBe(text.replace('[three]', '[pause 0.5] [three]'));
  });

  it('lengthens and shortens the pause that is there', () => {
    const paused = text.replace('[two]', '[pause 1] [two]');
    expect(move(paused, 'two', times(paused).two + 0.25).text).toBe(text.replace('[two]', '[pause 1.25] [two]'));
    expect(move(paused, 'two', times(paused).two - 0.25).text).toBe(text.replace('[two]', '[pause 0.75] [two]'));
  });

  it('takes out a pause that is dragged to nothing, or past it, and says where the beat fell', () => {
    const paused = text.replace('[two]', '[pause 1] [two]');
    expect(move(paused, 'two', times(paused).two - 1).text).toBe(text);
    const past = move(paused, 'two', times(paused).two - 1.7);
    expect(past.text).toBe(text);
    expect(past.seconds).toBeCloseTo(times(text).two, 6);
  });

  it('to where the beat is changes nothing', () => {
    expect(move(text, 'two', times(text).two).text).toBe(text);
  });

  it('refuses to cut into the words before', () => {
    expect(() => move(text, 'two', 0.1)).toThrow(/^Cannot move the beat "two": the words before it last until \d/);
  });

  it('refuses a beat that the text does not have', () => {
    expect(() => move(text, 'four', 3)).toThrow('Cannot move the beat "four": the narration has no such beat');
  });

  it('keeps line ends of Windows', () => {
    const windows = text.replace(/\n/g, '\r\n');
    expect(move(windows, 'two', times(windows).two + 1).text).toBe(windows.replace('[two]', '[pause 1] [two]'));
  });
});
