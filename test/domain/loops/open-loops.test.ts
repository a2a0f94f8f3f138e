import { describe, expect, test } from 'vitest';

import type { PutOff } from '../../../src/domain/facts/entered/put-off';
import type { Fact } from '../../../src/domain/facts/log/fact';
import type { JudgedLineage, JudgedOccurrence } from '../../../src/domain/judge/judged/judged';
import { loopsUntil, mattersOf, nextMidnight, openLoops } from '../../../src/domain/loops/open-loops';
import { doneOtherwise, returnedWords } from '../../../src/ui/words/returned';
import { timeWords } from '../../../src/ui/words/times';
import { answer, request, step } from '../builders/consult-facts';
import { decision, judged, lineageOf, part, recap } from '../builders/judged-month';
import { point, pointMail } from '../builders/point-facts';
import { promised, promiseStep } from '../builders/promise-facts';
import { DANA, MARCUS, PRIYA, utc } from '../builders/readings';

const NOW = utc('2026-11-20T18:00');
const TONIGHT = utc('2026-11-21T00:00');

const at = (
  now: number,
  facts: readonly Fact[],
  occurrences: readonly JudgedOccurrence[] = [],
  more: Partial<JudgedLineage> = {},
) => {
  const lineage = lineageOf(occurrences, more);
  return openLoops(mattersOf(lineage, facts, PRIYA, now), now).map(
    ({ kind, holds }) => `${kind} ${holds.map(({ id }) => id).join('+')}`,
  );
};
const owed = (...given: [readonly Fact[], (readonly JudgedOccurrence[])?]) => at(NOW, ...given);

const putOff = (
  loop: PutOff['loop'],
  held: readonly string[],
  on: string,
  more: Partial<PutOff> = {},
): PutOff => ({
  ...{ kind: 'put-off', id: `off ${on}`, recordedAt: utc(on), series: 'daily', loop, held },
  ...{ until: nextMidnight(utc(on), 'Europe/London'), ...more },
});
const undo = (of: string): Fact => ({ kind: 'undo', id: `undo ${of}`, recordedAt: NOW, of });
const mailReply = (mail: string, on: string): Fact => ({
  ...{ kind: 'mail-reply', id: `reply ${mail}`, recordedAt: utc(on), series: 'daily', decisions: ['d14'] },
  ...{ person: MARCUS, at: utc(on), mail, said: null },
});

const D14 = decision(14, { occurrence: 'daily/2026-11-18', decidedAt: utc('2026-11-18T15:10') });
const ASKED = decision(20, { id: 'd14', proposed: true });
const RETURNED = recap('a', '2026-11-18', 'sent', { decisions: ['d14'] });
const RETURNED_EMPTY = recap('a', '2026-11-18', 'sent');
/** What a catch-up to Marcus told of this meeting. */
const caughtUp = (id: string, decisions: readonly string[]): Fact => ({
  ...recap(id, '2026-11-19', 'sent', { mailKey: `catch-up ${id}`, decisions }),
  ...{ kind: 'catch-up', occurrence: null },
});
const CANCELLED = judged('2026-11-18', 'cancelled-short-notice');
const HELD = judged('2026-11-18', 'held');
const OPEN = judged('2026-11-19', 'not-recorded');

