import type { Drawing } from './drawing';

interface IconProps {
  readonly of: Drawing;
}

/** A Fluent icon; always beside a name in words, so it is hidden from screen readers. */
export function Icon({ of: { box, path } }: IconProps) {
  const size = box.split(' ')[2] ?? '16';
  return (
    <svg class="icon" width={size} height={size} viewBox={box} aria-hidden="true" focusable="false">
      <path d={path} fill="currentColor" />
    </svg>
  );
}
