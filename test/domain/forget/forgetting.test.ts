import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Erasure } from '../../../src/domain/facts/entered/erasure';
import { sealedText } from '../../../src/domain/facts/entered/look-back';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { KINDS, kindOf } from '../../../src/domain/facts/log/kinds';
import { mergeFacts } from '../../../src/domain/facts/log/log';
import { digestOf, keyedDigestOf } from '../../../src/domain/facts/things/digest';
import { identityOf } from '../../../src/domain/facts/things/identity';
import type { Person } from '../../../src/domain/facts/things/person';
import { createForgetting } from '../../../src/domain/forget/forgetting';
import { rosterOf } from '../../../src/domain/judge/judged/roster';
import { FACT_SHAPES } from '../../../src/formats/log/fact-check';
import type { AnyShape } from '../../../src/formats/shapes/shape';
import { erasureOf, forgotten } from '../../at-once';
import { anyFact } from '../builders/any-fact';
import { dana, priya, sam } from '../builders/facts';

const ADDRESS = 'marcus.hale@northwind.example';
const hale: Person = { key: ADDRESS, name: 'Marcus Hale', address: ADDRESS };
const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const OLD = 'hale@contoso.example';

const given = { id: 'e1', recordedAt: Date.UTC(2026, 10, 21), role: 'manager', salt: 'random' } as const;
const erased = (facts: readonly Fact[], person = hale): Erasure => erasureOf(facts, priya, person, given);
const after = (facts: readonly Fact[], erasure = erased(facts)): readonly Fact[] =>
  forgotten([...facts, erasure]).filter(({ kind }) => kind !== 'erasure');

const attendee = (person: Person) =>
  ({ person, role: 'required', response: 'none', respondedAt: null }) as const;
const span = { start: Date.UTC(2026, 10, 3, 15), end: Date.UTC(2026, 10, 3, 15, 30) };
const meeting = (people: readonly Person[], organizer = dana): Extract<Fact, { kind: 'series-seen' }> => ({
  ...{ kind: 'series-seen', id: 's1', recordedAt: 1, series: 'staff', seenAt: 1, lookedBefore: null },
  ...{ there: true, title: 'Staff with Marcus', organizer, ownerOrganizes: false },
  attendees: people.map(attendee),
  joinUrl: `https://teams.example/l/19:x?context=%7b%22Oid%22%3a%22${ID}%22%7d`,
  ...{ recurrence: null, first: span, cancelledDates: [], createdAt: null, cancelled: false },
});
const decision = (more: object = {}): Extract<Fact, { kind: 'decision' }> => ({
  ...{ kind: 'decision', id: 'd1', recordedAt: 3, series: 'staff', occurrence: null, number: 14 },
  ...{ text: 'Marcus Hale drafts the 2027 scope', why: 'MARCUS’ plan', accountable: hale, topic: 'scope' },
  ...{ informed: [hale, dana], decidedAt: 3 },
  ...more,
});
const report = (rows: readonly object[], totalParticipants = rows.length): Fact =>
  ({
    ...{ kind: 'report', id: 'report:1', recordedAt: 2, source: 'teams-report', series: 'staff' },
    ...{ occurrence: null, session: span, totalParticipants, rows },
  }) as Fact;
const row = (name: string, address: string, directoryId: string | null = null) => ({
  ...{ row: address || name, name, address, directoryId, identified: address !== '', phone: false },
  intervals: [span],
});

/** Names of the fields of a fact in which a text stands, however deep. */
const textFields = (shape: AnyShape, field: string): readonly string[] => {
  switch (shape.is) {
    case 'text':
      return shape.pattern === undefined ? [field] : [];
    case 'list':
    case 'book':
      return textFields(shape.each, field);
    case 'either':
      return shape.shapes.flatMap((one) => textFields(one, field));
    case 'object':
      return Object.entries(shape.fields).flatMap(([name, one]) => textFields(one.shape, name));
    default:
      return [];
  }
};

