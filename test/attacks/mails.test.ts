import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openReplies } from '../../src/domain/agree/mail-replies';
import type { Decision } from '../../src/domain/facts/decided/decision';
import type { RecapEntry } from '../../src/domain/facts/decided/recap-entry';
import type { Fact } from '../../src/domain/facts/log/fact';
import { occurrenceKey } from '../../src/domain/facts/things/occurrence';
import type { Reason } from '../../src/domain/judge/judged/judged';
import { observeCalendar, observeMails, observeMeeting } from '../../src/domain/observe/observe';
import { saysForged } from '../../src/formats/mail/authentication';
import { readMessage } from '../../src/graph/mail/message-json';
import { takeAnswers } from '../../src/tasks/read/take-answers';
import { doubtWords } from '../../src/ui/words/reasons';
import { about, at, daily, dana, judge, marcus, occurrenceOn } from '../domain/builders/facts';
import {
  item,
  looked,
  mail,
  master,
  type MARCUS as ORGANIZER,
  PRIYA,
  utc,
} from '../domain/builders/readings';
import { createSimulatedGraph } from '../simulator/graph/simulated-graph';
import { openPorts } from '../simulator/own-ports';
import { sampleMonth } from '../simulator/worlds/sample-month';
import { AUTHENTICATION, hostileMail } from './hostile-mails';

const LATER = at('2026-11-19 09:00');
const SENT = at('2026-11-18 16:20');
const MARCUS = {
  key: 'marcus.hale@northwind.example',
  name: 'Marcus Hale',
  address: 'marcus.hale@northwind.example',
};
const about13 = {
  ...{ series: 'daily', occurrence: occurrenceKey('daily', '2026-11-18'), recordedAt: SENT },
} as const;
const decision: Decision = {
  ...{ kind: 'decision', id: 'd13', ...about13, number: 13, text: 'The launch moves', why: '' },
  ...{ accountable: dana, topic: '', informed: [], decidedAt: SENT },
};
const told: RecapEntry = {
  ...{ kind: 'recap', id: 'r1', ...about13, mailKey: 'r1', step: 'sent', to: [MARCUS], subject: 'INFO' },
  ...{ bodyHash: '', decisions: ['d13'], sentAt: SENT, messageId: null },
};

async function office() {
  const graph = createSimulatedGraph(sampleMonth(), { now: LATER });
  const { ports } = await openPorts(graph, { clock: () => LATER });
  await ports.ledger.append([decision, told]);
  return { graph, ports };
}

describe('An answer by mail counts from whoever sent it', () => {
  test('junk is no source, and Deleted Items are', async () => {
    const { graph, ports } = await office();
    graph.arrives({ from: 'marcus', to: 'priya', subject: 'OK [D-013]', folder: 'junkemail' });
    expect(await takeAnswers(ports)).toBe(0);
    graph.arrives({ from: 'marcus', to: 'priya', subject: 'OK [D-013]', folder: 'deleteditems' });
    expect(await takeAnswers(ports)).toBe(1);
  });

  test('what another address sent in their name is a question that says so, whatever its subject', async () => {
    const { graph, ports } = await office();
    graph.arrives({ from: 'marcus', to: 'priya', subject: 'OK [D-013]', sender: 'evil@attacker.example' });
    expect(await takeAnswers(ports)).toBe(1);
    const entries = await ports.ledger.ownEntries();
    expect(entries.filter(({ kind }) => kind === 'answer')).toEqual([]);
    expect(openReplies(entries)).toMatchObject([
      { said: 'ok', subject: 'OK [D-013]', sender: { address: 'evil@attacker.example' } },
    ]);
  });

  test('where to look for junk is asked once, and not before there is a mail that could lie there', async () => {
    const { graph, ports } = await office();
    const asked = () => graph.requests.filter(({ url }) => /junkemail/i.test(url)).length;
    await takeAnswers(ports);
    expect(asked()).toBe(0);
    graph.arrives({ from: 'marcus', to: 'priya', subject: 'OK [D-013]' });
    await takeAnswers(ports);
    await takeAnswers(ports);
    expect(asked()).toBe(1);
  });

  test('of any mails in his name, those count against which nothing speaks, and no others', async () => {
    const mails = hostileMail('marcus', 'priya', [
      'OK [D-013]',
      'RE: problem [D-013]',
      'OK [D-014]',
      '[D-013] OK',
    ]);
    await fc.assert(
      fc.asyncProperty(fc.array(mails, { maxLength: 4 }), async (arriving) => {
        const { graph, ports } = await office();
        for (const { honest: _, ...one } of arriving) graph.arrives(one);
        await takeAnswers(ports);
        const entries = await ports.ledger.ownEntries();
        const answers = entries.filter((fact) => fact.kind === 'answer');
        const honest = arriving.filter((one) => one.honest).map(({ subject }) => subject);
        expect(answers.length).toBeLessThanOrEqual(honest.length);
        for (const { subject } of answers) expect(honest).toContain(subject);
        // And nothing of the others is left but a question.
        const noSource = arriving.filter(({ folder }) => folder === 'junkemail');
        expect(openReplies(entries).length).toBeLessThanOrEqual(arriving.length - noSource.length);
      }),
      { numRuns: 25 },
    );
  });
});

