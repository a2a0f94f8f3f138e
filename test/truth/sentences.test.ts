import { describe, expect, test, vi } from 'vitest';
import type { AgreementView } from '../../src/domain/agree/agreed';
import type { Concern } from '../../src/domain/agree/concerns';
import type { DecisionHistory } from '../../src/domain/agree/decision-history';
import type { Overdue } from '../../src/domain/agree/waiting';
import type { Rhythm } from '../../src/domain/facts/entered/rhythm';
import { isHeld, OUTCOMES, type Outcome } from '../../src/domain/facts/things/outcomes';
import { LANGUAGES } from '../../src/domain/language';
import { stillToHear } from '../../src/domain/measure/hearing';
import type { ChronicleStep } from '../../src/domain/tell/chronology';
import { conditionsFor } from '../../src/domain/tell/escalation';
import { easierSlots } from '../../src/domain/tell/reinvitation';
import { Trouble } from '../../src/domain/trouble';
import { WORDS } from '../../src/formats/languages/registered';
import { reinvitationText } from '../../src/formats/mail/letters/reinvitation-text';
import { composeRecap, recapText } from '../../src/formats/mail/recap-text';
import { chronicleLines } from '../../src/formats/paper/chronology-lines';
import { subjectLines } from '../../src/formats/paper/subject-lines';
import { troubleOf } from '../../src/office/sign-in-trouble';
import { occasionWords } from '../../src/ui/decisions/Chronology';
import { AGREEMENT_STANDING_WORDS, concernWords } from '../../src/ui/words/decide/decisions';
import { CONDITION_WORDS } from '../../src/ui/words/decide/escalation';
import { overdueStep } from '../../src/ui/words/decide/replies';
import { troubleWords } from '../../src/ui/words/keep/trouble';
import { meetingDaysWords } from '../../src/ui/words/meeting-days';
import { timeWords } from '../../src/ui/words/times';
import { wordingOf } from '../../src/ui/words/wording';
import { step } from '../domain/builders/consult-facts';
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

const LONDON = 'Europe/London';
const NOW = at('2026-11-20T15:40:00Z');

/** The recap of Tue 17 Nov to somebody who was away or not there, with what is told in it. */
function recapOf(
  outcome: Outcome,
  told: readonly ReturnType<typeof decision>[],
  {
    toldBefore = [],
    language = 'en',
    homes = new Map([[weekBefore.key, weekBefore]]),
    person = 'not-present-no-message',
  }: {
    toldBefore?: readonly ReturnType<typeof decision>[];
    language?: (typeof LANGUAGES)[number];
    homes?: ReadonlyMap<string, ReturnType<typeof judgedOccurrence>>;
    person?: 'not-present-no-message' | 'away';
  } = {},
): string {
  const occurrence = judgedOccurrence('2026-11-17', {
    ...{ outcome, oneToOne: false },
    people: [judgedPerson(MARCUS, { outcome: person }), judgedPerson(PRIYA), judgedPerson(DANA)],
  });
  return recapText(
    composeRecap({
      ...{ occurrence, title: 'Atlas refinement', recipients: [MARCUS], decisions: told, toldBefore, homes },
      ...{ owner: PRIYA, ownerZone: LONDON, next: null, language },
    }),
  );
}
const weekBefore = judgedOccurrence('2026-11-03', { oneToOne: false });
const there = decision(3, { occurrence: 'S1/2026-11-17', decidedAt: at('2026-11-17T15:00:00Z') });
const earlier = decision(2, { occurrence: 'S1/2026-11-03', decidedAt: at('2026-11-04T09:00:00Z') });
const outside = decision(1, { occurrence: null, decidedAt: at('2026-11-05T09:00:00Z') });

