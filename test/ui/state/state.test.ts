import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { UNDO_TIME } from '../../../src/domain/facts/decided/pressed';
import { isCounted } from '../../../src/domain/measure/counted';
import { tellingMails } from '../../../src/domain/measure/hearing';
import { EVERYTHING } from '../../../src/domain/tell/log-scope';
import { Trouble } from '../../../src/domain/trouble';
import { createAdjustState } from '../../../src/ui/state/check-in/adjust';
import { checkInReadingOf, createCheckInState } from '../../../src/ui/state/check-in/check-in';
import { createDecisionState } from '../../../src/ui/state/decide/decisions';
import { createLogState } from '../../../src/ui/state/log';
import { spanName, spanOf } from '../../../src/ui/state/numbers';
import { createPaneState, firstChosen, type PaneState } from '../../../src/ui/state/pane';
import { createRecapState } from '../../../src/ui/state/recap';
import { standingOf } from '../../../src/ui/state/sending';
import { anyTroubleWords } from '../../../src/ui/words/keep/trouble';
import { createFakeActions, type FakeActions, goldenView } from '../fake-actions';
import { DECISIONS, goldenMonth, MARCUS, NOW, occurrenceOn, PRIYA, RECAPS, utc } from '../fixture';

const open: PaneState[] = [];
function openPane(fake: FakeActions = createFakeActions()) {
  const pane = createPaneState(fake.actions);
  open.push(pane);
  return { fake, pane };
}
afterEach(() => {
  for (const pane of open.splice(0)) pane.dispose();
});
const today = occurrenceOn('2026-11-20');

describe('Which occurrence the pane opens on', () => {
  test('the last one that needs an answer', () => {
    expect(firstChosen(goldenView())?.date).toBe('2026-11-20');
  });

  test('without a question, the past one that is open in Outlook', () => {
    const lineage = goldenMonth();
    const occurrences = lineage.occurrences.map((one) => ({ ...one, questions: [] }));
    const situation = { kind: 'kept' as const, open: occurrenceOn('2026-11-03').key };
    const view = { ...goldenView(), lineage: { ...lineage, occurrences }, situation };
    expect(firstChosen(view)?.date).toBe('2026-11-03');
  });

  test('the open item decides, whatever asks, waits or was told, before it began and after', () => {
    const lineage = goldenMonth();
    const keys = lineage.occurrences.map(({ key }) => key);
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.subarray(keys),
        fc.subarray(keys),
        fc.option(fc.constantFrom(...keys), { nil: null }),
        (open, asking, upcoming, untold) => {
          const occurrences = lineage.occurrences.map((one) => ({
            ...one,
            outcome: upcoming.includes(one.key) ? ('upcoming' as const) : one.outcome,
            questions: asking.includes(one.key) ? (['what-happened'] as const) : [],
          }));
          const situation = { kind: 'kept' as const, open };
          const view = { ...goldenView(), lineage: { ...lineage, occurrences }, situation, untold };
          expect(firstChosen(view)?.key).toBe(open);
        },
      ),
    );
  });

  test('and goes on deciding through an answer, a tick of the clock, a reading, and a write of another pane', async () => {
    vi.useFakeTimers();
    const { pane, fake } = openPane();
    fake.show({ situation: { kind: 'kept', open: today.key } });
    const open = pane.chosen.value?.key;
    const still = (what: string) => expect(pane.chosen.value?.key, what).toBe(open);
    const lineage = goldenMonth();
    const asking = lineage.occurrences.map((one) => ({
      ...one,
      questions: one.date === '2026-11-19' ? (['what-happened'] as const) : [],
    }));
    await createCheckInState(pane, today).say('we-met');
    still('an answer');
    fake.show({ lineage: { ...lineage, occurrences: asking } });
    still('a write of another pane that leaves a question about another day');
    vi.advanceTimersByTime(120_000);
    still('the clock');
    fake.show({ freshness: { ...goldenView().freshness, reading: true, progress: 40 } });
    fake.show({
      freshness: { ...goldenView().freshness, readAt: Date.now() },
      untold: lineage.occurrences[2]?.key ?? null,
    });
    still('a reading of the calendar');
    pane.choose(occurrenceOn('2026-11-03').key);
    fake.show({ lineage: { ...lineage, occurrences: asking } });
    expect(pane.chosen.value?.date, 'a choice by hand stays as well').toBe('2026-11-03');
    vi.useRealTimers();
  });

  test('without either, the one whose recap has not gone', () => {
    const lineage = goldenMonth();
    const occurrences = lineage.occurrences.map((one) => ({ ...one, questions: [] }));
    const view = { ...goldenView(), lineage: { ...lineage, occurrences } };
    expect(firstChosen({ ...view, untold: occurrenceOn('2026-11-18').key })?.date).toBe('2026-11-18');
    expect(firstChosen(view)?.date).toBe('2026-11-19');
  });

  test('an answer does not make the pane jump to the next question', async () => {
    const { pane } = openPane();
    await createCheckInState(pane, today).say('we-met');
    expect(pane.chosen.value?.date).toBe('2026-11-20');
  });
});

