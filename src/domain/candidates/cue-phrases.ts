import { phrasesOf } from './phrases';

/**
 * What people say around a decision, by what it does there. Written by hand; weights stand where they are used,
 * because notes and speech say the same things with different force.
 */
const CUES = {
  /** Says that something was decided. */
  decided: [
    "we decided|we have decided|we've decided|was decided|were decided|has been decided|decided to|decided that|decided on|decided not",
    'decision is|decision was|decision to|the decision|agreed to|agreed that|agreed on|agreed upon|we agreed|we have agreed|all agreed|everyone agreed|everybody agreed|group agreed|team agreed|agreed with|were agreed|was agreed|agreed as',
    "consensus is|consensus to|consensus on|consensus for|consensus that|consensus was|have consensus|there is consensus|there was consensus|reached consensus|rough consensus|general consensus|has consensus|there's consensus|group consensus|concensus|consensus around|seems like consensus|consensus seems",
    'resolved to|resolved that|be it resolved|it was resolved|concluded that|conclusion is|conclusion was|the conclusion|we concluded|concluded to',
    'approved|approves|unanimous|unanimously|carried|motion passes|motion passed|motion carries|moved and seconded|seconded|second by|seconds|was adopted|is adopted|were adopted|has been accepted|was accepted|is accepted|been rejected|was rejected|is rejected|signed off|sign off on|final decision|finalized|finalised|settled on|settle on|landed on|ratified|vote passes|vote passed|passes|approval|stage 1|stage 2|stage 3|stage 4|stage 0|stage 2.7|advance to|advances to|advanced to|advancement|reached',
    'wir haben entschieden|haben beschlossen|wurde beschlossen|wird beschlossen|beschlossen|wurde entschieden|entschieden|haben uns geeinigt|geeinigt|einstimmig|wurde vereinbart|vereinbart|genehmigt|verabschiedet|wurde angenommen|einigen uns|wir legen fest|festgelegt',
    "nous avons décidé|avons décidé|a été décidé|il est décidé|est décidé|on a décidé|décidé de|convenu|avons convenu|est convenu|à l'unanimité|unanimité|approuvé|approuvée|adopté|adoptée|validé|validée|acté|tranché|est retenu|a été retenu|entériné",
    'hemos decidido|se decidió|decidimos|se ha decidido|se decide|se acordó|acordamos|se acuerda|hemos acordado|se ha acordado|por unanimidad|aprobado|aprobada|se aprueba|se aprobó|se resuelve|queda decidido|queda aprobado|queda acordado',
  ],
  /** Is what minutes say of a vote. */
  formal: [
    'motion carries|motion carried|motion passes|motion passed|motion was approved|motion was carried|motion approved|approved unanimously|unanimously approved|carried unanimously|passed unanimously|unanimously passed|adopted unanimously|unanimously adopted|approved by unanimous|unanimously agreed|poll passes|poll passed|vote passes|vote passed|proposal passes|proposal passed',
    'einstimmig beschlossen|einstimmig angenommen|einstimmig genehmigt|einstimmig verabschiedet|mehrheitlich beschlossen|mehrheitlich angenommen|antrag angenommen',
    "adopté à l'unanimité|adoptée à l'unanimité|approuvé à l'unanimité|approuvée à l'unanimité|décidé à l'unanimité|votée à l'unanimité|voté à l'unanimité",
    'aprobado por unanimidad|aprobada por unanimidad|se aprueba por unanimidad|acordado por unanimidad|moción aprobada',
  ],
  /** Picks one way of several. */
  chosen: [
    "go with|going with|went with|stick with|stick to|sticking with|go ahead with|go ahead and|move forward with|moving forward with|move ahead with|proceed with|proceed to|let's do that|let's do it|let's do this|let's just|let's keep|let's go|let's leave|let's not|let's merge|let's stick|let's try|let's aim|let's plan|let's target|let's use|let's move|let's make|let's say|let's include|let's remove|let's schedule|just keep|keep it|keep the|leave it|leave the|for now|opt for|opted for|settle for|in favor of|in favour of|prefer|preference|we'll keep|we'll use|we'll do|we'll go|we will go|we will use|we will keep|then we'll|so we'll|so we will|then we can|then we will|we won't|we will not|not going to|instead of",
    'machen wir so|wir nehmen|wir machen|wir bleiben bei|bleiben wir bei|dabei bleibt es|bleibt es bei|statt|anstatt|wir gehen mit|wir verschieben|wird verschoben|lass uns|lasst uns|dann machen wir|nehmen wir',
    'on part sur|on garde|on reste sur|nous gardons|nous retenons|on fait|allons-y avec|on y va|on choisit|au lieu de|plutôt que|on reporte|est reporté|on va faire|partons sur',
    'nos quedamos con|vamos con|seguimos con|adelante con|optamos por|en lugar de|mantenemos|lo dejamos|se aplaza|se mantiene|hagamos|vamos a hacer',
  ],
  /** Closes a matter: what was said is to be so. */
  settles: [
    "so let's|okay let's|ok let's|then let's|alright let's|let's go with|let's do it|let's do that|let's do this|let's just merge|let's merge|let's keep|let's stick|let's leave|let's aim|let's plan|let's postpone|just leave this|keep it as is|leave it as is|consensus is|consensus seems|the decision is|so no objections|okay no objections|we've agreed|we have agreed|we all agree|everyone agrees|sounds like we're|sounds like everyone|then we'll go|so we'll go|so we'll keep|so we'll do|then we'll do|then we'll keep|we'll go forward|we'll go with|we will go with|we're going with|we're going to go|we'll stick|we'll keep|we've decided|we have decided|that's decided|it's decided|decision made|we're agreed|are agreed|all agreed|motion carries|motion passes",
    'dann machen wir|also machen wir|so machen wir|machen wir so|dann nehmen wir|wir bleiben dabei|dann bleibt es|damit ist entschieden|damit beschlossen|wir sind uns einig|dann gehen wir mit|wir haben beschlossen|wir haben entschieden',
    "on part sur|partons sur|donc on fait|on fait comme ça|on fait ça|c'est décidé|c'est acté|on est d'accord|nous sommes d'accord|alors on garde|donc on garde|nous avons décidé|on a décidé",
    'entonces vamos con|entonces hacemos|lo hacemos así|queda decidido|queda acordado|estamos todos de acuerdo|hemos decidido|entonces lo dejamos|nos quedamos con|hemos acordado|decidimos',
  ],
  /** Agrees. */
  agrees: [
    "sounds good|sounds great|sounds fine|sounds reasonable|sounds like a plan|that sounds|makes sense|make sense|i agree|we agree|agreed|agree that|agree with|fully agree|works for me|fine with|okay with|ok with|fine by me|happy with|good with|on board|plus one|+1|thumbs up|in agreement|no objections|no objection|no strong objections|no opposition|not opposed|no one objects|nobody objects|no objecting|no concerns|all right|perfect|lgtm|good to go|that works|works well|be good|be fine|be okay|reasonable|that's fine|that's good|a good idea|good idea|in favor|in favour|supportive|support this|i support|exactly|fair",
    'einverstanden|passt|klingt gut|keine einwände|kein einwand|stimme zu|stimmen zu|in ordnung|genau so|abgemacht|gute idee',
    "d'accord|ça marche|ça me va|pas d'objection|aucune objection|entendu|parfait|bonne idée|ça roule",
    'de acuerdo|me parece bien|sin objeciones|ninguna objeción|perfecto|vale|buena idea|conforme|hecho',
  ],
  /** Asks whether everybody agrees. */
  asks: [
    'any objections|any objection|any strong objections|any opposition|anyone opposed|anybody opposed|anyone against|anybody against|does anyone object|anyone object|anyone disagree|does anyone disagree|anybody disagree|anybody disagrees|everyone okay|everybody okay|is everyone|is everybody|are people okay|people okay with|people fine with|everyone fine|everyone agree|do we agree|can we agree|agree on|all in favor|all in favour|any concerns|any disagreement|any comments|comments on|any other|anyone else|anyone feel|strong opinion|strong opinions|strong feelings|does anyone have|does anybody have|do we want|should we|can we|thoughts on|any thoughts|what do people think|unless anyone|unless there|unless someone|speak up|i propose|i would propose|propose to|proposal is|proposal would|my proposal|proposal|i suggest|suggest that|suggestion|i move|motion to|moved to|moves to|move to approve|call for consensus|temperature check|poll|vote',
    'irgendwelche einwände|gibt es einwände|einwände|sind alle einverstanden|ich schlage vor|vorschlag|seid ihr einverstanden|abstimmung',
    "des objections|une objection|tout le monde est d'accord|je propose|proposition|êtes-vous d'accord|au vote",
    'alguna objeción|objeciones|están de acuerdo|estamos de acuerdo|propongo|propuesta|votación',
  ],
  /** Says what will be. */
  plans: [
    "we will|we'll|we're going to|we are going to|we're gonna|let's|plan is|plan to|the plan|will be|will have|aim for|aiming for|target|targeting|until then|next week|next call|next meeting|by the end|end of|by friday|by monday|going forward|moving forward|from now on|to be",
    'wir werden|werden wir|der plan|bis ende|nächste woche|ab sofort|künftig|ab jetzt|ziel ist',
    "nous allons|on va|le plan|d'ici|la semaine prochaine|désormais|à partir de|sera|seront",
    'vamos a|el plan|la próxima semana|a partir de ahora|será|serán',
  ],
  /** Says what should be. */
  should: [
    "we should|should just|should do|should be|i think we can|think we can|think we should|i would|i'd|would be good|would say|we can just|we can|we could|would prefer|we need to|need to|must|ideally|seems like|it seems|better|simpler|it would be",
    'wir sollten|sollten wir|sollte|müssen wir|wir müssen|besser',
    'il faut|il faudrait|on devrait|nous devons|mieux',
    'deberíamos|debemos|tenemos que|hay que|mejor',
  ],
  /** Verbs of what is decided on. */
  acts: [
    'merge|merged|merging|include|included|including|exclude|remove|removed|removing|drop|dropped|postpone|postponed|defer|deferred|delay|delayed|push back|schedule|scheduled|freeze|frozen|approve|approving|accept|accepted|reject|ship|shipping|launch|release|keep|adopt|add|adding|change|changing|rename|replace|switch|deprecate|close|closed|cancel|cancelled|target|scope|set|limit|allow|require|support|move|moved|hold off|hold|wait|skip|separate|split|update|publish|pick|choose|use|create|make|leave|continue',
    'verschieben|streichen|aufnehmen|entfernen|freigeben|einführen|behalten|schließen|ändern|beauftragen',
    'reporter|supprimer|retirer|intégrer|garder|valider|lancer|fermer|changer|retenir',
    'aplazar|eliminar|quitar|incluir|mantener|aprobar|lanzar|cerrar|cambiar',
  ],
  /** Sums up. */
  sums: [
    "to summarize|to summarise|in summary|to recap|to conclude|in conclusion|so to|so then|okay so|ok so|alright so|all right so|so let's|then let's|in that case|so i think|then i think|so basically|therefore|cool|okay cool|great|yeah okay|so yeah|overall|it sounds like|sounds like|seems like",
    'zusammengefasst|zusammenfassend|also gut|dann also|somit|damit',
    'en résumé|pour résumer|pour conclure|donc|alors',
    'en resumen|para resumir|en conclusión|entonces|pues',
  ],
  /** Goes on to the next matter. */
  onwards: [
    "moving on|next topic|next item|next up|move on|next one|next on the agenda|last thing|let's move to|move to the next|anything else|next agenda|next point",
    'nächster punkt|nächstes thema|weiter geht|weiter mit',
    'point suivant|sujet suivant|passons|ensuite',
    'siguiente punto|siguiente tema|pasemos',
  ],
  /** Runs the meeting. */
  runs: [
    "get started|let's start|let's begin|start with|share my screen|sharing my screen|see my screen|hear me|you're muted|on mute|give it a minute|another minute|half a minute|couple of minutes|few more minutes|welcome|recording|thanks everyone|thank you everyone|thanks for joining|have a nice|have a good|see you|bye|bye-bye|good morning|hello|hi everyone|hey everyone|any updates|an update|updates from|first up|go first|take it away|floor is yours|want to go|do you want to|want to start|quick update|link in the chat|in the chat|drop the link|on the call|that's all|that's it|thank you|thanks",
    'guten morgen|hallo|bildschirm|hört ihr mich|tschüss|danke|bis nächste woche',
    "bonjour|mon écran|m'entendez|au revoir|merci|bonne journée",
    'buenos días|hola|mi pantalla|me oyen|adiós|gracias',
  ],
  /** Is not sure. */
  hedges: [
    "maybe|not sure|i don't know|don't know|i wonder|wondering|might|perhaps|possibly|i guess|unclear|no idea|not certain|depends|could be|if we|what if|i mean|kind of|question|questions",
    'vielleicht|nicht sicher|weiß nicht|eventuell|möglicherweise|keine ahnung|unklar',
    'peut-être|pas sûr|je ne sais pas|éventuellement|pas certain',
    'quizás|quizá|no sé|tal vez|no estoy seguro|no está claro',
  ],
  /** Tells of earlier. */
  past: [
    "last week|last time|last call|last meeting|previously|yesterday|a while ago|last month|last year|in the past|used to|back then|i was|there was|were|had|have been|has been|i've been|we've been|been working|working on|we did|it was|earlier|originally",
    'letzte woche|letztes mal|früher|gestern|damals|bisher',
    'la semaine dernière|la dernière fois|hier|auparavant',
    'la semana pasada|la última vez|ayer|antes',
  ],
  /** Explains. */
  explains: [
    "because|for example|for instance|the reason|which means|basically|essentially|the problem|the issue|the idea|in theory|let's say|let's assume|let's keep moving|technically|actually|the question|like if|if you|you can|you have|imagine|trade-off|complexity",
    'weil|zum beispiel|das heißt|nämlich|das problem',
    "parce que|par exemple|c'est-à-dire|le problème",
    'porque|por ejemplo|es decir|el problema',
  ],
  /** Says that nothing was decided. */
  open: [
    "not yet|no consensus|no clear consensus|no agreement|no decision|no decisions|no conclusion|no resolution|not decided|not yet decided|not been decided|undecided|not agreed|not yet agreed|not resolved|consensus not|to be decided|to be determined|to be discussed|be discussed|tbd|could not agree|couldn't agree|did not reach|didn't reach|not reach|not reached|unresolved|no quorum|still open|remains open|without a decision|without consensus|without decision|discussion ongoing|ongoing discussion|continue discussion|discussion continues|pending decision|not a decision|yet to decide|yet to be decided|decide later|decided later|haven't decided|have not decided|didn't decide|did not decide|not final|lack of consensus|failed to reach|need to decide|needs to decide|needs a decision|decision needed|decision required|decision pending",
    'noch nicht|kein konsens|keine einigung|keine entscheidung|nicht entschieden|noch nicht entschieden|nicht beschlossen|kein beschluss|keine beschlüsse|noch offen|bleibt offen|vertagt|zu klären|noch zu entscheiden|ohne ergebnis|kein ergebnis|unentschieden',
    "pas encore|pas de consensus|aucun consensus|pas d'accord|aucune décision|pas de décision|pas encore décidé|pas décidé|reste ouvert|à décider|à définir|non décidé|sans accord",
    'aún no|todavía no|sin consenso|no hay consenso|no hay acuerdo|sin acuerdo|ninguna decisión|no se decidió|no se ha decidido|sin decidir|por decidir|pendiente de decisión|queda pendiente|no se acordó|no decidido',
  ],
  /** Takes something upon somebody. */
  commits: [
    "i'll|i will|i can take|i can do|i can open|i can write|i'm going to|i am going to|i'm gonna|let me|i'll take|on me|can you please|could you please|will follow up|follow up|will send|will share|will look|will check|will open|will prepare|will create|will update|will write|will reach out|take an action|action item|to follow up|by tomorrow|will provide|will draft|will work",
    'ich werde|ich übernehme|ich kümmere|ich schicke|mache ich|übernimmt|kümmert sich|wird bis|erledigt',
    "je vais|je m'en occupe|je prends|je me charge|s'occupe|se charge|j'envoie|enverra|prépare",
    'voy a|me encargo|yo me encargo|se encarga|enviaré|lo hago yo|enviará|preparará',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Cue = keyof typeof CUES;

export const CUE_PHRASES = phrasesOf(
  Object.fromEntries(Object.entries(CUES).map(([name, lists]) => [name, lists.join('|')])) as Record<
    Cue,
    string
  >,
);
