import { once } from '../browser/once';
import { isTrouble } from '../domain/trouble';
import type { Outlook } from '../office/host';
import { isWritingMeeting } from '../office/meeting-form';
import { readOpenItem } from '../office/open-item';
import { onOtherItem } from '../office/other-item';
import { selectedMessages } from '../office/selection';
import { createOwed } from '../session/actions/look-at-owed';
import { showReadAt } from '../session/arrive';
import { adminLinkOf, isAllowed } from '../session/consent';
import { createCourier, keepCarrying, lookAfterOthers } from '../session/courier';
import type { Courier } from '../session/courier-port';
import { createDrafts } from '../session/drafts';
import { goTo } from '../session/go-to';
import { recallOwner, type Session, showAgain } from '../session/session';
import { findEarlierLog } from '../session/storage/right-log';
import { keepTime, pageLife } from '../session/timekeeper';
import type { ViewStore } from '../session/view-store';
import { recallRoaming } from '../tasks/roam/state';
import type { RoamingActions } from '../ui/port/roaming-actions';
import { keepTheme } from './apply-theme';
import { sayNotOpened } from './not-opened';
import { placeOf, wire } from './wire';

/** Opens the ledger, and shows what is known of the open item. */
export async function openSession(outlook: Outlook, viewStore: ViewStore): Promise<Session> {
  try {
    const session = await settleIn(outlook, viewStore);
    keepTime(session, pageLife);
    const showGoing = () =>
      void import('../session/show-going').then((part) => part.showGoing(session)).catch(nothing);
    showGoing();
    session.ports.ledger.onOtherPane(showGoing);
    const goToOpenItem = async () => {
      try {
        await goTo(session, await readOpenItem(), selectedMessages);
      } catch (thrown) {
        sayNotOpened(viewStore, thrown);
      }
    };
    keepCarrying(session, session.courier(), pageLife);
    void goToOpenItem().then(() => Promise.all([exchangeElsewhere(session), lookAfterOthers(session)]));
    onOtherItem(() => void goToOpenItem());
    if (isWritingMeeting())
      void import('../session/actions/missing-there')
        .then((part) => part.lookAfterForm(session))
        .catch(nothing);
    return session;
  } catch (thrown) {
    sayNotOpened(viewStore, thrown);
    throw thrown;
  }
}

async function settleIn(outlook: Outlook, viewStore: ViewStore): Promise<Session> {
  const { log, ports, ledger, signIn, forgetSignIn, config, roam, onEntry, shelf } = await wire(
    outlook,
    viewStore,
  );
  keepTheme(viewStore, shelf);
  viewStore.show({
    storage: ledger.kept === 'memory' ? 'memory' : ledger.lost ? 'lost' : 'disk',
    owner: await recallOwner(ports),
  });
  let courier: Courier | null = null;
  let lookAtOwed: (() => Promise<void>) | null = null;
  const session: Session = {
    ports,
    viewStore,
    shelf,
    findEarlierLog: (account) => findEarlierLog(placeOf(outlook), log, account),
    signIn: async (scopes) => (await signIn()).interact(scopes),
    forgetSignIn,
    allow: async (scopes) => {
      const keeper = await signIn();
      await keeper.token(scopes).catch((thrown: unknown) => {
        if (!isTrouble(thrown) || thrown.kind !== 'sign-in-needed') throw thrown;
        return keeper.interact(scopes);
      });
    },
    isAllowed: async (scopes) => isAllowed((await signIn()).token, scopes),
    adminLink: async () => adminLinkOf(await config(), new URL('auth.html', location.href).href),
    acceptLoss: ledger.acceptLoss,
    drafts: createDrafts(ports, shelf),
    courier: () => {
      courier ??= createCourier(session);
      return courier;
    },
    owed: () => {
      lookAtOwed ??= createOwed(session);
      return lookAtOwed();
    },
    roaming: once(async () => (await import('../session/actions/roam')).createRoamingActions(session, roam)),
    item: null,
    place: null,
    reading: null,
    nextReading: null,
    stopper: null,
    thorough: false,
    readsBack: false,
    mail: undefined,
    showing: 0,
  };
  void session.owed();
  ports.ledger.onOtherPane(() => {
    void showAgain(session);
    void showReadAt(session);
  });
  onEntry(() => void session.courier().goOn());
  onEntry(() => void roamingOf(session).then((roaming) => roaming?.soon()));
  addEventListener('online', () => void exchangeElsewhere(session));
  return session;
}

/** The actions of roaming, where it is switched on; where it is not, not even its code is loaded. */
async function roamingOf(session: Session): Promise<RoamingActions | null> {
  const { on } = await recallRoaming(session.ports.ledger);
  return on ? session.roaming() : null;
}

export async function exchangeElsewhere(session: Session): Promise<void> {
  await (await roamingOf(session))?.exchange();
}

const nothing = (): void => undefined;
