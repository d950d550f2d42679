import {readFileSync, readdirSync, truncateSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {keepRecord, readRecord} from '../../src/farm/keptRecord';
import {testFolder} from '../encoder/films';

const folder = testFolder('kept');
const value = {spans: [{name: 'ünï\n', endFrame: 12}], fps: 30};

describe('readRecord()', () => {
  test('of what keepRecord() wrote is equal to it, and nothing else is left there', async () => {
    const file = path.join(folder, 'deep', 'kept.json');
    await keepRecord(file, value);
    await keepRecord(file, value);
    expect(await readRecord(file)).toEqual(value);
    expect(readdirSync(path.dirname(file))).toEqual(['kept.json']);
  });

  test('of what is not there is nothing', async () => {
    expect(await readRecord(path.join(folder, 'nowhere.json'))).toBeUndefined();
  });

  test.each<[string, (file: string) => void]>([
    ['is empty', file => truncateSync(file, 0)],
    ['was cut short', file => truncateSync(file, readFileSync(file).length - 1)],
    ['has lost its end', file => truncateSync(file, 64)],
    ['was edited', file => writeFileSync(file, readFileSync(file, 'utf8').replace('12', '11'))],
    ['is plain JSON', file => writeFileSync(file, JSON.stringify(value))],
    ['is one line', file => writeFileSync(file, '\n')],
  ])('of what %s is nothing', async (_name, damage) => {
    const file = path.join(folder, 'damaged.json');
    await keepRecord(file, value);
    damage(file);
    expect(await readRecord(file)).toBeUndefined();
  });

  test('is nothing where the place could not be written, and that is no error', async () => {
    writeFileSync(path.join(folder, 'a-file'), '');
    await keepRecord(path.join(folder, 'a-file', 'kept.json'), value);
    expect(await readRecord(path.join(folder, 'a-file', 'kept.json'))).toBeUndefined();
  });
});
