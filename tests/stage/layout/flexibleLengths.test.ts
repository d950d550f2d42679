import {expect, test} from 'vitest';
import {createStageDocument} from '../../../src/stage/document/document';

/** Widths in 1/64 px of empty items in a row. */
function widths(row: number, items: readonly string[]): number[] {
  const document = createStageDocument();
  const root = document.createElement('div');
  Object.assign(root.style, {position: 'absolute', display: 'flex', width: `${row / 64}px`});
  for (const style of items) {
    const item = document.createElement('div');
    item.style.cssText = style;
    root.append(item);
  }
  document.body.append(root);
  return root.children.map(item => (item as unknown as HTMLElement).getBoundingClientRect().width * 64);
}

const growing = 'flex-grow: 1; flex-basis: 0px';
const basis = (units: number): string => `flex-basis: ${units / 64}px; min-width: 0px`;

test('resolveFlexibleLengths() shares space from the last item to the first, so that the row is full', () => {
  expect(widths(702, Array(7).fill(growing))).toEqual([100, 101, 100, 101, 100, 100, 100]);
  expect(widths(6401, Array(3).fill(growing))).toEqual([2133, 2134, 2134]);
});

test('resolveFlexibleLengths() shrinks in proportion to the base size', () => {
  expect(widths(5945, [15503, 15111, 11136].map(basis))).toEqual([15503 - 13296, 15111 - 12959, 11136 - 9550]);
});

test('resolveFlexibleLengths() gives away only a part where the factors sum to less than 1', () => {
  expect(widths(6400, ['flex-grow: 0.25; flex-basis: 0px', 'flex-grow: 0.25; flex-basis: 0px'])).toEqual([1600, 1600]);
});
