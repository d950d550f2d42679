import {createCanvas, type SKRSContext2D} from '@napi-rs/canvas';
import {describe, expect, it} from 'vitest';
import {drawFilmPicture} from '../../../src/stage/video/drawFilmPicture';
import chromiumEdges from './chromiumEdges.json';
import {planeBytes, yuvToRgba, type FilmColours} from '../../../src/stage/video/yuvToRgba';

function pixel(y: number, u: number, v: number, colours: FilmColours): number[] {
  return [...yuvToRgba(Uint8Array.of(y, u, v), {width: 1, height: 1, hasAlpha: false}, colours)];
}

describe('colours of films', () => {
  // With these sums, test films in all six colour spaces came out as in Chromium 156, to the last pixel.
  it('yuvToRgba() gives what Chromium shows, blue a little short in limited range', () => {
    const limited: FilmColours = {matrix: 'bt709', isFullRange: false};
    expect(pixel(16, 128, 128, limited)).toEqual([0, 0, 0, 255]);
    expect(pixel(235, 128, 128, limited)).toEqual([255, 255, 255, 255]);
    expect(pixel(32, 240, 118, limited)).toEqual([1, 0, 243, 255]);
    expect(pixel(255, 128, 128, {matrix: 'smpte170m', isFullRange: true})).toEqual([255, 255, 255, 255]);
    expect(pixel(76, 85, 255, {matrix: 'smpte170m', isFullRange: true})).toEqual([255, 0, 0, 255]);
  });

  it('yuvToRgba() repeats a colour sample for the pixels it stands for, at odd edges too, and takes alpha as it is', () => {
    const size = {width: 3, height: 3, hasAlpha: true};
    const planes = new Uint8Array(planeBytes(size)).fill(128);
    planes.set([90, 240, 90, 240], 9);
    planes.set([1, 2, 3, 4, 5, 6, 7, 8, 9], 17);
    const pixels = yuvToRgba(planes, size, {matrix: 'bt709', isFullRange: false});
    const at = (x: number, y: number) => [...pixels.subarray((y * 3 + x) * 4, (y * 3 + x) * 4 + 3)];
    expect(planeBytes(size)).toBe(26);
    expect(at(0, 0)).toEqual(at(1, 1));
    expect(at(2, 0)).toEqual(at(2, 1));
    expect(at(2, 0)).not.toEqual(at(1, 0));
    expect([...pixels].filter((_, index) => index % 4 === 3)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

/** The first pixel and the one after the last in each row that holds any. */
function rowsOf({canvas}: SKRSContext2D): [row: number, from: number, to: number][] {
  const {width, height} = canvas;
  const {data} = canvas.getContext('2d').getImageData(0, 0, width, height);
  return Array.from({length: height}, (_, row) => row).flatMap(row => {
    const filled = Array.from({length: width}, (_, x) => x).filter(x => data[4 * (row * width + x) + 3] > 0);
    return filled.length === 0 ? [] : [[row, filled[0], filled[filled.length - 1] + 1] as [number, number, number]];
  });
}

describe('drawFilmPicture()', () => {
  // Films of 320 x 180 px on a canvas of 600 x 500, turned, scaled, and partly off the canvas.
  it.each(chromiumEdges.map((film, index) => [index, film] as const))('film %d fills the pixels that it fills in Chromium 156', (_, {matrix, place, firstRow, rows}) => {
    const picture = createCanvas(320, 180);
    picture.getContext('2d').fillRect(0, 0, 320, 180);
    const context = createCanvas(600, 500).getContext('2d');
    context.setTransform(...(matrix as [number, number, number, number, number, number]));
    drawFilmPicture(context, picture, place);
    expect(rowsOf(context)).toEqual(rows.map(([from, to], index) => [firstRow + index, from, to]));
  });

  it('a turned picture has hard edges and keeps its colour up to them', () => {
    const picture = createCanvas(40, 20);
    picture.getContext('2d').fillStyle = '#ff0000';
    picture.getContext('2d').fillRect(0, 0, 40, 20);
    const context = createCanvas(60, 60).getContext('2d');
    context.translate(30, 30);
    context.rotate(0.4);
    drawFilmPicture(context, picture, {x: -20, y: -10, width: 40, height: 20});
    const {data} = context.getImageData(0, 0, 60, 60);
    const kinds = new Set<string>();
    for (let i = 0; i < data.length; i += 4) kinds.add([...data.subarray(i, i + 4)].join());
    expect([...kinds].sort()).toEqual(['0,0,0,0', '255,0,0,255']);
  });

  it('a picture that is shown at less than half its size is halved first, so that no row of it is passed over', () => {
    const stripes = createCanvas(40, 40);
    const pen = stripes.getContext('2d');
    for (let row = 0; row < 40; row += 2) pen.fillRect(0, row, 40, 1);
    const context = createCanvas(10, 10).getContext('2d');
    drawFilmPicture(context, stripes, {x: 0, y: 0, width: 10, height: 10});
    expect(context.getImageData(5, 5, 1, 1).data[3]).toBe(127);
  });
});
