import { beforeAll, describe, expect, test } from 'vitest';
import { decisionHistories } from '../../../src/domain/agree/decision-history';
import { chronologyOfDecision, OUTSIDE } from '../../../src/domain/tell/chronology';
import { threadOf } from '../../../src/domain/tell/thread/thread';
import type { PersonRecord } from '../../../src/domain/tell/whole-record';
import { chronicleLines } from '../../../src/formats/paper/chronology-lines';
import { type CopyLine, subjectLines } from '../../../src/formats/paper/subject-lines';
import { threadAbout } from '../../../src/session/actions/about-topic';
import { erasePerson } from '../../../src/tasks/log/forget';
import { threadWords } from '../../../src/ui/words/decide/thread';
import { timeWords } from '../../../src/ui/words/times';
import { wordingOf } from '../../../src/ui/words/wording';
import { logCsv, logJson, logRows } from '../../at-once';
import { sampleMonth } from '../../simulator/worlds/sample-month';
import { type Tale, tell } from '../teller';
import {
  asksFirst,
  asksOnceMore,
  decidesOutside,
  type Found,
  hears,
  mailboxOf,
  raises,
  recordOf,
  replies,
  sendsBeforeSync,
  sendsWhatIsOffered,
  sessionOf,
} from './mailing';

/** The golden month with a mail of every kind: recaps, before a sync, asked first, once more, and a catch-up. */
let lived: Tale;
let record: PersonRecord;
let box: readonly Found[];
let copied: readonly CopyLine[];
beforeAll(async () => {
  lived = await tell(sampleMonth())
    .lives()
    .taps('2026-10-30 10:00', replies('marcus', 'OK [D-011]'))
    .taps('2026-11-02 17:00', raises('daily', 'marcus', 'Can two people stay on the migration until March?'))
    .looks('2026-11-05 16:59', '2026-11-09 17:59', '2026-11-20 14:04')
    .taps('2026-11-05 17:00', sendsBeforeSync('daily'))
    .taps('2026-11-09 18:00', sendsWhatIsOffered('marcus'))
    .taps('2026-11-12 17:30', asksOnceMore)
    .taps('2026-11-13 17:00', hears('marcus', { often: 'weekly', weekday: 'friday' }))
    .taps('2026-11-18 17:00', asksFirst('Build the 2027 path with two teams', 'marcus'))
    .taps('2026-11-18 17:30', decidesOutside('Support keeps its own list of addresses.', 'marcus'))
    .taps('2026-11-20 14:05', sendsWhatIsOffered('marcus'))
    .until('2026-11-20 18:00');
  record = await recordOf(lived.hand, marcus());
  box = mailboxOf(lived, 'marcus');
  const owner = await lived.hand.ports.graph.owner();
  copied = subjectLines({ person: marcus(), owner, log: record, wording: wording(), now: now() });
});
const marcus = () => lived.hand.personOf('marcus');
const now = () => lived.hand.ports.clock();
const wording = () => wordingOf('Europe/London', now());
const stamped = (at: number): string => `${wording().longDay(at)} ${wording().time(at)}`;

/** What a line says of a mail: its subject, and by what both sides find it. */
const NAMED = /“([^”]*)”\)?[;,] message id (<[^>]+>)/g;
const namedIn = (said: string) =>
  [...said.matchAll(NAMED)].map(([, subject = '', id = '']) => ({ subject, id }));
const found = (id: string) => box.filter(({ internetMessageId }) => internetMessageId === id);
/** Of an answer of theirs the mail is the one that they sent. */
const isTheirs = (said: string): boolean => /answered/i.test(said);

