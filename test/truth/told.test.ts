import { describe, expect, test } from 'vitest';
import type { AgreementReply } from '../../src/domain/facts/decided/agreement';
import type { ConsultFact } from '../../src/domain/facts/decided/consulting';
import {
  OUTCOMES,
  type Outcome,
  PERSON_OUTCOMES,
  type PersonOutcome,
} from '../../src/domain/facts/things/outcomes';
import type { JudgedPerson } from '../../src/domain/judge/judged/judged';
import { missed } from '../../src/domain/judge/questions/missed';
import { LANGUAGES } from '../../src/domain/language';
import { stillToHear } from '../../src/domain/measure/hearing';
import { ownSide } from '../../src/domain/measure/measures-of-person';
import { type Consulted, hearingIn, toldOf } from '../../src/domain/measure/told';
import { isWorthARecap } from '../../src/domain/tell/next-step';
import { ownTowards } from '../../src/domain/tell/own-towards';
import { recipientsOf } from '../../src/domain/tell/recipients';
import { WORDS } from '../../src/formats/languages/registered';
import { composeRecap, recapText } from '../../src/formats/mail/recap-text';
import { prepareRecap } from '../../src/tasks/send/prepare-recap';
import { toldWords } from '../../src/ui/words/decide/told';
import { RECIPIENT_REASONS_WORDS } from '../../src/ui/words/people';
import { timeWords } from '../../src/ui/words/times';
import { agreement, answer, reply, request, step } from '../domain/builders/consult-facts';
import {
  at,
  DANA,
  decision,
  judgedLineage,
  judgedOccurrence,
  judgedPerson,
  MARCUS,
  PRIYA,
  person,
  recap,
} from '../formats/judged';

const NOW = at('2026-11-20T15:40:00Z');
const EVE = person('Eve Abara');
const time = timeWords('Europe/London');

/** Thu 29 Oct in a group: Dana and Priya were there, Marcus was not, Eve was there for a part. */
const home = judgedOccurrence('2026-10-29', {
  oneToOne: false,
  people: [
    judgedPerson(MARCUS, { outcome: 'not-present-no-message' }),
    judgedPerson(PRIYA),
    judgedPerson(DANA),
    judgedPerson(EVE, { outcome: 'present-part' }),
  ],
});
const lineage = judgedLineage([home], { oneToOne: false });
const to = (...people: (typeof MARCUS)[]) =>
  recap({ mailKey: people.map(({ key }) => key).join(), to: people });
const later = (one: ReturnType<typeof recap>, sentAt: string) => ({ ...one, sentAt: at(sentAt) });

describe('6 Decisions told', () => {
  const counted = (
    made: ReturnType<typeof decision>,
    recaps: Parameters<typeof toldOf>[2],
  ): readonly [number, number, number | null] => {
    const { needing, told, medianHours } = toldOf(lineage, [made], recaps);
    return [told.length, needing.length, medianHours];
  };
  const named = decision(11, { informed: [DANA, EVE], accountable: PRIYA });

  test('is said of a decision only when everybody who should hear of it was told', () => {
    expect(counted(named, [])).toEqual([0, 1, null]);
    expect(counted(named, [to(MARCUS)])).toEqual([0, 1, null]);
    expect(counted(named, [to(EVE)])).toEqual([0, 1, null]);
    expect(counted(named, [to(MARCUS), to(EVE)])[0]).toBe(1);
  });
  test('takes as long as the last of them', () => {
    const recaps = [later(to(MARCUS), '2026-10-29T18:00:00Z'), later(to(EVE), '2026-10-29T20:00:00Z')];
    expect(counted(named, recaps)).toEqual([1, 1, 4]);
  });
  test('13.1 is said of who was there where it was decided, without a mail', () => {
    const all = judgedLineage([judgedOccurrence('2026-10-29')]);
    const {
      needing,
      told,
      medianHours,
      later: told_,
    } = toldOf(all, [decision(11, { informed: [MARCUS], accountable: PRIYA })], []);
    expect([needing.length, told.length, medianHours]).toEqual([1, 1, null]);
    expect([...told_.values()]).toEqual([[]]);
  });

  test('13.1 who was there was not told late; who was told a day after the first of them was', () => {
    const late = (
      made: ReturnType<typeof decision>,
      recaps: Parameters<typeof toldOf>[2],
      basis: typeof lineage,
    ) => ownSide(basis, [made], recaps, { now: NOW }).toldLate.length;
    expect(
      late(
        decision(11, { informed: [MARCUS], accountable: PRIYA }),
        ...([[], judgedLineage([judgedOccurrence('2026-10-29')])] as const),
      ),
    ).toBe(0);
    const recaps = [to(MARCUS), later(to(EVE), '2026-11-02T09:00:00Z')];
    expect(late(named, recaps, lineage)).toBe(1);
    expect(late(named, [to(MARCUS), to(EVE)], lineage)).toBe(0);
    const towards = (who: typeof MARCUS) =>
      ownTowards({ lineage, decisions: [named], recaps: [] }, who, NOW).toldLate.length;
    expect([towards(DANA), towards(EVE), towards(MARCUS)]).toEqual([0, 1, 1]);
  });
});

