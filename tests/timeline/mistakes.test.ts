import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {AuthorError, type FilmMoment, type SourcePosition} from '../../src/author/authorError';
import {callStanding, endlessLoops, idleWaits} from '../../src/timeline/mistakes/callStanding';
import {unsetRef} from '../../src/timeline/mistakes/unsetRef';
import {openFilm, type FilmOptions} from '../../src/timeline/film';
import {openProject} from '../../src/timeline/openProject';

const fixture = (name: string) => path.join(import.meta.dirname, 'fixtures/mistakes', `${name}.tsx`);
const small: FilmOptions = {size: {width: 320, height: 180}, fps: 30, longestSceneSeconds: 20};

interface Told {
  readonly message: string;
  readonly fix?: string;
  readonly positions: readonly SourcePosition[];
  readonly moment?: FilmMoment;
  readonly node?: string;
}

async function warningsOf(name: string): Promise<readonly Told[]> {
  const {project} = await openProject(fixture(name));
  return (await openFilm(project, small)).warnings;
}

async function errorOf(name: string): Promise<Told> {
  const {project} = await openProject(fixture(name));
  const error: unknown = await openFilm(project, small).then(() => undefined, failure => failure);
  expect(error).toBeInstanceOf(AuthorError);
  return error as AuthorError;
}

/** Line and column of a text in a fixture: what an author would point at. */
function placeOf(name: string, text: string): string {
  const before = readFileSync(fixture(name), 'utf8').split(text);
  expect(before).toHaveLength(2);
  const lines = before[0].split('\n');
  return `${name}.tsx:${lines.length}:${lines.at(-1)!.length + 1}`;
}

const placesIn = ({positions}: Told) => positions.map(({file, line, column}) => [path.basename(file), line, column].filter(part => part !== undefined).join(':'));

describe('the mistakes that authors make most', () => {
  it.each([
    ['yieldCut', 'x(100', 'The tween of x of Circle[1] is cut off before its 1 s are over', 'write yield* to wait for it', {frame: 0, timecode: '00:00:00:00'}, 'Circle[1]'],
    ['yieldLast', 'x(100', 'The tween of x of Circle[1] is never seen', 'write yield* to wait for it', {frame: 15, timecode: '00:00:00:15'}, 'Circle[1]'],
    ['yieldWait', 'yield waitFor', 'Nothing waits here: yield runs waitFor(1) in the background', 'write yield* waitFor(1)', {}, undefined],
    ['unplayed', 'x(100', 'The tween of x of Circle[1] is never played', 'write yield* before it', {frame: 0}, 'Circle[1]'],
    ['takenAway', undefined, 'Circle[1] is given to Rect[2] and leaves Rect[1]', 'clone()', {frame: 0}, 'Rect[2] > Circle[1]'],
    ['unsetSignal', 'across(100', 'The tween of a signal from undefined to 100 has nothing in between', 'createSignal(0)', {frame: 1}, undefined],
    ['unknownBeat', "waitUntil('trun", 'The beat "trun" is not waited for', "the narration's beats are turn", {frame: 15}, undefined],
    ['reports', "error('the", 'The scene reports: the data has a gap', 'look into what it tells of', {frame: 15}, undefined],
    ['endsAtOnce', undefined, 'Scene "endsAtOnce" ends at once: it adds no frame to the film', 'yield* waitFor(1)', {frame: 0}, undefined],
    ['overlap', 'x(-100', 'Two tweens move x of Circle[1] at the same time', 'play them one after the other', {frame: 0}, 'Circle[1]'],
    ['notANumber', 'lineWidth(', 'lineWidth of Circle[1] is set to NaN', 'look for a division by zero', {frame: 7}, 'Rect[1] > Circle[1]'],
  ] as const)('openFilm() tells of %s at the author\'s line, with moment, node and mend', async (name, text, message, fix, moment, node) => {
    const warnings = await warningsOf(name);
    expect(warnings).toHaveLength(1);
    const [warning] = warnings;
    expect(warning.message).toContain(message);
    expect(warning.fix).toContain(fix);
    expect(warning.moment).toMatchObject({scene: name, ...moment});
    expect(warning.node).toBe(node);
    if (text !== undefined) expect(placesIn(warning)[0]).toBe(placeOf(name, text));
  });

  it('openFilm() tells of a node that is added twice, where it is added again', async () => {
    const [warning, ...others] = await warningsOf('addedTwice');
    expect(others).toEqual([]);
    expect(warning.message).toBe('Circle[1] is given to the view twice, and is painted twice');
    expect(placesIn(warning)).toEqual(['addedTwice.tsx:8:8']);
    expect(warning.moment).toMatchObject({frame: 15});
  });

  it('openFilm() names both of two tweens that overlap', async () => {
    const [warning] = await warningsOf('overlap');
    expect(placesIn(warning)).toEqual([placeOf('overlap', 'x(-100'), placeOf('overlap', 'position([')]);
  });

  it('openFilm() tells nothing of what only looks like a mistake', async () => {
    expect(await warningsOf('goodPractice')).toEqual([]);
  });

  it('draw() tells of a computed value that takes the better part of each frame, with its share', async () => {
    const {project} = await openProject(fixture('heavyComputed'));
    const film = await openFilm(project, small);
    for (let frame = 0; frame < 16; frame++) await film.draw(frame);
    const [warning, ...others] = film.slowness;
    expect(others).toEqual([]);
    expect(warning.message).toMatch(/^A computed value takes \d{2,3} % of each frame here: \d+ ms$/);
    // Where V8 has inlined the function into the engine's call of it, the value that asks for it is named.
    expect(placesIn(warning)).toEqual([expect.stringMatching(/^heavyComputed\.tsx:(6|11):/)]);
    expect(warning.moment).toMatchObject({scene: 'heavyComputed'});
  });

  it('draw() looks at no scene that is not slow', async () => {
    const {project} = await openProject(fixture('goodPractice'));
    const film = await openFilm(project, small);
    for (let frame = 0; frame < 20; frame++) await film.draw(frame);
    expect(film.slowness).toEqual([]);
  });

  it('openFilm() of a reference that is read before its node is there names it, and where it is given', async () => {
    const error = await errorOf('earlyRef');
    expect(error.message).toBe('Cannot use dot(): no node has been given to it yet');
    expect(placesIn(error)[0]).toMatch(/^earlyRef\.tsx:7:/);
    expect(placesIn(error)[1]).toBe(placeOf('earlyRef', 'ref={dot}'));
    expect(error.moment).toMatchObject({scene: 'earlyRef', frame: 15, timecode: '00:00:00:15'});
  });

  it.each([
    ['endlessTime', 'does not end within 20 s', 8],
    ['endlessFrame', 'a loop goes round for ever within one frame', 9],
    ['endlessLoop', 'a loop goes round for ever within one frame', 6],
  ])('openFilm() of %s ends it, at its line', async (name, message, line) => {
    const error = await errorOf(name);
    expect(error.message).toContain(message);
    expect(placesIn(error)[0]).toMatch(new RegExp(`^${name}\\.tsx:${name === 'endlessFrame' ? '(9|10)' : line}:`));
  });
});

