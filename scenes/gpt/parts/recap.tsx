/** Four pictures of this chapter in small, each drawn anew from what its scene was drawn from. */
import {NumericVector, Screen, TokenStrip} from 'lectern';
import {bentLayer} from './bentLayer';
import {entriesOf} from './entries';
import {manyPairs} from './manyPairs';
import {pieces} from './sentence';
import {logitsAndProbabilities} from './softmaxTable';

/** Distance of the small pictures from the middle of the frame, and their width, px. */
const PLACE = {x: 390, above: -195, below: 240, width: 600} as const;

/** In the order in which they are told: from the left, the upper row first. */
export function recap(): readonly [tokens: Screen, directions: Screen, weights: Screen, chances: Screen] {
  const {x, above, below, width} = PLACE;
  const {rows, ...names} = logitsAndProbabilities();
  return [
    (<Screen title="tokens become vectors" position={[-x, above]} width={width}>{tokensAndColumns()}</Screen>) as Screen,
    (<Screen title="directions carry meaning" position={[x, above]} width={width}>{manyPairs().nodes}</Screen>) as Screen,
    (<Screen title="weights stay, data flows" position={[-x, below]} width={width}>{bentLayer().row.y(0).scale(1.2)}</Screen>) as Screen,
    (<Screen title="scores become probabilities" position={[x, below]} width={width}>{[...rows, ...Object.values(names)]}</Screen>) as Screen,
  ];
}

/** The first tokens of the sentence, a column under each; large, since it is seen in small. */
function tokensAndColumns() {
  const first = pieces.slice(0, 4);
  const strip = (<TokenStrip pieces={first} fontSize={70} spacing={120} y={-300} />) as TokenStrip;
  const columns = first.map((piece, index) => (
    <NumericVector values={entriesOf(piece, 5)} dots={-2} fontSize={62} rowPitch={1.5} x={strip.boxOf(index).center.x} y={110} />
  ));
  return [strip, ...columns];
}
