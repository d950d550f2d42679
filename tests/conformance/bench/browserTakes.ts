/**
 * Chromium as the reference: opens each page of the bench and lets it draw.
 *
 * In: page scripts in a folder. Out: takes. The page is that of Motion Canvas's editor (Roboto 14px/24px), with the font
 * files that the stage uses.
 */
import {chromium, type Browser, type Page, type Route} from 'playwright-core';
import {createReadStream, existsSync, statSync} from 'node:fs';
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {SentTake} from './browserPage';
import {momentsOf, type Case, type Take} from './shot';

export interface BrowserTakes {
  /** Draws `count` moments of a case; `apart`: each in a page that has drawn nothing before. */
  take(item: Case, count: number, apart?: boolean): Promise<Take>;
  close(): Promise<void>;
}

export interface BrowserOptions {
  /** The folder of the page scripts, absolute. */
  readonly pages: string;
  readonly root: string;
  /** Answers addresses of the icon service, which the bench never asks. */
  readonly icon: (address: string) => string | null;
}

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The longest that a page may take for all moments of one case. */
const PATIENCE = 90_000;

/** Starts Chromium and a server for its pages, both on this machine only. */
export async function openBrowser(options: BrowserOptions): Promise<BrowserTakes> {
  const served = {root: options.root};
  const server = await serve(options, served);
  const browser = await chromium.launch({executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGS, env: {...process.env, FONTCONFIG_FILE: await writeFontConfig(options)}});
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    take(item, count, apart) {
      // One case is drawn at a time, and addresses without an origin are those of its project.
      served.root = item.root;
      return (apart ? takeApart : takeOf)(browser, `${origin}/${item.name}.html`, count, options);
    },
    async close() {
      await browser.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Generic names are the system's affair in a browser; here `monospace` means the face that it means on the stage. */
async function writeFontConfig({pages, root}: BrowserOptions): Promise<string> {
  const file = path.join(pages, 'fonts.conf');
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${root}/assets/fonts</dir>
<match target="pattern"><test name="family" compare="contains"><string>onospace</string></test>
<edit name="family" mode="assign" binding="strong"><string>JetBrains Mono</string></edit></match></fontconfig>`,
  );
  return file;
}

async function takeApart(browser: Browser, address: string, count: number, options: BrowserOptions): Promise<Take> {
  const first = await takeOf(browser, address, count, options, 0);
  const shots = [...first.shots];
  for (let index = 1; index < momentsOf(first.frames, count).length; index++) {
    const take = await takeOf(browser, address, count, options, index);
    if (take.error !== undefined) return take;
    shots.push(...take.shots);
  }
  return {...first, shots};
}

async function takeOf(browser: Browser, address: string, count: number, options: BrowserOptions, only?: number): Promise<Take> {
  const page = await browser.newPage({viewport: {width: 1920, height: 1080}, deviceScaleFactor: 1});
  const problems: string[] = [];
  page.on('pageerror', error => problems.push(error.message));
  try {
    await page.route(/^https:/, route => answer(route, options));
    return await withPatience(draw(page, address, problems, count, only));
  } catch (error) {
    return {width: 0, height: 0, frames: 0, shots: [], error: problems[0] ?? (error as Error).message.split('\n')[0]};
  } finally {
    await page.close();
  }
}

async function draw(page: Page, address: string, problems: readonly string[], count: number, only?: number): Promise<Take> {
  await page.goto(address, {waitUntil: 'load'});
  if (problems.length > 0) throw new Error(problems[0]);
  await page.waitForFunction('window.bench');
  const {shots, ...rest}: SentTake = await page.evaluate(([moments, place]) => window.bench!(moments, place), [count, only] as const);
  return {...rest, shots: shots.map(({base64, ...shot}) => ({...shot, pixels: new Uint8Array(Buffer.from(base64, 'base64'))}))};
}

async function withPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the page did not answer within ${PATIENCE / 1000} s`)), PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What scenes would fetch: icons, and the grammar engine of CodeBlock. */
function answer(route: Route, {icon, root}: BrowserOptions): Promise<void> {
  const headers = {'access-control-allow-origin': '*'};
  if (route.request().url().endsWith('/onig.wasm')) {
    return route.fulfill({path: path.join(root, 'node_modules/vscode-oniguruma/release/onig.wasm'), contentType: 'application/wasm', headers});
  }
  const svg = icon(route.request().url());
  if (svg === null) return route.abort();
  return route.fulfill({body: svg, contentType: 'image/svg+xml', headers});
}

async function serve({pages, root}: BrowserOptions, served: {readonly root: string}): Promise<Server> {
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url!, 'http://page').pathname);
    if (name.endsWith('.html')) return void response.setHeader('content-type', 'text/html').end(html(path.basename(name, '.html'), root));
    const file = name.startsWith('/@fs/') ? name.slice(4) : [pages, served.root, path.join(served.root, 'public')].map(folder => path.join(folder, name)).find(existsSync);
    return sendFile(file, request, response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.wasm': 'application/wasm',
};

