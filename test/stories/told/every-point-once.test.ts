import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/domain/facts/things/outcomes';
import { openPoints, type PointHistory, pointHistories } from '../../../src/domain/points/point-history';
import { notePoint } from '../../../src/tasks/enter/raise-point';
import { look } from '../../simulator/replay';
import { DAY } from '../../simulator/time';
import type { Hand, Tap } from '../hand';
import { type Tale, tell } from '../teller';
import { asksOnceMore, mailboxOf, raises, sendsBeforeSync, sendsWhatIsOffered } from './mailing';
import { DATES, KINDS, type Kind, twentyOccurrences } from './twenty-occurrences';

/** What the list says of points at a moment, a line each as `talked-about 2026-10-26 P-001`; and how they stand then. */
interface Seen {
  readonly date: string;
  readonly when: 'morning' | 'evening' | 'night';
  readonly outcome: Outcome | undefined;
  readonly lines: readonly string[];
  readonly open: readonly PointHistory[];
}

const pointsOf = async ({ ports }: Hand) => pointHistories(await ports.ledger.ownEntries());

const sees =
  (seen: Seen[], date: string, when: Seen['when']): Tap =>
  async (hand) => {
    const { ledger } = hand.ports;
    if (when !== 'night') await look(hand.ports);
    const points = await pointsOf(hand);
    const names = new Map(points.map(({ point, name }) => [`point ${point.id}`, name]));
    const lines = (await ledger.loops()).loops.flatMap(({ kind, occurrence, holds }) =>
      holds
        .flatMap(({ takes }) => takes.flatMap((one) => names.get(one) ?? []))
        .map((name) => `${kind} ${occurrence?.slice(-10)} ${name}`),
    );
    const { lineage } = await ledger.around(hand.seriesOf('sync'));
    const outcome = lineage?.occurrences.find((one) => one.date === date)?.outcome;
    seen.push({ date, when, outcome, lines, open: openPoints(points) });
  };

/** Of those asked about, one is talked about, the next not yet, and of the third nothing is said. */
const saysWhatWasTalkedAbout =
  (seen: readonly Seen[], date: string): Tap =>
  async (hand) => {
    const asked = seen.at(-1)?.lines.filter((one) => one.startsWith(`talked-about ${date}`)) ?? [];
    for (const { point, name } of await pointsOf(hand)) {
      const word = point.number % 3 === 0 ? 'talked-about' : 'not-yet';
      if (!asked.some((one) => one.endsWith(name)) || point.number % 3 === 2) continue;
      const occurrence = `${hand.seriesOf('sync')}/${date}` as const;
      const said = await notePoint(hand.ports, point, { step: word, occurrence, words: '' });
      if (!said.ok) throw new Error(said.fault.join());
    }
  };

const PRESSED = [7, 14];

/** A question the evening before each, every second of them mailed in the morning; everything offered is sent. */
async function lived(kinds: readonly Kind[]): Promise<{ tale: Tale; seen: readonly Seen[] }> {
  const seen: Seen[] = [];
  let story = tell(twentyOccurrences(kinds)).keeps('sync', '2026-10-23 10:00');
  DATES.forEach((date, at) => {
    const before = DATES[at - 1] ?? '2026-10-23';
    const whose = at % 4 < 2 ? 'marcus' : null;
    story = story
      .taps(`${before} 18:30`, raises('sync', whose, `What do we do about ${date}?`))
      .taps(`${date} 17:45`, sees(seen, date, 'evening'), saysWhatWasTalkedAbout(seen, date))
      .taps(`${date} 17:50`, sendsWhatIsOffered('marcus', DAY), sees(seen, date, 'night'));
    if (at % 2 === 0)
      story = story.taps(`${date} 10:00`, sees(seen, date, 'morning'), sendsBeforeSync('sync'));
    if (PRESSED.includes(at)) story = story.taps(`${date} 18:10`, asksOnceMore);
  });
  return { tale: await story.until('2026-11-20 18:30'), seen };
}

/** Once more, by a click of its own. */
const isAgain = (mail: PointHistory['after'][number]): boolean =>
  mail.kind === 'catch-up' && mail.again === true;
const mailsAfter = ({ after }: PointHistory) => after.filter((mail) => !isAgain(mail));

const OUTCOMES: Readonly<Record<Kind, Outcome>> = {
  held: 'held',
  cancelled: 'cancelled-short-notice',
  silent: 'not-held-no-message',
  moved: 'held-moved',
  excluded: 'excluded-away',
};

// Shifted by one each time, each of the twenty becomes each of the five once.
describe.each(KINDS.map((first, shift) => [first, shift] as const))(
  'Twenty occurrences, the first of them %s (12)',
  (_, shift) => {
    const kinds = DATES.map((_, at) => KINDS[(at + shift) % KINDS.length] ?? 'held');

    test('ask each point once in a list, and mail it once before and once after', async () => {
      const { tale, seen } = await lived(kinds);
      const isMet = (date: string) => ['held', 'moved'].includes(kinds[DATES.indexOf(date)] ?? '');
      for (const { date, when, outcome, lines, open } of seen) {
        const at = `${date}, ${when}`;
        const names = lines.map((one) => one.split(' ').at(-1));
        expect(names.length, at).toBe(new Set(names).size);
        if (when === 'evening') {
          expect(outcome, at).toBe(OUTCOMES[kinds[DATES.indexOf(date)] ?? 'held']);
          if (isMet(date)) expect(lines, at).toEqual(open.map(({ name }) => `talked-about ${date} ${name}`));
        }
        // 12.3: what was open with him goes along once they did not meet.
        if (when === 'night' && !isMet(date))
          expect(
            open.filter((one) => mailsAfter(one).length !== 1).map(({ name }) => name),
            at,
          ).toEqual([]);
      }
      const box = mailboxOf(tale, 'marcus');
      const points = await pointsOf(tale.hand);
      expect(points).toHaveLength(DATES.length);
      for (const point of points) {
        const { name, mails, after } = point;
        expect(mails.length, name).toBeLessThanOrEqual(1);
        expect(mailsAfter(point).length, name).toBeLessThanOrEqual(1);
        expect(after.filter(isAgain).length, name).toBeLessThanOrEqual(1);
        const found = box.filter(({ text }) => text.includes(name));
        expect(found, name).toHaveLength(mails.length + after.length);
      }
      // So that nothing is said of nothing: there were mails before, after, and once more.
      expect(points.some(({ mails }) => mails.length > 0)).toBe(true);
      expect(points.some(({ after }) => after.some((mail) => mail.kind === 'recap'))).toBe(true);
      expect(points.some(({ after }) => after.some(isAgain))).toBe(true);
    });
  },
);
