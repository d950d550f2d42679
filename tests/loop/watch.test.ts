import {createCanvas, loadImage} from '@napi-rs/canvas';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Browser, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {watch, type Watch} from '../../src/loop/watch';
import type {WatchEvent} from '../../src/loop/watchState';
import {createAuthorProject, type AuthorProject} from './authorProject';
import {hasBrowser, openBrowser} from './browser';

/** Machines that test are busy: what is waited for is that it comes, not when. */
const soon = {timeout: 20_000};

let project: AuthorProject;
let running: Watch;
let events: WatchEvent[];

/** Waits for an event that comes after those that were seen. */
async function next<T extends WatchEvent['type']>(type: T): Promise<Extract<WatchEvent, {type: T}>> {
  for (let waited = 0; waited < 30_000; waited += 20) {
    const index = events.findIndex(event => event.type === type);
    if (index >= 0) return events.splice(0, index + 1).at(-1) as Extract<WatchEvent, {type: T}>;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  throw new Error(`No "${type}" came`);
}

beforeEach(async () => {
  project = await createAuthorProject();
  events = [];
  running = await watch({
    file: project.chapter,
    scenes: [],
    root: project.folder,
    film: {resolutionScale: 0.5},
    port: 0,
    still: path.join(project.folder, 'renders/still.jpg'),
    onEvent: event => events.push(event),
  });
});
afterEach(async () => {
  await running.close();
  await project.remove();
});

describe('watch()', () => {
  it('draws the first scene whole, from its start', async () => {
    const {state} = await next('state');
    expect(await next('first')).toMatchObject({scene: '01-dot', frame: 0});
    expect(state.scenes.map(({name, frames}) => [name, frames > 0])).toEqual([['01-dot', true], ['02-square', true]]);
    expect(await next('settled')).toMatchObject({scene: '01-dot', drawn: state.scenes[0].frames});
  });

  it('after an edit shows the outcome of the edited beat, and draws nothing that comes before it but probes', async () => {
    await next('settled');
    await project.edit(project.scene('01-dot.tsx'), 'x(200', 'x(100');
    const {scene, frame} = await next('first');
    const {state} = await next('state');
    const [dot] = state.scenes;
    expect([scene, frame]).toEqual(['01-dot', dot.frames - 1]);
    const move = dot.beats.find(({name}) => name === 'move')!.frame;
    const {drawn, differing} = await next('settled');
    const probes = 2 * 2;
    expect(drawn).toBe(dot.frames - move + probes);
    expect(differing).toBeGreaterThan(50);
    expect(differing).toBeLessThanOrEqual(dot.frames - move);
  });

  it('leaves a scene alone whose files have not changed', async () => {
    const before = (await next('state')).state.scenes[0];
    await next('settled');
    await project.edit(project.scene('02-square.tsx'), 'rotation(90', 'rotation(45');
    expect((await next('first')).scene).toBe('02-square');
    const {scenes, focus} = (await next('state')).state;
    expect(focus!.scene).toBe('02-square');
    expect(scenes[0].frames).toBe(before.frames);
    expect(scenes[0].pictures.every(id => id !== null)).toBe(true);
    expect(await next('settled')).toMatchObject({scene: '02-square', drawn: scenes[1].frames});
  });

  it('draws the scene that is looked at, from there', async () => {
    await next('settled');
    await fetch(`${running.url}look?scene=02-square&frame=20`, {method: 'POST'});
    const {pictures: [{scene, frame}]} = await next('pictures');
    expect([scene, frame]).toEqual(['02-square', 20]);
    expect((await next('settled')).scene).toBe('02-square');
  });

  it('refreshes the picture file in place', async () => {
    await next('settled');
    await project.edit(project.scene('01-dot.tsx'), 'x(200', 'x(100');
    await next('settled');
    const picture = await loadImage(path.join(project.folder, 'renders/still.jpg'));
    const context = createCanvas(320, 180).getContext('2d');
    context.drawImage(picture, 0, 0);
    // The dot now rests 100 px right of the middle, half-size.
    const [red, green, blue] = context.getImageData(210, 90, 1, 1).data;
    expect(Math.hypot(red - 0x58, green - 0xa6, blue - 0xff)).toBeLessThan(12);
  });

  it('says a mistake at the author\'s line, and goes on when it is mended', async () => {
    await next('settled');
    await project.edit(project.scene('01-dot.tsx'), 'x(200, 0.5)', 'x(200, 0.5');
    expect((await next('problem')).problem.text).toMatch(/01-dot\.tsx:1[12]:\d+/);
    await project.edit(project.scene('01-dot.tsx'), 'x(200, 0.5', 'x(150, 0.5)');
    expect((await next('state')).state.problem).toBeUndefined();
  });

  it('says what a scene throws with its scene and moment', async () => {
    await next('settled');
    await project.edit(project.scene('01-dot.tsx'), "yield* waitUntil('move');", "yield* waitUntil('move'); throw new Error('out of chalk');");
    const {problem} = await next('problem');
    expect(problem.text).toContain('out of chalk');
    expect(problem).toMatchObject({scene: '01-dot', at: {line: 10}});
  });

  it('tells of what plays, though hardly as it was meant, until it is mended', async () => {
    await next('settled');
    await project.edit(project.scene('01-dot.tsx'), 'yield* dot().x(200', 'dot().x(200');
    const {state} = await next('state');
    expect(state.scenes.map(({warnings}) => warnings.length)).toEqual([1, 0]);
    expect(state.scenes[0].warnings[0]).toMatch(/^Warning: The tween of x of Circle\[1\] is never played[\s\S]*01-dot\.tsx:11:\d+[\s\S]*beat move[\s\S]*Fix: write yield\*/);
    await project.edit(project.scene('01-dot.tsx'), 'dot().x(200', 'yield* dot().x(200');
    expect((await next('state')).state.scenes[0].warnings).toEqual([]);
  });

  it('moves the beats when the narration changes', async () => {
    const before = (await next('state')).state.scenes[0];
    await next('settled');
    await project.edit(project.scene('01-dot.md'), 'a dot.', 'a dot, and it is blue.');
    const after = (await next('state')).state.scenes[0];
    expect(after.beats[1].frame).toBeGreaterThan(before.beats[1].frame);
  });

  it('serves pages of this machine only', async () => {
    const answer = await fetch(running.url, {headers: {origin: 'http://example.org'}});
    expect(answer.status).toBe(403);
    expect((await fetch(running.url)).status).toBe(200);
  });

  it('writes nothing beside the scenes', async () => {
    await next('settled');
    const {readdir} = await import('node:fs/promises');
    expect((await readdir(path.dirname(project.chapter))).sort()).toEqual(['01-dot.md', '01-dot.tsx', '02-square.tsx', 'chapter.ts']);
    expect((await readFile(project.chapter, 'utf8')).length).toBeGreaterThan(0);
  });
});

describe.skipIf(!hasBrowser)('the page of watch()', () => {
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    page = await browser.newPage();
    complaints = [];
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    await page.goto(running.url);
  });
  afterEach(() => page.close());

  const pixel = (x: number, y: number) =>
    page.evaluate(([px, py]) => [...document.querySelector('canvas')!.getContext('2d')!.getImageData(px, py, 1, 1).data], [x, y]);

  it('shows the picture, scrubs by beat and plays, without a complaint', async () => {
    await next('settled');
    await page.waitForFunction(() => document.body.dataset.picture !== undefined);
    expect(await page.locator('#beats span').allTextContents()).toEqual(['appear', 'move']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.textContent('#moment'), soon).toMatch(/move$/);
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await pixel(260, 90))[2], soon).toBeGreaterThan(230);
    await page.keyboard.press(' ');
    const frame = await page.evaluate(() => document.body.dataset.frame);
    await expect.poll(() => page.evaluate(() => document.body.dataset.frame), soon).not.toBe(frame);
    expect(complaints).toEqual([]);
  });

  it('shows an edit, and the film before it while b is held', async () => {
    await next('settled');
    await project.edit(project.scene('01-dot.tsx'), 'x(200', 'x(100');
    await next('settled');
    await expect.poll(async () => (await pixel(210, 90))[2], soon).toBeGreaterThan(230);
    await page.keyboard.down('b');
    await expect.poll(async () => (await pixel(260, 90))[2], soon).toBeGreaterThan(230);
    await page.keyboard.up('b');
    await expect.poll(async () => (await pixel(260, 90))[2], soon).toBeLessThan(60);
  });

  it('shows warnings, and takes them away again', async () => {
    await next('settled');
    await project.edit(project.scene('01-dot.tsx'), 'yield* dot().x(200', 'dot().x(200');
    await expect.poll(() => page.locator('#warnings').textContent(), soon).toMatch(/1 warning[\s\S]*is never played/);
    expect(await page.locator('#warnings').isVisible()).toBe(true);
    await project.edit(project.scene('01-dot.tsx'), 'dot().x(200', 'yield* dot().x(200');
    await expect.poll(() => page.locator('#warnings').isVisible(), soon).toBe(false);
  });

  it('lays a mistake over the picture, with the line, and takes it away again', async () => {
    await next('settled');
    await project.edit(project.scene('01-dot.tsx'), 'x(200, 0.5)', 'x(200, 0.5');
    await expect.poll(() => page.locator('#problem').textContent(), soon).toMatch(/01-dot\.tsx:1[12]/);
    expect(await page.locator('#problem').isVisible()).toBe(true);
    await project.edit(project.scene('01-dot.tsx'), 'x(200, 0.5', 'x(200, 0.5)');
    await expect.poll(() => page.locator('#problem').isVisible(), soon).toBe(false);
  });
});
