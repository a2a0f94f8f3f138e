import { describe, expect, test } from 'vitest';
import { agreementViews } from '../../src/domain/agree/agreed';
import type { PreparedRequest } from '../../src/domain/agree/asking';
import { type Concern, concernsOf } from '../../src/domain/agree/concerns';
import {
  type DecisionHistory,
  decisionHistories,
  standingAmong,
} from '../../src/domain/agree/decision-history';
import type { Level } from '../../src/domain/facts/decided/agreement';
import { decisionChronicle } from '../../src/domain/tell/decision-chronicle';
import { noteAnswer, noteReply, proposeAgreement, takeStep } from '../../src/tasks/enter/agree';
import { logDecision } from '../../src/tasks/enter/log-decision';
import { markAway, unmark } from '../../src/tasks/enter/mark-away';
import { prepareRequest } from '../../src/tasks/send/ask-first';
import type { Fault } from '../simulator/graph/faults';
import { askThrough } from '../simulator/send-through';
import { at } from '../simulator/time';
import { choosesCountries, type Hand, type Tap } from './hand';
import { month, retold } from './retold';
import { tell } from './teller';

/** Story 16: a decision of next year's scope, which Marcus asked to hear about before. */
const AGREED = '2026-11-02 15:40';
const ASKED = '2026-11-10 16:00';
const SCHEDULES_REFUSED: Fault = {
  path: /getSchedule/,
  answer: { kind: 'error', code: 403, name: 'ErrorAccessDenied', message: 'Access is denied.' },
};
const NEW_YORK = 'America/New_York';

const agrees =
  (level: Level): Tap =>
  async ({ ports, seriesOf, personOf }) => {
    const made = await proposeAgreement(ports, seriesOf('daily'), {
      person: personOf('marcus'),
      topics: [{ topic: '2027 scope', level, examples: 'a deliverable of next year' }],
      ...{ answerDays: '3', silence: 'go-ahead', reachAt: '', zone: '' },
    });
    if (!made.ok) throw new Error(made.fault.map(({ kind }) => kind).join());
    const said = { said: 'agreed', words: 'OK', at: ports.clock() } as const;
    const reply = await noteReply(ports, made.value, said);
    if (!reply.ok) throw new Error(reply.fault.join());
  };

const proposesOnly: Tap = async ({ ports, seriesOf, personOf }) => {
  await proposeAgreement(ports, seriesOf('daily'), {
    person: personOf('marcus'),
    topics: [{ topic: '2027 scope', level: 'trunk', examples: '' }],
    ...{ answerDays: '3', silence: 'go-ahead', reachAt: '', zone: '' },
  });
};

/** D-001 to D-013 were about other things. */
const decidedBefore: Tap = async ({ ports, seriesOf }) => {
  const owner = await ports.graph.owner();
  for (let number = 1; number <= 13; number++) {
    const about = { why: '', topic: '', accountable: owner, informed: [], occurrence: null };
    await logDecision(ports, seriesOf('daily'), { ...about, text: `Decision ${number}` });
  }
};

const writesDown: Tap = async ({ ports, seriesOf, personOf }) => {
  const made = await logDecision(
    ports,
    seriesOf('daily'),
    {
      text: 'Build the 2027 path with two teams',
      why: 'One team cannot finish it before the summer.',
      accountable: await ports.graph.owner(),
      topic: '2027 scope',
      informed: [personOf('marcus')],
      occurrence: null,
      proposed: true,
    },
    'Europe/London',
  );
  if (!made.ok) throw new Error(made.fault.join());
};

async function d14({ ports }: Hand): Promise<DecisionHistory> {
  const histories = decisionHistories(await ports.ledger.ownEntries(), ports.clock());
  const found = histories.find(({ decision }) => decision.number === 14);
  if (found === undefined) throw new Error('There is no D-014');
  return found;
}

async function concern(hand: Hand): Promise<Concern | undefined> {
  const history = await d14(hand);
  const views = agreementViews(await hand.ports.ledger.ownEntries());
  const owner = await hand.ports.graph.owner();
  return concernsOf({ decision: history.decision, history }, views, owner)[0];
}

async function request(hand: Hand): Promise<PreparedRequest> {
  const { decision } = await d14(hand);
  const asking = { decision, person: hand.personOf('marcus'), workingDays: '', zone: '', answerBy: null };
  const made = await prepareRequest(hand.ports, await hand.ports.graph.owner(), asking);
  if (!made.ok) throw new Error(made.fault.join());
  return made.value;
}

const asks: Tap = async (hand) => {
  const made = await request(hand);
  await askThrough(hand.ports, { request: made, subject: made.subject, text: made.text }, hand.pass);
};

const month16 = (level: Level) =>
  tell(month)
    .keeps('daily', '2026-10-23 09:00')
    .taps('2026-10-23 09:01', choosesCountries('daily', { marcus: 'US', priya: 'GB' }), decidedBefore)
    .taps(AGREED, agrees(level))
    .taps(ASKED, writesDown);

