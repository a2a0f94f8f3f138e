import { signal } from '@preact/signals';
import type { MailReply, Said } from '../../../domain/facts/decided/consulting';
import type { PaneState } from '../pane';

export const ABOUT_ALL = 'all';

/** What the owner says about one mail that somebody wrote back. `decisions`: those it can be about. */
export function createMailReplyState(pane: PaneState, reply: MailReply, decisions: readonly string[]) {
  /** A decision, all of them, or nothing chosen yet. With one decision there is nothing to choose. */
  const about = signal(decisions.length === 1 ? ABOUT_ALL : '');
  const missing = signal(false);
  const busy = signal(false);
  return {
    about,
    missing,
    busy,
    choose: (chosen: string) => {
      about.value = chosen;
      missing.value = false;
    },
    note: async (said: Said): Promise<void> => {
      const chosen = about.peek();
      missing.value = chosen === '';
      if (chosen === '' || busy.peek()) return;
      busy.value = true;
      const meant = chosen === ABOUT_ALL ? decisions : [chosen];
      await pane.attempt(async () => (await pane.actions.consult()).noteMailReply(reply, meant, said));
      busy.value = false;
    },
    open: () => pane.attempt(async () => (await pane.actions.consult()).openMail(reply.mail)),
    takeBack: () => pane.attempt(() => pane.actions.undo(reply.id)),
  };
}
