import { Trouble } from '../domain/trouble';
import { LIMITS } from '../patience/limits';
import { within } from '../patience/within';

type Call<Value> = (done: (result: Office.AsyncResult<Value>) => void) => void;

/**
 * Every call of Office.js that answers goes through here, for some are never answered (office-js#6806). Null when Outlook
 * refuses, or the item has no answer; throws `outlook-hangs` when nothing comes: silence is no answer, "no" least of all.
 */
export function asked<Value>(call: Call<Value>): Promise<Value | null> {
  return inTime(LIMITS.outlookAnswer, 'open item', (resolve) => {
    try {
      call((result) => resolve(result.status === Office.AsyncResultStatus.Succeeded ? result.value : null));
    } catch {
      resolve(null);
    }
  });
}

/** Something that Outlook is to show. Throws `outlook-refused`, or `outlook-hangs` when nobody can tell whether it did. */
export function shown<Value>(where: string, call: Call<Value>): Promise<Value> {
  return inTime(LIMITS.outlookShows, where, (resolve, reject) => {
    const refuse = (cause: unknown) => reject(new Trouble('outlook-refused', where, { cause }));
    // What it has no permission for, or cannot take, Office.js refuses before it asks.
    try {
      call((result) => {
        if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
        else refuse(result.error);
      });
    } catch (thrown) {
      refuse(thrown);
    }
  });
}

/** What Outlook tells of something by itself: the mailbox, or the open item. */
type Teller = Pick<Office.Mailbox, 'addHandlerAsync'>;

/** Asks to be told of something. Where Outlook cannot, it is never told; nobody waits for it. */
export function told<Heard>(
  event: Office.EventType,
  heard: (said: Heard) => void,
  by: Teller = Office.context.mailbox,
): void {
  try {
    by.addHandlerAsync(event, heard);
  } catch {
    // Not in this Outlook, or not beside this item.
  }
}

const inTime = <Value>(
  limit: number,
  where: string,
  work: (resolve: (value: Value) => void, reject: (cause: Trouble) => void) => void,
): Promise<Value> => within(limit, () => new Trouble('outlook-hangs', where), new Promise<Value>(work));
