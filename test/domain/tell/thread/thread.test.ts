import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../../src/domain/facts/log/fact';
import type { JudgedLineage } from '../../../../src/domain/judge/judged/judged';
import { type ThreadLine, threadOf } from '../../../../src/domain/tell/thread/thread';
import { findTopic, type ThreadRecord } from '../../../../src/domain/tell/thread/thread-record';
import { threadSummary } from '../../../../src/domain/tell/thread/thread-summary';
import { unkindWords } from '../../../../src/domain/words';
import { standingIn } from '../../../../src/session/actions/standing-in';
import { countedThreadWords, ownThreadWords, threadWords } from '../../../../src/ui/words/decide/thread';
import { timeWords } from '../../../../src/ui/words/times';
import { agreement, answer, reply, request, step } from '../../builders/consult-facts';
import { decision, judged, lineageOf, part, recap } from '../../builders/judged-month';
import { point, pointMail, pointStep } from '../../builders/point-facts';
import { DANA, MARCUS, PRIYA, utc } from '../../builders/readings';

const NOW = utc('2026-11-20T18:00');
const TIME = timeWords('Europe/London');

function threadIn(
  facts: readonly Fact[],
  topic: string,
  lineages: readonly JudgedLineage[] = [],
): ThreadRecord {
  const entries = facts as never;
  const found = findTopic(facts, topic, NOW);
  if (found === null) throw new Error(`Nothing is about ${topic}`);
  const record = standingIn(entries);
  const points = record.points.filter((one) => found.isIt(one.point.topic ?? ''));
  return { ...record, ...found, points, lineages };
}

const said = (facts: readonly Fact[], topic: string, lineages: readonly JudgedLineage[] = []) => {
  const record = threadIn(facts, topic, lineages);
  const lines = threadOf(record, NOW);
  const summary = threadSummary(record, lines, PRIYA, NOW);
  const words = lines.map((line) => {
    const { link, rest } = threadWords(line, {
      decisions: record.decisions,
      time: TIME,
      now: NOW,
      titleOf: () => null,
    });
    return `${TIME.day(line.at)} ${TIME.time(line.at)} ${link}${rest}`;
  });
  return { words, own: ownThreadWords(summary), counted: countedThreadWords(summary) };
};

const on = (date: string, outcome: Parameters<typeof judged>[1], theirs: Parameters<typeof part>[1]) =>
  judged(date, outcome, {
    title: 'Planning',
    oneToOne: false,
    people: [
      part(PRIYA, 'present', { role: 'organizer' }),
      part(MARCUS, theirs),
      part(DANA, outcome === 'held' ? 'present' : null),
    ],
  });
const made = (number: number, date: string, more = {}) =>
  decision(number, {
    ...{ topic: '2027 scope', touched: ['2027 scope'], occurrence: `daily/${date}` },
    ...{ decidedAt: utc(`${date}T15:00`), recordedAt: utc(`${date}T15:30`) },
    ...more,
  });

describe('The owner’s own side (11.3)', () => {
  test('11.3 tells that nobody was to be heard first, also where nothing is decided now', () => {
    const nobody = { reach: 'large' as const, nobodyFirst: true };
    expect(said([made(1, '2026-11-02', nobody)], '2027 scope').own).toContain(
      'said once that nobody should be heard first',
    );
    expect(said([made(1, '2026-11-02', { ...nobody, proposed: true })], '2027 scope').own).toBe(
      'You: nothing is decided now; said once that nobody should be heard first.',
    );
  });
});

