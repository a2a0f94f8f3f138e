import { describe, expect, test } from 'vitest';

import type { Fact } from '../../../../src/domain/facts/log/fact';
import { HOUR, MINUTE, SECOND } from '../../../../src/domain/time/time';
import { drawn, peopleOf, personIn } from '../../builders/draw';
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
  person,
  priya,
  refinement,
  rowOf,
  said,
  sam,
  span,
  wei,
} from '../../builders/facts';
import { AFTER, atlas, atlasOn, sync, syncOn } from '../../builders/two-meetings';

/** Section 4: what is said of a person, and what never is. */

const TUE = '2026-10-27';
const MON = '2026-11-02';
const START = at(`${TUE} 14:00`);
const whole = span(TUE, '14:00', '15:00');

const ofAtlas = atlasOn(TUE);
const ofSync = syncOn(MON);

/** Priya and Dana all the time, Sam from and to a minute and second after the start. */
const withSam = (...stays: readonly (readonly [from: number, to: number])[]) =>
  personIn(
    ofAtlas([
      atlas.report(whole, [
        rowOf(priya, whole),
        rowOf(dana, whole),
        rowOf(sam, ...stays.map(([from, to]) => ({ start: START + from, end: START + to }))),
      ]),
    ]),
    'sam',
  ).outcome;

describe('4.1 boundaries', () => {
  test.each([
    ['5:00 after the start', 5 * MINUTE, HOUR, 'present'],
    ['5:01 after the start', 5 * MINUTE + SECOND, HOUR, 'present-joined-later'],
    ['a millisecond after 5:00', 5 * MINUTE + 1, HOUR, 'present-joined-later'],
    ['left 5:00 before the end', 0, HOUR - 5 * MINUTE, 'present'],
    ['left 5:01 before the end', 0, HOUR - 5 * MINUTE - SECOND, 'present-left-earlier'],
    ['exactly half', 0, HOUR / 2, 'present-left-earlier'],
    ['a second less than half', 0, HOUR / 2 - SECOND, 'present-part'],
    ['exactly half, late', HOUR / 2, HOUR, 'present-joined-later'],
    ['both late and early', 10 * MINUTE, HOUR - 10 * MINUTE, 'present-joined-later'],
    ['1:59', 0, 2 * MINUTE - SECOND, 'connected-briefly'],
    ['2:00', 0, 2 * MINUTE, 'present-part'],
  ])('4.1 %s', (_, from, to, outcome) => {
    expect(withSam([from, to])).toBe(outcome);
  });

  test('4.1 percent is computed in seconds over all stays, not in rounded minutes', () => {
    expect(withSam([0, 10 * MINUTE + 29_000], [20 * MINUTE, 39 * MINUTE + 31_000])).toBe(
      'present-left-earlier',
    );
    expect(withSam([0, 10 * MINUTE + 29_000], [20 * MINUTE, 39 * MINUTE + 30_000])).toBe('present-part');
  });

  test('4.1 who left before it started connected briefly', () => {
    expect(withSam([-10 * MINUTE, -MINUTE])).toBe('connected-briefly');
  });

  test('4.1 twenty minutes late of thirty is part, of sixty is joined later (story 3)', () => {
    expect(ofSync([sync.noted(MON, `${MON} 15:31`, 'we-met', 10)])).toMatchObject({ outcome: 'held-part' });
    expect(withSam([20 * MINUTE, HOUR])).toBe('present-joined-later');
  });
});