describe('10.2 A decision belongs to its own occasion', () => {
  test.each(LANGUAGES)(
    'so nothing that was decided elsewhere is said to be of the meeting of the mail (%s)',
    (language) => {
      for (const outcome of ['held', 'held-part', 'not-recorded'] as const) {
        for (const person of ['not-present-no-message', 'away'] as const) {
          const own = recapOf(outcome, [there], { language, person });
          for (const told of [[earlier], [outside], [earlier, there]]) {
            const said = recapOf(outcome, told, { language, person });
            // Behind the last semicolon stands what the mail is about, where it is about the meeting.
            const isAbout = said.endsWith(own.slice(own.lastIndexOf('; ')));
            // That somebody was away stays true of the meeting, whatever the mail tells.
            const isTrueAnyway = person === 'away' && outcome !== 'not-recorded';
            expect(isAbout).toBe(told.includes(there) || isTrueAnyway);
          }
        }
      }
    },
  );

  test('and what is told later says where and when it was decided', () => {
    expect(recapOf('held', [there])).toMatch(/; about our meeting on Tue 17 Nov$/);
    expect(recapOf('held', [earlier])).toContain('At our meeting on Tue 3 Nov.');
    expect(recapOf('held', [outside])).toContain('On Thu 5 Nov, outside of our meetings.');
    const several = recapOf('held', [earlier, there, outside]);
    expect(several.match(/At our meeting on Tue 3 Nov\./g)).toHaveLength(1);
    expect(several).not.toContain('At our meeting on Tue 17 Nov.');
  });

  test('of what was proposed in one and decided in another, it says the one in which it was decided', () => {
    const proposed = { ...earlier, proposed: true, decidedAt: at('2026-11-17T15:00:00Z') };
    const by = (occurrence?: string | null) => ({
      ...proposed,
      decidedBy: step('decided', '2026-11-17T15:20', occurrence === undefined ? {} : { occurrence }),
    });
    expect(recapOf('held', [by('S1/2026-11-17')])).toMatch(/; about our meeting on Tue 17 Nov$/);
    const none = recapOf('held', [by(null)]);
    expect(none).toContain('On Tue 17 Nov, outside of our meetings.');
    // Nobody said where: then there is the day alone.
    const unsaid = recapOf('held', [by()]);
    expect(unsaid).toContain('On Tue 17 Nov.');
    expect(none + unsaid).not.toContain('At our meeting on Tue 3 Nov');
  });

  test.each(LANGUAGES)(
    'but "at our meeting" is said only of a meeting that was held, on its day (%s)',
    (language) => {
      const { decidedElsewhere } = WORDS[language].recap;
      const dated = (day: string) => WORDS[language].recap.date(new Date(day));
      const said = (home: ReturnType<typeof judgedOccurrence> | null) =>
        recapOf('held', [earlier], {
          language,
          homes: new Map(home === null ? [] : [[weekBefore.key, home]]),
        });
      // Moved to the day after, it was then that they met.
      const effective = { start: at('2026-11-04T15:00:00Z'), end: at('2026-11-04T15:30:00Z') };
      const moved = said({ ...weekBefore, outcome: 'held-moved', effective });
      expect(moved).toContain(decidedElsewhere(dated('2026-11-04'), 'meeting'));
      for (const outcome of OUTCOMES.filter((one) => !isHeld(one))) {
        const none = said({ ...weekBefore, outcome });
        expect(none).not.toContain(decidedElsewhere(dated('2026-11-03'), 'meeting'));
        expect(none).toContain(decidedElsewhere(dated('2026-11-04'), 'unsaid'));
      }
      // Nothing is known of it here, or the reader was not asked to it (10.5).
      expect(said(null)).toContain(decidedElsewhere(dated('2026-11-03'), 'unsaid'));
      expect(said({ ...weekBefore, people: [judgedPerson(PRIYA), judgedPerson(DANA)] })).not.toContain(
        decidedElsewhere(dated('2026-11-03'), 'meeting'),
      );
    },
  );

  test.each(LANGUAGES)('and the mail about it never says that nothing was decided there (%s)', (language) => {
    const { nothingDecided } = WORDS[language].recap;
    expect(recapOf('held', [], { language })).toContain(nothingDecided);
    const said = recapOf('held', [], { language, toldBefore: [there] });
    expect(said).not.toContain(nothingDecided);
    expect(said).toContain('D-003');
  });
});