describe('10.6 The thread of a topic', () => {
  const meetings = lineageOf([
    on('2026-11-03', 'held', 'not-present-no-message'),
    on('2026-11-05', 'held', 'not-recorded'),
    judged('2026-11-10', 'held', { title: 'Atlas', people: [part(PRIYA, 'present'), part(DANA, 'present')] }),
    on('2026-11-12', 'cancelled-short-notice', null),
    on('2026-11-17', 'held', 'not-present-no-message'),
    on('2026-11-19', 'upcoming', null),
  ]);
  const story: Fact[] = [
    agreement(1),
    reply(1),
    made(14, '2026-11-03'),
    recap('told', '2026-11-05', 'sent', {
      decisions: ['d14'],
      sentAt: utc('2026-11-05T16:00'),
      subject: '2027 ordering',
    }),
    answer('problem', '2026-11-06T10:00', { words: 'What about Billing?' }),
    made(15, '2026-11-05', { topic: 'Pricing', touched: ['Pricing'] }),
    point(1, { topic: '2027  SCOPE', occurrence: 'daily/2026-11-10', raisedAt: utc('2026-11-10T15:05') }),
    pointStep('p1', 'talked-about', '2026-11-17T15:40', { occurrence: 'daily/2026-11-17' }),
    step('decided', '2026-11-18T09:00', { decision: 'd14', touched: ['2027 scope'] }),
  ];
  test('is in order of time, with what became of it and what was told, and nothing of another topic', () => {
    expect(said(story, '2027 scope', [meetings]).words).toEqual([
      'Fri 30 Oct 12:00 Agreement with Marcus written down, version 1',
      'Mon 2 Nov 15:30 Marcus agreed, version 1: “OK”',
      'Tue 3 Nov 15:00 Planning: met; invited: Marcus (not there, no message found) and Dana (there)',
      'Tue 3 Nov 15:00 D-014 decided: Decision 14',
      'Thu 5 Nov 16:00 Marcus was told of D-014 by mail: “2027 ordering”',
      'Fri 6 Nov 10:00 D-014: Marcus answered “I see a problem”: What about Billing?',
      'Tue 10 Nov 15:00 Atlas: met; invited: Dana (there)',
      'Tue 10 Nov 15:05 P-001 raised with Marcus: Point 1',
      'Tue 17 Nov 15:00 Planning: met; invited: Marcus (not there, no message found) and Dana (there)',
      'Tue 17 Nov 15:40 P-001 talked about',
      'Wed 18 Nov 09:00 D-014: Decided',
    ]);
  });
  test('begins with the own side; then conversations, and each person by themselves', () => {
    const { own, counted } = said(story, '2027 scope', [meetings]);
    expect(own).toBe('You: decided once without asking; 1 decision is not told to everybody yet.');
    expect(counted).toEqual(['3 conversations; Marcus invited to 2, there at 0; told once, answered once.']);
    expect(unkindWords([own, ...counted].join(' '))).toEqual([]);
  });
  test('says of the seed what the issue says', () => {
    const dates = ['2026-11-03', '2026-11-05', '2026-11-17'];
    const told = [5, 6, 10, 18].map((day) =>
      recap(`told ${day}`, '2026-11-05', 'sent', {
        ...{ mailKey: `k${day}`, decisions: ['d14'] },
        sentAt: utc(`2026-11-${day < 10 ? `0${day}` : day}T08:00`),
      }),
    );
    const facts: Fact[] = [
      ...[agreement(1), reply(1), made(14, '2026-11-03', { decidedAt: utc('2026-11-04T09:00') })],
      ...told,
      answer('ok', '2026-11-18T10:00'),
      ...[...dates, '2026-11-10'].map((date, at) =>
        point(at + 1, { topic: '2027 scope', occurrence: `daily/${date}`, person: null }),
      ),
    ];
    const { own, counted } = said(facts, '2027 scope', [meetings]);
    expect(`2027 scope. ${own} ${counted.join(' ')}`).toBe(
      '2027 scope. You: decided once without asking. 4 conversations; Marcus invited to 3, there at 0, 1 not recorded; told 4 times, answered once.',
    );
  });
  test('10.5 says of whoever organizes that they organized, and of what was called off nothing against anybody', () => {
    const theirs = lineageOf([
      judged('2026-11-03', 'held', {
        people: [part(PRIYA, 'present'), part(MARCUS, 'present', { role: 'organizer' })],
      }),
      on('2026-11-12', 'cancelled-short-notice', null),
    ]);
    const facts = [made(14, '2026-11-03', { informed: [MARCUS] }), made(15, '2026-11-12')];
    expect(said(facts, '2027 scope', [theirs]).counted).toEqual([
      '1 conversation; Marcus organized 1, there at 1.',
    ]);
    expect(said(facts, '2027 scope', [theirs]).words[0]).toBe(
      'Tue 3 Nov 15:00 Priya/Marcus daily sync: met; organized by Marcus (there)',
    );
  });
  test('of what was decided in no meeting it says that nobody was absent, as no meeting is in it', () => {
    const facts = [made(14, '2026-11-03', { occurrence: null, series: null })];
    expect(said(facts, '2027 scope').counted).toEqual(['No conversation so far.']);
  });
  test('13.3 a catch-up that was written down with two meetings is one mail, and names the points in it', () => {
    const told = (series: string, decisions: readonly string[], points: readonly string[]): Fact => {
      const {
        occurrence: _,
        kind: __,
        ...mail
      } = recap(`c ${series}`, '2026-11-05', 'sent', { mailKey: 'c' });
      return { ...mail, kind: 'catch-up', series, occurrence: null, decisions, points };
    };
    const facts = [
      made(14, '2026-11-03'),
      made(15, '2026-11-03', { series: 'atlas', occurrence: null }),
      point(1, { topic: '2027 scope' }),
      ...[told('daily', ['d14'], ['p1']), told('atlas', ['d15'], [])],
    ];
    const { words, counted } = said(facts, '2027 scope');
    expect(words.filter((one) => one.includes('was told'))).toEqual([
      'Thu 5 Nov 16:00 Marcus was told of D-014 and D-015 and asked about P-001 by mail',
    ]);
    expect(counted).toEqual(['No conversation so far; Marcus told once, no answer recorded.']);
  });
  test('counts what was told more than a day after as late', () => {
    const late = (time: string) =>
      said(
        [
          made(14, '2026-11-03', { occurrence: null, informed: [MARCUS] }),
          recap('told', '2026-11-03', 'sent', { decisions: ['d14'], sentAt: utc(time) }),
        ],
        '2027 scope',
      ).own;
    expect(late('2026-11-04T15:00')).toBe('You: nothing decided without asking, and nothing told late.');
    expect(late('2026-11-04T15:01')).toBe('You: told late once.');
  });
});

