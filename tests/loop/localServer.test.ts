import {request} from 'node:http';
import {afterEach, describe, expect, it} from 'vitest';
import {startLocalServer, type Answer, type LocalServer} from '../../src/loop/localServer';

const running: LocalServer[] = [];
const start = async (answer: Answer, port = 0) => {
  const server = await startLocalServer(answer, port);
  running.push(server);
  return server;
};
afterEach(() => Promise.all(running.splice(0).map(server => server.close())));

const hello: Answer = (_request, response) => {
  response.end('hello');
  return true;
};

/** The status that a request gets that says it came for another host. */
const statusFor = (url: string, headers: Record<string, string>) =>
  new Promise<number>((resolve, reject) => request(url, {headers}, response => resolve(response.resume().statusCode!)).on('error', reject).end());

describe('startLocalServer()', () => {
  it('listens on 127.0.0.1 only', async () => {
    const {url} = await start(hello);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await (await fetch(url)).text()).toBe('hello');
  });

  it('takes the next port where one is taken', async () => {
    const first = Number(new URL((await start(hello)).url).port);
    const second = Number(new URL((await start(hello, first)).url).port);
    expect(second).toBeGreaterThan(first);
    expect(second).toBeLessThan(first + 10);
  });

  it.each([
    ['a page elsewhere whose name points here', {host: 'example.org'}, 403],
    ['a page of another origin', {origin: 'http://127.0.0.1:1'}, 403],
    ['a page of this machine by its other name', {host: 'localhost'}, 200],
  ])('to %s answers %j with %d', async (_who, headers, status) => {
    expect(await statusFor((await start(hello)).url, headers)).toBe(status);
  });

  it('says 404 where there is nothing, and 500 where the answer fails, and goes on', async () => {
    const {url} = await start((_request, response, {pathname}) => {
      if (pathname === '/broken') throw new Error('out of ink');
      if (pathname !== '/') return false;
      response.end();
      return true;
    });
    expect((await fetch(`${url}nowhere`)).status).toBe(404);
    const broken = await fetch(`${url}broken`);
    expect([broken.status, await broken.text()]).toEqual([500, 'out of ink']);
    expect((await fetch(url)).status).toBe(200);
  });
});
