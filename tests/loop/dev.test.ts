import {createCanvas, loadImage} from '@napi-rs/canvas';
import {createHash} from 'node:crypto';
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import type {Browser, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {dev, type Dev} from '../../src/loop/dev';
import type {EditorEvent} from '../../src/loop/editorProject';
import {openFilm} from '../../src/timeline/film';
import {openProject} from '../../src/timeline/openProject';
import {createAuthorProject, type AuthorProject} from './authorProject';
import {hasBrowser, openBrowser} from './browser';

/** Machines that test are busy: what is waited for is that it comes, not when. */
const soon = {timeout: 20_000};

/** What the page lets testers and consoles at. */
declare global {
  interface Window {
    lectern?: {
      player: {
        requestSeek(frame: number): void;
        playback: {
          frame: number;
          duration: number;
          onScenesRecalculated: {current: readonly {name: string; firstFrame: number; timeEvents: {onChanged: {current: readonly {name: string; targetTime: number}[]}}}[]};
        };
      };
    };
  }
}

let browser: Browser;
let project: AuthorProject;
let running: Dev;
let page: Page;
let complaints: string[];
let events: EditorEvent[];

beforeAll(async () => {
  if (hasBrowser) browser = await openBrowser();
});
afterAll(() => browser?.close());

beforeEach(async () => {
  project = await createAuthorProject();
  events = [];
  running = await dev({file: project.chapter, scenes: [], root: project.folder, port: 0, onEvent: event => events.push(event)});
});
afterEach(async () => {
  await page?.close();
  await running.close();
  await project.remove();
});

async function openPage(): Promise<void> {
  page = await browser.newPage({viewport: {width: 1400, height: 900}});
  complaints = [];
  page.on('console', message => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  page.on('request', request => new RegExp(`^(data:|blob:|${running.url})`).test(request.url()) || complaints.push(`asked ${request.url()}`));
  await page.goto(running.url);
  await page.waitForFunction(() => (window.lectern?.player.playback.duration ?? 0) > 0);
}

/** The editor's picture at a frame, RGBA rows. */
async function pictureAt(frame: number): Promise<Uint8Array> {
  await page.evaluate(target => window.lectern!.player.requestSeek(target), frame);
  await page.waitForFunction(target => window.lectern!.player.playback.frame === target, frame);
  // The frame is counted before it is painted.
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve)))));
  const address = await page.evaluate(() => [...document.querySelectorAll('canvas')].find(({width, height}) => width === 640 && height === 360)!.toDataURL());
  const context = createCanvas(640, 360).getContext('2d');
  context.drawImage(await loadImage(Buffer.from(address.split(',')[1], 'base64')), 0, 0);
  return Uint8Array.from(context.getImageData(0, 0, 640, 360).data);
}

const beatsOf = (scene: string) =>
  page.evaluate(name => {
    const found = window.lectern!.player.playback.onScenesRecalculated.current.find(other => other.name === name)!;
    return Object.fromEntries(found.timeEvents.onChanged.current.map(event => [event.name, event.targetTime]));
  }, scene);

async function folderHash(): Promise<Record<string, string>> {
  const folder = path.dirname(project.chapter);
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(await Promise.all(names.map(async name => [name, createHash('sha256').update(await readFile(path.join(folder, name))).digest('hex')])));
}

describe('dev()', () => {
  it('tells the page what a render knows', () => {
    expect(events).toMatchObject([{
      type: 'project',
      project: {
        name: 'hello', size: {width: 640, height: 360}, fps: 30, background: '#101418', variables: {theme: 'dark'},
        scenes: [{name: '01-dot', beats: [{name: 'appear', targetTime: 0.4}, {name: 'move'}, {name: 'end'}]}, {name: '02-square', holdSeconds: 0}],
      },
    }]);
  });

  it('serves no source files, and nothing outside its folders', async () => {
    for (const name of ['scenes/hello/chapter.ts', 'package.json', '..%2f..%2fetc%2fpasswd', 'mc/..%2f..%2f..%2fpackage.json', 'font/..%2fRoboto-Regular.ttf']) {
      expect(`${name} ${(await fetch(running.url + name)).status}`).toBe(`${name} 404`);
    }
  });
});

