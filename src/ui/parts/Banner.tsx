import type { ComponentChildren } from 'preact';

import { Icon } from './icons/Icon';
import { checkCircleIcon, infoIcon, warningIcon } from './icons/more-icons';

interface BannerProps {
  readonly tone: 'info' | 'warning' | 'success';
  readonly children: ComponentChildren;
  readonly action?: ComponentChildren;
}

const ICON = { info: infoIcon, warning: warningIcon, success: checkCircleIcon } as const;

/** Fluent's message bar: one thing worth knowing, with at most one thing to do about it. */
export function Banner({ tone, children, action }: BannerProps) {
  return (
    <div class={`banner ${tone}`} role="status">
      <Icon of={ICON[tone]} />
      <div class="banner-words">{children}</div>
      {action !== undefined && action !== false && <div class="banner-action">{action}</div>}
    </div>
  );
}
