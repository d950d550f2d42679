/**
 * Motion Canvas without a browser.
 *
 * In: a scene that stands at a moment. Out: its picture on a Skia canvas, 8-bit RGBA. The stage puts a document under
 * Motion Canvas's own DOM calls, draws with its own drawing code, and guards against what Skia swallows in silence.
 */
import {createCanvas, DOMMatrix, DOMPoint, DOMRect, ImageData, Path2D, setTextRenderer, type Canvas, type SKRSContext2D} from '@napi-rs/canvas';
import type {Node} from '@motion-canvas/2d';
import type {Scene, SharedWebGLContext} from '@motion-canvas/core';
import type {AuthorError} from '../author/authorError';
import {createCanvasElement, OffscreenCanvas} from './canvas/canvasElement';
import {acceptDrawables} from './canvas/drawables';
import {installGuards, type MissingFamilies, paintedNodes} from './canvas/guards';
import {cutHardEdges} from './canvas/hardEdges';
import {matchMatrices} from './canvas/matrices';
import {createAssetFailures, type AssetFailures} from './assetFailures';
import {getComputedStyle} from './document/computedStyle';
import {createStageDocument} from './document/document';
import {StageElement} from './document/stageElement';
import {StageText} from './document/stageNode';
import {StageRange} from './document/stageRange';
import {registerBundledFonts, registerFont, type FontFace} from './fonts/fontBook';
import {copyKnots} from './freshKnots';
import {PAGE_ORIGIN} from './image/assetFile';
import {createPageFetch} from './image/pageFetch';
import {createImageClass} from './image/stageImage';
import {watchComposites} from './canvas/composites';
import {createNursery} from './nursery';
import {createRetainedPainting, type RetainedPainting} from './painting/retainedPainting';
import {reuseTextLeaves} from './reuseTextLeaves';
import {createVideoClass} from './video/stageVideo';
import {collectInScene} from './yieldedNodes';
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
  readonly missingFamilies: MissingFamilies;
  readonly motionCanvas: MotionCanvasModules;
  /** Paint every node in every frame: the same pixels, more slowly. For comparing. */
  readonly paintsWhole?: boolean;
}

/** What the stage has to know of a film. */
export interface PictureSettings {
  readonly size: {readonly width: number; readonly height: number};
  readonly resolutionScale: number;
  readonly background: string | null;
}

interface DrawOrder {
  /** Draw even where the picture would be the same: it may have been drawn over. */
  readonly always: boolean;
}

export interface Stage {
  readonly canvas: Canvas;
  resize(settings: PictureSettings): void;
  /**
   * Draws one scene, straight onto the canvas.
   *
   * @returns false where the picture is known to equal the last one, which then stands
   */
  drawScene(scene: Scene, order: DrawOrder): Promise<boolean>;
  /** Draws two scenes, each on a canvas of its own, one over the other. */
  drawTransition(scene: Scene, previousScene: Scene, previousOnTop: boolean): Promise<void>;
  /** The picture: 8-bit RGBA rows from the top, premultiplied; valid until the next drawing. */
  pixels(): Buffer;
  /** The first asset that could not be loaded since this was last asked, at the node that wanted it. */
  takeFailure(scene: Scene): AuthorError | null;
  createWebGLContext(): SharedWebGLContext;
  /** How many nodes have been painted so far: what painting in parts saves. */
  readonly nodesPainted: number;
}

/** A scene that waits for assets is drawn again until they are there; this often at most, as in the editor. */
const MOST_PASSES = 10;

/** Sets the stage: from here on this process has a document, until another stage is set. */
export function createStage(options: StageOptions): Stage {
  registerBundledFonts();
  options.fonts.forEach(registerFont);
  setTextRenderer(options.textRenderer);
  const failures = createAssetFailures(options.motionCanvas.twoD);
  installGlobals(options, failures);
  matchMatrices();
  acceptDrawables();
  cutHardEdges();
  installGuards(options.motionCanvas.twoD, options.missingFamilies);
  reuseTextLeaves(options.motionCanvas.twoD);
  copyKnots(options.motionCanvas.twoD);
  collectInScene(options.motionCanvas);

  const {core} = options.motionCanvas;
  const canvas = createCanvas(1, 1);
  const context = canvas.getContext('2d');
  const layers = [createCanvas(1, 1), createCanvas(1, 1)].map(layer => layer.getContext('2d'));
  const composites = watchComposites(options.motionCanvas.twoD);
  const painting = options.paintsWhole ? null : createRetainedPainting(options.motionCanvas, composites);
  const nursery = createNursery();
  let background: string | null = null;
  // Rounding differs by a level between a picture painted on the ground and one laid over it. The editor does the latter,
  // which costs a third more; parity runs follow it.
  const overGround = options.textRenderer === 'system';
  /** An operation that reads what is under it must not meet the ground. */
  let readsUnder = false;

  return {
    canvas,
    resize(settings) {
      background = settings.background;
      painting?.forget();
      for (const {canvas: layer} of [context, ...layers]) {
        layer.width = Math.round(settings.size.width * settings.resolutionScale);
        layer.height = Math.round(settings.size.height * settings.resolutionScale);
      }
    },
    async drawScene(scene, {always}) {
      const inside = scene as unknown as SceneInside;
      await core.DependencyContext.consumePromises();
      setClock(inside);
      if (!always && painting && !isListenedTo(inside) && !painting.isDirty(inside.getView())) return false;
      const onGround = async () => {
        composites.seen = false;
        await drawOnto(context, scene, core, {ground: background, painting});
      };
      const overIt = async () => {
        composites.seen = false;
        await drawOnto(layers[0], scene, core, {ground: null, painting});
      };
      const rightWay = () => (overGround || readsUnder ? overIt : onGround);
      // Most often the scene reads what is under it where it did in the last frame; else it is drawn the other way.
      const tried = rightWay();
      await tried();
      readsUnder = composites.seen && background !== null;
      if (rightWay() !== tried) await rightWay()();
      if (rightWay() === overIt) layOver(context, background, [layers[0]]);
      return true;
    },
    async drawTransition(scene, previousScene, previousOnTop) {
      painting?.forget();
      await drawOnto(layers[0], previousScene, core, {ground: null, painting: null});
      await drawOnto(layers[1], scene, core, {ground: null, painting: null});
      layOver(context, background, previousOnTop ? [layers[1], layers[0]] : layers);
    },
    pixels() {
      nursery.prepare(canvas.width * canvas.height * 4);
      return canvas.data();
    },
    takeFailure: failures.take,
    createWebGLContext: () => new core.SharedWebGLContext(new core.Logger()),
    get nodesPainted() {
      return paintedNodes();
    },
  };
}

