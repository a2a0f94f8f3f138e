import { decisionName } from '../../../domain/facts/decided/decision';
import type { Fact } from '../../../domain/facts/log/fact';
import type { Passage } from '../../../domain/forget/passages';
import type { ErasePlan } from '../../port/keeper-actions';
import { listWords } from '../times';

/** Words that may mean somebody, written alike, and every place in which they stand. */
export interface Alike {
  readonly form: string;
  readonly written: string;
  /** It could be somebody else as well: then it is left until the owner says otherwise. */
  readonly shared: boolean;
  readonly places: readonly { readonly where: string; readonly text: string }[];
}

/** No page can reach behind what the browser gives it: said wherever something is erased. */
export const BROWSER_KEEPS =
  'Traces can remain in the browser’s own files until it tidies them up. To remove them at once, delete the stored data of this site in the browser’s settings; for an Outlook program, support.html says where.';

/** What erasing somebody does, said before it is done (9). */
export function eraseWords(name: string, { alone, decisions }: ErasePlan): readonly string[] {
  const named = [...new Set(alone)].filter((title) => title !== '').map((title) => `“${title}”`);
  return [
    `The name and addresses of ${name} are erased from this log and every later export, with all rows, notes, reports and drafts about them.`,
    ...(alone.length === 0
      ? []
      : [
          (named.length || alone.length) === 1
            ? `Nobody else is in ${named[0] ?? 'one of the meetings'}, so its log ends; only its decisions stay.`
            : `Nobody else is in ${named.length === 0 ? 'some of the meetings' : listWords(named)}, so their logs end; only their decisions stay.`,
        ]),
    decisionWords(decisions),
    'This cannot be undone, and importing an older export does not bring them back. Files and mails that have left this log are not changed.',
  ];
}

/** What has no name of its own on screen. */
const ENTRY = 'Entry';

/** Where a text of the log stands. */
const PLACES: Readonly<Record<Exclude<Fact['kind'], 'decision'>, string>> = {
  annotation: 'Note',
  correction: 'Correction',
  dispute: 'Dispute',
  agreement: 'Agreement',
  'agreement-reply': 'Reply to an agreement',
  'input-request': 'Question that was sent',
  answer: 'Answer',
  'mail-reply': 'Mail that came',
  'decision-step': 'Decision, later',
  recap: 'Mail that was sent',
  'catch-up': 'Mail that was sent',
  point: 'Point',
  'point-step': 'Point, later',
  'point-mail': 'Mail that was sent',
  promise: 'Promise',
  'promise-step': 'Promise, later',
  'topic-step': 'Topic',
  'check-in': 'Check-in',
  sighting: 'Name of a meeting',
  'series-seen': 'Name of a meeting',
  mail: 'Subject of a mail',
  'look-back': 'Look-back',
  ...{ missing: ENTRY, report: ENTRY, away: ENTRY, holiday: ENTRY, 'working-hours': ENTRY, undo: ENTRY },
  ...{ rules: ENTRY, keeping: ENTRY, lineage: ENTRY, recognized: ENTRY, vanished: ENTRY, identified: ENTRY },
  ...{
    assigned: ENTRY,
    gesture: ENTRY,
    'put-off': ENTRY,
    rhythm: ENTRY,
    erasure: ENTRY,
    retention: ENTRY,
    reduced: ENTRY,
  },
};

const placeOf = (fact: Fact): string =>
  fact.kind === 'decision' ? `Decision ${decisionName(fact)}` : PLACES[fact.kind];

/** By what is written: the same words stand for the same person, or are left, wherever they are. */
export function alikeIn(passages: readonly Passage[]): readonly Alike[] {
  const alike = new Map<
    string,
    { written: string; shared: boolean; places: Map<string, Alike['places'][number]> }
  >();
  for (const { form, written, before, after, fact, shared } of passages) {
    const one = alike.get(form) ?? { written, shared: false, places: new Map() };
    one.shared ||= shared;
    alike.set(form, one);
    const [where, text] = [placeOf(fact), `${before}${written}${after}`.trim()];
    // A meeting is sighted many times under one name.
    one.places.set(`${where} ${text}`, { where, text });
  }
  return [...alike].map(([form, { written, shared, places }]) => ({
    ...{ form, written, shared },
    places: [...places.values()],
  }));
}

/** Signs of a line on either side of a name. */
const AROUND = 32;

/** The same for the lines of a copy, or of a page, each as written. */
export function alikeLines(
  left: readonly { readonly written: string; readonly at: number; readonly line: string }[],
  where = 'In the copy',
): readonly Alike[] {
  const alike = new Map<string, Map<string, Alike['places'][number]>>();
  for (const { written, at, line } of left) {
    const places = alike.get(written) ?? new Map();
    alike.set(written, places);
    const text = line.slice(Math.max(0, at - AROUND), at + written.length + AROUND).trim();
    places.set(text, { where, text });
  }
  return [...alike].map(([written, places]) => ({
    ...{ form: written, written, shared: false },
    places: [...places.values()],
  }));
}

function decisionWords(decisions: number): string {
  if (decisions === 0) return 'No decision names them.';
  return decisions === 1 ? '1 decision names them and stays.' : `${decisions} decisions name them and stay.`;
}

/** Where Send was pressed, and the mail has not gone yet. */
export const STILL_TO_GO_TOO =
  'A mail has not gone yet. Unless Outlook has it already, it is erased, too, and does not go.';
