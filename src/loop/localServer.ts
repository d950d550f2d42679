/** A server for this machine alone: a page in a browser here may ask, nobody else. */
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {AuthorError, ExitCode} from '../author/authorError';

/** Answers a request; false where there is nothing at the address. */
export type Answer = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean> | boolean;

export interface LocalServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts a server on 127.0.0.1.
 *
 * A request that names another host is refused: it comes from a page elsewhere whose name was pointed at this machine. So is
 * whatever another origin sends.
 *
 * @param port - 0 for any; a taken one is passed over for the next free of the ten after it
 */
export async function startLocalServer(answer: Answer, port: number): Promise<LocalServer> {
  const server = createServer((request, response) => {
    void reply(answer, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, {'content-type': 'text/plain; charset=utf-8'});
      response.end(String(error instanceof Error ? error.message : error));
    });
  });
  const found = await listen(server, port);
  return {
    url: `http://127.0.0.1:${found}/`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function reply(answer: Answer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
  const isLocal = ['127.0.0.1', 'localhost'].includes(url.hostname);
  const {origin} = request.headers;
  if (!isLocal || (origin !== undefined && origin !== url.origin)) {
    response.writeHead(403).end('This server answers pages of this machine only.');
  } else if (!(await answer(request, response, url))) {
    response.writeHead(404, {'content-type': 'text/plain; charset=utf-8'}).end(`There is nothing at ${url.pathname}`);
  }
}

async function listen(server: Server, port: number): Promise<number> {
  const ports = port === 0 ? [0] : Array.from({length: 10}, (_, index) => port + index);
  for (const candidate of ports) {
    const found = await new Promise<number | undefined>((resolve, reject) => {
      const fail = (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error));
      server.once('error', fail);
      server.listen(candidate, '127.0.0.1', () => {
        server.off('error', fail);
        resolve((server.address() as {port: number}).port);
      });
    });
    if (found !== undefined) return found;
    server.removeAllListeners('listening');
  }
  throw new AuthorError(`Cannot open a page: the ports ${port} to ${port + 9} are taken`, {exitCode: ExitCode.usage, fix: 'give another --port'});
}