describe('What is owed of promises (14.1)', () => {
  const due = (facts: readonly Fact[], now = NOW) => {
    const { matters, putOffs } = mattersOf(null, facts, PRIYA, now);
    return openLoops({ matters, putOffs }, now).map(({ kind, people, promise, holds: [held] }) => [
      ...[kind, people[0]?.name ?? 'the owner', promise, held?.id],
    ]);
  };
  test('(8) those that are due today or before, the own and those of others alike, the soonest first', () => {
    const facts = [
      promised('a', { by: '2026-11-20' }),
      promised('b', { by: '2026-11-12', whose: PRIYA, to: MARCUS }),
      promised('c', { by: '2026-11-21' }),
      promised('d'),
      promiseStep('d', 'done', '2026-11-10T10:00'),
    ];
    expect(due(facts)).toEqual([
      ['promise', 'the owner', 'Promise b', 'b 2026-11-12'],
      ['promise', MARCUS.name, 'Promise a', 'a 2026-11-20'],
    ]);
  });
  test('(8) stand among the decisions to look at again, the soonest first', () => {
    const looked = (number: number, revisitOn: string) =>
      decision(number, { series: null, occurrence: null, revisitOn, decidedAt: utc('2026-08-03T15:00') });
    const facts = [looked(1, '2026-11-10'), looked(2, '2026-11-15'), promised('a', { by: '2026-11-12' })];
    expect(due(facts).map(([kind]) => kind)).toEqual(['look-again', 'promise', 'look-again']);
  });
  test('(8) put off twice it stays away, until it is moved to another day', () => {
    const facts: Fact[] = [
      promised('a'),
      putOff('promise', ['a 2026-11-12'], '2026-11-18T10:00', { series: null }),
      putOff('promise', ['a 2026-11-12'], '2026-11-19T10:00', { series: null }),
    ];
    expect(due(facts)).toEqual([]);
    const moved = [...facts, promiseStep('a', 'moved', '2026-11-19T11:00', { by: '2026-11-20' })];
    expect(due(moved)).toEqual([['promise', MARCUS.name, 'Promise a', 'a 2026-11-20']]);
  });
});

test.each<[string, boolean, readonly Fact[]]>([
  ['a question', true, [ASKED, request({ step: 'came-back' })]],
  ['a recap', false, [D14, { ...RETURNED, step: 'came-back' }]],
  ['a catch-up', false, [D14, { ...caughtUp('a', ['d14']), step: 'came-back' } as Fact]],
])('14.1 (1) of a mail that came back it is told whether it asked: %s', (_, asks, facts) => {
  const lines = openLoops(mattersOf(lineageOf([]), facts, PRIYA, NOW), NOW);
  expect(lines.filter(({ kind }) => kind === 'sending').map((one) => one.asks === true)).toEqual([asks]);
});

const BACK = { ...RETURNED_EMPTY, kind: 'catch-up', occurrence: null, step: 'came-back' } as const;
const RAISED = pointMail(['p1'], ['P-001'], '2026-11-18T09:00', { step: 'came-back' });

test.each<[string, boolean, readonly Fact[]]>([
  ['a question before a decision', true, [ASKED, request({ step: 'came-back' })]],
  ['a question once more', true, [point(1), { ...BACK, points: ['p1'], again: true }]],
  ['one once more, whose point is gone', true, [{ ...BACK, points: ['p1'], again: true }]],
  ['a mail before the sync, of questions', true, [point(1), RAISED]],
  ['one of news', false, [point(1, { sort: 'news' }), RAISED]],
  [
    'one of both',
    false,
    [point(1), point(2, { sort: 'news' }), { ...RAISED, points: ['p1', 'p2'], called: ['P-001', 'P-002'] }],
  ],
  ['a catch-up of what is open', true, [ASKED, { ...BACK, questions: ['d14'] }]],
  ['one of points to answer', true, [point(1), { ...BACK, points: ['p1'] }]],
  [
    'one of a decision and a question',
    false,
    [D14, point(1), { ...BACK, decisions: ['d14'], points: ['p1'] }],
  ],
  [
    'one that asks of one meeting, and tells of another',
    false,
    [
      D14,
      point(1),
      { ...BACK, points: ['p1'] },
      { ...BACK, id: 'b', series: 'weekly', decisions: ['d14'] } as Fact,
    ],
  ],
  ['a recap', false, [D14, { ...RETURNED, step: 'came-back' }]],
  ['a recap of a meeting where nothing was decided', false, [{ ...RETURNED_EMPTY, step: 'came-back' }]],
])(
  '14.1 (1) a mail that came back is called asked where it only asked, and told else: %s',
  (_, asked, facts) => {
    const lines = openLoops(mattersOf(lineageOf([]), facts, PRIYA, NOW), NOW);
    const [line, ...others] = lines.filter(({ kind }) => kind === 'sending');
    if (line === undefined || others.length > 0) throw new Error('one line, one mail');
    expect(doneOtherwise(line)).toBe(asked ? 'I asked them' : 'I told them');
    expect(returnedWords(line, timeWords('Europe/London'), NOW)).toContain(asked ? 'as asked.' : 'as told.');
  },
);

