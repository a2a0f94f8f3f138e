import { type ComponentChildren, cloneElement, type VNode } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly fault?: string | undefined;
  readonly optional?: boolean;
  readonly inline?: boolean;
  readonly children: VNode<{ id?: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }>;
}

/** A labelled control with its hint, and its fault beside it where what was typed cannot be taken. */
export function Field({ label, hint, fault, optional, inline, children }: FieldProps) {
  const id = useId();
  const told = [hint !== undefined && `${id}-hint`, fault !== undefined && `${id}-fault`].filter(Boolean);
  const more = told.length > 0 ? { 'aria-describedby': told.join(' ') } : {};
  const wrong = fault !== undefined ? { 'aria-invalid': true } : {};
  return (
    <div class={inline ? 'field inline' : 'field'}>
      <span class="field-label">
        <label for={id}>{label}</label>
        {optional && <span class="quiet"> (optional)</span>}
      </span>
      {cloneElement(children, { id, ...more, ...wrong })}
      {hint !== undefined && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {fault !== undefined && (
        <span class="fault" id={`${id}-fault`} role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}
