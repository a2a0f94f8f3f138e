import './banners.css';

import { useSignal } from '@preact/signals';

import type { Instant } from '../../../domain/time/time';
import { isTrouble, type Trouble } from '../../../domain/trouble';
import { TROUBLES } from '../../../domain/trouble-rows';
import { Banner } from '../../parts/Banner';
import { Button } from '../../parts/controls/Button';
import { CopyLine } from '../../parts/controls/CopyLine';
import { dismissIcon } from '../../parts/icons/more-icons';
import type { PaneState } from '../../state/pane';
import { anyTroubleWords, MISSING_WORDS, troubleReport } from '../../words/keep/trouble';
import { DamagedBanner } from './DamagedBanner';
import { GoingBanner } from './GoingBanner';
import { MissingPeople } from './MissingPeople';
import { ReportLossBanner } from './ReportLossBanner';
import { StillToGo } from './StillToGo';

/** What stands in the way right now, each with the one thing that helps. */
export function Banners({ state }: { readonly state: PaneState }) {
  const { freshness, storage, lineage, done } = state.view.value;
  const dismissed = useSignal<string | null>(null);
  const complaint = state.complaint.value;
  const { trouble, readAt } = freshness;
  const clock = (at: Instant) => state.time.value.moment(at, state.now.value);
  const known = readAt === null || lineage === null ? '' : ` This was what was known at ${clock(readAt)}.`;
  return (
    <>
      <StillToGo state={state} />
      {trouble !== null && (
        <Banner
          tone={trouble.kind === 'offline' ? 'info' : 'warning'}
          action={
            (TROUBLES[trouble.kind].helps === 'sign-in' && (
              <Button small onPress={() => state.attempt(state.actions.signIn)}>
                Sign in
              </Button>
            )) ||
            (TROUBLES[trouble.kind].helps === 'reload' && (
              <Button small onPress={() => location.reload()}>
                Reload
              </Button>
            ))
          }
        >
          {anyTroubleWords(trouble, clock)}
          {known}
          <Help state={state} trouble={trouble} />
        </Banner>
      )}
      {complaint !== null && (
        <Banner
          tone="warning"
          action={
            <Dismiss
              onPress={() => {
                state.complaint.value = null;
              }}
            />
          }
        >
          {anyTroubleWords(complaint.thrown, clock)}
          {isTrouble(complaint.thrown) && <Help state={state} trouble={complaint.thrown} />}
        </Banner>
      )}
      {done != null && dismissed.value !== done && (
        <Banner
          tone="success"
          action={
            <Dismiss
              onPress={() => {
                dismissed.value = done;
              }}
            />
          }
        >
          {done}
        </Banner>
      )}
      {storage === 'memory' && (
        <Banner tone="warning">
          Nothing can be kept in this browser just now. The log is gone when the pane closes; export it first.
        </Banner>
      )}
      {storage === 'lost' && (
        <Banner tone="warning">
          The browser has emptied the log of this machine. What the calendar still shows is read again; import
          an export to get your own notes back.
        </Banner>
      )}
      <MissingPeople state={state} />
      <GoingBanner state={state} />
      <DamagedBanner state={state} />
      <ReportLossBanner state={state} />
      {lineage !== null &&
        freshness.missing.map(({ feature }) => (
          <Banner
            key={feature}
            tone="info"
            action={
              <Button
                small
                label={`Allow: ${MISSING_WORDS[feature].allows}`}
                onPress={() => state.attempt(() => state.actions.allow(feature))}
              >
                Allow
              </Button>
            }
          >
            {MISSING_WORDS[feature].lost}
          </Banner>
        ))}
    </>
  );
}

const Dismiss = ({ onPress }: { readonly onPress: () => void }) => (
  <Button look="subtle" small icon={dismissIcon} label="Dismiss" onPress={onPress} />
);

/** What a person can pass on: the link that an administrator approves with, and the ids that support asks for. */
function Help({ state, trouble }: { readonly state: PaneState; readonly trouble: Trouble }) {
  const { admin = false } = TROUBLES[trouble.kind];
  if (!admin && trouble.trace.length === 0) return null;
  return (
    <div class="banner-help">
      {admin && (
        <CopyLine
          ask="Link for your administrator"
          name="Link to approve Loopkeeper"
          text={state.actions.adminLink}
        />
      )}
      {trouble.trace.length > 0 && (
        <CopyLine
          ask="Details for support"
          name="Details of what went wrong"
          text={async () => troubleReport(trouble, state.now.value)}
        />
      )}
    </div>
  );
}
