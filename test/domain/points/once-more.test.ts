import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { CatchUpEntry } from '../../../src/domain/facts/decided/catch-up-entry';
import type { Point } from '../../../src/domain/facts/decided/point';
import type { Entry, Fact } from '../../../src/domain/facts/log/fact';
import { mergeFacts } from '../../../src/domain/facts/log/log';
import { askedAgainFrom, askedOnceMoreNow, couldBeAskedAgain } from '../../../src/domain/points/once-more';
import { type PointHistory, pointHistories } from '../../../src/domain/points/point-history';
import { DAY, HOUR, type Instant } from '../../../src/domain/time/time';
import { USUAL_WEEK, type WeekOfWork } from '../../../src/domain/time/working-days';
import { catchUpEntry } from '../builders/judged-month';
import { point, pointMail, pointStep } from '../builders/point-facts';
import { DANA, MARCUS, utc } from '../builders/readings';

const week: WeekOfWork = { ...USUAL_WEEK, zone: 'America/New_York', holidays: new Set(), away: [] };

/** Of a question that is P-001: from when Marcus can be asked once more. */
const from = (facts: readonly Fact[], theirs = week): string | null => {
  const [history] = pointHistories(facts);
  const at = history === undefined ? null : askedAgainFrom(history, MARCUS, theirs);
  return at === null ? null : new Date(at).toISOString().slice(0, 16);
};

/** Mon 2 Nov, 12:00 in London; New York is five hours behind. */
const BEFORE = pointMail(['p1'], ['P-001'], '2026-11-02T12:00');
const after = (date: string, more: Partial<CatchUpEntry> = {}): CatchUpEntry =>
  catchUpEntry(`after ${date}`, 'sent', {
    ...{ recordedAt: utc(`${date}T12:00`), sentAt: utc(`${date}T12:00`), mailKey: `after ${date}` },
    ...{ points: ['p1'], pointsCalled: ['P-001'] },
    ...more,
  });
const WEDNESDAY = '2026-11-04T22:00';

