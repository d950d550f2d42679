/** Passes a list of texts through. @throws TypeError 'Cannot draw TokenStrip: "pieces" holds 3 at index 1, it takes texts' */
export function stringList(owner: string, prop: string, list: readonly string[]): readonly string[] {
  if (!Array.isArray(list)) throw new TypeError(`Cannot draw ${owner}: "${prop}" takes a list of texts`);
  list.forEach((text: unknown, index) => {
    if (typeof text !== 'string') throw new TypeError(`Cannot draw ${owner}: "${prop}" holds ${JSON.stringify(text)} at index ${index}, it takes texts`);
  });
  return list;
}
