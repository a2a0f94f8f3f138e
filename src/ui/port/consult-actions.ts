import type { AskFault, Asking, PreparedRequest, RequestLetter } from '../../domain/agree/asking';
import type {
  AnswerDraft,
  ReplyDraft,
  StepDraft,
  StepFault,
  WordFault,
} from '../../domain/agree/consult-drafts';
import type { Found } from '../../domain/candidates/candidates-of';
import type { Agreement, AgreementDraft, AgreementFault } from '../../domain/facts/decided/agreement';
import type { InputRequest, MailReply, Said } from '../../domain/facts/decided/consulting';
import type { Decision } from '../../domain/facts/decided/decision';
import type { SendingEnd } from '../../domain/facts/decided/sending';
import type { TopicFault } from '../../domain/facts/decided/topic-step';
import type { Entry } from '../../domain/facts/log/fact';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import type { Person } from '../../domain/facts/things/person';
import type { Result } from '../../domain/result';
import type { AtHand } from '../../domain/tell/at-hand';
import type { ThreadRecord } from '../../domain/tell/thread/thread-record';
import type { Instant, Zone } from '../../domain/time/time';
import type { SourceFileFault } from '../../formats/spoken/source-file';
import type { Watch } from './watch';

/** What notes say, agreements, questions before a decision, answers, and what became of it; loaded when first wanted. */
export interface ConsultActions {
  /** What the owner said or did, in all series. */
  readonly entries: () => Promise<readonly Entry[]>;
  /** Where a decision can be made, and who can be named in it (10.2, 10.4). */
  readonly atHand: () => Promise<AtHand>;
  /** What may be a decision in notes or a transcript, as quotes; nothing of them is kept. null: it was stopped. */
  readonly findInNotes: (
    given: string | Blob,
    watch: Watch,
  ) => Promise<Result<Found, SourceFileFault> | null>;
  /** Until when these people would have answered if they were asked now; null: they never work. */
  readonly answerTime: (
    people: readonly Person[],
  ) => Promise<{ readonly at: Instant; readonly zone: Zone } | null>;
  /** The deadline by their calendar, and the mail as it would go. */
  readonly draftRequest: (asking: Asking) => Promise<Result<PreparedRequest, readonly AskFault[]>>;
  /** What became of it so far; `waiting`: it goes by itself, and can be undone until then by what it was pressed as. */
  readonly sendRequest: (
    letter: RequestLetter,
  ) => Promise<{ readonly end: SendingEnd | 'waiting'; readonly pressed: string | null }>;
  /** "I sent it"; false where it is already asked. */
  readonly noteRequest: (letter: RequestLetter) => Promise<boolean>;
  readonly settleRequest: (request: InputRequest, does: 'look' | 'send' | 'discard') => Promise<SendingEnd>;
  /** What the owner says of a mail that came back; gives the entries, which can be undone. */
  readonly settleReturned: (mailKey: string, does: 'told' | 'set-aside') => Promise<readonly string[]>;
  readonly noteAnswer: (
    decision: Decision,
    draft: AnswerDraft,
  ) => Promise<Result<unknown, readonly WordFault[]>>;
  /** What a mail says that somebody wrote back, about these decisions. */
  readonly noteMailReply: (reply: MailReply, about: readonly string[], said: Said) => Promise<void>;
  /** Shows a mail of the mailbox in Outlook. */
  readonly openMail: (id: string) => Promise<void>;
  /** Puts somebody among the people of the meeting that is being written. */
  readonly inviteInForm: (person: Person) => Promise<void>;
  readonly takeStep: (decision: Decision, draft: StepDraft) => Promise<Result<unknown, readonly StepFault[]>>;
  readonly propose: (
    series: SeriesId,
    draft: AgreementDraft,
  ) => Promise<Result<Agreement, readonly AgreementFault[]>>;
  readonly noteReply: (
    agreement: Agreement,
    draft: ReplyDraft,
  ) => Promise<Result<unknown, readonly WordFault[]>>;
  /** Everything about a topic, by any of its names; null: nothing carries it any more. */
  readonly thread: (topic: string) => Promise<ThreadRecord | null>;
  /** Each gives the id of the entry, which can be undone. */
  readonly renameTopic: (topic: string, name: string) => Promise<Result<string, readonly TopicFault[]>>;
  readonly joinTopics: (topic: string, other: string) => Promise<string>;
  readonly closeTopic: (topic: string) => Promise<string>;
}
