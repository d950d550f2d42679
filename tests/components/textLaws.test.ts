import {createHash} from 'node:crypto';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {openFilm, type Film} from '../../src/timeline/film';
import {openProject} from '../../src/timeline/openProject';

const here = path.dirname(fileURLToPath(import.meta.url));
const hash = (film: Film) => createHash('sha256').update(film.stage.pixels()).digest('hex');

async function filmOf(file: string, variables: Record<string, unknown> = {}): Promise<Film> {
  const {project} = await openProject(path.join(here, file));
  return openFilm(project, {resolutionScale: 0.25, background: '#0b1020', variables});
}

async function steppedHashes(film: Film): Promise<string[]> {
  const hashes: string[] = [];
  for (let frame = 0; frame < film.frames; frame++) {
    await film.draw(frame);
    hashes.push(hash(film));
  }
  return hashes;
}

const examples = [
  'ProbabilityBars', 'ProbabilityWheel', 'TextPage', 'HighlightRect', 'BraceLabel', 'Chip', 'BulletList',
  'TitledBox', 'Screen', 'PreviewSlot', 'CaptionCard', 'CodeListing', 'SpeechBubble', 'ParameterTally',
];

describe('laws over text, lists, bars and frames', () => {
  for (const part of [0, 1, 2, 3]) {
    it(`draw() of figures empty, single, many, cloned, scaled and taken away: stepped equals sought, part ${part}`, async () => {
      const film = await filmOf('fixtures/textLaws.tsx', {part});
      const stepped = await steppedHashes(film);
      expect(new Set(stepped).size).toBeGreaterThan(stepped.length / 3);
      for (const frame of [film.frames - 2, film.frames >> 1]) {
        await film.draw(frame);
        expect(`${frame} ${hash(film)}`).toBe(`${frame} ${stepped[frame]}`);
      }
    });

    it(`draw() of the same figures in the light theme runs through and differs, part ${part}`, async () => {
      const light = await steppedHashes(await filmOf('fixtures/textLaws.tsx', {part, theme: 'light'}));
      const dark = await steppedHashes(await filmOf('fixtures/textLaws.tsx', {part}));
      expect(light.filter((frame, index) => frame !== dark[index]).length).toBeGreaterThan(light.length / 4);
    });
  }

  it('draw() of wrong values is refused by the name of figure and prop', async () => {
    const film = await filmOf('fixtures/textRefusals.tsx');
    await film.draw(0);
    expect(film.frames).toBeGreaterThan(0);
  });

  for (const name of examples) {
    it(`draw() of the example of ${name} is the same stepped and sought`, async () => {
      const film = await filmOf(`../frames/${name}.tsx`);
      const stepped = await steppedHashes(film);
      expect(new Set(stepped).size).toBeGreaterThan(5);
      for (const share of [0.9, 0.3, 0.6]) {
        const frame = Math.floor(share * film.frames);
        await film.draw(frame);
        expect(`${frame} ${hash(film)}`).toBe(`${frame} ${stepped[frame]}`);
      }
    });
  }
});
