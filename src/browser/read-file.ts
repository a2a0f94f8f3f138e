import { Trouble } from '../domain/trouble';
import { LIMITS } from '../patience/limits';
import { within } from '../patience/within';

/**
 * A file that a person chose can lie in the cloud or on a network drive, and be handed over by nobody. Throws
 * `file-not-read`, as for one that was moved since it was chosen.
 */
export const textOfFile = (file: Pick<Blob, 'text'>): Promise<string> => handedOver(() => file.text());

export const bytesOfFile = async (file: Pick<Blob, 'arrayBuffer'>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await handedOver(() => file.arrayBuffer()));

const trouble = (cause?: unknown) => new Trouble('file-not-read', 'chosen file', { cause });

const handedOver = <Value>(read: () => Promise<Value>): Promise<Value> =>
  within(
    LIMITS.file,
    trouble,
    read().catch((cause: unknown) => {
      throw trouble(cause);
    }),
  );
