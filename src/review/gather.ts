/** Turns what checks found into findings: at the author's line, and once for what happens again and again. */
import path from 'node:path';
import type {SourcePosition} from '../author/authorError';
import type {ChapterFinding} from '../chapter/finding';
import type {Found} from './check';
import {placeOf} from './nameOf';

/** Frames that are named, at most, where the same is found in many. */
const MOST_FRAMES = 6;

/** Gathers what is of one kind, in one scene and from one line: the first is told, with the frames of the others. */
export function gathered(found: readonly Found[], fileOf: (scene: string) => string | undefined): ChapterFinding[] {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const at = placeOfFound(one, fileOf);
    const key = [one.rule, one.severity, one.scene, one.kind ?? '', at?.line === undefined ? (one.kind ?? one.message) : `${at.file}:${at.line}:${at.column}`].join('|');
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map(group => {
    const [{node: _node, kind: _kind, ...first}, ...others] = group;
    return {...first, at: placeOfFound(group[0], fileOf), message: others.length > 0 ? `${first.message} (again at ${framesOf(others)})` : first.message};
  });
}

/** The line of the node or of the nearest one around it; else the scene's file. */
function placeOfFound({node, scene}: Found, fileOf: (scene: string) => string | undefined): SourcePosition | undefined {
  const file = fileOf(scene);
  return (node && placeOf(node)) ?? (file === undefined ? undefined : {file: path.relative(process.cwd(), file)});
}

function framesOf(found: readonly Found[]): string {
  const frames = [...new Set(found.map(({frame}) => frame))];
  const named = frames.slice(0, MOST_FRAMES).join(', ');
  const more = frames.length - MOST_FRAMES;
  return `${frames.length === 1 ? 'frame' : 'frames'} ${named}${more > 0 ? ` and ${more} more` : ''}`;
}
