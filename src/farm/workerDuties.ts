/** What a worker does on demand: it opens a film, measures scenes, draws chunks. In: messages. Out: answers. Called by worker. */
import {drawChunk} from './drawChunk';
import {measurementOf} from './measurementOf';
import type {FromWorker, PlainFilmOptions, ToWorker} from './messages';
import {loadFilm, type Film} from '../timeline/film';
import type {Project} from '../timeline/openProject';

export interface Coordinator {
  send(message: FromWorker): void;
  fail(error: unknown): void;
}

let opened: {readonly project: Project; readonly options: PlainFilmOptions} | undefined;
let film: Film | undefined;

/** Does what a message says; the answer, where there is one, goes to the coordinator. */
export async function answer(message: ToWorker, coordinator: Coordinator): Promise<void> {
  if (message.type === 'open') {
    opened = message;
    film = await loadFilm(opened.project, opened.options);
  } else if (message.type === 'measure') coordinator.send({type: 'measured', measurement: await measurementOf(film!, message.scene)});
  else if (message.type === 'spans') film!.place(message.spans);
  else await draw(film!, message, coordinator);
}

/** Returns when the frames are drawn; the encoder may still be busy with the last of them. */
async function draw(film: Film, {chunk, order}: Extract<ToWorker, {type: 'draw'}>, {send, fail}: Coordinator): Promise<void> {
  const finish = await drawChunk(film, chunk, order, count => send({type: 'frames', count}));
  send({type: 'handed'});
  finish().then(segment => send({type: 'drawn', segment}), fail);
}
