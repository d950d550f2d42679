import {describe, expect, it} from 'vitest';
import {visibleRuns} from '../../src/components/visibleRuns';

const runs = [[{x: 0, y: 0}, {x: 10, y: 0}], [{x: 0, y: 5}, {x: 0, y: 15}, {x: 20, y: 15}]];

describe('visibleRuns()', () => {
  it('visibleRuns() is drawn by length: half of 40 ends within the second run', () => {
    expect(visibleRuns(runs, 0.5)).toEqual([[{x: 0, y: 0}, {x: 10, y: 0}], [{x: 0, y: 5}, {x: 0, y: 15}]]);
  });

  it('visibleRuns() of nothing and of all', () => {
    expect(visibleRuns(runs, 0)).toEqual([]);
    expect(visibleRuns(runs, 1)).toEqual(runs);
  });
});
