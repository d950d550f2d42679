import {describe, expect, it} from 'vitest';
import {defineChapter, type ChapterSettings} from '../../src/chapter/chapter';
import {openSlots, requireNoOpenSlots} from '../../src/chapter/openSlots';

const slot = {scene: '02-two', title: 'Attention', due: '2', owner: 'attention team', seconds: 3.5};
const played = (slots: ChapterSettings['slots'], scenes = ['01-one', '02-two']) => ({
  name: 'film', file: '/film/chapter.ts', chapter: defineChapter({title: 'Film', scenes: ['01-one', '02-two'], slots}), scenes: scenes.map(name => ({name})),
});

describe('openSlots()', () => {
  it('lists slots without a section, of scenes that are played', () => {
    expect(openSlots(played({a: slot, b: {...slot, section: 'b.mp4'}})).map(({message}) => message)).toEqual([
      'The slot "a" shows a slate: 3.5 s of "Attention" are due with chapter 2 (attention team)',
    ]);
    expect(openSlots(played({a: slot}, ['01-one']))).toEqual([]);
    expect(openSlots({name: 'scene', file: '/scene.tsx', scenes: []})).toEqual([]);
  });
});

describe('requireNoOpenSlots()', () => {
  it('names all that are open', () => {
    expect(() => requireNoOpenSlots(played({a: slot, b: slot}), 'master')).toThrow(/^Cannot render film for master: 2 slots are open\n {2}02-two: The slot "a".*\n {2}02-two: The slot "b"/);
    expect(() => requireNoOpenSlots(played({a: {...slot, section: 'a.mp4'}}), 'master')).not.toThrow();
  });
});

describe('defineChapter()', () => {
  it('refuses a slot in a scene that is not there, and one that takes no time', () => {
    expect(() => played({a: {...slot, scene: '02-tow'}})).toThrow('Cannot define chapter: the slot "a" is in the scene "02-tow", which "scenes" does not list');
    expect(() => played({a: {...slot, seconds: 0}})).toThrow('Cannot define chapter: "slots.a.seconds" is 0, it takes a number of seconds above 0');
  });
});
