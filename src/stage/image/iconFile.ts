/**
 * `<Icon>` without its web service: icons come from the Iconify packages that a project has installed.
 *
 * In: the address of the service. Out: the SVG text that it would have answered.
 */
import {existsSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {AuthorError, ExitCode} from '../../author/authorError';
import {didYouMean} from '../../author/nearNames';
import {packageRoot} from '../packageRoot';

interface Icon {
  readonly body: string;
  readonly left?: number;
  readonly top?: number;
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: number;
  readonly hFlip?: boolean;
  readonly vFlip?: boolean;
}

/** The file of an icon set, as Iconify publishes it. */
interface IconSet extends Omit<Icon, 'body'> {
  readonly prefix: string;
  readonly icons: Readonly<Record<string, Icon>>;
  readonly aliases?: Readonly<Record<string, {readonly parent: string} & Partial<Icon>>>;
}

const SERVICE = 'https://api.iconify.design/';

const sets = new Map<string, IconSet>();

/**
 * Writes the SVG of an icon.
 *
 * @param address - `https://api.iconify.design/<set>/<name>.svg?color=<colour>`
 * @param root - the project's folder, whose packages are searched first, absolute
 * @returns SVG text; null for an address of anything else
 * @throws AuthorError "Cannot draw icon …" where the set is not installed, or has no icon of that name (with near names)
 */
export function iconSvg(address: string, root: string): string | null {
  if (!address.startsWith(SERVICE)) return null;
  const url = new URL(address);
  const [, prefix = '', name = ''] = /^\/([^/]+)\/(.+)\.svg$/.exec(decodeURIComponent(url.pathname)) ?? [];
  const set = iconSet(prefix, name, root);
  const icon = iconNamed(set, name);
  const {left = 0, top = 0, width = 16, height = 16} = {...sizeOf(set), ...icon};
  const colour = url.searchParams.get('color') ?? 'currentColor';
  const body = turned(icon, {left, top, width, height}).replaceAll('currentColor', colour);
  // One em is 16 px in a picture of its own; the height leads, as in the service's answer.
  const em = Number(((width / height) * 16).toFixed(2));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${em}" height="16" viewBox="${left} ${top} ${width} ${height}">${body}</svg>`;
}

function sizeOf({left, top, width, height}: IconSet): Partial<Icon> {
  return Object.fromEntries(Object.entries({left, top, width, height}).filter(([, value]) => value !== undefined));
}

function iconSet(prefix: string, name: string, root: string): IconSet {
  const file = setFile(prefix, root);
  if (file === null) {
    throw new AuthorError(`Cannot draw icon "${prefix}:${name}": the icon set "${prefix}" is not installed`, {
      exitCode: ExitCode.asset,
      fix: `npm install @iconify-json/${prefix}`,
    });
  }
  let set = sets.get(file);
  if (!set) sets.set(file, (set = JSON.parse(readFileSync(file, 'utf8')) as IconSet));
  return set;
}

function setFile(prefix: string, root: string): string | null {
  for (const from of [path.join(root, 'package.json'), path.join(packageRoot(), 'package.json')]) {
    const require = createRequire(from);
    for (const name of [`@iconify-json/${prefix}/icons.json`, `@iconify/json/json/${prefix}.json`]) {
      try {
        const file = require.resolve(name);
        if (existsSync(file)) return file;
      } catch {
        // Not installed under this name; the next may be.
      }
    }
  }
  return null;
}

/** An alias is another icon, perhaps mirrored or turned. */
function iconNamed(set: IconSet, name: string): Icon {
  const icon = set.icons[name];
  if (icon) return icon;
  const alias = set.aliases?.[name];
  if (alias) return {...iconNamed(set, alias.parent), ...alias};
  const hint = didYouMean(name, [...Object.keys(set.icons), ...Object.keys(set.aliases ?? {})]);
  throw new AuthorError(`Cannot draw icon "${set.prefix}:${name}": the set has no such icon${hint ? `: ${hint}` : ''}`, {
    exitCode: ExitCode.asset,
    fix: `look the name up at https://icones.js.org/collection/${set.prefix}`,
  });
}

function turned(icon: Icon, {left, top, width, height}: {left: number; top: number; width: number; height: number}): string {
  const steps: string[] = [];
  const [centreX, centreY] = [left + width / 2, top + height / 2];
  if (icon.rotate) steps.push(`rotate(${icon.rotate * 90} ${centreX} ${centreY})`);
  if (icon.hFlip) steps.push(`translate(${2 * centreX} 0) scale(-1 1)`);
  if (icon.vFlip) steps.push(`translate(0 ${2 * centreY}) scale(1 -1)`);
  return steps.length === 0 ? icon.body : `<g transform="${steps.join(' ')}">${icon.body}</g>`;
}
