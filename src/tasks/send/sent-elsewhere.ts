import type { OccurrenceKey } from '../../domain/facts/things/occurrence';
import { isTrouble } from '../../domain/trouble';
import type { Ports } from '../ports';
import { type KeyedMail, keyOf, note } from './recap-journal';

/** Another machine, whose journal is not here, may have written to all what goes to each from here. */
export async function wentToAll(
  ports: Ports,
  occurrence: OccurrenceKey,
  mail: KeyedMail,
  lookUp: () => Promise<Found>,
): Promise<boolean> {
  const found = await orRefused(ports, occurrence, mail, lookUp);
  const [only] = mail.message.to;
  if (found === null || only === undefined || !found.to.includes(only.address)) return false;
  await note(ports, occurrence, [mail], 'sent', found);
  return true;
}

/** So many keys are looked up one by one before a mail goes to all. */
const LOOKED_UP = 30;

/** Or the other way round. What is found is noted, and nothing goes: the person sees first who was told already. */
export async function wentToEach(ports: Ports, occurrence: OccurrenceKey, mail: KeyedMail): Promise<boolean> {
  let any = false;
  for (const person of mail.message.to.slice(0, LOOKED_UP)) {
    const mailKey = await keyOf(ports, occurrence, false, [person]);
    const found = await orRefused(ports, occurrence, mail, () => lookedUp(ports, mailKey));
    if (found === null) continue;
    any = true;
    const theirs = { ...mail, mailKey, message: { ...mail.message, to: [person] } };
    await note(ports, occurrence, [theirs], 'sent', found);
  }
  if (any) await note(ports, occurrence, [mail], 'taken-back');
  return any;
}

type Found = Awaited<ReturnType<Ports['graph']['postbox']['find']>>;

/** The mail to all is asked for once, however many mails follow. */
export function createLookUp(ports: Ports, occurrence: OccurrenceKey): () => Promise<Found> {
  let found: Promise<Found> | null = null;
  return () => {
    found ??= keyOf(ports, occurrence, true, []).then((key) => lookedUp(ports, key));
    return found;
  };
}

/** A mail that went under this key; null where none did, or where nobody may look. */
async function lookedUp(ports: Ports, key: string): Promise<Found> {
  try {
    const found = await ports.graph.postbox.find(key);
    return found === null || found.isDraft ? null : found;
  } catch (thrown) {
    if (isTrouble(thrown) && ['not-permitted', 'sign-in-needed'].includes(thrown.kind)) return null;
    throw thrown;
  }
}

/** Where nobody can say whether it went, it does not go. */
async function orRefused(
  ports: Ports,
  occurrence: OccurrenceKey,
  mail: KeyedMail,
  lookUp: () => Promise<Found>,
): Promise<Found> {
  try {
    return await lookUp();
  } catch (thrown) {
    await note(ports, occurrence, [mail], 'refused');
    throw thrown;
  }
}
