import { useSignal } from '@preact/signals';
import { Button } from '../parts/controls/Button';
import { Fold } from '../parts/controls/Fold';
import type { RoamingView } from '../port/roaming-actions';
import type { PaneState } from '../state/pane';
import type { RoamingForm } from '../state/roaming';
import { exchangeWords, roamingTroubleWords } from '../words/keep/roaming';
import { ROAMING_HINTS, UNPROTECT_WORDS } from '../words/keep/settings';
import { FolderQuestions } from './FolderQuestions';
import { NewPassphrase, Unlock } from './Passphrase';
import { Sure } from './Sure';

interface RoamingProps {
  readonly state: PaneState;
  readonly roaming: RoamingForm;
}

/** The same log on all of a person's Outlooks: one switch, and what lies where. */
export function Roaming({ state, roaming }: RoamingProps) {
  const view = roaming.view.value;
  const isOn = roaming.isOn.value;
  const trouble = roaming.trouble.value ?? view?.trouble ?? null;
  return (
    <section aria-labelledby="roaming-title">
      <h2 id="roaming-title">All your Outlooks</h2>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          checked={isOn}
          disabled={view === null || roaming.busy.value}
          aria-describedby="roaming-hint"
          onChange={roaming.toggle}
        />
        <span>Keep the same log on all my Outlooks</span>
      </label>
      <p class="hint" id="roaming-hint">
        {ROAMING_HINTS[isOn ? 'on' : 'off']}
      </p>
      {view?.ended === true && !isOn && (
        <p class="hint">
          A file in OneDrive says that the copy was deleted on another machine, so this went off. The log here
          stays.
        </p>
      )}
      {trouble !== null && (
        <p class="fault" role="alert">
          {roamingTroubleWords(trouble)}
        </p>
      )}
      {view !== null && isOn && <Exchanging state={state} roaming={roaming} view={view} />}
    </section>
  );
}

function Exchanging({ state, roaming, view }: RoamingProps & { readonly view: RoamingView }) {
  const asking = useSignal(false);
  const ask = (open: boolean) => {
    roaming.fault.value = null;
    asking.value = open;
  };
  return (
    <>
      <div class="actions">
        {view.busy ? (
          <Button onPress={roaming.stop}>Stop</Button>
        ) : (
          <Button disabled={roaming.busy.value || view.locked} onPress={roaming.exchange}>
            Exchange now
          </Button>
        )}
        <span class="hint" role="status">
          {exchangeWords(view, state.now.value)} {roaming.said.value}
        </span>
      </div>
      {view.news !== null && !view.locked && (
        <FolderQuestions roaming={roaming} news={view.news} now={state.now.value} />
      )}
      {view.locked && <Unlock roaming={roaming} mayGoWithout={view.mayGoWithout} />}
      {!view.locked && (view.news?.otherKey ?? 0) > 0 && (
        <Fold name="Give another passphrase">
          <Unlock roaming={roaming} mayGoWithout={false} isOther />
        </Fold>
      )}
      {!view.locked &&
        (asking.value ? (
          <NewPassphrase roaming={roaming} sealed={view.sealed} onClose={() => ask(false)} />
        ) : (
          <Button disabled={roaming.busy.value} onPress={() => ask(true)}>
            {view.sealed ? 'Change the passphrase' : 'Protect with a passphrase'}
          </Button>
        ))}
      {!view.locked && view.sealed && (
        <Sure
          ask="Stop protecting the files"
          words={UNPROTECT_WORDS}
          sure="Yes, stop protecting them"
          onSure={roaming.unprotect}
        />
      )}
      <Sure
        ask="Delete the copy in OneDrive"
        words="The files in OneDrive go, and this goes off on all your machines. The log on each machine stays there."
        sure="Yes, delete the copy"
        onSure={roaming.deleteCopy}
      />
    </>
  );
}