describe('10.5 Invited, absent', () => {
  const occasion = (role: 'organizer' | 'required', outcome: Outcome) => {
    const one = judgedPerson(MARCUS, { role, outcome: 'not-present-no-message' });
    return { one, occurrence: judgedOccurrence('2026-11-17', { outcome, people: [one] }) };
  };
  test('whoever organizes is never said to have been invited', () => {
    expect(occasionWords(occasion('organizer', 'held'))).toBe(
      'Marcus Hale organizes the meeting: not there, no message found',
    );
    const step: ChronicleStep = { what: 'occasion', at: NOW, ...occasion('organizer', 'held') };
    const [line] = chronicleLines([step], [], wordingOf(LONDON, NOW));
    expect(line?.words).toMatch(/^Their meeting; /);
    const asked: ChronicleStep = { what: 'occasion', at: NOW, ...occasion('required', 'held') };
    expect(chronicleLines([asked], [], wordingOf(LONDON, NOW))[0]?.words).toMatch(/^Invited; /);
  });

  test('nobody is said to have been absent where no meeting took place in which it could be decided', () => {
    for (const outcome of ['not-held-no-message', 'cancelled-short-notice', 'not-recorded'] as const) {
      expect(occasionWords(occasion('required', outcome))).toBe('Marcus Hale invited');
    }
  });

  test.each(LANGUAGES)(
    'who organizes is offered a time, not a welcome to their own meeting (%s)',
    (language) => {
      const lineage = judgedLineage([judgedOccurrence('2026-11-23', { outcome: 'upcoming' })]);
      const slots = easierSlots(lineage, NOW);
      if (slots === null) throw new Error('nothing is planned');
      const letter = (isTheirs: boolean) =>
        reinvitationText({
          ...{
            title: 'Daily sync',
            person: MARCUS,
            owner: PRIYA,
            slots,
            perWeek: 5,
            oneToOne: true,
            language,
            isTheirs,
          },
        }).text;
      expect(letter(true)).not.toMatch(/welcome|The door|Die Tür|La porte|La puerta/);
      expect(letter(true)).toContain('Daily sync');
      expect(letter(false)).toMatch(/The door|Die Tür|La porte|La puerta/);
    },
  );
});

