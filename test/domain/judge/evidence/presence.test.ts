import { describe, expect, test } from 'vitest';

import type { Fact } from '../../../../src/domain/facts/log/fact';
import type { ReportRow } from '../../../../src/domain/facts/observed/report';
import { MINUTE, type Span } from '../../../../src/domain/time/time';
import { drawn, peopleOf, personIn } from '../../builders/draw';
import {
  about,
  at,
  attendee,
  away,
  dana,
  judge,
  marcus,
  occurrenceOn,
  person,
  phone,
  priya,
  refinement,
  rowOf,
  said,
  sam,
  span,
} from '../../builders/facts';

/** Section 3: times together. */

const TUE = '2026-10-27';
const atlas = about(refinement);
const AFTER = at('2026-11-20 12:00');
const base = [atlas.seen(), atlas.sighted(TUE)];
const ofAtlas = (facts: readonly Fact[]) => occurrenceOn(judge([...base, ...facts], 'atlas', AFTER), TUE);

describe('3.1 which session belongs to which occurrence', () => {
  const both = (session: Span) => [rowOf(priya, session), rowOf(dana, session)];
  const session = (from: string, to: string) => atlas.report(span(TUE, from, to), both(span(TUE, from, to)));

  test.each([
    ['13:40', '13:44', 'unscheduled'],
    ['13:40', '13:45', 'unscheduled'],
    ['13:40', '13:46', 'belongs'],
    ['15:29', '15:50', 'belongs'],
    ['15:30', '15:50', 'unscheduled'],
  ])('3.1 a session from %s to %s, for 14:00 to 15:00, is %s', (from, to, where) => {
    const lineage = judge([...base, session(from, to)], 'atlas', AFTER);
    expect(lineage.unscheduled).toHaveLength(where === 'unscheduled' ? 1 : 0);
    expect(lineage.occurrences.every(({ outcome }) => !outcome.startsWith('held'))).toBe(true);
  });

  test('3.1 it goes to the occurrence it overlaps most, also after a move', () => {
    const moved = atlas.movedBy(TUE, `${TUE} 10:00`, span('2026-10-28', '09:00', '10:00'));
    const day = span('2026-10-28', '09:05', '10:00');
    expect(ofAtlas([moved, atlas.report(day, both(day))])).toMatchObject({
      outcome: 'held-moved',
      minutesTogether: 55,
    });
  });

  test('3.1 several sessions of one occurrence are merged', () => {
    const one = ofAtlas([session('14:00', '14:20'), session('14:30', '15:00')]);
    expect(one).toMatchObject({ outcome: 'held', minutesTogether: 50 });
    expect(personIn(one, 'dana').minutes).toBe(50);
  });

  test('3.5 a session outside every occurrence can be assigned by hand', () => {
    const stray = session('16:00', '16:30');
    const assigned: Fact = {
      ...{ kind: 'assigned', id: 'assigned-1', recordedAt: at(`${TUE} 17:00`) },
      ...{ report: stray.id, occurrence: atlas.key(TUE) },
    };
    const lineage = judge([...base, stray, assigned], 'atlas', AFTER);
    expect(lineage.unscheduled).toEqual([]);
    // Clipped to the occurrence, nothing of it is left; but the people were there for a while.
    expect(personIn(occurrenceOn(lineage, TUE), 'dana').outcome).toBe('connected-briefly');
  });
});

