/** `fetch` of a scene's page: what lies in its own project is read from disk, as the editor's server would send it. */
import {lookup} from 'mrmime';
import {assetBytes, PAGE_ORIGIN} from './assetFile';

const network = globalThis.fetch;

/**
 * Creates the function that stands on the page.
 *
 * @param root - the project's folder, absolute
 * @returns rejects with an AuthorError "Cannot load …" for a file that is not there; any other address is Node's affair
 */
export function createPageFetch(root: string): typeof fetch {
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const url = new URL(address, PAGE_ORIGIN);
    if (url.origin !== PAGE_ORIGIN && url.protocol !== 'file:') return network(input, init);
    const type = lookup(url.pathname);
    return new Response(new Uint8Array(assetBytes(address, root)), {headers: type ? {'content-type': type} : {}});
  };
}