describe('Saying what happened', () => {
  test('one tap saves, and the answer is read back from the record', async () => {
    const { fake, pane } = openPane();
    const checkIn = createCheckInState(pane, today);
    await checkIn.say('nobody-joined');
    expect(fake.asked).toEqual([
      ['checkIn', today.key, { said: 'nobody-joined', minutes: null, people: [] }],
    ]);
    expect(checkIn.answer.value).toBe('nobody-joined');
  });

  test('a double tap saves once', async () => {
    const { fake, pane } = openPane();
    const checkIn = createCheckInState(pane, today);
    await Promise.all([checkIn.say('we-met'), checkIn.say('we-met')]);
    expect(fake.asked).toHaveLength(1);
  });

  test('undo takes back the check-in that counts', async () => {
    const { fake, pane } = openPane();
    await createCheckInState(pane, today).undo('check-in-7');
    expect(fake.asked).toEqual([['undo', 'check-in-7']]);
  });

  test('adjusting says minutes and people; word carries its time in the zone of the owner', async () => {
    const { fake, pane } = openPane();
    const checkIn = createCheckInState(pane, today);
    const adjust = createAdjustState(pane, checkIn);
    adjust.minutes.value = '12';
    adjust.setPerson(MARCUS.key, { said: 'sent-word' });
    adjust.setPerson(MARCUS.key, { when: '2026-11-20T15:10' });
    await adjust.save();
    expect(fake.asked[0]?.[2]).toEqual({
      said: 'we-met',
      minutes: 12,
      people: [{ person: MARCUS.key, said: 'sent-word', wordAt: utc('2026-11-20T15:10') }],
    });
  });

  test('minutes that are no minutes are a fault, and nothing is saved', async () => {
    const { fake, pane } = openPane();
    const adjust = createAdjustState(pane, createCheckInState(pane, today));
    adjust.minutes.value = '-3';
    await adjust.save();
    expect(adjust.fault.value).toBe(true);
    expect(fake.asked).toEqual([]);
  });

  test('adjusting starts from what was noted', () => {
    const { pane } = openPane();
    const part = occurrenceOn('2026-10-28');
    const adjust = createAdjustState(pane, createCheckInState(pane, part));
    expect(adjust.minutes.value).toBe('10');
    expect(adjust.people.value[MARCUS.key]?.said).toBe('was-there');
    expect(checkInReadingOf(part)).toBe('we-met');
  });

  test('trouble becomes words and leaves the question open', async () => {
    const fake = createFakeActions();
    const failing = { ...fake.actions, checkIn: () => Promise.reject(new Trouble('storage-full', 'log')) };
    const { pane } = openPane({ ...fake, actions: failing });
    await createCheckInState(pane, today).say('we-met');
    expect(anyTroubleWords(pane.complaint.value?.thrown)).toMatch(/no more room/);
    expect(pane.chosen.value?.questions).toContain('what-happened');
  });

  test('words about it stay while parts on screen read what they need, and go with the next click', async () => {
    const { pane } = openPane();
    const full = () => Promise.reject(new Trouble('storage-full', 'log'));
    await pane.attempt(full);
    await pane.lookUp(async () => 'read');
    expect(anyTroubleWords(pane.complaint.value?.thrown)).toMatch(/no more room/);
    await pane.attempt(async () => 'done');
    expect(pane.complaint.value).toBeNull();
    await pane.lookUp(full);
    expect(pane.complaint.value).not.toBeNull();
    await pane.lookUp(async () => 'read');
    expect(pane.complaint.value).toBeNull();
  });
});

