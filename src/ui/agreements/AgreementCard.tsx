import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { AgreementView } from '../../domain/agree/agreed';
import type { Agreement } from '../../domain/facts/decided/agreement';
import { city } from '../../formats/mail/recap-times';
import { Button } from '../parts/controls/Button';
import { Fold } from '../parts/controls/Fold';
import { useFocusWithin } from '../parts/controls/keep-focus';
import { undoIcon } from '../parts/icons/icons';
import { PersonName } from '../parts/PersonName';
import { TopicName } from '../parts/TopicName';
import type { PaneState } from '../state/pane';
import { AGREEMENT_STANDING_WORDS, LEVEL_WORDS } from '../words/decide/decisions';
import { firstNameOf, nameOf } from '../words/names';
import { ProposalLetter } from './ProposalLetter';
import { ReplyForm } from './ReplyForm';

interface AgreementCardProps {
  readonly state: PaneState;
  /** Every version with one person, the newest first. */
  readonly views: readonly AgreementView[];
  /** Id of the version that was just written: its mail comes next. */
  readonly fresh: string | null;
  /** On their own page nobody needs a way to it. */
  readonly isOnTheirPage?: boolean;
  readonly onChange: (before: Agreement) => void;
}

export function AgreementCard({ state, views, fresh, isOnTheirPage = false, onChange }: AgreementCardProps) {
  // What stands is shown first, and what is proposed beside it.
  const shown = views.filter(({ standing }) => standing === 'agreed' || standing === 'proposed');
  const current = shown.length > 0 ? shown : views.slice(0, 1);
  const older = views.filter((view) => !current.includes(view));
  const [newest] = views;
  if (newest === undefined) return null;
  const { person } = newest.agreement;
  return (
    <li class="agreement" aria-label={`Agreement with ${nameOf(person)}`}>
      {!isOnTheirPage && (
        <h3>
          <PersonName state={state} person={person} />
        </h3>
      )}
      {current.map((view) => (
        <Version key={view.agreement.id} state={state} view={view} isFresh={view.agreement.id === fresh} />
      ))}
      <div class="actions">
        <Button look="link" small onPress={() => onChange(newest.agreement)}>
          Propose a change
        </Button>
      </div>
      {older.length > 0 && (
        <Fold
          nameLook="quiet"
          name={`${older.length} earlier ${older.length === 1 ? 'version' : 'versions'}`}
        >
          {older.map((view) => (
            <Version key={view.agreement.id} state={state} view={view} isFresh={false} isPast />
          ))}
        </Fold>
      )}
    </li>
  );
}

interface VersionProps {
  readonly state: PaneState;
  readonly view: AgreementView;
  readonly isFresh: boolean;
  readonly isPast?: boolean;
}

function Version({ state, view, isFresh, isPast = false }: VersionProps) {
  const opened = useSignal<'mail' | 'reply' | null>(null);
  // It may be here before anybody knows that it was just written.
  useEffect(() => {
    if (isFresh) opened.value = 'mail';
  }, [isFresh, opened]);
  const { agreement, standing, reply, until } = view;
  const { topics, answerDays, silence, reachAt, version, zone } = agreement;
  const time = state.time.value;
  const close = () => {
    opened.value = null;
  };
  const box = useRef<HTMLDivElement>(null);
  useFocusWithin(box, opened.value);
  const takeBack = reply?.id ?? (standing === 'proposed' ? agreement.id : null);
  const said = reply === null ? '' : ` on ${time.day(reply.at)}: “${reply.words}”`;
  return (
    <div class="agreement-version" ref={box}>
      <p class="hint">
        Version {version}, {AGREEMENT_STANDING_WORDS[standing]}
        {said}
      </p>
      <table class="topics">
        <thead class="spoken">
          <tr>
            <th scope="col">Topic</th>
            <th scope="col">Level</th>
          </tr>
        </thead>
        <tbody>
          {topics.map(({ topic, level, examples, before }) => (
            <tr key={topic}>
              <td>
                <TopicName state={state} topic={topic} />
                {examples !== '' && <span class="quiet"> {examples}</span>}
              </td>
              <td>
                {LEVEL_WORDS[level]}
                {before !== undefined && (
                  <span class="quiet">
                    {until === null ? ', for a month' : `, until ${time.day(until)}`}; then{' '}
                    {LEVEL_WORDS[before]}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">
        {answerDays !== null && `Answers within ${answerDays} working ${answerDays === 1 ? 'day' : 'days'}. `}
        {silence === 'go-ahead'
          ? 'No reply by then: you go ahead, except where you decide together. '
          : 'No reply by then: you wait. '}
        {reachAt !== '' && `Reach: ${reachAt}. `}
        {zone !== null && `Time zone: ${city(zone)}.`}
      </p>
      {!isPast && opened.value === null && (
        <div class="actions">
          {standing === 'proposed' && (
            <Button
              small
              onPress={() => {
                opened.value = 'mail';
              }}
            >
              Write the mail
            </Button>
          )}
          <Button
            small
            onPress={() => {
              opened.value = 'reply';
            }}
          >
            Record {firstNameOf(agreement.person)}’s reply
          </Button>
          {takeBack !== null && (
            <Button
              small
              look="subtle"
              label={reply === null ? 'Undo the proposal' : 'Undo the reply'}
              icon={undoIcon}
              onPress={() => state.attempt(() => state.actions.undo(takeBack))}
            >
              Undo
            </Button>
          )}
        </div>
      )}
      {opened.value === 'mail' && <ProposalLetter state={state} agreement={agreement} onDone={close} />}
      {opened.value === 'reply' && (
        <ReplyForm state={state} agreement={agreement} isAgreed={standing === 'agreed'} onDone={close} />
      )}
    </div>
  );
}
