/** `lectern data vectors`: word vectors of any common format as a table that scenes import. */
import path from 'node:path';
import {readWordVectors, saveWordVectors} from '../data/readWordVectors';
import {AuthorError, ExitCode} from '../author/authorError';

interface VectorFlags {
  readonly words: string;
  readonly out: string;
  readonly vocabulary?: string;
  readonly encoding?: 'utf-8' | 'windows-1252';
  readonly licence?: string;
}

/** Reads the words that are asked for and writes their table; prints its path. */
export async function vectors(file: string, {words, out, ...options}: VectorFlags): Promise<void> {
  const wanted = words.split(',').map(word => word.trim()).filter(Boolean);
  if (wanted.length === 0) {
    throw new AuthorError('Cannot make a table of no words', {exitCode: ExitCode.usage, fix: '--words king,queen,man,woman'});
  }
  const table = await readWordVectors(path.resolve(file), {words: wanted, ...options});
  await saveWordVectors(path.resolve(out), table);
  process.stdout.write(`${out}\n`);
  process.stderr.write(`${table.words.length} words, ${table.vectors[0]?.length ?? 0} numbers each\n`);
}
