import { expect, test } from 'vitest';
import type { Reason } from '../../../src/domain/judge/judged/judged';
import { keepLog } from '../../../src/tasks/enter/own-entries';
import { sweep } from '../../../src/tasks/read/sweep';
import { reasonWords } from '../../../src/ui/words/reasons';
import { timeWords } from '../../../src/ui/words/times';
import { judgeLineage } from '../../at-once';
import { masterId } from '../../simulator/graph/calendar/event-json';
import { createSimulatedGraph } from '../../simulator/graph/simulated-graph';
import { openPorts } from '../../simulator/own-ports';
import { answered, world } from '../../simulator/three-people';
import { at } from '../../simulator/time';
import type { AnswerGiven } from '../../simulator/world';

const NOW = at('2026-11-06 12:00', 'Europe/London');
const OFFER = {
  start: at('2026-11-03 16:00', 'Europe/London'),
  end: at('2026-11-03 16:30', 'Europe/London'),
};
const ANSWERS = ['tentative', 'declined'] as const;

/** Ana organizes; Bo answers one day of the series, with another time or without. */
async function told(answer: (typeof ANSWERS)[number], proposed?: AnswerGiven['proposed']) {
  const given = answered('bo', answer, '2026-11-02 09:00', '2026-11-03');
  const graph = createSimulatedGraph(world([{ ...given, ...(proposed && { proposed }) }]), { now: NOW });
  const { ports, ledger, owner } = await openPorts(graph, { clock: () => NOW });
  const series = masterId('ana', 'sync');
  await keepLog(ports, series);
  await sweep(ports, owner, [series]);
  const facts = await ledger.historyOf(series);
  const lineage = judgeLineage({ owner, facts }, series, NOW);
  const mail = facts.find((fact) => fact.kind === 'mail' && fact.mail === answer);
  return { mail, all: lineage?.occurrences ?? [] };
}

test.each(ANSWERS)(
  '13.7 a time that a mail offers (%s) is kept and stands in the reasons as theirs; nothing else changes',
  async (answer) => {
    const [offered, plain] = [await told(answer, OFFER), await told(answer)];
    expect(offered.mail).toMatchObject({ proposed: OFFER });
    expect(plain.mail).not.toHaveProperty('proposed');
    const reasons = offered.all.flatMap(({ date, reasons }) => reasons.map((one) => ({ date, one })));
    const lines = reasons.filter(({ one }) => one.what === 'proposed-new-time');
    expect(lines.map(({ date }) => date)).toEqual(['2026-11-03']);
    expect(lines[0]?.one).toMatchObject({ rule: '13.7', grade: 'documented', fact: offered.mail?.id });
    expect(lines[0] && reasonWords(lines[0].one, timeWords('Europe/London'))).toBe(
      'Bo offered another time: Tue 3 Nov 16:00',
    );
    // The calendar shows the offer as well: the same reading, but another fact, named after what it says.
    const nameless = ({ fact, ...one }: Reason) => ({
      ...one,
      fact: fact?.replace(/^(sighting:.*):\w+$/, '$1'),
    });
    const others = (all: readonly Reason[]) =>
      all.filter(({ what }) => what !== 'proposed-new-time').map(nameless);
    const rest = ({ all }: typeof offered) =>
      all.map((one) => ({
        ...one,
        reasons: others(one.reasons),
        people: one.people.map((each) => ({ ...each, reasons: others(each.reasons) })),
      }));
    expect(rest(offered)).toEqual(rest(plain));
  },
);
