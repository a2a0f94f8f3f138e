import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementViews, topicIn } from '../../../src/domain/agree/agreed';
import { concernsOf } from '../../../src/domain/agree/concerns';
import { decisionHistories } from '../../../src/domain/agree/decision-history';
import { topicNames } from '../../../src/domain/agree/topic-names';
import { topicsIn } from '../../../src/domain/agree/topics';
import { touchedNow } from '../../../src/domain/agree/touched';
import { topicKey } from '../../../src/domain/facts/decided/agreement';
import { checkTopicName, type TopicStep } from '../../../src/domain/facts/decided/topic-step';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { mergeFacts } from '../../../src/domain/facts/log/log';
import { agreement, reply } from '../builders/consult-facts';
import { decision } from '../builders/judged-month';
import { DANA, PRIYA, utc } from '../builders/readings';

const day = (date: number) => utc(`2026-11-${String(date).padStart(2, '0')}T12:00`);
const says = (step: TopicStep['step'], topic: string, to: string | undefined, at: number): TopicStep => ({
  ...{ kind: 'topic-step', id: `t${at}`, recordedAt: day(at), topic, step },
  ...(to === undefined ? {} : { to }),
});
const renamed = (topic: string, to: string, at: number) => says('renamed', topic, to, at);
const joined = (topic: string, to: string, at: number) => says('joined', topic, to, at);
const closed = (topic: string, at: number) => says('closed', topic, undefined, at);
const undo = (of: string, at: number): Fact => ({ kind: 'undo', id: `u${at}`, recordedAt: day(at), of });

