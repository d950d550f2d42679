/**
 * Layers of neurons: circles filled by how active they are, lines coloured by the sign of the weight.
 */
import {initial, nodeName, parser, signal} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import {Color, linear, Vector2} from '@motion-canvas/core';
import type {BBox, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, type Easing} from '../math/easing';
import {seededRandom} from '../math/seededRandom';
import {theme} from '../theme/theme';
import {valueToColor} from '../theme/valueToColor';
import {boxAround} from './canvasDrawing';
import type {XY} from './coordinates';
import {Figure} from './Figure';
import {finiteNumbers, finiteTable} from './guards';
import {laggedShares} from './laggedShares';
import {numberSignal} from './pointSignal';

/** Weights of one step between layers, shape (neurons after, neurons before). */
export type LayerWeights = readonly (readonly number[])[];

export interface NeuralNetworkProps extends NodeProps {
  /** Neurons in each layer, for example `[5, 10, 5]`. */
  layers: SignalValue<readonly number[]>;
  /** Weights between neighbouring layers; default drawn from a seed, which makes them illustrative. */
  weights?: SignalValue<readonly LayerWeights[] | null>;
  /** How active each neuron is, 0 to 1, one list a layer; default all 0. */
  activations?: SignalValue<readonly (readonly number[])[] | null>;
  /** Most circles drawn in a layer; more are cut by dots in the middle. Default 16. */
  shown?: SignalValue<number>;
  /** Radius of a neuron in pixels, default 17. */
  radius?: SignalValue<number>;
  /** Pixels from layer to layer, default 300. */
  layerGap?: SignalValue<number>;
  /** Pixels from neuron to neuron, default 54. */
  neuronGap?: SignalValue<number>;
  /** Widest line in pixels, default 3. */
  lineWidth?: SignalValue<number>;
  /** How far the lines have grown, 0 to 1; default 1. */
  connected?: SignalValue<number>;
  /** Time of a flash that runs through the layers, 0 to 1; default 0. */
  progress?: SignalValue<number>;
  /** Which illustrative weights: the same seed gives the same. */
  seed?: SignalValue<string | number>;
}

/** Weights below this share of the largest are too thin to see. */
const thinnestLine = 0.04;

/**
 * A network from left to right, centred on its node.
 *
 * @throws RangeError 'Cannot draw NeuralNetwork: layer 1 has -2 neurons, it takes a whole number from 0 to 2000'
 * @throws TypeError 'Cannot draw NeuralNetwork: weights 0 have shape 3x4, layers 4 and 5 take 5x4'
 * @example
 * <NeuralNetwork ref={net} layers={[5, 10, 5]} />;
 * yield* net().connect(1.5);
 * yield* net().flash(1);
 * yield* net().activate(1, [0.9, 0.1, ...], 1);  // layer 1 fills
 */
@nodeName('NeuralNetwork')
export class NeuralNetwork extends Figure {
  @initial([])
  @parser(wholeCounts)
  @signal()
  public declare readonly layers: SimpleSignal<readonly number[], this>;

  @initial(null)
  @parser((weights: readonly LayerWeights[] | null) =>
    weights === null ? null : weights.map((step, index) => finiteTable('NeuralNetwork', `weights ${index}`, step)),
  )
  @signal()
  public declare readonly weights: SimpleSignal<readonly LayerWeights[] | null, this>;

  @initial(null)
  @parser((values: readonly (readonly number[])[] | null) =>
    values === null ? null : values.map((layer, index) => finiteNumbers('NeuralNetwork', `activations ${index}`, layer)),
  )
  @signal()
  public declare readonly activations: SimpleSignal<readonly (readonly number[])[] | null, this>;

  @initial(16)
  @numberSignal()
  public declare readonly shown: SimpleSignal<number, this>;

  @initial(17)
  @numberSignal()
  public declare readonly radius: SimpleSignal<number, this>;

  @initial(300)
  @numberSignal()
  public declare readonly layerGap: SimpleSignal<number, this>;

  @initial(54)
  @numberSignal()
  public declare readonly neuronGap: SimpleSignal<number, this>;

  @initial(3)
  @numberSignal()
  public declare readonly lineWidth: SimpleSignal<number, this>;

  @initial(1)
  @numberSignal()
  public declare readonly connected: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly progress: SimpleSignal<number, this>;