describe('Story 16: a decision that somebody wanted to be asked about', () => {
  test('the check says so before it is decided, and the deadline is in their working days, to the minute', async () => {
    const { hand } = await month16('trunk').until(ASKED);
    expect(await concern(hand)).toMatchObject({
      person: { name: 'Marcus Hale' },
      topic: { topic: '2027 scope', level: 'trunk' },
      standing: 'not-asked',
      ahead: 'wait',
    });
    expect(await request(hand)).toMatchObject({
      deadline: at('2026-11-16 17:00', NEW_YORK),
      zone: NEW_YORK,
      workingDays: 3,
      // When and where he works is in his calendar.
      assumed: [],
      silence: 'go-ahead',
      subject: 'INPUT by Mon 16 Nov: Build the 2027 path with two teams',
    });
    expect(at('2026-11-16 17:00', NEW_YORK)).toBe(at('2026-11-16 22:00', 'Europe/London'));
  });

  test('the mail says what is planned, by when in both zones, and what silence means as agreed', async () => {
    const { hand } = await month16('trunk').until(ASKED);
    expect((await request(hand)).text).toBe(
      [
        'Before I decide: Build the 2027 path with two teams',
        [
          'Hi Marcus,',
          'What I need from you: your view by Mon 16 Nov, 17:00 New York (22:00 London).',
          'If I hear nothing: as we agreed on Mon 2 Nov, I will then go ahead.',
        ].join('\n'),
        'Why: One team cannot finish it before the summer.',
        'Owner: Priya Nair',
        ["Reply: [OK] [Let's talk first] [I see a problem]"].join('\n'),
        'D-014, not decided yet, noted by Priya Nair',
      ].join('\n\n'),
    );
  });

  test('no reply by then: it can go ahead as agreed, and nothing is decided before the owner says so', async () => {
    const before = await month16('trunk').taps(ASKED, asks).until('2026-11-16 21:59');
    expect((await d14(before.hand)).standing).toBe('asked');
    expect((await concern(before.hand))?.ahead).toBe('wait');
    const after = await month16('trunk').taps(ASKED, asks).until('2026-11-16 22:00');
    expect((await d14(after.hand)).standing).toBe('no-reply');
    expect(await concern(after.hand)).toMatchObject({ standing: 'no-reply', ahead: 'on-silence' });
    expect(await standing(after.hand)).not.toContain(14);
    const asked = after.graph
      .mailbox('marcus')
      .inbox.find(({ subject }) => subject === 'INPUT by Mon 16 Nov: Build the 2027 path with two teams');
    expect(asked?.html).toContain(
      'href="mailto:priya.nair@northwind.example?subject=I%20see%20a%20problem%20%5BD-014.1%5D&amp;body=',
    );
  });

  test('root never goes ahead on silence: the mail says so, and it is held', async () => {
    const { hand } = await month16('root')
      .taps(ASKED, asks)
      .taps('2026-11-17 09:00', async (now) => {
        expect(await concern(now)).toMatchObject({ standing: 'no-reply', ahead: 'wait' });
        await takeStep(now.ports, (await d14(now)).decision, { step: 'held', reason: '' });
      })
      .until('2026-11-17 10:00');
    const history = await d14(hand);
    expect(history.standing).toBe('held');
    expect(history.events[0]).toMatchObject({
      subject: 'DECISION together: Build the 2027 path with two teams',
      silence: 'hold',
    });
    expect(await standing(hand)).not.toContain(14);
  });

  test('Wed 18 Nov: "I see a problem" reopens it, with its whole history', async () => {
    const { hand } = await month16('trunk')
      .taps(ASKED, asks)
      .taps('2026-11-17 09:00', async (now) => {
        const { decision, asked } = await d14(now);
        const noReply = asked.map((one) => one.request.mailKey);
        await takeStep(now.ports, decision, { step: 'decided', reason: '', noReply });
        expect(await standing(now)).toContain(14);
      })
      .taps('2026-11-18 10:00', async (now) => {
        const { decision } = await d14(now);
        const words = 'I would start with one team, because hiring is frozen.';
        const person = now.personOf('marcus');
        await noteAnswer(now.ports, decision, { person, said: 'problem', words, at: now.ports.clock() });
      })
      .until('2026-11-18 10:01');
    const history = await d14(hand);
    expect(history.standing).toBe('reopened');
    expect(await standing(hand)).not.toContain(14);
    const lines = decisionChronicle(history, { occurrences: [], recaps: [] }, hand.ports.clock());
    expect(lines.map(({ what, at: when }) => [what, new Date(when).toISOString().slice(0, 16)])).toEqual([
      ['written', '2026-11-10T16:00'],
      ['asked', '2026-11-10T16:00'],
      ['no-reply', '2026-11-16T22:00'],
      ['became', '2026-11-17T09:00'],
      ['answered', '2026-11-18T10:00'],
    ]);
  });

  test('what was only proposed is never used to say that they agreed', async () => {
    const { hand } = await tell(month)
      .keeps('daily', '2026-10-23 09:00')
      .taps('2026-10-23 09:01', choosesCountries('daily', { marcus: 'US' }), decidedBefore)
      .taps(AGREED, proposesOnly)
      .taps(ASKED, writesDown)
      .until(ASKED);
    expect(await concern(hand)).toBeUndefined();
    const made = await request(hand);
    expect(made).toMatchObject({ silence: 'hold', agreement: null });
    expect(made.text).toContain('If I hear nothing: I will hold until we speak.');
  });

  describe('while Marcus is away', () => {
    const away = (from: string, until: string) =>
      retold({
        also: [
          {
            kind: 'out-of-office',
            at: at('2026-11-02 09:00', NEW_YORK),
            who: 'marcus',
            span: { start: at(from, NEW_YORK), end: at(until, NEW_YORK) },
          },
        ],
      });
    const marked =
      (from: string, until: string): Tap =>
      async ({ ports, personOf }) => {
        const mark = { person: personOf('marcus').key, kind: 'away', from, until } as const;
        const made = await markAway(ports, mark, 'Europe/London');
        if (!made.ok) throw new Error(made.fault);
      };
    const unmarked: Tap = async ({ ports }) => {
      for (const fact of await ports.ledger.allFacts()) {
        if (fact.kind === 'away' && fact.source === 'by-hand') await unmark(ports, fact);
      }
    };
    const asking = (world = month, ...taps: readonly Tap[]) =>
      tell(world)
        .keeps('daily', '2026-10-23 09:00')
        .taps('2026-10-23 09:01', choosesCountries('daily', { marcus: 'US', priya: 'GB' }), decidedBefore)
        .taps(AGREED, agrees('trunk'))
        .looks('2026-11-10 15:50')
        .taps(ASKED, writesDown, ...taps)
        .until(ASKED);

    test('his days out of office do not count, as free/busy shows them', async () => {
      const { hand } = await asking(away('2026-11-12', '2026-11-17'));
      const made = await request(hand);
      expect(made).toMatchObject({
        deadline: at('2026-11-19 17:00', NEW_YORK),
        off: [
          { date: '2026-11-11', why: 'holiday' },
          { date: '2026-11-12', why: 'away' },
          { date: '2026-11-13', why: 'away' },
          { date: '2026-11-16', why: 'away' },
        ],
      });
      expect(made.text).toContain('your view by Thu 19 Nov, 17:00 New York (22:00 London).');
    });

    test('nor do days marked by hand, until the mark is taken back', async () => {
      const { hand } = await asking(month, marked('2026-11-12', '2026-11-13'));
      expect((await request(hand)).deadline).toBe(at('2026-11-18 17:00', NEW_YORK));
      await unmarked(hand);
      expect((await request(hand)).deadline).toBe(at('2026-11-16 17:00', NEW_YORK));
    });

    test("a day of the owner's choice stays that day, and nothing is said of days that do not count", async () => {
      const { hand } = await asking(away('2026-11-12', '2026-11-17'));
      const { decision } = await d14(hand);
      const answerBy = at('2026-11-12 12:00', NEW_YORK);
      const made = await prepareRequest(hand.ports, await hand.ports.graph.owner(), {
        ...{ decision, person: hand.personOf('marcus'), workingDays: '', zone: '', answerBy },
      });
      expect(made.ok && made.value).toMatchObject({ deadline: answerBy, off: [] });
    });
  });

  test('without their country the deadline says what was assumed', async () => {
    const { hand } = await tell(month)
      .keeps('daily', '2026-10-23 09:00')
      .taps('2026-10-23 09:01', decidedBefore)
      .taps(ASKED, writesDown)
      .until(ASKED);
    expect(await request(hand)).toMatchObject({
      deadline: at('2026-11-13 17:00', NEW_YORK),
      assumed: ['holidays'],
    });
  });

  test('where his calendar does not show when he works either, all of it was assumed', async () => {
    const { hand } = await tell(month, { faults: [SCHEDULES_REFUSED] })
      .keeps('daily', '2026-10-23 09:00')
      .taps('2026-10-23 09:01', decidedBefore)
      .taps(ASKED, writesDown)
      .until(ASKED);
    expect(await request(hand)).toMatchObject({
      deadline: at('2026-11-13 17:00', 'Europe/London'),
      assumed: ['zone', 'holidays', 'hours'],
    });
  });
});

const standing = async ({ ports }: Hand): Promise<readonly number[]> =>
  standingAmong(decisionHistories(await ports.ledger.allFacts(), ports.clock())).map(({ number }) => number);
