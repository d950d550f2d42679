/** Where a generator stands: the engine knows it, and tells its debugger alone. Asked only when something has failed. */
import {Session, type Runtime} from 'node:inspector';

const handle = Symbol.for('lectern.suspended');

/**
 * Finds the `yield` at which a generator is suspended.
 *
 * @returns the place in the form of a stack, `    at file:line:column`; empty for one that has ended
 */
export function suspendedAt(generator: object): string {
  const session = new Session();
  session.connect();
  try {
    const urls = new Map<string, string>();
    session.on('Debugger.scriptParsed', ({params}) => urls.set(params.scriptId, params.url));
    session.post('Debugger.enable');
    (globalThis as {[handle]?: object})[handle] = generator;
    let place = '';
    // Sessions with their own thread answer at once.
    session.post('Runtime.evaluate', {expression: `globalThis[Symbol.for('lectern.suspended')]`}, (_, {result}) => {
      session.post('Runtime.getProperties', {objectId: result.objectId!, ownProperties: true}, (_failure, {internalProperties = []}) => {
        place = placeIn(internalProperties, urls);
      });
    });
    return place;
  } finally {
    delete (globalThis as {[handle]?: object})[handle];
    session.disconnect();
  }
}

function placeIn(properties: readonly Runtime.InternalPropertyDescriptor[], urls: ReadonlyMap<string, string>): string {
  const location = properties.find(({name}) => name === '[[GeneratorLocation]]')?.value?.value as {scriptId: string; lineNumber: number; columnNumber: number} | undefined;
  const url = location && urls.get(location.scriptId);
  return url ? `    at ${url}:${location.lineNumber + 1}:${location.columnNumber + 1}` : '';
}
