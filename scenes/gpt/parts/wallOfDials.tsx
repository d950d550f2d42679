/** As many dials as fit, and how many there are: scene 13 ends with it, scene 14 begins with it. */
import {DialPanel, Integer, parameterTally, seededRandom, size} from 'lectern';
import {Word} from '../../../src/components/Word';
import {gpt3} from './gpt3';
import {bestFit, dialSetting} from './lampLog';

/** The wall, with our two dials in its first corner, the count under it and what is counted. */
export function wallOfDials() {
  const random = seededRandom('wall of dials');
  const settings = Array.from({length: 7}, () => Array.from({length: 22}, () => random.next()));
  settings[0].splice(0, 2, dialSetting('slope', bestFit.slope), dialSetting('start', bestFit.start));
  return {
    wall: (<DialPanel values={settings} radius={27} pitch={70} dotsRow={5} dotsColumn={20} y={-150} />) as DialPanel,
    count: (<Integer value={parameterTally(gpt3).total} fontSize={104} fontWeight={600} y={230} />) as Integer,
    label: (<Word text="parameters of GPT-3" fontSize={size.label} weight={400} y={325} />) as Word,
  };
}

/** Where the count comes from. */
export const wallSource = 'computed from the published sizes of GPT-3 (Brown et al., 2020); the dials shown are illustrative';
