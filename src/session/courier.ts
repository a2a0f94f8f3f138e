import type { Instant } from '../domain/time/time';
import { isTrouble } from '../domain/trouble';
import { carryOn, workOff } from '../tasks/send/carry';
import { sendAsked } from '../tasks/send/press';
import { discard, lookForOthers } from '../tasks/send/settle';
import type { Courier } from './courier-port';
import { type Session, showAgain } from './session';
import type { PageLife } from './timekeeper';

/** A machine that sleeps stops its timers, in ms. */
const LONGEST = 5 * 60_000;
/** A clock that stands still must not make it a loop. */
const SHORTEST = 1_000;

export function createCourier(session: Session): Courier {
  const { ports, viewStore } = session;
  const { ledger } = ports;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let under: Promise<void> | null = null;
  let again = false;

  const show = async () => {
    const [outgoing, erasedMails] = await Promise.all([ledger.pressed.all(), ledger.erasedMails.all()]);
    const { outgoing: before = [], erasedMails: erasedBefore = [] } = viewStore.view();
    const any = [outgoing, erasedMails, before, erasedBefore].some(({ length }) => length > 0);
    if (!any) return;
    viewStore.show({ outgoing, erasedMails });
    void session.owed();
  };
  const plan = (next: Instant | null) => {
    clearTimeout(timer);
    if (next === null) return;
    const wait = Math.max(SHORTEST, Math.min(LONGEST, next - ports.clock()));
    timer = setTimeout(() => void goOn(), wait);
  };
  const round = async () => {
    await show();
    const { carried, next } = await workOff(ports);
    // What became of it is in the log before it is gone from what is still to go.
    if (carried.some(({ end }) => end !== null)) await showAgain(session);
    await show();
    plan(next);
  };
  const goOn = (): Promise<void> => {
    if (under !== null) {
      again = true;
      return under;
    }
    under = round()
      // What is in the way is said where it is read; the mail is still to go, and that is said by `show`.
      .catch(() => plan(ports.clock() + LONGEST))
      .finally(() => {
        under = null;
        if (!again) return;
        again = false;
        void goOn();
      });
    return under;
  };
  return {
    goOn,
    show,
    settle: async (ids, does) => {
      try {
        if (does === 'send') await sendAsked(ports, ids);
        else if (does === 'discard') await discard(ports, ids);
        else await carryOn(ports, ({ id }) => ids.includes(id), true);
      } finally {
        await show();
        await showAgain(session);
        void goOn();
      }
    },
  };
}

/** From when the pane opens. */
export function keepCarrying(session: Session, courier: Courier, page: PageLife): void {
  void courier.goOn();
  page.onReturn(() => {
    if (page.isShown()) void courier.goOn();
  });
  addEventListener('online', () => void courier.goOn());
  session.ports.ledger.onOtherPane(() => void courier.show());
}

/** What other machines were about to send: told by the keys, once the mailbox can be asked. */
export async function lookAfterOthers({ ports }: Session): Promise<void> {
  await lookForOthers(ports).catch((thrown: unknown) => {
    if (!isTrouble(thrown)) throw thrown;
  });
}
