import { describe, expect, expectTypeOf, test } from 'vitest';

import type { Fact } from '../../../../src/domain/facts/log/fact';
import type { Outcome } from '../../../../src/domain/facts/things/outcomes';
import type { Verdict } from '../../../../src/domain/judge/verdict/outcome';
import { drawn } from '../../builders/draw';
import {
  about,
  at,
  attendee,
  away,
  daily,
  dana,
  holiday,
  judge,
  marcus,
  occurrenceOn,
  priya,
  said,
  sam,
  span,
} from '../../builders/facts';
import { AFTER, atlas, atlasOn, sync, syncOn } from '../../builders/two-meetings';

/** Section 2 of the definitions, rule by rule. */

const MON = '2026-11-02';
const TUE = '2026-11-03';

const ofSync = syncOn(MON);
const ofAtlas = atlasOn(TUE);

describe('2.1 upcoming', () => {
  test.each([
    ['a moment before its end', at(`${MON} 15:30`) - 1, 'upcoming'],
    ['at its end', at(`${MON} 15:30`), 'not-recorded'],
  ])('2.1 %s, with nothing known', (_, now, outcome) => {
    expect(ofSync([], now).outcome).toBe(outcome);
  });

  test('2.1 one in progress shows at once that they met', () => {
    expect(ofSync([sync.noted(MON, `${MON} 15:10`, 'we-met')], at(`${MON} 15:11`)).outcome).toBe('held');
  });

  test('2.1 one in progress shows at once that nobody joined', () => {
    const facts = [sync.noted(MON, `${MON} 15:12`, 'nobody-joined')];
    expect(ofSync(facts, at(`${MON} 15:12`)).outcome).toBe('not-held-no-message');
  });

  test('2.1 a cancellation of a coming one shows at once', () => {
    const now = at('2026-10-30 10:00');
    expect(ofSync([sync.cancelledBy(MON, '2026-10-30 09:00')], now).outcome).toBe('cancelled-with-notice');
  });

  test('2.1 one that was asked about asks only once it has started', () => {
    expect(ofSync([], at(`${MON} 14:59:59`)).questions).toEqual([]);
    expect(ofSync([], at(`${MON} 15:00`)).questions).toEqual(['what-happened']);
  });
});

describe('2.3 and 2.4 held', () => {
  test.each([
    [15, 'held', 'exactly half'],
    [14.99, 'held-part', 'a little less than half'],
    [30, 'held', 'all of it'],
    [45, 'held', 'longer than planned'],
  ])('2.4 together for %d of 30 minutes: %s (%s)', (minutes, outcome) => {
    const one = ofSync([sync.noted(MON, `${MON} 15:31`, 'we-met', minutes)]);
    expect(one).toMatchObject({ outcome, minutesTogether: minutes });
  });

  test('2.4 two of three needed people are enough', () => {
    const one = drawn(`
      planned |============|
      priya   |============|
      dana    |============|
      sam     |            |
    `);
    expect(one).toMatchObject({
      outcome: 'held',
      minutesTogether: 60,
      grade: 'documented',
      evidence: ['teams-report'],
    });
  });

  test('2.4 an optional person is no second needed one', () => {
    const one = drawn(
      `
      planned |============|
      priya   |============|
      wei     |============|
    `,
      { optional: ['wei'], invited: ['marcus', 'dana'] },
    );
    expect(one.outcome).not.toMatch(/^held/);
  });

  test('2.4 both of a one-to-one have to be there', () => {
    const one = drawn(`
      planned |======|
      priya   |======|
      marcus  |      |
    `);
    expect(one.oneToOne).toBe(true);
    expect(one.outcome).not.toMatch(/^held/);
  });

  test('2.3 held after a move is held-moved, in part it is held-part', () => {
    const moved = sync.movedBy(MON, `${MON} 14:40`, span(MON, '17:00', '17:30'));
    expect(ofSync([moved, sync.noted(MON, `${MON} 17:31`, 'we-met')]).outcome).toBe('held-moved');
    expect(ofSync([moved, sync.noted(MON, `${MON} 17:31`, 'we-met', 10)]).outcome).toBe('held-part');
  });

  test('2.3 reinstated wins over moved', () => {
    const facts = [
      sync.movedBy(MON, '2026-10-30 10:00', span(MON, '16:00', '16:30')),
      sync.sighted(MON, {
        seenAt: at('2026-10-30 11:00'),
        cancelled: true,
        span: span(MON, '16:00', '16:30'),
      }),
      sync.sighted(MON, { seenAt: at('2026-10-30 12:00'), span: span(MON, '16:00', '16:30') }),
      sync.noted(MON, `${MON} 16:31`, 'we-met'),
    ];
    expect(ofSync(facts).outcome).toBe('held-reinstated');
  });

  test('2 a cancelled occurrence that other evidence shows to have been held is held, and says that sources disagree', () => {
    const one = ofSync([
      sync.cancelledBy(MON, '2026-10-30 09:00'),
      sync.noted(MON, `${MON} 15:31`, 'we-met'),
    ]);
    expect(one.outcome).toBe('held');
    expect(one.reasons.map(({ what }) => what)).toContain('sources-disagree');
  });
});

