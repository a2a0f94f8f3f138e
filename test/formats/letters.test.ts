import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Gesture } from '../../src/domain/facts/entered/gesture';
import type { Person } from '../../src/domain/facts/things/person';
import { measuresOf } from '../../src/domain/measure/measures';
import { ownSide } from '../../src/domain/measure/measures-of-person';
import { pointHistories } from '../../src/domain/points/point-history';
import { promiseHistories } from '../../src/domain/promises/promise-history';
import { chronologyOfPerson } from '../../src/domain/tell/chronology';
import {
  type Condition,
  conditionsFor,
  type EscalationBasis,
  isReady,
} from '../../src/domain/tell/escalation';
import { oneToOneFacts } from '../../src/domain/tell/one-to-one';
import { easierSlots } from '../../src/domain/tell/reinvitation';
import type { WholeRecord } from '../../src/domain/tell/whole-record';
import { DAY } from '../../src/domain/time/time';
import { unkindWords } from '../../src/domain/words';
import { recordNote } from '../../src/formats/mail/letters/record-note';
import { reinvitationText } from '../../src/formats/mail/letters/reinvitation-text';
import { wordCount } from '../../src/formats/mail/recap-length';
import { chronicleLines } from '../../src/formats/paper/chronology-lines';
import { escalationBrief } from '../../src/formats/paper/escalation-brief';
import { oneToOneSheet } from '../../src/formats/paper/one-to-one-sheet';
import { type Paper, paperHtml, paperText } from '../../src/formats/paper/paper';
import { subjectCopy, subjectCsv } from '../../src/formats/paper/subject-copy';
import { othersLeft, withoutOthers } from '../../src/formats/paper/without-others';
import { wordingOf } from '../../src/ui/words/wording';
import { agreement, answer, reply, request } from '../domain/builders/consult-facts';
import { days, decision, goldenMonth, judged, lineageOf, part, recap } from '../domain/builders/judged-month';
import { point, pointMail, pointStep } from '../domain/builders/point-facts';
import { promised, promiseStep } from '../domain/builders/promise-facts';
import { DANA, MARCUS, PRIYA, SAM, utc } from '../domain/builders/readings';
import { readCsv } from './table/read-csv';

const NOW = utc('2026-11-20T18:00');
const wording = wordingOf('Europe/London', NOW);
const next = judged('2026-11-23', 'upcoming');
const month = lineageOf([...goldenMonth().occurrences, next]);
const decisions = [
  decision(11, { occurrence: 'daily/2026-10-29', text: 'vendor B' }),
  decision(13, { occurrence: 'daily/2026-11-18' }),
];
const recaps = [
  recap('r1', '2026-10-29', 'sent', { decisions: ['d11'], to: [MARCUS], subject: 'INFO: vendor B' }),
];
const basis = { lineage: month, decisions, recaps };
const own = ownSide(month, decisions, recaps, { now: NOW });
const linesOf = (paper: Paper, heading: string) =>
  paper.parts.find((one) => one.heading.startsWith(heading))?.lines;

const sheet = oneToOneSheet({
  ...{ lineage: month, person: MARCUS, own, agreement: null, wording },
  facts: oneToOneFacts(basis, MARCUS, NOW),
});