const idOf = (line: ThreadLine): string => {
  switch (line.what) {
    case 'occasion':
      return line.occurrence.key;
    case 'proposed':
      return line.agreement.id;
    case 'replied':
      return line.reply.id;
    case 'raised':
      return line.point.point.id;
    case 'promised':
      return line.promise.promise.id;
    case 'promise-step':
    case 'said':
    case 'became':
      return line.step.id;
    case 'mailed':
      return `mail ${line.mail.mailKey}`;
    case 'written':
    case 'decided':
      return line.history.decision.id;
    case 'asked':
      return `mail ${line.request.mailKey}`;
    case 'answered':
      return line.answer.id;
    case 'wrote':
      return line.reply.id;
    case 'told':
      return `mail ${line.recap.mailKey}`;
  }
};

describe('10.6 Every fact with the topic', () => {
  const TOPICS = ['Scope', 'scope', 'Ordering', 'Prices', ''];
  const topic = fc.constantFrom(...TOPICS);
  const number = fc.integer({ min: 1, max: 4 });
  const at = fc.integer({ min: 0, max: 400 }).map((hours) => utc('2026-11-01T00:00') + hours * 3_600_000);
  const key = fc.constantFrom('k1', 'k2', 'k3');
  const when = fc.constantFrom('daily/2026-11-03', 'daily/2026-11-05', 'daily/2026-11-19', null);
  const any = fc.oneof(
    fc
      .record({ number, topic, other: topic, occurrence: when })
      .map(({ number: no, topic: own, other, occurrence }) =>
        decision(no, { topic: own, touched: [own, other], occurrence }),
      ),
    fc
      .record({ number, at, key, went: fc.boolean() })
      .map(({ number: no, at: askedAt, key: mailKey, went }) =>
        request({
          decision: `d${no}`,
          askedAt,
          mailKey: `r${no}${mailKey}`,
          step: went ? 'sent' : 'sending',
        }),
      ),
    fc
      .record({ number, at })
      .map(({ number: no, at: saidAt }) =>
        answer('ok', '2026-11-02T10:00', { decision: `d${no}`, at: saidAt }),
      ),
    fc
      .record({ number, at })
      .map(({ number: no, at: saidAt }) =>
        step('held', '2026-11-02T10:00', { decision: `d${no}`, at: saidAt }),
      ),
    fc
      .record({ about: fc.array(number, { maxLength: 3 }), key, went: fc.boolean() })
      .map(({ about, key: mailKey, went }) =>
        recap('', '2026-11-05', went ? 'sent' : 'taken-back', {
          decisions: about.map((no) => `d${no}`),
          mailKey,
        }),
      ),
    fc
      .record({ number, topic, occurrence: when })
      .map(({ number: no, topic: own, occurrence }) => point(no, { topic: own, occurrence })),
    fc
      .record({ number, occurrence: when })
      .map(({ number: no, occurrence }) =>
        pointStep(`p${no}`, 'not-yet', '2026-11-06T10:00', { occurrence }),
      ),
    fc.record({ about: fc.array(number, { maxLength: 3 }), key }).map(({ about, key: mailKey }) =>
      pointMail(
        about.map((no) => `p${no}`),
        [],
        '2026-11-05T10:00',
        { mailKey: `p${mailKey}` },
      ),
    ),
    fc
      .record({ topic, other: topic })
      .map(({ topic: own, other }) =>
        agreement(1, { topics: [own, other].map((one) => ({ topic: one, level: 'trunk', examples: '' })) }),
      ),
    fc.constant(reply(1)),
    topic.map(
      (about): Fact => ({ kind: 'rules', id: '', recordedAt: NOW, series: 'once', rules: { topic: about } }),
    ),
    fc.record({ topic, to: topic }).map(
      ({ topic: own, to }): Fact => ({
        ...{ kind: 'topic-step', id: '', recordedAt: NOW, topic: own, step: 'joined', to },
      }),
    ),
  );
  const logs = fc.array(any, { maxLength: 14 }).map((facts) => {
    const ids = new Set<string>();
    return facts.flatMap((fact, index): readonly Fact[] => {
      // What others name by its id keeps it, and is there once.
      const isNamed = fact.kind === 'decision' || fact.kind === 'point' || fact.kind === 'agreement';
      const id = isNamed ? fact.id : `f${String(index).padStart(2, '0')}`;
      if (ids.has(id)) return [];
      ids.add(id);
      return [{ ...fact, id } as Fact];
    });
  });
  const lineage = lineageOf(['2026-11-03', '2026-11-05', '2026-11-19'].map((date) => judged(date, 'held')));
  const once = lineageOf([judged('2026-11-04', 'held', { key: 'once/2026-11-04', series: 'once' })], {
    single: true,
  });

  test('stands in its thread exactly once, and no other', () => {
    fc.assert(
      fc.property(logs, fc.constantFrom('Scope', 'Ordering', 'Prices'), (facts, asked) => {
        const found = findTopic(facts, asked, NOW);
        const expected = naiveIds(facts, asked);
        if (found === null) {
          expect(expected).toEqual([]);
          return;
        }
        const lines = threadOf(threadIn(facts, asked, [lineage, once]), NOW);
        expect(lines.map(idOf).toSorted()).toEqual([...expected].sort());
        expect(lines.map((line) => line.at)).toEqual(lines.map((line) => line.at).toSorted((a, b) => a - b));
      }),
    );
  });
});

