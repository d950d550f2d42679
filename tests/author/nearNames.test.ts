import {describe, expect, test} from 'vitest';
import {didYouMean, nearNames} from '../../src/author/nearNames';

describe('nearNames()', () => {
  test('nearNames() puts the likest name first and leaves out strangers', () => {
    expect(nearNames('kinq', ['queen', 'king', 'kind'])).toEqual(['king', 'kind']);
  });
  test('nearNames() of a scene without its number finds the scene', () => {
    expect(nearNames('initials', ['01-initials', '02-uses'])).toEqual(['01-initials']);
  });
  test('nearNames() looks past case and separators', () => {
    expect(nearNames('Next_Word', ['next-word', 'last-word'])[0]).toBe('next-word');
  });
  test('nearNames() returns each name once and no more than the limit', () => {
    expect(nearNames('aaaa', ['aaab', 'aaab', 'aaac', 'aaad', 'aaae'], 2)).toEqual(['aaab', 'aaac']);
  });
  test('nearNames() of something unlike anything is empty', () => {
    expect(nearNames('zebra', ['king', 'queen'])).toEqual([]);
    expect(nearNames('', ['king'])).toEqual([]);
  });
});

describe('didYouMean()', () => {
  test('didYouMean() joins names as a person would', () => {
    expect(didYouMean('aaaa', ['aaab', 'aaac', 'aaad'])).toBe('did you mean "aaab", "aaac" or "aaad"?');
    expect(didYouMean('kinq', ['king'])).toBe('did you mean "king"?');
    expect(didYouMean('zebra', ['king'])).toBeUndefined();
  });
});
