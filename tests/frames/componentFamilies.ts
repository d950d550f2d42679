/** The components in the order in which they are taught: the headings of src/components/README.md and of the gallery. */

/** Names of one family, as src/index.ts exports them; each component is in one. */
export const componentFamilies: Readonly<Record<string, readonly string[]>> = {
  'Numbers and matrices': [
    'DecimalNumber', 'Integer', 'NumericVector', 'NumericMatrix', 'product', 'EmbeddingArray', 'ParameterTally', 'Slider', 'Dial', 'DialPanel',
  ],
  'Symbols': ['Equation', 'IndexedSymbol', 'SymbolicProduct'],
  'Text and tokens': ['TokenStrip', 'TextPage', 'Chip', 'SpeechBubble', 'BulletList', 'CodeListing', 'CaptionCard'],
  'Probability': ['ProbabilityBars', 'ProbabilityWheel', 'WheelSector', 'SoftmaxPanel'],
  'Lines, planes and plots': [
    'NumberLine', 'Pin', 'Plane', 'Axes', 'FunctionPlot', 'RegressionLine', 'Histogram', 'Region', 'Segment', 'AngleMark',
  ],
  'Vectors and spaces': ['VectorArrow', 'EmbeddingSpace', 'WordArrow', 'ScatterPoints', 'DirectionLines', 'Ripples', 'Anchor'],
  'Models': ['AttentionGrid', 'ContextArcs', 'NeuralNetwork', 'Neurons', 'SlabStack', 'FlowBlock', 'BoxStack', 'Tilted'],
  'Pictures and sound': ['ImageBlocks', 'WaveformBars', 'illustrativeSpeech'],
  'Frames and pointers': ['HighlightRect', 'BraceLabel', 'Connector', 'GuideZoom', 'TitledBox', 'Screen', 'PreviewSlot'],
};