describe('2.5 excluded', () => {
  const pause = sync.kept('pause', '2026-11-01 10:00');
  const start = sync.kept('start', '2026-10-19 09:00');
  const skip = sync.noted(MON, `${MON} 09:00`, 'agreed-to-skip');
  const declined = sync.answered(priya, 'declined', MON, `${MON} 08:00`);
  const holidayThere = holiday(marcus, MON, null);
  const awayThere = away(marcus, span(MON, '00:00', '23:00'));

  test.each([
    ['paused before everything', [pause, skip, declined, holidayThere, awayThere], 'excluded-paused'],
    ['an agreed skip before an own absence', [skip, declined, holidayThere], 'excluded-agreed-skip'],
    [
      'an own absence before a holiday of the other',
      [declined, holidayThere, awayThere],
      'excluded-own-absence',
    ],
    ['a holiday of the other before being away', [holidayThere, awayThere], 'excluded-holiday'],
    ['the other one away', [awayThere], 'excluded-away'],
    ['the owner away', [away(priya, span(MON, '00:00', '23:00'))], 'excluded-own-absence'],
    [
      'the owner on holiday (4.1: a way of being away)',
      [holiday(priya, MON, null, 'Europe/London')],
      'excluded-own-absence',
    ],
    [
      'the owner noted not to have been there',
      [sync.noted(MON, `${MON} 18:00`, 'i-was-not-there')],
      'excluded-own-absence',
    ],
    ['before a cancellation', [awayThere, sync.cancelledBy(MON, `${MON} 14:50`)], 'excluded-away'],
    [
      'away beats "nobody joined" (story 7)',
      [awayThere, sync.noted(MON, `${MON} 15:12`, 'nobody-joined')],
      'excluded-away',
    ],
    ['presence beats all of it', [pause, awayThere, sync.noted(MON, `${MON} 15:31`, 'we-met')], 'held'],
  ] as [string, Fact[], string][])('2.5 %s', (_, facts, outcome) => {
    expect(ofSync([start, ...facts]).outcome).toBe(outcome);
  });

  test.each([
    ['at the pause', `${MON} 15:00`, 'excluded-paused'],
    ['a moment after the start', `${MON} 15:00:01`, 'not-recorded'],
  ])('2.5 starts inside the paused span: paused %s', (_, when, outcome) => {
    expect(ofSync([start, sync.kept('pause', when)]).outcome).toBe(outcome);
  });

  test('2.5 resumed at its start, it is not paused', () => {
    const facts = [start, pause, sync.kept('resume', `${MON} 15:00`)];
    expect(ofSync(facts).outcome).toBe('not-recorded');
  });

  test('2.5 in a group nobody else being away excludes it', () => {
    expect(ofAtlas([away(marcus, span(TUE, '00:00', '23:00'))]).outcome).toBe('not-recorded');
  });
});