describe('The recap', () => {
  const missed = occurrenceOn('2026-11-16');
  const loaded = async () => {
    const { fake, pane } = openPane();
    const recap = createRecapState(pane, missed.key);
    await recap.load();
    return { fake, pane, recap };
  };

  test('goes as drafted to those who are ticked', async () => {
    const { fake, recap } = await loaded();
    const sending = recap.send();
    fake.letItGo();
    await sending;
    expect(fake.asked[0]?.slice(0, 2)).toEqual(['sendRecap', missed.key]);
    expect(fake.asked[0]?.[2]).toMatchObject([{ to: [MARCUS], subject: recap.subject.value }]);
  });

  test('from a line of what is owed goes to this person alone, as edited before, and leads nowhere', async () => {
    const { fake, pane } = openPane();
    fake.drafts.set(`recap:${missed.key}`, {
      ...{ together: true, letters: { [MARCUS.key]: { subject: 'Mine', text: 'My words' } } },
    });
    const recap = createRecapState(pane, missed.key, { only: MARCUS.key });
    await recap.load();
    expect([recap.subject.value, recap.text.value]).toEqual(['Mine', 'My words']);
    const { value: tab } = pane.tab;
    const chosen = pane.chosen.value?.key;
    const sending = recap.send();
    fake.letItGo();
    expect(await sending).toBe(true);
    expect(fake.asked[0]).toMatchObject([
      'sendRecap',
      missed.key,
      [{ to: [MARCUS], text: 'My words' }],
      false,
    ]);
    expect([pane.tab.value, pane.chosen.value?.key]).toEqual([tab, chosen]);
  });

  test('a double click sends once', async () => {
    const { fake, recap } = await loaded();
    const both = [recap.send(), recap.send()];
    fake.letItGo();
    await Promise.all(both);
    expect(fake.asked.filter(([name]) => name === 'sendRecap')).toHaveLength(1);
  });

  test('can be taken back while it waits, then sent', async () => {
    const { fake, pane, recap } = await loaded();
    await recap.send();
    const kind = (now: number) => standingOf(missed.key, fake.view(), pane.onTheirWay.value, now).kind;
    expect(kind(NOW)).toBe('undoable');
    expect(kind(NOW + UNDO_TIME)).toBe('on-its-way');
    await fake.actions.takeBackRecap(missed.key);
    expect(kind(NOW)).toBe('open');
  });

  test('edits are kept as typed, counted and looked over for unkind words (8)', async () => {
    const { fake, recap } = await loaded();
    recap.type({ text: 'You never answered' });
    expect(recap.words.value.whole).toBe(3);
    expect(recap.unkind.value).toEqual(['never']);
    expect(fake.drafts.get(`recap:${missed.key}`)).toMatchObject({
      letters: { [MARCUS.key]: { text: 'You never answered', decisions: ['decision-14'], names: ['D-014'] } },
    });
  });

  test('an edit kept by an earlier version is still there', async () => {
    const { fake, pane } = openPane();
    fake.drafts.set(`recap:${missed.key}`, { subject: 'INFO: mine', text: 'As I wrote it' });
    const recap = createRecapState(pane, missed.key);
    await recap.load();
    expect([recap.subject.value, recap.text.value, recap.edited.value]).toEqual([
      'INFO: mine',
      'As I wrote it',
      true,
    ]);
    recap.startOver();
    expect(recap.text.value).toContain('Reply: [OK]');
  });

  test.each([
    ["[OK] [Let's talk first] [I see a problem]", []],
    ['[ok] [Let’s  talk first] [I see a problem]', []],
    ["[OK] Let's talk first [I see a problem]", ['talk']],
    ['Please answer.', ['fine', 'talk', 'problem']],
  ])('of the answers in %j the missing are %j', async (text, missing) => {
    const { recap } = await loaded();
    recap.type({ text });
    expect(recap.lostAnswers.value).toEqual(missing);
    expect(recap.sendable.value).toBe(true);
  });

  test('nobody ticked, nothing to send', async () => {
    const { recap } = await loaded();
    await recap.tick(MARCUS.key, false);
    expect(recap.sendable.value).toBe(false);
  });

  const entry = RECAPS[0];
  test.each([
    [['sending'], 'unknown'],
    [['sending', 'sent'], 'sent'],
    [['sending', 'unverified'], 'unverified'],
    [['sending', 'taken-back'], 'open'],
    [['sending', 'refused'], 'open'],
    [[], 'open'],
  ] as const)('after %j its standing is %s', (steps, kind) => {
    const recaps = steps.map((step, at) => ({ ...entry, id: `${at}`, step })) as typeof RECAPS;
    expect(standingOf(entry?.occurrence ?? '', { recaps }, [], NOW).kind).toBe(kind);
  });

  test('one that is on its way from here is not asked about', () => {
    const recaps = [{ ...entry, step: 'sending' }] as typeof RECAPS;
    const key = entry?.occurrence ?? '';
    expect(standingOf(key, { recaps }, [key], NOW).kind).toBe('on-its-way');
  });
});

