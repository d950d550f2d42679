/** Random flex trees, by the feature they lean on: made to overflow, shrink and wrap more than any scene does. */
import type {TreeSpec} from './buildTree';
import type {Random} from './random';

export const CATEGORIES = [
  'base',
  'shrink',
  'text',
  'wrapped',
  'minmax',
  'percent',
  'flexwrap',
  'reverse',
  'basis',
  'baseline',
  'ratio',
] as const;

export type Category = (typeof CATEGORIES)[number];

type Style = Record<string, string>;

const JUSTIFY = ['flex-start', 'flex-end', 'center', 'space-between', 'space-around', 'space-evenly', 'start', 'end', 'normal', 'left', 'right', 'stretch'];
const ALIGN = ['stretch', 'flex-start', 'flex-end', 'center', 'start', 'end', 'normal'];
const CONTENT = ['normal', 'stretch', 'flex-start', 'flex-end', 'center', 'space-between', 'space-around', 'space-evenly', 'start', 'end'];
const WORDS = 'a be sea wave tensor attention AV To fi office logits Wall Yes weights, softmax (x) token. gradient 3.14 of the'.split(' ');

/** Makes a root, absolutely positioned as Motion Canvas does. */
export function randomTree(random: Random, category: Category): TreeSpec {
  const root = randomBox(random, category, 0);
  return {...root, style: {...root.style, position: 'absolute'}};
}

function px(random: Random, low: number, high: number): string {
  return random.chance(0.2) ? `${(low + random.next() * (high - low)).toFixed(3)}px` : `${random.integer(low, high)}px`;
}

/**
 * Sizes in steps of 1/8 px: Chromium keeps opened fonts by size in whole 1/100 px, so that of two closer sizes the one
 * used first decides, and results would depend on the order of the trees.
 */
export function fontSize(random: Random): string {
  return `${random.chance(0.5) ? random.integer(10, 60) : random.integer(80, 480) / 8}px`;
}

function randomBox(random: Random, category: Category, depth: number): TreeSpec {
  if (depth > 0 && isText(random, category)) return randomText(random, category);
  const style: Style = {display: 'flex', 'box-sizing': 'border-box', position: 'relative'};
  addSize(random, style, depth);
  addSpacing(random, style);
  addContainer(random, style, category);
  addItem(random, style, category);
  addCategory(random, style, category, depth);
  const count = depth >= 3 ? 0 : depth === 0 ? random.integer(1, 4) : random.integer(0, 4 - depth);
  const children = Array.from({length: count}, () => randomBox(random, category, depth + 1));
  return {style, children};
}

function isText(random: Random, category: Category): boolean {
  if (category === 'text' || category === 'wrapped' || category === 'baseline') return random.chance(0.45);
  return category === 'percent' || category === 'minmax' || category === 'flexwrap' || category === 'ratio' ? random.chance(0.1) : false;
}

/** A Txt as Motion Canvas lays it out: a block around an inline leaf, one text node a grapheme where it wraps. */
function randomText(random: Random, category: Category): TreeSpec {
  const wraps = category === 'wrapped' || (category !== 'text' && random.chance(0.3));
  const style: Style = {display: 'block', 'box-sizing': 'border-box', position: 'relative', 'font-size': fontSize(random)};
  if (wraps) style['white-space'] = 'normal';
  if (random.chance(0.2)) style['line-height'] = random.pick(['1', '1.5', '30px', '2']);
  if (random.chance(0.15)) style['letter-spacing'] = px(random, -2, 6);
  if (random.chance(0.2)) style['text-align'] = random.pick(['center', 'right', 'end']);
  if (random.chance(0.2)) style.width = px(random, 20, 300);
  addSpacing(random, style);
  addItem(random, style, category);
  const text = Array.from({length: random.integer(1, wraps ? 9 : 3)}, () => random.pick(WORDS)).join(' ');
  return {style, children: [{style: {display: 'inline', position: 'relative'}, texts: wraps ? [...text] : [text]}]};
}