describe('9 erasing somebody', () => {
  test('leaves no name, address or id in anything the log holds', () => {
    const facts: Fact[] = [
      meeting([hale, dana, priya], hale),
      decision(),
      report([row('Marcus Hale', ADDRESS, ID), row('Marcus Hale (Guest)', ''), row('Dana', dana.address)]),
      {
        kind: 'annotation',
        id: 'n1',
        recordedAt: 3,
        occurrence: 'staff/2026-11-03',
        by: ADDRESS,
        words: 'I',
      },
      {
        kind: 'annotation',
        id: 'n2',
        recordedAt: 3,
        occurrence: 'staff/2026-11-03',
        by: null,
        words: 'hale?',
      },
      { kind: 'rules', id: 'r', recordedAt: 3, series: 'staff', rules: { countries: { [ADDRESS]: 'US' } } },
    ];
    const left = JSON.stringify([...after(facts), erased(facts)]);
    expect(left).not.toMatch(new RegExp(`marcus|hale|${ID}`, 'i'));
    expect(left).toContain('manager drafts the 2027 scope');
  });

  test('keeps decisions, with a role word where the person stood', () => {
    const facts = [meeting([hale, dana]), decision({ responsible: [hale], consulted: [dana] })];
    expect(after(facts)[1]).toMatchObject({
      text: 'manager drafts the 2027 scope',
      why: 'manager’ plan',
      accountable: { name: 'manager', address: '' },
      informed: [{ name: 'manager' }, dana],
      responsible: [{ name: 'manager' }],
      consulted: [dana],
    });
  });

  test('finds one person under every address and id that the facts tie together', () => {
    const both = { ...hale, otherAddresses: [OLD] };
    const facts = [meeting([both, dana]), report([row('M. H.', OLD, ID), row('Phone', '', ID)])];
    expect(after(facts, erased(facts, hale))[1]).toMatchObject({ rows: [], totalParticipants: 0 });
  });

  test('3.5 takes them out of the number of those who joined, so that nobody else becomes unidentified', () => {
    const facts = [
      meeting([hale, dana]),
      report([row('Marcus Hale', ADDRESS), row('Dana', dana.address)], 3),
    ];
    expect(after(facts)[1]).toMatchObject({ rows: [{ name: 'Dana' }], totalParticipants: 2 });
  });

  test('leaves what others are called, and words that are no names', () => {
    const other: Person = { key: 'm@x.example', name: 'Marcus Aurel', address: 'm@x.example' };
    const facts = [meeting([hale, other, dana]), decision({ why: 'Marcus said Hale agrees' })];
    expect(after(facts)[1]).toMatchObject({ why: 'Marcus said manager agrees' });
    const will: Person = { key: 'will@x.example', name: 'Will May', address: 'will@x.example' };
    const spoken = [
      meeting([will, dana]),
      decision({ accountable: dana, text: 'Will will ask; it may wait' }),
    ];
    expect(after(spoken, erased(spoken, will))[1]).toMatchObject({ text: 'manager will ask; it may wait' });
  });

  test('of a meeting with nobody else nothing stays but its name and its decisions', () => {
    const note: Fact = {
      ...{ kind: 'check-in', id: 'c1', recordedAt: 3, occurrence: 'staff/2026-11-03', said: 'we-met' },
      ...{ minutes: null, people: [] },
    };
    const facts = [meeting([priya, hale], hale), decision(), note];
    const left = after(facts);
    expect(left.map(({ kind }) => kind)).toEqual(['series-seen', 'decision']);
    expect(left[0]).toMatchObject({
      organizer: null,
      attendees: [],
      joinUrl: null,
      title: 'Staff with manager',
    });
    expect(after([meeting([priya, hale, sam]), note]).map(({ kind }) => kind)).toContain('check-in');
  });

  test('what was agreed with them goes, with what they replied; what they answered to a decision has no words', () => {
    const agreement: Fact = {
      ...{
        kind: 'agreement',
        id: 'a1',
        recordedAt: 1,
        series: 'staff',
        person: hale,
        version: 1,
        topics: [],
      },
      ...{ answerDays: 3, silence: 'go-ahead', reachAt: '555-0100', zone: null },
    };
    const reply: Fact = {
      ...{
        kind: 'agreement-reply',
        id: 'a2',
        recordedAt: 2,
        series: 'staff',
        agreement: 'a1',
        said: 'agreed',
      },
      ...{ words: 'Fine by me', at: 2, source: 'by-hand' },
    };
    const answer: Fact = {
      ...{ kind: 'answer', id: 'a3', recordedAt: 3, series: 'staff', decision: 'd1', person: hale },
      ...{ said: 'problem', words: 'I see a problem', at: 3, source: 'mail' },
    };
    const left = after([meeting([hale, dana]), agreement, reply, answer]);
    expect(left.map(({ kind }) => kind)).toEqual(['series-seen', 'answer']);
    expect(left[1]).toMatchObject({ person: { name: 'manager' }, said: 'problem', words: '' });
  });

  describe('9 no mail to them, nor one from them, can be found by what is left of', () => {
    const IDS = { messageId: 'AAMk', conversation: 'AAQk', internetMessageId: '<1@northwind.example>' };
    const FROM = { mail: 'AAMkB', internetMessageId: IDS.internetMessageId };
    const ofDecision = { id: 'a', recordedAt: 3, series: 'staff', decision: 'd1' } as const;
    const told = {
      ...{ id: 'r1', recordedAt: 3, series: 'staff', mailKey: 'k', step: 'sent', subject: 'INFO: it' },
      ...{ bodyHash: '', decisions: ['d1'], points: [], called: [], sentAt: 3, ...IDS },
    };
    const said = { ...ofDecision, said: 'ok', words: '', at: 3, source: 'mail', ...FROM };
    const asked = {
      ...{ ...ofDecision, ...IDS, mailKey: 'k', step: 'sent', askedAt: 3, deadline: 4, zone: 'UTC' },
      ...{ workingDays: 3, assumed: [], silence: 'hold', agreement: null, subject: '', bodyHash: '' },
    };
    const promise = {
      id: 'p',
      recordedAt: 3,
      text: 'It',
      by: '2026-11-20',
      saidAt: 3,
      whose: priya,
      mail: FROM.mail,
    };
    const on = { occurrence: 'staff/2026-11-03' } as const;
    /** Each way in which a mail can be theirs. */
    const THEIRS: readonly (readonly [string, Fact['kind'], (one: Person) => object])[] = [
      ['a recap', 'recap', (one) => ({ ...told, ...on, to: [one] })],
      ['a recap to several', 'recap', (one) => ({ ...told, ...on, to: [dana, one] })],
      ['a catch-up', 'catch-up', (one) => ({ ...told, occurrence: null, to: [one] })],
      ['a mail before the sync', 'point-mail', (one) => ({ ...told, ...on, to: [one] })],
      ['a question', 'input-request', (person) => ({ ...asked, person })],
      ['an answer', 'answer', (person) => ({ ...said, person })],
      ['a reply', 'mail-reply', (person) => ({ ...said, decisions: ['d1'], person })],
      [
        'a reply that they sent for somebody',
        'mail-reply',
        (sender) => ({ ...said, decisions: ['d1'], person: dana, sender }),
      ],
      [
        'an answer to a question for several',
        'point-step',
        (by) => ({ ...said, point: 'p1', person: null, step: 'answered', occurrence: null, by }),
      ],
      ['a promise out of it', 'promise', (whose) => ({ ...promise, whose })],
      ['a promise to them out of it', 'promise', (to) => ({ ...promise, to })],
    ];
    const idsIn = (facts: readonly Fact[]): readonly string[] =>
      Object.values({ ...IDS, ...FROM }).filter((id) => JSON.stringify(facts).includes(`"${id}"`));
    test.each(THEIRS)('%s', (_, kind, about) => {
      const of = (one: Person): readonly Fact[] => [meeting([hale, dana]), { kind, ...about(one) } as Fact];
      expect(idsIn(after(of(hale), erased(of(hale))))).toEqual([]);
      // Of others they stay, so that both sides find it.
      expect(idsIn(after(of(sam), erased(of(hale))))).not.toEqual([]);
    });
    test('each kind of fact with such an id', () => {
      const kinds = (Object.keys(KINDS) as Fact['kind'][]).filter((kind) =>
        textFields(FACT_SHAPES[kind], '').some((field) => field in { ...IDS, ...FROM }),
      );
      expect(kinds.sort()).toEqual([...new Set(THEIRS.map(([, kind]) => kind))].sort());
    });
  });

  test('a month looked back on stays sealed, unless somebody had changed it', () => {
    const notes = { keep: 'Calls with Marcus', drop: '', delegate: '' };
    const one = { ...notes, series: 'staff', month: '2026-10', definitions: '1', window: { minutes: 60 } };
    const sealed: Fact = {
      ...{ ...one, kind: 'look-back', id: 'l1', recordedAt: 4, numbers: [] },
      hash: digestOf(sealedText({ ...one, numbers: [] })),
    };
    const [, kept, edited] = after([meeting([hale, dana]), sealed, { ...sealed, id: 'l2', hash: 'other' }]);
    if (kept?.kind !== 'look-back') throw new Error('The look back is gone');
    expect(kept.keep).toBe('Calls with manager');
    expect(kept.hash).toBe(digestOf(sealedText(kept)));
    expect(edited).toMatchObject({ hash: 'other' });
  });

  test('an erased organizer is expected nowhere', () => {
    const [seen] = after([meeting([hale, dana, sam, priya], hale)]);
    if (seen?.kind !== 'series-seen') throw new Error('The series is gone');
    const { everybody, needed } = rosterOf(identityOf(priya), [seen], span.start, []);
    expect(everybody.map(({ person }) => person.name)).toEqual(['Dana', 'Sam', 'Priya']);
    expect(needed.size).toBe(3);
  });

  test('what was typed so far is known to speak of them, in whatever field', () => {
    const { mentions } = createForgetting([erased([meeting([hale, dana])])]);
    expect(mentions({ note: { anything: ['ask Marcus'] } })).toBe(true);
    expect(mentions({ accountable: hale })).toBe(true);
    expect(mentions({ chosen: { [ADDRESS]: true } })).toBe(true);
    expect(mentions({ note: 'ask Dana', minutes: 5, nobody: null })).toBe(false);
  });
});

