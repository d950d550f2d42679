/** Opens safetensors files and reads the tensors asked for, without loading the rest. Node only. */
import {assetError} from './assetError';
import {FileBytes} from './fileBytes';
import {numbersFromBytes} from './numberBytes';
import type {Tensor, TensorMap, TensorPlace} from './safetensors';
import {safetensorsHeaderLength, safetensorsPlaces} from './safetensors';

/**
 * Reads tensors of a safetensors file.
 *
 * @param names - the tensors to read; all when undefined
 * @throws AuthorError "Cannot read m.safetensors: it has no tensor "wte"; it has transformer.wte.weight, …"
 */
export async function readSafetensors(file: string, names?: readonly string[]): Promise<TensorMap> {
  return FileBytes.use(file, async bytes => {
    const {places, dataStart} = await tensorPlaces(bytes);
    const tensors = new Map<string, Tensor>();
    for (const name of names ?? places.keys()) {
      const {type, shape, from, to} = placeOfTensor(bytes.file, places, name);
      const data = numbersFromBytes(await bytes.read(dataStart + from, to - from, `tensor "${name}"`), type);
      tensors.set(name, {shape, data});
    }
    return tensors;
  });
}

/** Reads and checks the header of an open file. */
export async function tensorPlaces(bytes: FileBytes): Promise<{places: Map<string, TensorPlace>; dataStart: number}> {
  try {
    const length = safetensorsHeaderLength(await bytes.readUpTo(0, 8));
    const header = await bytes.read(8, length, 'its header');
    return {places: safetensorsPlaces(header.toString('utf8'), bytes.size - 8 - length), dataStart: 8 + length};
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw assetError(error.message, {file: bytes.file, offset: 0}, 'Fetch the file again: it is cut short or no safetensors file');
  }
}

/** The place of a named tensor. @throws AuthorError listing the names there are */
export function placeOfTensor(file: string, places: ReadonlyMap<string, TensorPlace>, name: string): TensorPlace {
  const place = places.get(name);
  if (place !== undefined) return place;
  const names = [...places.keys()];
  const listed = names.slice(0, 8).join(', ') + (names.length > 8 ? `, and ${names.length - 8} more` : '');
  throw assetError(`it has no tensor "${name}"; it has ${listed}`, {file}, 'Name one of those it has');
}
