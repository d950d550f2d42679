import {existsSync, mkdirSync, readFileSync, readdirSync, truncateSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {emptyFolder, runLectern, type Outcome} from './runLectern';

let env: Record<string, string>;
let folder: string;
let sha256: string;

const cache = (...args: string[]): Promise<Outcome> => runLectern(['cache', ...args], {env});
const render = (): Promise<Outcome> => runLectern(['render', 'tiny', '--json', '--out', path.join(folder, 'tiny.mp4')], {env});

function chunks(kind: string): string[] {
  const root = path.join(env.LECTERN_CACHE!, 'chunks');
  return readdirSync(root, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith(kind)).map(name => path.join(root, name));
}

describe('lectern cache', () => {
  beforeAll(async () => {
    folder = await emptyFolder();
    env = {LECTERN_CACHE: path.join(folder, 'cache')};
    sha256 = (JSON.parse((await render()).stdout) as {sha256: string}).sha256;
  });

  it('ls names every chunk with its frames and size', async () => {
    const {stdout, stderr, code} = await cache('ls');
    const keys = chunks('.mp4').map(file => path.basename(file, '.mp4'));
    expect(code).toBe(0);
    expect(stdout.trim().split('\n').map(line => line.split(/\s+/).at(-1)).sort()).toEqual(keys.sort());
    expect(stdout).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d +\d+ frames +0\.0 MB +[0-9a-f]{64}$/m);
    expect(stderr).toContain(`${keys.length} chunks, 0.0 MB, in ${env.LECTERN_CACHE}`);
    const json = JSON.parse((await cache('ls', '--json')).stdout) as {chunks: {frames: number; bytes: number}[]; bytes: number};
    expect(json.chunks.reduce((sum, chunk) => sum + chunk.frames, 0)).toBe(289);
    expect(json.bytes).toBe(chunks('.mp4').reduce((sum, file) => sum + readFileSync(file).length, 0));
  });

  it('verify finds all sound, or deletes what is damaged and ends with code 7', async () => {
    expect(await cache('verify')).toMatchObject({code: 0, stdout: '2 chunks, 0.0 MB, sound\n'});
    const [damaged] = chunks('.mp4');
    truncateSync(damaged!, 100);
    const {code, stdout, stderr} = await cache('verify', '--json');
    expect(code).toBe(7);
    expect(JSON.parse(stdout)).toMatchObject({chunks: 1, damaged: [path.basename(damaged!, '.mp4')]});
    expect(stderr).toMatch(/^Cannot vouch for 1 chunk of 2: damaged, and deleted \([0-9a-f]{12}\)\nFix: render again/);
    expect(existsSync(damaged!)).toBe(false);
    expect(JSON.parse((await render()).stdout)).toMatchObject({sha256});
    expect(await cache('verify')).toMatchObject({code: 0});
  });

  it('gc deletes by age what was not used lately, with old bundles and measurements, and nothing else', async () => {
    const [old] = chunks('.json');
    const [longAgo, yesterday] = [40, 2].map(days => new Date(Date.now() - days * 86_400_000));
    utimesSync(old!, longAgo!, longAgo!);
    const bundles = path.join(env.LECTERN_CACHE!, 'bundles');
    mkdirSync(bundles, {recursive: true});
    writeFileSync(path.join(bundles, 'old.mjs'), 'old');
    writeFileSync(path.join(bundles, 'newer.mjs'), 'newer');
    utimesSync(path.join(bundles, 'old.mjs'), longAgo!, longAgo!);
    utimesSync(path.join(bundles, 'newer.mjs'), yesterday!, yesterday!);
    expect(await cache('gc')).toMatchObject({code: 0, stdout: '0.0 MB freed, 1 chunk kept (0.0 MB)\n'});
    expect([existsSync(old!), existsSync(path.join(bundles, 'old.mjs')), existsSync(path.join(bundles, 'newer.mjs'))]).toEqual([false, false, true]);
  });

  it('gc --max-size 0 deletes all chunks, and the next render makes the same film', async () => {
    expect(JSON.parse((await cache('gc', '--max-size', '0', '--json')).stdout)).toMatchObject({kept: 0, kept_bytes: 0, in_use: 0});
    expect(chunks('.mp4')).toEqual([]);
    expect(JSON.parse((await render()).stdout)).toMatchObject({sha256, drawn_frames: 289});
  });

  it.each(['3 apples', '-1', '', '2XB'])('gc refuses the size %j', async size => {
    expect(await cache('gc', `--max-size=${size}`)).toMatchObject({code: 2, stderr: expect.stringContaining('Give a size such as 500MB or 2GB.') as string});
  });
});