describe('What was told by mail is found in the mailbox of its reader (13.8)', () => {
  test('of a month in which a mail of every kind went, each of them verified', async () => {
    const facts = await lived.hand.ports.ledger.ownEntries();
    const mails = facts.flatMap((fact) => ('mailKey' in fact && fact.step !== 'sending' ? [fact] : []));
    expect(new Set(mails.map(({ kind }) => kind))).toEqual(
      new Set(['recap', 'catch-up', 'point-mail', 'input-request']),
    );
    expect(new Set(mails.map(({ step }) => step))).toEqual(new Set(['sent']));
    expect(box).toHaveLength(7);
  });

  test('each line of their copy that names a mail names one of theirs, by its id, its subject and its time', () => {
    const lines = copied.filter(({ said }) => said.includes('message id') && !isTheirs(said));
    for (const { part, when, said } of lines) {
      for (const { subject, id } of namedIn(said)) {
        const [mail, ...others] = found(id);
        expect(others).toEqual([]);
        expect(mail?.subject).toBe(subject);
        // Of a point each of its mails has its own time in the line.
        const time = stamped(mail?.at ?? 0);
        expect(part === 'point' ? said : when).toContain(time);
      }
    }
    // And each of them is named.
    const ids = lines.flatMap(({ said }) => namedIn(said)).map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set(box.map(({ internetMessageId }) => internetMessageId)));
  });

  test('no line says that something went by message without naming the message', () => {
    for (const { said } of copied.filter((one) => /by message|Mailed on/.test(one.said)))
      expect(namedIn(said)).not.toEqual([]);
  });

  test('an answer of theirs names the mail that they wrote', () => {
    const sent = mailboxOf(lived, 'priya');
    const answers = copied.filter(({ said }) => isTheirs(said) && said.includes('message id'));
    expect(answers).toHaveLength(1);
    for (const { subject, id } of answers.flatMap(({ said }) => namedIn(said)))
      expect(sent.filter((one) => one.internetMessageId === id && one.subject === subject)).toHaveLength(1);
  });

  test('the text that was sealed in the log is the one that lies there', async () => {
    const { ledger, seal } = lived.hand.ports;
    const sealed = (await ledger.ownEntries()).flatMap((fact) =>
      'mailKey' in fact && fact.step === 'sent' ? [fact.bodyHash] : [],
    );
    const theirs = await Promise.all(box.map(({ html }) => seal.sha256(html)));
    expect(new Set(theirs)).toEqual(new Set(sealed));
  });

  test.each(['Address lookup', 'Order screen', 'Launch', '2027 scope'])(
    'each line of the thread of %s that names a mail names one of theirs',
    async (topic) => {
      const thread = await threadAbout(await sessionOf(lived.hand), topic);
      if (thread === null) throw new Error('nothing carries it');
      const saying = {
        decisions: thread.decisions,
        time: timeWords('Europe/London'),
        now: now(),
        titleOf: () => null,
      };
      const named = threadOf(thread, now()).flatMap((line) => {
        const { link, rest, mail = '' } = threadWords(line, saying);
        return mail === '' || isTheirs(rest) ? [] : [{ at: line.at, said: `${link}${rest}${mail}` }];
      });
      expect(named.length).toBeGreaterThan(0);
      for (const { at, said } of named) {
        const [mail, ...others] = found(/<[^>]+>/.exec(said)?.[0] ?? '');
        expect(others).toEqual([]);
        expect(stamped(mail?.at ?? 0)).toBe(stamped(at));
        for (const { subject } of namedIn(said)) expect(mail?.subject).toBe(subject);
      }
    },
  );

  test('each line of the chronology of a decision that names a mail names one of theirs', async () => {
    const { decisions, recaps, consulting, lineages } = record;
    for (const decision of decisions) {
      const lineage = lineages.find(({ series }) => series.some((one) => one === decision.series)) ?? OUTSIDE;
      const steps = chronologyOfDecision({ lineage, decisions, recaps, consulting }, decision);
      const lines = chronicleLines(steps, decisions, wording()).map(({ words }) => words);
      const named = lines.filter((said) => !isTheirs(said)).flatMap(namedIn);
      expect(named.length).toBeGreaterThan(0);
      for (const { id, subject } of named) expect(found(id).map((one) => one.subject)).toEqual([subject]);
    }
  });

  test('9 erased, neither a name of theirs nor the id of a mail with them is left in any export', async () => {
    const { hand } = await lived.goesOn().until('2026-11-20 18:01');
    const { ports } = hand;
    const owner = await ports.graph.owner();
    const exports = async () => {
      const facts = await ports.ledger.allFacts();
      const json = logJson({ facts, owner, exportedAt: ports.clock(), app: '1.0.0' });
      const { decisions, recaps } = await recordOf(hand, hand.personOf('dana'));
      const lineages = await Promise.all(['daily', 'atlas'].map((one) => hand.lineageOf(one)));
      return `${json}${logCsv(logRows(lineages, { decisions, recaps }, { app: '1.0.0' }))}`;
    };
    const sent = [...box, ...mailboxOf(lived, 'priya')];
    const before = await exports();
    for (const { internetMessageId: id } of box) expect(before).toContain(id);
    expect(before).toMatch(/marcus hale/i);
    await erasePerson(ports, owner, marcus(), 'manager');
    const after = await exports();
    expect(after).not.toMatch(/marcus|hale/i);
    for (const { internetMessageId: id } of sent) expect(after).not.toContain(id);
    expect(decisionHistories(await ports.ledger.ownEntries(), ports.clock())).toHaveLength(5);
  });
});
