import './mail-as-read.css';

import type { Language } from '../../domain/language';
import { isFooter, type LineAsRead, mailAsRead } from '../../formats/mail/mail-as-read';
import type { MailBody } from './Mail';

/** What is shown of a mail before it goes. */
export interface MailShown {
  readonly body: MailBody;
  /** Who it comes from, as the inbox names them. */
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
  /** The answers in brackets become something to press. */
  readonly hasAnswers: boolean;
}

/** Three lines as the inbox shows them: sender, subject, and how it begins; `whole`: with the mail itself below. */
export function MailAsRead({
  body,
  from,
  to,
  subject,
  text,
  language,
  hasAnswers,
  whole,
}: MailShown & { readonly whole: boolean }) {
  const { inbox, paragraphs } = mailAsRead(text, language, hasAnswers);
  return (
    <article class="mail-as-read" aria-label={to === '' ? 'The mail' : `The mail to ${to}`}>
      <p class="mail-from">{from}</p>
      <p class="mail-subject" lang={language}>
        {subject}
      </p>
      <p class="mail-inbox" lang={language}>
        {inbox}
      </p>
      {whole && (
        <div class="mail-text" lang={language}>
          {paragraphs.map((lines, at) => (
            <Paragraph key={at} lines={lines} />
          ))}
        </div>
      )}
      {/* What is copied has to stand in a field. */}
      <textarea class="spoken" ref={body} tabIndex={-1} readOnly aria-label="The mail as text" value={text} />
    </article>
  );
}

const Paragraph = ({ lines }: { readonly lines: readonly LineAsRead[] }) => (
  <div class={lines.some(({ text }) => isFooter(text)) ? 'mail-paragraph mail-foot' : 'mail-paragraph'}>
    {lines.map(({ lead, text, answers }, at) => (
      <div key={at}>
        {lead !== '' && <b>{lead}</b>} {text}
        {answers.length > 0 && (
          <ul class="mail-answers" aria-label="Answers to press">
            {answers.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        )}
      </div>
    ))}
  </div>
);
