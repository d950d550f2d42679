import {describe, expect, test} from 'vitest';
import type {AuthorError} from '../../src/author/authorError';
import {defineChapter, isChapterDefinition, type ChapterSettings} from '../../src/chapter/chapter';

const least: ChapterSettings = {title: 'Vectors', scenes: ['01-open', '02-close']};

function refusal(settings: unknown): AuthorError {
  try {
    defineChapter(settings as ChapterSettings);
  } catch (error) {
    return error as AuthorError;
  }
  throw new Error('nothing was refused');
}

describe('defineChapter()', () => {
  test('defineChapter() of a title and scenes fills in every default', () => {
    expect(defineChapter(least)).toMatchObject({
      kind: 'lectern/chapter', title: 'Vectors', scenes: ['01-open', '02-close'], size: {width: 1920, height: 1080},
      fps: 30, theme: 'dark', status: 'draft', language: 'en', wordsPerMinute: 180, seed: 1, sections: {}, waivers: [],
    });
  });
  test('defineChapter() survives JSON, so that a worker can have it', () => {
    const chapter = defineChapter({...least, size: [1280, 720], description: {about: 'A film.'}});
    expect(JSON.parse(JSON.stringify(chapter))).toEqual(chapter);
    expect(isChapterDefinition(JSON.parse(JSON.stringify(chapter)))).toBe(true);
  });
  test('defineChapter() is frozen all the way down', () => {
    const chapter = defineChapter(least);
    expect(Object.isFrozen(chapter.scenes)).toBe(true);
    expect(Object.isFrozen(chapter.size)).toBe(true);
  });
  test.each([
    [{...least, fps: 'sixty'}, 'Cannot define chapter: "fps" is "sixty", it takes a whole number of frames a second'],
    [{...least, size: [1921, 1080]}, '"size[0]" is 1921, it takes an even number of pixels'],
    [{scenes: ['01-open']}, '"title" is missing'],
    [{...least, scenes: '01-open'}, '"scenes" is "01-open", it takes a list of scene names'],
    [{...least, scenes: ['01 Open']}, '"scenes[0]" is "01 Open", it takes a scene name in kebab-case'],
    [{...least, theme: 'blue'}, '"theme" is "blue", it takes "dark" or "light"'],
    [{...least, scenes: ['01-open', '01-open']}, '"scenes" lists "01-open" twice'],
    [undefined, 'defineChapter takes an object, not undefined'],
  ])('defineChapter(%j) is refused by name', (settings, message) => {
    expect(refusal(settings).message).toContain(message);
    expect(refusal(settings).name).toBe('AuthorError');
  });
  test('defineChapter() with a misspelt setting offers the right one', () => {
    expect(refusal({...least, backgroud: '#000'})).toMatchObject({
      message: 'Cannot define chapter: a chapter has no setting "backgroud"', fix: 'did you mean "background"?',
    });
    expect(refusal({...least, description: {credit: ['me']}}).fix).toBe('did you mean "credits"?');
  });
  test('defineChapter() with a section at an unlisted scene offers a near one', () => {
    expect(refusal({...least, sections: {'1-open': 'Start'}}).fix).toBe('did you mean "01-open"?');
  });
});

describe('isChapterDefinition()', () => {
  test('isChapterDefinition() of settings that were not defined is false', () => {
    expect(isChapterDefinition(least)).toBe(false);
    expect(isChapterDefinition(null)).toBe(false);
  });
});
