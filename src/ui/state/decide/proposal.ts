import { computed, signal } from '@preact/signals';

import type { Agreement } from '../../../domain/facts/decided/agreement';
import type { Owner } from '../../../domain/facts/things/person';
import type { Language } from '../../../domain/language';
import { unkindWords } from '../../../domain/words';
import { composeProposal } from '../../../formats/mail/letters/proposal-text';
import { letterText } from '../../../formats/mail/plain-letter';
import { wordCount } from '../../../formats/mail/recap-length';
import type { Letter } from '../../port/letter';
import { languageOf, writeIn } from '../language';
import type { PaneState } from '../pane';

interface Typed {
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
}

const isTyped = (kept: unknown): kept is Typed =>
  typeof kept === 'object' && kept !== null && 'subject' in kept && 'text' in kept && 'language' in kept;

/** The mail that proposes an agreement: as drafted, until somebody edits it; then as typed, over a reload, too. */
export function createProposalState(pane: PaneState, agreement: Agreement, owner: Owner) {
  const name = `proposal:${agreement.id}`;
  const typed = signal<Typed | null>(null);
  const mail = computed((): Typed => {
    if (typed.value !== null) return typed.value;
    const made = composeProposal(agreement, owner, languageOf(pane, agreement.person));
    return { subject: made.subject, text: letterText(made), language: made.language };
  });
  const keep = (as: Typed | null) => {
    typed.value = as;
    pane.actions.keepDraft(name, as);
  };
  const toOpen = (): Letter => ({ to: [agreement.person], ...mail.peek() });
  return {
    mail,
    edited: computed(() => typed.value !== null),
    words: computed(() => wordCount(mail.value.text)),
    unkind: computed(() => unkindWords(`${mail.value.subject} ${mail.value.text}`, mail.value.language)),
    type: (change: Partial<Pick<Typed, 'subject' | 'text'>>) => keep({ ...mail.peek(), ...change }),
    startOver: () => keep(null),
    write: (language: Language) => writeIn(pane, agreement.person, language),
    load: async () => {
      const kept = await pane.actions.draft(name);
      if (isTyped(kept) && typed.peek() === null) typed.value = kept;
    },
    toOpen,
    openInOutlook: () => pane.attempt(async () => (await pane.actions.letters()).openInOutlook(toOpen())),
  };
}
export type ProposalState = ReturnType<typeof createProposalState>;
