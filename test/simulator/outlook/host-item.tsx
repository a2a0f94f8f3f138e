import { follow, reply } from './hand/acts';
import { Answers, Done } from './hand/answers';
import { Body } from './hand/body';
import { aside, openedEvent, openedMail, ownMailbox, paneShown, state } from './host-model';
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
    }${one.proposed === null ? '' : ` · proposes ${dayOf(zone, one.proposed)}, ${clockOf(zone, one.proposed)}`}`;
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
      <Answers item={item} zone={zone} />
      <Done />
    </article>
  );
}

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
      <Body html={mail.html || mail.preview} onLink={follow} />
      <p class="answers">
        <button type="button" onClick={() => reply(mail)}>
          Reply
        </button>
      </p>
      <Done />
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
      <Done />
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
