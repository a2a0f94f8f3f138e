import { describe, expect, test } from 'vitest';
import type { SeriesRules } from '../../../src/domain/facts/entered/rules';
import { fallsShort, thresholdsOf } from '../../../src/domain/facts/entered/thresholds';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { rulesGiving, STANDINGS } from '../../../src/domain/judge/judged/members';
import { measuresOfPerson } from '../../../src/domain/measure/measures-of-person';
import { HOUR, MINUTE, SECOND } from '../../../src/domain/time/time';
import { peopleOf } from '../builders/draw';
import {
  about,
  at,
  attendee,
  daily,
  dana,
  judge,
  marcus,
  occurrenceOn,
  person,
  priya,
  refinement,
  rowOf,
  sam,
  span,
  wei,
} from '../builders/facts';
import { atlas, sync, syncOn } from '../builders/two-meetings';

/** Rules per series: each changes what is said of everything at once, in both directions, and no fact. */

const TUE = '2026-10-27';
const MON = '2026-11-02';
const START = at(`${TUE} 14:00`);
const whole = span(TUE, '14:00', '15:00');

const ATLAS = [atlas.seen(), atlas.sighted(TUE)];
const judgedAtlas = (facts: readonly Fact[]) => judge([...ATLAS, ...facts], 'atlas');
const ofAtlas = (facts: readonly Fact[]) => occurrenceOn(judgedAtlas(facts), TUE);
const ofSync = syncOn(MON);

/** Priya and Dana all the time, Sam from and to so long after the start. */
const withSam = (from: number, to: number): Fact =>
  atlas.report(whole, [
    rowOf(priya, whole),
    rowOf(dana, whole),
    rowOf(sam, { start: START + from, end: START + to }),
  ]);

/** What becomes of it without the rule, with it, and when the rule is taken back. */
function thereAndBack<Judged>(
  series: ReturnType<typeof about>,
  judged: (facts: readonly Fact[]) => Judged,
  facts: readonly Fact[],
  rules: SeriesRules,
  back: SeriesRules,
): readonly Judged[] {
  const before = structuredClone(facts);
  const there = [...facts, series.ruled(rules, '2026-11-10 09:00')];
  const again = [...there, series.ruled(back, '2026-11-11 09:00')];
  const found = [judged(facts), judged(there), judged(again)];
  expect(facts).toEqual(before);
  return found;
}

describe('4.1 the grace of a series', () => {
  test.each([
    [0, 0, 'present'],
    [0, SECOND, 'present-joined-later'],
    [5, 5 * MINUTE, 'present'],
    [5, 5 * MINUTE + SECOND, 'present-joined-later'],
    [10, 10 * MINUTE, 'present'],
    [10, 10 * MINUTE + SECOND, 'present-joined-later'],
  ])('4.1 with %i minutes, who joins %i ms after the start is %s', (graceMinutes, from, outcome) => {
    expect(peopleOf(ofAtlas([withSam(from, HOUR), atlas.ruled({ graceMinutes })]))).toMatchObject({
      sam: outcome,
    });
  });

  test.each([
    [2, 2 * MINUTE, 'present'],
    [2, 2 * MINUTE + SECOND, 'present-left-earlier'],
    [15, 15 * MINUTE, 'present'],
    [15, 15 * MINUTE + SECOND, 'present-left-earlier'],
  ])('4.1 with %i minutes, who leaves %i ms before the end is %s', (graceMinutes, early, outcome) => {
    expect(peopleOf(ofAtlas([withSam(0, HOUR - early), atlas.ruled({ graceMinutes })]))).toMatchObject({
      sam: outcome,
    });
  });

  test('4.1 judges anew in both directions and rewrites no fact', () => {
    const outcomes = thereAndBack(
      atlas,
      (facts) => peopleOf(ofAtlas(facts)).sam,
      [withSam(8 * MINUTE, HOUR)],
      { graceMinutes: 10 },
      { graceMinutes: 5 },
    );
    expect(outcomes).toEqual(['present-joined-later', 'present', 'present-joined-later']);
  });
});