describe('2.6 to 2.9 cancelled', () => {
  test.each([
    ['2.6', '2026-11-01 15:00', 'cancelled-with-notice'],
    ['2.7', `${MON} 14:59:59`, 'cancelled-short-notice'],
    ['2.8', `${MON} 15:00`, 'cancelled-after-start'],
    ['2.8', `${MON} 15:20`, 'cancelled-after-start'],
  ])('%s cancelled at %s: %s', (_, when, outcome) => {
    expect(ofSync([sync.cancelledBy(MON, when)]).outcome).toBe(outcome);
  });

  test.each([
    [
      '2.9 between 11:00 and 16:00, over the start',
      `${MON} 11:00`,
      `${MON} 16:00`,
      'cancelled-notice-unknown',
    ],
    [
      '2.7 between 11:00 and 14:00, all of it short',
      `${MON} 11:00`,
      `${MON} 14:00`,
      'cancelled-short-notice',
    ],
    ['2.6 between two looks days before', '2026-10-28 09:00', '2026-10-30 09:00', 'cancelled-with-notice'],
    ['2.8 between two looks after the start', `${MON} 15:00`, `${MON} 18:00`, 'cancelled-after-start'],
    ['2.9 over the window', '2026-11-01 09:00', `${MON} 09:00`, 'cancelled-notice-unknown'],
  ])('%s', (_, before, seen, outcome) => {
    const facts = [sync.sighted(MON, { seenAt: at(seen), lookedBefore: at(before), cancelled: true })];
    const one = ofSync(facts);
    expect(one).toMatchObject({ outcome, grade: 'inferred', notice: { at: null, minutes: null } });
    expect(one.evidence).toEqual(['calendar', 'snapshot-gap']);
  });

  test('2.9 the mail was deleted: up to four hours before, or after the start, not classified (story 4)', () => {
    const facts = [
      sync.sighted(MON, { seenAt: at(`${MON} 16:00`), lookedBefore: at(`${MON} 11:00`), cancelled: true }),
    ];
    expect(ofSync(facts).notice).toEqual({
      at: null,
      minutes: null,
      upper: 240,
      lower: -60,
      class: 'unknown',
    });
  });

  test('2 (b) a date that the owner’s own master lists is cancelled, between two looks', () => {
    const facts = [
      atlas.missing(TUE, at('2026-11-01 09:00'), at('2026-10-31 09:00')),
      atlas.seen({
        seenAt: at('2026-11-01 09:00'),
        lookedBefore: at('2026-10-30 09:00'),
        cancelledDates: [TUE],
      }),
    ];
    const one = ofAtlas(facts);
    expect(one).toMatchObject({ outcome: 'cancelled-with-notice', changedBy: { name: 'Priya' } });
    expect(one.notice).toMatchObject({ lower: 53 * 60, upper: 77 * 60 });
  });

  test('2 (b) what an attendee’s own master lists was only removed from that calendar', () => {
    const facts = [
      sync.missing(MON, at('2026-11-01 09:00')),
      sync.seen({ seenAt: at('2026-11-01 09:00'), cancelledDates: [MON] }),
    ];
    expect(ofSync(facts).outcome).toBe('not-recorded');
  });

  test('2 (c) the organizer’s own cancellation counts from when it was sent', () => {
    const one = ofAtlas([atlas.cancelledBy(TUE, `${TUE} 13:30`)]);
    expect(one).toMatchObject({ outcome: 'cancelled-short-notice', notice: { minutes: 30 } });
  });

  test('2 one that is missing is asked about and never taken as cancelled', () => {
    const now = at('2026-11-01 10:00');
    const one = ofSync([sync.missing(MON, at('2026-11-01 09:00'))], now);
    expect(one).toMatchObject({ outcome: 'upcoming', questions: ['missing'] });
    expect(ofSync([sync.missing(MON, at('2026-11-01 09:00'))])).toMatchObject({
      outcome: 'not-recorded',
      questions: ['what-happened', 'missing'],
      evidence: [],
    });
  });

  test('2 one that is missing and then shown again is not missing', () => {
    const facts = [
      sync.missing(MON, at('2026-11-01 09:00')),
      sync.sighted(MON, { seenAt: at('2026-11-01 12:00') }),
    ];
    expect(ofSync(facts).questions).toEqual(['what-happened']);
  });

  test('1 a draft that was never sent is no evidence', () => {
    const facts = [sync.sighted(MON, { seenAt: at('2026-11-01 09:00'), draft: true, cancelled: true })];
    expect(ofSync(facts).outcome).toBe('not-recorded');
  });
});

