/**
 * The fonts of a film: bundled faces, faces that a project's style sheets bring, and what each family can write.
 *
 * Skia draws text in an unknown family with whatever it finds, and a missing glyph as an empty box, without a word.
 * The book is asked before either happens.
 */
import {GlobalFonts} from '@napi-rs/canvas';
import type {Font} from 'fontkit';
import {createRequire} from 'node:module';
import {existsSync} from 'node:fs';
import path from 'node:path';
import {packageRoot} from '../packageRoot';
import {bundledCharacters} from './bundledCharacters';

/** One font file under the name that scenes call it by. */
export interface FontFace {
  readonly family: string;
  readonly file: string;
}

const BUNDLED: Readonly<Record<string, readonly string[]>> = {
  'IBM Plex Sans': ['Regular', 'Italic', 'Medium', 'SemiBold', 'Bold'].map(style => `IBMPlexSans-${style}.woff2`),
  'IBM Plex Mono': ['Regular', 'Medium', 'Bold'].map(style => `IBMPlexMono-${style}.woff2`),
  'IBM Plex Sans SC': ['IBMPlexSansSC-Regular.woff2'],
  'Noto Color Emoji': ['NotoColorEmoji-Regular.woff2'],
  Roboto: ['Regular', 'Italic', 'Bold', 'BoldItalic'].map(style => `Roboto-${style}.ttf`),
  'JetBrains Mono': ['Regular', 'Bold'].map(style => `JetBrainsMono-${style}.ttf`),
};

/** What CSS's generic names mean on every machine. */
const GENERIC: Readonly<Record<string, string>> = {
  'sans-serif': 'IBM Plex Sans',
  serif: 'IBM Plex Sans',
  'system-ui': 'IBM Plex Sans',
  'ui-sans-serif': 'IBM Plex Sans',
  monospace: 'JetBrains Mono',
  'ui-monospace': 'JetBrains Mono',
};

/**
 * Opened when a text asks for them: unpacking either takes longer than all other faces together, in each process anew, and
 * hardly a film has a character of theirs.
 */
const [CHINESE, EMOJI] = ['IBM Plex Sans SC', 'Noto Color Emoji'] as const;
const ON_DEMAND = [CHINESE, EMOJI] as const;

/** What the emoji face has beyond plain characters; no other text can be changed by its being there. */
const PICTOGRAPH = /[\p{Emoji}\u20e3]/u;

/** Asks for a pictograph in colour where a family has a plain one. */
const IN_COLOUR = '\ufe0f';

/** Tried after the families that a scene names. */
export const FALLBACK_FAMILIES: readonly string[] = ['IBM Plex Sans', CHINESE, EMOJI];

const faces = new Map<string, string[]>();
const opened = new Map<string, Font>();
let require: NodeJS.Require | undefined;
const closed = new Set<string>(ON_DEMAND);

/** The faces that come with Lectern: what a browser has to load to draw the same text. */
export function bundledFaces(): FontFace[] {
  return Object.entries(BUNDLED).flatMap(([family, files]) => files.map(file => ({family, file: path.join(bundledFolder(), file)})));
}

function bundledFolder(): string {
  return path.join(packageRoot(), 'assets', 'fonts');
}

/** Registers the bundled faces once a process, those on demand in the book alone. */
export function registerBundledFonts(): void {
  if (faces.size > 0) return;
  for (const face of bundledFaces()) {
    if (closed.has(face.family)) faces.set(face.family, [face.file]);
    else registerFont(face);
  }
  // Skia knows nothing of generic names; the alias is another name for the same faces.
  for (const [generic, family] of Object.entries(GENERIC)) {
    GlobalFonts.setAlias(family, generic);
    faces.set(generic, faces.get(family)!);
  }
}

/**
 * Adds a face.
 *
 * @throws RangeError "Cannot read font …" where the file is missing or no font
 */
export function registerFont({family, file}: FontFace): void {
  const files = faces.get(family) ?? [];
  if (files.includes(file)) return;
  if (!existsSync(file) || GlobalFonts.registerFromPath(file, family) === null) {
    throw new RangeError(`Cannot read font "${family}" from ${file}`);
  }
  faces.set(family, [...files, file]);
  slanted.delete(family);
}

/**
 * Brings in the faces on demand where a text has a character that its families lack, before that text is measured or drawn
 * for the first time: what Skia puts in its place may hang on every face that is there, and the emoji face has pictographs
 * only.
 *
 * @param font - as a canvas takes it: `600 26px "IBM Plex Sans"`
 */
export function bringFontsFor(text: string, font: () => string): void {
  if (closed.size === 0 || isPlain(text)) return;
  const families = familiesOf(font());
  const canBeAsked = families.every(family => faces.has(family));
  const lacking = [...text].filter(character => !isPlain(character) && !(canBeAsked && isWritten(character, families)));
  if (lacking.length > 0) open(CHINESE);
  if (text.includes(IN_COLOUR) || lacking.some(character => PICTOGRAPH.test(character))) open(EMOJI);
}

/** Brings in the faces on demand that a font names. */
export function bringFontsNamed(font: string): void {
  for (const family of closed) if (font.includes(family)) open(family);
}

