import {describe, expect, test} from 'vitest';
import type {AuthorError} from '../../src/author/authorError';
import {parseNarration} from '../../src/chapter/narration';

const file = 'scenes/a/01-two.md';

function refusal(source: string): AuthorError {
  try {
    parseNarration(source, file);
  } catch (error) {
    return error as AuthorError;
  }
  throw new Error('nothing was refused');
}

describe('parseNarration()', () => {
  test('parseNarration() reads the title, the beats and the words after each', () => {
    const narration = parseNarration('# Two words, *one* step\n[pair] Take two words.\n[step]Subtract, and look.\n', file);
    expect(narration.title).toBe('Two words, one step');
    expect(narration.beats).toEqual([
      {name: 'pair', line: 2, column: 1, words: 3, text: 'Take two words.'},
      {name: 'step', line: 3, column: 1, words: 3, text: 'Subtract, and look.'},
    ]);
  });
  test('parseNarration() keeps words before the first beat and places each word', () => {
    const {steps} = parseNarration('# T\nHello there [on] you.', file);
    expect(steps).toEqual([
      {kind: 'word', text: 'Hello', line: 2, column: 1},
      {kind: 'word', text: 'there', line: 2, column: 7},
      {kind: 'beat', name: 'on', line: 2, column: 13},
      {kind: 'word', text: 'you.', line: 2, column: 18},
    ]);
  });
  test('parseNarration() skips comments and keeps the lines after them in place', () => {
    const {steps} = parseNarration('<!-- [not-a-beat]\n two lines --># T\n<!-- a --> Hello', file);
    expect(steps).toEqual([{kind: 'word', text: 'Hello', line: 3, column: 12}]);
  });
  test('parseNarration() takes marks off and leaves the words', () => {
    const {beats} = parseNarration('# T\n[a] **Bold**, _soft_ `code`; [a link](https://example.org) snake_case \\[not a beat\\] \\*star\\*', file);
    expect(beats[0]?.text).toBe('Bold, soft code; a link snake_case [not a beat] *star*');
  });
  test('parseNarration() gives a lone dash to the word before it, and keeps signs of arithmetic as words', () => {
    const {beats} = parseNarration('# T\n[a] One — two - three', file);
    expect(beats[0]).toMatchObject({words: 4, text: 'One — two - three'});
  });
  test('parseNarration() reads pauses, and one paragraph for many blank lines', () => {
    const {steps} = parseNarration('# T\n\n\nOne.\n\n\n[pause 1.5]\nTwo.\n\n', file);
    expect(steps.map(step => (step.kind === 'pause' ? step.seconds : step.kind))).toEqual(['word', 'paragraph', 1.5, 'word']);
  });
  test('parseNarration() reads list items and Windows line ends as plain lines', () => {
    const {steps} = parseNarration('# T\r\n- One\r\n- Two\r\n', file);
    expect(steps.map(step => step.kind === 'word' && [step.text, step.column])).toEqual([['One', 3], ['Two', 3]]);
  });
  test.each([
    ['', 'the file has no title', 1, 1],
    ['Hello', 'the file has no title', 1, 1],
    ['# T\n<!-- only notes -->\n', 'the file says nothing', 1, 1],
    ['# T\nOne\n## Two\n', 'a second heading', 3, 1],
    ['#\nOne', 'the title is empty', 1, 1],
    ['# T\nOne [two three', 'the bracket that opens here is never closed', 2, 5],
    ['# T\nOne two] three', 'a closing bracket without its opening one', 2, 8],
    ['# T\nOne [Two Words] three', '"[Two Words]" is not a marker', 2, 5],
    ['# T\nOne [] three', '"[]" is not a marker', 2, 5],
    ['# T\nOne [pause] three', '"[pause]" is not a pause', 2, 5],
    ['# T\nOne [pause 0] three', '"[pause 0]" is not a pause', 2, 5],
    ['# T\nOne [pause 900] three', 'at most 60', 2, 5],
    ['# T\nOne\n two <!-- three', 'is never closed', 3, 6],
  ])('parseNarration(%j) is refused at its place', (source, message, line, column) => {
    const error = refusal(source);
    expect(`${error.message} ${error.fix}`).toContain(message);
    expect(error.positions).toEqual([{file, line, column}]);
  });
  test('parseNarration() of a beat named twice names both places', () => {
    expect(refusal('# T\n[a] One\n\nTwo [a] three')).toMatchObject({
      message: 'Cannot read narration: the beat "a" is named twice',
      positions: [{file, line: 4, column: 5}, {file, line: 2, column: 1}],
    });
  });
});
