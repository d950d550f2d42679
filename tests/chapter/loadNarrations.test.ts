import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {loadNarrations, parseRecordedWords} from '../../src/chapter/loadNarrations';
import {pauseSeconds} from '../../src/chapter/timing';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'lectern-narration-'));
});
afterEach(() => rm(dir, {recursive: true}));
const write = (name: string, text: string) => writeFile(path.join(dir, name), text);

describe('loadNarrations()', () => {
  test('loadNarrations() keeps the order of the scenes; one without narration is silent', async () => {
    await write('01-open.md', '# The start\n[a] Hello there.');
    const records = await loadNarrations(dir, ['02-word-vectors', '01-open']);
    expect(records).toMatchObject([
      {scene: '02-word-vectors', title: 'Word vectors', source: 'none', durationSeconds: 0, beats: []},
      {scene: '01-open', title: 'The start', source: 'estimated', file: path.join(dir, '01-open.md'), beats: [{name: 'a', seconds: pauseSeconds.opening}]},
    ]);
    expect(JSON.parse(JSON.stringify(records))).toEqual(records);
  });
  test('loadNarrations() lets the times of a recording replace the estimate', async () => {
    await write('01-open.md', '# T\n[a] Hello there.');
    await write('01-open.timing.json', '[["hello", 3, 3.4], ["there", 3.4, 3.9]]');
    expect(await loadNarrations(dir, ['01-open'])).toMatchObject([{source: 'recorded', durationSeconds: 3.9 + pauseSeconds.closing, beats: [{seconds: 3}]}]);
  });
  test('loadNarrations() refuses times without words, and a file that cannot be read', async () => {
    await write('01-open.timing.json', '[["hello", 3, 3.4]]');
    await expect(loadNarrations(dir, ['01-open'])).rejects.toThrow('01-open.timing.json has no 01-open.md beside it');
  });
});

describe('parseRecordedWords()', () => {
  test.each([
    ['{', 'the file is not JSON'],
    ['{}', 'the file takes a list of ["word", start, end]'],
    ['[]', 'takes at least one word'],
    ['[["a", 0, 1], ["b", 1]]', 'entry 1 takes ["word", start, end]'],
    ['[["a", 0, 1], ["b", "1", 2]]', 'entry 1 takes ["word", start, end]'],
    ['[["a", 2, 1]]', 'entry 0, ["a",2,1], goes back in time'],
    ['[["a", 2, 3], ["b", 1, 2]]', 'entry 1, ["b",1,2], goes back in time'],
  ])('parseRecordedWords(%j) is refused', (source, message) => {
    expect(() => parseRecordedWords(source, 'a.timing.json')).toThrow(message);
  });
});
