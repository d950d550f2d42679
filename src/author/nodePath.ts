/** The way to a node in a scene's tree, in the names that Motion Canvas's editor shows. */

interface TreeNode {
  readonly key: string;
  readonly view2D?: unknown;
  parent?(): unknown;
}

/**
 * Writes the way from the view down to a node.
 *
 * @returns keys without the scene's name, the view left out; a node outside the tree stands alone
 * @example nodePath(circle)  // 'Rect[1] > Circle[2]'
 */
export function nodePath(node: object): string {
  const keys: string[] = [];
  for (let at: TreeNode | undefined = node as TreeNode; at && at !== at.view2D; at = at.parent?.() as TreeNode | undefined) keys.unshift(at.key.replace(/^.*\//, ''));
  return keys.join(' > ');
}
