import {describe, expect, test} from 'vitest';
import type {AuthorError} from '../../src/author/authorError';
import {checkBeats, lateBeats, type UsedBeat} from '../../src/chapter/beats';
import type {NarrationRecord} from '../../src/chapter/loadNarrations';
import {parseNarration} from '../../src/chapter/narration';
import {estimateTiming} from '../../src/chapter/timing';

const file = 'scenes/a/01-two.md';
const sceneFile = 'scenes/a/01-two.tsx';
const narration = parseNarration('# T\n[two-words] Take two.\n[difference] Subtract.', file);
const record: NarrationRecord = {scene: '01-two', title: 'T', file, ...estimateTiming(narration)};
const silent: NarrationRecord = {scene: '01-two', title: 'T', source: 'none', durationSeconds: 0, beats: [], sentences: [], warnings: []};
const at = {file: sceneFile, line: 9, column: 5};

function refusal(used: UsedBeat[], of = record): AuthorError {
  try {
    checkBeats(of, used, sceneFile);
  } catch (error) {
    return error as AuthorError;
  }
  throw new Error('nothing was refused');
}

describe('checkBeats()', () => {
  test('checkBeats() of the same beats in any order passes', () => {
    expect(() => checkBeats(record, [{name: 'difference'}, {name: 'two-words'}, {name: 'two-words'}], sceneFile)).not.toThrow();
    expect(() => checkBeats(silent, [], sceneFile)).not.toThrow();
  });
  test('checkBeats() of a misspelt beat names both places and the near name', () => {
    expect(refusal([{name: 'tow-words', at}, {name: 'difference'}])).toMatchObject({
      message: 'Cannot wait for the beat "tow-words": the narration has no such beat',
      positions: [at, {file, line: 2, column: 1}], fix: 'did you mean "two-words"?',
    });
  });
  test('checkBeats() of a beat like no other lists what there is', () => {
    expect(refusal([{name: 'zebra', at}])).toMatchObject({positions: [at, {file}], fix: "the narration's beats are two-words, difference"});
  });
  test('checkBeats() of a beat that the scene leaves out names both places', () => {
    expect(refusal([{name: 'two-words', at}])).toMatchObject({
      message: 'Cannot place the beat "difference": the narration names it, but the scene 01-two never waits for it',
      positions: [{file, line: 3, column: 1}, {file: sceneFile}],
    });
  });
  test('checkBeats() of a scene without narration asks for the file', () => {
    const error = refusal([{name: 'go', at}], silent);
    expect(error.message).toContain('has no narration');
    expect(error.positions).toEqual([at, {file}]);
  });
});

describe('lateBeats()', () => {
  test('lateBeats() reports only beats more than two frames behind their words', () => {
    const frame = Math.round(record.beats[1]!.seconds * 30);
    expect(lateBeats(record, [{name: 'two-words', frame: 12}, {name: 'difference', frame: frame + 2}], 30)).toEqual([]);
    expect(lateBeats(record, [{name: 'difference', frame: frame + 15}], 30)).toMatchObject([
      {rule: 'beat-late', scene: '01-two', message: expect.stringContaining('15 frames (0.50 s)')},
    ]);
  });
});
