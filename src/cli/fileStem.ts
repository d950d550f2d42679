/**
 * How a file is called that shows a film, or some scenes of it.
 *
 * @example fileStem('gpt', ['03-tokens']) // 'gpt-03-tokens'
 */
export function fileStem(film: string, scenes: readonly string[]): string {
  return [film, ...scenes.map(scene => scene.replace(/[^\w.-]+/g, '-'))].join('-');
}
