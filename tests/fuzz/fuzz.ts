/**
 * Compares box layout and line breaking with headless Chromium on random input.
 *
 *   npm run fuzz -- --trees 3000 --paragraphs 1000 --seed 7 [--only ratio] [--show 3] [--exact]
 *   npm run fuzz -- --record   writes what Chromium makes of the kept seeds into tests/stage
 *
 * Trees are counted as different where any box is off by more than 1/64 px (with --exact: at all). The last line is
 * JSON with the counts.
 */
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {createStageDocument} from '../../src/stage/document/document';
import {type Box, measureTrees, type TreeSpec} from './buildTree';
import {findChromium, openPage} from './chromium';
import {FONTS, registerFonts} from './fonts';
import {KEPT_PARAGRAPHS, KEPT_TREES} from './keptSeeds';
import {Random} from './random';
import {linesDiffer, randomParagraph} from './randomParagraph';
import {CATEGORIES, type Category, randomTree} from './randomTree';

const {values} = parseArgs({
  options: {
    trees: {type: 'string', default: '3000'},
    paragraphs: {type: 'string', default: '1000'},
    seed: {type: 'string', default: '1'},
    only: {type: 'string'},
    show: {type: 'string', default: '0'},
    exact: {type: 'boolean', default: false},
    record: {type: 'boolean', default: false},
  },
});

/** px a box may be off. */
const TOLERANCE = values.exact ? 0 : 1 / 64;
const BATCH = 250;

interface Sample {
  readonly name: string;
  readonly seed: number;
  readonly spec: TreeSpec;
}

function differs(ours: readonly Box[], theirs: readonly Box[]): boolean {
  return ours.some((box, index) => isOff(box, theirs[index]));
}

/** Prints a tree with Chromium's boxes, and ours where they differ; a branch that only moved along is left out. */
function show({name, seed, spec}: Sample, ours: readonly Box[], theirs: readonly Box[]): void {
  console.log(`\n${name} ${seed}`);
  let index = 0;
  const print = (node: TreeSpec, depth: number, hidden: boolean): void => {
    const style = Object.entries(node.style)
      .filter(([key, value]) => !(key === 'box-sizing' || (key === 'position' && value === 'relative')))
      .map(([key, value]) => `${key}:${value}`)
      .join(';');
    const wrong = !hidden && isOff(ours[index], theirs[index]);
    const [a, b] = [ours[index], theirs[index]];
    if (!hidden) console.log(`${'  '.repeat(depth)}${wrong ? '*' : ' '} [${b}]${wrong ? ` ours [${a}]` : ''} ${style}`);
    index++;
    const moved = wrong && a[2] === b[2] && a[3] === b[3];
    for (const child of node.children ?? []) print(child, depth + 1, hidden || moved);
    for (const text of node.texts ?? []) {
      if (!hidden && isOff(ours[index], theirs[index])) console.log(`${'  '.repeat(depth + 1)}* [${theirs[index]}] ours [${ours[index]}] ${JSON.stringify(text)}`);
      index++;
    }
  };
  print(spec, 0, false);
}

function isOff(ours: Box, theirs: Box): boolean {
  return ours.some((value, side) => Math.abs(value - theirs[side]) > TOLERANCE);
}

function treeSamples(): Sample[] {
  const chosen = values.only ? values.only.split(',') : CATEGORIES;
  const categories = CATEGORIES.filter(category => chosen.includes(category));
  const count = categories.length === 0 ? 0 : Number(values.trees);
  return Array.from({length: count}, (_, index) => {
    const category = categories[index % categories.length] as Category;
    const seed = Number(values.seed) * 1_000_003 + index;
    return {name: category, seed, spec: randomTree(new Random(seed), category)};
  });
}

function paragraphSamples(): Sample[] {
  const count = values.only && !values.only.split(',').includes('paragraph') ? 0 : Number(values.paragraphs);
  return Array.from({length: count}, (_, index) => {
    const seed = Number(values.seed) * 1_000_003 + index;
    return {name: 'paragraph', seed, spec: randomParagraph(new Random(seed))};
  });
}

function keptSamples(): Sample[] {
  const trees = CATEGORIES.flatMap(category => KEPT_TREES[category].map(seed => ({name: category, seed, spec: randomTree(new Random(seed), category)})));
  return [...trees, ...KEPT_PARAGRAPHS.map(seed => ({name: 'paragraph', seed, spec: randomParagraph(new Random(seed))}))];
}

/** Writes the boxes of the kept seeds to the tests that compare them. */
async function record(measure: (specs: readonly TreeSpec[]) => Promise<Box[][]>): Promise<void> {
  const samples = keptSamples();
  const boxes = await measure(samples.map(({spec}) => spec));
  const cases = samples.map((sample, index) => ({...sample, boxes: boxes[index]}));
  const save = (file: string, wanted: (name: string) => boolean): void => {
    const lines = cases.filter(({name}) => wanted(name)).map(entry => JSON.stringify(entry));
    writeFileSync(path.join(process.env.LECTERN_ROOT!, 'tests/stage', file), `[\n${lines.join(',\n')}\n]\n`);
  };
  save('layout/chromiumBoxes.json', name => name !== 'paragraph');
  save('text/chromiumLines.json', name => name === 'paragraph');
}

async function main(): Promise<void> {
  const executable = findChromium();
  if (executable === null) {
    console.error('Cannot fuzz: there is no Chromium on this machine\nFix: apt-get install chromium');
    process.exit(4);
  }
  registerFonts();
  const stage = createStageDocument() as unknown as Document;
  const {browser, page} = await openPage(executable, FONTS);
  const measure = async (specs: readonly TreeSpec[]): Promise<Box[][]> =>
    (await page.evaluate(`(${measureTrees.toString()})(document, ${JSON.stringify(specs)})`)) as Box[][];
  if (values.record) {
    await record(measure);
    await browser.close();
    return;
  }
  const samples = [...treeSamples(), ...paragraphSamples()];
  const differ: Record<string, number> = Object.fromEntries(CATEGORIES.map(category => [category, 0]));
  let differBoxes = 0;
  let differLines = 0;
  let shown = 0;
  try {
    for (let start = 0; start < samples.length; start += BATCH) {
      const batch = samples.slice(start, start + BATCH);
      const specs = batch.map(({spec}) => spec);
      const ours = measureTrees(stage, specs);
      const theirs = await measure(specs);
      batch.forEach((sample, index) => {
        const broken = sample.name === 'paragraph' && linesDiffer(sample.spec, ours[index], theirs[index]);
        if (broken) differLines++;
        if (!differs(ours[index], theirs[index])) return;
        if (sample.name === 'paragraph') differBoxes++;
        else differ[sample.name]++;
        if (shown++ < Number(values.show)) show(sample, ours[index], theirs[index]);
      });
    }
  } finally {
    await browser.close();
  }
  const trees = samples.filter(({name}) => name !== 'paragraph').length;
  console.log(
    JSON.stringify({trees, differ, paragraphs: samples.length - trees, differ_lines: differLines, differ_boxes: differBoxes}),
  );
}

await main();
