/**
 * A process that draws frames for the loop, and stays.
 *
 * Motion Canvas is loaded once; each save brings one more module of scenes. A newer project, or newer wishes, end the work
 * on the older ones at the next frame.
 */
import {createCanvas} from '@napi-rs/canvas';
import {createHash} from 'node:crypto';
import {openFilm, type Film} from '../timeline/film';
import {sourceOfStack} from '../timeline/filmError';
import type {FromPainter, OpenMessage, PaintedBeat, ToPainter} from './painterMessages';
import {problemOf, warningText} from './problem';

const QUALITY = 90;

let opened: {readonly version: number; readonly film: Film} | undefined;
let root = '';
/** Counts messages: work for an older one stops. */
let latest = 0;
let work: Promise<void> = Promise.resolve();

process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => undefined);
process.on('message', (message: ToPainter) => {
  const turn = ++latest;
  // Motion Canvas keeps its state in modules: one thing is done at a time.
  work = work.then(() => answer(message, turn));
});
send({type: 'ready'});

async function answer(message: ToPainter, turn: number): Promise<void> {
  try {
    if (message.type === 'open') await open(message, () => turn === latest);
    else if (opened?.version === message.version) await paint(message.version, message.frames, () => turn === latest);
  } catch (error) {
    send({type: 'failed', version: message.version, problem: problemOf(error, root)});
  }
}

async function open({version, project, options, spans, guess}: OpenMessage, isLatest: () => boolean): Promise<void> {
  root = project.root;
  // The author waits for this one picture; how long the scene has become is found out after it.
  if (guess) {
    const film = await openFilm(project, {...options, spans: guess.spans});
    await paintFrame(film, version, Math.min(guess.frame, film.frames - 1));
  }
  if (!isLatest()) return;
  const film = await openFilm(project, {...options, spans});
  opened = {version, film};
  send({type: 'opened', version, settings: film.settings, spans: film.sceneSpans, beats: beatsOf(film), warnings: film.warnings.map(warning => ({scene: warning.moment.scene, text: warningText(warning, root)}))});
}

async function paint(version: number, frames: readonly number[], isLatest: () => boolean): Promise<void> {
  const {film} = opened!;
  for (const frame of frames) {
    if (!isLatest()) return;
    const {changed} = await film.draw(frame);
    if (!changed && last !== '') send({type: 'painted', version, frame, id: last});
    else await compress(film, version, frame);
  }
  if (isLatest()) send({type: 'done', version});
}

const sheet = createCanvas(1, 1);
/** The picture that was sent last. */
let last = '';

async function paintFrame(film: Film, version: number, frame: number): Promise<void> {
  await film.draw(frame);
  await compress(film, version, frame);
}

/** The next frame waits: Skia compresses in another thread, and reads the canvas while it does. */
async function compress(film: Film, version: number, frame: number): Promise<void> {
  const {width, height} = film.stage.canvas;
  if (sheet.width !== width || sheet.height !== height) Object.assign(sheet, {width, height});
  const context = sheet.getContext('2d');
  // A film's ground may be transparent, and a JPEG has none.
  context.fillStyle = '#000000';
  context.fillRect(0, 0, width, height);
  context.drawImage(film.stage.canvas, 0, 0);
  const picture = await sheet.encode('jpeg', QUALITY);
  last = createHash('sha256').update(picture).digest('hex').slice(0, 16);
  send({type: 'painted', version, frame, id: last, picture});
}

function beatsOf(film: Film): PaintedBeat[] {
  const {project, sceneSpans} = film;
  return sceneSpans.flatMap(({name: scene}) => {
    const told = project.scenes.find(({name}) => name === scene)?.narration?.beats ?? [];
    return film.reachedBeats(scene).flatMap(({name, seconds, stack}) => {
      if (name === 'end') return [];
      const beat = told.find(other => other.name === name)?.seconds ?? seconds;
      return [{scene, name, seconds: beat, line: sourceOfStack(stack, project)?.line}];
    });
  });
}

function send(message: FromPainter): void {
  process.send?.(message);
}
