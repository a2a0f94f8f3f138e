import { LANGUAGES, type Language } from '../../domain/language';
import { WORDS } from '../languages/registered';

/** The words of ours that begin the details of a mail, after what is decided and needed. */
export function detailLeads(language: Language): readonly string[] {
  const { why, notChosen, impact, owner, undecided, reply, next } = WORDS[language].recap;
  return [why, notChosen, WORDS[language].letters.request.options, impact, owner, undecided, reply, next];
}

function leadsOf(language: Language): readonly string[] {
  const { request, proposal } = WORDS[language].letters;
  return [
    WORDS[language].recap.decided,
    ...[request.before, request.need, request.silence],
    ...[...Object.values(proposal.levels), proposal.answer, proposal.reach],
    ...detailLeads(language),
  ];
}

/** What leads a line, `Why:` or `D-014:`; null where nothing of ours does, so that nobody's own colon shouts. */
export function leadOf(line: string, language: string): string | null {
  const known = LANGUAGES.find((one) => one === language);
  const said = known === undefined ? [] : leadsOf(known);
  return said.find((one) => line.startsWith(one)) ?? /^[DP]-\d{3,}[a-z]*:/.exec(line)?.[0] ?? null;
}
