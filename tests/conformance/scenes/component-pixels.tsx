/** A component that makes its own pixels: a canvas that is on no page, image data, patterns, and text set by hand. */
import {makeScene2D, Rect} from '@motion-canvas/2d';
import {createRef, linear} from '@motion-canvas/core';

class Plasma extends Rect {
  private readonly tile = new OffscreenCanvas(32, 32);

  protected override draw(context: CanvasRenderingContext2D): void {
    const brush = this.tile.getContext('2d')!;
    const {data} = brush.getImageData(0, 0, 32, 32);
    for (let i = 0; i < data.length; i += 4) {
      const [x, y] = [(i / 4) % 32, Math.floor(i / 128)];
      const wave = Math.sin(x / 5 + this.rotation() / 20) + Math.cos(y / 7);
      data.set([128 + 60 * wave, 90, 200 - 50 * wave, 255], i);
    }
    brush.putImageData(new ImageData(data, 32, 32), 0, 0);
    const {width, height} = this.size();
    context.fillStyle = context.createPattern(this.tile, 'repeat')!;
    context.fillRect(-width / 2, -height / 2, width, height);
    context.drawImage(this.tile, width / 2 + 20, -64, 128, 128);
    const turn = context.createConicGradient(0.5, -width / 2 - 80, 0);
    turn.addColorStop(0, '#e6a700');
    turn.addColorStop(1, '#58a6ff');
    context.fillStyle = turn;
    context.beginPath();
    context.roundRect(-width / 2 - 140, -60, 120, 120, [30, 8]);
    context.fill();
    context.font = '700 40px Roboto';
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = 'white';
    context.fillText('made by hand', 0, 0, width - 40);
    context.strokeStyle = 'white';
    context.lineWidth = 2;
    context.strokeRect(-width / 2 + 8, -height / 2 + 8, width - 16, height - 16);
  }
}

export default makeScene2D(function* (view) {
  const plasma = createRef<Plasma>();
  view.add(<Plasma ref={plasma} size={[320, 200]} />);
  yield* plasma().rotation(40, 1, linear);
});