describe('2.4 and 4.1 the threshold of a series', () => {
  test.each([
    [0.5, 30 * MINUTE, 'present-left-earlier'],
    [0.5, 30 * MINUTE - SECOND, 'present-part'],
    [0.55, 33 * MINUTE, 'present-left-earlier'],
    [0.55, 33 * MINUTE - SECOND, 'present-part'],
    [0.8, 48 * MINUTE, 'present-left-earlier'],
    [0.8, 48 * MINUTE - SECOND, 'present-part'],
    [0.1, 6 * MINUTE, 'present-left-earlier'],
    [1, HOUR - SECOND, 'present-part'],
  ])('4.1 of %f: who was there for %i ms of an hour is %s', (threshold, time, outcome) => {
    expect(peopleOf(ofAtlas([withSam(0, time), atlas.ruled({ threshold })]))).toMatchObject({ sam: outcome });
  });

  test.each([
    [0.5, 15, 'held', 'present'],
    [0.5, 14, 'held-part', 'present-part'],
    [0.3, 9, 'held', 'present'],
    [0.3, 8, 'held-part', 'present-part'],
    [0.9, 27, 'held', 'present'],
    [0.9, 26, 'held-part', 'present-part'],
  ])(
    '2.4 of %f: together for %i of 30 minutes is %s, and the other %s',
    (threshold, minutes, outcome, other) => {
      const one = ofSync([sync.noted(MON, `${MON} 15:31`, 'we-met', minutes), sync.ruled({ threshold })]);
      expect(one).toMatchObject({ outcome, minutesTogether: minutes });
      expect(peopleOf(one)).toMatchObject({ marcus: other, priya: 'present' });
    },
  );

  test('4.1 less than two minutes stay a brief connection, whatever the threshold', () => {
    const one = ofAtlas([withSam(0, 2 * MINUTE - SECOND), atlas.ruled({ threshold: 0 })]);
    expect(peopleOf(one)).toMatchObject({ sam: 'connected-briefly' });
  });

  test('2.4 judges anew in both directions and rewrites no fact', () => {
    const outcomes = thereAndBack(
      sync,
      (facts) => ofSync(facts).outcome,
      [sync.noted(MON, `${MON} 15:31`, 'we-met', 10)],
      { threshold: 0.3 },
      { threshold: 0.5 },
    );
    expect(outcomes).toEqual(['held-part', 'held', 'held-part']);
  });

  test('4.1 exactly the share is enough, where a machine cannot write the share down exactly', () => {
    for (let percent = 1; percent <= 100; percent += 1) {
      const thresholds = thresholdsOf({ threshold: percent / 100 });
      const exactly = percent * 18 * SECOND;
      expect(fallsShort(exactly, 30 * MINUTE, thresholds)).toBe(false);
      expect(fallsShort(exactly - 1, 30 * MINUTE, thresholds)).toBe(true);
    }
  });
});

test.each([
  {},
  { graceMinutes: Number.NaN, threshold: Number.NaN },
  { graceMinutes: -1, threshold: -0.1 },
  { graceMinutes: Number.POSITIVE_INFINITY, threshold: 1.1 },
])('2.4 and 4.1 a number that makes no sense counts as none: %j', (rules) => {
  expect(thresholdsOf(rules)).toEqual({ grace: 5 * MINUTE, threshold: 0.5 });
});

