/** The fonts that a style sheet brings into a project. */
import * as cssTree from 'css-tree';
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import type {FontFace} from '../stage/fonts/fontBook';

/**
 * Reads the `@font-face` rules of a style sheet and of the local sheets that it imports.
 *
 * Sheets on the network are passed over: a family that only they bring is reported when text is set in it.
 *
 * @param file - absolute path of a .css file
 * @returns family and file, one for each face whose file is local
 */
export async function fontFacesOf(file: string, seen = new Set<string>()): Promise<FontFace[]> {
  if (seen.has(file)) return [];
  seen.add(file);
  const sheet = cssTree.parse(await readFile(file, 'utf8'), {parseValue: true});
  const faces: FontFace[] = [];
  const imports: string[] = [];
  cssTree.walk(sheet, {
    visit: 'Atrule',
    enter(rule: cssTree.Atrule) {
      if (rule.name === 'import') imports.push(...addressesIn(rule));
      if (rule.name === 'font-face') faces.push(...facesOf(rule, file));
    },
  });
  for (const address of imports) {
    const target = localFile(address, file);
    if (target) faces.push(...(await fontFacesOf(target, seen)));
  }
  return faces;
}

function facesOf(rule: cssTree.Atrule, sheet: string): FontFace[] {
  let family: string | undefined;
  const addresses: string[] = [];
  cssTree.walk(rule, {
    visit: 'Declaration',
    enter(declaration: cssTree.Declaration) {
      if (declaration.property === 'font-family') family = cssTree.generate(declaration.value).replace(/^["']|["']$/g, '');
      if (declaration.property === 'src') addresses.push(...addressesIn(declaration));
    },
  });
  const file = addresses.map(address => localFile(address, sheet)).find(found => found !== null);
  return family && file ? [{family, file}] : [];
}

function addressesIn(node: cssTree.CssNode): string[] {
  const found: string[] = [];
  cssTree.walk(node, child => {
    if (child.type === 'Url') found.push(child.value);
    else if (child.type === 'String') found.push(child.value);
  });
  return found;
}

function localFile(address: string, sheet: string): string | null {
  if (/^(https?:|data:|\/\/)/.test(address)) return null;
  const target = address.split(/[?#]/)[0];
  const direct = path.resolve(path.dirname(sheet), target);
  if (existsSync(direct)) return direct;
  try {
    return createRequire(sheet).resolve(target.replace(/^~/, ''));
  } catch {
    return null;
  }
}
