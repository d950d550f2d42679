import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {loadImage} from '@napi-rs/canvas';
import {describe, expect, it} from 'vitest';
import {emptyFolder, repository, runLectern} from './runLectern';

const hello = path.join(repository, 'tests/loop/fixtures/hello/chapter.ts');

describe('lectern sheet', () => {
  it('prints the path of what it drew', async () => {
    const out = path.join(await emptyFolder(), 'sheet.png');
    const {code, stdout} = await runLectern(['sheet', hello, '01-dot', '--width', '160', '--columns', '2', '-o', out]);
    expect([code, stdout]).toEqual([0, `${out}\n`]);
    expect((await loadImage(out)).width).toBe(2 * 24 + 2 * 160 + 16);
  });
});

describe('lectern strip', () => {
  it('draws from beat to beat', async () => {
    const out = path.join(await emptyFolder(), 'strip.png');
    const {code, stdout, stderr} = await runLectern(['strip', hello, '01-dot', '--from', 'appear', '--to', 'move', '--every', '0.5s', '-o', out]);
    expect([code, stdout, stderr]).toEqual([0, `${out}\n`, '']);
  });

  it('says which steps there are', async () => {
    const {code, stderr} = await runLectern(['strip', hello, '--every', 'second']);
    expect(code).toBe(2);
    expect(stderr).toBe('Cannot take one frame every "second"\nFix: give frames (--every 3) or seconds (--every 0.1s)\n');
  });
});

describe('lectern preview', () => {
  it('renders a range at half the size', async () => {
    const folder = await emptyFolder();
    const {code, stdout} = await runLectern(['preview', hello, '--range', '0.2s-0.6s', '-o', path.join(folder, 'p.mp4')]);
    expect([code, stdout]).toEqual([0, `${path.join(folder, 'p.mp4')}\n`]);
    expect(await readdir(folder)).toEqual(['p.mp4']);
  });
});

describe('lectern new', () => {
  it('does not write over a chapter that is there', async () => {
    const cwd = await emptyFolder();
    expect((await runLectern(['new', 'chapter', 'hello'], {cwd})).code).toBe(0);
    const {code, stderr} = await runLectern(['new', 'chapter', 'hello'], {cwd});
    expect([code, stderr]).toEqual([2, 'Cannot write scenes/hello/chapter.ts: it is there already\nFix: give another name\n']);
  });

  it('wants a chapter for a scene', async () => {
    const {code, stderr} = await runLectern(['new', 'scene', 'more'], {cwd: await emptyFolder()});
    expect([code, stderr]).toEqual([2, 'Cannot make scene "more": it needs a chapter\nFix: lectern new scene <chapter>/more\n']);
  });
});

describe('lectern watch and dev', () => {
  it.each(['watch', 'dev'])('%s prints its page, and ends well with Ctrl-C', async command => {
    const {code, stdout} = await runLectern([command, hello, '--port', '0'], {
      cwd: await emptyFolder(),
      onStart: child => child.stdout!.once('data', () => setTimeout(() => child.kill('SIGINT'), 200)),
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
  });

  it('dev without a chapter says how to make one', async () => {
    const {code, stderr} = await runLectern(['dev'], {cwd: await emptyFolder()});
    expect([code, stderr]).toEqual([2, 'Cannot open the editor: there is no chapter here\nFix: make one with: lectern new chapter <name>\n']);
  });
});
