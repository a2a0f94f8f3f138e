import { once } from '../browser/once';
import { isTrouble } from '../domain/trouble';
import type { Outlook } from '../office/host';
import { readOpenItem } from '../office/open-item';
import { onOtherItem } from '../office/other-item';
import { selectedMessages } from '../office/selection';
import { showReadAt } from '../session/arrive';
import { adminLinkOf, isAllowed } from '../session/consent';
import { createCourier, keepCarrying, lookAfterOthers } from '../session/courier';
import type { Courier } from '../session/courier-port';
import { createDrafts } from '../session/drafts';
import { goTo } from '../session/go-to';
import { type House, recallOwner, showAgain } from '../session/house';
import { findEarlierLog } from '../session/storage/right-log';
import { keepTime, pageLife } from '../session/timekeeper';
import type { ViewStore } from '../session/view-store';
import { recallRoaming } from '../tasks/roam/state';
import type { RoamingDesk } from '../ui/desk/roaming-desk';
import { sayNotOpened } from './not-opened';
import { keepTheme } from './theme';
import { placeOf, wire } from './wire';

/** Opens the ledger, and shows what is known of the open item. */
export async function openHouse(outlook: Outlook, viewStore: ViewStore): Promise<House> {
  try {
    const house = await settleIn(outlook, viewStore);
    keepTime(house, pageLife);
    const showGoing = () =>
      void import('../session/going').then((part) => part.showGoing(house)).catch(nothing);
    showGoing();
    house.ports.ledger.onOtherPane(showGoing);
    const goToOpenItem = async () => {
      try {
        await goTo(house, await readOpenItem(), selectedMessages);
      } catch (thrown) {
        sayNotOpened(viewStore, thrown);
      }
    };
    keepCarrying(house, house.courier(), pageLife);
    void goToOpenItem().then(() => Promise.all([exchangeElsewhere(house), lookAfterOthers(house)]));
    onOtherItem(() => void goToOpenItem());
    return house;
  } catch (thrown) {
    sayNotOpened(viewStore, thrown);
    throw thrown;
  }
}

async function settleIn(outlook: Outlook, viewStore: ViewStore): Promise<House> {
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
  const house: House = {
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
      courier ??= createCourier(house);
      return courier;
    },
    roaming: once(async () => (await import('../session/desks/roam-desk')).createRoamDesk(house, roam)),
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
  ports.ledger.onOtherPane(() => {
    void showAgain(house);
    void showReadAt(house);
  });
  onEntry(() => void house.courier().goOn());
  onEntry(() => void roamingOf(house).then((roaming) => roaming?.soon()));
  addEventListener('online', () => void exchangeElsewhere(house));
  return house;
}

/** The desk of roaming, where it is switched on; where it is not, not even its code is loaded. */
async function roamingOf(house: House): Promise<RoamingDesk | null> {
  const { on } = await recallRoaming(house.ports.ledger);
  return on ? house.roaming() : null;
}

export async function exchangeElsewhere(house: House): Promise<void> {
  await (await roamingOf(house))?.exchange();
}

const nothing = (): void => undefined;