function sendFile(file: string | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (!file || !existsSync(file)) return void response.writeHead(404).end();
  const {size} = statSync(file);
  // Chromium seeks in a film only if the server answers ranges.
  const range = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '');
  const start = range ? Number(range[1]) : 0;
  const end = range?.[2] ? Number(range[2]) : size - 1;
  response.writeHead(range ? 206 : 200, {
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'content-length': end - start + 1,
    'accept-ranges': 'bytes',
    ...(range ? {'content-range': `bytes ${start}-${end}/${size}`} : {}),
  });
  createReadStream(file, {start, end}).pipe(response);
}

interface Face {
  readonly family: string;
  readonly file: string;
  readonly weight: number;
  readonly style?: 'italic';
}

/** The faces of assets/fonts, as a style sheet has to state them; Skia reads weight and slant from the file. */
const FACES: readonly Face[] = [
  {family: 'Roboto', file: 'Roboto-Regular.ttf', weight: 400},
  {family: 'Roboto', file: 'Roboto-Italic.ttf', weight: 400, style: 'italic'},
  {family: 'Roboto', file: 'Roboto-Bold.ttf', weight: 700},
  {family: 'Roboto', file: 'Roboto-BoldItalic.ttf', weight: 700, style: 'italic'},
  {family: 'JetBrains Mono', file: 'JetBrainsMono-Regular.ttf', weight: 400},
  {family: 'JetBrains Mono', file: 'JetBrainsMono-Bold.ttf', weight: 700},
  {family: 'IBM Plex Sans', file: 'IBMPlexSans-Regular.woff2', weight: 400},
  {family: 'IBM Plex Sans', file: 'IBMPlexSans-Italic.woff2', weight: 400, style: 'italic'},
  {family: 'IBM Plex Sans', file: 'IBMPlexSans-Medium.woff2', weight: 500},
  {family: 'IBM Plex Sans', file: 'IBMPlexSans-SemiBold.woff2', weight: 600},
  {family: 'IBM Plex Sans', file: 'IBMPlexSans-Bold.woff2', weight: 700},
  {family: 'IBM Plex Mono', file: 'IBMPlexMono-Regular.woff2', weight: 400},
  {family: 'IBM Plex Mono', file: 'IBMPlexMono-Medium.woff2', weight: 500},
  {family: 'IBM Plex Mono', file: 'IBMPlexMono-Bold.woff2', weight: 700},
  {family: 'IBM Plex Sans SC', file: 'IBMPlexSansSC-Regular.woff2', weight: 400},
  {family: 'Noto Color Emoji', file: 'NotoColorEmoji-Regular.woff2', weight: 400},
];

function html(name: string, root: string): string {
  const faces = FACES.map(({family, file, weight, style = 'normal'}) =>
    `@font-face {font-family: '${family}'; src: url('/@fs${root}/assets/fonts/${file}'); font-weight: ${weight}; font-style: ${style};}`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><style>
${faces.join('\n')}
body {margin: 0; font-family: Roboto, sans-serif; font-size: 14px; line-height: 24px; font-weight: 400;}
</style></head><body><script type="module" src="/${name}.js"></script></body></html>`;
}
