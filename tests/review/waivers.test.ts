import {describe, expect, it} from 'vitest';
import {defineChapter} from '../../src/chapter/chapter';
import type {ChapterFinding} from '../../src/chapter/finding';
import {waive} from '../../src/review/waivers';

const findings: ChapterFinding[] = ['01-one', '02-two'].map(scene => ({rule: 'text-size', severity: 'error', message: 'small', scene, frame: 3}));
const chapterWith = (waiver: object) => ({
  file: '/film/chapter.ts',
  chapter: defineChapter({title: 'Film', scenes: ['01-one', '02-two'], waivers: [{rule: 'text-size', reason: 'a map to be felt', expires: '2026-05-01', ...waiver}]}),
});

describe('waive()', () => {
  it('takes out a rule in one scene', () => {
    const {kept, waived} = waive(findings, chapterWith({scene: '01-one'}), '2026-05-01');
    expect([kept, waived].map(list => list.map(({scene}) => scene))).toEqual([['02-two'], ['01-one']]);
  });

  it('takes out a rule in all scenes, and no other rule', () => {
    expect(waive(findings, chapterWith({}), '2026-04-30').kept).toEqual([]);
    expect(waive(findings, chapterWith({rule: 'jump'}), '2026-04-30').kept).toHaveLength(2);
  });

  it('refuses a waiver that has expired, where it still covers something', () => {
    expect(() => waive(findings, chapterWith({}), '2026-05-02')).toThrow('Cannot waive "text-size": the waiver expired on 2026-05-01');
    expect(waive([], chapterWith({}), '2026-05-02').kept).toEqual([]);
  });
});