/** What the name of a family has behind it where its italics alone are meant. */
const SLANTED = ' (slanted)';

const slanted = new Map<string, boolean>();

/**
 * Rewrites an italic font so that CSS's choice of a face is Skia's as well.
 *
 * Asked for an italic in a weight that no italic of the family has, Skia slants the upright of that weight; CSS takes the
 * nearest italic and makes it bold. A name for the italics alone leaves Skia no other choice.
 *
 * @param font - as a canvas takes it
 */
export function withSlantedFaces(font: string): string {
  if (!/^(?:.*\s)?(?:italic|oblique)\s/i.test(font)) return font;
  const families = familiesOf(font);
  return families.filter(hasSlantedFaces).reduce((text, family) => text.replace(new RegExp(`(["']?)${escaped(family)}\\1(?=\\s*(?:,|$))`), `"${family}${SLANTED}"`), font);
}

/** A font with its families as an author named them. */
export function withoutSlantedFaces(font: string): string {
  return font.replaceAll(SLANTED, '');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Gives a family's italics a name of their own, where it has uprights as well. */
function hasSlantedFaces(family: string): boolean {
  const known = slanted.get(family);
  if (known !== undefined) return known;
  const files = faces.get(family) ?? [];
  const italics = files.length > 1 ? files.filter(isItalic) : [];
  const isMixed = italics.length > 0 && italics.length < files.length;
  if (isMixed) for (const file of italics) GlobalFonts.registerFromPath(file, family + SLANTED);
  slanted.set(family, isMixed);
  return isMixed;
}

function isItalic(file: string): boolean {
  if (path.dirname(file) === bundledFolder()) return /Italic\.\w+$/.test(file);
  const font = openFont(file);
  return font.italicAngle !== 0 || (font as Font & {'OS/2'?: {fsSelection: {italic: boolean}}})['OS/2']?.fsSelection.italic === true;
}

function open(family: string): void {
  if (!closed.delete(family)) return;
  for (const file of faces.get(family) ?? []) GlobalFonts.registerFromPath(file, family);
}

const written = new Map<string, boolean>();

/** Asked for each arrow of each frame: looked up once. */
function isWritten(character: string, families: readonly string[]): boolean {
  if (isPlain(character) || isInvisible(character)) return true;
  const key = `${character} ${families.join()}`;
  const known = written.get(key) ?? families.some(family => hasGlyph(family, character));
  written.set(key, known);
  return known;
}

/** The families of a font as a canvas takes it, without quotes. */
function familiesOf(font: string): string[] {
  const list = /\d(?:px|pt|pc|em|rem|ex|ch|in|cm|mm|q|%)(?:\s*\/\s*\S+)?\s+(.*)$/i.exec(font)?.[1] ?? font;
  return list.split(',').map(name => name.trim().replace(/^["']|["']$/g, ''));
}

/** The families that text can be set in, sorted. */
export function knownFamilies(): string[] {
  return [...new Set([...faces.keys(), ...GlobalFonts.families.map(({family}) => family)])]
    .filter(family => !(family in GENERIC))
    .sort();
}

/** Says whether a family is bundled, brought by the project, or installed on this machine. */
export function hasFamily(family: string): boolean {
  return faces.has(family) || GlobalFonts.has(family);
}

/**
 * The characters of a text that none of the families, nor the fallbacks, has a glyph for.
 *
 * @param text - what will be drawn
 * @param families - in the order they are tried
 * @returns code points as strings, each once; empty where a family is installed on the machine and cannot be asked
 */
export function missingGlyphs(text: string, families: readonly string[]): string[] {
  if (isPlain(text)) return [];
  const tried = [...families, ...FALLBACK_FAMILIES];
  return [...new Set(text)].filter(character => !isInvisible(character) && !tried.some(family => hasGlyph(family, character)));
}

function hasGlyph(family: string, character: string): boolean {
  // Unpacking the face to look takes a second, and all pictographs are in it.
  if (family === EMOJI) return PICTOGRAPH.test(character);
  const files = faces.get(family);
  if (!files) return GlobalFonts.has(family);
  const code = character.codePointAt(0)!;
  return files.slice(0, 1).some(file => {
    const known = code > 0xff && path.dirname(file) === bundledFolder() ? bundledCharacters(path.basename(file)) : undefined;
    return known ? known(code) : openFont(file).hasGlyphForCodePoint(code);
  });
}

function openFont(file: string): Font {
  let font = opened.get(file);
  if (!font) {
    // Loaded only when a film leaves Latin: a font library costs more time than a still.
    require ??= createRequire(import.meta.url);
    font = (require('fontkit') as {openSync(file: string): Font}).openSync(file);
    opened.set(file, font);
  }
  return font;
}

/** Every bundled text face has Latin-1, so most text is never looked up. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0xff || (code < 0x20 && code !== 0x0a && code !== 0x09 && code !== 0x0d)) return false;
  }
  return true;
}

/** White space, controls, joiners and variation selectors draw nothing by design. */
function isInvisible(character: string): boolean {
  return /^[\p{White_Space}\p{Cc}\p{Cf}\p{Mn}\ufe00-\ufe0f]$/u.test(character);
}