describe('What the receiving server says of a mail', () => {
  const header = (value: string) => ({ name: 'Authentication-Results', value });

  test.each(AUTHENTICATION)('%j: forged %j', (value, forged) => {
    expect(saysForged([header(value)])).toBe(forged);
  });

  test('the topmost counts; what the sender wrote below can neither clear nor hide it', () => {
    const [fail, pass] = [
      header('mx.n.example; dmarc=fail'),
      header('mx.n.example; dmarc=pass; compauth=pass'),
    ];
    const ours = { name: 'AUTHENTICATION-RESULTS', value: 'dmarc=fail; compauth=fail' };
    expect(saysForged([ours, pass, pass])).toBe(true);
    expect(saysForged([fail, header('other.example; dmarc=pass')])).toBe(true);
    expect(saysForged([header('mx.n.example; dmarc=pass'), header('relay.example; dmarc=fail')])).toBe(false);
    expect(saysForged([{ name: 'ARC-Authentication-Results', value: 'dmarc=fail' }])).toBe(false);
    expect(saysForged([])).toBe(false);
  });

  test('whatever stands below, a mail that the topmost calls forged stays so', () => {
    const any = fc.array(fc.tuple(fc.string(), fc.constantFrom(...AUTHENTICATION.map(([value]) => value))));
    fc.assert(
      fc.property(any, (below) => {
        const others = below.map(([junk, value]) => header(`other.example; ${value}; ${junk}`));
        expect(saysForged([header('dmarc=fail action=none'), ...others])).toBe(true);
      }),
    );
  });
});

