/**
 * A process that measures scenes and draws chunks.
 *
 * Scenes keep state in Motion Canvas's modules, so each worker is a process of its own. It ends when its coordinator does:
 * the message channel closes, and with the process its encoder.
 */
import {plainError} from './plainError';
import type {FromWorker, ToWorker} from './messages';

// What draws is loaded apart, so that a fault in loading it reaches the coordinator as any other does.
const duties = import('./workerDuties');
/** Messages are answered one after the other. */
let turn: Promise<unknown> = duties;

process.on('disconnect', () => process.exit(1));
process.on('message', (message: ToWorker) => {
  turn = turn.then(async () => (await duties).answer(message, {send, fail})).catch(fail);
});
// A terminal sends Ctrl-C to the whole group; the coordinator decides what to do about it.
process.on('SIGINT', () => undefined);
turn.catch(fail);

function fail(error: unknown): void {
  send({type: 'failed', error: plainError(error)});
}

function send(message: FromWorker): void {
  process.send?.(message);
}
