import type { MarkName } from './tile';

const DRAWINGS: Readonly<Record<MarkName, preact.ComponentChildren>> = {
  met: <circle cx="8" cy="8" r="6" class="full" />,
  part: (
    <>
      <circle cx="8" cy="8" r="5.25" class="line" />
      <path d="M8 2a6 6 0 0 0 0 12z" class="full" />
    </>
  ),
  moved: <path d="M2.5 10.5a5.25 5.25 0 0 1 10.2-1.6M13.4 4.6l-.5 4.6-4.5-.8" class="line thick" />,
  reinstated: (
    <>
      <circle cx="8" cy="8" r="6.25" class="line" />
      <circle cx="8" cy="8" r="3.5" class="full" />
    </>
  ),
  cancelled: <path d="m3.5 3.5 9 9m0-9-9 9" class="line thick" />,
  nobody: <circle cx="8" cy="8" r="5.25" class="line thick" />,
  apologies: (
    <>
      <circle cx="8" cy="8" r="5.25" class="line" />
      <path d="M5.5 8h5" class="line thick" />
    </>
  ),
  away: <path d="M3.5 8h9" class="line thick" />,
  unknown: <path d="M5.3 5.6a2.75 2.75 0 1 1 4.2 2.3C8.4 8.6 8 9.1 8 10.2M8 12.6v.3" class="line thick" />,
  upcoming: <path d="M3 8h9M8.6 4.4 12.2 8l-3.6 3.6" class="line" />,
};

/** The shape that stands for an outcome, everywhere in the pane. */
export const Mark = ({ name }: { readonly name: MarkName }) => (
  <svg class={`mark ${name}`} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    {DRAWINGS[name]}
  </svg>
);
