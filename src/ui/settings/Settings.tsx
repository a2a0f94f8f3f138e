import './settings.css';

import { useEffect, useMemo } from 'preact/hooks';
import { Button } from '../parts/controls/Button';
import { Field } from '../parts/controls/Field';
import { Choice } from '../parts/controls/inputs';
import { dismissIcon } from '../parts/icons/more-icons';
import { LongWork } from '../parts/long/LongWork';
import { THEMES, type ThemeChoice } from '../port/view';
import { createChecking } from '../state/checking';
import type { PaneState } from '../state/pane';
import { createRoamingState } from '../state/roaming';
import { BROWSER_KEEPS, STILL_TO_GO_TOO } from '../words/keep/erasing';
import { eraseAllWords, keptInWords, PAUSED_HINT } from '../words/keep/settings';
import { CheckFile } from './CheckFile';
import { Holidays } from './Holidays';
import { KeptFor } from './KeptFor';
import { LateMeans } from './LateMeans';
import { Roaming } from './Roaming';
import { SeriesRules } from './SeriesRules';
import { Sure } from './Sure';
import { TellThem } from './TellThem';

const THEME_NAMES: Readonly<Record<ThemeChoice, string>> = {
  outlook: 'As Outlook',
  light: 'Light',
  dark: 'Dark',
};

export function Settings({ state }: { readonly state: PaneState }) {
  const { lineage, theme, signedInAs, storage, outgoing = [] } = state.view.value;
  const roaming = useMemo(() => createRoamingState(state), [state]);
  useEffect(() => roaming.dispose, [roaming]);
  const isRoaming = roaming.view.value?.on === true;
  return (
    <div class="settings">
      <div class="head-row">
        <h1>Settings</h1>
        <Button
          look="subtle"
          icon={dismissIcon}
          label="Close settings"
          onPress={() => {
            state.settingsOpen.value = false;
          }}
        />
      </div>
      {lineage !== null && <ThisMeeting state={state} />}
      <section aria-labelledby="look-title">
        <h2 id="look-title">Appearance</h2>
        <Field label="Theme">
          <Choice
            of={THEMES.map((choice) => [choice, THEME_NAMES[choice]])}
            value={theme}
            onSet={state.actions.setTheme}
          />
        </Field>
      </section>
      <Roaming state={state} roaming={roaming} />
      <section aria-labelledby="kept-title">
        <h2 id="kept-title">Where things are kept</h2>
        <p>{keptInWords({ inMemory: storage === 'memory', isRoaming, signedInAs })}</p>
        <KeptFor state={state} />
        <Rebuild state={state} />
        <CheckFile state={state} />
        <Sure
          ask="Erase everything"
          words={`${eraseAllWords(isRoaming)}${outgoing.length === 0 ? '' : ` ${STILL_TO_GO_TOO}`}`}
          sure="Yes, erase everything"
          onSure={() => state.attempt(state.actions.eraseAll)}
        />
        <p class="hint">{BROWSER_KEEPS}</p>
      </section>
    </div>
  );
}

function ThisMeeting({ state }: { readonly state: PaneState }) {
  const lineage = state.lineage.value;
  if (lineage === null) return null;
  const keep = (does: 'pause' | 'resume' | 'stop') =>
    state.attempt(() => state.actions.setKeeping(lineage.id, does));
  const [alone] = lineage.inParts === true ? lineage.occurrences.slice(-1) : [];
  const keepAgain = () =>
    alone === undefined ? state.actions.keepLog(lineage.id) : state.actions.keepOne(alone.key);
  return (
    <section aria-labelledby="this-title">
      <h2 id="this-title">{lineage.title}</h2>
      <LateMeans state={state} lineage={lineage} />
      <SeriesRules state={state} lineage={lineage} />
      <Holidays state={state} lineage={lineage} />
      <TellThem state={state} lineage={lineage} />
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          checked={lineage.paused}
          onChange={() => keep(lineage.paused ? 'resume' : 'pause')}
        />
        <span>Pause</span>
      </label>
      <p class="hint">{PAUSED_HINT}</p>
      {lineage.stopped ? (
        <Button onPress={() => state.attempt(keepAgain)}>
          {alone === undefined ? 'Keep a log of this meeting' : 'Keep this meeting'}
        </Button>
      ) : (
        <Sure
          ask="Stop keeping a log"
          words="Nothing new is recorded from now on. What is in the log stays until you erase it."
          sure="Yes, stop"
          onSure={() => keep('stop')}
        />
      )}
    </section>
  );
}

function Rebuild({ state }: { readonly state: PaneState }) {
  const { work, busy, said, check } = useMemo(() => createChecking(state), [state]);
  return (
    <>
      <div class="actions">
        <Button busy={busy.value} onPress={check}>
          Check the log
        </Button>
      </div>
      <LongWork work={work} said={said.value} />
    </>
  );
}
