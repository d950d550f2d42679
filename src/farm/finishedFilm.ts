/**
 * A film that is in its place already. In: what it would be joined from. Out: the record of the one that stands there,
 * where it was joined from the very same things and nobody has touched it since. The last step of a render.
 */
import path from 'node:path';
import {fileHash} from '../encoder/disk';
import type {Ffmpeg} from '../encoder/ffmpeg';
import {joinFilm, type Film, type JoinOrder} from '../encoder/join';
import type {Segment} from '../encoder/segment';
import {chunkKey} from './chunkKey';
import {engineHash} from './engineHash';
import {hashFiles} from './fingerprints';
import {keepRecord, readRecord} from './keptRecord';

export interface FinishOrder extends JoinOrder {
  readonly ffmpeg: Ffmpeg;
  readonly segments: readonly Segment[];
}

interface Finished {
  readonly key: string;
  readonly film: Film;
}

/**
 * Joins a film, unless it stands at its path as the same order left it: then its hash is taken, and nothing is written.
 *
 * @param cache - the project's folder for what can be found again
 * @throws AuthorError as joinFilm() does
 */
export async function finishFilm(order: FinishOrder, cache: string): Promise<Film> {
  const target = path.resolve(order.path);
  // A sound that cannot be read has a message of its own, which joining knows.
  const key = await keyOf(order).catch(() => undefined);
  if (key === undefined) return joinFilm(order);
  const record = path.join(cache, 'films', `${chunkKey({target})}.json`);
  const known = await readRecord<Finished>(record);
  if (known?.key === key && (await stands(known.film))) return known.film;
  const film = await joinFilm(order);
  // JSON has no word for the loudness of silence.
  if (Number.isFinite(film.peakDb ?? 0)) await keepRecord(record, {key, film} satisfies Finished);
  return film;
}

async function stands({path: file, sha256}: Film): Promise<boolean> {
  return (await fileHash(file).catch(() => undefined)) === sha256;
}

/** Everything that decides the film's bytes. */
async function keyOf({ffmpeg, segments, sounds = [], path: _, ...plain}: FinishOrder): Promise<string> {
  const heard = await hashFiles(sounds.map(({path: file}) => file), new Map());
  return chunkKey({
    ...plain,
    engine: engineHash(),
    ffmpeg: ffmpeg.build,
    segments: segments.map(({sha256}) => sha256),
    sounds: sounds.map(({path: _file, ...sound}, index) => ({...sound, content: heard[index]})),
  });
}
