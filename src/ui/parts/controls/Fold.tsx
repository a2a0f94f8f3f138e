import type { ComponentChildren } from 'preact';

export interface FoldProps {
  readonly name: ComponentChildren;
  readonly look?: string;
  readonly nameLook?: string;
  /** Opened from outside; without it only by hand. */
  readonly open?: boolean | undefined;
  readonly onToggle?: (open: boolean) => void;
  /** -1 where Tab has one stop for a whole list of them. */
  readonly tabIndex?: 0 | -1 | undefined;
  readonly children: ComponentChildren;
}

/** What is there for whoever wants it, behind its name. */
export const Fold = ({ name, look = '', nameLook, open, onToggle, tabIndex = 0, children }: FoldProps) => (
  <details
    class={`fold ${look}`}
    open={open}
    onToggle={({ currentTarget }) => onToggle?.(currentTarget.open)}
  >
    {/* Office.js walks by its own list of what Tab reaches, and a summary is not in it. */}
    <summary class={nameLook} tabIndex={tabIndex}>
      {name}
    </summary>
    {children}
  </details>
);
