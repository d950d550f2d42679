import {Composition, registerRoot} from 'remotion';
import {Bench} from './Bench';

registerRoot(() => <Composition id="bench" component={Bench} durationInFrames={300} fps={30} width={1920} height={1080} />);