describe('3.2 and 3.4 the time of a person, and together', () => {
  test('3.2 two devices do not count twice, and early and late minutes not at all', () => {
    const one = drawn(`
      planned |  ============  |
      priya   |================|
      dana    |====== === =====|
      dana    | ======  ===    |
      marcus  |                |
    `);
    expect(personIn(one, 'dana').minutes).toBe(60);
    expect(personIn(one, 'dana').firstJoin).toBe(at(`${TUE} 13:50`));
    expect(personIn(one, 'dana').lastLeave).toBe(at(`${TUE} 15:10`));
    expect(one.minutesTogether).toBe(60);
  });

  test('3.2 a record without times is no data, not absence', () => {
    const whole = span(TUE, '14:00', '15:00');
    const one = ofAtlas([atlas.report(whole, [rowOf(priya, whole), rowOf(dana, whole), rowOf(sam)])]);
    expect(peopleOf(one)).toMatchObject({ sam: 'not-recorded', marcus: 'not-present-no-message' });
    expect(personIn(one, 'sam').minutes).toBeNull();
    expect(one.reasons).toContainEqual(
      expect.objectContaining({ what: 'report-no-times', person: expect.objectContaining({ key: sam.key }) }),
    );
  });

  test('3.2 negative and endless stays are no data', () => {
    const whole = span(TUE, '14:00', '15:00');
    const backwards = { start: whole.end, end: whole.start };
    const nowhere = { start: Number.NaN, end: whole.end };
    const one = ofAtlas([
      atlas.report(whole, [rowOf(priya, whole), rowOf(dana, whole), rowOf(sam, backwards, nowhere)]),
    ]);
    expect(personIn(one, 'sam')).toMatchObject({ outcome: 'not-recorded', minutes: null });
  });

  test('3.4 together is when at least two needed people are there, whichever two', () => {
    const one = drawn(`
      planned |============|
      priya   |====        |
      dana    |   =====    |
      sam     |       =====|
    `);
    expect(one).toMatchObject({ minutesTogether: 10, outcome: 'held-part' });
  });

  test('3.4 who follows each other without meeting was not together', () => {
    const one = drawn(`
      planned |============|
      priya   |======      |
      dana    |      ======|
    `);
    expect(one.outcome).not.toMatch(/^held/);
  });

  test('3.4 a report of two together wins over the minutes of a check-in', () => {
    const picture = `
      planned |============|
      priya   |============|
      dana    |=========   |
    `;
    const one = drawn(picture, { also: (told) => [told.noted(TUE, `${TUE} 15:01`, 'we-met', 5)] });
    expect(one).toMatchObject({ outcome: 'held', minutesTogether: 45 });
  });

  test.each([
    ['we-met', null, 60],
    ['we-met', 20, 20],
    ['nobody-joined', null, 0],
    ['agreed-to-skip', null, null],
    ['i-was-not-there', null, null],
  ] as const)('3.4 minutes together after "%s" (%s minutes): %s', (saying, minutes, together) => {
    expect(ofAtlas([atlas.noted(TUE, `${TUE} 15:01`, saying, minutes)]).minutesTogether).toBe(together);
  });
});

describe('3.3 the end as others experienced it', () => {
  test('3.3 the second-latest leave ends the meeting, so that two who leave in turn were both present', () => {
    const one = drawn(
      `
      planned |===============|
      priya   |=====          |
      marcus  |=============  |
    `,
      { mark: 2 },
    );
    expect(peopleOf(one)).toEqual({ priya: 'present', marcus: 'present' });
    expect(one).toMatchObject({ outcome: 'held-part', minutesTogether: 10 });
  });

  test('3.3 everybody who can be named counts for the end, also optional and uninvited people', () => {
    const one = drawn(
      `
      planned |============|
      priya   |========    |
      dana    |=====       |
      wei     |============|
      guest   |============|
    `,
      { optional: ['wei'] },
    );
    expect(peopleOf(one)).toMatchObject({ priya: 'present-left-earlier', wei: 'present' });
  });

  test('3.3 where only one person is there, it is the planned end', () => {
    const one = drawn(`
      planned |============|
      priya   |=====       |
      marcus  |            |
    `);
    expect(personIn(one, 'priya').outcome).toBe('present-part');
  });

  test('4.1 who connected briefly does not end the meeting for others (3.3)', () => {
    const one = drawn(
      `
      planned |==============================|
      priya   |==============================|
      dana    |==============================|
      sam     |=                             |
    `,
      { mark: 1 },
    );
    expect(peopleOf(one)).toMatchObject({ priya: 'present', dana: 'present', sam: 'connected-briefly' });
  });
});