test('14.1 (1) a mail with points that came back says of which sync it was', () => {
  const returned = pointMail(['p1'], ['P-001'], '2026-11-18T09:00', { step: 'came-back' });
  const lines = openLoops(mattersOf(lineageOf([HELD]), [point(1), returned], PRIYA, NOW), NOW);
  expect(lines.find(({ kind }) => kind === 'sending')?.span).toEqual(HELD.effective);
});

describe('What is owed (14.1)', () => {
  test.each<[string, readonly string[], readonly Fact[], (readonly JudgedOccurrence[])?]>([
    [
      '(1) a mail of which it is not known that it went',
      ['sending key-2026-11-18'],
      [recap('a', '2026-11-18', 'sending')],
    ],
    [
      '(1) a mail that came back, whose decision is a line once',
      ['sending key-2026-11-18'],
      [D14, RETURNED, { ...RETURNED, id: 'b', step: 'came-back' }],
      [CANCELLED],
    ],
    [
      '(1) until it is sent anew',
      [],
      [D14, RETURNED, { ...RETURNED, id: 'b', step: 'came-back' }, { ...RETURNED, id: 'c', mailKey: 'anew' }],
      [CANCELLED],
    ],
    [
      '(1) or until they were told otherwise',
      [],
      [D14, RETURNED, { ...RETURNED, id: 'b', step: 'came-back' }, { ...RETURNED, id: 'c', step: 'by-hand' }],
      [CANCELLED],
    ],
    [
      '(1) set aside it is no line; its reader has still to hear',
      ['to-tell d14'],
      [
        D14,
        RETURNED,
        { ...RETURNED, id: 'b', step: 'came-back' },
        { ...RETURNED, id: 'c', step: 'taken-back' },
      ],
      [CANCELLED],
    ],
    [
      '(1) a mail that came back and told of nothing, whatever else went to its reader',
      ['sending key-2026-11-18'],
      [
        RETURNED_EMPTY,
        { ...RETURNED_EMPTY, id: 'b', step: 'came-back' },
        recap('c', '2026-11-19', 'sent', { mailKey: 'another' }),
        recap('d', '2026-11-18', 'sent', { mailKey: 'to another', to: [DANA] }),
      ],
    ],
    [
      '(1) until another one of the same occurrence goes to them',
      [],
      [
        RETURNED_EMPTY,
        { ...RETURNED_EMPTY, id: 'b', step: 'came-back' },
        recap('c', '2026-11-18', 'sent', { mailKey: 'anew' }),
      ],
    ],
    [
      '(1) nothing of a mail that came back once a catch-up told what was decided there, whatever it held besides',
      [],
      [
        D14,
        { ...RETURNED, decisions: ['d14', 'outside'], points: ['of another'] },
        { ...RETURNED, decisions: ['d14', 'outside'], points: ['of another'], id: 'b', step: 'came-back' },
        caughtUp('c', ['d14']),
      ],
      [CANCELLED],
    ],
    [
      '(1) a mail that came back, as long as some of what was decided there was not told since',
      ['sending key-2026-11-18'],
      [
        D14,
        decision(15, { occurrence: 'daily/2026-11-18', decidedAt: utc('2026-11-18T15:12') }),
        { ...RETURNED, decisions: ['d14', 'd15'], id: 'b', step: 'came-back' },
        caughtUp('c', ['d14']),
      ],
      [CANCELLED],
    ],
    [
      '(1) a question that came back, until it is asked again',
      ['sending k'],
      [ASKED, request({ id: 'a', mailKey: 'k' }), request({ id: 'b', mailKey: 'k', step: 'came-back' })],
    ],
    ['(1) a mail that did not go', ['sending key-2026-11-18'], [recap('a', '2026-11-18', 'refused')]],
    [
      '(1) nothing, once it went',
      [],
      [recap('a', '2026-11-18', 'sending'), recap('b', '2026-11-18', 'sent')],
    ],
    [
      '(1) nothing, once it was taken back',
      [],
      [recap('a', '2026-11-18', 'sending'), recap('b', '2026-11-18', 'taken-back')],
    ],
    ['(1) a question on its way', ['sending k1'], [ASKED, request({ step: 'sending' })]],
    [
      '(1) nothing of a question that was asked again',
      [],
      [
        ASKED,
        request({ step: 'refused' }),
        request({ id: 'r2', mailKey: 'k2', askedAt: NOW, deadline: NOW + 1 }),
      ],
    ],
    [
      '(2) somebody sees a problem',
      ['objection answer 2026-11-19T10:00'],
      [D14, answer('problem', '2026-11-19T10:00')],
    ],
    [
      '(2) somebody wants to talk',
      ['objection answer 2026-11-19T10:00'],
      [D14, answer('talk', '2026-11-19T10:00')],
    ],
    [
      '(2) until they say ok',
      [],
      [D14, answer('problem', '2026-11-19T10:00'), answer('ok', '2026-11-19T12:00')],
    ],
    [
      '(2) until it is decided again',
      [],
      [D14, answer('talk', '2026-11-19T10:00'), step('decided', '2026-11-19T12:00')],
    ],
    [
      '(2) until it is on hold',
      [],
      [D14, answer('talk', '2026-11-19T10:00'), step('held', '2026-11-19T12:00')],
    ],
    [
      '(2) until it is superseded',
      [],
      [D14, answer('talk', '2026-11-19T10:00'), step('superseded', '2026-11-19T12:00')],
    ],
    [
      '(2) not until somebody else says ok',
      ['objection answer 2026-11-19T10:00'],
      [D14, answer('talk', '2026-11-19T10:00'), answer('ok', '2026-11-19T12:00', { person: DANA })],
    ],
    ['(3) a reply to be read', ['reply m'], [ASKED, mailReply('m', '2026-11-19T10:00')]],
    [
      '(3) until it is noted',
      [],
      [ASKED, mailReply('m', '2026-11-19T10:00'), answer('ok', '2026-11-19T11:00', { mail: 'm' })],
    ],
    ['(4) an occurrence that is over and not recorded', ['unrecorded daily/2026-11-19'], [], [OPEN]],
    [
      '(4) one that is over since it was judged',
      ['unrecorded daily/2026-11-20'],
      [],
      [judged('2026-11-20', 'upcoming')],
    ],
    ['(4) none that is recorded', [], [], [judged('2026-11-19', 'held')]],
    ['(4) none of before 14 days', [], [], [judged('2026-11-06', 'not-recorded')]],
    [
      '(4) one of 14 days ago, the same evening',
      ['unrecorded daily/2026-11-09'],
      [],
      [judged('2026-11-09', 'not-recorded')],
    ],
    ['(4) none that is still to come', [], [], [judged('2026-11-23', 'upcoming')]],
    [
      '(4) none that falls out by apologies',
      [],
      [],
      [
        judged('2026-11-20', 'upcoming', {
          people: [part(PRIYA, null), part(MARCUS, 'apologies-with-notice')],
        }),
      ],
    ],
    ['(5) a question whose deadline has passed', ['no-answer k1'], [ASKED, request()]],
    ['(5) none before', [], [ASKED, request({ deadline: NOW + 1 })]],
    ['(5) none that was answered', [], [ASKED, request(), answer('ok', '2026-11-12T10:00')]],
    [
      '(5) none of what is decided, which is to be told',
      ['to-tell d14'],
      [ASKED, request(), step('decided', '2026-11-17T09:00')],
    ],
    ['(6) somebody was not told what was decided', ['to-tell d14'], [D14], [CANCELLED]],
    [
      '(6) until it went to them',
      [],
      [D14, recap('a', '2026-11-18', 'sent', { decisions: ['d14'] })],
      [CANCELLED],
    ],
    ['(6) until they answered about it', [], [D14, answer('ok', '2026-11-19T09:00')], [CANCELLED]],
    ['(6) nobody who was there', [], [D14], [judged('2026-11-18', 'held')]],
    ['(6) nobody where nothing was decided', [], [], [CANCELLED]],
    [
      '(6) nothing of before 90 days',
      [],
      [decision(1, { occurrence: 'daily/2026-08-18', decidedAt: utc('2026-08-18T15:00') })],
      [judged('2026-08-18', 'cancelled-short-notice')],
    ],
    ['(8) a decision to look at again', ['look-again d14'], [{ ...D14, revisitOn: '2026-11-20' }], [HELD]],
    ['(8) none before its day', [], [{ ...D14, revisitOn: '2026-11-21' }], [HELD]],
    [
      '(8) none that was decided anew since; whoever knew it as it was is to be told (13.2)',
      ['to-tell d14'],
      [{ ...D14, revisitOn: '2026-11-19' }, step('decided', '2026-11-19T10:00')],
      [HELD],
    ],
    [
      '(6) what no recap can hold any more: its occurrence had one',
      ['to-tell d14'],
      [D14, recap('a', '2026-11-18', 'sent')],
      [CANCELLED],
    ],
    [
      '(6) what was decided in no meeting, at once',
      ['to-tell d14'],
      [decision(14, { informed: [MARCUS] })],
      [HELD],
    ],
  ])('%s', (_, expected, facts, occurrences = []) => {
    expect(owed(facts, occurrences)).toEqual(expected);
  });

  test('comes in the order of 14.1, the newest first, what is to be looked at again the soonest first', () => {
    const first = judged('2026-11-17', 'not-recorded');
    const facts = [
      D14,
      recap('a', '2026-11-17', 'sending', { decisions: [] }),
      decision(15, { decidedAt: utc('2026-11-18T15:00'), occurrence: 'daily/2026-11-16' }),
      answer('talk', '2026-11-19T10:00', { decision: 'd15', id: 'talk' }),
      decision(16, { proposed: true }),
      request({ decision: 'd16' }),
      mailReply('m', '2026-11-19T10:00'),
      decision(17, { revisitOn: '2026-11-20', decidedAt: utc('2026-08-03T15:00') }),
      decision(18, { revisitOn: '2026-11-10', decidedAt: utc('2026-08-03T15:00') }),
    ];
    expect(owed(facts, [first, CANCELLED, OPEN])).toEqual([
      'sending key-2026-11-17',
      'objection talk',
      'reply m',
      'unrecorded daily/2026-11-19',
      'unrecorded daily/2026-11-17',
      'no-answer k1',
      'to-tell d14',
      'look-again d18',
      'look-again d17',
    ]);
  });

  test('is one line for each matter, in its first place', () => {
    const again = { ...D14, revisitOn: '2026-11-19' };
    const talk = answer('talk', '2026-11-19T10:00', { person: DANA });
    expect(owed([again, talk], [CANCELLED])).toEqual(['objection answer 2026-11-19T10:00']);
    // What a mail that did not go was to tell is owed by the mail, and by nothing else.
    const refused = recap('a', '2026-11-18', 'refused', { decisions: ['d14'] });
    expect(owed([D14, refused], [CANCELLED])).toEqual(['sending key-2026-11-18']);
  });

  test('is one line for a person, whatever meetings it comes from', () => {
    const weekly = judged('2026-11-17', 'cancelled-short-notice', {
      key: 'weekly/2026-11-17',
      series: 'weekly',
    });
    const other = decision(15, {
      series: 'weekly',
      occurrence: weekly.key,
      decidedAt: utc('2026-11-17T15:00'),
    });
    const both = [
      mattersOf(lineageOf([CANCELLED]), [D14], PRIYA, NOW),
      mattersOf(lineageOf([weekly], { id: 'weekly', series: ['weekly'] }), [other], PRIYA, NOW),
    ];
    const lines = openLoops({ matters: both.flatMap(({ matters }) => matters), putOffs: [] }, NOW);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.decisions.map(({ id }) => id)).toEqual(['d14', 'd15']);
    expect(lines[0]?.occurrence).toBe(CANCELLED.key);
  });

  test('asks nothing of a log that was ended, or that nobody keeps', () => {
    for (const more of [{ stopped: true }, { keptSince: null }])
      expect(at(NOW, [], [OPEN], more)).toEqual([]);
  });
});

