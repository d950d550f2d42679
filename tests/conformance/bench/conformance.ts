/**
 * The conformance bench: each case drawn in Chromium and on the stage, compared to the pixel.
 *
 * In: scenes/*.tsx and projects/<name>/project.ts beside this folder. Out: renders/conformance/scores.json, a page of
 * triples, and, after a whole run, the compatibility table in tests/README.md. `--next` does so with Motion Canvas 3.18;
 * `--project` compares scenes, projects and folders of any other place instead, and writes to renders/conformance-project.
 * Run as `npm run conformance -- [--project <path>]… [--moments <count>] [--only <part of a name>] [--quick] [--next]
 * [--details] [--no-triples]`.
 */
import {cp, mkdir, rm, symlink, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {iconSvg} from '../../../src/stage/image/iconFile';
import {bundleForBrowser} from './browserBundle';
import {openBrowser, type BrowserTakes} from './browserTakes';
import {casesAt, casesOfSet} from './cases';
import {compareShots, type Comparison, type Score} from './compare';
import {htmlPage, scoresOf, writeTable, writeTriple, type Refusal} from './report';
import type {Case, Take} from './shot';
import {answerOrder, DRAWER, stageTake, stageTakeApart} from './stageTake';
import {installed} from '../../../src/timeline/motionCanvasBundle';
import {readViteConfig} from '../../../src/timeline/viteConfig';
import {DRAWN_APART} from '../differences';
import {QUICK_CASES} from '../quick';

const {values: options} = parseArgs({
  args: process.argv.slice(2).filter(argument => argument !== DRAWER),
  options: {
    project: {type: 'string', multiple: true},
    moments: {type: 'string'},
    only: {type: 'string'},
    quick: {type: 'boolean', default: false},
    triples: {type: 'boolean', default: true},
    details: {type: 'boolean', default: false},
    next: {type: 'boolean', default: false},
  },
  allowNegative: true,
});

const repository = process.cwd();
/** With --next, a project beside this one that has Motion Canvas 3.18 installed and shares the cases. */
const root = options.next ? await projectWithNext() : repository;
const here = path.join(root, 'tests/conformance');
const out = path.join(repository, options.project ? 'renders/conformance-project' : options.next ? 'renders/conformance-next' : 'renders/conformance');
const pages = path.join(repository, '.build/conformance/pages');

/** Moments of a scene; a project has scene joins in it. */
const MOMENTS = options.moments ? {scene: Number(options.moments), project: Number(options.moments)} : options.quick ? {scene: 2, project: 4} : {scene: 5, project: 12};

async function main(): Promise<void> {
  const cases = (await (options.project ? casesAt(options.project) : casesOfSet(here, root))).filter(({name}) => chosen(name));
  if (cases.length === 0) throw new RangeError(`Cannot find a case named like "${options.only}"`);
  await rm(pages, {recursive: true, force: true});
  const unreadable = await bundleAll(cases);
  await mkdir(out, {recursive: true});
  const browser = await openBrowser({pages, root: repository, icon: address => iconSvg(address, repository)});
  try {
    await compareAll(cases, browser, unreadable);
  } finally {
    await browser.close();
  }
}

/**
 * The scenes of one project share one bundle; each project file has its own.
 *
 * @returns why a case of another place cannot be bundled, by its name; the set must be sound
 */
async function bundleAll(cases: readonly Case[]): Promise<Map<string, string>> {
  const unreadable = new Map<string, string>();
  for (const group of options.project ? cases.map(item => [item]) : bundlesOf(cases)) {
    const [{root: folder}] = group;
    const {aliases, define} = await readViteConfig(folder);
    try {
      await bundleForBrowser({root: folder, outdir: pages, cases: group, motionCanvas: packageFolders(folder), aliases, define});
    } catch (error) {
      if (!options.project) throw error;
      unreadable.set(group[0].name, (error as Error).message.split('\n').slice(0, 2).join(' '));
    }
  }
  return unreadable;
}

function bundlesOf(cases: readonly Case[]): Case[][] {
  const scenes = cases.filter(({kind}) => kind === 'scene');
  const projects = cases.filter(({kind}) => kind === 'project').map(item => [item]);
  return scenes.length > 0 ? [scenes, ...projects] : projects;
}

async function compareAll(cases: readonly Case[], browser: BrowserTakes, unreadable: ReadonlyMap<string, string>): Promise<void> {
  const scores: Score[] = [];
  const rows: string[] = [];
  const refusals: Refusal[] = [];
  for (const item of cases) {
    const reference = unreadable.has(item.name)
      ? {width: 0, height: 0, frames: 0, shots: [], error: unreadable.get(item.name)}
      : await browser.take(item, MOMENTS[item.kind], DRAWN_APART.includes(item.name));
    const stage = await (options.project ? stageTakeApart : stageTake)(item, MOMENTS[item.kind]);
    const refusal = refusalOf(item, reference, stage);
    if (refusal) {
      refusals.push(refusal);
      console.log(`refused    ${refusal.name}: ${refusal.message}`);
      continue;
    }
    const compared = reference.shots.map((shot, index) => compareShots(item.name, shot, stage.shots[index], reference));
    scores.push(...compared.map(({score}) => score));
    if (options.triples) rows.push(...(await Promise.all(compared.map((comparison, index) => writeTriple(path.join(out, 'frames'), reference, stage, index, comparison)))));
    console.log(line(item.name, compared));
    if (options.details) compared.filter(({score}) => !score.identical).forEach(comparison => console.log(detail(comparison)));
  }
  await write(scores, rows, refusals);
}

function detail({score, differing, maxLevel, within}: Comparison): string {
  return `             frame ${score.frame}: ${differing} px by ${maxLevel} within ${within.join(' ')}, ${score.over_0_1} over, boxes ${score.box_px}`;
}

function line(name: string, compared: readonly Comparison[]): string {
  const identical = compared.filter(({score}) => score.identical).length;
  const over = Math.max(...compared.map(({score}) => score.over_0_1));
  const verdict = identical === compared.length ? 'identical ' : over > 0 ? 'DIFFERENT ' : 'near      ';
  const box = Math.max(...compared.map(({score}) => score.box_px));
  const px = Math.max(...compared.map(({differing}) => differing));
  const levels = Math.max(...compared.map(({maxLevel}) => maxLevel));
  return `${verdict} ${name}: ${identical}/${compared.length} identical, ${px} px by ${levels}, ${over} over 0.1, boxes ${box}`;
}

/** A case that ends at another frame in Node has no moments to compare. */
function refusalOf({name}: Case, browser: Take, stage: Take): Refusal | null {
  const both = browser.error === undefined ? '' : `Chromium: ${browser.error}`;
  if (stage.error !== undefined) return {name, message: [stage.error, both].filter(Boolean).join('\n')};
  if (both) return {name, message: both};
  if (browser.frames !== stage.frames) return {name, message: `${stage.frames} frames in Node, ${browser.frames} in Chromium`};
  if (browser.width !== stage.width || browser.height !== stage.height) return {name, message: 'another picture size'};
  return null;
}

async function write(scores: readonly Score[], rows: readonly string[], refusals: readonly Refusal[]): Promise<void> {
  const sum = scoresOf(scores);
  await writeFile(path.join(out, 'scores.json'), `${JSON.stringify({...sum, refused: refusals}, null, 1)}\n`);
  await writeFile(path.join(out, 'index.html'), htmlPage(rows, sum, refusals));
  if (!options.project && !options.only && !options.quick && !options.next) await writeTable(path.join(repository, 'tests/README.md'), sum, refusals);
  console.log(JSON.stringify({frames: sum.frames, bit_identical: sum.bit_identical, over_0_1: sum.over_0_1, max_box_px: sum.max_box_px, refused: refusals.length}));
  if (options.quick && (sum.over_0_1 > 0 || refusals.length > 0)) process.exitCode = 1;
}

function chosen(name: string): boolean {
  if (options.only !== undefined) return options.only.split(',').some(part => name.includes(part));
  return !options.quick || QUICK_CASES.includes(name);
}

/** The Motion Canvas that a project uses. */
function packageFolders(folder: string): {core: string; '2d': string} {
  return {core: installed('core', folder).folder, '2d': installed('2d', folder).folder};
}

/** A project chooses its Motion Canvas by what is installed in it; here by links to the packages that tests bring along. */
async function projectWithNext(): Promise<string> {
  const folder = path.join(repository, '.build/conformance/next');
  await rm(folder, {recursive: true, force: true});
  await mkdir(path.join(folder, 'node_modules/@motion-canvas'), {recursive: true});
  await writeFile(path.join(folder, 'package.json'), '{"name": "conformance-next", "private": true, "type": "module"}');
  for (const name of ['core', '2d']) {
    await symlink(path.join(repository, `node_modules/motion-canvas-${name}-next`), path.join(folder, 'node_modules/@motion-canvas', name));
  }
  await cp(path.join(repository, 'tests/conformance'), path.join(folder, 'tests/conformance'), {recursive: true});
  return folder;
}

await (process.argv[2] === DRAWER ? answerOrder() : main());