describe('3.5 who was it', () => {
  const whole = span(TUE, '14:00', '15:00');
  const story9 = atlas.report(whole, [
    rowOf(priya, whole),
    rowOf(dana, span(TUE, '14:00', '14:58')),
    phone('+44 12', span(TUE, '14:03', '15:00')),
  ]);
  const matched = (who = sam): Fact => ({
    ...{ kind: 'identified', id: 'identified-1', recordedAt: at(`${TUE} 15:20`), series: 'atlas' },
    ...{ report: story9.id, row: '+44 12', person: who.key },
  });

  test('3.5 while a participant is unknown, nobody who does not appear was absent (story 9)', () => {
    const lineage = judge([...base, story9], 'atlas', AFTER);
    const one = occurrenceOn(lineage, TUE);
    expect(peopleOf(one)).toMatchObject({ marcus: 'not-recorded', sam: 'not-recorded', wei: 'not-expected' });
    expect(one.questions).toEqual(['match-participant']);
    expect(lineage.unmatched).toEqual([
      { report: story9.id, row: '+44 12', name: '+44 12', minutes: 57, occurrence: one.key },
    ]);
  });

  test('3.5 matched by one tap, the phone is Sam and Marcus is missing (story 9)', () => {
    const lineage = judge([...base, story9, matched()], 'atlas', AFTER);
    const one = occurrenceOn(lineage, TUE);
    expect(peopleOf(one)).toMatchObject({
      marcus: 'not-present-no-message',
      sam: 'present',
      wei: 'not-expected',
    });
    expect(personIn(one, 'sam')).toMatchObject({ minutes: 57, grade: 'noted' });
    expect(lineage.unmatched).toEqual([]);
  });

  test.each([
    [3, 'not-present-no-message'],
    [4, 'not-recorded'],
  ])('3.5 Teams counted %d and named three: who does not appear is %s', (total, outcome) => {
    const picture = `
      planned |============|
      priya   |============|
      dana    |============|
      guest   |============|
    `;
    expect(peopleOf(drawn(picture, { total, invited: ['marcus'] })).marcus).toBe(outcome);
  });

  test('3.5 one such report of several is enough', () => {
    const early = atlas.report(span(TUE, '13:55', '14:02'), [phone('+1', span(TUE, '13:55', '14:02'))]);
    const rest = atlas.report(whole, [rowOf(priya, whole), rowOf(dana, whole)]);
    expect(peopleOf(ofAtlas([early, rest])).marcus).toBe('not-recorded');
  });

  test('3.5 by directory id first, then by any address, never by name', () => {
    const id = 'a1b2';
    const renamed = { ...dana, otherAddresses: ['ortiz@northwind.example'], directoryId: id };
    const told = about({ ...refinement, attendees: [attendee(renamed), attendee(sam), attendee(marcus)] });
    const rows = [
      { ...rowOf(person('Somebody'), whole), directoryId: id },
      { ...rowOf(person('Other'), whole), address: priya.address },
      { ...phone('Sam', whole) },
    ];
    const facts = [told.seen(), told.sighted(TUE), told.report(whole, rows)];
    const one = occurrenceOn(judge(facts, 'atlas', AFTER), TUE);
    expect(peopleOf(one)).toMatchObject({ dana: 'present', priya: 'present', sam: 'not-recorded' });
  });

  test('3.5 an id seen once beside a known address is known in every report', () => {
    const next = '2026-11-03';
    const there = span(next, '14:00', '15:00');
    const first = atlas.report(whole, [rowOf(priya, whole), { ...rowOf(dana, whole), directoryId: 'D1' }]);
    const nameless = { ...rowOf(dana, there), address: '', directoryId: 'd1' };
    const second = atlas.report(there, [rowOf(priya, there), nameless]);
    const lineage = judge([...base, atlas.sighted(next), first, second], 'atlas', AFTER);
    expect(peopleOf(occurrenceOn(lineage, next)).dana).toBe('present');
  });
});