interface DrawingOptions {
  /** A colour to paint on; null for a clear canvas. */
  readonly ground: string | null;
  /** What keeps the painting; without it every node is painted. */
  readonly painting: RetainedPainting | null;
}

interface SceneInside {
  readonly playback: {readonly state: unknown; readonly time: number};
  execute(run: () => void): void;
  draw(context: SKRSContext2D): void;
  getView(): Node;
  readonly renderLifecycle: Dispatcher;
  readonly lifecycleEvents: Readonly<Record<'beforeRender' | 'beginRender' | 'finishRender' | 'afterRender', Dispatcher>>;
}

interface Dispatcher {
  readonly subscribers: ReadonlySet<unknown>;
}

async function drawOnto(context: SKRSContext2D, scene: Scene, core: MotionCanvasModules['core'], {ground, painting}: DrawingOptions): Promise<void> {
  const inside = scene as unknown as SceneInside;
  for (let pass = 1; ; pass++) {
    await core.DependencyContext.consumePromises();
    context.save();
    cover(context, ground);
    if (painting && !isListenedTo(inside)) paintRetained(inside.getView(), painting);
    else painting?.forget();
    inside.execute(() => inside.draw(context));
    // It may have begun to listen while it was drawn.
    if (isListenedTo(inside)) painting?.forget();
    context.restore();
    if (!core.DependencyContext.hasPromises() || pass === MOST_PASSES) return;
  }
}

/** A scene's own clock goes with the playback; drawing sets it, and what reads it changes. */
function setClock(scene: SceneInside): void {
  const view = scene.getView() as unknown as {playbackState(state: unknown): {globalTime(time: number): void}};
  view.playbackState(scene.playback.state).globalTime(scene.playback.time);
}

/** Whoever listens to the drawing may paint, too: before the view, after it, and something else every time. */
function isListenedTo({renderLifecycle, lifecycleEvents}: SceneInside): boolean {
  const {beforeRender, beginRender, finishRender, afterRender} = lifecycleEvents;
  // Motion Canvas itself is the first listener.
  return renderLifecycle.subscribers.size > 1 || [beforeRender, beginRender, finishRender, afterRender].some(({subscribers}) => subscribers.size > 0);
}

/** Answers the view's next render(). */
function paintRetained(view: Node, painting: RetainedPainting): void {
  view.render = context => {
    delete (view as Partial<Node>).render;
    painting.paint(view, context as unknown as SKRSContext2D);
  };
}

function cover(context: SKRSContext2D, ground: string | null): void {
  const {width, height} = context.canvas;
  context.clearRect(0, 0, width, height);
  if (ground === null) return;
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
}

function layOver(context: SKRSContext2D, background: string | null, layers: readonly SKRSContext2D[]): void {
  cover(context, background);
  for (const {canvas} of layers) context.drawImage(canvas, 0, 0);
}

function installGlobals({root, textRenderer}: StageOptions, failures: AssetFailures): void {
  const Image = createImageClass({root, scalesJpegs: textRenderer === 'system'}, failures.remember);
  const Video = createVideoClass(root, failures.remember);
  const document = createStageDocument({
    elements: {canvas: createCanvasElement, img: () => new Image(), video: () => new Video()},
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
    HTMLVideoElement: Video,
    HTMLCanvasElement: createCanvas(1, 1).constructor,
    OffscreenCanvas,
    ImageData,
    DOMMatrix,
    DOMPoint,
    DOMRect,
    Path2D,
    SVGElement: StageSvgElement,
    SVGGraphicsElement: StageSvgGraphicsElement,
    location,
    fetch: createPageFetch(root),
    window: globalThis,
    requestAnimationFrame: (callback: (time: number) => void) => setTimeout(() => callback(performance.now()), 0),
    cancelAnimationFrame: clearTimeout,
  };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, {value, configurable: true, writable: true});
  }
}
