import './menu.css';

import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { escaped } from '../controls/escaped';
import type { Drawing } from '../icons/drawing';
import { Icon } from '../icons/Icon';
import { chevronDownIcon } from '../icons/more-icons';

interface MenuProps<Name extends string> {
  readonly name: string;
  readonly items: readonly Name[];
  readonly icon?: Drawing;
  readonly look?: 'outline' | 'subtle';
  readonly small?: boolean;
  readonly busy?: boolean;
  readonly onChoose: (item: Name) => unknown;
}

/**
 * A button with a menu as the ARIA practices describe it: the first item has the focus once it is open, arrows go round,
 * Esc and choosing give the focus back to the button, Tab goes on from it.
 */
export function Menu<Name extends string>(props: MenuProps<Name>) {
  const { name, items, icon, look = 'outline', small = false, busy = false, onChoose } = props;
  const open = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  const isOpen = open.value;
  // At once: later it could take the focus from whoever closed the menu already, and lose it with the menu.
  useLayoutEffect(() => {
    if (!isOpen) return;
    box.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const away = (pressed: Event) => {
      if (!box.current?.contains(pressed.target as Node)) open.value = false;
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [isOpen, open]);
  const close = () => {
    box.current?.querySelector<HTMLElement>('button')?.focus();
    open.value = false;
  };
  const onKey = (pressed: KeyboardEvent) => {
    if (isOpen && escaped(pressed)) close();
    else if (isOpen && pressed.key === 'Tab') close();
    else if (!isOpen && pressed.key === 'ArrowDown') {
      pressed.preventDefault();
      open.value = true;
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes the menu from the button above it as well.
    <div class="menu-box" ref={box} onKeyDown={onKey}>
      <button
        type="button"
        class={`btn ${look}${small ? ' small' : ''}`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-busy={busy || undefined}
        onClick={() => {
          open.value = !isOpen;
        }}
      >
        {icon !== undefined && <Icon of={icon} />} {name} <Icon of={chevronDownIcon} />
      </button>
      {isOpen && (
        <div
          class="menu"
          role="menu"
          tabIndex={-1}
          aria-label={name}
          onKeyDown={(pressed) => {
            if (walk(box.current, pressed.key)) pressed.preventDefault();
          }}
        >
          {items.map((item) => (
            <button
              key={item}
              type="button"
              role="menuitem"
              tabIndex={-1}
              class="menu-item"
              onClick={() => {
                close();
                void onChoose(item);
              }}
            >
              {item}
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
