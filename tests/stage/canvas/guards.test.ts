import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {createCanvas} from '@napi-rs/canvas';
import {beforeAll, describe, expect, it} from 'vitest';
import {AuthorError, ExitCode} from '../../../src/author/authorError';
import {openFilm} from '../../../src/timeline/film';
import {openProject, type Project} from '../../../src/timeline/openProject';

const scene = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixtures/drawnText.tsx');

describe('text that a node draws itself', () => {
  let project: Project;

  beforeAll(async () => {
    ({project} = await openProject(scene));
  });

  async function drawn(variables: {readonly text: string; readonly family?: string; readonly method?: string}): Promise<Buffer> {
    const film = await openFilm(project, {size: {width: 320, height: 180}, variables});
    await film.draw(0);
    return Buffer.from(film.stage.pixels());
  }

  it.each(['fillText', 'strokeText'])('%s() of a character without a glyph names the text, the character and the node', async method => {
    const error: unknown = await drawn({text: 'a \u{e123} b', method}).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(AuthorError);
    const {message, positions, exitCode} = error as AuthorError;
    expect(message).toContain('Cannot write "a \u{e123} b": no font has "\u{e123}" (U+E123)');
    expect(exitCode).toBe(ExitCode.asset);
    expect([path.basename(positions[0].file), positions[0].line]).toEqual(['drawnText.tsx', 16]);
  });

  it('fillText() of a character beyond the first plane is looked at as one', async () => {
    await expect(drawn({text: '\u{10ffff}'})).rejects.toThrow('U+10FFFF');
  });

  it.each(['−1.25 → ∞', '你好，世界', 'café'])('fillText() of "%s" draws it, since a bundled font has it', async text => {
    expect(Buffer.compare(await drawn({text}), await drawn({text: ''}))).not.toBe(0);
  });

  it.each(['你好', '😀', '❤\ufe0f'])('fillText() of "%s" looks the same whether its family or a fallback is named', async text => {
    const family = text === '你好' ? 'IBM Plex Sans SC' : 'Noto Color Emoji';
    expect(Buffer.compare(await drawn({text, family: 'Roboto'}), await drawn({text, family: `Roboto, "${family}"`}))).toBe(0);
  });

  it.each(['sans-serif', "'JetBrains Mono', monospace"])('fillText() in %s looks in all of its families', async family => {
    await expect(drawn({text: '−1 ≤ x', family})).resolves.toBeInstanceOf(Buffer);
    await expect(drawn({text: '\u{e123}', family})).rejects.toThrow('U+E123');
  });

  it('fillText() outside of a scene is left alone', async () => {
    await drawn({text: 'plain'});
    expect(() => createCanvas(10, 10).getContext('2d').fillText('\u{e123}', 0, 0)).not.toThrow();
  });
});