describe('4.1 without reports', () => {
  test.each([
    [null, 'present'],
    [15, 'present'],
    [14, 'present-part'],
  ])(
    '4.1 one-to-one, we met (%s minutes): the other is %s, the owner present without minutes',
    (minutes, outcome) => {
      const one = ofSync([sync.noted(MON, `${MON} 15:31`, 'we-met', minutes)]);
      expect(peopleOf(one)).toEqual({ marcus: outcome, priya: 'present' });
      expect(personIn(one, 'priya')).toMatchObject({ minutes: null, grade: 'noted' });
    },
  );

  test('4.1 one-to-one, nobody joined: the other sent no message', () => {
    const one = ofSync([sync.noted(MON, `${MON} 15:12`, 'nobody-joined')]);
    expect(peopleOf(one)).toEqual({ marcus: 'not-present-no-message', priya: 'present' });
  });

  test('4.1 in a group only those named are missing, nobody else is blamed (4.5)', () => {
    const one = ofAtlas([atlas.noted(TUE, `${TUE} 14:15`, 'nobody-joined', null, [said(dana, 'missing')])]);
    expect(one.outcome).toBe('not-held-no-message');
    expect(peopleOf(one)).toMatchObject({
      priya: 'present',
      dana: 'not-present-no-message',
      sam: 'not-recorded',
      marcus: 'not-recorded',
    });
  });

  test('4.1 a group that met: who is not named is not recorded', () => {
    const facts = [
      atlas.noted(TUE, `${TUE} 15:01`, 'we-met', 20, [
        said(dana, 'was-there'),
        said(sam, 'sent-somebody'),
        said(wei, 'was-there'),
      ]),
    ];
    expect(peopleOf(ofAtlas(facts))).toEqual({
      priya: 'present',
      dana: 'present-part',
      sam: 'delegate-attended',
      marcus: 'not-recorded',
      wei: 'present-part',
    });
  });

  test('4.1 named as there but not in the report was there; named as missing but in the report was there', () => {
    const one = ofAtlas([
      atlas.report(whole, [rowOf(priya, whole), rowOf(dana, whole)]),
      atlas.noted(TUE, `${TUE} 15:01`, 'we-met', null, [said(sam, 'was-there'), said(dana, 'missing')]),
    ]);
    expect(personIn(one, 'sam')).toMatchObject({ outcome: 'present', grade: 'noted' });
    expect(personIn(one, 'dana')).toMatchObject({ outcome: 'present', grade: 'documented' });
  });

  test('4.1 two who were named one by one were there, also where the owner was not', () => {
    const one = ofAtlas([
      atlas.noted(TUE, `${TUE} 16:00`, 'i-was-not-there', null, [
        said(dana, 'was-there'),
        said(sam, 'was-there'),
      ]),
    ]);
    expect(one.outcome).toBe('held');
  });
});