describe('11.5 Nobody needs to hear', () => {
  const plain = { decidedAt: at('2026-10-29T16:00:00Z'), asked: [], answers: [], events: [], touched: [] };
  const home = judgedOccurrence('2026-10-29', {
    outcome: 'held',
    people: [
      judgedPerson(MARCUS, { outcome: 'not-present-no-message' }),
      judgedPerson(PRIYA),
      judgedPerson(DANA),
    ],
  });
  const untoldOf = (
    made: ReturnType<typeof decision>,
    at: ReturnType<typeof judgedOccurrence> | null,
    recaps: readonly ReturnType<typeof recap>[],
    owner: typeof PRIYA,
  ) =>
    stillToHear(
      { ...plain, decision: made },
      { homes: { get: () => at ?? undefined }, needed: [], views: [], recaps, owner },
    );
  test('is never said where somebody missed the meeting, was named, or only some were told', () => {
    const names = (...asked: Parameters<typeof untoldOf>) => untoldOf(...asked).map(({ name }) => name);
    expect(names(decision(11), home, [], PRIYA)).toEqual(['Marcus Hale']);
    expect(names(decision(11, { informed: [DANA] }), null, [], PRIYA)).toEqual(['Dana Ortiz']);
    const eve = person('Eve Abara');
    expect(names(decision(11, { informed: [eve, MARCUS, PRIYA] }), home, [recap()], PRIYA)).toEqual([
      'Eve Abara',
    ]);
  });
  test('is said where everybody who should hear was there or was told', () => {
    expect(untoldOf(decision(11), home, [recap()], PRIYA)).toEqual([]);
    const all = { ...home, people: home.people.map((one) => ({ ...one, outcome: 'present' as const })) };
    expect(untoldOf(decision(11), all, [], PRIYA)).toEqual([]);
  });
  describe('nor of whom definitions 13.2 names otherwise', () => {
    const all = { ...home, people: home.people.map((one) => ({ ...one, outcome: 'present' as const })) };
    const around = {
      homes: { get: () => all },
      needed: [PRIYA, MARCUS, DANA],
      views: [],
      recaps: [],
      owner: PRIYA,
    };
    const names = (...given: Parameters<typeof stillToHear>) => stillToHear(...given).map(({ name }) => name);
    const elsewhere = decision(11, { occurrence: null, accountable: PRIYA });
    const EVE = person('Eve Abara');
    const agreement = (level: 'leaf' | 'branch' | 'trunk' | 'root', standing: 'agreed' | 'proposed') =>
      ({
        standing,
        reply: null,
        agreement: {
          ...{ kind: 'agreement', id: 'a-1', recordedAt: NOW, person: EVE, version: 1 },
          topics: [{ topic: 'Budget', level, examples: '' }],
        },
      }) as unknown as AgreementView;

    test('13.1 who was there where it was decided was told, also where they are named', () => {
      expect(names({ ...plain, decision: decision(11, { informed: [MARCUS] }) }, around)).toEqual([]);
      const part = judgedPerson(MARCUS, { outcome: 'present-part' });
      const partly = { ...all, oneToOne: false, people: [part, judgedPerson(DANA)] };
      expect(
        names({ ...plain, decision: decision(11) }, { ...around, homes: { get: () => partly } }),
      ).toEqual(['Marcus Hale']);
    });
    test('13.2 its owner, who was not there', () => {
      const owned = decision(11, { accountable: EVE });
      expect(names({ ...plain, decision: owned }, around)).toEqual(['Eve Abara']);
      const told = recap({ to: [EVE] });
      expect(names({ ...plain, decision: owned }, { ...around, recaps: [told] })).toEqual([]);
    });
    test('13.2 everybody needed in its series, where it has no occurrence', () => {
      expect(names({ ...plain, decision: elsewhere }, { ...around, homes: new Map() })).toEqual([
        'Marcus Hale',
        'Dana Ortiz',
      ]);
    });
    test('13.2 somebody with whom the owner keeps a one-to-one, where it is large', () => {
      const reaching = (reach: 'ours' | 'other-teams' | 'large') =>
        names({ ...plain, decision: decision(11, { reach }) }, { ...around, oneToOnes: [PRIYA, EVE] });
      expect(reaching('large')).toEqual(['Eve Abara']);
      expect([...reaching('other-teams'), ...reaching('ours')]).toEqual([]);
    });
    test.each(['branch', 'trunk', 'root'] as const)('13.2 who agreed on %s for a touched topic', (level) => {
      const budget = { ...plain, decision: decision(11), touched: ['budget'] };
      const views = (standing: 'agreed' | 'proposed') => [agreement(level, standing)];
      expect(names(budget, { ...around, views: views('agreed') })).toEqual(['Eve Abara']);
      expect(names(budget, { ...around, views: views('proposed') })).toEqual([]);
      expect(names(budget, { ...around, views: [agreement('leaf', 'agreed')] })).toEqual([]);
    });
    test('13.1 who was asked, until they answered about it', () => {
      const asked = [{ request: { person: EVE } }] as unknown as DecisionHistory['asked'];
      const answers = [{ person: EVE, said: 'talk', at: NOW }] as unknown as DecisionHistory['answers'];
      const one = { ...plain, decision: decision(11), asked };
      expect(names(one, around)).toEqual(['Eve Abara']);
      expect(names({ ...one, answers }, around)).toEqual([]);
    });
    test('13.2 and nobody who was erased', () => {
      const erased = { key: 'erased:colleague', name: 'colleague', address: '' };
      expect(names({ ...plain, decision: decision(11, { accountable: erased }) }, around)).toEqual([]);
    });
  });
  test('and is not for a mail of which nobody knows whether it went', () => {
    expect(untoldOf(decision(11), home, [recap({ step: 'sending' })], PRIYA)).toHaveLength(1);
  });
});

