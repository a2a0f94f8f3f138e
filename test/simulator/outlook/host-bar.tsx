import {
  lastTurn,
  lookAt,
  nextTurn,
  now,
  setOnline,
  setTicking,
  startAnew,
  state,
  theme,
  turnClock,
} from './host-model';
import { cityOf, clockOf, dayOf, yearOf } from './host-words';

const MINUTE = 60_000;

function Clock({ zone }: { zone: string }) {
  const instant = now.value;
  return (
    <time class="clock" dateTime={new Date(instant).toISOString()}>
      <strong>
        {dayOf(zone, instant)} {yearOf(zone, instant)}, {clockOf(zone, instant)}
      </strong>{' '}
      {cityOf(zone)}
    </time>
  );
}

function Steps({ zone }: { zone: string }) {
  const last = lastTurn.value;
  const next = nextTurn.value;
  const words = (sentence: string | undefined, none: string) => sentence ?? none;
  return (
    <span class="steps">
      <button
        type="button"
        aria-label="Go back before the last happening"
        title={`Before: ${words(last?.sentence, 'nothing')}`}
        disabled={last === null}
        onClick={() => last && void turnClock(last.at - MINUTE)}
      >
        ◀
      </button>
      <Clock zone={zone} />
      <button
        type="button"
        aria-label="Go on after the next happening"
        title={`After: ${words(next?.sentence, 'nothing more')}`}
        disabled={next === null}
        onClick={() => next && void turnClock(next.at)}
      >
        ▶
      </button>
    </span>
  );
}

function Happenings({ zone }: { zone: string }) {
  const told = state.value?.told ?? [];
  const current = told.findLastIndex(({ at }) => at <= now.value);
  return (
    <select
      aria-label="Just happened"
      title="Go to just after a happening"
      value={String(current)}
      onChange={({ currentTarget }) => {
        const chosen = told[Number(currentTarget.value)];
        if (chosen) void turnClock(chosen.at);
      }}
    >
      <option value="-1">Nothing yet</option>
      {told.map(({ at, sentence, byOwner }, index) => (
        <option key={`${at} ${sentence}`} value={String(index)}>
          {dayOf(zone, at)} {clockOf(zone, at)} · {byOwner ? '✎ ' : ''}
          {sentence}
        </option>
      ))}
    </select>
  );
}

interface SwitchProps {
  label: string;
  on: boolean;
  onTurn: (on: boolean) => void;
}

const Switch = ({ label, on, onTurn }: SwitchProps) => (
  <label class="switch">
    <input
      type="checkbox"
      role="switch"
      aria-checked={on}
      checked={on}
      onChange={({ currentTarget }) => onTurn(currentTarget.checked)}
    />
    {label}
  </label>
);

/** What no Outlook has: the world's clock, its network, and other people's mailboxes. */
export function Bar() {
  const known = state.value;
  if (known === null) return null;
  const { zone } = known.owner;
  return (
    <section class="bar" aria-label="Simulation">
      <p>
        <strong>Simulated Microsoft 365</strong> – no account, nothing leaves this machine
      </p>
      <Steps zone={zone} />
      <Happenings zone={zone} />
      <span class="switches">
        <Switch label="Clock runs" on={known.ticking} onTurn={(on) => void setTicking(on)} />
        <Switch label="Network" on={known.online} onTurn={(on) => void setOnline(on)} />
        <Switch
          label="Dark"
          on={theme.value === 'dark'}
          onTurn={(on) => {
            theme.value = on ? 'dark' : 'light';
          }}
        />
        <select
          aria-label="Mailbox"
          value={known.mailbox.id}
          onChange={({ currentTarget }) => void lookAt(currentTarget.value)}
        >
          {known.people.map(({ id, name }) => (
            <option key={id} value={id}>
              {id === known.owner.id ? `${name} (you)` : name}
            </option>
          ))}
        </select>
        <button
          type="button"
          title="Back to the start, and forget what was done"
          onClick={() => void startAnew()}
        >
          Start anew
        </button>
      </span>
    </section>
  );
}