describe('10.1 A topic', () => {
  test('is called as it was last renamed, and by all its names means the same', () => {
    const names = topicNames([renamed('Scope', '2027 scope', 2), renamed('2027 SCOPE', 'Next year', 3)]);
    for (const name of ['scope', '2027  Scope', 'NEXT YEAR']) expect(names.calledNow(name)).toBe('Next year');
    expect(names.namesOf('scope').map(topicKey).sort()).toEqual(['2027 scope', 'next year', 'scope']);
    expect(names.calledNow('Pricing')).toBeNull();
    expect(names.namesOf('Pricing')).toEqual(['Pricing']);
  });
  test('that was joined with another is one with it, and with what that is called later', () => {
    const names = topicNames([joined('Ordering', 'Scope', 2), renamed('Scope', 'Next year', 3)]);
    expect(names.calledNow('ordering')).toBe('Next year');
    expect(names.keyOf('Ordering')).toBe(names.keyOf('Next year'));
  });
  test('is as before once a step is taken back, and as after once that is taken back', () => {
    const all: Fact[] = [renamed('Scope', 'Next year', 2), joined('Ordering', 'Next year', 3), undo('t3', 4)];
    expect(topicNames(all).calledNow('Ordering')).toBeNull();
    expect(topicNames(all).calledNow('Scope')).toBe('Next year');
    expect(topicNames([...all, undo('u4', 5)]).calledNow('Ordering')).toBe('Next year');
  });
  test('that was closed is open again once it is taken back, or once it is joined with an open one', () => {
    const all: Fact[] = [renamed('Scope', 'Next year', 2), closed('Scope', 3)];
    expect(topicNames(all).closedBy('next year')).toMatchObject({ id: 't3' });
    expect(topicNames([...all, renamed('Next year', 'Year', 4)]).closedBy('Scope')).toMatchObject({
      id: 't3',
    });
    expect(topicNames([...all, undo('t3', 4)]).closedBy('Scope')).toBeNull();
    expect(topicNames([...all, joined('Scope', 'Ordering', 4)]).closedBy('Ordering')).toBeNull();
  });

  const NAMES = ['Scope', 'SCOPE', 'Ordering', 'Prices', 'Pri\u0301ces', 'Hiring', '2027', ''];
  const name = fc.constantFrom(...NAMES);
  const step = fc.record({ step: fc.constantFrom('renamed', 'joined', 'closed'), topic: name, to: name });
  const logOf = (steps: readonly { step: string; topic: string; to: string }[], backs: readonly number[]) => [
    ...steps.map(({ step: does, topic, to }, at): Fact => {
      // Two of one moment are told apart by their ids.
      const stamp = { id: `t${at}`, recordedAt: day(1) + Math.floor(at / 2) };
      const more = does === 'closed' ? {} : { to };
      return { kind: 'topic-step', ...stamp, topic, step: does as TopicStep['step'], ...more };
    }),
    ...backs.map((of, at): Fact => ({ kind: 'undo', id: `u${at}`, recordedAt: day(2) + at, of: `t${of}` })),
  ];
  /** The same in plain steps: names are painted until nothing changes. */
  function naive(facts: readonly Fact[], asked: string) {
    const back = new Set(facts.flatMap((fact) => (fact.kind === 'undo' ? [fact.of] : [])));
    const steps = facts
      .filter((fact) => fact.kind === 'topic-step')
      .filter(({ id, topic, to = topic }) => !back.has(id) && topicKey(topic) !== '' && topicKey(to) !== '')
      .sort((a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1));
    const painted = new Set([topicKey(asked)]);
    for (let round = 0; round < steps.length; round++) {
      for (const { topic, to = topic } of steps) {
        if (painted.has(topicKey(topic)) || painted.has(topicKey(to))) {
          painted.add(topicKey(topic)).add(topicKey(to));
        }
      }
    }
    const own = steps.filter(({ topic }) => painted.has(topicKey(topic)));
    return {
      keys: [...painted].sort(),
      called: own.filter(({ to }) => to !== undefined).at(-1)?.to ?? null,
      closed: own.filter(({ step }) => step !== 'renamed').at(-1)?.step === 'closed',
    };
  }
  test('is the same by plain steps, and in whatever order two machines were merged', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 8 }),
        fc.uniqueArray(fc.nat(7), { maxLength: 3 }),
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        (steps, backs, here) => {
          const all = logOf(steps, backs);
          const ours = all.filter((_, at) => here[at]);
          const theirs = all.filter((_, at) => !here[at]).reverse();
          for (const facts of [all, mergeFacts(ours, theirs), [...theirs, ...ours, ...theirs]]) {
            const names = topicNames(facts);
            for (const asked of NAMES.filter((one) => one !== '')) {
              const plain = naive(all, asked);
              expect(names.calledNow(asked)).toBe(plain.called);
              expect(names.closedBy(asked) !== null).toBe(plain.closed);
              expect([...new Set(names.namesOf(asked).map(topicKey))].sort()).toEqual(plain.keys);
            }
          }
        },
      ),
    );
  });
});