describe('4.1 apologies', () => {
  test('4.1 declined five minutes before, met without him (story 8)', () => {
    const told = about(refinement);
    const declined = [
      attendee(marcus, 'required', 'declined', at('2026-11-03 13:55')),
      ...refinement.attendees.slice(1),
    ];
    const there = span('2026-11-03', '14:00', '15:00');
    const facts = [
      told.seen(),
      told.sighted('2026-11-03'),
      told.sighted('2026-11-03', {
        seenAt: at('2026-11-03 14:30'),
        lookedBefore: at('2026-11-03 09:00'),
        attendees: declined,
      }),
      told.report(there, [rowOf(priya, there), rowOf(dana, there), rowOf(sam, there)]),
    ];
    const one = occurrenceOn(judge(facts, 'atlas', AFTER), '2026-11-03');
    expect(one.outcome).toBe('held');
    expect(personIn(one, 'marcus')).toMatchObject({
      outcome: 'apologies-short-notice',
      notice: { minutes: 5 },
      grade: 'documented',
    });
    expect(one.notice).toBeNull();
  });

  const DAY_BEFORE = '2026-10-26';
  test.each([
    ['declined', [atlas.answered(sam, 'declined', TUE, `${DAY_BEFORE} 09:00`)], 'apologies-with-notice'],
    [
      'declined exactly the window before',
      [atlas.answered(sam, 'declined', TUE, `${DAY_BEFORE} 14:00`)],
      'apologies-with-notice',
    ],
    [
      'declined a second later',
      [atlas.answered(sam, 'declined', TUE, `${DAY_BEFORE} 14:00:01`)],
      'apologies-short-notice',
    ],
    [
      'declined after the start',
      [atlas.answered(sam, 'declined', TUE, `${TUE} 14:10`)],
      'apologies-short-notice',
    ],
    [
      'declined the whole series',
      [atlas.answered(sam, 'declined', null, '2026-10-20 09:00')],
      'apologies-with-notice',
    ],
    [
      'declined, then accepted',
      [
        atlas.answered(sam, 'declined', TUE, `${DAY_BEFORE} 09:00`),
        atlas.answered(sam, 'accepted', TUE, `${DAY_BEFORE} 10:00`),
      ],
      'not-present-no-message',
    ],
    [
      'declined, then moved',
      [
        atlas.answered(sam, 'declined', TUE, '2026-10-25 09:00'),
        atlas.movedBy(TUE, '2026-10-25 12:00', span(TUE, '14:00', '15:00')),
      ],
      'apologies-with-notice',
    ],
    ['tentative', [atlas.answered(sam, 'tentative', TUE, `${DAY_BEFORE} 09:00`)], 'not-present-no-message'],
  ] as [string, Fact[], string][])('4.1 %s: %#', (_, facts, outcome) => {
    const report = atlas.report(whole, [rowOf(priya, whole), rowOf(dana, whole)]);
    expect(peopleOf(ofAtlas([report, ...facts])).sam).toBe(outcome);
  });

  test('4.1 who declines the whole series later does not apologize for what has been', () => {
    const declined = [attendee(sam, 'required', 'declined', at('2026-10-28 10:00')), attendee(dana)];
    const facts = [
      atlas.report(whole, [rowOf(priya, whole), rowOf(dana, whole)]),
      atlas.sighted(TUE, { seenAt: at('2026-10-29 09:00'), attendees: declined }),
      atlas.answered(sam, 'declined', null, '2026-10-28 10:00'),
    ];
    expect(peopleOf(ofAtlas(facts)).sam).toBe('not-present-no-message');
  });

  test('4.1 a decline before a move is void after it', () => {
    const there = span(TUE, '16:00', '17:00');
    const facts = [
      atlas.answered(sam, 'declined', TUE, '2026-10-25 09:00'),
      atlas.movedBy(TUE, '2026-10-25 12:00', there),
      atlas.report(there, [rowOf(priya, there), rowOf(dana, there)]),
    ];
    expect(peopleOf(ofAtlas(facts)).sam).toBe('not-present-no-message');
  });

  test('4.1 apologies come before away, not-expected before both, and stay in a cancelled occurrence', () => {
    const facts = [
      atlas.answered(sam, 'declined', TUE, '2026-10-25 09:00'),
      away(sam, span(TUE, '08:00', '20:00')),
      away(dana, span(TUE, '08:00', '20:00')),
      atlas.answered(wei, 'declined', TUE, '2026-10-25 09:00'),
    ];
    expect(peopleOf(ofAtlas(facts))).toMatchObject({
      sam: 'apologies-with-notice',
      dana: 'away',
      wei: 'not-expected',
    });
    const cancelled = ofAtlas([...facts, atlas.cancelledBy(TUE, `${TUE} 10:00`)]);
    expect(peopleOf(cancelled)).toEqual({
      priya: null,
      marcus: null,
      sam: 'apologies-with-notice',
      dana: 'away',
      wei: null,
    });
  });
});