describe('The one-to-one sheet', () => {
  test('begins with what went well', () => {
    expect(sheet.parts[0]).toEqual({
      heading: 'What went well',
      list: true,
      lines: [
        'We met 8 times, the last time on Fri 20 Nov.',
        '202 minutes together in all.',
        'Called off in good time once: Fri 30 Oct.',
      ],
    });
  });

  test('has at most three facts, each with situation, behaviour and impact, in neutral words (8)', () => {
    const facts = sheet.parts.filter(({ heading }) => heading.startsWith('Fact'));
    expect(facts.map(({ lines }) => lines[1])).toEqual([
      'Behaviour: Went ahead 8 of 15 (53 %, likely between 30 % and 75 %).',
      'Behaviour: Nobody joined, no message found, 3 times: Tue 27 Oct, Mon 9 Nov and Mon 16 Nov.',
      'Behaviour: Called off at short notice 3 times: Thu 29 Oct (cancelled 10 min before), Tue 10 Nov (cancelled 1 h 30 min before) and Wed 18 Nov (cancelled 1 min before).',
    ]);
    expect(facts.map(({ lines }) => lines[2])).toEqual([
      'Impact: 202 minutes together to decide what needs both of us.',
      'Impact: no decision in the log belongs to these days; ask what it meant.',
      'Impact: D-011 went by message instead. D-013 not told by message so far.',
    ]);
    expect(unkindWords(paperText(sheet))).toEqual([]);
  });

  test('7.1 has counts alone below ten', () => {
    const few = lineageOf(days('hnchp'));
    const small = oneToOneFacts({ ...basis, lineage: few, recaps: [] }, MARCUS, NOW);
    const [fact] = oneToOneSheet({
      ...{ lineage: few, person: MARCUS, own, agreement: null, wording, facts: small },
    }).parts.filter(({ heading }) => heading === 'Fact 1');
    expect(fact?.lines[1]).toBe('Behaviour: Went ahead 3 of 5.');
  });

  test('says the owner’s own side, asks four questions, leaves room for an agreement, and makes one request', () => {
    expect(linesOf(sheet, 'My own side')?.[0]).toContain('I was not there (1)');
    expect(linesOf(sheet, 'Questions for Marcus')).toHaveLength(4);
    expect(linesOf(sheet, 'What we could agree on')).toHaveLength(4);
    expect(linesOf(sheet, 'One request')).toHaveLength(1);
  });

  test('names each mail once, as both can find it, and none for what was told by hand (13.8)', () => {
    const told = (id: string, step: 'sent' | 'by-hand', mailKey: string) =>
      recap(id, '2026-10-29', step, {
        ...{ decisions: ['d11'], to: [MARCUS], subject: 'INFO: vendor B', mailKey },
        ...(step === 'sent' ? { internetMessageId: '<v@b>' } : {}),
      });
    const facts = oneToOneFacts(
      { ...basis, recaps: [told('r1', 'sent', 'k1'), told('r2', 'by-hand', 'k2')] },
      MARCUS,
      NOW,
    );
    const paper = oneToOneSheet({
      ...{ lineage: month, person: MARCUS, own, agreement: null, wording, facts },
    });
    expect(linesOf(paper, 'What went by mail')).toEqual([
      expect.stringMatching(/^Thu 29 Oct 2026 \d\d:\d\d: “INFO: vendor B”, message id <v@b>$/),
    ]);
  });

  test('has the agreement once there is one, and calls it written down until a reply is recorded', () => {
    const view = {
      agreement: agreement(1, { topics: [{ topic: '2027 scope', level: 'trunk', examples: '' }] }),
      standing: 'proposed',
      reply: null,
      until: null,
      namesOf: (topic: string) => [topic],
    } as const;
    const paper = oneToOneSheet({
      ...{ lineage: month, person: MARCUS, own, agreement: view, wording },
      facts: oneToOneFacts(basis, MARCUS, NOW),
    });
    const found = paper.parts.find(({ heading }) => heading.startsWith('The agreement'));
    expect(found).toMatchObject({
      heading: 'The agreement, version 1 (written down, no reply recorded yet)',
      lines: ['2027 scope: tell me before you act'],
    });
  });

  test('fits a page of text', () => {
    expect(wordCount(paperText(sheet))).toBeLessThan(420);
  });

  test('of somebody in a group is about that person’s own times', () => {
    const people = (one: Person, outcome: 'present' | 'not-present-no-message') => [
      part(PRIYA, 'present'),
      part(one, outcome),
      part(DANA, 'present'),
    ];
    const group = lineageOf(
      [
        judged('2026-11-03', 'held', { oneToOne: false, people: people(MARCUS, 'present') }),
        judged('2026-11-10', 'held', { oneToOne: false, people: people(MARCUS, 'not-present-no-message') }),
      ],
      { oneToOne: false },
    );
    const found = oneToOneFacts({ lineage: group, decisions: [], recaps: [] }, MARCUS, NOW);
    expect(found.wentWell.together.map(({ date }) => date)).toEqual(['2026-11-03']);
    expect(found.facts.map(({ what, occurrences }) => [what, occurrences.length])).toEqual([
      ['share', 1],
      ['no-message', 1],
    ]);
    expect(oneToOneFacts({ lineage: group, decisions: [], recaps: [] }, DANA, NOW).facts).toHaveLength(1);
  });
});