describe('2 a change counts from the organizer alone', () => {
  const MON = '2026-11-16';
  const sync = about(daily);
  const evil = { key: 'evil@attacker.example', name: marcus.name, address: 'evil@attacker.example' };
  const known = [sync.seen(), sync.sighted(MON)];
  const on = (facts: readonly Fact[], now = at(`${MON} 18:00`)) =>
    occurrenceOn(judge([...known, ...facts], 'daily', now), MON);

  test("a stranger's cancellation with his display name is a question, and the calendar counts", () => {
    const one = on([sync.cancelledBy(MON, `${MON} 14:55`, { from: evil })]);
    expect(one).toMatchObject({ outcome: 'not-recorded', changedBy: null, notice: null });
    expect(one.questions).toContain('mail-doubted');
    expect(one.reasons.find(({ what }) => what === 'mail-doubted')).toMatchObject({
      ...{ doubt: 'not-the-organizer', words: 'evil@attacker.example' },
    });
    expect(one.evidence).not.toContain('cancel-mail');
  });

  test('nor does it give the time, where the calendar says later that it was cancelled', () => {
    const seen = sync.sighted(MON, { cancelled: true, seenAt: at(`${MON} 16:00`) });
    const one = on([sync.cancelledBy(MON, `${MON} 09:00`, { from: evil }), seen]);
    expect(one).toMatchObject({ notice: { at: null }, changedBy: { name: marcus.name } });
    expect(one.questions).not.toContain('mail-doubted');
  });

  test('a stranger moves nothing, and does not end a series', () => {
    const later = { start: at(`${MON} 17:00`), end: at(`${MON} 17:30`) };
    const moved = sync.mail('update', MON, at(`${MON} 09:00`), { from: evil, span: later });
    expect(on([moved])).toMatchObject({ moves: [], effective: { start: at(`${MON} 15:00`) } });
    const ended = sync.mail('cancellation', null, at('2026-11-10 09:00'), { from: evil });
    expect(on([ended]).outcome).toBe('not-recorded');
  });

  describe('of a whole series', () => {
    const CAME = at('2026-11-10 18:00');
    const NEXT = '2026-11-11';
    const rowsOf = (facts: readonly Fact[], now = at('2026-11-12 18:00')) =>
      judge([...known, ...facts], 'daily', now)?.occurrences ?? [];
    const asking = (facts: readonly Fact[], now?: number) =>
      rowsOf(facts, now)
        .filter(({ questions }) => questions.includes('mail-doubted'))
        .map(({ date }) => date);
    const evelyn = { ...evil, name: 'Evelyn' };

    test.each<[string, 'cancellation' | 'update', object, string]>([
      ['a stranger', 'cancellation', { from: evil }, 'not-the-organizer'],
      ['a stranger', 'update', { from: evil }, 'not-the-organizer'],
      ['somebody else in his name', 'cancellation', { sender: evelyn }, 'sent-by-another'],
    ])('from %s: a %s is asked about once, at the next one, and changes nothing', (_, kind, more, doubt) => {
      const facts = [sync.mail(kind, null, CAME, more)];
      expect(asking(facts)).toEqual([NEXT]);
      expect(asking(facts, at('2026-11-10 18:30'))).toEqual([NEXT]);
      const reasons = rowsOf(facts).flatMap((row) =>
        row.reasons.filter(({ what }) => what === 'mail-doubted'),
      );
      expect(reasons).toMatchObject([{ doubt, wholeSeries: true, words: 'evil@attacker.example' }]);
      expect(doubtWords(reasons[0] as Reason)).toContain('of the whole series');
      const plain = rowsOf([]).map(({ key, outcome }) => [key, outcome]);
      expect(rowsOf(facts).map(({ key, outcome }) => [key, outcome])).toEqual(plain);
    });

    test('that the next look contradicts is asked about, and no more once somebody has said what became of it', () => {
      const facts = [sync.mail('cancellation', null, CAME), sync.seen({ seenAt: at('2026-11-11 08:00') })];
      expect(asking(facts)).toEqual([NEXT]);
      expect(asking([...facts, sync.noted(NEXT, '2026-11-11 16:00', 'agreed-to-skip')])).toEqual([]);
    });

    test("by the organizer's own hand is nobody's question", () => {
      expect(asking([sync.mail('cancellation', null, CAME)])).toEqual([]);
    });
  });

  test('what the next look contradicts is a question, until the calendar says the same', () => {
    const byMail = sync.cancelledBy(MON, `${MON} 09:00`);
    expect(on([byMail]).outcome).toBe('cancelled-short-notice');
    const still = sync.sighted(MON, { seenAt: at(`${MON} 10:00`) });
    const asked = on([byMail, still]);
    expect(asked.outcome).toBe('not-recorded');
    expect(asked.reasons.find(({ what }) => what === 'mail-doubted')?.doubt).toBe('calendar-says-otherwise');
    const gone = sync.sighted(MON, { seenAt: at(`${MON} 12:00`), cancelled: true });
    expect(on([byMail, still, gone]).outcome).toBe('cancelled-short-notice');
  });

  test('a look that finds nothing changed after such a mail is news, once', () => {
    const seen = observeMeeting([], master('2026-10-26T09:00'), PRIYA, null);
    const look = (facts: readonly Fact[], when: string) =>
      observeCalendar(facts, ['daily'], looked(when, [item('2026-10-29')]), PRIYA, []);
    const before = [...seen, ...look(seen, '2026-10-26T09:00')];
    const mails = observeMails(before, ['daily'], [mail('2026-10-29T10:00')], PRIYA, utc('2026-10-29T10:01'));
    expect(mails).toHaveLength(1);
    const after = [...before, ...mails];
    expect(look(after, '2026-10-29T10:05')).toEqual([]);
    const news = look(after, '2026-10-29T11:00');
    expect(news).toMatchObject([{ kind: 'sighting', cancelled: false }]);
    expect(look([...after, ...news], '2026-10-29T12:00')).toEqual([]);
  });

  test("what came from outside in the owner's own name is no word of theirs", () => {
    const context = {
      ...{ owner: new Set([PRIYA.address]), zone: 'UTC', kind: null, sentItems: 'sent' },
    };
    const recipient = ({ name, address }: typeof ORGANIZER) => ({ emailAddress: { name, address } });
    const json = {
      ...{
        id: 'm',
        meetingMessageType: 'meetingCancelled',
        from: recipient(PRIYA),
        sender: recipient(PRIYA),
      },
      ...{ receivedDateTime: '2026-11-18T15:00:00Z', parentFolderId: 'inbox', subject: 'Canceled: x' },
      internetMessageHeaders: [{ name: 'Received', value: 'from evil.example' }],
    };
    expect(readMessage(json, context)).toEqual({ ok: true, value: null });
    const own = readMessage({ ...json, parentFolderId: 'sent' }, context);
    expect(own).toMatchObject({ value: { sentByOwner: true } });
  });
});
