import type { ComponentChildren } from 'preact';
import type { Drawing } from '../icons/drawing';
import { Icon } from '../icons/Icon';

interface ButtonProps {
  readonly children?: ComponentChildren;
  readonly onPress: () => unknown;
  readonly look?: 'primary' | 'outline' | 'subtle' | 'link';
  readonly small?: boolean;
  readonly icon?: Drawing;
  readonly disabled?: boolean;
  readonly label?: string;
  readonly describedBy?: string;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly busy?: boolean;
  readonly tabIndex?: 0 | -1;
}

/** Fluent's button, native underneath. Without children it is an icon button and needs a `label`. */
export function Button(props: ButtonProps) {
  const { children, look = 'outline', small = false, icon, label, busy = false } = props;
  const shape = children === undefined ? ' icon-only' : '';
  return (
    <button
      type="button"
      class={`btn ${look}${small ? ' small' : ''}${shape}`}
      tabIndex={props.tabIndex}
      onClick={() => void props.onPress()}
      disabled={props.disabled}
      aria-label={label}
      title={children === undefined ? label : undefined}
      aria-describedby={props.describedBy}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-busy={busy || undefined}
    >
      {icon !== undefined && <Icon of={icon} />}
      {children}
    </button>
  );
}
