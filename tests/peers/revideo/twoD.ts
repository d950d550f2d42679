/** Revideo's nodes under the names of Motion Canvas's, so that both draw one and the same file; what differs is made up for. */
import {Latex as RevideoLatex, Txt as RevideoTxt, makeScene2D as makeNamedScene2D} from '@revideo/2d';

export * from '@revideo/2d';

/** Revideo asks for a name first. */
export function makeScene2D(runner: Parameters<typeof makeNamedScene2D>[1]) {
  return makeNamedScene2D('bench', runner);
}

/** Live text must be given to the node once it is there: given at once, it would be a new node in every frame. */
export class Txt extends RevideoTxt {
  public constructor({text, ...props}: ConstructorParameters<typeof RevideoTxt>[0]) {
    super({...props, text: typeof text === 'function' ? text() : text});
    if (typeof text === 'function') this.text(text);
  }
}

/** A formula is a picture of no colour or size of its own; here it gets those that it has in Motion Canvas. */
export class Latex extends RevideoLatex {
  public constructor({tex, fill, ...props}: ConstructorParameters<typeof RevideoLatex>[0] & {readonly tex: string; readonly fill: string}) {
    super({...props, tex: `{\\color{${fill}} ${tex}}`, width: 313});
  }
}
