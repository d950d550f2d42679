/**
 * Measures the reader of word vectors on a made file of GloVe's size, and prints seconds and memory.
 * Run: `node src/data/run.mjs measureReader.ts [rows] [numbers a row]`, default 400000 and 50 (170 MB in the temporary folder).
 */
import {createWriteStream} from 'node:fs';
import {mkdtemp, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {once} from 'node:events';
import {seededRandom} from '../math/seededRandom';
import {readWordVectors} from './readWordVectors';

const rows = Number(process.argv[3] ?? 400_000);
const dimension = Number(process.argv[4] ?? 50);
const folder = await mkdtemp(path.join(tmpdir(), 'lectern-measure-'));
try {
  const file = path.join(folder, 'made.txt');
  await writeMadeVectors(file);
  const {size} = await stat(file);
  const words = Array.from({length: 200}, (_, i) => `word${Math.floor((i * rows) / 200)}`);
  const before = process.resourceUsage().maxRSS / 1024;
  const start = performance.now();
  const read = await readWordVectors(file, {words});
  const seconds = (performance.now() - start) / 1000;
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${read.rows} rows of ${dimension} numbers (${(size / 1e6).toFixed(0)} MB), ${read.words.length} kept: ` +
      `${seconds.toFixed(2)} s, at most ${memory.toFixed(0)} MB in memory (${before.toFixed(0)} MB before)`,
  );
} finally {
  await rm(folder, {recursive: true});
}

async function writeMadeVectors(file: string): Promise<void> {
  const random = seededRandom('made vectors');
  const numbers = Array.from({length: 4096}, () => random.normal(0, 0.5).toFixed(random.integer(3) + 4));
  const out = createWriteStream(file);
  for (let row = 0; row < rows; row++) {
    const from = random.integer(numbers.length - dimension);
    const text = `word${row} ${numbers.slice(from, from + dimension).join(' ')}\n`;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
