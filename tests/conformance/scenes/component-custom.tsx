import {Circle, Layout, Node, type NodeProps, Rect, Txt, colorSignal, initial, makeScene2D, signal} from '@motion-canvas/2d';
import {type ColorSignal, type PossibleColor, type SignalValue, type SimpleSignal, all, createRef, easeInOutCubic, tween} from '@motion-canvas/core';

interface SwitchProps extends NodeProps {
  initialState?: SignalValue<boolean>;
  accent?: SignalValue<PossibleColor>;
}

class Switch extends Node {
  @initial(false)
  @signal()
  public declare readonly initialState: SimpleSignal<boolean, this>;

  @initial('#68ABDF')
  @colorSignal()
  public declare readonly accent: ColorSignal<this>;

  private readonly knob = createRef<Circle>();
  private readonly track = createRef<Rect>();
  private isOn: boolean;

  public constructor(props?: SwitchProps) {
    super({...props});
    this.isOn = this.initialState();
    this.add(
      <Rect ref={this.track} size={[200, 100]} radius={100} fill={this.isOn ? this.accent() : '#444'}>
        <Circle ref={this.knob} x={this.isOn ? 50 : -50} size={80} fill={'white'} />
      </Rect>,
    );
  }

  public *toggle(duration: number) {
    const [from, to] = this.isOn ? [50, -50] : [-50, 50];
    this.isOn = !this.isOn;
    yield* all(
      tween(duration, value => this.knob().x(easeInOutCubic(value, from, to))),
      this.track().fill(this.isOn ? this.accent() : '#444', duration),
    );
  }

  protected override draw(context: CanvasRenderingContext2D) {
    super.draw(context);
    context.fillStyle = this.accent().css();
    context.fillRect(-120, 70, 240, 6);
    context.strokeRect(-120, -80, 240, 10);
  }
}

function Label({children, text}: {children?: Node; text: string}) {
  return (
    <Layout layout direction={'column'} alignItems={'center'} gap={30}>
      {children}
      <Txt text={text} fill={'#99c47a'} />
    </Layout>
  );
}

/** Components of the scene's own: a class with signals and its own drawing, and a function. */
export default makeScene2D(function* (view) {
  const one = createRef<Switch>();
  view.add(
    <>
      <Switch ref={one} x={-220} initialState accent={'#e13238'} />
      <Node x={220}>
        <Label text={'a function'}>
          <Rect size={[160, 80]} fill={'#e6a700'} />
        </Label>
      </Node>
    </>,
  );
  yield* one().toggle(0.4);
  yield* one().toggle(0.3);
});
