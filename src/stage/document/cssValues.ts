/**
 * Reads the values of the CSS properties that a stage knows.
 *
 * In: a declaration as text. Out: its parsed value and the text a browser would give back, or `null` for a value that
 * a browser ignores. Called by InlineStyle only when a property really changes.
 */
import {aspectRatio} from '../layout/aspectRatio';
import {AUTO, type BoxProperty, type Length, LengthKind} from '../layout/boxStyle';
import type {FontRelative, LineHeightDeclaration, TextDeclarations} from '../text/textStyle';
import {cssNumber} from './cssNumber';

export interface Parsed {
  readonly value: unknown;
  readonly text: string;
}

export type Parser = (text: string) => Parsed | null;

const NUMBER = /^[+-]?(?:\d*\.)?\d+(?:e[+-]?\d+)?$/;
const DIMENSION = /^([+-]?(?:\d*\.)?\d+(?:e[+-]?\d+)?)([a-z]+|%)?$/;

/** px in one of each absolute unit. */
const ABSOLUTE_UNITS: Record<string, number> = {px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 9.6 / 2.54, q: 2.4 / 2.54};

/** What `rem` refers to: the font size of a page's root element. */
const ROOT_FONT_SIZE = 16;

function keyword(...allowed: string[]): Parser {
  const parsed = new Map(allowed.map(text => [text, {value: text, text}]));
  return text => parsed.get(text) ?? null;
}

interface LengthRules {
  readonly negative?: boolean;
  readonly percent?: boolean;
  readonly keywords?: Record<string, Length>;
}

const INTRINSIC: Record<string, Length> = {
  'min-content': {kind: LengthKind.minContent, value: 0},
  'max-content': {kind: LengthKind.maxContent, value: 0},
  'fit-content': {kind: LengthKind.fitContent, value: 0},
};

function length({negative = false, percent = true, keywords = {}}: LengthRules): Parser {
  const words = new Map(Object.entries(keywords).map(([text, value]) => [text, {value, text}]));
  return text => {
    const word = words.get(text);
    if (word) return word;
    const match = DIMENSION.exec(text);
    if (!match) return null;
    const value = Number(match[1]);
    const unit = match[2] ?? 'px';
    if ((value < 0 && !negative) || (match[2] === undefined && value !== 0)) return null;
    if (unit === '%') return percent ? {value: {kind: LengthKind.percent, value}, text: `${cssNumber(value)}%`} : null;
    const scale = unit === 'rem' ? ROOT_FONT_SIZE : ABSOLUTE_UNITS[unit];
    if (scale === undefined) return null;
    return {value: {kind: LengthKind.px, value: value * scale}, text: `${cssNumber(value)}${unit}`};
  };
}

function number(minimum: number): Parser {
  return text => {
    if (!NUMBER.test(text)) return null;
    // Flex factors are single-precision numbers in Chromium, and sums of them show it.
    const value = Math.fround(Number(text));
    return value < minimum ? null : {value, text: cssNumber(value)};
  };
}

const ratio: Parser = text => {
  if (text === 'auto') return {value: undefined, text};
  const [width, height = '1', more] = text.split('/').map(part => part.trim());
  if (more !== undefined || !NUMBER.test(width) || !NUMBER.test(height)) return null;
  if (Number(width) < 0 || Number(height) < 0) return null;
  const value = aspectRatio(Number(width), Number(height)) ?? undefined;
  return {value, text: `${cssNumber(Number(width))} / ${cssNumber(Number(height))}`};
};

function fontRelative(minimum: number, keywords: Record<string, FontRelative>): Parser {
  return text => {
    if (Object.hasOwn(keywords, text)) return {value: keywords[text], text};
    const match = DIMENSION.exec(text);
    if (!match) return null;
    const value = Number(match[1]);
    const unit = match[2] ?? 'px';
    if (value < minimum || (match[2] === undefined && value !== 0)) return null;
    const written = `${cssNumber(value)}${unit}`;
    if (unit === 'em') return {value: {px: 0, em: value}, text: written};
    if (unit === '%') return {value: {px: 0, em: value / 100}, text: written};
    const scale = unit === 'rem' ? ROOT_FONT_SIZE : ABSOLUTE_UNITS[unit];
    return scale === undefined ? null : {value: {px: value * scale, em: 0}, text: written};
  };
}

const px = length({percent: true});

const lineHeight: Parser = text => {
  if (text === 'normal') return {value: {unit: 'normal', value: 0} satisfies LineHeightDeclaration, text};
  if (NUMBER.test(text)) {
    const value = Number(text);
    return value < 0 ? null : {value: {unit: 'number', value} satisfies LineHeightDeclaration, text: cssNumber(value)};
  }
  if (text.endsWith('%') || text.endsWith('em')) {
    const relative = fontRelative(0, {})(text);
    if (!relative) return null;
    const {em, px: fixed} = relative.value as FontRelative;
    const value: LineHeightDeclaration = fixed ? {unit: 'px', value: fixed} : {unit: 'number', value: em, resolve: true};
    return {value, text: relative.text};
  }
  const parsed = px(text);
  return parsed && {value: {unit: 'px', value: (parsed.value as Length).value} satisfies LineHeightDeclaration, text: parsed.text};
};