function addSize(random: Random, style: Style, depth: number): void {
  const bare = depth === 0 ? 0.5 : 0.45;
  if (!random.chance(bare)) style.width = px(random, 0, depth === 0 ? 900 : 400);
  if (!random.chance(bare)) style.height = px(random, 0, depth === 0 ? 600 : 300);
}

function addSpacing(random: Random, style: Style): void {
  for (const side of ['top', 'right', 'bottom', 'left']) {
    if (random.chance(0.15)) style[`margin-${side}`] = px(random, -10, 40);
    if (random.chance(0.15)) style[`padding-${side}`] = px(random, 0, 40);
  }
}

function addContainer(random: Random, style: Style, category: Category): void {
  style['flex-direction'] = random.pick(['row', 'column']);
  if (category === 'reverse') style['flex-direction'] = random.pick(['row', 'column', 'row-reverse', 'column-reverse']);
  if (random.chance(0.5)) style['justify-content'] = random.pick(JUSTIFY);
  if (random.chance(0.4)) style['align-items'] = random.pick(ALIGN);
  if (random.chance(0.3)) style['column-gap'] = px(random, 0, 40);
  if (random.chance(0.3)) style['row-gap'] = px(random, 0, 40);
}

function addItem(random: Random, style: Style, category: Category): void {
  if (random.chance(0.3)) style['flex-grow'] = random.pick(['0', '1', '2', '0.3', '0.5', '1.7']);
  if (random.chance(0.3)) style['flex-shrink'] = random.pick(['0', '1', '2', '0.3', '0.5']);
  if (category === 'shrink') style['flex-shrink'] = '0';
  if (random.chance(0.25)) style['align-self'] = random.pick(['auto', ...ALIGN]);
  if (category === 'baseline' && random.chance(0.5)) style['align-self'] = 'baseline';
}

function addCategory(random: Random, style: Style, category: Category, depth: number): void {
  if (category === 'minmax') addLimits(random, style);
  if (category === 'percent') addPercent(random, style);
  if (category === 'flexwrap') addWrap(random, style);
  if (category === 'reverse' && random.chance(0.3)) addWrap(random, style);
  if (category === 'basis' && random.chance(0.7)) {
    style['flex-basis'] = random.pick(['0px', 'auto', 'content', 'max-content', 'min-content', 'fit-content', px(random, 0, 300), px(random, 0, 300), '40%']);
  }
  if (category === 'baseline' && random.chance(0.7)) style['align-items'] = 'baseline';
  if (category === 'ratio' && random.chance(depth === 0 ? 0.3 : 0.6)) addRatio(random, style);
}

function addLimits(random: Random, style: Style): void {
  for (const name of ['min-width', 'max-width', 'min-height', 'max-height']) {
    if (!random.chance(0.3)) continue;
    const keyword = random.chance(0.15) && name.endsWith('width');
    style[name] = keyword ? random.pick(['max-content', 'min-content']) : random.chance(0.15) ? `${random.integer(10, 120)}%` : px(random, 0, 350);
  }
}

function addPercent(random: Random, style: Style): void {
  for (const name of ['width', 'height']) if (random.chance(0.45)) style[name] = `${random.integer(5, 130)}%`;
  if (random.chance(0.15)) style['max-width'] = `${random.integer(20, 120)}%`;
  if (random.chance(0.15)) style['min-height'] = `${random.integer(10, 120)}%`;
}

function addWrap(random: Random, style: Style): void {
  style['flex-wrap'] = random.pick(['wrap', 'wrap', 'wrap-reverse', 'nowrap']);
  if (random.chance(0.5)) style['align-content'] = random.pick(CONTENT);
}

function addRatio(random: Random, style: Style): void {
  style['aspect-ratio'] = random.pick(['1', '2', '0.5', '1.7777777777777777', String(random.next() * 3 + 0.2)]);
  if (random.chance(0.4)) delete style[random.pick(['width', 'height'])];
  if (random.chance(0.15)) style[random.pick(['min-width', 'max-width', 'min-height', 'max-height'])] = px(random, 0, 300);
}
