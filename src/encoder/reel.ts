/**
 * From pictures to coded pictures, at the price of what moves. In: pictures, each with how long it stays. Out: one stream
 * of closed GOPs. Called by the segment writer.
 *
 * A picture that stays is a hold. x264 would spend on each of its frames more than half of what a moving one costs, to say
 * that nothing happened; here the hold's first frames go to x264, and the rest are written as skipped pictures.
 */
import type {ConvertedPicture} from './frameConverter';
import type {CodedPicture, CodedStream} from './h264/accessUnits';
import type {StreamHeader} from './h264/parameterSets';
import {skipPictures} from './h264/skipPicture';
import {damaged} from './readMp4';
import {Stretch, type StretchOrder} from './stretch';

/**
 * How often x264 sees a picture that stays, and from how many frames on it is a hold. x264 makes a picture better while
 * it stays (within 1.3 dB of the end of a long hold after 8 frames), so it is left the time to; after a hold it begins
 * anew, with an IDR picture and the start of a process, which shorter holds would not earn.
 */
export const holdRule = {settleFrames: 12, shortestFrames: 24} as const;

/** Frames that x264 encodes, or a hold after them; `still` is the lone picture that its further GOPs begin with. */
type Part =
  | {readonly kind: 'stretch'; readonly stream: Promise<CodedStream>}
  | {readonly kind: 'hold'; readonly frames: number; readonly still: Promise<CodedStream> | undefined};

export class Reel {
  private readonly stretches: Stretch[] = [];
  private readonly parts: Part[] = [];
  /** The stretch that takes pictures now; none before the first picture and during a hold. */
  private open: Stretch | undefined;
  /** The picture shown now, held for as long as it may have to be sent again. */
  private current: ConvertedPicture | undefined;
  /** For how many frames it has been shown, and how many of them x264 was given. */
  private shown = 0;
  private sent = 0;
  private readonly inFlight: Promise<void>[] = [];

  public constructor(private readonly order: StretchOrder) {}

  /** Shows a picture for a frame; one that equals the picture shown now merely lets it stay. */
  public async show(picture: ConvertedPicture): Promise<void> {
    if (this.current !== undefined && !picture.changed) {
      picture.release();
      await this.stay(1);
      return;
    }
    await this.leave();
    this.current = picture;
    await this.stay(1);
  }

  /** Shows the current picture for some frames more. Only its first frames go to x264 now: how long it stays is not known yet. */
  public async stay(frames: number): Promise<void> {
    this.shown += frames;
    const before = this.sent;
    while (this.sent < Math.min(this.shown, holdRule.settleFrames)) await this.send(this.current!);
    if (this.isHold) this.endStretch();
    if (this.sent === before) await turn();
  }

  /** Ends the last picture, and puts everything together. */
  public async finish(): Promise<CodedStream> {
    await this.leave();
    this.endStretch();
    await Promise.all(this.inFlight);
    return this.assemble();
  }

  public async abort(): Promise<void> {
    await Promise.all(this.stretches.map(stretch => stretch.kill()));
  }

  private get isHold(): boolean {
    // With a GOP of one frame there is nothing to skip.
    return this.shown >= holdRule.shortestFrames && this.order.settings.gopFrames > 1;
  }

  /** The picture gives way. What has waited is either a hold, or too short for one and goes to x264 after all. */
  private async leave(): Promise<void> {
    const picture = this.current;
    if (picture === undefined) return;
    if (this.isHold) await this.addHold(picture, this.shown - this.sent);
    else while (this.sent < this.shown) await this.send(picture);
    picture.release();
    this.current = undefined;
    this.shown = 0;
    this.sent = 0;
  }

  private async addHold(picture: ConvertedPicture, frames: number): Promise<void> {
    const room = roomInGroup(this.stretches.at(-1)!.frames, this.order.settings.gopFrames);
    let still: Promise<CodedStream> | undefined;
    if (frames > room) {
      const stretch = this.startStretch(true);
      await stretch.write(picture.bytes);
      still = finished(stretch);
    }
    this.parts.push({kind: 'hold', frames, still});
  }

  /** Gives a picture to x264, and returns when there is room for another. */
  private async send(picture: ConvertedPicture): Promise<void> {
    this.sent++;
    this.open ??= this.startStretch(false);
    picture.hold();
    const taken = this.open.write(picture.bytes).finally(() => picture.release());
    // Awaited with this frame or a later one: until then a failure must not count as unhandled.
    taken.catch(() => undefined);
    this.inFlight.push(taken);
    if (this.inFlight.length > 1) await this.inFlight.shift();
    else await turn();
  }

  private startStretch(isStill: boolean): Stretch {
    const stretch = new Stretch({...this.order, isStill});
    this.stretches.push(stretch);
    return stretch;
  }

  /** x264 ends its stretch while the film goes on; what it says is heard when the segment is finished. */
  private endStretch(): void {
    if (this.open !== undefined) this.parts.push({kind: 'stretch', stream: finished(this.open)});
    this.open = undefined;
  }

  private async assemble(): Promise<CodedStream> {
    const pictures: CodedPicture[] = [];
    let header: StreamHeader | undefined;
    const append = (more: readonly CodedPicture[]): void => {
      const start = pictures.length;
      for (const picture of more) pictures.push({...picture, shown: start + picture.shown});
    };
    for (const part of this.parts) {
      if (part.kind === 'stretch') {
        const stream = await part.stream;
        header = this.sameHeader(header, stream.header);
        append(stream.pictures);
      } else {
        const still = await part.still;
        if (still !== undefined) this.sameHeader(header, still.header);
        for (const group of heldGroups(header!, pictures, part.frames, still, this.order.settings.gopFrames)) append(group);
      }
    }
    return {header: header!, pictures};
  }

  private sameHeader(known: StreamHeader | undefined, header: StreamHeader): StreamHeader {
    if (known === undefined) return header;
    if (!Buffer.from(known.sps).equals(header.sps) || !Buffer.from(known.pps).equals(header.pps)) throw damaged(this.order.target, 'its parts have different stream headers');
    return known;
  }
}

/**
 * Writes a hold: skipped pictures to the end of the GOP that it begins in, then whole GOPs of one still picture and
 * skipped ones. Each group's `shown` counts from the end of what is there before it.
 */
function* heldGroups(header: StreamHeader, before: readonly CodedPicture[], frames: number, still: CodedStream | undefined, gopFrames: number): Generator<CodedPicture[]> {
  const start = before.length;
  const inGroup = before.length - before.findLastIndex(picture => picture.keyFrame);
  const first = Math.min(frames, gopFrames - inGroup);
  yield skipPictures(header, before, first).map(picture => ({...picture, shown: picture.shown - start}));
  for (let left = frames - first; left > 0; left -= gopFrames) {
    yield [...still!.pictures, ...skipPictures(header, still!.pictures, Math.min(left, gopFrames) - 1)];
  }
}

/** How many more frames fit into the last GOP of a stretch. */
function roomInGroup(frames: number, gopFrames: number): number {
  return gopFrames - (((frames - 1) % gopFrames) + 1);
}

function finished(stretch: Stretch): Promise<CodedStream> {
  const stream = stretch.finish();
  stream.catch(() => undefined);
  return stream;
}

/** One turn of the event loop: canvas pixels are freed by finalisers, which run between turns only. */
function turn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
