import {existsSync} from 'node:fs';
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {emptyFolder, runLectern} from './runLectern';

const glove = 'king 0.5 -0.25 1\nqueen 0.5 0.25 1\nship 0 0 -1\n';

describe('lectern data vectors', () => {
  it('writes a table of the words that are asked for', async () => {
    const folder = await emptyFolder();
    await writeFile(path.join(folder, 'glove.txt'), glove);
    const outcome = await runLectern(['data', 'vectors', 'glove.txt', '--words', 'queen,king', '-o', 'words.json'], {cwd: folder});
    expect(outcome).toMatchObject({code: 0, stdout: 'words.json\n'});
    const table = JSON.parse(await readFile(path.join(folder, 'words.json'), 'utf8')) as {words: string[]};
    expect([...table.words].sort()).toEqual(['king', 'queen']);
  });

  it('names a word that the file does not have, and writes nothing', async () => {
    const folder = await emptyFolder();
    await writeFile(path.join(folder, 'glove.txt'), glove);
    const outcome = await runLectern(['data', 'vectors', 'glove.txt', '--words', 'kng', '-o', 'words.json'], {cwd: folder});
    expect(outcome.code).toBe(4);
    expect(outcome.stderr).toMatch(/it has no vector for "kng"/);
    expect(existsSync(path.join(folder, 'words.json'))).toBe(false);
  });
});