describe('A decision', () => {
  test('is saved with its owner and those who should hear', async () => {
    const { fake, pane } = openPane();
    const form = createDecisionState(pane, today.key);
    form.change({ text: 'Ship it', topic: 'Atlas' });
    await form.save();
    expect(fake.asked[0]?.[1]).toMatchObject({
      text: 'Ship it',
      topic: 'Atlas',
      accountable: { key: PRIYA.key },
      informed: [MARCUS],
      occurrence: today.key,
    });
    expect(form.saved.value?.number).toBe(15);
    expect(fake.drafts.get('decision')).toBeNull();
  });

  test('faults stand beside their fields and nothing typed is lost', async () => {
    const { pane } = openPane();
    const form = createDecisionState(pane, today.key);
    form.change({ why: 'because', accountable: null });
    await form.save();
    expect(form.faults.value).toEqual(['text-missing', 'accountable-missing']);
    expect(form.draft.value.why).toBe('because');
  });

  test('what was typed is there again after the pane was closed', async () => {
    const fake = createFakeActions();
    createDecisionState(openPane(fake).pane, today.key).change({ text: 'Half a thought' });
    const again = createDecisionState(openPane(fake).pane, today.key);
    await Promise.resolve();
    expect(again.draft.value.text).toBe('Half a thought');
  });

  test('is told by the recap that carried it, and by no other', () => {
    const told = DECISIONS.map((decision) =>
      tellingMails(
        { decision, decidedAt: decision.decidedAt, asked: [], answers: [], events: [], touched: [] },
        RECAPS,
      ),
    );
    expect(told.map((mails) => mails.map(({ id }) => id))).toEqual([['recap-1'], []]);
  });
});

