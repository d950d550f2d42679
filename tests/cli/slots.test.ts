import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {emptyFolder, runLectern} from './runLectern';

const LATER = 'The slot "later" shows a slate: 0.4 s of "What comes next" are due with chapter 2 (somebody else)';

describe('a chapter with an open slot', () => {
  it.each(['youtube', 'master'])('is not rendered for %s, and nothing is written', async profile => {
    const folder = await emptyFolder();
    const {code, stderr} = await runLectern(['render', 'waiting', '--for', profile, '-o', path.join(folder, 'film.mp4')]);
    expect(stderr).toBe([
      `Cannot render waiting for ${profile}: a slot is open`,
      `  01-open: ${LATER}`,
      '  at scenes/waiting/chapter.ts',
      'Fix: give each slot its section, or render with --for review, where slots show their slates',
      '',
    ].join('\n'));
    expect(code).toBe(7);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is rendered as a draft, with a warning', async () => {
    const file = path.join(await emptyFolder(), 'film.mp4');
    const {code, stdout, stderr} = await runLectern(['render', 'waiting', '--for', 'draft', '-o', file]);
    expect([code, stdout]).toEqual([0, `${file}\n`]);
    expect(stderr).toContain(`Warning: ${LATER}\n  at scenes/waiting/chapter.ts`);
  });

  it('is rendered for youtube where only filled slots are played', async () => {
    const {code, stderr} = await runLectern(['render', 'waiting', '02-filled', '--for', 'youtube', '-o', path.join(await emptyFolder(), 'film.mp4')]);
    expect([code, stderr.includes('slot')]).toEqual([0, false]);
  });

  it('lists it in a check', async () => {
    const {code, stdout, stderr} = await runLectern(['check', 'waiting', '01-open', '--json', '--fail-on', 'never']);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({slots: [{rule: 'open-slot', scene: '01-open', message: LATER}]});
  });
});