describe('3.5 whoever cannot be matched could be the absentee', () => {
  const whole = span(TUE, '14:00', '15:00');
  const id = '00000002-0000-4000-8000-000000000002';
  const pair = about({ ...refinement, attendees: [attendee({ ...marcus, name: 'Marcus Hale' })] });
  const beside =
    (...also: readonly Fact[]) =>
    (row: Partial<ReportRow>) => {
      const unknown = { ...rowOf(marcus, whole), row: 'r', address: '', identified: false, ...row };
      const facts = [
        pair.seen(),
        pair.sighted(TUE),
        pair.report(whole, [rowOf(priya, whole), unknown]),
        ...also,
      ];
      return judge(facts, 'atlas', AFTER);
    };

  test.each([
    ['an id and no address', { directoryId: id, name: 'Marcus Hale', identified: true }],
    [
      'another address of his',
      { address: 'marcus.hale@contoso.example', name: 'Hale, Marcus', identified: true },
    ],
    ['a guest address', { address: 'mh@home.example', name: 'Marcus (Guest)', identified: true }],
    ['no address and no id', { name: 'Kim Abroad' }],
    ['an address and no name', { address: 'x@fabrikam.example', name: '', identified: true }],
  ] as const)('3.5 both were there, his row has %s: not recorded, and "This was…" is offered', (_, row) => {
    const lineage = beside()(row);
    const one = occurrenceOn(lineage, TUE);
    expect(one).toMatchObject({ outcome: 'not-recorded', minutesTogether: null });
    expect(one.people.map(({ outcome }) => outcome)).toEqual(['present', 'not-recorded']);
    expect(one.questions).toContain('match-participant');
    const [open] = lineage.unmatched;
    expect(open).toMatchObject({ row: 'r', minutes: 60 });

    const identified: Fact = {
      ...{ kind: 'identified', id: 'identified-1', recordedAt: AFTER, series: 'atlas' },
      ...{ report: open?.report ?? '', row: 'r', person: marcus.key },
    };
    const facts = [
      pair.seen(),
      pair.sighted(TUE),
      pair.report(
        whole,
        [
          rowOf(priya, whole),
          { ...rowOf(marcus, whole), row: 'r', ...row, address: 'address' in row ? row.address : '' },
        ],
        { id: open?.report ?? '' },
      ),
      identified,
    ];
    const matched = occurrenceOn(judge(facts, 'atlas', AFTER), TUE);
    expect(matched).toMatchObject({ outcome: 'held', minutesTogether: 60 });
  });

  test('3.5 who is plainly somebody else proves nothing about others, so he was absent', () => {
    const row = { address: 'kim@fabrikam.example', name: 'Kim Abroad', identified: true };
    const lineage = beside()(row);
    expect(occurrenceOn(lineage, TUE).outcome).toBe('not-held-no-message');
    expect(lineage.unmatched).toEqual([]);
  });

  test('3.5 a namesake of somebody who was there is somebody else', () => {
    const facts = [
      ...base,
      atlas.report(whole, [
        rowOf(priya, whole),
        rowOf(dana, whole),
        { ...rowOf(dana, whole), row: 'r', address: 'dana@fabrikam.example' },
      ]),
    ];
    expect(peopleOf(ofAtlas(facts)).marcus).toBe('not-present-no-message');
  });

  test.each([
    ['nobody-joined', []],
    ['nobody-joined', [said(marcus, 'missing')]],
    ['we-met', [said(dana, 'was-there'), said(marcus, 'missing')]],
  ] as const)('3.5 goes before a note: "%s", naming %j', (saying, named) => {
    const rows = [rowOf(priya, whole), phone('+44 12', whole)];
    const noted = atlas.noted(TUE, `${TUE} 15:10`, saying, null, named);
    const one = ofAtlas([atlas.report(whole, rows), noted]);
    expect(one.outcome).toBe(saying === 'we-met' ? 'held' : 'not-recorded');
    expect(peopleOf(one)).toMatchObject({ priya: 'present', marcus: 'not-recorded', sam: 'not-recorded' });
  });

  test('3.5 an address that was matched once is known in every report of the meeting', () => {
    const next = '2026-11-03';
    const there = span(next, '14:00', '15:00');
    const rowAt = (when: Span) => ({ ...rowOf(marcus, when), row: 'r', address: 'mh@home.example' });
    const first = pair.report(whole, [rowOf(priya, whole), rowAt(whole)]);
    const second = pair.report(there, [rowOf(priya, there), rowAt(there)]);
    const identified: Fact = {
      ...{ kind: 'identified', id: 'identified-1', recordedAt: AFTER, series: 'atlas' },
      ...{ report: first.id, row: 'r', person: marcus.key },
    };
    const facts = [pair.seen(), pair.sighted(TUE), pair.sighted(next), first, second, identified];
    const one = occurrenceOn(judge(facts, 'atlas', AFTER), next);
    expect(one.people.map(({ outcome, grade }) => [outcome, grade])).toEqual([
      ['present', 'documented'],
      ['present', 'noted'],
    ]);
  });
});

