/** The bench scene (tests/bench/bench.tsx) as a Remotion composition: the same figures at the same places and times. */
import {AbsoluteFill, interpolate, useCurrentFrame, useVideoConfig} from 'remotion';
import {formulaSvg} from './formula';

const ROWS = 12;
const COLUMNS = 8;
const UNIT = 90;
const ARROWS = [[3.2, 1.1, '#58a6ff'], [2.1, 2.6, '#7ee787'], [-1.4, 2.9, '#ffa657'], [-3.0, 0.8, '#ff7b72'], [-1.9, -2.3, '#d2a8ff'], [2.4, -1.8, '#f2cc60']] as const;
const TOKENS = ['The', 'quick', 'brown', 'fox', 'jumps', 'over', 'the', 'lazy', 'dog', '.'];
const FONT = 'Roboto, sans-serif';

const values = seededFloats(7, ROWS * COLUMNS, -9.9, 9.9);
const formula = formulaSvg('p_i = \\frac{e^{x_i / T}}{\\sum_j e^{x_j / T}}');

export function Bench() {
  const seconds = useCurrentFrame() / useVideoConfig().fps;
  const entry = (index: number) => eased(seconds, (index * 1.6) / (values.length - 1), 0.4);
  const growth = (index: number) => eased(seconds, 2 + 0.2 * index, 1);
  const turn = -120 * eased(seconds, 4, 2);
  return (
    <AbsoluteFill style={{backgroundColor: '#0d1117'}}>
      <svg width={1920} height={1080} viewBox="-960 -540 1920 1080">
        <g transform="translate(-520 -110)" fontFamily={FONT} fontSize={32} textAnchor="middle" dominantBaseline="central">
          {values.map((value, index) => {
            const shown = value * entry(index);
            return (
              <text key={index} x={((index % COLUMNS) - (COLUMNS - 1) / 2) * 92} y={(Math.floor(index / COLUMNS) - (ROWS - 1) / 2) * 58} fill={shown < 0 ? '#ff7b72' : '#58a6ff'} opacity={entry(index)}>
                {shown.toFixed(2)}
              </text>
            );
          })}
          <path d="M-375 -355H-395V355H-375 M375 -355H395V355H375" fill="none" stroke="#e6edf3" strokeWidth={5} />
        </g>
        <g transform="translate(430 -110)">
          {Array.from({length: 11}, (_, i) => <line key={`v${i}`} x1={(i - 5) * UNIT} x2={(i - 5) * UNIT} y1={-4 * UNIT} y2={4 * UNIT} stroke="#30363d" strokeWidth={2} />)}
          {Array.from({length: 9}, (_, i) => <line key={`h${i}`} y1={(i - 4) * UNIT} y2={(i - 4) * UNIT} x1={-5 * UNIT} x2={5 * UNIT} stroke="#30363d" strokeWidth={2} />)}
          <circle r={5} fill="#e6edf3" />
          {ARROWS.map(([x, y, colour], index) => <Arrow key={colour} x={x * UNIT * growth(index)} y={-y * UNIT * growth(index)} head={18 * growth(index)} colour={colour} turn={index === 0 ? turn : 0} />)}
        </g>
      </svg>
      <div style={{position: 'absolute', left: 0, right: 0, top: 540 + 380 - 36, height: 72, display: 'flex', justifyContent: 'center', alignItems: 'center', gap: 12}}>
        {TOKENS.map((token, index) => (
          <div key={token + index} style={{boxSizing: 'border-box', width: 124 * eased(seconds, 4 + index / (TOKENS.length - 1), 1), height: 72, borderRadius: 12, background: '#1f6feb44', border: '3px solid #1f6feb', display: 'flex', justifyContent: 'center', alignItems: 'center', overflow: 'hidden', font: `32px ${FONT}`, color: '#e6edf3'}}>
            {token}
          </div>
        ))}
      </div>
      <div style={{position: 'absolute', left: 0, right: 0, top: 540 + 480 - 50, height: 100, display: 'flex', justifyContent: 'center', alignItems: 'center', color: '#e6edf3', fontSize: 38, opacity: eased(seconds, 6, 1)}} dangerouslySetInnerHTML={{__html: formula}} />
    </AbsoluteFill>
  );
}

function Arrow({x, y, head, colour, turn}: {x: number; y: number; head: number; colour: string; turn: number}) {
  const angle = (Math.atan2(y, x) * 180) / Math.PI;
  return (
    <g transform={`rotate(${turn})`}>
      <line x2={x} y2={y} stroke={colour} strokeWidth={6} />
      <path d={`M0 0L${-head} ${-head / 2}V${head / 2}Z`} transform={`translate(${x} ${y}) rotate(${angle})`} fill={colour} />
    </g>
  );
}

/** From 0 to 1, slow at both ends. */
function eased(seconds: number, start: number, duration: number): number {
  const t = interpolate(seconds, [start, start + duration], [0, 1], {extrapolateLeft: 'clamp', extrapolateRight: 'clamp'});
  return t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2;
}

/** The numbers that Motion Canvas's useRandom(seed) draws: Mulberry32. */
function seededFloats(seed: number, count: number, from: number, to: number): number[] {
  let state = seed;
  return Array.from({length: count}, () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return from + ((to - from) * ((t ^ (t >>> 14)) >>> 0)) / 4294967296;
  });
}
