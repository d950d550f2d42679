/**
 * Catches what Skia swallows in silence: a coordinate that is no number draws nothing, a family that is not there draws
 * in another one, a missing glyph draws an empty box. Each becomes an error that names the node.
 */
import {createCanvas, type SKRSContext2D} from '@napi-rs/canvas';
import type {Node, Shape} from '@motion-canvas/2d';
import {AuthorError, ExitCode, type SourcePosition} from '../../author/authorError';
import {rememberFailedDrawing} from '../../author/failedDrawing';
import {didYouMean} from '../../author/nearNames';
import {nodePath} from '../../author/nodePath';
import {sourceOf} from '../../author/nodeSources';
import {bringFontsFor, bringFontsNamed, FALLBACK_FAMILIES, hasFamily, knownFamilies, missingGlyphs, withoutSlantedFaces, withSlantedFaces} from '../fonts/fontBook';

type TwoD = typeof import('@motion-canvas/2d');

const guarded = new WeakSet<object>();
const checkOnce = createCheck();
let painted = 0;
/** How many nodes deep the painting is; what the tool itself writes, on contact sheets, is no author's error. */
let depth = 0;

/** How many nodes this process has painted. */
export function paintedNodes(): number {
  return painted;
}

/** What becomes of text in a family that is not there. */
export type MissingFamilies = 'refuse' | 'replace';

let missingFamilies: MissingFamilies = 'refuse';
const replaced = new Set<string>();

/**
 * Puts the guards into Motion Canvas's drawing, once for each copy of it.
 *
 * @param families - `replace` draws in the first fallback and says so once, as a browser would without saying so
 */
export function installGuards(twoD: TwoD, families: MissingFamilies): void {
  missingFamilies = families;
  const prototype = twoD.Node.prototype;
  if (guarded.has(prototype)) return;
  guarded.add(prototype);
  guardDrawnText();
  const render = prototype.render;
  prototype.render = function (this: Node, context: CanvasRenderingContext2D) {
    depth++;
    try {
      painted++;
      checkNumbers(this);
      checkNodeText(this, twoD);
      checkShaders(this);
      render.call(this, context);
    } catch (error) {
      throw namingNode(error, this);
    } finally {
      depth--;
    }
  };
}

/** Text that a node writes on the canvas itself is looked at on its way there; the node is named by whoever paints it. */
function guardDrawnText(): void {
  const prototype = Object.getPrototypeOf(createCanvas(1, 1).getContext('2d')) as SKRSContext2D;
  if (guarded.has(prototype)) return;
  guarded.add(prototype);
  for (const method of ['fillText', 'strokeText'] as const) {
    const draw = prototype[method];
    prototype[method] = function (this: SKRSContext2D, text: string, ...place: [number, number]) {
      bringFontsFor(String(text), () => this.font);
      if (depth > 0 && !everyFontWrites(String(text))) checkOnce(String(text), familiesOf(this.font));
      draw.call(this, text, ...place);
    };
  }
  const measureText = prototype.measureText;
  prototype.measureText = function (this: SKRSContext2D, text) {
    bringFontsFor(String(text), () => this.font);
    return measureText.call(this, text);
  };
  const font = Object.getOwnPropertyDescriptor(prototype, 'font')!;
  Object.defineProperty(prototype, 'font', {
    ...font,
    get(this: SKRSContext2D) {
      const value = font.get!.call(this) as string;
      return withoutSlantedFaces(value.endsWith(FALLBACKS) ? value.slice(0, -FALLBACKS.length) : value);
    },
    set(this: SKRSContext2D, value: string) {
      bringFontsNamed(value);
      font.set!.call(this, withFallbacks(value));
    },
  });
}

/** Skia looks in the families that a font names, and then in those of the machine: ours have to be named. */
const FALLBACKS = FALLBACK_FAMILIES.map(family => `, "${family}"`).join('');

/** A text that is no font stays none. */
function withFallbacks(font: string): string {
  return typeof font === 'string' && familiesOf(font) !== font ? withSlantedFaces(font) + FALLBACKS : font;
}

const writtenByFallback = new Set<number>();

/**
 * Says whether a text can be set in whatever font, because Latin-1 or the fallback families have all of it.
 *
 * Asked for each number of a matrix in each frame: a character is looked up once in a process.
 */
function everyFontWrites(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) <= 0xff) continue;
    const code = text.codePointAt(i)!;
    if (code > 0xffff) i++;
    if (writtenByFallback.has(code)) continue;
    if (missingGlyphs(String.fromCodePoint(code), []).length > 0) return false;
    writtenByFallback.add(code);
  }
  return true;
}

/** What follows the size in a font as canvases take it. @example familiesOf('600 26px "IBM Plex Sans"')  // '"IBM Plex Sans"' */
function familiesOf(font: string): string {
  return /\d(?:px|pt|pc|em|rem|ex|ch|in|cm|mm|q|%)(?:\s*\/\s*\S+)?\s+(.*)$/i.exec(font)?.[1] ?? font;
}

/** There is no WebGL here: a node that is drawn by a shader is refused by name, rather than drawn without. */
function checkShaders(node: Node): void {
  const [shader] = (node as unknown as {shaders(): readonly {readonly fragment: string}[]}).shaders();
  if (shader === undefined) return;
  const name = /\/\/ from (.+)\s*$/.exec(shader.fragment)?.[1];
  throw new AuthorError(`Cannot draw ${node.key}: its shader${name ? ` ${name}` : ''} needs WebGL, which a render does not have`, {
    exitCode: ExitCode.scene,
    fix: 'draw the effect with filters, gradients and composite operations, or take the shader off this node',
  });
}

