import {describe, expect, test} from 'vitest';
import {ChunkQueue} from '../../src/farm/chunkQueue';

/** Scenes of so many chunks of ten frames each. */
function tasksOf(scenes: Record<string, number>) {
  let index = 0;
  return Object.entries(scenes).flatMap(([scene, count]) =>
    Array.from({length: count}, () => ({chunk: {scene, index, startFrame: 10 * index, endFrame: 10 * ++index}})),
  );
}

/** Lets workers take turns until nothing is left. */
function taken(scenes: Record<string, number>, workers: readonly string[]): string[][] {
  const queue = new ChunkQueue(tasksOf(scenes));
  const lists = workers.map((): string[] => []);
  for (let going = true; going; ) {
    going = false;
    for (const [i, worker] of workers.entries()) {
      const task = queue.next(worker);
      if (task) lists[i]!.push(`${task.chunk.scene}${task.chunk.index}`);
      going ||= task !== undefined;
    }
  }
  return lists;
}

describe('ChunkQueue', () => {
  test('gives one worker a scene from front to back, the longest scene first', () => {
    expect(taken({a: 2, b: 3}, ['one'])).toEqual([['b2', 'b3', 'b4', 'a0', 'a1']]);
  });

  test('keeps each worker to a scene of its own', () => {
    expect(taken({a: 2, b: 2}, ['one', 'two'])).toEqual([['a0', 'a1'], ['b2', 'b3']]);
  });

  test('lets the second worker of the last scene take its second half', () => {
    expect(taken({a: 5}, ['one', 'two'])).toEqual([['a0', 'a1', 'a2'], ['a3', 'a4']]);
  });

  test('gives every chunk once, to any number of workers', () => {
    const scenes = {a: 1, b: 7, c: 4, d: 9};
    for (const count of [1, 2, 3, 7, 30]) {
      const lists = taken(scenes, Array.from({length: count}, (_, i) => `worker ${i}`));
      expect(lists.flat().toSorted(), `${count} workers`).toEqual(tasksOf(scenes).map(({chunk}) => `${chunk.scene}${chunk.index}`).toSorted());
    }
  });
});
