import {Layout, Txt, makeScene2D} from '@motion-canvas/2d';
import {createRef} from '@motion-canvas/core';

/** Emoji in colour: faces, joined families, skin tones, flags and keys, in lines, turned, faded and in a wrapped text. */
export default makeScene2D(function* (view) {
  const line = createRef<Txt>();
  const family = 'Roboto, "Noto Color Emoji"';
  view.add(<Txt ref={line} y={-170} fill={'white'} fontFamily={family} fontSize={56} text={'go 🚀 😀 👍🏽 👩‍👩‍👧‍👦 🇩🇪 1️⃣ ❤️'} />);
  view.add(<Txt y={-40} x={-250} rotation={20} opacity={0.6} fontFamily={family} fontSize={110} text={'🎉'} />);
  view.add(
    <Layout layout y={90} x={120} width={420}>
      <Txt fill={'#e6a700'} fontFamily={family} fontSize={36} textWrap text={'Words wrap 🌍 around pictures 🧠 as they do around other words ✨.'} />
    </Layout>,
  );
  yield* line().fontSize(70, 0.3);
  yield* line().text('done ✅', 0.3);
});
