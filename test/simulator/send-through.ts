import type { RequestLetter } from '../../src/domain/agree/asking';
import { UNDO_TIME } from '../../src/domain/facts/decided/pressed';
import type { Ports } from '../../src/tasks/ports';
import { sendRequest } from '../../src/tasks/send/ask-first';
import { carryOn } from '../../src/tasks/send/carry';
import { type Sending, sendRecap } from '../../src/tasks/send/send-recap';

/** A mail is looked for so long after its time. */
export const GONE = UNDO_TIME + 2_000;

/** Send is pressed, the time to undo goes by, and it is looked for. */
export async function sendThrough(ports: Ports, sending: Sending, pass: (ms: number) => void) {
  const ends = await sendRecap(ports, sending);
  pass(GONE);
  await carryOn(ports);
  return ends;
}

export async function askThrough(ports: Ports, letter: RequestLetter, pass: (ms: number) => void) {
  const asked = await sendRequest(ports, letter);
  pass(GONE);
  await carryOn(ports);
  return asked.end;
}