describe('The log', () => {
  test('an import shows its plan before it does anything', async () => {
    const { pane } = openPane();
    const log = createLogState(pane);
    await log.read(new Blob(['{}']));
    expect(log.plan.value?.added).toBe(3);
    await log.doImport();
    expect(log.said.value).toBe('3 entries were added.');
    expect(log.plan.value).toBeNull();
  });

  test('a file of two hundred megabytes is refused by its size, before a byte of it is read', async () => {
    const { pane } = openPane();
    const log = createLogState(pane);
    let read = 0;
    const huge = { size: 200_000_000, text: async () => String(++read) } as unknown as Blob;
    await log.read(huge);
    expect(log.fault.value?.why).toContain('larger than 180 MB');
    expect(log.plan.value).toBeNull();
    expect(read).toBe(0);
  });

  test('a file of a hundred and twenty megabytes, as the largest logs are, is read', async () => {
    const { pane } = openPane();
    const log = createLogState(pane);
    await log.read({ size: 120_000_000, text: async () => '{}' } as unknown as Blob);
    expect(log.fault.value).toBeNull();
    expect(log.plan.value?.added).toBe(3);
  });

  test('copying gives text, a file is saved, a mail is said', async () => {
    const { pane } = openPane();
    const log = createLogState(pane);
    const saved: string[] = [];
    await log.exportAs('copy', EVERYTHING, (name) => saved.push(name));
    expect(log.text.value).toContain('cancelled');
    await log.exportAs('mail', EVERYTHING, (name) => saved.push(name));
    expect(log.said.value).toMatch(/mail to yourself/);
    expect(saved).toEqual([]);
  });

  test('an export that was stopped hands nothing on, and the next one begins anew', async () => {
    const fake = createFakeActions();
    let stop = () => {};
    const exportLog: FakeActions['actions']['exportLog'] = async (_as, _scope, _wording, { signal }) => {
      stop();
      return signal?.aborted ? null : { name: 'log.csv', text: null, file: new Blob(['log']) };
    };
    const { pane } = openPane({ ...fake, actions: { ...fake.actions, exportLog } });
    const log = createLogState(pane);
    const saved: string[] = [];
    stop = log.work.stop;
    expect(await log.exportAs('csv', EVERYTHING, (name) => saved.push(name))).toBe(false);
    expect(log.said.value).toBe('Stopped: nothing was exported.');
    expect(saved).toEqual([]);
    stop = () => {};
    expect(await log.exportAs('csv', EVERYTHING, (name) => saved.push(name))).toBe(true);
    expect(saved).toEqual(['log.csv']);
  });

  test('a file whose reading was stopped changes nothing, and says so', async () => {
    const fake = createFakeActions();
    const { pane } = openPane({ ...fake, actions: { ...fake.actions, readImport: async () => null } });
    const log = createLogState(pane);
    await log.read(new Blob(['{}']));
    expect(log.said.value).toBe('Stopped: nothing was imported.');
    expect(log.plan.value).toBeNull();
  });

  test('an export about somebody who was erased meanwhile hands nothing over, and names nobody', async () => {
    const fake = createFakeActions();
    const forgotten = { name: '', text: null, file: null, forgotten: true } as const;
    const { pane } = openPane({ ...fake, actions: { ...fake.actions, exportLog: async () => forgotten } });
    const log = createLogState(pane);
    const saved: string[] = [];
    await log.exportAs('csv', { kind: 'person', person: MARCUS }, (name) => saved.push(name));
    expect(log.said.value).toBe('This person was erased from the log. Nothing was exported.');
    expect(saved).toEqual([]);
  });

  test('a log that no mail takes is said to be too large, with what to do instead', async () => {
    const fake = createFakeActions();
    const tooLarge = { name: 'log.csv', text: null, file: null, tooLarge: true } as const;
    const { pane } = openPane({ ...fake, actions: { ...fake.actions, exportLog: async () => tooLarge } });
    const log = createLogState(pane);
    await log.exportAs('mail', EVERYTHING, () => {});
    expect(log.said.value).toMatch(/too large for a mail. Choose CSV or Excel/);
  });
});

describe('The span of the numbers', () => {
  const lineage = goldenMonth();
  test('this month is the month of the owner, from its first midnight', () => {
    expect(spanOf('this-month', lineage, NOW, 'Europe/London')).toEqual({
      start: utc('2026-11-01T00:00'),
      end: utc('2026-12-01T00:00'),
    });
  });

  test('last month of January is December of the year before', () => {
    expect(spanOf('last-month', lineage, utc('2027-01-05T09:00'), 'UTC')?.start).toBe(
      utc('2026-12-01T00:00'),
    );
  });

  test('7.2 the last 20 recorded are everything while there are fewer', () => {
    expect(spanOf('rolling', lineage, NOW, 'Europe/London')).toBeUndefined();
    expect(spanName('rolling', lineage)).toBe('All 14');
  });

  test('7.2 the last 12 are called so once there are 12', () => {
    const weekly = { ...lineage, perWeek: 1 };
    expect(spanName('rolling', weekly)).toBe('Last 12');
    expect(spanOf('rolling', weekly, NOW, 'Europe/London')).toBeDefined();
  });

  test('7.2 9 what became counts by the month are in the whole history, and its name says so', () => {
    const counts = { moves: 0, shortNoticeMoves: 0, minutes: 15, plannedMinutes: 45 };
    const outcomes = { held: 1, 'not-held-no-message': 2, 'not-recorded': 4, 'excluded-holiday': 1 };
    const occurrences = lineage.occurrences.slice(0, 8);
    const reduced = [{ month: '2026-05', outcomes, ...counts }];
    const old = { ...lineage, perWeek: 1, occurrences, reduced };
    const left = occurrences.filter(isCounted).length;
    expect(spanName('rolling', old)).toBe(`All ${left + 3}`);
    expect(spanOf('rolling', old, NOW, 'Europe/London')).toBeUndefined();
  });
});
