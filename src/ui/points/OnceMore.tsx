import './points.css';

import { useSignal } from '@preact/signals';
import { Fragment } from 'preact';

import type { OnceMoreLetter } from '../../domain/points/once-more';
import { Button } from '../parts/controls/Button';
import { sendIcon } from '../parts/icons/more-icons';
import { SendingAllowed } from '../parts/SendingAllowed';
import type { PointsActions } from '../port/points-actions';
import type { PaneState } from '../state/pane';
import type { PointsState } from '../state/points/points';
import { firstNameOf } from '../words/names';
import { LOOK_FOR_REPLY, pointReplyWords, sendToWords } from '../words/points';
import { PointReader } from './PointReader';

type Replies = Awaited<ReturnType<PointsActions['repliesTo']>>;

interface OnceMoreProps {
  readonly state: PaneState;
  readonly points: PointsState;
  /** What the question is called. */
  readonly name: string;
  /** To each who can be asked it now. */
  readonly letters: readonly OnceMoreLetter[];
}

/** A question once more, by a click of its own (12.4): the mail as its reader gets it, and then it goes once. */
export function OnceMore({ state, points, name, letters }: OnceMoreProps) {
  const open = useSignal(false);
  const replies = useSignal<Replies | null>(null);
  const left = useSignal<readonly string[]>([]);
  if (letters.length === 0) return null;
  const look = async () => {
    replies.value = null;
    const actions = () => state.actions.points();
    const found = await state.lookUp(async () => (await actions()).repliesTo(letters));
    replies.value = found ?? { found: [], unsure: true };
  };
  if (!open.value)
    return (
      <div class="actions">
        <Button
          look="subtle"
          small
          label={`Ask once more: ${name}`}
          onPress={() => {
            open.value = true;
            void look();
          }}
        >
          Ask once more
        </Button>
      </div>
    );
  const ticked = letters.filter(({ to }) => !left.value.includes(to.key));
  const send = () =>
    points.alone(async () => {
      const went = await state.attempt(async () => (await state.actions.points()).sendOnceMore(ticked));
      if (went !== null) open.value = false;
    });
  return (
    <section class="once-more" aria-label={`${name} once more`}>
      {replies.value?.found.map((reply) => (
        <Fragment key={reply.mail}>
          <p>{pointReplyWords(reply, state.time.value)}</p>
          <div class="actions">
            <Button
              small
              label={`Open the mail of ${firstNameOf(reply.person)}`}
              onPress={() => state.attempt(async () => (await state.actions.consult()).openMail(reply.mail))}
            >
              Open the mail
            </Button>
          </div>
        </Fragment>
      ))}
      {replies.value?.unsure && <p class="hint">{LOOK_FOR_REPLY}</p>}
      {letters.map((letter, at) => (
        <PointReader
          key={letter.to.key}
          letter={letter}
          from={state.view.value.owner?.name ?? ''}
          several={letters.length > 1}
          open={at === 0}
          ticked={ticked.includes(letter)}
          onTick={(on) => {
            const others = left.peek().filter((one) => one !== letter.to.key);
            left.value = on ? others : [...others, letter.to.key];
          }}
        />
      ))}
      <SendingAllowed state={state}>
        <div class="actions">
          <Button
            look="primary"
            icon={sendIcon}
            disabled={points.busy.value || ticked.length === 0}
            onPress={send}
          >
            {sendToWords(ticked.map(({ to }) => to))}
          </Button>
          <Button
            look="subtle"
            onPress={() => {
              open.value = false;
            }}
          >
            Not now
          </Button>
        </div>
      </SendingAllowed>
    </section>
  );
}