describe('callStanding()', () => {
  const at = (source: string, text: string) => ({line: 1, column: source.indexOf(text) + 1});

  it.each([
    ['dot().x(1, 1);', 'unplayed'],
    ['dot().x(1, 1).to(2, 1);', 'unplayed'],
    ['all(dot().x(1, 1), waitFor(1));', 'unplayed'],
    ['yield dot().x(1, 1);', 'background'],
    ['yield all(chain(dot().x(1, 1)));', 'background'],
    ['yield* dot().x(1, 1);', 'held'],
    ['yield* all(dot().x(1, 1));', 'held'],
    ['const task = yield dot().x(1, 1);', 'held'],
    ['spawn(dot().x(1, 1));', 'held'],
    ['tasks.push(dot().x(1, 1));', 'held'],
    ['yield loop(3, () => dot().x(1, 1));', 'held'],
    ['const task = dot().x(1, 1);', 'held'],
    ['cancel(yield dot().x(1, 1));', 'held'],
  ])('of %s is %s', (statement, standing) => {
    expect(callStanding(`function* f() { ${statement} }`, at(`function* f() { ${statement} }`, 'x(1'))).toBe(standing);
  });
});

describe('idleWaits()', () => {
  it('finds waits that nothing waits for, and no others', () => {
    expect(idleWaits("function* f() {\n  yield waitFor(1);\n  yield waitUntil('a');\n}")).toEqual([
      {line: 2, column: 3, call: 'waitFor(1)'},
      {line: 3, column: 3, call: "waitUntil('a')"},
    ]);
    expect(idleWaits('function* f() { yield* waitFor(1); yield waitFor(1, task); const t = yield waitFor(1); yield all(waitFor(1)); }')).toEqual([]);
    expect(idleWaits('// yield waitFor(1)\nfunction* f() {}')).toEqual([]);
  });
});

describe('endlessLoops()', () => {
  it('finds loops that nothing ends, and no others', () => {
    expect(endlessLoops('let i = 0;\nwhile (true) { i++; }\nfor (;;) i--;')).toEqual([{line: 2, column: 1}, {line: 3, column: 1}]);
    expect(endlessLoops('function* f() { while (true) { yield; } while (true) { if (a) break; } for (;;) { return; } while (1) throw a; while (x) {} }')).toEqual([]);
  });
});

describe('unsetRef()', () => {
  const failure = "Cannot read properties of undefined (reading 'x')";

  it('knows the reference by the property that was read', () => {
    const source = 'const dot = createRef<Circle>();\nconst box = createRef<Rect>();\nyield* all(box().y(1), dot().x(1));\nview.add(<Circle ref={dot} />);';
    expect(unsetRef(failure, source, 3)).toEqual({name: 'dot', given: {line: 4, column: 18}});
  });

  it('says nothing of what is no reference, or could be two', () => {
    expect(unsetRef(failure, 'yield* dot().x(1);', 1)).toBeUndefined();
    expect(unsetRef(failure, 'const a = createRef(), b = createRef();\nall(a().x(1), b().x(1));', 2)).toBeUndefined();
    expect(unsetRef('out of chalk', 'const a = createRef();\na().x(1);', 2)).toBeUndefined();
  });
});
