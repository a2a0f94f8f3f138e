import { isLate, type PressedMail } from '../../domain/facts/decided/pressed';
import { claimOf } from '../../domain/tell/claim';
import type { Instant } from '../../domain/time/time';
import type { Ports } from '../ports';
import { handOver } from './hand-over';
import { ask, finish, goesOn, type Progress } from './journal';
import { look } from './look';
import { sendDraft } from './send-draft';
import { UPON_DUE } from './send-times';
import { takeBack, takeBackErased } from './take-back';
import { troubleIn } from './troubles';

/** How far a mail got this time. */
export interface Carried extends Progress {
  readonly mail: Pick<PressedMail, 'id'>;
}

/** What was done, and when there is something to do again; null: nothing before somebody says so. */
export interface Round {
  readonly carried: readonly Carried[];
  readonly next: Instant | null;
}

const lockOf = ({ id }: Pick<PressedMail, 'id'>): string => `loopkeeper-send-${id}`;

/** What a pane does by itself, when it opens and as long as it is open, on whatever item. */
export async function workOff(ports: Ports): Promise<Round> {
  const erased = await takeBackAllErased(ports);
  const going = await carryOn(ports);
  return roundOf([...erased.carried, ...going.carried]);
}

/**
 * Works off what Send was pressed for and has not gone yet. `wait`: whoever pressed waits for a pane that is at it
 * already.
 */
export async function carryOn(
  ports: Ports,
  only: (mail: PressedMail) => boolean = () => true,
  wait = false,
): Promise<Round> {
  const mails = (await ports.ledger.pressed.all()).filter(only);
  return oneByOne(ports, mails, wait, ({ id }) => advance(ports, id));
}

/** Takes back what could not be taken back when somebody was erased. */
export async function takeBackAllErased(ports: Ports): Promise<Round> {
  const mails = await ports.ledger.erasedMails.all();
  return oneByOne(ports, mails, false, (mail) => takeBackErased(ports, mail));
}

/** Another pane is at it: it will be done soon. */
const BUSY = 3_000;

async function oneByOne<Mail extends Pick<PressedMail, 'id'>>(
  ports: Ports,
  mails: readonly Mail[],
  wait: boolean,
  work: (mail: Mail) => Promise<Progress>,
): Promise<Round> {
  const carried: Carried[] = [];
  for (const mail of mails) {
    const progress = await ports.seal.alone(lockOf(mail), wait, () => work(mail));
    carried.push({ mail, ...(progress ?? goesOn(ports.clock() + BUSY)) });
    // Nobody else can be reached either.
    if (progress?.trouble?.kind === 'offline') break;
  }
  return roundOf(carried);
}

function roundOf(carried: readonly Carried[]): Round {
  const times = carried.map(({ next }) => next).filter((at) => at !== null);
  return { carried, next: times.length === 0 ? null : Math.min(...times) };
}

/** One mail, one step further; alone among all panes. */
async function advance(ports: Ports, id: string): Promise<Progress> {
  const mail = (await ports.ledger.pressed.all()).find((one) => one.id === id);
  if (mail === undefined) return goesOn(null);
  if (mail.asks !== undefined && mail.back !== true) return lookWhileAsked(ports, mail);
  if (mail.back === true) return takeBack(ports, mail);
  const now = ports.clock();
  const isTrue = (await claimNow(ports, mail)) === mail.claim;
  switch (mail.state) {
    case 'kept':
      if (!isTrue) return ask(ports, mail, 'untrue');
      return isLate(mail, now) ? ask(ports, mail, 'late') : handOver(ports, mail);
    case 'drafted':
      if (!isTrue) return takeBack(ports, mail);
      return isLate(mail, now) ? ask(ports, mail, 'late') : sendDraft(ports, mail);
    case 'waiting':
      if (now >= mail.due) return look(ports, mail);
      return isTrue ? goesOn(mail.due + UPON_DUE) : takeBack(ports, mail);
    case 'leaving':
      return now < mail.due && !isTrue ? takeBack(ports, mail) : look(ports, mail);
    case 'left':
      return ask(ports, mail, 'unknown');
  }
}

/** A mail of which nobody knows may turn up: looking harms nobody, and changes nothing where it does not. */
async function lookWhileAsked(ports: Ports, mail: PressedMail): Promise<Progress> {
  const isOpen = mail.state !== 'left' && (mail.asks === 'unknown' || mail.asks === 'stuck');
  const there = isOpen ? await ports.graph.postbox.find(mail.mailKey).catch(troubleIn) : null;
  if (there === null || there instanceof Error || there.standing !== 'went') return goesOn(null);
  return finish(ports, mail, 'sent', there);
}

export async function claimNow(
  ports: Ports,
  { entry, besides = [] }: Pick<PressedMail, 'entry' | 'besides'>,
): Promise<string> {
  const [lineage, facts] = await Promise.all([
    entry.series === null ? null : ports.ledger.view(entry.series),
    ports.ledger.ownEntries(),
  ]);
  return [entry, ...besides].map((one) => claimOf(one, lineage, facts, ports.clock())).join('; ');
}