/** The same in plain steps. */
function naiveIds(facts: readonly Fact[], asked: string): readonly string[] {
  const names = new Set([asked.toLowerCase()]);
  for (let round = 0; round < facts.length; round++) {
    for (const fact of facts) {
      if (fact.kind !== 'topic-step' || fact.topic === '' || fact.to === '' || fact.to === undefined)
        continue;
      const [one, other] = [fact.topic.toLowerCase(), fact.to.toLowerCase()];
      if (names.has(one) || names.has(other)) names.add(one).add(other);
    }
  }
  const has = (topic: string) => names.has(topic.toLowerCase());
  const ids: string[] = [];
  const own = (id: string) => facts.find((fact) => fact.id === id);
  const isOfIt = (id: string): boolean => {
    const fact = own(id);
    if (fact?.kind === 'point') return has(fact.topic ?? '');
    if (fact?.kind === 'agreement') return fact.topics.some(({ topic }) => has(topic));
    if (fact?.kind !== 'decision') return false;
    return has(fact.topic) || (fact.touched ?? []).some(has);
  };
  const last = new Map<string, Fact>();
  const occasions = new Set<string>();
  for (const fact of facts) {
    const meets = (of: { readonly occurrence: string | null }) =>
      of.occurrence && occasions.add(of.occurrence);
    switch (fact.kind) {
      case 'decision':
      case 'point':
        if (isOfIt(fact.id)) meets(fact);
        if (isOfIt(fact.id)) ids.push(fact.id);
        break;
      case 'agreement':
        if (isOfIt(fact.id)) ids.push(fact.id);
        break;
      case 'agreement-reply':
        if (isOfIt(fact.agreement)) ids.push(fact.id);
        break;
      case 'answer':
      case 'decision-step':
        if (isOfIt(fact.decision)) ids.push(fact.id);
        break;
      case 'point-step':
        if (isOfIt(fact.point)) meets(fact);
        if (isOfIt(fact.point)) ids.push(fact.id);
        break;
      case 'input-request':
      case 'recap':
      case 'point-mail':
        if ((last.get(fact.mailKey)?.id ?? '') < fact.id) last.set(fact.mailKey, fact);
        break;
      default:
        break;
    }
  }
  const said = facts.filter((fact) => fact.kind === 'rules').sort((a, b) => (a.id < b.id ? -1 : 1));
  if (has(said.at(-1)?.rules.topic ?? '')) occasions.add('once/2026-11-04');
  for (const [mail, fact] of last) {
    const went = 'step' in fact && (fact.step === 'sent' || fact.step === 'unverified');
    const about =
      fact.kind === 'recap'
        ? fact.decisions
        : fact.kind === 'point-mail'
          ? fact.points
          : fact.kind === 'input-request'
            ? [fact.decision]
            : [];
    if (went && about.some(isOfIt)) ids.push(`mail ${mail}`);
  }
  return [...ids, ...occasions];
}
