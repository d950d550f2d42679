import {beforeAll, describe, expect, test} from 'vitest';
import {getComputedStyle} from '../../../src/stage/document/computedStyle';
import {createStageDocument, type StageDocument} from '../../../src/stage/document/document';
import type {StageElement} from '../../../src/stage/document/stageElement';
import {registerFonts} from '../../fuzz/fonts';

beforeAll(registerFonts);

function inBody(document: StageDocument, style: Record<string, string> = {}): StageElement {
  const element = document.createElement('div');
  Object.assign(element.style, style);
  document.body.append(element);
  return element;
}

describe('element.style', () => {
  test.each([
    ['width', '1e2px', '100px'],
    ['width', '0', '0px'],
    ['width', ' 10PX ', '10px'],
    ['fontSize', '33.33333333px', '33.3333px'],
    ['aspectRatio', '1.5', '1.5 / 1'],
    ['fontFamily', 'JetBrains Mono, monospace', '"JetBrains Mono", monospace'],
    ['marginTop', '-5px', '-5px'],
  ])('%s = "%s" reads back as "%s"', (name, written, read) => {
    const {style} = createStageDocument().createElement('div');
    Object.assign(style, {[name]: written});
    expect(style.get(name)).toBe(read);
  });

  test.each([
    ['width', '100'],
    ['width', '-5px'],
    ['width', 'NaNpx'],
    ['aspectRatio', 'NaN'],
    ['flexGrow', '-1'],
    ['maxWidth', 'auto'],
    ['minWidth', 'none'],
    ['paddingTop', '-5px'],
    ['whiteSpace', 'true'],
    ['justifyContent', 'baseline'],
    ['fontFamily', 'Foo2 3x'],
  ])('%s = "%s" is ignored and the old value stays', (name, invalid) => {
    const {style} = createStageDocument().createElement('div');
    const valid = {width: '7px', aspectRatio: '2 / 1', flexGrow: '3', maxWidth: '4px', minWidth: '5px', paddingTop: '6px', whiteSpace: 'pre', justifyContent: 'center', fontFamily: 'Roboto'}[name]!;
    Object.assign(style, {[name]: valid});
    Object.assign(style, {[name]: invalid});
    expect(style.get(name)).toBe(valid);
  });

  test('the empty string takes a property away', () => {
    const element = inBody(createStageDocument(), {position: 'absolute', width: '50px'});
    element.style.setProperty('width', '');
    expect(element.getBoundingClientRect().width).toBe(0);
  });
});

describe('getComputedStyle()', () => {
  test('gives a font as a browser writes it, with what is inherited down to the body', () => {
    const document = createStageDocument();
    const outer = inBody(document, {fontWeight: '700', fontStyle: 'italic', lineHeight: '1.2'});
    const inner = document.createElement('div');
    outer.append(inner);
    inner.style.setProperty('font-size', '48px');
    expect(getComputedStyle(inner).font).toBe('italic 700 48px / 57.6px Roboto');
  });

  test('is live, and empty for an element outside the document', () => {
    const document = createStageDocument();
    const element = document.createElement('div');
    const style = getComputedStyle(element);
    expect(style.fontSize).toBe('');
    document.body.append(element);
    expect(style.fontSize).toBe('14px');
    element.style.setProperty('letter-spacing', '2px');
    expect(style.getPropertyValue('letter-spacing')).toBe('2px');
  });

  test('follows an element to its new parent, through a shadow root too', () => {
    const document = createStageDocument();
    const host = inBody(document, {textAlign: 'center'});
    const element = inBody(document);
    expect(getComputedStyle(element).textAlign).toBe('start');
    host.attachShadow({mode: 'open'}).append(element);
    expect(getComputedStyle(element).textAlign).toBe('center');
  });
});

describe('getBoundingClientRect()', () => {
  test('is all 0 outside the document', () => {
    const element = createStageDocument().createElement('div');
    element.style.setProperty('width', '50px');
    expect(element.getBoundingClientRect()).toMatchObject({x: 0, y: 0, width: 0, height: 0});
  });

  test('sees a change of a leaf, of the list of children, and of an inherited font', () => {
    const document = createStageDocument();
    const root = inBody(document, {position: 'absolute', display: 'flex', fontSize: '20px'});
    const leaf = document.createElement('div');
    root.append(leaf);
    leaf.innerText = 'ab';
    const {width} = root.getBoundingClientRect();
    leaf.innerText = 'abab';
    const wider = root.getBoundingClientRect().width;
    expect(wider).toBeGreaterThan(width * 1.9);
    root.style.setProperty('font-size', '40px');
    expect(root.getBoundingClientRect().width).toBeCloseTo(wider * 2, 0);
    root.replaceChildren();
    expect(root.getBoundingClientRect().width).toBe(0);
  });

  test('a percentage of an absolute element refers to its positioned ancestor and follows it', () => {
    const document = createStageDocument();
    const view = inBody(document, {position: 'absolute', width: '1000px', height: '500px', display: 'flex'});
    const root = document.createElement('div');
    Object.assign(root.style, {position: 'absolute', width: '50%', height: '10%'});
    view.append(root);
    expect(root.getBoundingClientRect()).toMatchObject({width: 500, height: 50});
    view.style.setProperty('width', '600px');
    expect(root.getBoundingClientRect()).toMatchObject({width: 300, height: 50});
  });

  test('an absolute child takes no part in the size of its parent', () => {
    const document = createStageDocument();
    const view = inBody(document, {position: 'absolute', display: 'flex'});
    const root = document.createElement('div');
    Object.assign(root.style, {position: 'absolute', width: '300px', height: '20px'});
    view.append(root);
    expect(view.getBoundingClientRect().width).toBe(0);
  });
});