/** Facts as they come, with ids that tell them apart and the erased person in every third place. */
/** Without months that were reduced: these take facts out of a log whoever was erased. */
const logs = fc
  .array(
    anyFact.filter(({ kind }) => kind !== 'reduced'),
    { maxLength: 12 },
  )
  .map((facts) =>
    facts.map((fact, at): Fact => {
      const text = JSON.stringify(fact, (_, inner) =>
        typeof inner === 'number' && !Number.isFinite(inner) ? 0 : inner,
      );
      const told: Fact = JSON.parse(
        text.replaceAll('marcus@northwind.example', ADDRESS).replaceAll('Sync', 'Hale sync'),
      );
      return { ...told, id: `${at}` };
    }),
  );
const erasure = erasureOf([], priya, hale, given);
const second = erasureOf([], priya, dana, { ...given, id: 'e2', role: 'colleague', salt: 'other' });

describe('9 whatever the facts are', { timeout: 60_000 }, () => {
  test('erased once is erased for good: heeding it again changes nothing', () => {
    fc.assert(
      fc.property(logs, (facts) => {
        const once = forgotten([...facts, erasure, second]);
        expect(forgotten(once)).toEqual(once);
      }),
    );
  });

  test('it does not matter whether logs are merged before or after, nor in which order people were erased', () => {
    fc.assert(
      fc.property(logs, logs, (ours, more) => {
        const theirs = more.map((fact): Fact => ({ ...fact, id: `their ${fact.id}` }));
        const first = forgotten(mergeFacts([...ours, erasure], theirs));
        expect(forgotten(mergeFacts(forgotten([...ours, erasure]), theirs))).toEqual(first);
        expect(forgotten(mergeFacts(theirs, forgotten([...ours, erasure])))).toEqual(first);
        const both = forgotten(mergeFacts([...ours, erasure, second], theirs));
        expect(forgotten(mergeFacts(first, [second]))).toEqual(both);
        expect(forgotten(mergeFacts(forgotten([...ours, second, ...theirs]), [erasure]))).toEqual(both);
      }),
    );
  });

  test('no fact brings them back, and facts without them are the very same', () => {
    fc.assert(
      fc.property(logs, (facts) => {
        const left = forgotten([...facts, erasure]);
        expect(JSON.stringify(left)).not.toMatch(/marcus\.hale|hale sync/i);
        for (const fact of facts) {
          if (!/marcus|hale/i.test(JSON.stringify(fact))) expect(left).toContain(fact);
        }
      }),
    );
  });

  test('the erasure itself names nobody, and two erasures of one person cannot be told to be of one', () => {
    const other = erasureOf([], priya, hale, { ...given, salt: 'else' });
    expect(JSON.stringify([erasure, other])).not.toMatch(/marcus|hale|northwind/i);
    expect(erasure.marks.filter((mark) => other.marks.includes(mark))).toEqual([]);
  });
});

