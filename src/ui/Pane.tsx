import { useSignalEffect } from '@preact/signals';

import { Above, Banners } from './meeting/first/lazy';
import { MeetingTab } from './meeting/first/MeetingTab';
import { Starting } from './meeting/first/Starting';
import { Button } from './parts/controls/Button';
import { Tabs } from './parts/controls/Tabs';
import { settingsIcon } from './parts/icons/icons';
import { lazily } from './parts/Lazy';
import { type PaneState, TABS } from './state/pane';
import { wornTheme } from './state/theme';

const OtherSituation = lazily(() =>
  import('./meeting/first/OtherSituation').then((part) => part.OtherSituation),
);
const DecisionsTab = lazily(() => import('./decisions/DecisionsTab').then((part) => part.DecisionsTab));
const Today = lazily(() => import('./today/Today').then((part) => part.Today));
const LogTab = lazily(() => import('./log/LogTab').then((part) => part.LogTab));
const RegardedPage = lazily(() => import('./topics/RegardedPage').then((part) => part.RegardedPage), 'quiet');
const Settings = lazily(() => import('./settings/Settings').then((part) => part.Settings));

interface PaneProps {
  readonly state: PaneState;
}

export function Pane({ state }: PaneProps) {
  useSignalEffect(() => wearTheme(state));
  const settingsOpen = state.settingsOpen.value;
  const regarded = state.regarded.value;
  const chosen = settingsOpen ? null : state.tab.value;
  return (
    <div class="pane">
      <div class="top">
        <div class="bar">
          <Tabs
            label="Loopkeeper"
            names={TABS}
            chosen={chosen}
            panel="panel"
            beside={{
              Today: (
                <>
                  {' '}
                  {state.owed.value}
                  <span class="spoken"> open loops</span>
                </>
              ),
              Decisions: state.objections.value ? (
                <span class="objected">
                  {' '}
                  {state.objections.value}
                  <span class="spoken"> to talk about</span>
                </span>
              ) : null,
            }}
            onChoose={state.openTab}
          />
          <Button
            look="subtle"
            icon={settingsIcon}
            label="Settings"
            pressed={settingsOpen}
            onPress={() => {
              state.settingsOpen.value = !settingsOpen;
            }}
          />
        </div>
      </div>
      {settingsOpen ? (
        <section class="panel" id="panel" aria-label="Settings">
          <Settings state={state} />
        </section>
      ) : (
        <section class="panel" id="panel" role="tabpanel" aria-labelledby={`tab-${state.tab.value}`}>
          {regarded && <RegardedPage key={regarded.key} state={state} regarded={regarded} />}
          {/* What was on screen stays as it is below the page of a person or a topic, which hides it. */}
          <div>
            <div class="above" style={{ '--owed': roomForOwed(state) }}>
              <Above state={state} />
            </div>
            <Shown state={state} />
          </div>
        </section>
      )}
      {/* At the bottom: most come by themselves, and above they would push everything down. */}
      <div class="banners">
        <Banners state={state} />
      </div>
    </div>
  );
}

/** In rem: as much as what is owed takes above a meeting, before it is there. */
function roomForOwed({ tab, lineage, view }: PaneState): number {
  const lines = view.value.loops?.length ?? 0;
  if (tab.value === 'Today' || lineage.value === null || lines === 0) return 0;
  return lines > 3 ? 9.5 : 2.5 * lines;
}

function Shown({ state }: PaneProps) {
  if (state.tab.value === 'Today') return <Today state={state} />;
  if (state.tab.value === 'Log') return <LogTab state={state} />;
  const { situation, lineage, freshness, owner } = state.view.value;
  // What was decided can be read, and written down, beside whatever is open.
  const isFound = lineage !== null || (owner !== null && situation.kind !== 'starting');
  if (state.tab.value === 'Decisions' && isFound) return <DecisionsTab state={state} />;
  if (lineage === null && situation.kind === 'starting') {
    const isStuck = freshness.trouble !== null && !freshness.reading;
    return <Starting progress={freshness.progress} isStuck={isStuck} />;
  }
  if (lineage === null) return <OtherSituation state={state} />;
  return <MeetingTab state={state} />;
}

function wearTheme(state: PaneState) {
  const worn = wornTheme(state.view.value);
  if (worn === null) document.documentElement.removeAttribute('data-theme');
  else document.documentElement.setAttribute('data-theme', worn);
}
