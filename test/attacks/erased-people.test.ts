import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/domain/facts/log/fact';
import { MAIL_KINDS } from '../../src/domain/facts/observed/notice-mail';
import type { MailReading } from '../../src/domain/facts/observed/reading';
import { observeCalendar, observeMails, observeMeeting } from '../../src/domain/observe/observe';
import { AS_IT_IS, forgetfulGraph } from '../../src/tasks/log/forgetful-graph';
import type { GraphPort } from '../../src/tasks/ports';
import { erasureOf, forgotten } from '../at-once';
import { anyFact } from '../domain/builders/any-fact';
import {
  DANA,
  half,
  item,
  looked,
  mail,
  master,
  PRIYA,
  required,
  SAM,
  utc,
  WEI,
} from '../domain/builders/readings';

const NOW = utc('2026-11-20T16:00');
const OURS = { organizer: null, ownerOrganizes: true, attendees: [required(DANA), required(SAM)] };
const seen = observeMeeting([], master('2026-10-26T09:00', OURS), PRIYA, null);
const items = [item('2026-10-29', OURS), item('2026-11-03', OURS)];
const facts: readonly Fact[] = [
  ...seen,
  ...observeCalendar(seen, ['daily'], looked('2026-10-26T09:00', items), PRIYA, []),
];
const erasure = erasureOf(facts, PRIYA, DANA, { id: 'e', recordedAt: NOW, role: 'colleague', salt: 's' });
const left = forgotten([...facts, erasure]);
const ledger = { limits: async () => [erasure] };

/** A Graph of which every answer names somebody who was erased. */
const graphThatSays = (answer: unknown): GraphPort =>
  new Proxy({} as GraphPort, {
    ownKeys: () => READINGS,
    getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
    get: () => async () => answer,
  });
/** As the port has them, and one that nobody has thought of yet. */
const READINGS = [
  ...['readCalendar', 'readMeeting', 'readInstances', 'readNoticeMails', 'readMail', 'readAnswers'],
  ...['readReplies', 'readReturned', 'readReports', 'readSchedules', 'readSomethingNew'],
];

/** What a look at the calendar and the mailbox of a later day adds to the log. */
async function addedBy(mails: readonly MailReading[]): Promise<readonly Fact[]> {
  const { readNoticeMails } = forgetfulGraph(graphThatSays(mails), ledger);
  const news = observeMails(left, ['daily'], await readNoticeMails(0), PRIYA, NOW);
  const known = new Set(left.map(({ id }) => id));
  return forgotten([...left, ...news]).filter(({ id }) => !known.has(id));
}

describe('9 whoever was erased does not come back', () => {
  test.each(['accepted', 'tentative', 'declined'] as const)(
    'a mail that says they %s adds nothing at all',
    async (said) => {
      const answer = mail('2026-10-28T09:00', { mail: said, from: DANA, title: 'Priya/Marcus daily sync' });
      expect(await addedBy([answer])).toEqual([]);
      expect(await addedBy([{ ...answer, from: SAM }])).toHaveLength(1);
    },
  );

  test('whatever mails come, nobody answers as a role word', async () => {
    const reading = fc
      .record({
        mail: fc.constantFrom(...MAIL_KINDS),
        from: fc.constantFrom(DANA, SAM, WEI, PRIYA),
        sender: fc.constantFrom(null, DANA, SAM),
        to: fc.constant([PRIYA]),
        title: fc.constantFrom('Priya/Marcus daily sync', 'Dana declined', ''),
        span: fc.constantFrom(null, half('2026-10-29T15:00'), half('2026-11-03T15:00')),
        wholeSeries: fc.boolean(),
      })
      .map((more): MailReading => mail('2026-10-28T09:00', more));
    await fc.assert(
      fc.asyncProperty(fc.array(reading, { maxLength: 4 }), async (mails) => {
        const added = (await addedBy(mails)).filter((fact) => fact.kind === 'mail');
        const answers = added.filter((fact) => ['accepted', 'tentative', 'declined'].includes(fact.mail));
        // Whoever sent it for somebody else stays a role word, as whoever cancelled for all does.
        expect(JSON.stringify(answers.map(({ from }) => from))).not.toMatch(/erased:/i);
        expect(JSON.stringify(added)).not.toMatch(/dana/i);
      }),
    );
  });

  test('what was forgotten once is forgotten: a second time through the sieve takes nothing more', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 5 }), (some) => {
        const once = forgotten([...some, erasure]);
        expect(forgotten(once)).toEqual(once);
      }),
    );
  });

  test.each(READINGS)('%s is sieved, without anybody having thought of it', async (name) => {
    const sieved = forgetfulGraph(graphThatSays([{ person: DANA }, { title: 'Dana’s plan' }]), ledger);
    const read = Reflect.get(sieved, name) as () => Promise<unknown>;
    expect(await read()).toEqual([{ title: 'colleague’s plan' }]);
  });

  test('what passes as it is, is named', () => {
    expect(AS_IT_IS).toEqual(['owner', 'calendarSignal', 'postbox']);
  });
});