  @initial('network')
  @signal()
  public declare readonly seed: SimpleSignal<string | number, this>;

  public constructor(props: NeuralNetworkProps) {
    super(props);
  }

  /** Grows the lines from layer to layer. */
  public *connect(seconds = 1.5, easing: Easing = smooth): ThreadGenerator {
    this.connected(0);
    yield* this.connected(1, seconds, easing);
  }

  /** A light runs through the lines, layer after layer; nothing stays. */
  public *flash(seconds = 1.5): ThreadGenerator {
    this.progress(0);
    yield* this.progress(1, seconds, linear);
    this.progress(0);
  }

  /** Fills one layer to new activations. */
  public *activate(layer: number, values: readonly number[], seconds = 1, easing: Easing = smooth): ThreadGenerator {
    const counts = this.layers();
    if (values.length !== counts[layer]) {
      throw new TypeError(`Cannot activate NeuralNetwork: ${values.length} values for the ${counts[layer] ?? 0} neurons of layer ${layer}`);
    }
    const before = counts.map((count, index) => [...(this.activations()?.[index] ?? new Array<number>(count).fill(0))]);
    this.activations(before);
    yield* this.activations(before.map((old, index) => (index === layer ? [...values] : old)), seconds, easing);
  }

  /** Lets all weights drift to other illustrative ones. */
  public *randomise(seconds = 1, seed: string | number = `${this.seed()}'`, easing: Easing = smooth): ThreadGenerator {
    const before = this.allWeights();
    this.weights(before);
    yield* this.weights(seededWeights(this.layers(), seed), seconds, easing);
    this.seed(seed);
  }

  /** Where a neuron stands, in the network's own pixels; one that the dots stand for is where its nearest neighbour is. */
  public neuron(layer: number, index: number): Vector2 {
    const {places} = this.column(layer);
    const nearest = [...places.keys()].reduce((a, b) => (Math.abs(b - index) < Math.abs(a - index) ? b : a), 0);
    const {x, y} = places.get(nearest) ?? {x: 0, y: 0};
    return new Vector2(x, y);
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    const columns = this.layers().map((_, layer) => this.column(layer));
    context.save();
    for (let step = 0; step + 1 < columns.length; step++) this.drawLines(context, step, columns[step].places, columns[step + 1].places);
    columns.forEach(({places, dots}, layer) => this.drawNeurons(context, layer, places, dots));
    context.restore();
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    return boxAround(this.layers().flatMap((_, layer) => [...this.column(layer).places.values()]), this.radius() + 4);
  }

  /** Visible neurons of a layer by index, and the middles of the three dots that stand for the rest. */
  private column(layer: number): {places: Map<number, XY>; dots: XY[]} {
    const count = this.layers()[layer] ?? 0;
    const limit = Math.max(1, Math.round(this.shown()));
    const cut = count > limit;
    const head = cut ? Math.ceil(limit / 2) : count;
    const x = (layer - (this.layers().length - 1) / 2) * this.layerGap();
    const slots = cut ? limit + 1 : count;
    const at = (slot: number): XY => ({x, y: (slot - (slots - 1) / 2) * this.neuronGap()});
    const places = new Map<number, XY>();
    for (let index = 0; index < head; index++) places.set(index, at(index));
    for (let slot = head + 1; cut && slot < slots; slot++) places.set(count - (slots - slot), at(slot));
    const middle = at(head);
    const dots = cut ? [-1, 0, 1].map(step => ({x, y: middle.y + step * this.neuronGap() * 0.22})) : [];
    return {places, dots};
  }

  private drawLines(context: CanvasRenderingContext2D, step: number, from: Map<number, XY>, to: Map<number, XY>): void {
    const weights = this.allWeights()[step];
    const largest = Math.max(1e-9, ...weights.flat().map(Math.abs));
    const steps = this.layers().length - 1;
    const grown = laggedShares(steps, 0.6, clamp01(this.connected()))(step);
    const light = clamp01(this.progress()) * (steps + 0.6) - step;
    if (grown <= 0) return;
    const alpha = context.globalAlpha;
    for (const [j, end] of to) {
      for (const [i, start] of from) {
        const weight = (weights[j]?.[i] ?? 0) / largest;
        const size = Math.abs(weight);
        if (size < thinnestLine) continue;
        context.strokeStyle = valueToColor(weight, 'weight');
        context.lineWidth = this.lineWidth() * size;
        context.globalAlpha = alpha * (0.25 + 0.65 * size);
        this.drawPart(context, start, end, 0, grown);
        if (light <= 0 || light >= 1.6) continue;
        context.strokeStyle = theme().highlight;
        context.lineWidth = this.lineWidth() * (0.4 + size);
        context.globalAlpha = alpha * size;
        this.drawPart(context, start, end, clamp01(light - 0.5), clamp01(light));
      }
    }
    context.globalAlpha = alpha;
  }