describe('A letter that opens in Outlook', () => {
  const slots = easierSlots(month, NOW);
  if (slots === null) throw new Error('nothing is planned');
  const again = reinvitationText({
    ...{
      title: month.title,
      person: MARCUS,
      owner: PRIYA,
      slots,
      perWeek: 5,
      oneToOne: true,
      language: 'en',
    },
  });
  const note = recordNote({
    ...{ title: month.title, people: [MARCUS], owner: PRIYA, keptDays: 180, language: 'en' },
  });

  test('invites again with something shorter or later, counts nothing and looks back on nothing', () => {
    expect(again).toEqual({
      to: [MARCUS],
      language: 'en',
      subject: 'REQUEST: a time that suits you',
      text: 'Hi Marcus,\n\nThe door stays open: “Priya/Marcus daily sync” is next on Mon 23 Nov at 15:00, and you are welcome at any of them, also for a part.\n\nWould something shorter be easier: 10 minutes at 15:00, or 10 minutes at 15:45? Fewer days would be fine, too. Tell me what suits you and I will fit in.\n\nUntil then I write to you about what is decided.\n\nPriya',
    });
  });

  test('says of the record what is kept, where, how long and what for, in two sentences', () => {
    const [, kept = ''] = note.text.split('\n\n');
    expect(kept.split(/(?<=\.)\s/)).toHaveLength(2);
    expect(kept).toMatch(
      /when it took place.*browser, what is about people for 180 days, questions and promises for 180 days after they are settled, decisions until I erase them; it is there so that nobody/,
    );
    expect(recordNote({ title: 'x', people: [], owner: PRIYA, keptDays: 30, language: 'en' }).text).toContain(
      'for 30 days',
    );
    const roaming = {
      title: 'x',
      people: [],
      owner: PRIYA,
      keptDays: 180,
      inOneDrive: true,
      language: 'en',
    } as const;
    expect(recordNote(roaming).text).toContain('I keep it in my own browser and my own OneDrive, what');
  });

  test.each([
    ['again', again],
    ['note', note],
  ])('%s has at most 125 words and none that blame (8)', (_, { subject, text }) => {
    expect(wordCount(text)).toBeLessThanOrEqual(125);
    expect(subject.length).toBeLessThanOrEqual(60);
    expect(unkindWords(`${subject} ${text}`)).toEqual([]);
  });

  test('stays short and on its lines whatever the meeting and the people are called', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ maxLength: 40 }),
        (title, name) => {
          const odd = { ...MARCUS, name };
          const both = [
            reinvitationText({
              ...{ title, person: odd, owner: PRIYA, slots, perWeek: 5, oneToOne: true, language: 'en' },
            }),
            recordNote({ title, people: [odd], owner: PRIYA, keptDays: 180, language: 'en' }),
          ];
          for (const { subject, text } of both) {
            expect(subject).not.toMatch(/[\r\n]/);
            expect(text.split('\n\n').every((paragraph) => !paragraph.includes('\n'))).toBe(true);
          }
        },
      ),
    );
  });

  test('goes to nobody without an address, and greets a crowd as one', () => {
    const people = [DANA, SAM, MARCUS, { ...MARCUS, key: 'row:1', address: '' }, { ...DANA, key: 'd' }];
    const many = recordNote({ title: 'Atlas', people, owner: PRIYA, keptDays: 180, language: 'en' });
    expect(many.to).toHaveLength(4);
    expect(many.text).toMatch(/^Hello,/);
  });
});

