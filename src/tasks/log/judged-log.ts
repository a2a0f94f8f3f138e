import { occasionsBeyond } from '../../domain/agree/decided-in';
import { type DecisionHistory, decisionHistories, standingAmong } from '../../domain/agree/decision-history';
import { topicNames } from '../../domain/agree/topic-names';
import { standingFacts } from '../../domain/facts/log/standing';
import { tellingsIn } from '../../domain/facts/log/tellings';
import { createSieve } from '../../domain/forget/sieve';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { goOn, type Watched } from '../../domain/pace';
import { EVERYTHING, type LogScope, partOf } from '../../domain/tell/log-scope';
import { consultedIn } from '../../domain/tell/whole-record';
import type { ToldFacts } from '../../formats/table/log-rows';
import type { Ports } from '../ports';

/** A part of the log, or all of it. */
export interface JudgedLog {
  readonly lineages: readonly JudgedLineage[];
  /** Of the whole log: what a row says of its occurrence does not hang on what else is shown. */
  readonly told: ToldFacts;
  /** Decisions with what became of them. */
  readonly histories: readonly DecisionHistory[];
}

/**
 * Every meeting in which something of it can be, judged now, with what it holds of them, and all that was told. Progress is
 * told in meetings.
 */
export async function judgedLog(
  { ledger, clock }: Ports,
  watched: Watched = {},
  scope: LogScope = EVERYTHING,
): Promise<JudgedLog> {
  const now = clock();
  const entries = await ledger.ownEntries();
  const histories = decisionHistories(entries, now);
  const part = partOf(scope, histories, topicNames(entries));
  const lineages: JudgedLineage[] = [];
  const { kept, oneToOnes } = await ledger.people();
  const wanted = part.reads(kept);
  for (const [at, series] of wanted.entries()) {
    goOn(watched);
    watched.onProgress?.(at, wanted.length);
    const { lineage } = await ledger.around(series);
    const held = lineage === null ? null : part.of(lineage);
    if (held !== null) lineages.push(held);
  }
  return {
    lineages,
    histories: part.decisions(lineages),
    told: {
      decisions: standingAmong(histories),
      recaps: tellingsIn(entries),
      ...consultedIn(standingFacts(entries)),
      oneToOnes,
      elsewhere: await ledger.occasions(occasionsBeyond(entries, [])),
    },
  };
}

/** Whether it is about somebody who was erased since it was chosen, here or elsewhere: nothing is named after them. */
export async function isForgotten({ ledger }: Pick<Ports, 'ledger'>, scope: LogScope): Promise<boolean> {
  return scope.kind === 'person' && createSieve(await ledger.limits()).mentions(scope.person);
}
