/**
 * What a scene may import from `lectern`: the table of contents.
 *
 * Ground rules: the stage is 1920 x 1080 px with its origin in the centre, x to the right and y down; planes and spaces
 * count in units of their own, y up; angles are in degrees, times in seconds.
 */

// A chapter
export {defineChapter} from './chapter/chapter';

// Colour, type and timing by meaning
export {themes, theme, themeNamed} from './theme/theme';
export {seconds, lagRatio} from './theme/timing';
export {tokenHue, hueColor, tokenColor} from './theme/tokenColor';
export {u, frame, safe, faces, size} from './theme/type';
export {valueToColor, rampColor} from './theme/valueToColor';

// Nodes to draw with
export {Anchor} from './components/Anchor';
export {AngleMark} from './components/AngleMark';
export {AttentionGrid} from './components/AttentionGrid';
export {BoxStack} from './components/BoxStack';
export {BraceLabel} from './components/BraceLabel';
export {BulletList} from './components/BulletList';
export {CaptionCard} from './components/CaptionCard';
export {Chip} from './components/Chip';
export {CodeListing} from './components/CodeListing';
export {Connector} from './components/Connector';
export {ContextArcs} from './components/ContextArcs';
export {DecimalNumber, Integer} from './components/DecimalNumber';
export {Dial} from './components/Dial';
export {DialPanel} from './components/DialPanel';
export {DirectionLines} from './components/DirectionLines';
export {EmbeddingArray} from './components/EmbeddingArray';
export {EmbeddingSpace} from './components/EmbeddingSpace';
export {Equation} from './components/Equation';
export {FlowBlock} from './components/FlowBlock';
export {FunctionPlot, RegressionLine} from './components/FunctionPlot';
export {GuideZoom} from './components/GuideZoom';
export {HighlightRect} from './components/HighlightRect';
export {Histogram} from './components/Histogram';
export {ImageBlocks} from './components/ImageBlocks';
export {IndexedSymbol} from './components/IndexedSymbol';
export {NeuralNetwork, Neurons} from './components/NeuralNetwork';
export {NumberLine} from './components/NumberLine';
export {NumericMatrix} from './components/NumericMatrix';
export {NumericVector} from './components/NumericVector';
export {ParameterTally} from './components/ParameterTally';
export {Pin} from './components/Pin';
export {Plane, Axes} from './components/Plane';
export {PreviewSlot} from './components/PreviewSlot';
export {ProbabilityBars} from './components/ProbabilityBars';
export {ProbabilityWheel, WheelSector} from './components/ProbabilityWheel';
export {Region} from './components/Region';
export {Ripples} from './components/Ripples';
export {ScatterPoints} from './components/ScatterPoints';
export {Screen} from './components/Screen';
export {Segment} from './components/Segment';
export {SlabStack} from './components/SlabStack';
export {Slider} from './components/Slider';
export {SoftmaxPanel} from './components/SoftmaxPanel';
export {SpeechBubble} from './components/SpeechBubble';
export {SymbolicProduct} from './components/SymbolicProduct';
export {TextPage} from './components/TextPage';
export {Tilted} from './components/Tilted';
export {TitledBox} from './components/TitledBox';
export {TokenStrip} from './components/TokenStrip';
export {VectorArrow, type VectorArrowProps} from './components/VectorArrow';
export {WaveformBars, illustrativeSpeech} from './components/WaveformBars';
export {WordArrow} from './components/WordArrow';
export {product} from './components/matrixProduct';

// Verbs of time
export {cut} from './motion/cut';
export {fadeIn, fadeOut, growFromCentre, crossFade} from './motion/enter';
export {fadeTransform, transformFromCopy} from './motion/fadeTransform';
export {flyInto} from './motion/flyInto';
export {laggedStart} from './motion/laggedStart';
export {matchingParts} from './motion/matchingParts';
export {moveAlongArc} from './motion/moveAlongArc';
export {passingFlash} from './motion/passingFlash';
export {saveAndRestore} from './motion/saveAndRestore';
export {spotlight, endSpotlight} from './motion/spotlight';
export {timeSpan} from './motion/timeSpan';
export {visit} from './motion/visit';
export {wiggle} from './motion/wiggle';

// Numbers in, numbers out
export {analogy, analogyAsDifferences, type Analogy} from './math/analogy';
export {relu, gelu} from './math/activations';
export {attention} from './math/attention';
export {smooth, linear, rushInto, rushFrom, doubleSmooth, thereAndBack} from './math/easing';
export {MINUS, formatNumber, formatInteger, formatPercent, formatCompact, largestRemainderPercentages} from './math/formatNumber';
export {matrixVectorProduct, partialProducts, shapeText, transpose, type Matrix} from './math/matrix';
export {nearestNeighbours} from './math/nearestNeighbours';
export {defineNotation} from './math/notation';
export {parameterTally, tallyRow} from './math/parameterTally';
export {projectToPlane, projectToSpace} from './math/principalAxes';
export {computed, recorded, illustrative} from './math/provenance';
export {seededRandom} from './math/seededRandom';
export {softmax, retemper, logSumExp} from './math/softmax';
export {add, angleDegrees, coordinates, cosine, dot, mean, norm, normalize, orthonormalize, projection, subtract, type Vector} from './math/vector';
export {tableOf, vectorOf, wordDirection, type WordTable} from './math/wordTable';

// Data and the small models
export {modelSpec} from './data/modelSpec';
export {ngramModel, predictNext, sampleContinuation} from './data/ngrams';
export {tokenize, tokenCount, tokenOf, vocabularyEnds, type Token} from './data/tokens';
export {runTransformer, transformerFrom} from './data/transformer';
