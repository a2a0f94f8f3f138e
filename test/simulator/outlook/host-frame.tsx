import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import {
  compose,
  keepRoaming,
  openedEvent,
  openedMail,
  ownMailbox,
  paneLoad,
  paneShown,
  paneWidth,
  roaming,
  showMessage,
  state,
  theme,
} from './host-model';
import type { OpenedItem, Opening, ToFrame, ToHost } from './opened';
import { appointment, message } from './opened-item';

function openedItem(): OpenedItem | null {
  if (openedEvent.value !== null) return appointment(openedEvent.value);
  return openedMail.value === null ? null : message(openedMail.value);
}

function opening(): Opening | null {
  const known = state.value;
  if (known === null) return null;
  const { name, address, zone } = known.owner;
  return {
    item: openedItem(),
    owner: { name, address, zone },
    theme: theme.value,
    online: known.online,
    roaming: roaming(),
  };
}

function answer(frame: HTMLIFrameElement, words: ToHost): void {
  if (words.simulated === 'hello') {
    const told = opening();
    if (told) tell(frame, { simulated: 'opening', ...told });
  }
  if (words.simulated === 'new-message') compose.value = { ...words.message, draft: null };
  if (words.simulated === 'show-message') void showMessage(words.id);
  if (words.simulated === 'roaming') keepRoaming(words.settings);
}

const tell = (frame: HTMLIFrameElement, words: ToFrame) =>
  frame.contentWindow?.postMessage(words, location.origin);

function Frame() {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const listen = ({ source, data }: MessageEvent<ToHost>) => {
      if (frame.current && source === frame.current.contentWindow) answer(frame.current, data);
    };
    window.addEventListener('message', listen);
    const say = (words: () => ToFrame) => {
      let first = true;
      return effect(() => {
        const spoken = words();
        if (!first && frame.current) tell(frame.current, spoken);
        first = false;
      });
    };
    let mail = openedMail.peek()?.id;
    const stops = [
      say(() => ({ simulated: 'theme', theme: theme.value })),
      say(() => ({ simulated: 'network', online: state.value?.online ?? true })),
      effect(() => {
        const next = openedMail.value?.id;
        if (next !== undefined && mail !== undefined && next !== mail && frame.current) {
          tell(frame.current, { simulated: 'item', item: openedItem() });
        }
        mail = next;
      }),
    ];
    return () => {
      window.removeEventListener('message', listen);
      for (const stop of stops) stop();
    };
  }, []);
  return <iframe ref={frame} title="Loopkeeper" src="/pane/taskpane.html" />;
}

const NARROWEST = 320;
const WIDEST = 600;
const widen = (by: number) => {
  paneWidth.value = Math.min(WIDEST, Math.max(NARROWEST, paneWidth.value + by));
};

const STEPS: Record<string, number> = {
  ArrowLeft: 20,
  ArrowRight: -20,
  Home: NARROWEST - WIDEST,
  End: WIDEST - NARROWEST,
};

function Edge() {
  const drag = (down: PointerEvent) => {
    const edge = down.currentTarget as HTMLElement;
    edge.setPointerCapture(down.pointerId);
    let x = down.clientX;
    edge.onpointermove = (move) => {
      widen(x - move.clientX);
      x = move.clientX;
    };
    edge.onpointerup = () => {
      edge.onpointermove = null;
    };
  };
  return (
    <div
      class="edge"
      role="separator"
      tabIndex={0}
      aria-label="Width of the pane"
      aria-orientation="vertical"
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      aria-valuenow={paneWidth.value}
      onPointerDown={drag}
      onKeyDown={({ key }) => widen(STEPS[key] ?? 0)}
    />
  );
}

/** The add-in's pane beside the open item, as wide as somebody drags it. */
export function PaneFrame() {
  if (!paneShown.value) return null;
  const nothing = openedEvent.value === null && openedMail.value === null;
  return (
    <>
      <Edge />
      <aside class="pane" style={{ width: `${paneWidth.value}px` }} aria-label="Add-in">
        <header>
          <img src="/pane/assets/icon-32.png" width="20" height="20" alt="" />
          <strong>Loopkeeper</strong>
          <button
            type="button"
            aria-label="Close the add-in"
            onClick={() => {
              paneShown.value = false;
            }}
          >
            ✕
          </button>
        </header>
        {ownMailbox.value ? null : (
          <p class="note">
            This is {state.value?.mailbox.name}’s mailbox. The pane belongs to {state.value?.owner.name}.
          </p>
        )}
        {ownMailbox.value && nothing ? (
          <p class="note">Open a meeting or a mail to see Loopkeeper beside it.</p>
        ) : null}
        {ownMailbox.value && !nothing && paneLoad.value !== null ? <Frame key={paneLoad.value} /> : null}
      </aside>
    </>
  );
}
