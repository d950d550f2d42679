/**
 * `lectern dev`: any chapter in Motion Canvas's own editor.
 *
 * In: a chapter, a scene or a project, with no set-up in its files. Out: a page on this machine. The page imports the very
 * module that a render imports; edits reach it without a reload, and a beat that is dragged there is written into the
 * narration and nowhere else.
 */
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {lookup} from 'mrmime';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {isAuthorError} from '../author/authorError';
import {openProject, type OpenedProject} from '../timeline/openProject';
import {beatTimes, holdSeconds, sceneSeed} from '../timeline/sceneTimes';
import {browserModule} from './browserModule';
import {bundleEditor} from './editorBundle';
import {editorPage} from './editorPage';
import type {EditedProject, EditedScene, EditorEvent} from './editorProject';
import {sceneMakings} from './fingerprints';
import {startLocalServer, type Answer} from './localServer';
import {movedBeat} from './moveBeat';
import {problemOf} from './problem';
import {projectFiles} from './projectFiles';
import {watchFiles} from './watchFiles';
import {webFonts, type WebFont} from './webFonts';
import {writeWhole} from './writeWhole';

export interface DevOrder {
  /** The author's file and the scenes of it, as openProject takes them. */
  readonly file: string;
  readonly scenes: readonly string[];
  /** The project's folder, absolute: where places in errors start. */
  readonly root: string;
  readonly port: number;
  readonly onEvent?: (event: EditorEvent) => void;
}

export interface Dev {
  readonly url: string;
  close(): Promise<void>;
}

/** What is served at the moment. */
interface Desk {
  opened?: OpenedProject;
  event?: EditorEvent;
  /** Folders and files of the page, by the start of their address. */
  places: Map<string, string>;
  /** Files that scenes import, by address. */
  assets: Map<string, string>;
  fonts: readonly WebFont[];
}

/** Opens the editor's page; it lives until closed. */
export async function dev(order: DevOrder): Promise<Dev> {
  const pages = new Set<ServerResponse>();
  const desk: Desk = {places: new Map(), assets: new Map(), fonts: []};
  const tell = (event: EditorEvent) => {
    desk.event = event;
    for (const page of pages) page.write(`data: ${JSON.stringify(event)}\n\n`);
    order.onEvent?.(event);
  };
  const files = watchFiles(() => open());
  const open = async () => {
    try {
      desk.opened = await openProject(order.file, {scenes: order.scenes});
      files.follow(projectFiles(desk.opened));
      await furnish(desk, desk.opened);
      tell({type: 'project', project: await editedProject(desk.opened)});
    } catch (error) {
      if (!desk.opened) files.follow([order.file]);
      tell({type: 'problem', problem: problemOf(error, order.root)});
    }
  };
  await open();
  const server = await startLocalServer(answerWith(desk, pages), order.port);
  return {
    url: server.url,
    close: async () => void (await Promise.all([files.close(), server.close()])),
  };
}

/** Makes ready what the page imports besides the scenes. */
async function furnish(desk: Desk, {project, bundle: {motionCanvas, libraries}}: OpenedProject): Promise<void> {
  desk.places.set('/mc/', motionCanvas.folder);
  desk.places.set('/libraries/', libraries.folder);
  desk.places.set('/editor/', await bundleEditor(project.root, project.cache, motionCanvas));
  desk.places.set('/scenes/', path.dirname(project.bundleFile));
  desk.fonts = webFonts(project.fonts, file => `/font/${encodeURIComponent(path.basename(file))}`);
  for (const {url, file} of desk.fonts) desk.assets.set(decodeURIComponent(url), file);
}

async function editedProject(opened: OpenedProject): Promise<EditedProject> {
  const {project} = opened;
  const {chapter} = project;
  const fps = chapter?.fps ?? 30;
  const makings = await sceneMakings(opened, {});
  return {
    name: project.name,
    versions: {core: project.motionCanvas.coreVersion, two: project.motionCanvas.twoDVersion},
    module: `/scenes/${path.basename(project.bundleFile)}`,
    size: chapter?.size ?? {width: 1920, height: 1080},
    fps,
    background: chapter?.background ?? null,
    variables: {theme: chapter?.theme},
    hasSceneClocks: project.kind !== 'project',
    scenes: project.scenes.map(({name, narration}, index): EditedScene => {
      const beats = beatTimes(narration, fps);
      return {
        name,
        fingerprint: makings[index].fingerprint,
        seed: sceneSeed(name),
        holdSeconds: holdSeconds(narration, fps),
        beats: beats && [...beats].map(([beat, targetTime]) => ({name: beat, targetTime})),
      };
    }),
  };
}