describe('6 and beside a decision, one rule says who should hear and who was told', () => {
  const all = judgedLineage([judgedOccurrence('2026-10-29')], { oneToOne: false, people: [MARCUS, PRIYA] });
  const made = (more: Parameters<typeof decision>[1] = {}) => decision(11, { accountable: PRIYA, ...more });
  const toldIn = (
    one: ReturnType<typeof decision>,
    recaps: Parameters<typeof toldOf>[2],
    more: Consulted = {},
  ) => {
    const { told, needing } = toldOf(all, [one], recaps, more);
    const should = hearingIn(all, recaps, more)(one);
    // Either all of them were told, and it counts, or somebody was not, and beside it stands who.
    expect(told.length === 1).toBe(needing.length === 1 && should.every((hearer) => hearer.told !== null));
    return should.flatMap(({ person: who, told: when }) => (when === null ? [who.name] : []));
  };
  const asking = { series: 'S1', decision: 'decision-11', person: EVE };
  const yes: AgreementReply = { ...reply(1), series: 'S1' };
  const agreed = { agreements: [{ ...agreement(1), series: 'S1', person: EVE }, yes] };

  test('13.2 its owner, who agreed on its topic, who was asked, and everybody needed where it has no occurrence', () => {
    expect(toldIn(made(), [])).toEqual([]);
    expect(toldIn(made({ accountable: DANA }), [])).toEqual(['Dana Ortiz']);
    expect(toldIn(made({ topic: 'vendors' }), [], agreed)).toEqual(['Eve Abara']);
    expect(toldIn(made({ topic: 'bug fixes' }), [], agreed)).toEqual([]);
    expect(toldIn(made(), [], { consulting: [request(asking)] })).toEqual(['Eve Abara']);
    expect(toldIn(made({ occurrence: null }), [])).toEqual(['Marcus Hale']);
    expect(toldIn(made({ occurrence: null }), [to(MARCUS)])).toEqual([]);
  });

  test('13.1 who answered about it was told of the state that was last mailed to them', () => {
    const talk = answer('talk', '2026-10-30T09:00', asking);
    expect(toldIn(made({ informed: [EVE] }), [], { consulting: [talk] })).toEqual([]);
    // Marcus was there when it was proposed, and had a mail when it was decided.
    const heard = { ...to(MARCUS), recordedAt: at('2026-11-02T12:10:00Z'), sentAt: null };
    const waiting = made({ proposed: true, informed: [EVE] });
    const asked = request({ ...asking, askedAt: at('2026-10-29T17:00:00Z') });
    const decided = step('decided', '2026-11-02T12:00', { decision: 'decision-11' });
    const course = (...more: ConsultFact[]) => ({ consulting: [asked, decided, ...more] });
    const stands = { ...waiting, decidedAt: decided.at };
    // Their yes brought it about; other words before it, or a late one to the question, say nothing of the decision.
    expect(toldIn(stands, [heard], course(answer('ok', '2026-10-30T09:00', asking)))).toEqual([]);
    expect(toldIn(stands, [heard], course(talk))).toEqual(['Eve Abara']);
    expect(toldIn(stands, [heard], course(answer('ok', '2026-11-03T09:00', asking)))).toContain('Eve Abara');
  });

  test('13.1 what was told of an earlier state is told of that one alone', () => {
    const again = [
      answer('problem', '2026-10-30T09:00', { ...asking, person: DANA }),
      step('decided', '2026-11-02T12:00', { decision: 'decision-11' }),
    ];
    const stands = made({ decidedAt: at('2026-11-02T12:00:00Z') });
    // Marcus was there for the first one, and had a mail about it.
    expect(toldIn(stands, [], { consulting: again })).toEqual(['Marcus Hale']);
    expect(toldIn(stands, [to(MARCUS)], { consulting: again })).toEqual(['Marcus Hale']);
    const mail = { ...later(to(MARCUS), '2026-11-02T12:10:00Z'), recordedAt: at('2026-11-02T12:10:00Z') };
    expect(toldIn(stands, [mail], { consulting: again })).toEqual([]);
  });

  test('13.1 of several mails each reader is named, and when the last of them heard', () => {
    const mails = [to(MARCUS), later(to(EVE), '2026-10-30T09:00:00Z')];
    expect(toldWords({ mails, untold: [], isHeard: true, isKnown: true }, time)).toBe(
      'Told Marcus Hale and Eve Abara, the last of them on Fri 30 Oct at 09:00.',
    );
  });

  test('10.5 in a mail to somebody who was not asked to the meeting it is not called ours', () => {
    const people = [judgedPerson(MARCUS, { outcome: null }), judgedPerson(PRIYA, { outcome: null })];
    const off = judgedOccurrence('2026-10-29', { outcome: 'cancelled-short-notice', people });
    const next = judgedOccurrence('2026-11-23', { outcome: 'upcoming' });
    const basis = { owner: PRIYA, lineage: judgedLineage([off, next]), recaps: [] };
    const { letters } = prepareRecap({ ...basis, decisions: [made({ accountable: DANA })] }, off.key, NOW);
    const [hers, his] = [DANA, MARCUS].map(
      ({ key }) => letters.find(({ to: [one] }) => one?.key === key)?.text,
    );
    expect(his).toMatch(/Next: Priya\/Marcus daily sync[\s\S]*our sync .* did not take place$/);
    expect(hers).toContain('Address lookup: vendor B');
    expect(hers).not.toMatch(/Our sync|our sync|Next:/);
  });
});

