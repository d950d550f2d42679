/** `lectern preview`: a small draft to watch and take notes on. */
import path from 'node:path';
import {renderFilm} from '../farm/renderFilm';
import {openProject} from '../timeline/openProject';
import {fileStem} from './fileStem';
import {filmRange} from './frameRange';
import {printWarnings, type Warning} from './printWarnings';
import {showProgress} from './progress';
import {findTarget} from './target';

interface PreviewFlags {
  readonly out?: string;
  readonly range?: string;
  readonly plain?: boolean;
  readonly jobs?: number;
  readonly fps?: number;
  readonly background?: string;
  readonly text: 'portable' | 'system';
  readonly quiet?: boolean;
}

/** Renders the draft and prints its path. What is drawn once is kept, as for any film. */
export async function preview(name: string, scenes: readonly string[], flags: PreviewFlags): Promise<void> {
  const target = findTarget(name, scenes);
  const opened = await openProject(target.file, {scenes: target.scenes});
  const {out, range, plain, jobs, fps, background, text} = flags;
  const file = path.resolve(out ?? path.join('renders', `${fileStem(opened.project.name, target.scenes)}-preview.mp4`));
  const progress = showProgress(path.relative(process.cwd(), file), flags);
  const warnings: Warning[] = [];
  try {
    await renderFilm({
      opened,
      path: file,
      profile: 'draft',
      film: {burnIn: !plain, fps, background, textRenderer: text},
      jobs,
      range: range === undefined ? undefined : filmRange(range, opened.project),
      on: {...progress.events, warning: warning => warnings.push(warning)},
    });
  } finally {
    progress.stop();
    if (!flags.quiet) printWarnings(warnings);
  }
  process.stdout.write(`${file}\n`);
}