describe('A question once more (12.4)', () => {
  test.each<[string, string | null, ...Fact[]]>([
    ['two of their working days after its first mail, where it names no day', WEDNESDAY, BEFORE],
    ['counted from the first of two', WEDNESDAY, BEFORE, after('2026-11-03')],
    ['also where the first was one after', '2026-11-05T22:00', after('2026-11-03')],
    ['not where nobody had it by mail', null],
    ['not after a word by hand alone', null, after('2026-11-03', { step: 'by-hand' })],
    ['not while a mail with it may be on its way', null, { ...BEFORE, step: 'sending' }],
    ['nor while the second one may be', null, BEFORE, after('2026-11-03', { step: 'sending', sentAt: null })],
    ['handed to Outlook it went, as far as is known', WEDNESDAY, { ...BEFORE, step: 'unverified' }],
    ['not of a mail that was taken back', null, { ...BEFORE, step: 'taken-back' }],
    ['nor of one that came back: it reached nobody', null, { ...BEFORE, step: 'came-back' }],
    ['not a third time', null, BEFORE, after('2026-11-06', { again: true })],
    [
      'nor while the second is on its way',
      null,
      BEFORE,
      after('2026-11-06', { again: true, step: 'sending' }),
    ],
    [
      'anew where the second was taken back',
      WEDNESDAY,
      BEFORE,
      after('2026-11-06', { again: true, step: 'taken-back' }),
    ],
    [
      'anew where the second came back',
      WEDNESDAY,
      BEFORE,
      after('2026-11-06', { again: true, step: 'came-back' }),
    ],
    ['not of somebody else', null, { ...BEFORE, to: [DANA] }],
    ['not once it was answered', null, BEFORE, pointStep('p1', 'answered', '2026-11-03T09:00')],
    ['not once it was talked about', null, BEFORE, pointStep('p1', 'talked-about', '2026-11-03T09:00')],
    ['not once it was dropped', null, BEFORE, pointStep('p1', 'dropped', '2026-11-03T09:00')],
    ['where it was put off in a meeting', WEDNESDAY, BEFORE, pointStep('p1', 'not-yet', '2026-11-03T09:00')],
  ])('12.4 %s', (_, expected, ...facts) => {
    expect(from([point(1), ...facts])).toBe(expected);
  });

  test.each<[string, Partial<Point>, string | null]>([
    ['its day is over, where it names one', { deadline: '2026-11-12' }, '2026-11-13T05:00'],
    ['its day is over, were it the day of the mail', { deadline: '2026-11-02' }, '2026-11-03T05:00'],
    ['two working days where its day was over when it went', { deadline: '2026-10-30' }, WEDNESDAY],
    ['never where it is news: that is not asked', { sort: 'news', person: null }, null],
    ['two working days also where it is a meeting’s', { person: null }, WEDNESDAY],
  ])('12.4 not before %s', (_, more, expected) => {
    expect(from([point(1, more), BEFORE])).toBe(expected);
  });

  test.each<[string, boolean, ...Fact[]]>([
    ['offered while nothing was said of it since', true],
    ['also where it was put off in a meeting', true, pointStep('p1', 'not-yet', '2026-11-05T09:00')],
    ['not where it was answered', false, pointStep('p1', 'answered', '2026-11-05T09:00')],
    ['not where it was talked about', false, pointStep('p1', 'talked-about', '2026-11-05T09:00')],
    ['not where it was dropped', false, pointStep('p1', 'dropped', '2026-11-05T09:00')],
    ['not where it was asked once more', false, after('2026-11-05', { again: true })],
    ['also where somebody else was asked once more', true, after('2026-11-05', { again: true, to: [DANA] })],
  ])('12.4 as drafted a while ago it is %s', (_, expected, ...since) => {
    const at = utc(WEDNESDAY);
    const made = { to: MARCUS, subject: '', text: '', language: 'en', series: 'daily' } as const;
    const letters = [{ ...made, point: 'p1', name: 'P-001', from: at }];
    const histories = pointHistories([point(1), BEFORE, ...since]);
    expect(askedOnceMoreNow(letters, histories, at)).toEqual(expected ? letters : []);
    expect(askedOnceMoreNow(letters, histories, at - 1)).toEqual([]);
  });

  test('12.4 counts their days off, and nobody who works on none is asked once more', () => {
    const tuesday = new Set(['2026-11-03']);
    expect(from([point(1), BEFORE], { ...week, holidays: tuesday })).toBe('2026-11-05T22:00');
    expect(from([point(1), BEFORE], { ...week, days: [] })).toBeNull();
  });

  test('12.4 a meeting’s question goes once more to each who had it', () => {
    const facts = [
      point(1, { person: null }),
      { ...BEFORE, to: [MARCUS] },
      after('2026-11-03', { to: [DANA] }),
    ];
    expect(pointHistories(facts).flatMap(couldBeAskedAgain)).toEqual([MARCUS, DANA]);
  });

  test('12.4 whatever happens on two machines that hear of each other or not, it goes to nobody more than once', () => {
    const machine = fc.nat(1);
    const act = fc.record({
      on: machine,
      does: fc.constantFrom(
        'ask',
        'arrive',
        'take-back',
        'come-back',
        'hear',
        'not-yet',
        'wait',
      ) as fc.Arbitrary<'ask' | 'arrive' | 'take-back' | 'come-back' | 'hear' | 'not-yet' | 'wait'>,
      whom: fc.constantFrom(MARCUS, DANA),
    });
    fc.assert(
      fc.property(fc.array(act, { minLength: 20, maxLength: 60, size: 'max' }), (acts) => {
        const first: readonly Entry[] = [
          point(1, { person: null }),
          pointMail(['p1'], ['P-001'], '2026-11-02T12:00', { to: [MARCUS, DANA] }),
        ];
        const logs: (readonly Entry[])[] = [first, first];
        let now: Instant = utc('2026-11-02T13:00');
        let stamp = 0;
        /** What the mailbox holds, by its key: one that lies there is found, and not sent again. */
        const went = new Map<string, 'arrived' | 'came back'>();
        for (const { on, does, whom } of acts) {
          const mine = logs[on] ?? [];
          const [history] = pointHistories(mine) as [PointHistory];
          const note = (...facts: readonly Entry[]) => {
            logs[on] = [...mine, ...facts];
          };
          now += HOUR;
          stamp += 1;
          const id = `s${String(stamp).padStart(4, '0')}`;
          const own = mine.filter((fact): fact is CatchUpEntry => fact.kind === 'catch-up');
          const last = own.findLast(({ to }) => to[0]?.key === whom.key);
          const next = (step: CatchUpEntry['step']) => {
            if (last !== undefined)
              note({ ...last, id, recordedAt: now, step, sentAt: step === 'sent' ? now : null });
          };
          if (does === 'wait') now += 2 * DAY;
          else if (does === 'hear') logs[on] = mergeFacts(mine, logs[1 - on] ?? []) as readonly Entry[];
          else if (does === 'not-yet') note(pointStep('p1', 'not-yet', '2026-11-03T09:00', { id }));
          else if (does === 'ask') {
            const at = askedAgainFrom(history, whom, week);
            if (at === null || now < at) continue;
            // As `mailKeyFor` has it: the same on every machine, and another one after one that came back.
            const back = new Set(
              own.filter(({ step }) => step === 'came-back').map(({ mailKey }) => mailKey),
            );
            let mailKey = `once more ${whom.key}`;
            while (back.has(mailKey)) mailKey = `again ${mailKey}`;
            note(
              catchUpEntry(id, 'sending', {
                ...{ recordedAt: now, sentAt: null, mailKey, to: [whom], again: true },
                ...{ points: ['p1'], pointsCalled: ['P-001'] },
              }),
            );
          } else if (last === undefined) continue;
          else if (does === 'arrive' && last.step === 'sending') {
            if (!went.has(last.mailKey)) went.set(last.mailKey, 'arrived');
            next('sent');
          } else if (does === 'take-back' && last.step === 'sending' && !went.has(last.mailKey))
            next('taken-back');
          else if (does === 'come-back' && last.step === 'sent') {
            went.set(last.mailKey, 'came back');
            next('came-back');
          }
        }
        for (const { key } of [MARCUS, DANA]) {
          const theirs = [...went].filter(([mailKey, how]) => mailKey.endsWith(key) && how === 'arrived');
          expect(theirs.length).toBeLessThanOrEqual(1);
        }
        const [merged] = pointHistories(mergeFacts(logs[0] ?? [], logs[1] ?? [])) as [PointHistory];
        for (const { step, to, again } of merged.after.filter((one) => one.kind === 'catch-up')) {
          expect(again).toBe(true);
          if (step === 'sent') for (const one of to) expect(askedAgainFrom(merged, one, week)).toBeNull();
        }
      }),
    );
  });
});