describe('10.1 Renaming and joining hold for agreed topics', () => {
  const dana = agreement(1, {
    ...{ id: 'a2', person: DANA, answerDays: 5 },
    topics: [{ topic: 'Roadmap', level: 'root', examples: 'ordering' }],
  });
  const agreed: Fact[] = [agreement(1), reply(1), dana, reply(2)];
  const worded = (text: string, topic = '') => ({ ...decision(1), text, topic, options: [] });

  test('11.2 all their names, and the examples of each, touch what they are now', () => {
    const views = (...steps: Fact[]) => agreementViews([...agreed, ...steps]);
    expect(touchedNow(worded('Plans of next summer'), views())).toEqual([]);
    expect(
      touchedNow(worded('Plans of next summer'), views(renamed('2027 scope', 'Next summer', 8))),
    ).toEqual(['2027 scope']);
    expect(touchedNow(worded('The ordering'), views())).toEqual(['Roadmap']);
    const join = joined('2027 scope', 'Roadmap', 8);
    expect(touchedNow(worded('The ordering'), views(join)).toSorted()).toEqual(['2027 scope', 'Roadmap']);
    expect(touchedNow(worded('The ordering'), views(join, undo('t8', 9)))).toEqual(['Roadmap']);
    const off = { ...worded('The ordering'), takenOff: ['roadmap'] };
    expect(touchedNow(off, views(join))).toEqual([]);
  });
  test('of two levels of one person that meet the stricter counts, with its answer time', () => {
    const join = joined('2027 scope', 'Pricing', 8);
    const [view] = agreementViews([agreement(1), reply(1), join]);
    expect(view && topicIn(view.agreement, ['2027 scope'], view.namesOf)?.level).toBe('root');
    expect(view && topicIn(view.agreement, ['2027 scope'])?.level).toBe('trunk');
    expect(view?.agreement.answerDays).toBe(3);
  });
  test('whoever is to be heard about one is to be heard about the other, also while a question is open', () => {
    const asked = decision(1, { topic: '2027 scope', proposed: true, touched: ['2027 scope'] });
    const named = (...steps: Fact[]) => {
      const facts = [...agreed, ...steps, asked];
      const [history] = decisionHistories(facts, day(10));
      return concernsOf({ decision: asked, history: history ?? null }, agreementViews(facts), PRIYA).map(
        ({ person, topic }) => [person.name, topic.level],
      );
    };
    expect(named()).toEqual([['Marcus', 'trunk']]);
    expect(named(joined('2027 scope', 'Roadmap', 8)).sort()).toEqual([
      ['Dana', 'root'],
      ['Marcus', 'trunk'],
    ]);
  });
  test('closing a topic ends no agreement', () => {
    const views = agreementViews([...agreed, closed('Roadmap', 8)]);
    expect(touchedNow(worded('The ordering'), views)).toEqual(['Roadmap']);
  });
});

describe('10.1 The topics of a log', () => {
  const listed = (...facts: Fact[]) =>
    topicsIn(facts, decisionHistories(facts, day(20)), topicNames(facts)).map(
      ({ name, closed: by, decisions, points, agreed }) =>
        `${name}${by === null ? '' : ' (closed)'} ${decisions} ${points} ${agreed}`,
    );
  const about = (number: number, topic: string, more = {}) =>
    decision(number, { topic, touched: [], recordedAt: day(number), ...more });
  test('are each there once, as last written, without the empty one', () => {
    expect(listed(about(1, '2027  Scope'), about(2, '2027 scope'), about(3, ''), about(4, 'Hiring'))).toEqual(
      ['2027 scope 2 0 false', 'Hiring 1 0 false'],
    );
  });
  test('are as they are called now; those that were closed come last', () => {
    const facts = [about(1, 'Scope'), about(2, 'Ordering'), about(3, 'Zoo')];
    expect(listed(...facts, joined('Scope', 'Ordering', 8), closed('Ordering', 9))).toEqual([
      'Zoo 1 0 false',
      'Ordering (closed) 2 0 false',
    ]);
  });
  test('hold what is agreed and what a decision touches, once where it is about it as well', () => {
    expect(listed(agreement(1), reply(1), about(1, 'pricing', { touched: ['Pricing', 'Vendors'] }))).toEqual([
      '2027 scope 0 0 true',
      'Bug fixes 0 0 true',
      'pricing 1 0 true',
      'Vendors 1 0 true',
    ]);
  });
});

describe('10.1 A new name', () => {
  test.each([
    ['', 'topic-missing'],
    ['\u0301'.repeat(80), 'topic-missing'],
    ['a'.repeat(81), 'topic-too-long'],
    ['Scope', 'topic-same'],
    ['HIRÍNG ', 'topic-taken'],
  ])('%j is none', (typed, fault) => {
    expect(checkTopicName(typed, 'Scope', ['Hiring'])).toEqual({ ok: false, fault: [fault] });
  });
  test('can differ from the old one in its spelling alone', () => {
    expect(checkTopicName(' scope ', 'Scope', ['Hiring'])).toEqual({ ok: true, value: 'scope' });
  });
});