describe('Beside a decision', () => {
  test('11.5 that nobody needs to hear is not said where nobody here knows who should', () => {
    const said = (more: Partial<Parameters<typeof toldWords>[0]>) =>
      toldWords({ mails: [], untold: [], isHeard: false, isKnown: true, ...more }, time);
    expect(said({ isKnown: false })).toBe('');
    expect(said({})).toBe('Nobody needs to hear of it.');
    // Somebody should, and was there.
    expect(said({ isHeard: true })).toBe('Everybody who should hear of it was there or answered.');
    expect(said({ mails: [recap()], untold: [DANA], isHeard: true, isKnown: false })).toBe(
      'Told Marcus Hale on Thu 29 Oct at 16:05. Dana Ortiz not told yet.',
    );
  });
  test('13.1 of a mail that could not be looked up it is said that it could not', () => {
    const unsure = recap({ step: 'unverified' });
    expect(toldWords({ mails: [unsure], untold: [], isHeard: true, isKnown: true }, time)).toMatch(
      /\(handed to Outlook; whether it went is not known\)\.$/,
    );
  });
});

describe('In the mail', () => {
  test('10.2 that it went before is said only to whom it went', () => {
    const away = judgedOccurrence('2026-10-29', {
      ...{ outcome: 'cancelled-short-notice', oneToOne: false },
      people: [judgedPerson(MARCUS, { outcome: null }), judgedPerson(PRIYA, { outcome: null })],
    });
    const basis = {
      owner: PRIYA,
      lineage: judgedLineage([away, judgedOccurrence('2026-11-03')], { oneToOne: false }),
      decisions: [decision(11, { informed: [DANA], accountable: PRIYA })],
      // Marcus heard of it in the recap of another day; Dana, who should hear, did not.
      recaps: [recap({ occurrence: 'S1/2026-11-03' })],
    };
    const [letter] = prepareRecap(basis, away.key, NOW, {
      together: true,
      ticks: { [DANA.key]: true },
    }).letters;
    expect(letter?.to.map(({ name }) => name)).toContain('Dana Ortiz');
    expect(letter?.text).not.toContain('went to you before');
    expect(letter?.text).toContain('Address lookup: vendor B');
    const [alone] = prepareRecap(
      { ...basis, decisions: [decision(11, { accountable: PRIYA })] },
      ...([away.key, NOW, { together: true }] as const),
    ).letters;
    expect(alone?.text).toContain('What was decided you were told before (D-011)');
  });

  test.each(LANGUAGES)('nobody is told that they were away who was not to be there (%s)', (language) => {
    const said = (reader: typeof MARCUS) =>
      recapText(
        composeRecap({
          occurrence: judgedOccurrence('2026-10-29', {
            outcome: 'excluded-away',
            people: [judgedPerson(MARCUS, { outcome: 'away' }), judgedPerson(PRIYA, { outcome: null })],
          }),
          ...{ title: 'Daily sync', recipients: [reader], decisions: [decision(11)], owner: PRIYA },
          ...{ ownerZone: 'Europe/London', next: null, language },
        }),
      );
    const opening = { date: WORDS[language].recap.date(new Date('2026-10-29')), part: '', oneToOne: true };
    const away = WORDS[language].recap.happened.away(opening);
    expect(said(MARCUS)).toContain(away);
    expect(said(DANA)).not.toContain(away);
  });

  test.each(LANGUAGES)('a later proposal claims no agreement that nobody gave (%s)', (language) => {
    expect(WORDS[language].letters.proposal.again).not.toMatch(/agreed|Vereinbarung|convenu|acordamos/);
  });
});

