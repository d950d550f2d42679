/**
 * A process that draws chunks.
 *
 * Scenes keep state in Motion Canvas's modules, so each worker is a process of its own. It ends when its coordinator does:
 * the message channel closes, and with the process its encoder.
 */
import {plainError} from './plainError';
import {drawChunk} from './drawChunk';
import type {FromWorker, Measurement, PlainFilmOptions, ToWorker} from './messages';
import {openFilm, type Film} from '../timeline/film';
import {sourceOfStack} from '../timeline/filmError';
import type {Project} from '../timeline/openProject';

let opened: {readonly project: Project; readonly options: PlainFilmOptions} | undefined;
let film: Film | undefined;
/** Messages are answered one after the other. */
let turn: Promise<void> = Promise.resolve();

process.on('disconnect', () => process.exit(1));
process.on('message', (message: ToWorker) => {
  turn = turn.then(() => answer(message));
});
// A terminal sends Ctrl-C to the whole group; the coordinator decides what to do about it.
process.on('SIGINT', () => undefined);
send({type: 'ready'});

async function answer(message: ToWorker): Promise<void> {
  try {
    if (message.type === 'open') opened = message;
    else if (message.type === 'measure') send({type: 'measured', measurement: await measure()});
    else if (message.type === 'spans') film ??= await openFilm(opened!.project, {...opened!.options, spans: message.spans});
    else await draw(message);
  } catch (error) {
    send({type: 'failed', error: plainError(error)});
  }
}

async function measure(): Promise<Measurement> {
  film = await openFilm(opened!.project, opened!.options);
  const {settings, sceneSpans: spans, project} = film;
  const beats = spans.flatMap(({name: scene}) =>
    film!.reachedBeats(scene).map(({name, seconds, stack}) => ({scene, name, seconds, at: sourceOfStack(stack, project)})),
  );
  return {settings, spans, beats};
}

async function draw({chunk, order}: Extract<ToWorker, {type: 'draw'}>): Promise<void> {
  const segment = await drawChunk(film!, chunk, order, count => send({type: 'frames', count}));
  send({type: 'drawn', segment});
}

function send(message: FromWorker): void {
  process.send?.(message);
}
