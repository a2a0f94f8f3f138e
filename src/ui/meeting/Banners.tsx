import { Banner } from '../parts/Banner';
import { Button } from '../parts/Button';
import { dismissIcon } from '../parts/icons';
import type { PaneState } from '../state/pane';
import { MISSING_WORDS, troubleWords } from '../words/trouble';

/** What signing in, or trying it once more, can help. */
const SIGN_IN = [
  'sign-in-needed',
  'consent-refused',
  'admin-approval-needed',
  'stale-token',
  'wrong-account',
  'outlook-silent',
];

/** What stands in the way right now, each with the one thing that helps. */
export function Banners({ state }: { readonly state: PaneState }) {
  const { freshness, storage, lineage } = state.scene.value;
  const complaint = state.complaint.value;
  const { trouble, readAt } = freshness;
  const known =
    readAt === null || lineage === null
      ? ''
      : ` This was what was known at ${state.time.value.moment(readAt, state.now.value)}.`;
  return (
    <div class="banners">
      {trouble !== null && (
        <Banner
          tone={trouble.kind === 'offline' ? 'info' : 'warning'}
          action={
            SIGN_IN.includes(trouble.kind) && (
              <Button small onPress={() => state.attempt(state.desk.signIn)}>
                Sign in
              </Button>
            )
          }
        >
          {troubleWords(trouble)}
          {known}
        </Banner>
      )}
      {complaint !== null && (
        <Banner
          tone="warning"
          action={
            <Button
              look="subtle"
              small
              icon={dismissIcon}
              label="Dismiss"
              onPress={() => {
                state.complaint.value = null;
              }}
            />
          }
        >
          {complaint}
        </Banner>
      )}
      {storage === 'memory' && (
        <Banner tone="warning">
          This browser does not let anything be kept. The log is gone when the pane closes; export it before.
        </Banner>
      )}
      {storage === 'lost' && (
        <Banner tone="warning">
          The browser has emptied the log of this machine. What the calendar still shows was read again;
          import an export to get your own notes back.
        </Banner>
      )}
      {lineage !== null &&
        freshness.missing.map(({ feature }) => (
          <Banner
            key={feature}
            tone="info"
            action={
              <Button small onPress={() => state.attempt(state.desk.signIn)}>
                Allow
              </Button>
            }
          >
            {MISSING_WORDS[feature]}
          </Banner>
        ))}
    </div>
  );
}
