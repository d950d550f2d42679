import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {openProject} from '../../src/timeline/openProject';
import {openFilm} from '../../src/timeline/film';

describe('signals that are made when they are asked for', () => {
  let seen: Record<string, unknown>;

  beforeAll(async () => {
    const {project} = await openProject(path.resolve('tests/stage/fixtures/signals.tsx'));
    const film = await openFilm(project);
    await film.draw(0);
    seen = (globalThis as {seenSignals?: Record<string, unknown>}).seenSignals!;
  });

  test('are few in a new node, and all there for who lists them', () => {
    expect(seen.made).toBeLessThan((seen.all as number) / 2);
    expect(seen.all).toBeGreaterThan(40);
  });

  test('hold their initial values, take given ones and follow each other', () => {
    expect(seen.opacity).toEqual([1, true, 0, 0]);
    expect(seen.isInitial).toBe(true);
    expect(seen.clone).toBe(30);
  });

  test('let a computed value call that of its base, and a class decorate a name again', () => {
    expect(seen.areas).toEqual([20, 100, 12]);
    expect(seen.areaLater).toBe(20);
  });

  test('tell a setter of the node the initial value, once', () => {
    expect(seen.told).toEqual(['at first']);
    expect(seen.word).toBe('at first');
  });

  test('are not made to be disposed of', () => {
    expect(seen.disposed).toBe(0);
  });
});
