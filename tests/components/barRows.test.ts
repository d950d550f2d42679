import {describe, expect, it} from 'vitest';
import {barBox, barRoom, barRows, rowMiddle, type BarChart} from '../../src/components/barRows';

const chart = (more: Partial<BarChart>): BarChart => ({
  words: ['a', ' b', 'c'], probabilities: [0.5, 0.25, 0.125], rows: null, rest: true, outOf: null, format: 'percent', decimals: null, ...more,
});

describe('barRows', () => {
  it('barRows() gives what is left of 1 a row of its own', () => {
    const rows = barRows(chart({rows: 2, outOf: 50257}));
    expect(rows.map(row => row.label)).toEqual(['a', 'b', 'and 50,255 more']);
    expect(rows[2]).toMatchObject({share: 0.25, number: '25%', isRest: true});
  });

  it('barRows() has no rest where nothing is left, and none when it is not wanted', () => {
    expect(barRows(chart({probabilities: [0.5, 0.25, 0.25]}))).toHaveLength(3);
    expect(barRows(chart({rest: false}))).toHaveLength(3);
  });

  it('barRows() writes percentages that add to 100 and decimals that add to 1', () => {
    const probabilities = [0.706, 0.128, 0.166];
    const sum = (more: Partial<BarChart>) => barRows(chart({probabilities, ...more})).reduce((total, row) => total + parseFloat(row.number), 0);
    expect(sum({})).toBe(100);
    expect(sum({format: 'decimals'})).toBeCloseTo(1, 10);
    expect(sum({format: 'decimals', decimals: 1})).toBeCloseTo(1, 10);
  });

  it('barRows() writes a percentage that is small as less than one, and only nothing as nothing', () => {
    const numbers = (probabilities: number[], decimals: number | null = null) => barRows(chart({rest: false, probabilities, decimals})).map(row => row.number);
    expect(numbers([0.997, 0.003, 0])).toEqual(['100%', '<1%', '0%']);
    expect(numbers([0.9996, 0.0004, 0], 1)).toEqual(['100.0%', '<0.1%', '0.0%']);
  });
  it('barRows() of percentages never takes the hidden rest as shown', () => {
    expect(barRows(chart({rest: false, probabilities: [0.2, 0.2, 0.1]})).map(row => row.number)).toEqual(['20%', '20%', '10%']);
  });

  it('barBox() is as long as its share of the full bar, never longer than the room', () => {
    const layout = {width: 500, labelWidth: 100, numberWidth: 80, rowHeight: 50, barHeight: 20, air: 10, full: 0.5};
    expect(barRoom(layout)).toBe(300);
    expect(barBox(0.25, 0, layout)).toMatchObject({x: -140, y: -10, width: 150, height: 20});
    expect(barBox(0.9, 0, layout).width).toBe(300);
    expect(barBox(0.1, 0, {...layout, full: 0}).width).toBe(0);
  });

  it('rowMiddle() spreads rows evenly about the middle', () => {
    expect([0, 1, 2].map(index => rowMiddle(index, 3, {rowHeight: 50}))).toEqual([-50, 0, 50]);
  });
});
