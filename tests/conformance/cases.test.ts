import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {casesAt} from './bench/cases';

const at = (...names: string[]) => path.join(import.meta.dirname, ...names);

describe('casesAt()', () => {
  it('takes a scene and a project for what they are, each in the folder of its own project', async () => {
    const cases = await casesAt([at('scenes/circle.tsx'), at('projects/imports/project.ts')]);
    expect(cases.map(({name, kind, root}) => [name, kind, path.relative(at('../..'), root)])).toEqual([
      ['scenes-circle', 'scene', ''],
      ['projects-imports-project', 'project', 'tests/conformance/projects/imports'],
    ]);
  });

  it('finds every scene and project in a folder, and nothing that is neither', async () => {
    const cases = await casesAt([at('projects/transitions')]);
    expect(cases.map(({name}) => name)).toEqual(['project', 'scenes-fading', 'scenes-first', 'scenes-last', 'scenes-sliding', 'scenes-turning', 'scenes-zooming']);
  });

  it('names a path that is not there', async () => {
    await expect(casesAt([at('nowhere')])).rejects.toThrow(`Cannot compare "${at('nowhere')}": there is no such file or folder`);
  });
});
