import type { RecapEntry } from '../../src/domain/facts/decided/recap-entry';
import type { Fact } from '../../src/domain/facts/log/fact';
import { isEntry } from '../../src/domain/facts/log/kinds';
import type { SeriesId } from '../../src/domain/facts/things/occurrence';
import { OUTCOMES } from '../../src/domain/facts/things/outcomes';
import type { JudgedLineage, JudgedOccurrence } from '../../src/domain/judge/judged/judged';
import { logDecision } from '../../src/tasks/enter/log-decision';
import * as own from '../../src/tasks/enter/own-entries';
import { erasePerson } from '../../src/tasks/log/forget';
import { importLog, planImport } from '../../src/tasks/log/import-log';
import { keepFor } from '../../src/tasks/log/reduce';
import { sweep } from '../../src/tasks/read/sweep';
import { watchCalendar } from '../../src/tasks/read/watch-calendar';
import { exchange } from '../../src/tasks/roam/exchange';
import type { RoamPorts } from '../../src/tasks/roam/roam-ports';
import { carryOn } from '../../src/tasks/send/carry';
import { takeBackPressed } from '../../src/tasks/send/press';
import { sendRecap } from '../../src/tasks/send/send-recap';
import { settle } from '../../src/tasks/send/settle';
import { logJson } from '../at-once';
import type { Dice } from '../simulator/dice';
import type { Own } from '../simulator/own-ports';
import { switchOn } from './watched';

/** A pane, as a hand sees it. */
export interface Pane extends Own {
  readonly roaming: RoamPorts;
}

/** What a hand may reach for: the series with a log, and the exports that lie about. */
export interface Table {
  readonly luck: Dice;
  readonly series: readonly SeriesId[];
  readonly exports: string[];
}

type Hand = (pane: Pane, table: Table) => Promise<unknown>;

async function someOccurrence(pane: Pane, { luck, series }: Table): Promise<JudgedOccurrence | null> {
  const view: JudgedLineage | null = await pane.ledger.view(luck.pick(series));
  return view === null || view.occurrences.length === 0 ? null : luck.pick(view.occurrences);
}

const withOccurrence =
  (act: (pane: Pane, one: JudgedOccurrence, table: Table) => Promise<unknown>): Hand =>
  async (pane, table) => {
    const one = await someOccurrence(pane, table);
    if (one !== null) await act(pane, one, table);
  };

const openRecaps = async (pane: Pane): Promise<readonly RecapEntry[]> => {
  const last = new Map<string, RecapEntry>();
  for (const fact of await pane.ledger.allFacts()) {
    if (fact.kind !== 'recap') continue;
    const before = last.get(fact.mailKey);
    if (before === undefined || before.id < fact.id) last.set(fact.mailKey, fact);
  }
  return [...last.values()].filter(({ step }) => step === 'sending');
};

const someone = (number: number) => {
  const address = `person-${number}@generated.example`;
  return { key: address, name: `Person ${number}`, address };
};
const ada = someone(1);

/** Everything a person does to a log, by name. */
export const HANDS: Readonly<Record<string, Hand>> = {
  look: (pane, { series }) => sweep(pane.ports, pane.owner, series),
  'look again': (pane, { series }) => sweep(pane.ports, pane.owner, series),
  watch: (pane) => watchCalendar(pane.ports),
  'check in': withOccurrence((pane, { key }, { luck }) =>
    own.checkIn(pane.ports, key, {
      said: luck.pick(['we-met', 'nobody-joined', 'agreed-to-skip', 'i-was-not-there', null] as const),
      minutes: luck.pick([null, 10]),
      people: luck.next() < 0.3 ? [{ person: ada.key, said: 'missing', wordAt: null }] : [],
    }),
  ),
  correct: withOccurrence((pane, { key }, { luck }) =>
    own.correct(pane.ports, key, { reason: 'It was otherwise', outcome: luck.pick(OUTCOMES) }),
  ),
  dispute: withOccurrence((pane, { key }) => own.dispute(pane.ports, key, 'Marcus remembers it otherwise')),
  annotate: withOccurrence((pane, { key }) => own.annotate(pane.ports, key, 'The train was late', ada.key)),
  undo: async (pane, { luck }) => {
    const entries = (await pane.ledger.allFacts()).filter((fact) => isEntry(fact) && fact.kind !== 'keeping');
    if (entries.length > 0) await own.undo(pane.ports, luck.pick(entries).id);
  },
  decide: withOccurrence((pane, { key }, { luck, series }) =>
    logDecision(pane.ports, luck.pick(series), {
      text: 'We chose B over A, accepting the price.',
      why: 'It is there already.',
      accountable: ada,
      topic: 'Choice',
      informed: [],
      occurrence: key,
    }),
  ),
  send: withOccurrence(async (pane, { key }, { luck }) => {
    const subject = `Recap of ${key}`;
    const message = { to: [ada], subject, html: `<p>${subject}</p>`, text: subject };
    const mails = [{ message, decisions: [] }];
    const sending = { occurrence: key, mails, together: false };
    await sendRecap(pane.ports, sending);
    const pressed = (await pane.ledger.pressed.all()).map(({ id }) => id);
    if (luck.next() < 0.1) await takeBackPressed(pane.ports, pressed.slice(-1));
  }),
  'carry on': (pane) => carryOn(pane.ports),
  settle: async (pane, { luck }) => {
    const open = await openRecaps(pane);
    if (open.length > 0)
      await settle(pane.ports, luck.pick(open), luck.pick(['look', 'send', 'discard'] as const));
  },
  join: async (pane, { luck, series: [first = '', second = ''] }) => {
    await own.answerSameMeeting(pane.ports, first, second, luck.next() < 0.6);
  },
  rules: async (pane, { luck, series }) => {
    await own.setRules(pane.ports, luck.pick(series), { graceMinutes: 3 + luck.upTo(5) });
  },
  pause: (pane, { luck, series }) =>
    own.setKeeping(pane.ports, luck.pick(series), luck.pick(['pause', 'resume'] as const)),
  export: async (pane, { exports }) => {
    const facts: readonly Fact[] = await pane.ledger.allFacts();
    exports.push(logJson({ facts, owner: pane.owner, exportedAt: pane.ports.clock(), app: '1.0.0' }));
  },
  import: async (pane, { luck, exports }) => {
    if (exports.length === 0) return;
    const file = luck.pick(exports);
    const plan = await planImport(pane.ports, file);
    if (!plan.ok) throw new Error(`An export of our own was refused: ${plan.fault.kind}`);
    const added = await importLog(pane.ports, plan.value);
    // Less, where another pane imported the same meanwhile.
    if (added > plan.value.added) throw new Error(`Said it would add ${plan.value.added}, added ${added}`);
    const again = await planImport(pane.ports, file);
    if (!again.ok || again.value.added > 0) throw new Error('What was imported is not there');
  },
  // Somebody of whom the log knows, and now and then somebody of whom it does not.
  erase: async ({ ports, owner }, { luck }) =>
    luck.next() < 0.3 && erasePerson(ports, owner, someone(1 + luck.upTo(4)), 'colleague'),
  reduce: ({ ports, owner }, { luck }) => keepFor(ports, owner, luck.pick([30, 90, 180] as const)),
  exchange: async ({ roaming, ledger }) => {
    if ((await ledger.setting('roaming')) === null) await switchOn(ledger);
    await exchange(roaming);
  },
  rebuild: async (pane) => {
    if (!(await pane.ledger.rebuild())) throw new Error('The kept views were not what a rebuild makes');
  },
};
