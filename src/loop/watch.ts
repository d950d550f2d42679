/**
 * `lectern watch`: from a save to a picture.
 *
 * In: a chapter, a scene or a project, and the author's saves. Out: a page on this machine that shows the film as it is now,
 * and one picture file, refreshed in place. The module of scenes is bundled here; a warm process of its own draws.
 */
import type {ServerResponse} from 'node:http';
import {openProject} from '../timeline/openProject';
import type {FilmOptions} from '../timeline/film';
import {startLocalServer, type Answer} from './localServer';
import {startPainter} from './painterProcess';
import {problemOf} from './problem';
import {projectFiles} from './projectFiles';
import {browserModule} from './browserModule';
import {watchFiles} from './watchFiles';
import {watchPage} from './watchPage';
import {WatchSession} from './watchSession';
import type {WatchEvent} from './watchState';
import {writeWhole} from './writeWhole';

export interface WatchOrder {
  /** The author's file and the scenes of it, as openProject takes them. */
  readonly file: string;
  readonly scenes: readonly string[];
  /** The project's folder, absolute: where places in errors start. */
  readonly root: string;
  readonly film: Omit<FilmOptions, 'onLog' | 'spans'>;
  readonly port: number;
  /** Where the first picture after each save is kept, absolute, `.jpg`. */
  readonly still: string;
  readonly onEvent?: (event: WatchEvent) => void;
}

export interface Watch {
  readonly url: string;
  close(): Promise<void>;
}

/** Opens the project, and the page; both live until closed. A project that cannot be opened yet is waited for. */
export async function watch(order: WatchOrder): Promise<Watch> {
  const pages = new Set<ServerResponse>();
  const session: WatchSession = new WatchSession({
    film: order.film,
    tellPainter: message => painter.tell(message),
    onEvent(event) {
      for (const page of pages) page.write(`data: ${JSON.stringify(event)}\n\n`);
      const picture = event.type === 'first' ? session.picture(event.id) : undefined;
      if (picture) void writeWhole(order.still, picture);
      order.onEvent?.(event);
    },
  });
  const painter = startPainter(message => session.hear(message));
  const files = watchFiles((_saved, at) => open(at));
  const open = async (savedAt: number) => {
    try {
      const opened = await openProject(order.file, {scenes: order.scenes});
      files.follow(projectFiles(opened));
      await session.save(opened, savedAt);
    } catch (error) {
      files.follow([order.file]);
      session.fail(problemOf(error, order.root));
    }
  };
  const server = await startLocalServer(answerWith(session, pages), order.port);
  await open(performance.now());
  return {
    url: server.url,
    async close() {
      painter.stop();
      await Promise.all([files.close(), server.close()]);
    },
  };
}

function answerWith(session: WatchSession, pages: Set<ServerResponse>): Answer {
  return async (request, response, url) => {
    if (url.pathname === '/') {
      response.writeHead(200, {'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store'}).end(watchPage());
    } else if (url.pathname === '/client.js') {
      response.writeHead(200, {'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store'}).end(await browserModule('watchClient'));
    } else if (url.pathname === '/events') {
      response.writeHead(200, {'content-type': 'text/event-stream', 'cache-control': 'no-store'});
      pages.add(response);
      request.on('close', () => pages.delete(response));
      const state = session.state();
      response.write(state ? `data: ${JSON.stringify({type: 'state', state})}\n\n` : ': waiting\n\n');
    } else if (url.pathname === '/look' && request.method === 'POST') {
      session.look(url.searchParams.get('scene') ?? '', Number(url.searchParams.get('frame')));
      response.writeHead(204).end();
    } else if (url.pathname === '/redraw' && request.method === 'POST') {
      session.redraw();
      response.writeHead(204).end();
    } else {
      const picture = session.picture(url.pathname.replace('/picture/', ''));
      if (!picture) return false;
      response.writeHead(200, {'content-type': 'image/jpeg', 'cache-control': 'max-age=31536000, immutable'}).end(picture);
    }
    return true;
  };
}
