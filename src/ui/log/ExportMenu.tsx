import { useLayoutEffect, useRef } from 'preact/hooks';
import { escaped } from '../parts/controls/escaped';
import { Icon } from '../parts/icons/Icon';
import { chevronDownIcon, downloadIcon } from '../parts/icons/more-icons';
import { saveFile } from '../parts/save-file';
import type { ExportKind } from '../port/actions';
import type { LogState } from '../state/log';

const ITEMS: readonly (readonly [ExportKind, string])[] = [
  ['csv', 'CSV'],
  ['xlsx', 'Excel'],
  ['json', 'JSON'],
  ['copy', 'Copy'],
  ['mail', 'Mail me the log'],
];

export function ExportMenu({ log }: { readonly log: LogState }) {
  const box = useRef<HTMLDivElement>(null);
  const open = log.menuOpen.value;
  // At once: later it could take the focus from whoever closed the menu already, and lose it with the menu.
  useLayoutEffect(() => {
    if (!open) return;
    box.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const away = (pressed: Event) => {
      if (!box.current?.contains(pressed.target as Node)) log.menuOpen.value = false;
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open, log]);
  const close = () => {
    log.menuOpen.value = false;
    box.current?.querySelector<HTMLElement>('button')?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes the menu from the button above it as well.
    <div class="menu-box" ref={box} onKeyDown={(pressed) => open && escaped(pressed) && close()}>
      <button
        type="button"
        class="btn outline"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-busy={log.turning.value || undefined}
        onClick={() => {
          log.menuOpen.value = !open;
        }}
      >
        <Icon of={downloadIcon} /> Export <Icon of={chevronDownIcon} />
      </button>
      {open && (
        <div
          class="menu"
          role="menu"
          tabIndex={-1}
          aria-label="Export"
          onKeyDown={(pressed) => {
            if (walk(box.current, pressed.key)) pressed.preventDefault();
          }}
        >
          {ITEMS.map(([kind, name]) => (
            <button
              key={kind}
              type="button"
              role="menuitem"
              class="menu-item"
              onClick={() => {
                close();
                void log.exportAs(kind, saveFile);
              }}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Arrows go round the menu. */
function walk(box: HTMLElement | null, key: string): boolean {
  const items = [...(box?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[key];
  if (to === undefined || items.length === 0) return false;
  items[to % items.length]?.focus();
  return true;
}