/** Checks a node that is entered, but does not paint itself. */
export function checkGroup(node: Node): void {
  try {
    checkNumbers(node);
  } catch (error) {
    throw namingNode(error, node);
  }
}

/** A transform that is not finite makes the node and everything in it vanish. */
function checkNumbers(node: Node): void {
  const {a, b, c, d, e, f} = node.localToParent();
  if (Number.isFinite(a + b + c + d + e + f) && !Number.isNaN(node.opacity())) return;
  throw notANumber(node);
}

function notANumber(node: Node): AuthorError {
  const values: Record<string, number> = {
    x: node.x(),
    y: node.y(),
    'scale.x': node.scale.x(),
    'scale.y': node.scale.y(),
    rotation: node.rotation(),
    skew: node.skew().x + node.skew().y,
    opacity: node.opacity(),
  };
  const size = (node as unknown as Partial<Shape>).size?.();
  if (size) Object.assign(values, {width: size.x, height: size.y});
  const [name, value] = Object.entries(values).find(([, number]) => !Number.isFinite(number)) ?? ['transform', NaN];
  return new AuthorError(`Cannot draw ${node.key}: ${name} is ${value}`, {
    exitCode: ExitCode.scene,
    fix: 'look for a division by zero, an empty list, or a value that was read before it was set',
  });
}

/** The innermost node that an author wrote is named: a leaf of a text, or a part of a component, is told at its owner. */
function namingNode(error: unknown, node: Node): unknown {
  if (!(error instanceof AuthorError)) {
    rememberFailedDrawing(error, () => {
      const at = writtenAt(node);
      return at && {at, node: nodePath(node)};
    });
    return error;
  }
  if (error.positions.length > 0) return error;
  const at = writtenAt(node);
  if (!at) return error;
  return new AuthorError(error.message, {fix: error.fix, at, moment: error.moment, node: nodePath(node), exitCode: error.exitCode, cause: error.cause});
}

/** Not every node around it is painted by itself, so the way up is gone here. */
function writtenAt(node: Node): SourcePosition | undefined {
  for (let owner: Node | null = node; owner; owner = owner.parent()) {
    const at = sourceOf(owner);
    if (at) return at;
  }
  return undefined;
}

interface TextNode extends Node {
  text(): string;
  fontFamily(): string;
}

/** Leaves of a Txt carry its text; Motion Canvas does not export their class. */
function textOf(node: Node, {Txt, Code}: TwoD): string | null {
  if (node instanceof Code) return node.parsed();
  const parent = node.parent();
  return parent instanceof Txt && !(node instanceof Txt) && 'text' in node ? (node as TextNode).text() : null;
}

function checkNodeText(node: Node, twoD: TwoD): void {
  const text = textOf(node, twoD);
  if (text !== null) checkOnce(text, (node as TextNode).fontFamily());
}

function createCheck(): (text: string, fontFamily: string) => void {
  const checked = new Map<string, Set<string>>();
  return (text, family) => {
    const texts = checked.get(family) ?? checked.set(family, new Set()).get(family)!;
    if (texts.has(text)) return;
    checkText(text, family);
    // A typewriter makes thousands of texts; the set must not outlive its use.
    if (texts.size > 5000) texts.clear();
    texts.add(text);
  };
}

/**
 * @throws AuthorError (exit code 4) for a family that is not there or a character without a glyph
 */
export function checkText(text: string, fontFamily: string): void {
  const families = fontFamily.split(',').map(name => name.trim().replace(/^["']|["']$/g, ''));
  if (text.trim() === '') return;
  if (!families.some(hasFamily) && missingFamilies === 'replace') {
    replace(families[0]);
  } else if (!families.some(hasFamily)) {
    const hint = didYouMean(families[0], knownFamilies());
    throw new AuthorError(`Cannot set text in "${families[0]}": there is no such font${hint ? `: ${hint}` : ''}`, {
      exitCode: ExitCode.asset,
      fix: `choose one of ${bundledFirst(knownFamilies()).slice(0, 6).join(', ')}, or bring the font: @font-face in a .css file that the project imports`,
    });
  }
  const missing = missingGlyphs(text, families.filter(hasFamily));
  if (missing.length === 0) return;
  const names = missing.slice(0, 5).map(character => `"${character}" (U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`);
  throw new AuthorError(`Cannot write "${text.length > 40 ? `${text.slice(0, 40)}…` : text}": no font has ${names.join(', ')}`, {
    exitCode: ExitCode.asset,
    fix: 'use another character, or bring a font that has it: @font-face in a .css file that the project imports',
  });
}

function replace(family: string): void {
  if (replaced.has(family)) return;
  replaced.add(family);
  process.stderr.write(`Warning: there is no font "${family}" here: its text is drawn in ${FALLBACK_FAMILIES[0]}\nFix: bring the font: @font-face in a .css file that the project imports\n`);
}

function bundledFirst(families: readonly string[]): string[] {
  const bundled = ['IBM Plex Sans', 'IBM Plex Mono', 'IBM Plex Sans SC', 'Roboto', 'JetBrains Mono'];
  return [...bundled, ...families.filter(family => !bundled.includes(family))];
}
