/** What a label says of the text below or behind it. `mixed` may be either a decision or a promise. */
export type LabelMeaning = 'decision' | 'promise' | 'question' | 'mixed' | 'outcome';

/** Labels of four languages, without what may stand around them (`FILLERS`). Written by hand. */
const LABELS: Readonly<Record<Exclude<LabelMeaning, 'mixed'>, string>> = {
  decision:
    'decision|decisions|decided|resolution|resolutions|resolved|conclusion|conclusions|concluded|consensus|concensus|agreement|agreements|agreed|approved|adopted|decisions log|decision log|motion carried|motion passed|motion approved|motion adopted|carried|verdict|ruling|decision outcome|we decided|we agreed|consensus reached|consensus items|agreed upon|decision record|' +
    'entscheidung|entscheidungen|entschieden|beschluss|beschlüsse|beschlossen|beschluß|festlegung|festlegungen|vereinbarung|vereinbarungen|vereinbart|konsens|einigung|genehmigt|angenommen|verabschiedet|schlussfolgerung|schlussfolgerungen|beschlussfassung|festgelegt|fazit|' +
    'décision|décisions|décidé|résolution|résolutions|résolu|conclusion générale|accord|accords|approuvé|adopté|adoptée|acté|convenu|arbitrage|arbitrages|relevé de décisions|validé|délibération|délibérations|' +
    'decisión|decisiones|decidido|resolución|resoluciones|resuelto|conclusión|conclusiones|acuerdo|acuerdos|acordado|aprobado|aprobada|consenso|se acuerda|se acordó|se decidió',
  outcome:
    'outcome|outcomes|result|results|poll result|poll results|vote|votes|vote result|vote results|voting result|takeaway|takeaways|wrap up|wrap-up|summary and next steps|ergebnis|ergebnisse|abstimmungsergebnis|abstimmung|résultat|résultats|vote final|resultado|resultados|votación',
  promise:
    'action|actions|ai|action point|todo|todos|to do|to dos|to-do|to-dos|next step|next steps|follow up|follow ups|follow-up|follow-ups|followup|followups|task|tasks|assignment|assignments|promise|promises|commitment|commitments|ap|aps|ar|' +
    'aufgabe|aufgaben|maßnahme|maßnahmen|massnahme|massnahmen|nächste schritte|zu erledigen|offene aufgaben|arbeitsaufträge|auftrag|aufträge|' +
    "à faire|prochaines étapes|prochaine étape|tâche|tâches|plan d'action|plan d'actions|suivi|" +
    'acción|acciones|tarea|tareas|próximos pasos|próximo paso|pendiente|pendientes|por hacer|compromisos',
  question:
    'question|questions|open question|open questions|open issue|open issues|open point|open points|open item|open items|tbd|to be decided|to be discussed|unresolved|parking lot|to decide|decision needed|decisions needed|decision required|decisions required|pending decisions|pending decision|unanswered questions|outstanding questions|outstanding issues|' +
    'frage|fragen|offene frage|offene fragen|offene punkte|offener punkt|zu klären|zu entscheiden|offen|' +
    'questions ouvertes|question ouverte|points ouverts|point ouvert|à décider|points en suspens|en suspens|' +
    'pregunta|preguntas|preguntas abiertas|cuestiones abiertas|temas abiertos|por decidir|temas pendientes',
};

/** Words that may stand beside a label without changing what it is. */
const FILLERS =
  "the|of|in|on|by|from|this|today|today's|meeting|meetings|call|final|key|main|major|important|group|team|board|committee|our|all|made|taken|reached|item|items|point|points|summary|summaries|list|new|so|far|overall|general|strong|rough|unanimous|unanimously|formal|full|short|current|recorded|agreed-upon|speaker's|tentative|provisional|interim|nr|no|number|as|yes|" +
  'der|die|das|des|und|sitzung|heutige|wichtigste|wichtige|unsere|getroffene|gefasste|liste|zusammenfassung|neue|wurde|' +
  'le|la|les|de|du|prises|prise|réunion|principales|principale|nos|synthèse|liste|nouvelle|nouvelles|' +
  'el|los|las|del|tomadas|tomada|reunión|alcanzados|alcanzado|principales|nuestras|resumen|nuevas|nuevos';

const MEANINGS = new Map<string, LabelMeaning>(
  Object.entries(LABELS).flatMap(([meaning, words]) =>
    words.split('|').map((word) => [word, meaning as LabelMeaning] as const),
  ),
);
const FILLING = new Set(FILLERS.split('|'));
/** What joins two labels: `Conclusion/Resolution`, `Decisions & actions`. */
const JOINS = new Set(['and', 'or', 'und', 'oder', 'et', 'ou', 'y', 'e', '&', '+', '/']);
/** More words than this are a sentence. */
const LONGEST = 8;

/** What these words say as a label, and null where they are none. */
export function meaningOf(words: readonly string[]): LabelMeaning | null {
  if (words.length === 0 || words.length > LONGEST) return null;
  const whole = MEANINGS.get(words.join(' '));
  if (whole) return whole;
  const parts: string[][] = [[]];
  for (const word of words) {
    if (JOINS.has(word)) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  const meanings = parts.map(meaningOfPart).filter((one) => one !== 'nothing');
  return meanings.includes(null) ? null : joined(meanings.filter((one) => one !== null));
}

function meaningOfPart(words: readonly string[]): LabelMeaning | 'nothing' | null {
  const whole = MEANINGS.get(words.join(' '));
  if (whole) return whole;
  const bare = words.filter((word) => !FILLING.has(word));
  if (bare.length === 0) return 'nothing';
  const known = MEANINGS.get(bare.join(' '));
  if (known) return known;
  // `Follow-up tasks`: two labels beside each other.
  const each = bare.map((word) => MEANINGS.get(word) ?? null);
  return each.includes(null) ? null : joined(each.filter((one) => one !== null));
}

function joined(meanings: readonly LabelMeaning[]): LabelMeaning | null {
  const [first, ...more] = meanings;
  if (first === undefined) return null;
  if (more.every((one) => one === first)) return first;
  if (meanings.includes('decision'))
    return meanings.includes('promise') || meanings.includes('question') ? 'mixed' : 'decision';
  return meanings.includes('promise') ? 'promise' : first;
}