const fontWeight: Parser = text => {
  if (text === 'normal') return {value: 400, text};
  if (text === 'bold') return {value: 700, text};
  if (text === 'bolder' || text === 'lighter') return {value: text, text};
  const value = NUMBER.test(text) ? Number(text) : 0;
  return value >= 1 && value <= 1000 ? {value, text: cssNumber(value)} : null;
};

const fontStyle: Parser = text =>
  /^(normal|italic|oblique( -?[\d.]+deg)?)$/.test(text) ? {value: text, text} : null;

const IDENTIFIER = /^-?[a-z_\u0080-\uffff][\w\u0080-\uffff-]*$/i;

/** Font families, names with spaces in double quotes as a browser gives them back. Case is kept. */
export const fontFamily: Parser = text => {
  const names = text.match(/"[^"]*"|'[^']*'|[^,]+|,/g) ?? [];
  const families: string[] = [];
  let expectName = true;
  for (const part of names.map(name => name.trim()).filter(Boolean)) {
    if ((part === ',') === expectName) return null;
    expectName = !expectName;
    if (part === ',') continue;
    const family = familyName(part);
    if (family === null) return null;
    families.push(family);
  }
  if (expectName) return null;
  const value = families.join(', ');
  return {value, text: value};
};

function familyName(part: string): string | null {
  const quoted = /^(["'])(.*)\1$/.exec(part);
  if (quoted) return IDENTIFIER.test(quoted[2]) ? quoted[2] : `"${quoted[2]}"`;
  const words = part.split(/\s+/);
  if (!words.every(word => IDENTIFIER.test(word))) return null;
  return words.length === 1 ? part : `"${words.join(' ')}"`;
}

const size = length({keywords: {auto: AUTO, ...INTRINSIC}});
const maximum = length({keywords: {none: AUTO, ...INTRINSIC}});
const margin = length({negative: true, keywords: {auto: AUTO}});
const gap = length({keywords: {normal: AUTO}});
const POSITIONAL = ['center', 'start', 'end', 'flex-start', 'flex-end'];
const DISTRIBUTED = ['space-between', 'space-around', 'space-evenly', 'stretch', 'normal'];
const SELF = ['self-start', 'self-end', 'baseline', 'stretch', 'normal', ...POSITIONAL];

/** Properties that shape boxes and are not inherited. */
export const BOX_PARSERS: Readonly<Record<BoxProperty, Parser>> = {
  display: keyword('block', 'inline', 'flex', 'inline-block', 'inline-flex', 'none'),
  position: keyword('static', 'relative', 'absolute', 'fixed'),
  boxSizing: keyword('content-box', 'border-box'),
  width: size,
  height: size,
  minWidth: size,
  minHeight: size,
  maxWidth: maximum,
  maxHeight: maximum,
  aspectRatio: ratio,
  marginTop: margin,
  marginRight: margin,
  marginBottom: margin,
  marginLeft: margin,
  paddingTop: px,
  paddingRight: px,
  paddingBottom: px,
  paddingLeft: px,
  top: margin,
  right: margin,
  bottom: margin,
  left: margin,
  flexDirection: keyword('row', 'row-reverse', 'column', 'column-reverse'),
  flexWrap: keyword('nowrap', 'wrap', 'wrap-reverse'),
  flexBasis: length({keywords: {auto: AUTO, content: {kind: LengthKind.content, value: 0}, ...INTRINSIC}}),
  flexGrow: number(0),
  flexShrink: number(0),
  justifyContent: keyword(...POSITIONAL, ...DISTRIBUTED, 'left', 'right'),
  alignContent: keyword(...POSITIONAL, ...DISTRIBUTED, 'baseline'),
  alignItems: keyword(...SELF),
  alignSelf: keyword('auto', ...SELF),
  columnGap: gap,
  rowGap: gap,
};

/** Properties that children inherit. */
export const TEXT_PARSERS: Readonly<Record<keyof TextDeclarations, Parser>> = {
  fontFamily,
  fontSize: fontRelative(0, {}),
  fontStyle,
  fontWeight,
  lineHeight,
  letterSpacing: fontRelative(-Infinity, {normal: {px: 0, em: 0}}),
  textAlign: keyword('start', 'end', 'left', 'right', 'center', 'justify'),
  whiteSpace: keyword('normal', 'nowrap', 'pre', 'pre-wrap', 'pre-line', 'break-spaces'),
  direction: keyword('ltr', 'rtl'),
};

/** Properties that are kept and given back, and change nothing on a stage. */
export const INERT_PROPERTIES = [
  'opacity',
  'pointerEvents',
  'overflow',
  'visibility',
  'zIndex',
  'color',
  'background',
  'backgroundColor',
  'transform',
  'transformOrigin',
  'cursor',
  'userSelect',
  'imageRendering',
  'objectFit',
] as const;

/** `marginTop` to `margin-top`. */
export function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}