  /** From border to border of the circles, so that lines never show through a half filled neuron. */
  private drawPart(context: CanvasRenderingContext2D, start: XY, end: XY, from: number, to: number): void {
    const length = Math.hypot(end.x - start.x, end.y - start.y);
    const rim = this.radius() / length;
    const at = (share: number) => rim + (1 - 2 * rim) * share;
    if (to <= from || rim >= 0.5) return;
    context.beginPath();
    context.moveTo(start.x + (end.x - start.x) * at(from), start.y + (end.y - start.y) * at(from));
    context.lineTo(start.x + (end.x - start.x) * at(to), start.y + (end.y - start.y) * at(to));
    context.stroke();
  }

  private drawNeurons(context: CanvasRenderingContext2D, layer: number, places: Map<number, XY>, dots: readonly XY[]): void {
    const values = this.activations()?.[layer];
    const ground = new Color(theme().background);
    context.lineWidth = 2.5;
    context.strokeStyle = theme().ink;
    for (const [index, {x, y}] of places) {
      context.fillStyle = ground.lerp(theme().ink, clamp01(values?.[index] ?? 0), 'lab').serialize();
      context.beginPath();
      context.arc(x, y, this.radius(), 0, 2 * Math.PI);
      context.fill();
      context.stroke();
    }
    context.fillStyle = theme().muted;
    for (const {x, y} of dots) {
      context.beginPath();
      context.arc(x, y, Math.max(2.5, this.radius() * 0.16), 0, 2 * Math.PI);
      context.fill();
    }
  }

  private allWeights(): readonly LayerWeights[] {
    const given = this.weights();
    const layers = this.layers();
    if (given === null) return seededWeights(layers, this.seed());
    for (let step = 0; step + 1 < layers.length; step++) {
      const [rows, columns] = [given[step]?.length ?? 0, given[step]?.[0]?.length ?? 0];
      if (rows !== layers[step + 1] || (rows > 0 && columns !== layers[step])) {
        const [before, after] = [layers[step], layers[step + 1]];
        throw new TypeError(
          `Cannot draw NeuralNetwork: weights ${step} have shape ${rows}x${columns}, layers ${before} and ${after} take ${after}x${before}`,
        );
      }
    }
    return given;
  }
}

export interface NeuronsProps extends Omit<NeuralNetworkProps, 'layers' | 'weights' | 'activations' | 'connected'> {
  /** How active each neuron is, 0 to 1. */
  values: SignalValue<readonly number[]>;
}

/**
 * One column of neurons.
 *
 * @example <Neurons values={[0.9, 0.8, 0.1, 0.02]} />
 */
@nodeName('Neurons')
export class Neurons extends NeuralNetwork {
  @initial([])
  @parser((values: readonly number[]) => finiteNumbers('Neurons', 'values', values))
  @signal()
  public declare readonly values: SimpleSignal<readonly number[], this>;

  public constructor({values, ...props}: NeuronsProps) {
    super({...props, layers: []});
    this.values(values ?? []);
    this.layers(() => [this.values().length]);
    this.activations(() => [this.values()]);
  }
}

function seededWeights(layers: readonly number[], seed: string | number): LayerWeights[] {
  return layers.slice(1).map((rows, step) => {
    const random = seededRandom(`${seed}/${step}`);
    return Array.from({length: rows}, () => Array.from({length: layers[step]}, () => random.uniform(-1, 1) ** 3));
  });
}

function wholeCounts(layers: readonly number[]): readonly number[] {
  if (!Array.isArray(layers)) throw new TypeError('Cannot draw NeuralNetwork: "layers" takes a list of counts');
  layers.forEach((count, index) => {
    if (Number.isInteger(count) && count >= 0 && count <= 2000) return;
    throw new RangeError(`Cannot draw NeuralNetwork: layer ${index} has ${count} neurons, it takes a whole number from 0 to 2000`);
  });
  return layers;
}