describe('4.1 *we met* beside a report that shows only the owner', () => {
  const whole = span(TUE, '14:00', '15:00');
  test.each([
    ['nobody', [], { marcus: 'not-recorded', dana: 'not-recorded', sam: 'not-recorded' }],
    ['Dana', [said(dana, 'was-there')], { marcus: 'not-recorded', dana: 'present', sam: 'not-recorded' }],
  ] as const)('4.1 4.5 naming %s, it says of nobody else that they sent no message', (_, named, expected) => {
    const noted = atlas.noted(TUE, `${TUE} 15:10`, 'we-met', null, named);
    const one = ofAtlas([atlas.report(whole, [rowOf(priya, whole)]), noted]);
    expect(one.outcome).toBe('held');
    expect(peopleOf(one)).toMatchObject(expected);
  });
});

describe('3.6 positive evidence of absence', () => {
  const start = at(`${TUE} 14:00`);
  test.each([
    [60, 10],
    [30, 10],
    [27, 9],
    [15, 5],
    [6, 5],
  ])('3.6 planned for %d minutes, "nobody joined" counts from minute %d on', (minutes, from) => {
    const told = about({ ...refinement, minutes });
    const facts = [told.seen(), told.sighted(TUE)];
    const noted = (after: number) =>
      occurrenceOn(judge([...facts, told.noted(TUE, start + after, 'nobody-joined')], 'atlas', AFTER), TUE);
    expect(noted(from * MINUTE).outcome).toBe('not-held-no-message');
    const early = noted(from * MINUTE - 1);
    expect(early.outcome).toBe('not-recorded');
    expect(early.nobodyJoinedFrom).toBe(start + from * MINUTE);
    expect(early.reasons.map(({ what }) => what)).toContain('nobody-joined-too-early');
  });

  test.each([
    ['==', 'not-held-no-message'],
    ['= =', 'not-held-no-message'],
    ['=', 'not-recorded'],
  ])('3.6 a report of Priya alone (%s, five minutes a mark): %s', (marks, outcome) => {
    const one = drawn(`
      planned |============|
      priya   |${marks.padEnd(12)}|
      marcus  |            |
    `);
    expect(one.outcome).toBe(one.people.length === 2 ? outcome : '');
  });

  test('3.6 there is no such evidence where nobody knows who the other participant was', () => {
    const one = drawn(
      `
      planned |============|
      priya   |============|
      +44     |===         |
    `,
      { invited: ['marcus'] },
    );
    expect(one.outcome).toBe('not-recorded');
    expect(peopleOf(one)).toEqual({ priya: 'present', marcus: 'not-recorded' });
  });

  test('3.6 one who connected briefly did not join', () => {
    const one = drawn(
      `
      planned |==============================|
      priya   |==============================|
      marcus  |   =                          |
    `,
      { mark: 1 },
    );
    expect(one.outcome).toBe('not-held-no-message');
    expect(peopleOf(one).marcus).toBe('connected-briefly');
  });

  test('2.11 the other waited and the owner did not come: that is no no-show of somebody else', () => {
    const one = drawn(`
      planned |============|
      priya   |            |
      marcus  |============|
    `);
    expect(one.outcome).toBe('not-recorded');
    expect(peopleOf(one)).toEqual({ priya: 'not-recorded', marcus: 'present' });
  });

  test('3.6 a move makes an earlier "nobody joined" too early', () => {
    const facts = [
      atlas.noted(TUE, `${TUE} 14:15`, 'nobody-joined'),
      atlas.movedBy(TUE, `${TUE} 14:20`, span(TUE, '16:00', '17:00')),
    ];
    expect(ofAtlas(facts).outcome).toBe('not-recorded');
  });
});

