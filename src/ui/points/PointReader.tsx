import { useRef } from 'preact/hooks';

import type { BeforeSyncLetter } from '../../domain/tell/before-sync';
import { CopyButton } from '../parts/controls/CopyButton';
import { Fold } from '../parts/controls/Fold';
import { MailAsRead } from '../parts/MailAsRead';
import { firstNameOf, nameOf } from '../words/names';

interface PointReaderProps {
  readonly letter: Pick<BeforeSyncLetter, 'to' | 'subject' | 'text' | 'language'>;
  /** Who it comes from, as the inbox names them. */
  readonly from: string;
  readonly several: boolean;
  readonly open: boolean;
  readonly ticked: boolean;
  readonly onTick: (on: boolean) => void;
}

/** One mail as its reader sees it; of several each can be left out. */
export function PointReader({ letter, from, several, open, ticked, onTick }: PointReaderProps) {
  const body = useRef<HTMLTextAreaElement>(null);
  const { to, subject, text, language } = letter;
  const mail = (
    <>
      <MailAsRead {...{ body, from, to: nameOf(to), subject, text, language }} hasAnswers={false} whole />
      <div class="actions">
        <CopyButton field={body} />
      </div>
    </>
  );
  if (!several) return mail;
  const name = firstNameOf(to);
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={ticked}
          onChange={(changed) => onTick(changed.currentTarget.checked)}
        />
        <span>To {name}</span>
      </label>
      <Fold name={`The mail to ${name}`} open={open || undefined}>
        {mail}
      </Fold>
    </>
  );
}