describe('1 needed people by the word of the owner', () => {
  const lena = person('Lena');
  const trio = about({ ...daily, attendees: [...daily.attendees, attendee(lena)] });
  const ofTrio = (facts: readonly Fact[]) =>
    occurrenceOn(judge([trio.seen(), trio.sighted(MON), ...facts], 'daily'), MON);
  const neededIn = (one: ReturnType<typeof ofAtlas>) =>
    one.people.filter(({ needed }) => needed).map(({ person: { name } }) => name);

  test('1 an optional person who is needed counts as one', () => {
    const facts = [atlas.report(whole, [rowOf(priya, whole), rowOf(wei, whole)])];
    const [before, there, back] = thereAndBack(
      atlas,
      ofAtlas,
      facts,
      { needed: { [wei.key]: true } },
      { needed: {} },
    );
    expect(before?.outcome).toBe('not-held-no-message');
    expect(there?.outcome).toBe('held');
    expect(neededIn(there ?? ofAtlas([]))).toContain('Wei');
    expect(back).toEqual(before);
  });

  test('4.2 who is not needed is not expected, and no message of theirs is missed', () => {
    const facts = [atlas.report(whole, [rowOf(priya, whole), rowOf(dana, whole)])];
    const all = thereAndBack(
      atlas,
      (them) => peopleOf(ofAtlas(them)),
      facts,
      { needed: { [sam.key]: false } },
      { needed: { [sam.key]: true } },
    );
    expect(all.map(({ sam: outcome }) => outcome)).toEqual([
      'not-present-no-message',
      'not-expected',
      'not-present-no-message',
    ]);
  });

  test('2.4 two of whom one is not needed are no meeting', () => {
    const facts = [atlas.report(whole, [rowOf(priya, whole), rowOf(dana, whole)])];
    expect(ofAtlas(facts).outcome).toBe('held');
    expect(ofAtlas([...facts, atlas.ruled({ needed: { [dana.key]: false } })]).outcome).not.toBe('held');
  });

  test('1 somebody whom a meeting does not need makes it no one-to-one, as an optional person does not', () => {
    expect(ofTrio([trio.ruled({ needed: { [lena.key]: false } })]).oneToOne).toBe(false);
    expect(ofTrio([trio.ruled({ leftOut: [lena.key] })]).oneToOne).toBe(false);
    expect(ofSync([sync.ruled({ needed: { [marcus.key]: true } })]).oneToOne).toBe(true);
  });

  test('1 two needed people and one who was optional and is needed are three', () => {
    const pair = about({ ...daily, attendees: [...daily.attendees, attendee(lena, 'optional')] });
    const one = occurrenceOn(
      judge([pair.seen(), pair.sighted(MON), pair.ruled({ needed: { [lena.key]: true } })], 'daily'),
      MON,
    );
    expect(neededIn(one).sort()).toEqual(['Lena', 'Marcus', 'Priya']);
    expect(one.oneToOne).toBe(false);
  });

  test('2.10 the word of who is not needed does not decide', () => {
    const declined = trio.answered(lena, 'declined', MON, '2026-10-30 09:00');
    const other = trio.answered(marcus, 'declined', MON, '2026-10-30 10:00');
    expect(ofTrio([declined]).outcome).toBe('not-recorded');
    expect(ofTrio([other, trio.ruled({ needed: { [lena.key]: false } })]).outcome).toBe(
      'not-held-apologies-with-notice',
    );
  });

  test('1 has no say over the owner, or over who was listed only after the start', () => {
    const late = sync.sighted(MON, {
      ...{ seenAt: at(`${MON} 16:00`), lookedBefore: at(`${MON} 15:10`) },
      attendees: [...daily.attendees, attendee(lena)],
    });
    const one = ofSync([late, sync.ruled({ needed: { [priya.key]: false, [lena.key]: true } })]);
    expect(neededIn(one).sort()).toEqual(['Marcus', 'Priya']);
  });

  test('4.2 an occurrence whose every needed guest was invited too late is left out, also by the word of the owner', () => {
    const shortly = { seenAt: at('2026-10-27 10:00'), lookedBefore: at('2026-10-27 09:00') };
    const single = about({ ...refinement, attendees: [attendee(wei, 'optional')] });
    const facts = [single.seen(shortly), single.sighted(TUE, shortly)];
    const outcome = (more: readonly Fact[]) => occurrenceOn(judge([...facts, ...more], 'atlas'), TUE).outcome;
    expect(outcome([])).toBe('not-recorded');
    expect(outcome([single.ruled({ needed: { [wei.key]: true } })])).toBe('excluded-short-invitation');
  });
});

