/**
 * A process that measures scenes and draws chunks.
 *
 * Scenes keep state in Motion Canvas's modules, so each worker is a process of its own. It ends when its coordinator does:
 * the message channel closes, and with the process its encoder.
 */
import {measurementOf} from './measurementOf';
import {plainError} from './plainError';
import {drawChunk} from './drawChunk';
import type {FromWorker, PlainFilmOptions, ToWorker} from './messages';
import {loadFilm, type Film} from '../timeline/film';
import type {Project} from '../timeline/openProject';

let opened: {readonly project: Project; readonly options: PlainFilmOptions} | undefined;
let film: Film | undefined;
/** Messages are answered one after the other. */
let turn: Promise<void> = Promise.resolve();

process.on('disconnect', () => process.exit(1));
process.on('message', (message: ToWorker) => {
  turn = turn.then(() => answer(message)).catch(fail);
});
// A terminal sends Ctrl-C to the whole group; the coordinator decides what to do about it.
process.on('SIGINT', () => undefined);

async function answer(message: ToWorker): Promise<void> {
  if (message.type === 'open') {
    opened = message;
    film = await loadFilm(opened.project, opened.options);
  } else if (message.type === 'measure') send({type: 'measured', measurement: await measurementOf(film!, message.scene)});
  else if (message.type === 'spans') film!.place(message.spans);
  else await draw(film!, message);
}

/** Returns when the frames are drawn; the encoder may still be busy with the last of them. */
async function draw(film: Film, {chunk, order}: Extract<ToWorker, {type: 'draw'}>): Promise<void> {
  const finish = await drawChunk(film, chunk, order, count => send({type: 'frames', count}));
  send({type: 'handed'});
  finish().then(segment => send({type: 'drawn', segment}), fail);
}

function fail(error: unknown): void {
  send({type: 'failed', error: plainError(error)});
}

function send(message: FromWorker): void {
  process.send?.(message);
}
