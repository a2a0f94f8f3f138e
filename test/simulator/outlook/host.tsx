import { render } from 'preact';
import { Compose } from './hand/compose';
import { Bar } from './host-bar';
import { Calendar } from './host-calendar';
import { PaneFrame } from './host-frame';
import { Aside, Face, Item } from './host-item';
import { Mail } from './host-mail';
import { show, start, state, trouble, view } from './host-model';

const Rail = () => (
  <nav class="rail" aria-label="Outlook">
    <button
      type="button"
      aria-label="Mail"
      aria-pressed={view.value !== 'calendar'}
      onClick={() => show('inbox')}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d="M3 5h14v10H3z M3.500 5.500 10 10.500l6.500-5" />
      </svg>
    </button>
    <button
      type="button"
      aria-label="Calendar"
      aria-pressed={view.value === 'calendar'}
      onClick={() => show('calendar')}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d="M3.500 4h13v12.500h-13z M3.500 7.500h13 M7 2.500V5 M13 2.500V5 M7 11h1 M10 11h1 M13 11h.5 M7 13.500h1 M10 13.500h1" />
      </svg>
    </button>
  </nav>
);

const Head = () => (
  <header class="head">
    <span class="waffle" aria-hidden="true">
      ⠿
    </span>
    <strong>Outlook</strong>
    <span class="search" aria-hidden="true">
      Search
    </span>
    <Face name={state.value?.mailbox.name ?? ''} />
  </header>
);

function Host() {
  if (state.value === null) {
    return <p class="note">{trouble.value ?? 'Opening the simulated Outlook…'}</p>;
  }
  return (
    <>
      <Bar />
      <Head />
      <div class="body-row">
        <Rail />
        <main class={view.value === 'calendar' ? 'work' : 'work mails'}>
          {view.value === 'calendar' ? <Calendar /> : <Mail />}
          <Item />
        </main>
        <PaneFrame />
      </div>
      <Compose />
      <Aside />
      {trouble.value ? (
        <p class="trouble" role="alert">
          {trouble.value}
        </p>
      ) : null}
    </>
  );
}

const place = document.getElementById('host');
if (place) render(<Host />, place);
void start();
