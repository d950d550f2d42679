/** Where box layout keeps what it found for one element, so that nothing clean is computed twice. */
export class LayoutBox {
  private dirty = true;

  /** @returns false if it was dirty before, and so is everything above */
  public markDirty(): boolean {
    if (this.dirty) return false;
    this.dirty = true;
    return true;
  }
}
