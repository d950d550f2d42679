import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {captionCues} from '../../src/chapter/captions';
import {lintCaptions} from '../../src/chapter/lintCaptions';
import {loadNarrations, type NarrationRecord} from '../../src/chapter/loadNarrations';
import {framesToHold} from '../../src/chapter/timing';

const fps = 30;
const chapterDir = path.resolve(import.meta.dirname, '../../scenes/gpt');
let records: NarrationRecord[];

beforeAll(async () => {
  const files = (await readdir(chapterDir)).filter(file => /^\d\d-.*\.md$/.test(file)).sort();
  records = await loadNarrations(chapterDir, files.map(file => path.basename(file, '.md')));
});

describe('the narration of "But what is a GPT?"', () => {
  test('its words, said at 180 a minute without a pause, fill 10 to 14 minutes', () => {
    const words = records.flatMap(record => record.sentences.flatMap(sentence => sentence.words)).length;
    expect(words / 180).toBeGreaterThan(10);
    expect(words / 180).toBeLessThan(14);
  });
  test('every scene has 4 to 9 beats and a title of its own', () => {
    for (const record of records) expect([record.scene, record.beats.length >= 4 && record.beats.length <= 9]).toEqual([record.scene, true]);
    expect(new Set(records.map(record => record.title)).size).toBe(records.length);
  });
  test('its captions break no rule', () => {
    let clock = 0;
    const scenes = records.map(narration => {
      const startFrame = clock;
      clock += framesToHold(narration, fps);
      return {narration, startFrame, endFrame: clock};
    });
    expect(lintCaptions(captionCues(scenes, {fps}), {fps}).map(finding => finding.message)).toEqual([]);
  });
});
