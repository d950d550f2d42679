import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {openSync, type Font} from 'fontkit';
import {describe, expect, it} from 'vitest';
import {bundledCharacters} from '../../src/stage/fonts/bundledCharacters';

const root = path.resolve(import.meta.dirname, '../..');
const page = path.join(root, 'src/stage/fonts/bundledCharacters.ts');
const FILES = ['IBMPlexSans-Regular.woff2', 'IBMPlexMono-Regular.woff2', 'Roboto-Regular.ttf', 'JetBrainsMono-Regular.ttf'];

/** What a face has above Latin-1, as ranges in hexadecimal. */
function rangesOf(file: string): string {
  const {characterSet} = openSync(path.join(root, 'assets/fonts', file)) as Font;
  const codes = [...new Set(characterSet)].filter(code => code > 0xff).sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const code of codes) {
    const last = ranges.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges.map(([from, to]) => (from === to ? from.toString(16) : `${from.toString(16)}-${to.toString(16)}`)).join(' ');
}

describe('src/stage/fonts/bundledCharacters.ts', () => {
  it('says of each face what its file says', async () => {
    const table = FILES.map(file => `  '${file}':\n    '${rangesOf(file)}',\n`).join('');
    if (process.env.LECTERN_WRITE_DOCS) {
      const text = await readFile(page, 'utf8');
      await writeFile(page, text.replace(/(RANGES[^{]*\{\n)[\s\S]*?(\n?\};)/, (_, start: string, end: string) => start + table + end.trimStart()));
    } else {
      expect(await readFile(page, 'utf8')).toContain(table);
    }
  });

  it('answers for the first and last of a range, and not for what lies beside it', () => {
    expect(bundledCharacters('IBMPlexSans-Regular.woff2')!('−'.codePointAt(0)!)).toBe(true);
    expect(bundledCharacters('IBMPlexSans-Regular.woff2')!('中'.codePointAt(0)!)).toBe(false);
    expect(bundledCharacters('Roboto-Regular.ttf')!('→'.codePointAt(0)!)).toBe(false);
    expect(bundledCharacters('IBMPlexSansSC-Regular.woff2')).toBeUndefined();
  });
});
