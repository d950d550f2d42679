/** Compiles convert.as into `<out>/encoder/convert.wasm`, where it has changed. @param out - the build's folder, absolute */
export function buildConverter(out: string): Promise<unknown>;
