/**
 * Motion Canvas without a browser.
 *
 * In: a scene that stands at a moment. Out: its picture on a Skia canvas, 8-bit RGBA. The stage puts a document under
 * Motion Canvas's own DOM calls, draws with its own drawing code, and guards against what Skia swallows in silence.
 */
import {createCanvas, DOMMatrix, DOMPoint, DOMRect, Path2D, setTextRenderer, type Canvas, type SKRSContext2D} from '@napi-rs/canvas';
import type {Scene, SharedWebGLContext} from '@motion-canvas/core';
import {AuthorError, ExitCode} from '../author/authorError';
import {createCanvasElement} from './canvas/canvasElement';
import {installGuards} from './canvas/guards';
import {getComputedStyle} from './document/computedStyle';
import {createStageDocument} from './document/document';
import {StageElement} from './document/stageElement';
import {StageText} from './document/stageNode';
import {StageRange} from './document/stageRange';
import {registerBundledFonts, registerFont, type FontFace} from './fonts/fontBook';
import {PAGE_ORIGIN} from './image/assetFile';
import {createImageClass} from './image/stageImage';
import {reuseTextLeaves} from './reuseTextLeaves';
import {createSvgElement, parseSvg, StageSvgElement, StageSvgGraphicsElement} from './svg/svgElement';

/** The Motion Canvas that the stage serves; the driver imports it first. */
interface MotionCanvasModules {
  readonly core: typeof import('@motion-canvas/core');
  readonly twoD: typeof import('@motion-canvas/2d');
}

export interface StageOptions {
  /** The project's folder, absolute: addresses of assets start here. */
  readonly root: string;
  readonly fonts: readonly FontFace[];
  readonly textRenderer: 'portable' | 'system';
  readonly motionCanvas: MotionCanvasModules;
}

/** What the stage has to know of a film. */
export interface PictureSettings {
  readonly size: {readonly width: number; readonly height: number};
  readonly resolutionScale: number;
  readonly background: string | null;
}

/** Watches what a drawing reads; the driver's. */
interface Watch {
  watch(draw: () => void): void;
}

export interface Stage {
  readonly canvas: Canvas;
  resize(settings: PictureSettings): void;
  /** Draws one scene, straight onto the canvas. */
  drawScene(scene: Scene, watch: Watch): Promise<void>;
  /** Draws two scenes, each on a canvas of its own, one over the other. */
  drawTransition(scene: Scene, previousScene: Scene, previousOnTop: boolean): Promise<void>;
  /** The picture: 8-bit RGBA rows from the top, premultiplied; valid until the next drawing. */
  pixels(): Buffer;
  createWebGLContext(): SharedWebGLContext;
}

/** A scene that waits for assets is drawn again until they are there; this often at most, as in the editor. */
const MOST_PASSES = 10;

/** Sets the stage: from here on this process has a document, until another stage is set. */
export function createStage(options: StageOptions): Stage {
  registerBundledFonts();
  options.fonts.forEach(registerFont);
  setTextRenderer(options.textRenderer);
  installGlobals(options);
  installGuards(options.motionCanvas.twoD);
  reuseTextLeaves(options.motionCanvas.twoD);

  const {core} = options.motionCanvas;
  const canvas = createCanvas(1, 1);
  const context = canvas.getContext('2d');
  const layers = [createCanvas(1, 1), createCanvas(1, 1)].map(layer => layer.getContext('2d'));
  let background: string | null = null;
  // Rounding differs by a level between painting the ground behind a picture and laying the picture over the ground. The
  // editor does the latter, which costs a third more; parity runs follow it.
  const overGround = options.textRenderer === 'system';

  return {
    canvas,
    resize(settings) {
      background = settings.background;
      for (const {canvas: layer} of [context, ...layers]) {
        layer.width = Math.round(settings.size.width * settings.resolutionScale);
        layer.height = Math.round(settings.size.height * settings.resolutionScale);
      }
    },
    async drawScene(scene, watch) {
      if (overGround) {
        await drawOnto(layers[0], scene, core, watch);
        layOver(context, background, [layers[0]]);
        return;
      }
      await drawOnto(context, scene, core, watch);
      if (background !== null) fillBehind(context, background);
    },
    async drawTransition(scene, previousScene, previousOnTop) {
      await drawOnto(layers[0], previousScene, core);
      await drawOnto(layers[1], scene, core);
      layOver(context, background, previousOnTop ? [layers[1], layers[0]] : layers);
    },
    pixels: () => canvas.data(),
    createWebGLContext: () => new core.SharedWebGLContext(new core.Logger()),
  };
}

/** A scene draws on a clear canvas: its root may hold composite operations that must not meet the background. */
async function drawOnto(context: SKRSContext2D, scene: Scene, core: MotionCanvasModules['core'], watch?: Watch): Promise<void> {
  const inner = scene as unknown as {execute(run: () => void): void; draw(context: SKRSContext2D): void};
  for (let pass = 1; ; pass++) {
    await core.DependencyContext.consumePromises();
    context.save();
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    const draw = () => inner.execute(() => inner.draw(context));
    if (watch) watch.watch(draw);
    else draw();
    context.restore();
    if (!core.DependencyContext.hasPromises() || pass === MOST_PASSES) return;
  }
}

function layOver(context: SKRSContext2D, background: string | null, layers: readonly SKRSContext2D[]): void {
  const {width, height} = context.canvas;
  context.clearRect(0, 0, width, height);
  if (background !== null) {
    context.fillStyle = background;
    context.fillRect(0, 0, width, height);
  }
  for (const {canvas} of layers) context.drawImage(canvas, 0, 0);
}

function fillBehind(context: SKRSContext2D, background: string): void {
  context.save();
  context.resetTransform();
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = background;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
}

function installGlobals({root}: StageOptions): void {
  const Image = createImageClass(root);
  const document = createStageDocument({
    elements: {canvas: createCanvasElement, img: () => new Image(), video: refuseVideo},
    createElementNS: (_namespace: string, tagName: string) => createSvgElement(tagName),
    parseMarkup: (_element, markup) => [parseSvg(markup)].filter(element => element !== null),
  });
  const location = new URL('/', PAGE_ORIGIN);
  const globals: Record<string, unknown> = {
    document,
    getComputedStyle,
    Element: StageElement,
    HTMLElement: StageElement,
    Text: StageText,
    Range: StageRange,
    Image,
    HTMLImageElement: Image,
    HTMLCanvasElement: createCanvas(1, 1).constructor,
    DOMMatrix,
    DOMPoint,
    DOMRect,
    Path2D,
    SVGElement: StageSvgElement,
    SVGGraphicsElement: StageSvgGraphicsElement,
    location,
    window: globalThis,
    requestAnimationFrame: (callback: (time: number) => void) => setTimeout(() => callback(performance.now()), 0),
    cancelAnimationFrame: clearTimeout,
  };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, {value, configurable: true, writable: true});
  }
}

function refuseVideo(): never {
  throw new AuthorError('Cannot draw <Video>: films inside films are not drawn yet', {
    exitCode: ExitCode.scene,
    fix: 'use <Img> with a still of it',
  });
}