describe('4.2 not expected', () => {
  const joinedLate = (invitedBefore: number, perWeek: 'daily' | 'weekly') => {
    const told = about({ ...(perWeek === 'weekly' ? refinement : { ...refinement, days: daily.days }) });
    const lena = person('Lena');
    const invitedAt = START - invitedBefore;
    const facts = [
      told.seen(),
      told.sighted(TUE),
      told.mail('request', TUE, invitedAt),
      told.sighted(TUE, {
        ...{ seenAt: invitedAt + MINUTE, lookedBefore: invitedAt - MINUTE },
        attendees: [...refinement.attendees, attendee(lena)],
      }),
      told.report(whole, [rowOf(priya, whole), rowOf(dana, whole)]),
    ];
    return peopleOf(occurrenceOn(judge(facts, 'atlas', AFTER), TUE)).lena;
  };
  test.each([
    ['weekly', 24 * HOUR, 'not-present-no-message'],
    ['weekly', 24 * HOUR - SECOND, 'not-expected'],
    ['daily', 4 * HOUR, 'not-present-no-message'],
    ['daily', 4 * HOUR - SECOND, 'not-expected'],
  ] as const)('4.2 %s, invited %d ms before: %s', (rhythm, before, outcome) => {
    expect(joinedLate(before, rhythm)).toBe(outcome);
  });

  test.each([
    ['2026-10-26 15:00', `${TUE} 09:00`, 'not-expected', 'all of the range is short'],
    ['2026-10-26 14:00', `${TUE} 09:00`, 'not-expected', 'the open end is exactly the limit'],
    ['2026-10-26 13:00', `${TUE} 09:00`, 'not-present-no-message', 'it straddles'],
    ['2026-10-25 13:00', `${TUE} 15:30`, 'not-present-no-message', 'it straddles the start'],
    [`${TUE} 14:05`, `${TUE} 15:30`, 'not-expected', 'listed only after the start'],
  ])('4.2 listed between %s and %s: %s, as %s', (before, seen, outcome) => {
    const facts = [
      atlas.sighted(TUE, {
        ...{ seenAt: at(seen), lookedBefore: at(before) },
        attendees: [...refinement.attendees, attendee(person('Lena'))],
      }),
      atlas.report(whole, [rowOf(priya, whole), rowOf(dana, whole)]),
    ];
    expect(peopleOf(ofAtlas(facts)).lena).toBe(outcome);
  });

  test('4.2 before somebody joined the series they are not expected (story 10)', () => {
    const next = '2026-11-10';
    const facts = [
      atlas.report(whole, [rowOf(priya, whole), rowOf(dana, whole)]),
      atlas.sighted(next, {
        seenAt: at('2026-11-05 12:00'),
        attendees: [...refinement.attendees, attendee(person('Lena'))],
      }),
    ];
    expect(personIn(ofAtlas(facts), 'lena')).toMatchObject({
      outcome: 'not-expected',
      invited: false,
      needed: false,
    });
  });

  test('4.2 optional people and groups nobody can look into are not expected, rooms are nobody', () => {
    const room = person('Room');
    const list = person('Everybody');
    const told = about({
      ...refinement,
      attendees: [...refinement.attendees, attendee(room, 'resource'), { ...attendee(list), group: true }],
    });
    const facts = [
      told.seen(),
      told.sighted(TUE),
      told.report(whole, [rowOf(priya, whole), rowOf(dana, whole)]),
    ];
    const people = peopleOf(occurrenceOn(judge(facts, 'atlas', AFTER), TUE));
    expect(people).toMatchObject({
      wei: 'not-expected',
      everybody: 'not-expected',
      sam: 'not-present-no-message',
    });
    expect(people).not.toHaveProperty('room');
  });

  test('2.5 all required people invited too late: excluded for the short invitation (4.2)', () => {
    const when = at(`${TUE} 11:00`);
    const facts = [
      atlas.seen({ seenAt: when + MINUTE }),
      atlas.mail('request', null, when),
      atlas.sighted(TUE, { seenAt: when + MINUTE }),
    ];
    expect(occurrenceOn(judge(facts, 'atlas', AFTER), TUE).outcome).toBe('excluded-short-invitation');
    const there = atlas.report(whole, [rowOf(priya, whole), rowOf(dana, whole)]);
    expect(occurrenceOn(judge([...facts, there], 'atlas', AFTER), TUE).outcome).toBe('held');
  });

  test('4.2 a move does not renew an invitation', () => {
    const moved = atlas.mail('update', TUE, at(`${TUE} 13:00`), {
      span: span(TUE, '16:00', '17:00'),
      previous: whole,
    });
    const there = span(TUE, '16:00', '17:00');
    const facts = [moved, atlas.report(there, [rowOf(priya, there), rowOf(dana, there)])];
    expect(peopleOf(ofAtlas(facts)).sam).toBe('not-present-no-message');
  });
});

