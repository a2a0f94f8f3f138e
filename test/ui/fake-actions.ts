import { decisionHistories } from '../../src/domain/agree/decision-history';
import { checkDecision } from '../../src/domain/facts/decided/decision';
import {
  checkPoint,
  nextPointNumber,
  type Point,
  type PointFact,
  type PointStep,
} from '../../src/domain/facts/decided/point';
import { type PressedMail, UNDO_TIME } from '../../src/domain/facts/decided/pressed';
import { checkPromise, checkPromiseWord, type PromiseFact } from '../../src/domain/facts/decided/promise';
import type { RecapEntry } from '../../src/domain/facts/decided/recap-entry';
import { type Mark, marksFrom } from '../../src/domain/facts/log/mark';
import type { OccurrenceKey } from '../../src/domain/facts/things/occurrence';
import { seriesOf } from '../../src/domain/facts/things/occurrence';
import { isOwn } from '../../src/domain/facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../../src/domain/judge/judged/judged';
import { promiseHistories } from '../../src/domain/promises/promise-history';
import { fail, ok } from '../../src/domain/result';
import { findTopic } from '../../src/domain/tell/thread/thread-record';
import { DAY, HOUR, MINUTE } from '../../src/domain/time/time';
import { standingIn } from '../../src/session/actions/standing-in';
import { draftCatchUp } from '../../src/tasks/send/catch-up-mail';
import type { Actions, RecapLetter } from '../../src/ui/port/actions';
import type { PaneView } from '../../src/ui/port/view';
import { foundIn, sourceOf } from '../at-once';
import { createFakeRoaming } from './fake-roaming';
import { DECISIONS, goldenMonth, MARCUS, NOW, POINTS, PRIYA, PROMISES, RECAPS } from './fixture';

const RECAP_TEXT = `Decided: 2027 path, one release a quarter, mobile first.

Hi Marcus,
I need nothing from you; this is for your information.
If you see a problem, a line by Tue 24 Nov is early enough to change it at no cost.

Why: The teams can plan their summer.

Owner: Priya Nair

Reply: [OK] [Let's talk first] [I see a problem]

Next: Priya/Marcus daily sync, Mon 23 Nov, 15:30 London (10:30 New York).

D-014, decided Fri 20 Nov, noted by Priya Nair; we did not get to talk today`;

const ONCE_MORE_TEXT = `P-001: Can the platform team keep two people on the migration until March?

Hi Marcus,
I asked this first on Mon 16 Nov.
For P-001 a line in reply is enough.

P-001, noted by Priya Nair`;

const BEFORE_SUBJECT = 'P-001: Can the platform team keep two people… and 1 more';
const BEFORE_TEXT = `P-001: Can the platform team keep two people on the migration until March? An answer by Wed 25 Nov would help.
P-002: Dana starts on Monday.

Hi Marcus,
This is for our sync on Mon 23 Nov, 10:30 New York (15:30 London).
A reply is enough; then we need no time for it there.

P-001, P-002, noted by Priya Nair`;

/** As it is kept once Send was pressed. */
const outgoing = (entry: RecapEntry): PressedMail => ({
  ...{ id: entry.mailKey, mailKey: entry.mailKey, entry, claim: '' },
  message: { to: entry.to, subject: entry.subject, html: '', text: '' },
  ...{ pressedAt: NOW, due: NOW + UNDO_TIME, state: 'waiting' },
});

export const goldenView = (): PaneView => ({
  situation: { kind: 'kept', open: null },
  freshness: { readAt: NOW - 120_000, reading: false, progress: null, trouble: null, missing: [] },
  owner: PRIYA,
  lineage: goldenMonth(),
  decisions: DECISIONS,
  recaps: RECAPS,
  untold: null,
  storage: 'disk',
  kept: [],
  theme: 'outlook',
  outlookDark: null,
  signedInAs: PRIYA.address,
});

