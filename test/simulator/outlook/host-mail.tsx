import { Face } from './host-item';
import { openedId, openMail, show, state, type View, view } from './host-model';
import type { MailItem } from './host-state';
import { clockOf, dateOf, dayOf } from './host-words';

const FOLDERS = [
  ['inbox', 'Inbox'],
  ['sent', 'Sent Items'],
  ['drafts', 'Drafts'],
] as const;

function whenOf(zone: string, instant: number, today: string): string {
  return dateOf(zone, instant) === today ? clockOf(zone, instant) : dayOf(zone, instant);
}

function Row({ mail, zone, outgoing }: { mail: MailItem; zone: string; outgoing: boolean }) {
  const who = outgoing ? mail.to.map(({ name, address }) => name || address).join(', ') : mail.from.name;
  const today = dateOf(zone, state.value?.now ?? 0);
  return (
    <li>
      <button
        type="button"
        class={mail.id === openedId.value ? 'mail chosen' : 'mail'}
        aria-current={mail.id === openedId.value}
        onClick={() => openMail(mail)}
      >
        <Face name={who || '?'} />
        <span class="who">{who || '(no recipient)'}</span>
        <time>{whenOf(zone, mail.at, today)}</time>
        <span class="subject">
          {mail.meeting ? <i aria-hidden="true">▦ </i> : null}
          {mail.subject || '(no subject)'}
        </span>
        <span class="preview">{mail.preview}</span>
      </button>
    </li>
  );
}

/** Folders and the list of one of them, newest first. */
export function Mail() {
  const known = state.value;
  if (known === null) return null;
  const folder = view.value === 'calendar' ? 'inbox' : view.value;
  const name = FOLDERS.find(([id]) => id === folder)?.[1] ?? '';
  return (
    <section class="mailbox" aria-label="Mail">
      <nav aria-label="Folders">
        <h2>{known.mailbox.name}</h2>
        {FOLDERS.map(([id, title]) => (
          <button
            key={id}
            type="button"
            class={id === folder ? 'chosen' : ''}
            aria-current={id === folder ? 'page' : undefined}
            onClick={() => show(id satisfies View)}
          >
            <span>{title}</span> <b>{known[id].length || ''}</b>
          </button>
        ))}
      </nav>
      <div class="list">
        <h2>{name}</h2>
        {known[folder].length === 0 ? <p class="note">Nothing here.</p> : null}
        <ul aria-label={name}>
          {known[folder].map((mail) => (
            <Row key={mail.id} mail={mail} zone={known.mailbox.zone} outgoing={folder !== 'inbox'} />
          ))}
        </ul>
      </div>
    </section>
  );
}