describe('What was only written down, or held, is not called anything else', () => {
  test('saving an agreement proposes nothing to anybody', () => {
    expect(AGREEMENT_STANDING_WORDS.proposed).not.toMatch(/propos/);
    const state = { condition: 'agreement-tried', met: false, count: 0 } as const;
    expect(CONDITION_WORDS['agreement-tried'](state)).not.toMatch(/propos/);
  });

  test('held one-to-ones and offers of one are told apart', () => {
    const state = { condition: 'one-to-one', count: 0 } as const;
    expect(CONDITION_WORDS['one-to-one']({ ...state, met: true, count: 7 })).toBe(
      'This one-to-one took place 7 times in this log.',
    );
    expect(CONDITION_WORDS['one-to-one']({ ...state, met: false, offered: 2 })).toBe(
      'Talk one to one first. You noted 2 times that you offered it.',
    );
    const met = judgedOccurrence('2026-11-17');
    const [first] = conditionsFor(
      { lineage: judgedLineage([met]), gestures: [], agreements: [] },
      MARCUS,
      NOW,
    );
    expect(first).toMatchObject({ met: true, count: 1 });
  });
});

describe('How often a meeting takes place', () => {
  const rhythm = (dates: readonly string[], perWeek: number) =>
    meetingDaysWords(
      judgedLineage(
        dates.map((date) => judgedOccurrence(date)),
        { perWeek },
      ),
      timeWords(LONDON),
    );
  const WEEK = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'];
  test('is not said where its rule is not known: without the calendar a weekly one is not "monthly"', () => {
    expect(rhythm(['2026-11-17'], 0)).toBe('On a Tuesday 15:00–15:30');
    expect(rhythm(['2026-11-17', '2026-11-19'], 0)).toBe('Tue and Thu 15:00–15:30');
    expect(rhythm(['2026-11-17'], 0.23)).toContain('about monthly');
    expect(rhythm(['2026-11-17'], 1)).toBe('Every Tuesday 15:00–15:30');
  });
  test('five days that were seen are every weekday only where it is planned so often', () => {
    expect(rhythm(WEEK, 5)).toBe('Weekdays 15:00–15:30');
    for (const perWeek of [0, 0.5, 1, 2]) expect(rhythm(WEEK, perWeek)).not.toMatch(/^Weekdays|^Every day/);
  });
});

describe('What went wrong', () => {
  test('a full storage is not called being offline, nor a refusal of Microsoft 365', () => {
    for (const thrown of [
      new DOMException('The quota has been exceeded.', 'QuotaExceededError'),
      Object.assign(new Error('Exceeded cache storage capacity'), { errorCode: 'cache_quota_exceeded' }),
    ]) {
      expect(troubleOf(thrown, ['Calendars.Read']).kind).toBe('storage-full');
    }
  });
  test('with a network nobody is told flatly that there is none', () => {
    const said = (onLine: boolean) => {
      vi.stubGlobal('navigator', { onLine });
      const words = troubleWords(new Trouble('offline', 'calendar'));
      vi.unstubAllGlobals();
      return words;
    };
    expect(said(false)).toBe('You are offline.');
    expect(said(true)).not.toBe('You are offline.');
  });
});

