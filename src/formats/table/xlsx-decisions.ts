import type { DecisionHistory, DecisionStanding } from '../../domain/agree/decision-history';
import { decisionName } from '../../domain/facts/decided/decision';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import { dateOf } from '../../domain/facts/things/occurrence';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { hearingIn } from '../../domain/measure/told';
import type { Steps } from '../../domain/pace';
import { OUTSIDE } from '../../domain/tell/chronology';
import { writtenName } from '../text/wording';
import type { ToldFacts } from './log-rows';
import type { Cell, Sheet } from './xlsx-sheet';

const COLUMNS: readonly (readonly [name: string, width: number])[] = [
  ['decision', 10],
  ['state', 22],
  ['decided_at_utc', 19],
  ['text', 50],
  ['why', 50],
  ['owner', 22],
  ['topic', 22],
  ['series', 28],
  ['occurrence_date', 16],
  ['should_hear', 30],
  ['told', 40],
  ['options_not_taken', 40],
  ['impact', 40],
  ['look_at_again_on', 16],
  ['easy_to_undo_until', 18],
];

const STATES: Readonly<Record<DecisionStanding, string>> = {
  open: 'not decided yet',
  asked: 'asked, not answered yet',
  replied: 'a reply to be read',
  answered: 'answered, not decided yet',
  'no-reply': 'no reply recorded in time',
  reopened: 'opened again',
  decided: 'decided',
  held: 'on hold',
  superseded: 'replaced',
};

/** Every decision with how it stands, and who was told of the state in which it is (13.1, 13.2). */
export function* listingDecisions(
  histories: readonly DecisionHistory[],
  lineages: readonly JudgedLineage[],
  told: ToldFacts,
): Steps<Sheet> {
  const lines: (readonly Cell[])[] = [];
  const wanted = new Set<SeriesId | null>(histories.map(({ decision }) => decision.series));
  const homes = new Map<SeriesId | null, Home>([
    [null, { title: OUTSIDE_WORDS, hearing: hearingIn(OUTSIDE, told.recaps, told) }],
  ]);
  for (const lineage of lineages) {
    if (!lineage.series.some((one) => wanted.has(one))) continue;
    const home = { title: lineage.title, hearing: hearingIn(lineage, told.recaps, told) };
    for (const one of lineage.series) homes.set(one, home);
    yield;
  }
  for (const history of histories) {
    lines.push(cellsOf(history, homes.get(history.decision.series) ?? null));
    yield;
  }
  return {
    name: 'Decisions',
    widths: COLUMNS.map(([, width]) => width),
    frozenRows: 1,
    filter: true,
    wraps: true,
    rows: {
      length: lines.length + 1,
      at: (index) => (index === 0 ? COLUMNS.map(([name]) => name) : lines[index - 1]),
    },
  };
}

/** 10.2: it has no series. */
const OUTSIDE_WORDS = 'not in a meeting';

interface Home {
  readonly title: string;
  readonly hearing: ReturnType<typeof hearingIn>;
}

function cellsOf({ decision, standing, decidedAt }: DecisionHistory, home: Home | null): readonly Cell[] {
  const hearers = home === null ? [] : home.hearing(decision);
  const { impact } = decision;
  return [
    decisionName(decision),
    STATES[standing],
    decidedAt === null ? null : { at: decidedAt },
    decision.text,
    decision.why,
    writtenName(decision.accountable),
    decision.topic,
    home?.title ?? null,
    decision.occurrence === null ? null : dateOf(decision.occurrence),
    hearers.map(({ person }) => writtenName(person)).join('; '),
    hearers.map(({ person, told }) => `${writtenName(person)}: ${toldWords(told)}`).join('; '),
    (decision.options ?? [])
      .map(({ option, notChosen }) => (notChosen === '' ? option : `${option}: ${notChosen}`))
      .join('; '),
    Object.entries(impact ?? {})
      .filter(([, words]) => words !== '')
      .map(([what, words]) => `${what}: ${words}`)
      .join('; '),
    decision.revisitOn ?? null,
    decision.undoUntil ?? null,
  ];
}

/** By UTC, as all times of the workbook's tables. */
const toldWords = (told: 'there' | number | null): string => {
  if (told === null) return 'not yet';
  return told === 'there' ? 'was there' : new Date(told).toISOString().slice(0, 16).replace('T', ' ');
};