describe('A page', () => {
  const odd = '<img src=x onerror=alert(1)> & "quoted" \u202e';
  const paper: Paper = {
    ...{ title: odd, about: odd, foot: [odd] },
    parts: [
      { heading: odd, lines: [odd], list: true },
      { heading: 'two', lines: ['one\ntwo'] },
    ],
  };

  test('as a file escapes every value, runs nothing and loads nothing', () => {
    const html = paperHtml(paper);
    expect(html).not.toContain('<img');
    expect(html.match(/<script|https?:|url\(/g)).toBeNull();
    expect(html).toContain("default-src 'none'");
    expect(html.match(/&lt;img/g)).toHaveLength(6);
  });

  test('as text keeps one line a line', () => {
    expect(paperText({ ...paper, title: 'T', about: '', foot: ['F'] })).toBe(
      `T\n\n${odd}\n- ${odd}\n\ntwo\none two\n\nF`,
    );
  });
});

describe('One person’s whole record', () => {
  const people = [
    part(PRIYA, 'present'),
    part(MARCUS, 'present-part', {
      reasons: [
        {
          ...{
            rule: '3.2',
            what: 'report',
            grade: 'documented',
            at: utc('2026-11-10T15:00'),
            fact: 'f',
            minutes: 10,
          },
        },
      ],
    }),
    part(DANA, 'present'),
  ];
  const group = lineageOf(
    [
      judged('2026-11-10', 'held', {
        ...{ oneToOne: false, title: 'Dana’s refinement', people },
        reasons: [
          {
            ...{
              rule: '1',
              what: 'note',
              grade: 'noted',
              at: utc('2026-11-10T17:00'),
              fact: 'n',
              person: DANA,
            },
            words: 'Marcus told Dana and sam@contoso.example first',
          },
        ],
        disputed: true,
      }),
    ],
    {
      id: 'atlas',
      series: ['atlas'],
      title: 'Dana’s refinement',
      oneToOne: false,
      people: [PRIYA, MARCUS, DANA, SAM],
    },
  );
  const log: WholeRecord = {
    ...{ lineages: [month, group], decisions, consulting: [], agreements: [], gestures: [] },
    rhythms: [],
    promises: promiseHistories([
      promised('a', { text: 'Ask Dana for two people' }),
      promiseStep('a', 'moved', '2026-11-12T10:00', { by: '2026-11-19' }),
      promised('b', { whose: PRIYA, to: MARCUS, text: 'Send the plan' }),
      promised('c', { whose: DANA }),
    ]),
    points: pointHistories([
      point(1, { text: 'Dana asks: two people until March?' }),
      pointStep('p1', 'answered', '2026-11-03T10:00', { words: 'One of them, and Sam' }),
      point(2, { person: null, sort: 'news' }),
      pointMail(['p2'], ['P-002'], '2026-11-04T10:00', { subject: 'P-002: Point 2' }),
      point(3, { person: DANA }),
    ]),
    recaps: [...recaps, recap('r2', '2026-11-18', 'sent', { decisions: ['d13'], to: [MARCUS, SAM] })],
  };
  const named = wordingOf('Europe/London', NOW, PRIYA.name);
  const paper = subjectCopy({ person: MARCUS, owner: PRIYA, log, wording: named, now: NOW });
  const text = paperText(paper);

  test('says each time with its evidence, grade and rule, and that a disputed one counts nowhere', () => {
    expect(text).toContain('- Thu 29 Oct 2026 15:00, cancelled 10 min before.');
    expect(text).toContain('- Thu 12 Nov 2026 15:00, Priya was not there.');
    expect(text).toMatch(
      /Marcus: There for part.*Attendance report: 10 min together, Tue 10 Nov 15:00 \(documented, rule 3\.2\)/,
    );
    expect(text).toContain('Disputed: it counts nowhere.');
    expect(text).toContain('Told of D-011 by message: “INFO: vendor B”');
  });

  test('has the definitions and their version, the purpose and the period', () => {
    expect(text).toContain(
      'There when it started 8 of 11 (73 %, likely between 43 % and 90 %). Occurrences in which this person was there',
    );
    expect(text).toContain('It tells of Mon 26 Oct 2026 to Fri 20 Nov 2026.');
    expect(text).toContain('not an assessment of any person');
    expect(text).toContain('Definitions, version 2.');
  });

  test('names others by letters, in titles and free text, too (9)', () => {
    expect(text).not.toMatch(/Dana|Sam|sam@|dana@/i);
    expect(text).toContain('A’s refinement');
    expect(text).toContain('Marcus told A and B first');
  });

  test('has what was raised with them, what became of it, and the mails to them with points of a meeting (9)', () => {
    expect(text).toContain(
      '- Mon 2 Nov 2026 09:00, P-001, a question: “A asks: two people until March?”. It was answered. Noted: “One of them, and B”.',
    );
    expect(text).toContain(
      'P-002, news: “Point 2”. It is open. Mailed on Wed 4 Nov 2026 10:00: “P-002: Point 2”.',
    );
    expect(text).not.toContain('P-003');
  });

  test('14.3 has what they said they would do, and what was said to them, with what became of it (9)', () => {
    expect(text).toContain(
      'Marcus, by Thu 12 Nov 2026: “Ask A for two people”. Thu 12 Nov 2026 10:00: moved to Thu 19 Nov 2026.',
    );
    expect(text).toContain('Priya, by Thu 12 Nov 2026: “Send the plan”.');
    expect(text).not.toContain('Promise c');
  });

  test('of somebody the log knows nothing of says so in no line', () => {
    const none = subjectCopy({
      person: SAM,
      owner: PRIYA,
      log: { ...log, lineages: [month], recaps: [] },
      wording: named,
      now: NOW,
    });
    expect(none.parts.slice(1).flatMap(({ lines }) => lines)).toEqual([
      `Name and addresses: ${SAM.name}, ${SAM.address}.`,
    ]);
  });

  const agreed = agreement(1, { topics: [{ topic: '=HYPERLINK("x")', level: 'root', examples: 'Dana’s' }] });
  const chosen = { countries: { [MARCUS.key]: 'US' }, languages: { [MARCUS.key]: 'de' } } as const;
  const titled = { ...group, title: '=SUM(A1)' };
  const whole = { ...log, lineages: [{ ...month, rules: chosen }, titled], agreements: [agreed] };

  test('says by what they are known, what was chosen for them, and what was agreed', () => {
    const said = paperText(
      subjectCopy({ person: MARCUS, owner: PRIYA, log: whole, wording: named, now: NOW }),
    );
    expect(said).toContain(`- Name and addresses: Marcus, ${MARCUS.address}`);
    expect(said).toContain(
      '- Public holidays are counted as in United States.\n- Mails are written in German.',
    );
    expect(said).toContain('Version 1. =HYPERLINK("x") (A’s): we decide together; answers within 3');
    expect(said.match(/Agreement written down, version 1/g)).toHaveLength(1);
  });

  test('is the same as a table, line by line, in which no cell is a formula', () => {
    const input = { person: MARCUS, owner: PRIYA, log: whole, wording: named, now: NOW };
    const [header, ...rows] = readCsv(subjectCsv(input));
    expect(header).toEqual([
      ...['meeting', 'part', 'time_utc', 'time_local', 'said', 'rests_on', 'disputed', 'definitions_version'],
    ]);
    const lines = subjectCopy(input)
      .parts.slice(1)
      .flatMap((one) => one.lines);
    expect(rows).toHaveLength(lines.length);
    for (const [, , , , said = ''] of rows) {
      expect(lines.some((one) => one.includes(said.replace(/^'(?==)/, '')))).toBe(true);
    }
    expect(rows.filter(([meeting]) => meeting === "'=SUM(A1)").length).toBeGreaterThan(0);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(rows.flat().join(' ')).not.toMatch(/Dana|Sam|sam@|dana@/i);
    expect(rows.find(([, part]) => part === 'occurrence')?.[2]).toBe('2026-10-26T15:00:00Z');
  });
});

describe('A page for a third person', () => {
  test('9 names nobody else, and lists what in its lines may be a name before it goes', () => {
    const paper: Paper = {
      ...{ title: 'Sync with Dana: what happened so far', about: 'A chronology.', foot: ['The foot'] },
      parts: [
        { heading: 'What happened', lines: ['Marcus asked Dana Ortiz', 'Danas Vorschlag, und Marcus’'] },
      ],
    };
    const hiding = { shown: [PRIYA, MARCUS], others: [DANA] };
    const shown = paperText(withoutOthers(paper, hiding));
    expect(shown).toContain('Marcus asked A');
    expect(shown).not.toContain('Dana Ortiz');
    expect(othersLeft(paper, hiding).map(({ written }) => written)).toEqual(['Danas']);
    const ticked = withoutOthers(paper, { ...hiding, alsoNames: ['Danas'] });
    expect(paperText(ticked)).not.toMatch(/dana/i);
    expect(paperText(ticked)).toContain('somebody Vorschlag, und Marcus’');
    expect(othersLeft(paper, { ...hiding, others: [] })).toEqual([]);
  });

  const gesture = (does: Gesture['does'], at: number): Gesture => ({
    ...{
      kind: 'gesture',
      id: `${does}-${at}`,
      recordedAt: at,
      series: 'daily',
      does,
      people: [MARCUS],
      done: true,
    },
  });
  const read = gesture('read-own-side', NOW - DAY);
  const offers = [gesture('offered-one-to-one', NOW - 3 * DAY), gesture('offered-one-to-one', NOW - 2 * DAY)];
  const tried = [agreement(1), reply(1, 'agreed', '2026-10-20T09:00')];
  const all: EscalationBasis = { lineage: month, gestures: [read], agreements: tried };
  const unheld = lineageOf(days('nnnnn nnnnn nnnnn'));
  const open = (some: Partial<EscalationBasis>): readonly Condition[] =>
    conditionsFor({ ...all, ...some }, MARCUS, NOW)
      .filter(({ met }) => !met)
      .map(({ condition }) => condition);

  test.each<[string, Partial<EscalationBasis>, readonly Condition[]]>([
    ['nothing, when all of it was done', {}, []],
    ['an agreement, when there is none with them', { agreements: [] }, ['agreement-tried']],
    [
      'an agreement, when it is with somebody else',
      { agreements: [agreement(1, { person: DANA }), ...tried.slice(1)] },
      ['agreement-tried'],
    ],
    ['their yes, when it is only written down', { agreements: tried.slice(0, 1) }, ['agreement-tried']],
    [
      'a whole month with it, when they agreed four weeks ago',
      { agreements: [agreement(1), reply(1, 'agreed', '2026-10-23T09:00')] },
      ['agreement-tried'],
    ],
    [
      'a whole month with it, when it ended before',
      { agreements: [...tried, reply(1, 'ended', '2026-11-10T09:00')] },
      ['agreement-tried'],
    ],
    ['the own side, when it was not read', { gestures: [] }, ['own-side-read']],
    [
      'the own side, when it was read long ago',
      { gestures: [gesture('read-own-side', NOW - 31 * DAY)] },
      ['own-side-read'],
    ],
    [
      'a talk, when none was held, however often it was offered',
      { lineage: unheld, gestures: [read, ...offers] },
      ['one-to-one'],
    ],
    ['more time, with nine recorded', { lineage: lineageOf(days('hhhhh hhhn')) }, ['enough-recorded']],
    ['more coverage, below 80 %', { lineage: lineageOf(days('hhhhh hhhhh ???')) }, ['covered']],
    [
      'everything, in its order, on an empty log',
      { lineage: lineageOf([]), gestures: [], agreements: [] },
      ['one-to-one', 'agreement-tried', 'enough-recorded', 'covered', 'own-side-read'],
    ],
  ])('asks first for %s', (_, some, expected) => {
    expect(open(some)).toEqual(expected);
    expect(isReady(conditionsFor({ ...all, ...some }, MARCUS, NOW))).toBe(expected.length === 0);
  });

  test('is a chronology with both sides and their own words, and no verdict', () => {
    const noted = lineageOf(
      month.occurrences.map((one) =>
        one.date === '2026-10-27'
          ? {
              ...one,
              reasons: [
                {
                  ...{
                    rule: '1',
                    what: 'note' as const,
                    grade: 'noted' as const,
                    at: utc('2026-10-28T09:00'),
                    fact: 'n',
                  },
                  ...{ person: MARCUS, words: 'I was in the lobby 15:00–15:06' },
                },
              ],
            }
          : one,
      ),
    );
    const steps = chronologyOfPerson({ lineage: noted, decisions, recaps }, MARCUS, NOW);
    const paper = escalationBrief({
      ...{ lineage: noted, person: MARCUS, own, agreement: null, wording },
      measures: measuresOf(noted, decisions, recaps),
      lines: chronicleLines(steps, decisions, wording),
    });
    const text = paperText(paper);
    expect(text).toContain('A chronology, not a verdict.');
    expect(text).toContain('- On Tue 27 Oct: “I was in the lobby 15:00–15:06”');
    expect(text).toContain('- Left out because I was not there: 1');
    expect(text).toContain(
      '- Thu 29 Oct 15:00: Invited; cancelled 10 min before\n- Thu 29 Oct 15:20: D-011 decided: vendor B',
    );
    expect(unkindWords(text)).toEqual([]);
  });
});

test('13.8 every line that says told, asked or answered by mail names the mail, where its id is known', () => {
  const id = '<1@contoso.example>';
  const steps = chronologyOfPerson(
    {
      lineage: goldenMonth(),
      decisions: [decision(14, { occurrence: null, series: 'daily' })],
      recaps: [
        recap('m', '2026-11-18', 'sent', { decisions: ['d14'], subject: 'INFO: it', internetMessageId: id }),
      ],
      consulting: [
        request({ decision: 'd14', subject: 'INPUT: it', internetMessageId: id }),
        answer('ok', '2026-11-19T10:00', { decision: 'd14', subject: 'OK [D-014]', internetMessageId: id }),
      ],
    },
    MARCUS,
    NOW,
  ).filter(({ what }) => what === 'told' || what === 'asked' || what === 'answered');
  const words = chronicleLines(steps, [decision(14)], wording).map((line) => line.words);
  expect(words).toHaveLength(3);
  expect(words.find((one) => one.startsWith('Told'))).toContain(
    'by message: “INFO: it”; message id <1@contoso.example>',
  );
  expect(words.find((one) => one.startsWith('Asked'))).toContain(
    'by message: “INPUT: it”; message id <1@contoso.example>',
  );
  expect(words.find((one) => one.startsWith('Answered'))).toContain(
    ', by message: “OK [D-014]”; message id <1@',
  );
});