describe('11.4 What was agreed is said as it was agreed, and no further', () => {
  test('both agreed that they hear before: neither is said to have asked for it', () => {
    const topic = { topic: '2027 scope', level: 'trunk', examples: '' } as const;
    const concern = {
      person: MARCUS,
      topic,
      standing: 'not-asked',
      asked: null,
      answer: null,
      ahead: 'wait',
    };
    const said = concernWords(concern as unknown as Concern, timeWords(LONDON));
    expect(said).toBe(
      'Marcus agreed with you to hear about “2027 scope” before you act. Nothing is recorded yet.',
    );
  });

  test('when a time went by, deciding is offered only where nothing was agreed, or silence was', () => {
    const after = (agreement: string | null, silence: 'hold' | 'go-ahead', askings = 1) => {
      const request = { agreement, silence, person: MARCUS };
      const asked = Array.from({ length: askings }, () => ({ request, answer: null }));
      return overdueStep({ history: { asked }, request } as unknown as Overdue);
    };
    expect(after(null, 'hold')).toBe('You can decide, or ask again.');
    expect(after('a1', 'go-ahead')).toMatch(/^You agreed to go ahead then/);
    // Decided together, or silence was to hold it.
    expect(after('a1', 'hold')).not.toMatch(/can decide/);
    expect(after('a1', 'hold')).toMatch(/it waits/);
    // 12.4: asked once more, and not a third time.
    for (const agreement of [null, 'a1'])
      for (const silence of ['hold', 'go-ahead'] as const) {
        expect(after(agreement, silence)).toMatch(
          agreement === null || silence === 'hold' ? /ask again/ : /go ahead/,
        );
        expect(after(agreement, silence, 2)).not.toMatch(/ask again/);
        expect(/can decide/.test(after(agreement, silence, 2))).toBe(
          /can decide/.test(after(agreement, silence)),
        );
      }
  });
});

test('6 of a log in which nothing was due yet no share is said to be recorded', () => {
  const states = conditionsFor({ lineage: judgedLineage([]), gestures: [], agreements: [] }, MARCUS, NOW);
  const covered = states.find(({ condition }) => condition === 'covered');
  if (covered === undefined) throw new Error('no condition');
  expect(covered.met).toBe(false);
  expect(CONDITION_WORDS.covered(covered)).toMatch(/^Nothing was due yet\./);
  expect(CONDITION_WORDS.covered({ condition: 'covered', met: false, count: 50 })).toMatch(/^50 %/);
});

test.each(LANGUAGES)(
  '9 the note about the log claims no copy away that the owner can have made (%s)',
  (language) => {
    const { kept } = WORDS[language].letters.note;
    for (const inOneDrive of [true, false]) {
      expect(kept({ title: 'x', inOneDrive, days: 180 })).not.toMatch(/\bonly\b|\bnur\b|uniquement|\bsolo\b/);
    }
  },
);

test('13.7 an offer of another time is nothing that an outcome rests on', () => {
  const to = { start: NOW, end: NOW };
  const offer = {
    what: 'proposed-new-time',
    at: NOW,
    grade: 'documented',
    rule: '13.7',
    fact: null,
    to,
  } as const;
  const noted = { what: 'we-met', at: NOW, grade: 'noted', rule: '2.4', fact: 'x' } as const;
  const met = judgedOccurrence('2026-11-17', { reasons: [noted, { ...offer, person: MARCUS }] });
  const lines = subjectLines({
    ...{ person: MARCUS, owner: PRIYA, wording: wordingOf(LONDON, NOW), now: NOW },
    log: {
      ...{ lineages: [judgedLineage([met])], decisions: [], recaps: [], consulting: [] },
      ...{ agreements: [], gestures: [], points: [], promises: [], rhythms: [] },
    },
  });
  const [row] = lines.filter(({ part }) => part === 'occurrence');
  expect(row?.restsOn).toContain('You noted: we met');
  expect(row?.restsOn).not.toContain('another time');
});

test('13.5 the copy about a person says how often they are told, where that was chosen', () => {
  const known = (rhythms: readonly Rhythm[]) =>
    subjectLines({
      ...{ person: MARCUS, owner: PRIYA, wording: wordingOf(LONDON, NOW), now: NOW },
      log: {
        ...{ lineages: [], decisions: [], recaps: [], consulting: [] },
        ...{ agreements: [], gestures: [], points: [], promises: [], rhythms },
      },
    }).flatMap(({ part, said }) => (part === 'known' ? [said] : []));
  const chosen = { kind: 'rhythm', id: '1', recordedAt: NOW, person: MARCUS } as const;
  expect(known([])).toHaveLength(1);
  expect(known([{ ...chosen, often: 'daily' }])).toContain('What was missed is told daily.');
  expect(known([{ ...chosen, often: 'weekly', weekday: 'friday' }])).toContain(
    'What was missed is told weekly on Friday.',
  );
});
