import './mail.css';

import type { ComponentChildren, RefObject } from 'preact';

import { Button } from './controls/Button';
import { CopyButton } from './controls/CopyButton';
import { Field } from './controls/Field';
import { openIcon } from './icons/more-icons';

/** Where its text stands, to be copied. */
export type MailBody = RefObject<HTMLTextAreaElement | null>;

interface MailFieldsProps {
  readonly body: MailBody;
  /** Without one it is given elsewhere. */
  readonly subject?: string;
  readonly text: string;
  readonly language?: string | undefined;
  readonly rows?: number;
  /** Below the text. */
  readonly hint: ComponentChildren;
  /** Without it the mail is only read here. */
  readonly onType?: (change: { readonly subject?: string; readonly text?: string }) => void;
}

/** A mail as it would go. */
export function MailFields({ body, subject, text, language, rows = 9, hint, onType }: MailFieldsProps) {
  const readOnly = onType === undefined;
  return (
    <>
      {subject !== undefined && (
        <Field label="Subject">
          <input
            class="input"
            type="text"
            maxLength={255}
            readOnly={readOnly}
            value={subject}
            onInput={(typed) => onType?.({ subject: typed.currentTarget.value })}
          />
        </Field>
      )}
      <Field label="Message" hint={hint}>
        <textarea
          class="input letter"
          ref={body}
          rows={rows}
          lang={language}
          readOnly={readOnly}
          value={text}
          onInput={(typed) => onType?.({ text: typed.currentTarget.value })}
        />
      </Field>
    </>
  );
}

interface MailLengthProps {
  readonly words: number;
  /** Where it reads too long. */
  readonly children?: ComponentChildren;
  readonly edited: boolean;
  readonly onStartOver: () => unknown;
}

/** How long it is, and the way back to the log's own draft. */
export function MailLength({ words, children, edited, onStartOver }: MailLengthProps) {
  return (
    <>
      {words} {words === 1 ? 'word' : 'words'}
      {children}
      {edited && (
        <>
          {' · '}
          <Button look="link" onPress={onStartOver}>
            Start over
          </Button>
        </>
      )}
    </>
  );
}

/** Pointed out to the writer, never forbidden (8); nothing where there is nothing to point out. */
export function MailPointers({ children }: { readonly children: readonly (string | false)[] }) {
  return (
    <p class="hint pointer" role="status">
      {children.filter((one) => one !== false && one !== '').join(' ')}
    </p>
  );
}

interface MailActionsProps {
  readonly body: MailBody;
  readonly look?: 'primary' | 'outline' | 'subtle';
  readonly disabled?: boolean;
  readonly onOpen: () => unknown;
  readonly children?: ComponentChildren;
}

/** Opening it in Outlook, where it is changed and sent, and copying it for anywhere else. */
export function MailActions({ body, look = 'subtle', disabled = false, onOpen, children }: MailActionsProps) {
  return (
    <div class="actions">
      <Button look={look} small icon={openIcon} disabled={disabled} onPress={onOpen}>
        Open in Outlook
      </Button>
      <CopyButton field={body}>{children}</CopyButton>
    </div>
  );
}
