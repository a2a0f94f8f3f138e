import { clock } from '../browser/clock';
import type { Outlook } from '../office/host';
import { readOpenItem } from '../office/open-item';
import { selectedMessages } from '../office/selection';
import { createRecapActions } from '../session/actions/recaps';
import { createRecordActions } from '../session/actions/record';
import { choosePlace } from '../session/arrive';
import { FIRST_SCOPES, NEEDS } from '../session/consent';
import { backToOpen, openByName } from '../session/go-to';
import { refresh, stopReading } from '../session/read-calendar';
import { type Session, showAgain } from '../session/session';
import type { ViewStore } from '../session/view-store';
import { keepHolidays } from '../tasks/enter/keep-holidays';
import { homeOf, logDecision } from '../tasks/enter/log-decision';
import { markAway, unmark } from '../tasks/enter/mark-away';
import { putOff } from '../tasks/enter/not-now';
import * as own from '../tasks/enter/own-entries';
import type { Actions } from '../ui/port/actions';
import { exchangeElsewhere, openSession } from './open-session';

/** All actions of the pane, on the session that opens while the first screen is already there. */
export function createActions(outlook: Outlook, viewStore: ViewStore): Actions {
  const ready = openSession(outlook, viewStore);
  const recap = ready.then(createRecapActions);
  const record = ready.then(createRecordActions);
  // A failure to open is on the view already; a verb that waits for it fails with the same trouble.
  for (const one of [ready, recap, record]) one.catch(() => undefined);

  /** An own entry, and the view with it. */
  const entered = async <Value>(enter: (session: Session) => Promise<Value>): Promise<Value> => {
    const session = await ready;
    const value = await enter(session);
    await showAgain(session);
    return value;
  };

  return {
    clock,
    watch: viewStore.watch,
    refresh: async () => {
      const session = await ready;
      await Promise.all([refresh(session, true), exchangeElsewhere(session)]);
    },
    stop: async () => stopReading(await ready),
    signIn: async () => {
      const session = await ready;
      await session.signIn(FIRST_SCOPES);
      await refresh(session);
    },
    allow: async (feature) => {
      const session = await ready;
      await session.signIn(NEEDS[feature]);
      await refresh(session);
    },
    adminLink: async () => (await ready).adminLink(),
    keepLog: async (series, years = 0) => {
      const session = await ready;
      await own.keepLog(session.ports, series);
      if (years > 0) await own.reachFurther(session.ports, series);
      session.readsBack = years > 0;
      await refresh(session);
    },
    keepOne: async (occurrence) => {
      const session = await ready;
      await own.keepOne(session.ports, occurrence);
      await refresh(session);
    },
    keepOpenItem: async () => {
      const [session, { keepOpenItem }] = await Promise.all([
        ready,
        import('../session/begin-without-graph'),
      ]);
      await keepOpenItem(session);
    },
    readFurtherBack: async (series) => {
      const session = await ready;
      await own.reachFurther(session.ports, series);
      session.readsBack = true;
      await refresh(session);
    },
    openLog: async (series) => {
      const [session, item] = await Promise.all([ready, readOpenItem()]);
      if (series === null) await backToOpen(session, item, selectedMessages);
      else await openByName(session, series, item);
    },
    choose: async (place) => {
      const session = await ready;
      await choosePlace(session, place);
      if (place !== null) await refresh(session);
    },

    checkIn: (occurrence, note) => entered(({ ports }) => own.checkIn(ports, occurrence, note)),
    undo: (entry) => entered(({ ports }) => own.undo(ports, entry)),
    weMetAll: (days) => entered(({ ports }) => own.weMetAll(ports, days)),
    undoAll: (entries) => entered(({ ports }) => own.undoAll(ports, entries)),
    putOff: (loop) => entered(({ ports }) => putOff(ports, loop, zoneOf(viewStore))),
    correct: (occurrence, note) => entered(({ ports }) => own.correct(ports, occurrence, note)).then(nothing),
    dispute: (occurrence, reason) =>
      entered(({ ports }) => own.dispute(ports, occurrence, reason)).then(nothing),
    annotate: (occurrence, words, by) =>
      entered(({ ports }) => own.annotate(ports, occurrence, words, by)).then(nothing),
    identify: (series, report, row, person) =>
      entered(({ ports }) => own.identify(ports, series, report, row, person)).then(nothing),
    assign: (report, occurrence) =>
      entered(({ ports }) => own.assign(ports, report, occurrence)).then(nothing),
    answerSameMeeting: async (earlier, later, same) => {
      await entered(({ ports }) => own.answerSameMeeting(ports, earlier, later, same));
      await refresh(await ready);
    },
    answerVanished: (series, said) =>
      entered(({ ports }) => own.answerVanished(ports, series, said)).then(nothing),
    markAway: (draft) =>
      entered(({ ports }) => markAway(ports, draft, viewStore.view().owner?.zone ?? 'UTC')),
    unmark: (mark) => entered(({ ports }) => unmark(ports, mark)).then(nothing),
    importAttendance: async (...asked) => (await record).importAttendance(...asked),

    logDecision: (draft) =>
      entered(({ ports }) => logDecision(ports, homeOf(draft), draft, zoneOf(viewStore))),
    draftRecap: async (...asked) => (await recap).draftRecap(...asked),
    sendingWay: async () => (await recap).sendingWay(),
    sendRecap: async (...asked) => (await recap).sendRecap(...asked),
    takeBackRecap: async (occurrence) => (await recap).takeBackRecap(occurrence),
    settleRecap: async (...asked) => (await recap).settleRecap(...asked),
    settleMail: async (id, does) => (await ready).courier().settle([id], does),
    openRecapInOutlook: async (...asked) => (await recap).openRecapInOutlook(...asked),

    exportLog: async (...asked) => {
      const [session, { exportLog }] = await Promise.all([ready, import('../session/actions/export')]);
      return exportLog(session, ...asked);
    },
    shownLog: async () => {
      const [session, { createShownLogActions }] = await Promise.all([
        ready,
        import('../session/actions/shown-log'),
      ]);
      return createShownLogActions(session);
    },
    readImport: async (...asked) => (await record).readImport(...asked),
    doImport: async (...asked) => (await record).doImport(...asked),
    eraseAll: async () => (await record).eraseAll(),

    setRules: async (series, rules) => {
      const session = await ready;
      await own.setRules(session.ports, series, rules);
      if (rules.countries !== undefined)
        await keepHolidays(session.ports, rules.countries, zoneOf(viewStore));
      await showAgain(session);
    },
    setKeeping: (series, does) => entered(({ ports }) => own.setKeeping(ports, series, does)).then(nothing),
    countries: async (language) => (await ready).ports.almanac.countries(language),
    setTheme: (theme) => viewStore.show({ theme }),
    letters: async () => {
      const [session, { createLettersActions }] = await Promise.all([
        ready,
        import('../session/actions/letters'),
      ]);
      return createLettersActions(session);
    },
    consult: async () => {
      const [session, { createConsultActions }] = await Promise.all([
        ready,
        import('../session/actions/consult'),
      ]);
      return createConsultActions(session);
    },
    points: async () => {
      const [session, { createPointsActions }] = await Promise.all([
        ready,
        import('../session/actions/points'),
      ]);
      return createPointsActions(session);
    },
    catchUp: async () => {
      const [session, { createCatchUpActions }] = await Promise.all([
        ready,
        import('../session/actions/catching-up'),
      ]);
      return createCatchUpActions(session);
    },
    keeper: async () => {
      const [session, { createKeeperActions }] = await Promise.all([
        ready,
        import('../session/actions/keeper'),
      ]);
      return createKeeperActions(session);
    },
    roaming: async () => (await ready).roaming(),
    keepDraft: (name, draft) => void ready.then(({ drafts }) => drafts.keep(name, draft)),
    draft: async (name) => (await ready).drafts.recall(name),
  };
}

const zoneOf = (viewStore: ViewStore): string => viewStore.view().owner?.zone ?? 'UTC';
const nothing = (): void => undefined;