describe('4.3 away and holiday', () => {
  test.each([
    ['touching the start exactly', '13:00', '15:00', 'not-recorded'],
    ['reaching a second into it', '13:00', '15:00:01', 'excluded-away'],
    ['the second half', '15:15', '18:00', 'excluded-away'],
    ['less than the second half', '15:15:01', '18:00', 'not-recorded'],
    ['from its end on', '15:30', '18:00', 'not-recorded'],
  ])('4.3 out of office %s (%s–%s): %s (story 7)', (_, from, to, outcome) => {
    expect(ofSync([away(marcus, span(MON, from, to))]).outcome).toBe(outcome);
  });

  test('4.3 two absences that together cover half are one', () => {
    const facts = [away(marcus, span(MON, '15:05', '15:15')), away(marcus, span(MON, '15:12', '15:20'))];
    expect(ofSync(facts).outcome).toBe('excluded-away');
    expect(ofSync(facts.slice(0, 1)).outcome).toBe('not-recorded');
  });

  test('4.3 a holiday is meant where the person lives', () => {
    const tokyo = (date: string) => ofSync([holiday(marcus, date, null, 'Asia/Tokyo')]).outcome;
    // 15:00 in London on Monday is midnight in Tokyo: Tuesday begins.
    expect(tokyo('2026-11-02')).toBe('not-recorded');
    expect(tokyo('2026-11-03')).toBe('excluded-holiday');
  });

  test('4.3 holidays of a country count only while the rules choose it for that person', () => {
    const facts = [holiday(marcus, MON, 'US')];
    expect(ofSync(facts).outcome).toBe('not-recorded');
    const chosen = [...facts, sync.ruled({ countries: { [marcus.key]: 'US' } })];
    expect(ofSync(chosen).outcome).toBe('excluded-holiday');
    const changed = [...chosen, sync.ruled({ countries: { [marcus.key]: 'GB' } }, '2026-11-05 09:00')];
    expect(ofSync(changed).outcome).toBe('not-recorded');
  });

  test('4.3 a mark by hand in a check-in excludes a one-to-one as well', () => {
    expect(
      ofSync([sync.noted(MON, `${MON} 15:12`, 'nobody-joined', null, [said(marcus, 'away')])]).outcome,
    ).toBe('excluded-away');
  });

  test('4.3 an all-day occurrence is covered by half a day', () => {
    const whole = { start: at(`${MON} 00:00`), end: at('2026-11-03 00:00') };
    const told = about(daily);
    const seen = told.sighted(MON, { allDay: true, original: whole, span: whole });
    const day = (facts: Fact[]) =>
      occurrenceOn(judge([told.seen(), seen, ...facts], 'daily', AFTER), MON).outcome;
    expect(day([away(marcus, span(MON, '12:00', '23:59:59'))])).toBe('not-recorded');
    expect(day([away(marcus, { start: at(`${MON} 12:00`), end: at('2026-11-03 00:00') })])).toBe(
      'excluded-away',
    );
    expect(day([holiday(marcus, MON, null, 'Europe/London')])).toBe('excluded-holiday');
  });
});

test('4.4 what a copy does not show is not visible, never accepted and never no reply', () => {
  const told = about({
    ...daily,
    attendees: [attendee(priya, 'required', 'accepted'), attendee(dana, 'required', 'not-visible')],
  });
  const one = occurrenceOn(judge([told.seen(), told.sighted(MON)], 'daily', AFTER), MON);
  expect(personIn(one, 'dana').response).toBe('not-visible');
});

test('4.5 without positive evidence nobody is said to be absent', () => {
  const one = drawn(
    `
      planned |============|
    `,
    { invited: ['marcus', 'dana'] },
  );
  expect(peopleOf(one)).toEqual({ priya: 'not-recorded', marcus: 'not-recorded', dana: 'not-recorded' });
});

test('a person whom the owner left out of the record is not in it', () => {
  const one = ofAtlas([atlas.ruled({ leftOut: [dana.key] })]);
  expect(peopleOf(one)).not.toHaveProperty('dana');
});

describe('1 needed', () => {
  const lena = person('Lena');
  const later = (seenAt: string, lookedBefore: string) =>
    sync.sighted(MON, {
      ...{ seenAt: at(seenAt), lookedBefore: at(lookedBefore) },
      attendees: [...daily.attendees, attendee(lena)],
    });
  const met = sync.noted(MON, `${MON} 15:31`, 'we-met');

  test('1 a look after the start does not make a one-to-one a group', () => {
    for (const before of ['2026-11-01 09:00', `${MON} 15:31`]) {
      const one = ofSync([met, later('2026-11-05 09:00', before)]);
      expect(one.oneToOne).toBe(true);
      expect(peopleOf(one)).toMatchObject({ marcus: 'present', priya: 'present' });
    }
  });

  test.each([
    ['2026-10-30 09:00', true],
    ['2026-11-03 09:00', false],
  ])(
    '1 listed between a look before and one after: the request of %s says whether in time (%s)',
    (when, inTime) => {
      const request = sync.mail('request', null, at(when));
      const one = ofSync([met, request, later('2026-11-05 09:00', '2026-10-28 09:00')]);
      expect(personIn(one, 'lena').needed).toBe(inTime);
      expect(peopleOf(one).lena).toBe(inTime ? 'not-recorded' : 'not-expected');
    },
  );
});