/** A actions on memory that notes what it was asked, for the pane's own tests. */
export function createFakeActions(first: PaneView = goldenView()) {
  let view = first;
  const watchers = new Set<(view: PaneView) => void>();
  const asked: (readonly [string, ...unknown[]])[] = [];
  const drafts = new Map<string, unknown>();
  let count = 0;
  let pressed: readonly RecapEntry[] = [];
  let points: readonly (PointFact | PromiseFact)[] = [...POINTS, ...PROMISES];

  const show = (change: Partial<PaneView>) => {
    view = { ...view, ...change };
    for (const tell of watchers) tell(view);
  };
  const note = async (...call: readonly [string, ...unknown[]]) => {
    asked.push(call);
  };
  const changeOccurrence = (key: OccurrenceKey, change: Partial<JudgedOccurrence>) => {
    const { lineage } = view;
    if (lineage === null) return;
    const occurrences = lineage.occurrences.map((one) => (one.key === key ? { ...one, ...change } : one));
    show({ lineage: { ...lineage, occurrences } satisfies JudgedLineage });
  };

  const actions: Actions = {
    clock: () => NOW,
    watch: (changed) => {
      watchers.add(changed);
      changed(view);
      return () => watchers.delete(changed);
    },
    refresh: () => note('refresh'),
    signIn: () => note('signIn'),
    allow: (feature) => note('allow', feature),
    adminLink: async () => 'https://login.microsoftonline.com/organizations/adminconsent',
    keepOne: (occurrence) => note('keepOne', occurrence),
    keepLog: (series) => note('keepLog', series),
    keepOpenItem: () => note('keepOpenItem'),
    readFurtherBack: (series) => note('readFurtherBack', series),
    stop: () => note('stop'),
    choose: (place) => note('choose', place),
    openLog: (series) => note('openLog', series),
    checkIn: async (occurrence, said) => {
      asked.push(['checkIn', occurrence, said]);
      const id = `check-in-${++count}`;
      const what = said.said ?? 'note';
      const before = view.lineage?.occurrences.find(({ key }) => key === occurrence);
      changeOccurrence(occurrence, {
        outcome: said.said === 'we-met' ? 'held' : 'not-held-no-message',
        ...(said.said === 'we-met' && before !== undefined
          ? { people: before.people.map((one) => ({ ...one, outcome: 'present' as const })) }
          : {}),
        minutesTogether: said.said === 'we-met' ? (said.minutes ?? 30) : 0,
        questions: [],
        checkIn: { id, at: NOW },
        reasons: [
          ...(before?.reasons ?? []),
          { rule: '2.11', what: what === 'note' ? 'note' : what, grade: 'noted', at: NOW, fact: id },
        ],
      });
      return id;
    },
    undo: async (entry) => {
      asked.push(['undo', entry]);
      const there = view.lineage?.occurrences.find(({ checkIn }) => checkIn?.id === entry);
      if (there !== undefined) {
        changeOccurrence(there.key, { outcome: 'not-recorded', checkIn: null, questions: ['what-happened'] });
      }
      points = points.filter(({ id }) => id !== entry);
      show({});
      return `undo-${++count}`;
    },
    weMetAll: async (days) => {
      await note('weMetAll', days);
      return days.map(() => `check-in-${++count}`);
    },
    undoAll: async (entries) => {
      await note('undoAll', entries);
      return entries;
    },
    putOff: async (loop) => {
      await note('putOff', loop);
      return 'put-off';
    },
    correct: (occurrence, correction) => note('correct', occurrence, correction),
    dispute: (occurrence, reason) => note('dispute', occurrence, reason),
    annotate: (occurrence, words, by) => note('annotate', occurrence, words, by),
    identify: (...call) => note('identify', ...call),
    assign: (...call) => note('assign', ...call),
    answerSameMeeting: (...call) => note('answerSameMeeting', ...call),
    answerVanished: (...call) => note('answerVanished', ...call),
    markAway: async (draft) => {
      const marks = marksFrom(draft, PRIYA.zone);
      asked.push(['markAway', draft]);
      if (!marks.ok) return marks;
      const made = marks.value.map((mark): Mark => ({ ...mark, id: `mark-${++count}`, recordedAt: NOW }));
      show({ marks: [...(view.marks ?? []), ...made] });
      return ok(null);
    },
    unmark: async ({ id }) => {
      asked.push(['unmark', id]);
      show({ marks: (view.marks ?? []).filter((mark) => mark.id !== id) });
    },
    importAttendance: async () => ok(null),
    logDecision: async (draft) => {
      const series = draft.occurrence === null ? null : seriesOf(draft.occurrence);
      asked.push(['logDecision', draft]);
      const checked = checkDecision(draft);
      if (!checked.ok) return checked;
      const number = 1 + Math.max(0, ...view.decisions.map((one) => one.number));
      const decision = {
        ...checked.value,
        kind: 'decision' as const,
        id: `decision-${number}`,
        recordedAt: NOW,
        series,
        number,
        decidedAt: NOW,
      };
      show({ decisions: [...view.decisions, decision] });
      return ok(decision);
    },
    draftRecap: async (_occurrence, { ticks = {} } = {}) => ({
      recipients: [
        {
          person: MARCUS,
          reason: 'was-not-there',
          ticked: true,
          outsideOrganization: false,
          reachable: true,
        },
      ],
      letters: [
        {
          to: ticks[MARCUS.key] === false ? [] : [MARCUS],
          subject: 'INFO: 2027 path, one release a quarter',
          text: RECAP_TEXT,
          language: 'en',
          decisions: ['decision-14'],
          names: ['D-014'],
        },
      ],
    }),
    sendingWay: async () => 'once',
    sendRecap: async (occurrence: OccurrenceKey, letters: readonly RecapLetter[], together: boolean) => {
      asked.push(['sendRecap', occurrence, letters, together]);
      const entries = letters.map(
        (letter): RecapEntry => ({
          kind: 'recap',
          id: `recap-${++count}`,
          recordedAt: NOW,
          series: occurrence,
          occurrence,
          mailKey: `mail-${count}`,
          step: 'sent',
          to: letter.to,
          subject: letter.subject,
          bodyHash: '',
          decisions: letter.decisions,
          sentAt: NOW + 120_000,
          messageId: 'message',
        }),
      );
      pressed = entries;
      show({ outgoing: entries.map(outgoing) });
    },
    takeBackRecap: async () => {
      show({ outgoing: [] });
    },
    settleMail: (...call) => note('settleMail', ...call),
    settleRecap: (...call) => note('settleRecap', ...call),
    openRecapInOutlook: (...call) => note('openRecapInOutlook', ...call),
    exportLog: async (as, { kind }) => {
      asked.push(['exportLog', as, kind]);
      return {
        name: `log.${as}`,
        text: as === 'copy' ? 'Thu 29 Oct, cancelled 10 min before' : null,
        file: null,
      };
    },
    shownLog: async () => ({
      choices: async () => ({ people: [MARCUS], topics: ['2027 scope'] }),
      read: async ({ kind }) => {
        const { lineage } = view;
        const all = lineage?.occurrences ?? [];
        const { id = '', title = '' } = lineage ?? {};
        const rows = kind === 'topic' ? all.slice(-3) : all;
        return {
          rows: rows.map((occurrence) => ({ occurrence, meeting: { series: id, title } })),
          recaps: view.recaps,
        };
      },
    }),
    readImport: async () =>
      ok({ added: 3, known: 41, series: ['Priya/Marcus daily sync'], exportedAt: NOW, facts: [] }),
    doImport: async () => ({ added: 3 }),
    setRules: (...call) => note('setRules', ...call),
    setKeeping: (...call) => note('setKeeping', ...call),
    countries: async () => [
      { code: 'GB', name: 'United Kingdom' },
      { code: 'US', name: 'United States' },
    ],
    consult: async () => ({
      findInNotes: async (given) => {
        const text = typeof given === 'string' ? given : await given.text();
        const source = sourceOf(text);
        return source.ok ? ok(foundIn(text)) : source;
      },
      inviteInForm: (person) => note('inviteInForm', person),
      settleReturned: async (...call) => [`${await note('settleReturned', ...call)}`],
      atHand: async () => ({ occasions: [], people: [] }),
      entries: async () => [...view.decisions, ...view.recaps],
      draftRequest: async () => fail(['no-address']),
      sendRequest: async (letter) => {
        await note('sendRequest', letter);
        return { end: 'sent', pressed: null };
      },
      answerTime: async () => null,
      noteRequest: async (letter) => {
        await note('noteRequest', letter);
        return true;
      },
      settleRequest: async (request, does) => {
        await note('settleRequest', request, does);
        return 'sent';
      },
      noteAnswer: async (decision, draft) => ok(await note('noteAnswer', decision, draft)),
      noteMailReply: (...call) => note('noteMailReply', ...call),
      openMail: (id) => note('openMail', id),
      takeStep: async (decision, draft) => ok(await note('takeStep', decision, draft)),
      propose: async () => fail([{ kind: 'topics-missing', row: null }]),
      noteReply: async (agreement, draft) => ok(await note('noteReply', agreement, draft)),
      thread: async (topic) => {
        const entries = [...view.decisions, ...view.recaps];
        const found = findTopic(entries, topic, NOW);
        return found && { ...standingIn(entries), ...found, lineages: view.lineage ? [view.lineage] : [] };
      },
      renameTopic: async (...call) => {
        await note('renameTopic', ...call);
        return fail(['topic-taken']);
      },
      joinTopics: async (...call) => `${await note('joinTopics', ...call)}`,
      closeTopic: async (topic) => `${await note('closeTopic', topic)}`,
    }),
    points: async () => ({
      draftBefore: async () => {
        const sync = view.lineage?.occurrences.find(({ outcome }) => outcome === 'upcoming');
        if (sync === undefined) return null;
        const words = { subject: BEFORE_SUBJECT, text: BEFORE_TEXT, language: 'en' } as const;
        const letter = { to: MARCUS, ...words, points: ['point-1', 'point-2'], names: ['P-001', 'P-002'] };
        return { occurrence: sync.key, letters: [letter] };
      },
      sendBefore: (drafts) => note('sendBefore', drafts),
      lettersOnceMore: async () => [
        {
          ...{ to: MARCUS, subject: 'P-001: Can the platform team keep two people on the migration…' },
          ...{ text: ONCE_MORE_TEXT, language: 'en', series: '', point: 'point-1', name: 'P-001', from: 0 },
        },
      ],
      repliesTo: async () => ({
        found: [{ person: MARCUS, at: NOW - 3 * DAY, mail: 'reply-1', sender: null }],
        unsure: false,
      }),
      sendOnceMore: (letters) => note('sendOnceMore', letters),
      settleBefore: async (mail, does) => {
        await note('settleBefore', mail, does);
        return 'sent';
      },
      entries: async () => points,
      raise: async (series, draft) => {
        asked.push(['raise', series, draft]);
        const checked = checkPoint(draft, PRIYA, NOW);
        if (!checked.ok) return checked;
        const number = nextPointNumber(points.filter((fact) => fact.kind === 'point'));
        const stamped = { id: `point-${number}`, recordedAt: NOW, raisedAt: NOW, series, number };
        const point: Point = { ...checked.value, kind: 'point', ...stamped };
        points = [...points, point];
        show({});
        return ok(point);
      },
      note: async ({ id: point, series, person }, word) => {
        const id = `point-step-${++count}`;
        const step: PointStep = {
          kind: 'point-step',
          id,
          recordedAt: NOW,
          at: NOW,
          point,
          series,
          person,
          ...word,
        };
        points = [...points, step];
        show({});
        return ok(id);
      },
      promise: async (draft, { with: to, ...source }) => {
        asked.push(['promise', draft]);
        const checked = checkPromise(draft, NOW, PRIYA.zone);
        if (!checked.ok) return checked;
        const id = `promise-${++count}`;
        const stamped = { id, recordedAt: NOW, saidAt: NOW };
        const isTo = to !== undefined && isOwn(PRIYA, checked.value.whose.key);
        const said = { ...checked.value, ...source, ...(isTo ? { to } : {}) };
        points = [...points, { ...said, kind: 'promise', ...stamped }];
        show({});
        return ok(id);
      },
      sayOfPromise: async ({ id: promise, whose }, word) => {
        const checked = checkPromiseWord(word, NOW, PRIYA.zone);
        if (!checked.ok) return checked;
        const id = `promise-step-${++count}`;
        points = [...points, { kind: 'promise-step', id, recordedAt: NOW, at: NOW, promise, whose, ...word }];
        show({});
        return ok(id);
      },
    }),
    catchUp: async () => ({
      draft: async (record) => draftCatchUp(record, PRIYA, [], NOW),
      send: async (letter) => {
        await note('sendCatchUp', letter);
        return true;
      },
      told: async (letter) => {
        await note('told', letter);
        return ['told-1'];
      },
      takeBack: (entries) => note('takeBackTold', entries),
      setRhythm: async (person, pace) => {
        await note('setRhythm', person, pace);
        return `rhythm-${++count}`;
      },
      settle: async (entry, does) => {
        await note('settleCatchUp', entry, does);
        return 'sent';
      },
    }),
    setTheme: (theme) => show({ theme }),
    eraseAll: () => note('eraseAll'),
    letters: async () => ({
      note: async (...call) => {
        asked.push(['note', ...call]);
        return `gesture-${++count}`;
      },
      openInOutlook: (letter) => note('openInOutlook', letter),
      asFile: async ({ text }) => text,
      zones: async () => ({}),
      freeTimes: async (_, { near, minutes }) => ({
        found: 'times',
        times: [
          { start: near + HOUR, end: near + HOUR + minutes.short * MINUTE },
          { start: near + DAY + HOUR, end: near + DAY + HOUR + minutes.whole * MINUTE },
        ],
        zone: 'America/New_York',
      }),
      openToMyself: (letter) => note('openToMyself', letter),
      lookBack: async () => ({ ok: false, fault: [] }),
      isIntact: async () => true,
      recordWith: async (person) => ({
        person,
        lineages: view.lineage === null ? [] : [view.lineage],
        ...{ decisions: view.decisions, recaps: view.recaps, consulting: [], agreements: [], gestures: [] },
        points: [],
        promises: promiseHistories(points),
        rhythms: [],
        histories: decisionHistories([...view.decisions], NOW),
      }),
      record: async () => ({
        lineages: view.lineage === null ? [] : [view.lineage],
        ...{
          decisions: view.decisions,
          recaps: view.recaps,
          consulting: [],
          agreements: [],
          gestures: [],
          points: [],
          promises: promiseHistories(points),
          rhythms: [],
        },
      }),
    }),
    keeper: async () => ({
      planErasing: async () => ({ alone: ['Priya/Marcus daily sync'], decisions: 3, passages: [] }),
      erase: async (person, role) => {
        await note('erase', person, role);
        return true;
      },
      check: async () => ({ whole: true, asKept: true }),
      checkFile: async () => ({
        lines: 1234,
        faults: [
          { what: 'changed', line: 17 },
          { what: 'left-out', from: 20 },
          { what: 'moved', line: 30, from: 25 },
        ],
        faulty: 3,
        sealed: true,
      }),
      backupDue: async () => null,
      remindLater: () => note('remindLater'),
      retention: async () => 180,
      keepRows: () => note('keepRows'),
      keepErased: () => note('keepErased'),
      keepFor: async (days) => {
        await note('keepFor', days);
        return true;
      },
    }),
    roaming: async () => createFakeRoaming(note),
    keepDraft: (name, draft) => void drafts.set(name, draft),
    draft: async (name) => drafts.get(name),
  };
  return {
    actions,
    asked,
    drafts,
    show,
    view: () => view,
    /** Lets the ten seconds pass. */
    letItGo: () => show({ outgoing: [], recaps: [...view.recaps, ...pressed] }),
  };
}
export type FakeActions = ReturnType<typeof createFakeActions>;