/** Takes a beat by its label on the editor's time line and moves it, px. */
async function drag(beat: string, by: number): Promise<void> {
  const box = (await page.locator(`[data-name="${beat}"]`).boundingBox())!;
  await page.mouse.move(box.x + 6, box.y + 6);
  await page.mouse.down();
  await page.mouse.move(box.x + 6 + by, box.y + 6, {steps: 5});
  await page.mouse.up();
}

describe.skipIf(!hasBrowser)('the editor of dev()', () => {
  it('loads a chapter without a complaint and without the network', async () => {
    await openPage();
    expect(await page.textContent('#problem')).toBe('');
    expect(complaints).toEqual([]);
  });

  it('shows the frames of the stage: no pixel differs visibly', async () => {
    await openPage();
    const {project: opened} = await openProject(project.chapter);
    const film = await openFilm(opened, {textRenderer: 'system'});
    expect(await page.evaluate(() => window.lectern!.player.playback.duration)).toBe(film.frames);
    const square = film.sceneSpans[1].startFrame;
    for (const frame of [0, 20, 65, square, square + 20, 30]) {
      const shown = await pictureAt(frame);
      await film.draw(frame);
      const differing = pixelmatch(shown, film.stage.pixels(), undefined, 640, 360, {threshold: 0.1});
      expect(`frame ${frame}: ${differing} px`).toBe(`frame ${frame}: 0 px`);
    }
  });

  it('shows an edit without a reload, and leaves the other scenes alone', async () => {
    await openPage();
    await page.evaluate(() => Object.assign(window, {kept: true}));
    const isRight = async (x: number) => (await pictureAt(140))[(180 * 640 + x) * 4 + 2] > 200;
    expect(await isRight(520)).toBe(true);
    await project.edit(project.scene('01-dot.tsx'), 'x(200', 'x(100');
    await expect.poll(() => isRight(420), soon).toBe(true);
    expect(await isRight(520)).toBe(false);
    expect(await page.evaluate(() => 'kept' in window)).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('lays a mistake over the editor, with the line, and takes it away again', async () => {
    await openPage();
    await project.edit(project.scene('01-dot.tsx'), 'x(200, 0.5)', 'x(200, 0.5');
    await expect.poll(() => page.textContent('#problem'), soon).toMatch(/01-dot\.tsx:1[12]/);
    await project.edit(project.scene('01-dot.tsx'), 'x(200, 0.5', 'x(200, 0.5)');
    await expect.poll(() => page.locator('#problem').isVisible(), soon).toBe(false);
  });

  it('writes a dragged beat into the narration and nowhere else', async () => {
    await openPage();
    const before = await folderHash();
    const {appear, move} = await beatsOf('01-dot');
    await drag('move', 50);
    await expect.poll(() => readFile(project.scene('01-dot.md'), 'utf8'), soon).toMatch(/^\[pause [\d.]+\] \[move\] Now it moves/m);
    const told = async () => (events.at(-1) as Extract<EditorEvent, {type: 'project'}>).project.scenes[0].beats!.find(({name}) => name === 'move')!.targetTime;
    await expect.poll(told, soon).toBeGreaterThan(move + 0.2);
    await expect.poll(async () => (await beatsOf('01-dot')).move, soon).toBeCloseTo(await told(), 2);
    expect((await beatsOf('01-dot')).appear).toBe(appear);
    const after = await folderHash();
    expect({...after, '01-dot.md': ''}).toEqual({...before, '01-dot.md': ''});
    expect(complaints).toEqual([]);
  });

  it('puts a beat back that the words before it hold fast, and says so', async () => {
    await openPage();
    const before = await folderHash();
    const {appear} = await beatsOf('01-dot');
    await drag('appear', -40);
    await expect.poll(async () => (await beatsOf('01-dot')).appear, soon).toBe(appear);
    expect(await folderHash()).toEqual(before);
  });
});