describe('check-ins (1)', () => {
  test('1 the latest check-in counts, the earlier one stays visible', () => {
    const one = ofAtlas([
      atlas.noted(TUE, `${TUE} 14:15`, 'nobody-joined'),
      atlas.noted(TUE, `${TUE} 14:40`, 'we-met', 20),
    ]);
    expect(one).toMatchObject({ outcome: 'held-part', minutesTogether: 20 });
    expect(one.reasons.map(({ what }) => what)).toEqual(['seen', 'nobody-joined', 'we-met']);
  });

  test('1 word noted before the meeting is not lost by a tap afterwards', () => {
    const facts = [
      atlas.noted(TUE, `${TUE} 12:00`, null, null, [said(marcus, 'sent-word', at(`${TUE} 11:00`))]),
      atlas.noted(TUE, `${TUE} 15:01`, 'we-met'),
    ];
    expect(peopleOf(ofAtlas(facts))).toMatchObject({
      priya: 'present',
      marcus: 'apologies-short-notice',
      dana: 'not-recorded',
    });
  });

  test.each([
    ['sent-word', 'we-met', 'held', 'present'],
    ['away', 'we-met', 'held', 'present'],
    ['sent-word', 'i-was-not-there', 'excluded-own-absence', 'apologies-with-notice'],
  ] as const)('4.1 %s noted before, then "%s": %s, and the other %s', (word, saying, outcome, person) => {
    const pair = about({ ...refinement, attendees: [attendee(marcus)] });
    const facts = [
      pair.seen(),
      pair.sighted(TUE),
      pair.noted(TUE, '2026-10-25 12:00', null, null, [said(marcus, word, at('2026-10-25 11:00'))]),
      pair.noted(TUE, `${TUE} 15:01`, saying),
    ];
    const one = occurrenceOn(judge(facts, 'atlas', AFTER), TUE);
    expect(one.outcome).toBe(outcome);
    expect(peopleOf(one).marcus).toBe(person);
  });

  test('2 "nobody joined" too early has no effect on the outcome, but what it says of people counts', () => {
    const early = [
      said(marcus, 'sent-word', at('2026-10-25 11:00')),
      said(dana, 'away'),
      said(sam, 'missing'),
    ];
    const one = ofAtlas([atlas.noted(TUE, `${TUE} 14:02`, 'nobody-joined', null, early)]);
    expect(one.outcome).toBe('not-recorded');
    expect(peopleOf(one)).toMatchObject({
      ...{ marcus: 'apologies-with-notice', dana: 'away', sam: 'not-recorded' },
    });
  });

  test('2.5 away by the calendar, unless a note of the owner says that they were there', () => {
    const pair = about({ ...refinement, organizer: marcus, attendees: [attendee(priya)] });
    const facts = [pair.seen(), pair.sighted(TUE), away(priya, span(TUE, '09:00', '17:00'))];
    const outcomeOf = (...notes: readonly Fact[]) =>
      occurrenceOn(judge([...facts, ...notes], 'atlas', AFTER), TUE).outcome;
    expect(outcomeOf()).toBe('excluded-own-absence');
    expect(outcomeOf(pair.noted(TUE, `${TUE} 14:15`, 'nobody-joined'))).toBe('not-held-no-message');
    expect(outcomeOf(pair.noted(TUE, `${TUE} 14:02`, 'nobody-joined'))).toBe('excluded-own-absence');
    expect(outcomeOf(pair.noted(TUE, `${TUE} 15:15`, 'i-was-not-there'))).toBe('excluded-own-absence');
  });

  test('1 contradicting sources are shown as what they are', () => {
    const one = drawn(
      `
      planned |============|
      priya   |============|
      marcus  |============|
    `,
      { also: (told) => [told.noted(TUE, `${TUE} 14:15`, 'nobody-joined')] },
    );
    expect(one.outcome).toBe('held');
    expect(one.reasons.map(({ what }) => what)).toContain('sources-disagree');
  });
});

