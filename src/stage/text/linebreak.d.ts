declare module 'linebreak' {
  /** Walks the break opportunities of UAX #14. */
  export default class LineBreaker {
    public constructor(text: string);
    public nextBreak(): {readonly position: number; readonly required: boolean} | null;
  }
}
