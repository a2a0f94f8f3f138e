import { beforeAll, describe, expect, test } from 'vitest';
import { sentRecaps } from '../../../src/domain/facts/decided/sending';
import { tellingsIn } from '../../../src/domain/facts/log/tellings';
import { plannedDates } from '../../simulator/graph/calendar/recurrence';
import { WORKDAYS } from '../../simulator/telling';
import { addDays, DAY, dayNumber } from '../../simulator/time';
import { sampleMonth } from '../../simulator/worlds/sample-month';
import { nobodyJoined, offered } from '../hand';
import { type Tale, tell } from '../teller';
import {
  becomes,
  decidesOutside,
  type Found,
  hears,
  isReplaced,
  mailboxOf,
  raises,
  recapFor,
  sendsWhatIsOffered,
} from './mailing';
import { threeMeetings } from './three-meetings';

const RHYTHMS = {
  'after each miss': { often: 'each-miss' },
  daily: { often: 'daily' },
  'weekly on Friday': { often: 'weekly', weekday: 'friday' },
} as const;
type Named = keyof typeof RHYTHMS;
const NAMES = Object.keys(RHYTHMS) as Named[];

const FIRST = '2026-10-26';
/** She looks when it is nine in New York, and before she goes, and sends whatever is offered then. */
const DAYS = plannedDates({ every: 'week', interval: 1, days: WORKDAYS }, FIRST, FIRST, '2026-11-20');

function lived(rhythm: Named): Promise<Tale> {
  const told = tell(threeMeetings)
    .lives('as told')
    .taps('2026-10-23 10:00', hears('marcus', RHYTHMS[rhythm]))
    .taps('2026-11-02 10:00', raises('daily', 'marcus', 'Can two people stay on the migration until March?'))
    .taps('2026-11-06 16:00', decidesOutside('Support keeps its own list of addresses.', 'marcus'))
    .taps('2026-11-12 10:00', raises('daily', null, 'Who keeps the address lookup once Dana leaves it?'))
    .taps('2026-11-12 12:10', becomes(21, 'planning', '2026-11-12', 'reopened', 'One team is ill.'))
    .taps('2026-11-12 12:20', becomes(21, 'planning', '2026-11-12', 'decided'))
    .taps('2026-11-16 10:00', raises('daily', 'marcus', 'Dana is with the other team on Mondays.', 'news'))
    .taps('2026-11-19 12:10', isReplaced(22, 27, 'planning', '2026-11-19'))
    .taps('2026-11-20 15:45', nobodyJoined('daily-1530', '2026-11-20'));
  const looked = DAYS.flatMap((day) => [`${day} 14:05`, `${day} 18:00`]);
  return looked
    .reduce((so, when) => so.looks(when).taps(when, sendsWhatIsOffered('marcus', 2 * DAY)), told)
    .until('2026-11-20 18:30');
}

const tales = new Map<Named, Tale>();
for (const name of NAMES)
  beforeAll(async () => {
    tales.set(name, await lived(name));
  });
const taleOf = (name: Named): Tale => {
  const tale = tales.get(name);
  if (tale === undefined) throw new Error(`${name} was not lived`);
  return tale;
};
const mailsOf = (name: Named): readonly Found[] => mailboxOf(taleOf(name), 'marcus');

const wordsIn = (mails: readonly Found[]): number =>
  mails.flatMap(({ text }) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))).length;
const mondayOf = ({ at }: Found): string => {
  const date = new Date(at).toISOString().slice(0, 10);
  // Day 0 was a Thursday.
  return addDays(date, -((dayNumber(date) + 3) % 7));
};
/** A question to him, by its number. */
const needsHim = ({ text }: Found): boolean => /P-00[12]/.test(text);
const perWeek = (mails: readonly Found[]): readonly number[] =>
  [0, 7, 14, 21].map((days) => mails.filter((one) => mondayOf(one) === addDays(FIRST, days)).length);

/** To whom which decisions went with recaps, of those that the month itself tells. */
async function recapsOf({ hand }: Tale) {
  const facts = await hand.ports.ledger.ownEntries();
  const numbers = new Map(
    facts.flatMap((fact) => (fact.kind === 'decision' ? [[fact.id, fact.number]] : [])),
  );
  return sentRecaps(tellingsIn(facts)).flatMap(({ kind, to, decisions }) => {
    const told = decisions.map((id) => numbers.get(id) ?? 0).filter((one) => one < 20);
    return kind === 'recap' && told.length > 0
      ? [{ to: to.map(({ name }) => name.split(' ')[0]), told }]
      : [];
  });
}

describe('The golden month with three meetings, all without Marcus (13.5)', () => {
  test('makes so many mails and words in each rhythm', () => {
    const table = NAMES.map((name) => {
      const mails = mailsOf(name);
      const [most = 0] = mails.map((one) => wordsIn([one])).sort((a, b) => b - a);
      return [
        name,
        `${mails.length} mails`,
        `${wordsIn(mails)} words`,
        `longest ${most}`,
        perWeek(mails).join('+'),
      ];
    });
    expect(table.map((row) => row.join(' | ')).join('\n')).toMatchInlineSnapshot(`
      "after each miss | 13 mails | 1065 words | longest 125 | 2+4+3+4
      daily | 9 mails | 896 words | longest 175 | 2+2+2+3
      weekly on Friday | 5 mails | 754 words | longest 207 | 1+2+1+1"
    `);
  });

  test('weekly, he gets at most one mail a week, and one more only where something needs him', () => {
    const mails = mailsOf('weekly on Friday');
    for (const week of new Set(mails.map(mondayOf))) {
      const ofIt = mails.filter((one) => mondayOf(one) === week);
      expect(ofIt.filter((one) => !needsHim(one)).length).toBeLessThanOrEqual(1);
      expect(ofIt.length).toBeLessThanOrEqual(2);
    }
  });

  test.each(NAMES)('%s, each state of each decision, and each point, goes to him once', (name) => {
    const mails = mailsOf(name);
    expect(mails.flatMap(({ tokens }) => tokens).sort()).toEqual([
      ...['D-011.1', 'D-012.1', 'D-013.1', 'D-021.1', 'D-021.3', 'D-022.1', 'D-023.1'],
      ...['D-024.1', 'D-025.1', 'D-026.1', 'D-027.1'],
    ]);
    for (const point of ['P-001', 'P-002', 'P-003'])
      expect(mails.filter(({ text }) => text.includes(point))).toHaveLength(1);
  });

  test.each(NAMES)(
    '%s, a mail with a question to him begins with it, in its subject and its first line',
    (name) => {
      const asking = mailsOf(name).filter(needsHim);
      expect(asking).toHaveLength(2);
      for (const { subject, text } of asking) {
        expect(subject).toMatch(/^P-00[12]: /);
        expect(text).toMatch(/^P-00[12]: [^?]+\?/);
      }
    },
  );

  test('after each miss, the recaps have the readers and the decisions of the golden month', async () => {
    const golden = await tell(sampleMonth()).lives().until('2026-11-20 16:05');
    const last = await recapFor(golden.hand, 'daily-1530', '2026-11-18');
    expect(await recapsOf(taleOf('after each miss'))).toEqual([
      ...(await recapsOf(golden)),
      { to: offered(last).ticked, told: [13] },
    ]);
  });

  test.each(NAMES)('%s, nobody hears who was there, nor who is outside the organization', (name) => {
    for (const who of ['dana', 'sam', 'lena', 'wei']) expect(mailboxOf(taleOf(name), who)).toEqual([]);
  });
});