describe('people who shall not be in the record', () => {
  const facts = [
    atlas.report(whole, [rowOf(priya, whole), rowOf(dana, whole), rowOf(sam, whole)]),
    atlas.answered(marcus, 'declined', TUE, '2026-10-26 09:00'),
  ];
  const without = atlas.ruled({ leftOut: [marcus.key] });

  test('are in no row, no reason and no list, while the meeting stays what it was', () => {
    const lineage = judgedAtlas([...facts, without]);
    const { outcome, minutesTogether, ...rest } = occurrenceOn(lineage, TUE);
    expect(JSON.stringify(rest)).not.toContain('marcus');
    expect(JSON.stringify(ofAtlas(facts))).toContain('marcus');
    expect(lineage.people.map(({ name }) => name)).not.toContain('Marcus');
    expect({ outcome, minutesTogether }).toEqual({ outcome: 'held', minutesTogether: 60 });
  });

  test('come back with everything that was known of them', () => {
    const back = judgedAtlas([...facts, without, atlas.ruled({ leftOut: [] }, '2026-11-11 09:00')]);
    expect(occurrenceOn(back, TUE)).toEqual(ofAtlas(facts));
  });

  test('are not named as the ones who changed it', () => {
    const told = [sync.cancelledBy(MON, `${MON} 14:50`)];
    expect(ofSync(told)).toMatchObject({ outcome: 'cancelled-short-notice', changedBy: { name: 'Marcus' } });
    const one = ofSync([...told, sync.ruled({ leftOut: [marcus.key] })]);
    expect(one).toMatchObject({ outcome: 'cancelled-short-notice', changedBy: null, onBehalfOf: null });
    expect(one.reasons.map(({ what }) => what)).toContain('cancelled-mail');
    expect(JSON.stringify(one.reasons)).not.toContain('marcus');
  });

  test('are not named as the ones who moved it', () => {
    const told = [sync.movedBy(MON, `${MON} 14:40`, span(MON, '17:00', '17:30'))];
    expect(ofSync(told).moves).toMatchObject([{ by: { name: 'Marcus' } }]);
    const one = ofSync([...told, sync.ruled({ leftOut: [marcus.key] })]);
    expect(one.moves).toMatchObject([{ by: null }]);
    expect(one.reasons).toContainEqual(expect.objectContaining({ what: 'moved' }));
    expect(JSON.stringify([one.moves, one.reasons])).not.toContain('marcus');
  });

  test('are among the members, so that they can be taken in again', () => {
    expect(judgedAtlas([without]).members).toEqual([
      { person: marcus, standing: 'left-out' },
      ...[dana, sam, wei].map((one) => ({ person: one, standing: 'as-invited' })),
    ]);
  });
});

describe('the standing of a person', () => {
  const rules: SeriesRules = { needed: { [dana.key]: true, [sam.key]: false }, leftOut: [wei.key] };

  test.each(STANDINGS)('%s is given to one, and taken from nobody else', (standing) => {
    const more = { ...rules, ...rulesGiving(standing, marcus, rules) };
    const { members } = judgedAtlas([atlas.ruled(more)]);
    expect(Object.fromEntries(members.map((one) => [one.person.name, one.standing]))).toEqual({
      Marcus: standing,
      Dana: 'needed',
      Sam: 'not-needed',
      Wei: 'left-out',
    });
  });

  test.each(STANDINGS)('%s goes in place of any other, under whichever address it was given', (standing) => {
    const known = { ...marcus, otherAddresses: ['m@northwind.example'] };
    const before: SeriesRules = { needed: { 'm@northwind.example': false }, leftOut: [marcus.key] };
    const { needed, leftOut } = rulesGiving(standing, known, before);
    expect(needed).toEqual(
      standing === 'needed' || standing === 'not-needed' ? { [marcus.key]: standing === 'needed' } : {},
    );
    expect(leftOut).toEqual(standing === 'left-out' ? [marcus.key] : []);
  });
});

test('6 measures follow the rules at once and back again', () => {
  const facts = [withSam(8 * MINUTE, HOUR)];
  const there = (them: readonly Fact[]) =>
    measuresOfPerson(judgedAtlas(them), sam).measures.find(({ name }) => name === 'there-when-it-started')
      ?.of;
  expect(thereAndBack(atlas, there, facts, { needed: { [sam.key]: false } }, { needed: {} })).toEqual([
    1, 0, 1,
  ]);
  expect(thereAndBack(atlas, there, facts, { leftOut: [sam.key] }, { leftOut: [] })).toEqual([1, 0, 1]);
});

test('1 the defaults written out say the same as no rule', () => {
  const facts = [withSam(6 * MINUTE, HOUR), atlas.answered(marcus, 'declined', TUE, '2026-10-26 09:00')];
  const written = atlas.ruled({ graceMinutes: 5, threshold: 0.5, needed: {}, leftOut: [] });
  expect(ofAtlas([...facts, written])).toEqual(ofAtlas(facts));
});
