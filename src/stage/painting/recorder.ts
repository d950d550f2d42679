/**
 * A canvas context that writes down what is drawn on it while it is drawn.
 *
 * In: calls as to any 2D context; they reach the canvas at once. Out: a Recording that repeats them, call by call, with the
 * same arguments: the same pixels without asking the scene again. Called by paintTree.
 */
import {createCanvas, type SKRSContext2D} from '@napi-rs/canvas';

export interface Recording {
  /** How many calls of it put paint on the canvas. */
  readonly strokes: number;
  /** False where the calls hang on what was on the canvas, or on where it stood: they cannot be repeated. */
  readonly isRepeatable: boolean;
  repeat(context: SKRSContext2D): void;
}

export interface Recorder {
  /** Draws through a recording context. */
  record(context: SKRSContext2D, draw: (context: SKRSContext2D) => void): Recording;
}

type Call = (...args: unknown[]) => unknown;

const PAINTS = new Set(['fill', 'stroke', 'fillRect', 'strokeRect', 'fillText', 'strokeText', 'drawImage']);

/** Answered by the canvas, and the same wherever it stands: nothing to repeat. */
const ANSWERS = new Set(['measureText', 'createLinearGradient', 'createRadialGradient', 'createConicGradient', 'createPattern', 'getLineDash', 'getContextAttributes']);

/** What hangs on the state that the item meets, or changes more than the item's own state. */
const UNREPEATABLE = new Set(['getTransform', 'setTransform', 'resetTransform', 'currentTransform', 'getImageData', 'putImageData', 'isPointInPath', 'isPointInStroke', 'reset']);

class Tape implements Recording {
  public strokes = 0;
  public isRepeatable = true;
  private readonly calls: Call[] = [];
  private readonly args: (readonly unknown[])[] = [];

  public add(call: Call, args: readonly unknown[]): void {
    this.calls.push(call);
    this.args.push(args);
  }

  public repeat(context: SKRSContext2D): void {
    const {calls, args} = this;
    for (let i = 0; i < calls.length; i++) calls[i].apply(context, args[i] as unknown[]);
  }
}

/** The context that is recorded on, and the tape; set while something is recorded. */
interface Desk {
  context: SKRSContext2D;
  tape: Tape;
}

/** Creates a recorder. One at a time can record, and not within another recording. */
export function createRecorder(): Recorder {
  const desk = {} as Desk;
  const double = doubleOf(desk);
  return {
    record(context, draw) {
      desk.context = context;
      desk.tape = new Tape();
      draw(double);
      return desk.tape;
    },
  };
}

/** An object with all that the context has, in which each call and each setting is written down and passed on. */
function doubleOf(desk: Desk): SKRSContext2D {
  class Double {
    public get canvas() {
      return desk.context.canvas;
    }
  }
  const prototype = Object.getPrototypeOf(createCanvas(1, 1).getContext('2d')) as object;
  for (const [name, {value, get, set}] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (name in Double.prototype) continue;
    if (typeof value === 'function') Object.defineProperty(Double.prototype, name, {value: methodOf(desk, name)});
    else if (get || set) Object.defineProperty(Double.prototype, name, {get: readerOf(desk, name), set: set && writerOf(desk, set)});
  }
  return new Double() as unknown as SKRSContext2D;
}

function methodOf(desk: Desk, name: string): Call {
  const paints = PAINTS.has(name);
  const answers = ANSWERS.has(name);
  const isRepeatable = !UNREPEATABLE.has(name);
  return (...args) => {
    const {context, tape} = desk;
    // Looked up for each call: methods are taught new things while a film runs.
    const call = context[name as 'fill'] as Call;
    if (paints) tape.strokes++;
    if (!isRepeatable) tape.isRepeatable = false;
    if (!answers) tape.add(call, args);
    return call.apply(context, args);
  };
}

function readerOf(desk: Desk, name: string): () => unknown {
  return UNREPEATABLE.has(name)
    ? () => {
        desk.tape.isRepeatable = false;
        return desk.context[name as 'fillStyle'];
      }
    : () => desk.context[name as 'fillStyle'];
}

function writerOf(desk: Desk, set: Call): (value: unknown) => void {
  return value => {
    desk.tape.add(set, [value]);
    set.call(desk.context, value);
  };
}
