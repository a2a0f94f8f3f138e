import { languageFor } from '../../domain/facts/entered/recap-language';
import type { Person } from '../../domain/facts/things/person';
import type { Language } from '../../domain/language';
import type { PaneState } from './pane';

/** The language somebody is written to in; null: several people in one mail. */
export function languageOf(pane: PaneState, person: Person | null): Language {
  const { owner } = pane.view.value;
  const lineage = pane.lineage.value;
  return owner === null || lineage === null ? 'en' : languageFor(person, owner, lineage.rules);
}

/** Remembered for this person; of a mail to several, for everybody without a choice of their own. */
export async function writeIn(pane: PaneState, person: Person | null, language: Language): Promise<void> {
  const { owner } = pane.view.peek();
  const lineage = pane.lineage.peek();
  if (owner === null || lineage === null) return;
  const languages = { ...lineage.rules.languages, [(person ?? owner).key]: language };
  await pane.attempt(() => pane.actions.setRules(lineage.id, { languages }));
}
