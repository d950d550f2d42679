import path from 'node:path';
import type {OpenedProject} from '../timeline/openProject';

/** Everything that a save of can change a film: modules, narration, timing, fonts; absolute paths. */
export function projectFiles({project, bundle}: OpenedProject): Set<string> {
  const scenes = project.scenes.map(({file}) => file);
  const sources = [project.file, ...scenes].flatMap(file => [file, ...bundle.inputsOf(file)]);
  const told = scenes.flatMap(file => ['.md', '.timing.json'].map(extension => file.replace(/\.[^.]+$/, extension)));
  return new Set([...sources, ...told, ...project.fonts.map(({file}) => file)].map(file => path.resolve(file)));
}