/** Where a text can stand in a fact: the names of the fields, and those nobody writes into. */
const NOT_WRITTEN = [
  ...['id', 'kind', 'series', 'report', 'row', 'person', 'by', 'of', 'earlier', 'later', 'zone', 'country'],
  ...['address', 'directoryId', 'key', 'otherAddresses', 'countries', 'leftOut', 'definitions', 'hash'],
  ...['decision', 'decisions', 'agreement', 'mailKey', 'bodyHash', 'messageId', 'noReply', 'mail'],
  ...[
    'salt',
    'marks',
    'alone',
    'entries',
    'conversation',
    'questions',
    'called',
    'pointsCalled',
    'closed',
    'is',
    'held',
    'point',
    'points',
    'promise',
    'internetMessageId',
    'only',
  ],
];
test.each(Object.keys(KINDS) as Fact['kind'][])(
  'every field of %s in which somebody can be named is looked through',
  (kind) => {
    const fields = new Set(textFields(FACT_SHAPES[kind], ''));
    const { written } = kindOf({ kind } as Fact);
    expect([...fields].filter((one) => !NOT_WRITTEN.includes(one)).sort()).toEqual([...written].sort());
  },
);

test('digests are those of the standard', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 100 }), (text, key) => {
      expect(digestOf(text)).toBe(createHash('sha256').update(text).digest('hex'));
      expect(keyedDigestOf(key, text)).toBe(createHmac('sha256', key).update(text).digest('hex'));
    }),
    { numRuns: 25 },
  );
});
