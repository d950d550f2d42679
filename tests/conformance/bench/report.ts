/** Lays the scores out for people: a page of triples, and the compatibility table of tests/README.md. */
import {createCanvas, ImageData} from '@napi-rs/canvas';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Comparison, Score} from './compare';
import {KNOWN_DIFFERENCES} from '../differences';
import type {Take} from './shot';

export interface Scores {
  readonly frames: number;
  readonly bit_identical: number;
  readonly over_0_1: number;
  readonly max_box_px: number;
  readonly scenes: readonly Score[];
}

/** A case that one side would not draw. */
export interface Refusal {
  readonly name: string;
  readonly message: string;
}

/** Sums up. `over_0_1` counts pixels, as it does for each moment. */
export function scoresOf(scenes: readonly Score[]): Scores {
  return {
    frames: scenes.length,
    bit_identical: scenes.filter(({identical}) => identical).length,
    over_0_1: scenes.reduce((sum, score) => sum + score.over_0_1, 0),
    max_box_px: Math.max(0, ...scenes.map(score => score.box_px)),
    scenes,
  };
}

/** Writes the three pictures of a moment and answers with their row of the page. */
export async function writeTriple(folder: string, browser: Take, stage: Take, index: number, {score, differing, maxLevel, difference}: Comparison): Promise<string> {
  const pictures: [string, Uint8Array][] = [
    ['browser', browser.shots[index].pixels],
    ['node', stage.shots[index].pixels],
    ['difference', difference],
  ];
  await mkdir(folder, {recursive: true});
  const cells = await Promise.all(
    pictures.map(async ([side, pixels]) => {
      const file = `${score.name}-${score.frame}-${side}.png`;
      await writeFile(path.join(folder, file), png(pixels, browser.width, browser.height));
      return `<td><img loading="lazy" src="${path.basename(folder)}/${file}"></td>`;
    }),
  );
  const verdict = score.identical ? 'identical' : `${differing} px differ by up to ${maxLevel} levels, ${score.over_0_1} over 0.1, ssim ${score.ssim}`;
  const box = score.box_px > 1 / 64 ? `, boxes ${score.box_px} px` : '';
  return `<tr class="${score.over_0_1 > 0 ? 'bad' : score.identical ? 'same' : 'near'}"><th>${score.name} ${score.frame}<br><small>${verdict}${box}</small></th>${cells.join('')}</tr>`;
}

function png(pixels: Uint8Array, width: number, height: number): Buffer {
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').putImageData(new ImageData(new Uint8ClampedArray(pixels), width, height), 0, 0);
  return canvas.toBuffer('image/png');
}

/** The page of triples. */
export function htmlPage(rows: readonly string[], scores: Scores, refusals: readonly Refusal[]): string {
  return `<!doctype html><meta charset="utf-8"><title>Conformance</title><style>
body {font: 14px/1.4 system-ui; background: #10141a; color: #d0d7de} img {width: 480px; display: block} th {text-align: left; width: 220px; vertical-align: top}
.bad th {color: #ff7b72} .near th {color: #e3b341} .same th {color: #7ee787} small {font-weight: normal}
</style><h1>${scores.bit_identical} of ${scores.frames} frames bit-identical, ${scores.over_0_1} px over 0.1, boxes within ${scores.max_box_px} px</h1>
${refusals.map(({name, message}) => `<pre>${name}: ${escape(message)}</pre>`).join('\n')}
<table><tr><th></th><th>Chromium</th><th>Node</th><th>difference</th></tr>
${rows.join('\n')}
</table>`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

const START = '<!-- conformance: start -->';
const END = '<!-- conformance: end -->';

/** Replaces the table in a Markdown file, between its two marks. */
export async function writeTable(file: string, scores: Scores, refusals: readonly Refusal[]): Promise<void> {
  const text = await readFile(file, 'utf8');
  const [before, rest] = text.split(START);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`Cannot write the table: ${file} lacks ${START} and ${END}`);
  await writeFile(file, `${before}${START}\n${compatibilityTable(scores, refusals)}\n${END}${after}`);
}

/** The compatibility table in Markdown: a row a case. */
export function compatibilityTable(scores: Scores, refusals: readonly Refusal[]): string {
  const names = [...new Set([...scores.scenes.map(({name}) => name), ...refusals.map(({name}) => name)])].sort();
  const percent = ((100 * scores.bit_identical) / Math.max(1, scores.frames)).toFixed(1);
  return [
    `${scores.frames} frames of ${names.length} cases: ${scores.bit_identical} (${percent} %) bit-identical to Chromium, ${scores.over_0_1} px over pixelmatch 0.1, boxes within ${scores.max_box_px} px.`,
    '',
    '| case | frames | bit-identical | px over 0.1 | worst ssim | boxes, px | remark |',
    '| --- | ---: | ---: | ---: | ---: | ---: | --- |',
    ...names.map(name => row(name, scores.scenes.filter(score => score.name === name), refusals.find(refusal => refusal.name === name))),
  ].join('\n');
}

function row(name: string, scores: readonly Score[], refusal: Refusal | undefined): string {
  if (refusal) return `| ${name} | | | | | | refused: ${refusal.message.split('\n')[0].replace(/\|/g, '\\|')} |`;
  const identical = scores.filter(score => score.identical).length;
  const over = scores.reduce((sum, score) => sum + score.over_0_1, 0);
  const worst = Math.min(...scores.map(({ssim}) => ssim));
  const box = Math.max(...scores.map(({box_px}) => box_px));
  const remark = identical === scores.length ? '' : (KNOWN_DIFFERENCES[name] ?? '');
  return `| ${name} | ${scores.length} | ${identical} | ${over} | ${worst === 1 ? 1 : worst.toFixed(4)} | ${box} | ${remark} |`;
}
