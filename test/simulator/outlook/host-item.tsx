import {
  aside,
  compose,
  openedEvent,
  openedMail,
  ownMailbox,
  paneShown,
  sendComposed,
  state,
} from './host-model';
import type { Attendee, CalendarItem, MailItem } from './host-state';
import { clockOf, dayOf, initialsOf, tintOf } from './host-words';

export const Face = ({ name }: { name: string }) => (
  <span class="face" aria-hidden="true" style={{ background: tintOf(name) }}>
    {initialsOf(name)}
  </span>
);

const ANSWERS = {
  none: 'No answer',
  organizer: 'Organizer',
  tentative: 'Tentative',
  accepted: 'Accepted',
  declined: 'Declined',
};

const Ribbon = () => (
  <div class="ribbon">
    {ownMailbox.value ? (
      <button
        type="button"
        class="app"
        aria-pressed={paneShown.value}
        onClick={() => {
          paneShown.value = !paneShown.value;
        }}
      >
        <img src="/pane/assets/icon-32.png" width="20" height="20" alt="" /> Loopkeeper
      </button>
    ) : null}
  </div>
);

const PersonRow = ({ name, words }: { name: string; words: string }) => (
  <li>
    <Face name={name} />
    <span>{name}</span>
    <small>{words}</small>
  </li>
);

function Meeting({ item, zone }: { item: CalendarItem; zone: string }) {
  const people = item.attendees.filter(({ address }) => address !== item.organizer.address);
  // An attendee's copy does not tell what the others answered.
  const words = (one: Attendee) =>
    `${one.part === 'optional' ? 'Optional' : 'Required'}${
      one.answer === 'none' && !item.organizedByMe ? '' : ` · ${ANSWERS[one.answer]}`
    }`;
  return (
    <article class="item" aria-label="Open meeting">
      <Ribbon />
      <h1 class={item.cancelled ? 'cancelled' : ''}>{item.subject}</h1>
      <dl>
        <dt>When</dt>
        <dd>
          {dayOf(zone, item.start)}, {clockOf(zone, item.start)}–{clockOf(zone, item.end)}
          {item.seriesId === null ? null : <small> · repeats</small>}
        </dd>
        {item.place || item.joinUrl ? (
          <>
            <dt>Where</dt>
            <dd>
              {item.place || 'Microsoft Teams Meeting'}
              {item.joinUrl ? (
                <button type="button" class="join" disabled>
                  Join
                </button>
              ) : null}
            </dd>
          </>
        ) : null}
        {item.organizedByMe ? null : (
          <>
            <dt>You</dt>
            <dd>{ANSWERS[item.myAnswer]}</dd>
          </>
        )}
      </dl>
      <ul class="people" aria-label="People">
        <PersonRow name={item.organizer.name} words="Organizer" />
        {people.map((one) => (
          <PersonRow key={one.address} name={one.name} words={words(one)} />
        ))}
      </ul>
      <p class="text">{item.text}</p>
    </article>
  );
}

/** Mail bodies are somebody else's HTML: shown in a frame that may run nothing. */
const Body = ({ html }: { html: string }) => (
  <iframe
    class="body"
    title="Message"
    sandbox=""
    srcdoc={`<style>body{font:14px/1.5 'Segoe UI',system-ui,sans-serif;margin:0;color:#242424;background:#fff}</style>${html}`}
  />
);

const names = (people: { name: string; address: string }[]) =>
  people.map(({ name, address }) => name || address).join('; ');

function Message({ mail, zone }: { mail: MailItem; zone: string }) {
  return (
    <article class="item" aria-label="Open message">
      <Ribbon />
      <h1>{mail.subject}</h1>
      <div class="sender">
        <Face name={mail.from.name || '?'} />
        <p>
          <strong>{mail.from.name}</strong>
          <br />
          <small>
            To: {names(mail.to)}
            {mail.cc.length > 0 ? ` · Cc: ${names(mail.cc)}` : ''}
          </small>
        </p>
        <time>
          {dayOf(zone, mail.at)}, {clockOf(zone, mail.at)}
        </time>
      </div>
      {mail.meeting ? (
        <p class="when">
          <span aria-hidden="true">▦</span> {dayOf(zone, mail.meeting.start)},{' '}
          {clockOf(zone, mail.meeting.start)}–{clockOf(zone, mail.meeting.end)}
        </p>
      ) : null}
      <Body html={mail.html || mail.preview} />
    </article>
  );
}

/** The form of the open meeting, or the reading pane. */
export function Item() {
  const zone = state.value?.mailbox.zone ?? 'UTC';
  if (openedEvent.value) return <Meeting item={openedEvent.value} zone={zone} />;
  if (openedMail.value) return <Message mail={openedMail.value} zone={zone} />;
  return (
    <article class="item nothing">
      <p class="note">Select an item to read it.</p>
    </article>
  );
}

/** The window in which a mail is read that the pane showed. */
export function Aside() {
  const mail = aside.value;
  if (mail === null) return null;
  return (
    <section class="compose" role="dialog" aria-label={mail.subject}>
      <header>
        <strong>{mail.subject}</strong>
      </header>
      <p class="note">{mail.preview}</p>
      <footer>
        <button
          type="button"
          onClick={() => {
            aside.value = null;
          }}
        >
          Close
        </button>
      </footer>
    </section>
  );
}

/** The window in which a message is written that the pane prepared. */
export function Compose() {
  const message = compose.value;
  if (message === null) return null;
  return (
    <section class="compose" role="dialog" aria-label="New message">
      <header>
        <strong>New message</strong>
      </header>
      <dl>
        <dt>To</dt>
        <dd>{message.to.join('; ')}</dd>
        {message.cc.length > 0 ? (
          <>
            <dt>Cc</dt>
            <dd>{message.cc.join('; ')}</dd>
          </>
        ) : null}
        <dt>Subject</dt>
        <dd>{message.subject}</dd>
      </dl>
      <Body html={message.html} />
      <footer>
        <button type="button" class="primary" onClick={() => void sendComposed()}>
          Send
        </button>
        <button
          type="button"
          onClick={() => {
            compose.value = null;
          }}
        >
          Close
        </button>
      </footer>
    </section>
  );
}
