import '../../decisions/ask/inset.css';

import { Button } from '../../parts/controls/Button';
import { doubtWords } from '../../words/reasons';
import type { AboutOccurrence } from '../about';

/** Facts about messages are named after them. */
const mailOf = (fact: string): string => fact.slice('mail:'.length);

/** 2: a message about this occurrence that is no evidence: asked about, and until then the calendar counts. */
export function DoubtedMail({ state, occurrence }: AboutOccurrence) {
  const time = state.time.value;
  const asked = occurrence.reasons.filter(({ what, fact }) => what === 'mail-doubted' && fact !== null);
  const open = (fact: string) =>
    state.attempt(async () => (await state.actions.consult()).openMail(mailOf(fact)));
  return (
    <section class="inset" aria-label="A message to check">
      {asked.map((reason) => (
        <div key={reason.fact}>
          <p>
            {doubtWords(reason)}, on {time.day(reason.at)} at {time.time(reason.at)}. Until your calendar says
            the same, it does not count.
          </p>
          <div class="actions">
            <Button look="link" onPress={() => open(reason.fact ?? '')}>
              Open in Outlook
            </Button>
          </div>
        </div>
      ))}
      <p class="hint">If you know that it is true, choose Change, then Correct.</p>
    </section>
  );
}