test('13.2 who was not expected missed nothing, also where nobody met', () => {
  const one = judgedPerson(MARCUS, { outcome: 'not-expected' });
  for (const outcome of ['not-held-no-message', 'not-held-apologies-with-notice', 'held'] as const) {
    expect(missed(judgedOccurrence('2026-10-29', { outcome, oneToOne: false, people: [one] }), one)).toBe(
      false,
    );
  }
});

describe('13.2 Missed', () => {
  const apart = (outcome: Outcome, people: readonly JudgedPerson[], oneToOne = false) =>
    judgedOccurrence('2026-10-29', { outcome, oneToOne, people });
  const ANY: readonly (PersonOutcome | null)[] = [null, ...PERSON_OUTCOMES];

  test('has nobody an occurrence that is itself not recorded, whatever was said of them before it', () => {
    for (const outcome of ANY) {
      const one = judgedPerson(MARCUS, { outcome });
      const occurrence = apart('not-recorded', [one, judgedPerson(PRIYA, { outcome: null })]);
      expect([outcome, missed(occurrence, one)]).toEqual([outcome, false]);
      expect(recipientsOf(occurrence, PRIYA, []).filter(({ ticked }) => ticked)).toEqual([]);
      const made = decision(11, { accountable: PRIYA });
      const course = {
        decision: made,
        decidedAt: made.decidedAt,
        asked: [],
        answers: [],
        events: [],
        touched: [],
      };
      const around = { homes: { get: () => occurrence }, needed: [], views: [], recaps: [], owner: PRIYA };
      expect(stillToHear(course, around)).toEqual([]);
    }
  });

  test('has everybody needed what was skipped, as agreed, or a one-to-one without the owner: nobody met', () => {
    const one = judgedPerson(MARCUS, { outcome: null });
    const people = [one, judgedPerson(PRIYA, { outcome: null })];
    expect(missed(apart('excluded-agreed-skip', people), one)).toBe(true);
    expect(missed(apart('excluded-own-absence', people, true), one)).toBe(true);
    // The others can have met.
    expect(missed(apart('excluded-own-absence', people), one)).toBe(false);
    const optional = judgedPerson(MARCUS, { outcome: null, needed: false, role: 'optional' });
    expect(missed(apart('excluded-agreed-skip', [optional]), optional)).toBe(false);
  });

  test('asks for a mail about what was left out only where something was decided', () => {
    const skipped = apart('excluded-agreed-skip', [judgedPerson(MARCUS, { outcome: null })]);
    const all = judgedLineage([skipped], { oneToOne: false });
    expect(isWorthARecap(skipped, all, [], [])).toBe(false);
    expect(isWorthARecap(skipped, all, [decision(11)], [])).toBe(true);
  });
});

describe('Beside a name of somebody the recap can go to', () => {
  const reasonFor = (occurrence: Outcome, outcome: PersonOutcome | null) => {
    const people = [judgedPerson(MARCUS, { outcome }), judgedPerson(PRIYA, { outcome: null })];
    const one = judgedOccurrence('2026-10-29', { outcome: occurrence, oneToOne: false, people });
    const [recipient] = recipientsOf(one, PRIYA, []);
    if (recipient === undefined) throw new Error('nobody');
    return RECIPIENT_REASONS_WORDS[recipient.reason];
  };

  test('4.5 that they were not there is said only where that was seen: not of what somebody called off', () => {
    for (const occurrence of OUTCOMES) {
      for (const outcome of [null, 'not-recorded', 'not-expected', 'away', 'present-part'] as const) {
        expect(reasonFor(occurrence, outcome)).not.toBe('was not there');
      }
    }
    expect(reasonFor('cancelled-short-notice', null)).toBe('was to be there');
    expect(reasonFor('not-held-no-message', 'not-recorded')).toBe('was to be there');
    expect(reasonFor('not-held-no-message', 'not-present-no-message')).toBe('was not there');
  });

  test('4.1 nor of who was connected briefly, or sent somebody', () => {
    expect(reasonFor('held', 'connected-briefly')).toBe('was connected briefly');
    expect(reasonFor('held', 'delegate-attended')).toBe('sent somebody');
  });
});