describe('1 two sources that say different things about one person', () => {
  const whole = span(TUE, '14:00', '15:00');
  const there = [rowOf(priya, whole), rowOf(marcus, whole)];
  const early = span(TUE, '14:00', '14:30');
  const late = span(TUE, '14:30', '15:00');
  /** First names of those about whom sources disagree. */
  const disagreed = (...facts: readonly Fact[]) =>
    ofAtlas(facts)
      .reasons.filter(({ what }) => what === 'sources-disagree')
      .map(({ person }) => person?.name ?? 'the meeting');

  test.each([
    ['the same of everybody', [rowOf(dana, whole)], [rowOf(dana, whole)], []],
    ['of one who is in one of them only', [rowOf(dana, whole)], [], ['Dana']],
    ['other minutes of one', [rowOf(dana, early)], [rowOf(dana, whole)], ['Dana']],
    ['a minute more, as clocks differ', [rowOf(dana, span(TUE, '14:00', '14:59'))], [rowOf(dana, whole)], []],
    ['of one of whom it has no times', [rowOf(dana, whole)], [rowOf(dana)], []],
    ['of one who may be the phone in the other', [rowOf(dana, whole)], [phone('+44 … 12', whole)], []],
  ])('1 two reports of the same minutes, telling %s', (_, first, second, named) => {
    const reports = [
      atlas.report(whole, [...there, ...first]),
      atlas.report(whole, [...there, ...second], { source: 'teams-csv' }),
    ];
    expect(disagreed(...reports)).toEqual(named);
    // Both are taken together, whichever came first.
    expect(disagreed(...[...reports].reverse())).toEqual(named);
  });

  test('1 one call after the other is one presence and no contradiction', () => {
    const reports = [
      atlas.report(early, [rowOf(priya, early), rowOf(marcus, early), rowOf(dana, early)]),
      atlas.report(late, [rowOf(priya, late), rowOf(marcus, late)]),
    ];
    expect(disagreed(...reports)).toEqual([]);
  });

  test.each([
    ['missing', ['Marcus']],
    ['sent-word', ['Marcus']],
    ['away', ['Marcus']],
    ['sent-somebody', ['Marcus']],
    ['was-there', []],
  ] as const)('4.1 noted as %s, and in the report', (what, named) => {
    const noted = atlas.noted(TUE, `${TUE} 15:05`, null, null, [said(marcus, what, null)]);
    expect(disagreed(atlas.report(whole, there), noted)).toEqual(named);
  });

  test('4.1 noted as there and not in the report, unless somebody in it has no name (3.5)', () => {
    const noted = atlas.noted(TUE, `${TUE} 15:05`, null, null, [said(dana, 'was-there')]);
    expect(disagreed(atlas.report(whole, there), noted)).toEqual(['Dana']);
    expect(disagreed(atlas.report(whole, [...there, phone('+44 … 12', whole)]), noted)).toEqual([]);
    expect(disagreed(noted)).toEqual([]);
  });
});
