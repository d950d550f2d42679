import {createCanvas, loadImage} from '@napi-rs/canvas';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {layOutSheet} from '../../src/loop/sheetLayout';
import {writeSheet, writeStrip} from '../../src/loop/sheet';
import {openProject, type Project} from '../../src/timeline/openProject';

const chapter = path.join(import.meta.dirname, 'fixtures/hello/chapter.ts');
let folder: string;
let project: Project;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'lectern-sheet-'));
  ({project} = await openProject(chapter));
});
afterAll(() => rm(folder, {recursive: true}));

async function pixel(file: string, x: number, y: number): Promise<number[]> {
  const image = await loadImage(file);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return [...context.getImageData(x, y, 1, 1).data.slice(0, 3)];
}

describe('writeSheet()', () => {
  it('draws each beat where the layout puts it', async () => {
    const file = path.join(folder, 'sheet.png');
    expect(await writeSheet(project, {path: file, columns: 4, width: 160, moment: 'end'})).toEqual([file]);
    // Start, appear and move; at the end of "move" the dot is 50 px right of the middle of its picture.
    const block = {heading: '', note: '', tiles: [0, 1, 2].map(frame => ({frame, lines: ['', '']}))};
    const [{tiles}] = layOutSheet([block], {columns: 4, tile: {width: 160, height: 90}, longestPage: 6000});
    expect(await pixel(file, tiles[2].x + 130, tiles[2].y + 45)).toEqual([0x58, 0xa6, 0xff]);
    expect(await pixel(file, tiles[1].x + 30, tiles[1].y + 45)).toEqual([0x58, 0xa6, 0xff]);
    expect(await pixel(file, tiles[0].x + 30, tiles[0].y + 45)).toEqual([0x10, 0x14, 0x18]);
  });

  it('as a page has every still and the words of its beat', async () => {
    const file = path.join(folder, 'sheet.html');
    await writeSheet(project, {path: file, columns: 4, width: 160, moment: 'start'});
    const page = await readFile(file, 'utf8');
    expect(page.match(/<img src="data:image\/webp;base64,/g)).toHaveLength(4 + 6);
    expect(page).toContain('Here is a dot.');
    expect(page).not.toMatch(/https?:/);
  });
});

describe('writeStrip()', () => {
  it('draws the frames of a span', async () => {
    const file = path.join(folder, 'strip.png');
    await writeStrip(project, {path: file, columns: 3, width: 64, range: () => ({start: 0, end: 5}), every: () => 2});
    const {width, height} = await loadImage(file);
    const tiles = [0, 2, 4].map(frame => ({frame, lines: ['x']}));
    const [page] = layOutSheet([{heading: '', note: '', tiles}], {columns: 3, tile: {width: 64, height: 36}, longestPage: 6000});
    expect([width, height]).toEqual([page.width, page.height]);
  });
});
