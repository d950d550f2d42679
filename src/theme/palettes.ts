/**
 * The two palettes that ship: plain colours and ramps by meaning, never by look. Read through `theme()`.
 *
 * The numbers were searched for in OKLCH under the limits that tests/theme measures: contrast to the ground, and
 * CIEDE2000 distance within each family for normal, protanopic and deuteranopic sight.
 */

/** Colours at magnitude 0 and at full magnitude; between them the mix runs in OKLab. */
export interface Ramp {
  readonly low: string;
  readonly high: string;
}

/** A colour for each thing that the chapters speak of. All are #rrggbb. */
export interface Palette {
  /** The ground of every frame. */
  readonly background: string;
  /** Raised ground: boxes, cards, screens. */
  readonly panel: string;
  /** Lines that only help the eye: floor grids, rules, empty slots. Carries no meaning, so its contrast is low. */
  readonly grid: string;
  /** Text and lines that carry meaning. */
  readonly ink: string;
  /** Secondary text, axes, brackets. */
  readonly muted: string;
  /** Learned parameters, by sign. */
  readonly weight: {readonly positive: string; readonly negative: string};
  /** What flows through: embeddings and activations. */
  readonly data: string;
  readonly query: string;
  readonly key: string;
  readonly value: string;
  /** What a head or a layer adds back. */
  readonly output: string;
  readonly logit: string;
  readonly probability: string;
  readonly temperature: string;
  /** The nonlinearity and the neurons after it. */
  readonly activation: string;
  /** The one thing to look at now. */
  readonly highlight: string;
  readonly good: string;
  readonly bad: string;
  readonly ramps: {readonly positiveWeight: Ramp; readonly negativeWeight: Ramp; readonly data: Ramp};
  /** Lightness and chroma (OKLCH) that all token hues share, so that none shouts. */
  readonly token: {readonly lightness: number; readonly chroma: number; readonly tint: number};
}

/** Ink on a near-black blue: the default, for screens. */
export const dark: Palette = {
  background: '#0b1020',
  panel: '#161d31',
  grid: '#333d59',
  ink: '#eceff7',
  muted: '#a4adc4',
  weight: {positive: '#67b8fa', negative: '#f66a45'},
  data: '#e3dfd0',
  query: '#dc9a1e',
  key: '#55e3cd',
  value: '#ff7096',
  output: '#9f80ff',
  logit: '#35bfc4',
  probability: '#dcf06c',
  temperature: '#f5762a',
  activation: '#f5a0d0',
  highlight: '#fff2a8',
  good: '#45c293',
  bad: '#ee6450',
  ramps: {
    positiveWeight: {low: '#4a9ff5', high: '#8ad8ff'},
    negativeWeight: {low: '#f0563c', high: '#ff8552'},
    data: {low: '#b7b3a4', high: '#fff7e6'},
  },
  token: {lightness: 0.8, chroma: 0.1, tint: 0.16},
};

/** Ink on warm paper: for classrooms and print. Ramps run darker with magnitude, as ink does. */
export const light: Palette = {
  background: '#fbfaf6',
  panel: '#f0eee6',
  grid: '#cfccc0',
  ink: '#171a24',
  muted: '#5b6070',
  weight: {positive: '#1155a9', negative: '#ab3115'},
  data: '#413f3a',
  query: '#7a5200',
  key: '#006152',
  value: '#d60d6b',
  output: '#520a88',
  logit: '#006e78',
  probability: '#767400',
  temperature: '#801a1c',
  activation: '#a24fa3',
  highlight: '#c87400',
  good: '#177a58',
  bad: '#aa0422',
  ramps: {
    positiveWeight: {low: '#0f6cc4', high: '#123a8c'},
    negativeWeight: {low: '#b8431c', high: '#9c1a0c'},
    data: {low: '#66635c', high: '#1e1d1b'},
  },
  token: {lightness: 0.5, chroma: 0.11, tint: 0.12},
};
