import type { ComponentChildren } from 'preact';

/** Words for those who cannot see the drawing. */
export const Spoken = ({ children }: { readonly children: ComponentChildren }) => (
  <span class="spoken">{children}</span>
);