function answerWith(desk: Desk, pages: Set<ServerResponse>): Answer {
  return async (request, response, url) => {
    const name = decodeURIComponent(url.pathname);
    if (name === '/') return send(response, page(desk), 'text/html');
    if (name === '/lectern/editorClient.js') return send(response, await browserModule('editorClient'), 'text/javascript');
    if (name === '/lectern/noRequire.js') return send(response, NO_REQUIRE, 'text/javascript');
    if (name === '/lectern/version.json') return send(response, JSON.stringify({version: desk.opened?.project.motionCanvas.coreVersion}), 'application/json');
    if (name === '/events') return listen(desk, pages, request, response);
    if (name === '/beat' && request.method === 'POST') return moveBeat(desk, request, response);
    // The editor offers to open sources in a code editor; which one, it does not know.
    if (name === '/__open-in-editor') return send(response, '', 'text/plain');
    const file = fileAt(desk, name);
    if (!file) return false;
    if (name.startsWith('/scenes/') && name.endsWith('.mjs')) return send(response, withAssets(desk, await readFile(file, 'utf8')), 'text/javascript');
    return send(response, await readFile(file), lookup(file) ?? 'application/octet-stream');
  };
}

function send(response: ServerResponse, contents: string | Buffer, type: string): true {
  response.writeHead(200, {'content-type': /^(text|application\/json)/.test(type) ? `${type}; charset=utf-8` : type, 'cache-control': 'no-store'});
  response.end(contents);
  return true;
}

function page({opened, fonts, places}: Desk): string {
  // What a bundle of scenes imports by the address of its file.
  const served = ['/mc/', '/libraries/'].flatMap(place => {
    const folder = places.get(place);
    return folder ? [[`${pathToFileURL(folder).href}/`, place]] : [];
  });
  const imports = {
    // Renders run in Node, whose modules the bundles ask for at their start.
    'node:module': '/lectern/noRequire.js',
    '@motion-canvas/core': '/mc/core/index.js',
    '@motion-canvas/2d': '/mc/2d/index.js',
    '@motion-canvas/2d/editor': '/editor/inspector.js',
    '@motion-canvas/ui': '/editor/ui.js',
    ...Object.fromEntries(served),
  };
  return editorPage({title: opened?.project.title ?? 'lectern dev', imports, fonts});
}

const NO_REQUIRE = `export const createRequire = () => name => { throw new Error('Cannot load "' + name + '" in a browser: scenes that open in the editor use no modules of Node'); };`;

function listen({event}: Desk, pages: Set<ServerResponse>, request: IncomingMessage, response: ServerResponse): true {
  response.writeHead(200, {'content-type': 'text/event-stream', 'cache-control': 'no-store'});
  pages.add(response);
  request.on('close', () => pages.delete(response));
  response.write(event ? `data: ${JSON.stringify(event)}\n\n` : ': waiting\n\n');
  return true;
}

/** Only what the page was made of, and pictures of the project. */
function fileAt({places, assets, opened}: Desk, name: string): string | undefined {
  const asset = assets.get(name);
  if (asset) return asset;
  for (const [start, folder] of places) {
    if (name.startsWith(start)) return inside(folder, name.slice(start.length));
  }
  const root = opened?.project.root;
  if (!root || !/^(image|audio|video|font)\//.test(lookup(name) ?? '')) return undefined;
  return inside(path.join(root, 'public'), name) ?? inside(root, name);
}

function inside(folder: string, name: string): string | undefined {
  const file = path.join(folder, name);
  return file.startsWith(folder + path.sep) && existsSync(file) ? file : undefined;
}

/** Scenes name their pictures by `file:` addresses, which a page may not load. */
function withAssets({assets}: Desk, code: string): string {
  return code.replace(/(from\s*|import\s*)?"(file:\/\/\/[^"]+)"/g, (whole, imported: string | undefined, address: string) => {
    if (imported) return whole;
    const {pathname} = new URL(address);
    assets.set(`/files${decodeURIComponent(pathname)}`, fileURLToPath(address));
    return JSON.stringify(`/files${pathname}`);
  });
}

/** A beat that was dragged in the editor: the narration is rewritten, and the watch on it does the rest. */
async function moveBeat({opened}: Desk, request: IncomingMessage, response: ServerResponse): Promise<true> {
  try {
    const {scene, beat, seconds} = JSON.parse(await bodyOf(request)) as {scene: string; beat: string; seconds: number};
    const {chapter, scenes = []} = opened?.project ?? {};
    const narration = scenes.find(({name}) => name === scene)?.narration;
    if (!narration?.file || narration.source !== 'estimated') {
      return refuse(response, `Cannot move the beat "${beat}": ${narration?.source === 'recorded' ? 'a recording says when it falls' : `scene ${scene} has no narration`}`);
    }
    const source = await readFile(narration.file, 'utf8');
    const moved = movedBeat(source, narration.file, {beat, seconds, wordsPerMinute: chapter?.wordsPerMinute});
    if (moved.text !== source) await writeWhole(narration.file, moved.text);
    response.writeHead(204).end();
    return true;
  } catch (error) {
    return refuse(response, isAuthorError(error) ? `${error.message}. ${error.fix ?? ''}` : String(error));
  }
}

function refuse(response: ServerResponse, why: string): true {
  response.writeHead(409, {'content-type': 'text/plain; charset=utf-8'}).end(why);
  return true;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) {
    text += String(piece);
    if (text.length > 10_000) throw new Error('The request is too long');
  }
  return text;
}
