/**
 * Small results that cost time to find again, kept as JSON from one run to the next. In: plain values. Out: the same, or
 * nothing. What was cut short, damaged or edited is not taken for a result: it is found out anew.
 */
import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {isAuthorError} from '../author/authorError';
import {writeWhole} from '../encoder/disk';

/** Reads what {@link keepRecord} wrote; undefined where there is nothing, or something else. */
export async function readRecord<T>(file: string): Promise<T | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const [sum, json] = [text.slice(0, text.indexOf('\n')), text.slice(text.indexOf('\n') + 1)];
  return sum !== '' && sum === checksum(json) ? (JSON.parse(json) as T) : undefined;
}

/** Keeps a value for the next run. A place that cannot be written costs that run its time, and nothing else. */
export async function keepRecord(file: string, value: unknown): Promise<void> {
  const json = JSON.stringify(value);
  await writeWhole(file, `${checksum(json)}\n${json}`).catch((error: unknown) => {
    if (!isAuthorError(error)) throw error;
  });
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