describe('children', () => {
  test('replaceChildren() with the same children makes nothing dirty', () => {
    const document = createStageDocument();
    const root = inBody(document, {position: 'absolute', display: 'flex'});
    const child = document.createElement('div');
    root.append(child);
    root.getBoundingClientRect();
    root.replaceChildren(child);
    expect(root.layout.isDirty).toBe(false);
  });

  test('an equal style value makes nothing dirty, not even written with more digits', () => {
    const root = inBody(createStageDocument(), {position: 'absolute', width: '33.3333333px'});
    root.getBoundingClientRect();
    root.style.setProperty('width', '33.3333333px');
    expect(root.layout.isDirty).toBe(false);
  });

  test('querySelector() finds by id, tag and attribute, also in elements of another make', () => {
    const svg = {tagName: 'svg', querySelector: (selector: string) => (selector === 'path' ? 'found' : null)};
    const document = createStageDocument({parseMarkup: () => [svg]});
    const frame = inBody(document);
    frame.id = 'frame';
    frame.dataset.motionCanvasKey = 'a/b';
    frame.innerHTML = '<svg/>';
    expect(document.querySelector('#frame')).toBe(frame);
    expect(document.querySelector('[data-motion-canvas-key="a/b"]')).toBe(frame);
    expect(frame.querySelector('svg')).toBe(svg);
    expect(frame.querySelector('path')).toBe('found');
    frame.innerHTML = '';
    expect(frame.querySelector('svg')).toBeNull();
  });

  test('an element cannot be put into itself', () => {
    const document = createStageDocument();
    const outer = inBody(document);
    const inner = document.createElement('div');
    outer.append(inner);
    expect(() => inner.append(outer)).toThrow('The new child contains its parent.');
  });
});

describe('range.getBoundingClientRect()', () => {
  function txt(document: StageDocument, texts: readonly string[], whiteSpace: string, width = ''): StageElement {
    const block = inBody(document, {position: 'absolute', display: 'block', fontSize: '48px', lineHeight: '1.2', whiteSpace, width});
    const leaf = document.createElement('div');
    leaf.style.setProperty('display', 'inline');
    leaf.append(...texts.map(text => document.createTextNode(text)));
    block.append(leaf);
    return leaf;
  }

  function rectOf(document: StageDocument, leaf: StageElement, index: number) {
    const range = document.createRange();
    range.selectNodeContents(leaf.childNodes[index]);
    return range.getBoundingClientRect();
  }

  test('keeps the kerning across text nodes, and gives a ligature to its first', () => {
    const document = createStageDocument();
    const leaf = txt(document, [...'AVfi'], 'nowrap');
    expect(rectOf(document, leaf, 0)).toMatchObject({x: 0, width: 1874 / 64});
    expect(rectOf(document, leaf, 2).width).toBe(1703 / 64);
    expect(rectOf(document, leaf, 3).width).toBe(0);
  });

  test('is all 0 for a space that a line break swallows', () => {
    const document = createStageDocument();
    const leaf = txt(document, [...'a b'], 'normal', '30px');
    expect(rectOf(document, leaf, 1)).toMatchObject({x: 0, y: 0, width: 0, height: 0});
    expect(rectOf(document, leaf, 2).y).toBe(57.59375);
  });

  test('lays each node of preserved text on its own line', () => {
    const document = createStageDocument();
    const leaf = txt(document, ['ab\n', 'c\n'], 'pre');
    expect(rectOf(document, leaf, 1)).toMatchObject({x: 0, y: 57.59375, height: 57});
  });

  test('runs from right to left inside a leaf with dir', () => {
    const document = createStageDocument();
    const leaf = txt(document, ['a', '!'], 'nowrap');
    leaf.dir = 'rtl';
    expect(rectOf(document, leaf, 1).x).toBe(0);
    expect(rectOf(document, leaf, 0).x).toBe(rectOf(document, leaf, 1).width);
  });
});
