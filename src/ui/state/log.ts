import { computed, signal } from '@preact/signals';
import { textOfFile } from '../../browser/read-file';

import type { LogScope } from '../../domain/tell/log-scope';
import type { ExportKind, ExportResult, ImportFault, ImportPlan } from '../port/actions';
import { FORGOTTEN } from '../words/log-scope';
import { wordingOf } from '../words/wording';
import { createLongWork } from './long-work';
import type { PaneState } from './pane';

/** Refused by its size, before a byte of it is read: fifty thousand occurrences of eight people are less. */
const LARGEST_LOG = 180_000_000;

/** What an export ended with; null where the text stands there to be seen. */
function exportWords(made: ExportResult | null): string | null {
  if (made === null) return 'Stopped: nothing was exported.';
  const { name, file, text } = made;
  if (made.forgotten) return `${FORGOTTEN} Nothing was exported.`;
  if (made.tooLarge)
    return 'The log is too large for a mail. Choose CSV or Excel, and send the file yourself.';
  if (file !== null) return `${name} was given to the browser to save. If it did not, choose Copy.`;
  return text === null ? 'The log is in a mail to yourself.' : null;
}

/** Into an empty log, and nothing would go. */
const takesNothing = ({ known, wouldGo = null }: ImportPlan): boolean => known === 0 && wouldGo === null;

/** Taking the whole log out, and bringing one in. */
export function createLogState(pane: PaneState) {
  const { actions } = pane;
  const busy = signal(false);
  /** What an export ended with, in words. */
  const said = signal<string | null>(null);
  /** Text that waits to be copied. */
  const text = signal<string | null>(null);
  /** What can be saved beside what was exported. */
  const beside = signal<NonNullable<ExportResult['beside']> | null>(null);
  const plan = signal<ImportPlan | null>(null);
  const fault = signal<ImportFault | null>(null);
  const work = createLongWork();
  /** A bar says it better than a button that turns. */
  const turning = computed(() => busy.value && work.underWay.value === null);

  const clear = () => {
    said.value = null;
    text.value = null;
    beside.value = null;
    plan.value = null;
    fault.value = null;
  };
  const alone = async (act: () => Promise<void>) => {
    if (busy.peek()) return;
    busy.value = true;
    clear();
    await pane.attempt(act);
    busy.value = false;
  };
  const bring = (wanted: ImportPlan) =>
    work.follow({ doing: 'Importing', counted: 'entries' }, async (watch) => {
      const { added } = await actions.doImport(wanted, watch);
      const words = added === 1 ? '1 entry was added.' : `${added} entries were added.`;
      said.value = watch.signal.aborted ? `Stopped: ${words} Import the same file again to go on.` : words;
    });
  return {
    busy,
    turning,
    said,
    text,
    beside,
    plan,
    fault,
    work,
    clear,
    /** What of the log is chosen, or all of it as JSON. True once there is something to keep. */
    exportAs: async (
      kind: ExportKind,
      scope: LogScope,
      save: (name: string, file: Blob) => void,
    ): Promise<boolean> => {
      const wording = wordingOf(pane.zone.peek(), pane.now.peek(), pane.view.peek().owner?.name);
      const words = { doing: 'Exporting', counted: kind === 'json' ? 'entries' : 'meetings' };
      let made: ExportResult | null = null;
      await alone(async () => {
        made = await work.follow(words, (watch) => actions.exportLog(kind, scope, wording, watch));
        if (made?.file) save(made.name, made.file);
        beside.value = made?.beside ?? null;
        text.value = made?.text ?? null;
        said.value = exportWords(made);
      });
      return made !== null;
    },
    read: (file: Blob) =>
      alone(async () => {
        if (file.size > LARGEST_LOG) {
          fault.value = { line: null, why: 'it is larger than 180 MB, which no exported log is' };
          return;
        }
        const answer = await work.follow({ doing: 'Reading', counted: 'MB' }, async (watch) =>
          actions.readImport(await textOfFile(file), watch),
        );
        if (answer === null) said.value = 'Stopped: nothing was imported.';
        else if (!answer.ok) fault.value = answer.fault;
        // Into an empty log nothing can be merged wrongly: there is nothing to ask.
        else if (takesNothing(answer.value) && pane.view.peek().kept.length === 0) await bring(answer.value);
        else plan.value = answer.value;
      }),
    doImport: async () => {
      const wanted = plan.peek();
      if (wanted !== null) await alone(() => bring(wanted));
    },
  };
}
export type LogState = ReturnType<typeof createLogState>;