describe('2.10 apologies', () => {
  const declines = (who: typeof marcus, when: string) => atlas.answered(who, 'declined', TUE, when);

  test('2.10 in a group of four, three apologies leave fewer than two', () => {
    const facts = [
      declines(marcus, '2026-11-01 09:00'),
      declines(dana, '2026-11-01 10:00'),
      declines(sam, `${TUE} 13:00`),
    ];
    const one = ofAtlas(facts);
    expect(one).toMatchObject({ outcome: 'not-held-apologies-short-notice', minutesTogether: null });
    expect(one).toMatchObject({ changedBy: { name: 'Sam' }, notice: { minutes: 60 } });
  });

  test('2.10 two apologies of four leave two, and nobody can know', () => {
    expect(ofAtlas([declines(marcus, '2026-11-01 09:00'), declines(dana, '2026-11-01 10:00')]).outcome).toBe(
      'not-recorded',
    );
  });

  test.each([
    ['2026-11-02 14:00', 'not-held-apologies-with-notice'],
    ['2026-11-02 14:00:01', 'not-held-apologies-short-notice'],
    [`${TUE} 14:20`, 'not-held-apologies-short-notice'],
  ])('2.10 the latest word decides: at %s %s', (when, outcome) => {
    const facts = [
      declines(marcus, '2026-10-30 09:00'),
      declines(dana, '2026-10-30 09:00'),
      declines(sam, when),
    ];
    expect(ofAtlas(facts).outcome).toBe(outcome);
  });

  test('2.10 word whose time nobody noted is unknown where it straddles', () => {
    const facts = [
      atlas.noted(TUE, `${TUE} 14:30`, null, null, [
        said(marcus, 'sent-word'),
        said(dana, 'sent-word'),
        said(sam, 'sent-word'),
      ]),
    ];
    expect(ofAtlas(facts).outcome).toBe('not-held-apologies-notice-unknown');
  });

  test('2.10 it has to have ended', () => {
    const facts = [
      declines(marcus, '2026-10-30 09:00'),
      declines(dana, '2026-10-30 09:00'),
      declines(sam, '2026-10-30 09:00'),
    ];
    expect(ofAtlas(facts, at(`${TUE} 14:59`)).outcome).toBe('upcoming');
    expect(ofAtlas(facts, at(`${TUE} 15:00`)).outcome).toBe('not-held-apologies-with-notice');
  });

  test('2.10 away people count as left', () => {
    const facts = [
      declines(marcus, '2026-10-30 09:00'),
      declines(dana, '2026-10-30 09:00'),
      away(sam, span(TUE, '00:00', '23:00')),
    ];
    expect(ofAtlas(facts).outcome).toBe('not-recorded');
  });

  test('2.10 comes before "nobody joined", once it ended', () => {
    const facts = [
      ...[marcus, dana, sam].map((who) => declines(who, '2026-10-30 09:00')),
      atlas.noted(TUE, `${TUE} 14:15`, 'nobody-joined'),
    ];
    expect(ofAtlas(facts).outcome).toBe('not-held-apologies-with-notice');
  });
});

describe('2.11 and 2.12', () => {
  test('2.11 no-show needs somebody missing who sent no message', () => {
    const nobody = atlas.noted(TUE, `${TUE} 14:15`, 'nobody-joined');
    expect(ofAtlas([nobody]).outcome).toBe('not-held-no-message');
    const words = [marcus, dana].map((who) => atlas.answered(who, 'declined', TUE, '2026-10-30 09:00'));
    expect(ofAtlas([nobody, ...words]).outcome).toBe('not-held-no-message');
    expect(
      ofAtlas([
        nobody,
        ...words,
        atlas.noted(TUE, `${TUE} 14:16`, null, null, [said(sam, 'sent-word', at(`${TUE} 13:00`))]),
      ]).outcome,
    ).toBe('not-held-apologies-short-notice');
  });

  test('2.12 the default is never "held" and never "no-show"', () => {
    expect(ofSync([]).outcome).toBe('not-recorded');
    expect(ofSync([sync.answered(marcus, 'accepted', MON, '2026-10-30 09:00')]).outcome).toBe('not-recorded');
    expect(ofSync([sync.noted(MON, `${MON} 15:31`, 'we-met', 0)]).outcome).toBe('not-recorded');
  });

  test('2.12 planned by the rule and never sighted is a row of its own (1)', () => {
    const lineage = judge(
      [sync.seen(), sync.kept('start', '2026-10-20 09:00')],
      'daily',
      at('2026-10-28 09:00'),
    );
    const past = lineage.occurrences.filter(({ effective }) => effective.start < at('2026-10-28 09:00'));
    expect(past.map(({ outcome, date }) => [date, outcome])).toEqual([
      ['2026-10-26', 'not-recorded'],
      ['2026-10-27', 'not-recorded'],
    ]);
  });

  test('2 every outcome is given by a rule (asked by the compiler)', () => {
    expectTypeOf<Verdict['outcome']>().toEqualTypeOf<Outcome>();
  });

  test('2 every outcome carries the rule it came from, and what was seen first', () => {
    const one = ofSync([sync.cancelledBy(MON, `${MON} 14:50`)]);
    expect(one.reasons.map(({ what, rule }) => [what, rule])).toEqual([
      ['seen', '1'],
      ['cancelled-mail', '2.7'],
    ]);
    expect(one.reasons.at(-1)).toMatchObject({
      minutes: 10,
      grade: 'documented',
      person: { name: 'Marcus' },
    });
  });
});

test('1 a one-to-one needs exactly two needed people and nobody optional', () => {
  const with1 = about({ ...daily, attendees: [attendee(priya), attendee(sam, 'optional')] });
  const one = occurrenceOn(judge([with1.seen(), with1.sighted(MON)], 'daily', AFTER), MON);
  expect(one.oneToOne).toBe(false);
  expect(ofSync([]).oneToOne).toBe(true);
});
