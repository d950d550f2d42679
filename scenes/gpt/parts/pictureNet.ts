/** A small machine that learns to name pictures: 64 inputs, four names, 260 parameters. Trained here, from a seed. */
import {dot, seededRandom, softmax} from 'lectern';

export const SIDE = 8;

/** What scenes say of its numbers. */
export const netSource = 'computed: a machine of 260 parameters, 40 of them shown, learns as this scene runs; pictures drawn by hand';

/** The pictures that it is about, drawn by hand, SIDE x SIDE. */
const drawings = {
  lighthouse: `
    ...##...
    ..####..
    ...##...
    ...##...
    ...##...
    ...##...
    ..####..
    ########`,
  ship: `
    ....#...
    ....##..
    ....###.
    ....##..
    ....#...
    ########
    .######.
    ..####..`,
  gull: `
    ........
    .#....#.
    #.#..#.#
    ...##...
    ...##...
    ........
    ........
    ........`,
  fish: `
    ........
    ........
    #..###..
    ##.####.
    ########
    ##.####.
    #..###..
    ........`,
};

export type Name = keyof typeof drawings;
export const names = Object.keys(drawings) as Name[];

/** The brightness of every pixel of a drawing, row by row, 0 to 1. */
export function pixelsOf(name: Name): number[] {
  return pixelsOfText(drawings[name]);
}

/** A mast: tall and thin, and no lighthouse. */
export const mast = pixelsOfText(`
    ...#....
    ...#....
    ..###...
    ...#....
    ...#....
    ...#....
    .######.
    ..####..`);

/** A picture as it may turn up: the drawing with seeded noise, so that no two are alike. */
export function snapshot(name: Name, seed: string | number): number[] {
  const random = seededRandom(`snapshot/${name}/${seed}`);
  return pixelsOf(name).map(pixel => Math.min(1, Math.max(0, 0.12 + 0.76 * pixel + random.normal(0, 0.16))));
}

/** What has been learned: one row of weights a name. The last entry of a row belongs to an input that is always 1. */
export type Parameters = readonly (readonly number[])[];

/** Where the machine starts: every parameter drawn from the seed. */
function randomParameters(seed: string): Parameters {
  const random = seededRandom(`parameters/${seed}`);
  return names.map(() => Array.from({length: SIDE * SIDE + 1}, () => random.normal(0, 0.3)));
}

/** How sure it is of each name. */
export function answer(parameters: Parameters, pixels: readonly number[]): number[] {
  return softmax(parameters.map(row => dot(row, [...pixels, 1])));
}

/** One step down the gradient of -ln of the true name's probability: each parameter moves by its own share of the error. */
export function learn(parameters: Parameters, pixels: readonly number[], name: Name, rate = 0.08): Parameters {
  const sure = answer(parameters, pixels);
  const input = [...pixels, 1];
  return parameters.map((row, i) => {
    const error = sure[i] - (names[i] === name ? 1 : 0);
    return row.map((weight, j) => weight - rate * error * input[j]);
  });
}

/** Pictures that it is tested on and never shown in a lesson. */
export const UNSEEN = 1000;

const tests = Array.from({length: UNSEEN}, (_, index) => {
  const name = names[index % names.length];
  return {name, pixels: snapshot(name, `never shown ${index}`)};
});

/** How many of the unseen pictures get their true name as the surest one. */
export function namedRight(parameters: Parameters): number {
  return tests.filter(({name, pixels}) => {
    const sure = answer(parameters, pixels);
    return names[sure.indexOf(Math.max(...sure))] === name;
  }).length;
}

/** One thing shown, and what it did to the machine. */
export interface Lesson {
  readonly name: Name;
  readonly pixels: readonly number[];
  readonly after: Parameters;
}

/** The machine before it has been shown anything. */
export const untrained = randomParameters('tide');

/** All that it is shown, names in seeded rounds: every lesson goes on from the one before. */
export const lessons: readonly Lesson[] = teach(learnThrice(untrained), 150);

/** What it has learned in the end. */
export const learned = lessons[lessons.length - 1].after;

/** The first picture is shown three times over. */
function learnThrice(start: Parameters): Parameters {
  return [1, 2, 3].reduce(parameters => learn(parameters, snapshot('lighthouse', 'first'), 'lighthouse'), start);
}

function teach(start: Parameters, count: number): Lesson[] {
  const random = seededRandom('lessons');
  let parameters = start;
  const rounds = Array.from({length: Math.ceil(count / names.length)}, () => random.shuffled(names)).flat();
  return rounds.slice(0, count).map((name, index) => {
    const pixels = snapshot(name, index);
    parameters = learn(parameters, pixels, name);
    return {name, pixels, after: parameters};
  });
}

function pixelsOfText(drawing: string): number[] {
  return [...drawing.replace(/\s/g, '')].map(mark => (mark === '#' ? 1 : 0));
}
