/** Random paragraphs as Motion Canvas lays them out: a block of inline leaves, one text node a grapheme. */
import type {Box, TreeSpec} from './buildTree';
import type {Random} from './random';
import {fontSize} from './randomTree';

const ENGLISH =
  'The quick brown fox isn\'t a dog, "quoted" (or [not]) e.g. 3.14% $5 -1 a-b well-known C++ f(x) = {y} km/h http://a.b/c?d=e&f#g x@y.z AV. To; Yes: no! why? what?! 50% #1 1/2 and/or file_name.ts ... --flag <T> | ~ ^2 * ok\u00a0nbsp fi office affluent'.split(
    ' ',
  );
const WIDER = 'naïve café “curly” ‘single’ em—dash en–dash ellipsis… soft\u00adhyphen€ 5° x² → ← a…b «guillemets» Ελλάδα привет мир №5 zero\u200bwidth αβγ¿que? ½ × ÷ ≤ ∑'.split(' ');
const CHINESE = '注意力机制，计算每个词的权重。（括号）“引号”《书名》123个token与embedding；问：答？是！3.5倍、和…——的'.split('');

type Kind = 'english' | 'wider' | 'chinese' | 'mixed';

function randomText(random: Random, kind: Kind): string {
  const count = random.integer(3, kind === 'chinese' ? 50 : 18);
  let text = '';
  for (let index = 0; index < count; index++) {
    const source = kind === 'mixed' ? random.pick(['english', 'wider', 'chinese']) : kind;
    if (source === 'chinese') text += random.pick(CHINESE);
    else text += (text === '' ? '' : ' ') + random.pick(source === 'english' ? ENGLISH : WIDER);
    if (random.chance(0.03)) text += random.pick(['  ', '\n', ' - ', ' ']);
  }
  return text;
}

/** Makes a paragraph of one to three inline leaves. */
export function randomParagraph(random: Random): TreeSpec {
  const kind = random.pick(['english', 'english', 'english', 'wider', 'chinese', 'mixed'] as const);
  const style: Record<string, string> = {
    display: 'block',
    'box-sizing': 'border-box',
    position: 'absolute',
    width: `${random.integer(40, 900)}px`,
    'white-space': 'normal',
    'font-size': fontSize(random),
    'font-family': kind === 'english' ? random.pick(['Roboto', 'Roboto', "'JetBrains Mono'", "'IBM Plex Sans'"]) : "Roboto, 'IBM Plex Sans SC'",
  };
  if (random.chance(0.3)) style['text-align'] = random.pick(['center', 'right', 'end', 'start']);
  if (random.chance(0.2)) style['letter-spacing'] = `${random.integer(-2, 6)}px`;
  if (random.chance(0.2)) style['line-height'] = random.pick(['1', '1.5', '2', '20px', '0.8']);
  const leaves = random.chance(0.3) ? random.integer(2, 3) : 1;
  return {style, children: Array.from({length: leaves}, (_, index) => randomLeaf(random, kind, index))};
}

function randomLeaf(random: Random, kind: Kind, index: number): TreeSpec {
  const style: Record<string, string> = {display: 'inline', position: 'relative'};
  if (index > 0 && random.chance(0.5)) style['font-size'] = `${random.integer(10, 70)}px`;
  if (index > 0 && random.chance(0.3)) style['font-weight'] = '700';
  const text = randomText(random, kind);
  const graphemes = [...new Intl.Segmenter('en', {granularity: 'grapheme'}).segment(text)].map(({segment}) => segment);
  const leaf = {style, texts: random.chance(0.15) ? [text] : graphemes};
  return random.chance(0.15) ? {style: {display: 'inline', 'font-size': `${random.integer(10, 70)}px`}, children: [leaf]} : leaf;
}

/** Tells whether any grapheme sits on another line, counting a new line where a text goes back to the left. */
export function linesDiffer(spec: TreeSpec, ours: readonly Box[], theirs: readonly Box[]): boolean {
  const texts = textIndices(spec);
  const lines = (boxes: readonly Box[]): string => {
    let line = 0;
    let last: Box | null = null;
    return texts
      .map(index => {
        const box = boxes[index];
        if (box[2] === 0) return '-';
        if (last !== null && box[0] < last[0]) line++;
        last = box;
        return line;
      })
      .join();
  };
  return lines(ours) !== lines(theirs);
}

function textIndices(spec: TreeSpec): number[] {
  const indices: number[] = [];
  let index = 0;
  const walk = (node: TreeSpec): void => {
    index++;
    for (const child of node.children ?? []) walk(child);
    for (const _ of node.texts ?? []) indices.push(index++);
  };
  walk(spec);
  return indices;
}