describe('What is put off (14.1)', () => {
  const objection = [D14, answer('problem', '2026-11-19T10:00', { id: 'a1' })];

  test('comes back at midnight of the owner, and no sooner', () => {
    expect(nextMidnight(NOW, 'America/New_York')).toBe(utc('2026-11-21T05:00'));
    const facts = [...objection, putOff('objection', ['a1'], '2026-11-20T17:00')];
    expect(at(TONIGHT - 1, facts)).toEqual([]);
    expect(at(TONIGHT, facts)).toEqual(['objection a1']);
    expect(loopsUntil(mattersOf(lineageOf([]), facts, PRIYA, NOW), NOW)).toBe(TONIGHT);
  });

  test('shows at once with what is new in it', () => {
    const facts = [...objection, putOff('objection', ['a1'], '2026-11-20T17:00')];
    const more = answer('talk', '2026-11-20T17:30', { person: DANA, id: 'a2' });
    expect(owed([...facts, more])).toEqual(['objection a1+a2']);
  });

  test('comes back every day in 1 to 3, and in 4 to 8 the second time is for good', () => {
    const twice = (loop: PutOff['loop'], held: readonly string[], more: Partial<PutOff> = {}) =>
      ['2026-11-18T17:00', '2026-11-19T17:00'].map((on) => putOff(loop, held, on, more));
    expect(owed([...objection, ...twice('objection', ['a1'])])).toEqual(['objection a1']);
    expect(owed(twice('unrecorded', [OPEN.key]), [OPEN])).toEqual([]);
    expect(owed([D14, ...twice('to-tell', ['d14'], { person: MARCUS.key })], [CANCELLED])).toEqual([]);
    // Of somebody else the same decision is owed all the same.
    expect(owed([D14, ...twice('to-tell', ['d14'], { person: DANA.key })], [CANCELLED])).toEqual([
      'to-tell d14',
    ]);
  });

  test('counts once where two machines said it on one evening, and not where it was taken back', () => {
    const evening = ['2026-11-19T17:00', '2026-11-19T18:00'].map((on) =>
      putOff('unrecorded', [OPEN.key], on),
    );
    expect(owed(evening, [OPEN])).toEqual(['unrecorded daily/2026-11-19']);
    const now = putOff('unrecorded', [OPEN.key], '2026-11-20T17:00');
    expect(owed([now], [OPEN])).toEqual([]);
    expect(owed([now, undo(now.id)], [OPEN])).toEqual(['unrecorded daily/2026-11-19']);
  });

  test('is for no longer than a night, whatever a file says', () => {
    const forged = putOff('objection', ['a1'], '2026-11-20T17:00', { until: utc('2036-01-01T00:00') });
    expect(owed([...objection, forged])).toEqual(['objection a1']);
    const ahead = putOff('objection', ['a1'], '2026-12-20T17:00');
    expect(owed([...objection, ahead])).toEqual(['objection a1']);
  });
});
