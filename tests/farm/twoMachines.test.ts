import {cpSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {emptyFolder} from '../cli/runLectern';
import {cleanRender, figuresOf, fixtures, renderSix, type CleanRender} from './faults';

let clean: CleanRender;
beforeAll(async () => {
  clean = await cleanRender();
});

describe('the same film on two machines', () => {
  test('is the same bytes under another path, user, place and language', async () => {
    const elsewhere = path.join(await emptyFolder(), 'another folder', 'ünï');
    cpSync(fixtures, elsewhere, {recursive: true});
    const place = {...clean.place(), cache: path.join(elsewhere, 'cache')};
    const env = {HOME: elsewhere, TMPDIR: elsewhere, TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', USER: 'somebody'};
    const figures = figuresOf(await renderSix(place, {cwd: elsewhere, jobs: 2, env}));
    expect(figures.drawn_frames).toBe(clean.figures.frames);
    expect(figures.sha256).toBe(clean.figures.sha256);
  });

  test('takes no chunk from a store that another kind of processor has filled', async () => {
    const other = path.join(await emptyFolder(), 'otherProcessor.cjs');
    writeFileSync(other, `const os = require('node:os'); const real = os.cpus(); os.cpus = () => real.map(cpu => ({...cpu, model: cpu.model + ' II'}));`);
    const place = clean.place({chunks: true});
    expect(figuresOf(await renderSix(place)).drawn_frames).toBe(0);
    const there = {env: {NODE_OPTIONS: `--require ${JSON.stringify(other)}`}};
    expect(figuresOf(await renderSix(place, there)).drawn_frames).toBe(clean.figures.frames);
    // Each finds its own again.
    expect(figuresOf(await renderSix(place, there)).drawn_frames).toBe(0);
    expect(figuresOf(await renderSix(place)).drawn_frames).toBe(0);
  });
});
