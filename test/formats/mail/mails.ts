import { type DecisionHistory, decisionHistory } from '../../../src/domain/agree/decision-history';
import type { InputRequest } from '../../../src/domain/facts/decided/consulting';
import type { Decision } from '../../../src/domain/facts/decided/decision';
import type { Language } from '../../../src/domain/language';
import type { PointHistory } from '../../../src/domain/points/point-history';
import { pointHistories } from '../../../src/domain/points/point-history';
import type { OpenQuestion } from '../../../src/domain/tell/recap-questions';
import type { Instant } from '../../../src/domain/time/time';
import { composeBeforeSync } from '../../../src/formats/mail/letters/before-sync-text';
import { composeCatchUp } from '../../../src/formats/mail/letters/catch-up-text';
import { composeOnceMore } from '../../../src/formats/mail/letters/once-more-text';
import { composeProposal } from '../../../src/formats/mail/letters/proposal-text';
import { recordNote } from '../../../src/formats/mail/letters/record-note';
import { reinvitationText } from '../../../src/formats/mail/letters/reinvitation-text';
import { composeRequest } from '../../../src/formats/mail/letters/request-text';
import { talkText } from '../../../src/formats/mail/letters/talk-times';
import { letterText } from '../../../src/formats/mail/plain-letter';
import { plainTextToHtml } from '../../../src/formats/mail/recap-html';
import { composeRecap, recapText } from '../../../src/formats/mail/recap-text';
import { agreement, request } from '../../domain/builders/consult-facts';
import { point } from '../../domain/builders/point-facts';
import { at, decision, judgedOccurrence, MARCUS, PRIYA } from '../judged';

export const MAILS = [
  'recap',
  'view',
  'digest',
  'question',
  'together',
  'question-again',
  'proposal',
  'note',
  'invitation',
  'before',
  'once-more',
  'offer-of-times',
  'talk',
  'when-to-talk',
  'heads-up',
  'catch-up',
] as const;
export type MailName = (typeof MAILS)[number];

/** A mail as it goes: what was read, and the HTML made of it. */
export interface SentMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What people wrote, where a test wants it odd. */
export interface Written {
  readonly title?: string;
  readonly words?: string;
  readonly name?: string;
}

/** Every mail that goes to somebody else, with everything in it, in one language. */
export function mailsIn(language: Language, written: Written = {}): Readonly<Record<MailName, SentMail>> {
  const { title = 'Priya/Marcus daily sync', words = 'Build the 2027 path with two teams' } = written;
  const person = { ...MARCUS, name: written.name ?? MARCUS.name };
  const owner = PRIYA;
  const full = decision(14, {
    ...{ text: words, topic: '2027 scope', why: `${words}\nSee https://example.com/plan?a=1&b=2.` },
    options: [{ option: 'One team', notChosen: 'too slow' }],
    impact: { people: 'two teams', money: '€300 a month', dates: '1 Dec' },
    undoUntil: '2026-11-27',
  });
  const deadline = at('2026-11-16T22:00:00Z');
  const open = [
    {
      decision: decision(15, { text: words, proposed: true }),
      request: request({ person, deadline, askedAt: at('2026-11-10T16:00:00Z') }),
    },
    { decision: decision(16, { text: words, proposed: true }), request: null },
  ];
  const recap = (
    decisions: readonly ReturnType<typeof decision>[],
    questions: readonly OpenQuestion[] = [],
    views: ReadonlyMap<string, string> = new Map(),
  ) =>
    composeRecap({
      ...{
        title,
        decisions,
        questions,
        views,
        owner,
        language,
        ownerZone: owner.zone,
        recipientZone: 'America/New_York',
      },
      occurrence: judgedOccurrence('2026-10-29', { outcome: 'cancelled-short-notice' }),
      recipients: [person],
      next: judgedOccurrence('2026-11-02'),
    });
  const asked = (level: 'trunk' | 'root', firstAskedAt: Instant | null = null) =>
    composeRequest({
      ...{ decision: full, person, owner, language, level, zone: 'America/New_York', firstAskedAt },
      deadline,
      silence: 'go-ahead',
      agreedAt: at('2026-11-02T16:00:00Z'),
    });
  const proposed = agreement(1, {
    ...{ person, silence: 'go-ahead', reachAt: 'Teams, 9–10', answerDays: 3 },
    topics: [
      { topic: 'pricing', level: 'root', examples: '' },
      { topic: '2027 scope', level: 'trunk', examples: words },
      { topic: 'vendors', level: 'branch', examples: 'under €500' },
      { topic: 'wording', level: 'leaf', examples: '' },
    ],
  });
  const span = (from: string, to: string) => ({
    start: at(`2026-11-23T${from}:00Z`),
    end: at(`2026-11-23T${to}:00Z`),
  });
  const slots = {
    ...{ usual: span('15:00', '15:30'), minutes: 10 },
    ...{ shorter: span('15:00', '15:10'), later: span('15:45', '15:55') },
  };
  const invited = reinvitationText({
    ...{ title, person, owner, language, perWeek: 5, oneToOne: true, recipientZone: 'America/New_York' },
    slots,
  });
  const times = [
    { start: at('2026-11-23T16:00:00Z'), end: at('2026-11-23T16:10:00Z') },
    { start: at('2026-11-24T16:15:00Z'), end: at('2026-11-24T16:45:00Z') },
  ];
  const offered = reinvitationText({
    ...{ title, person, owner, language, times, perWeek: 5, oneToOne: true, isTheirs: true },
    ...{ slots, recipientZone: 'America/New_York' },
  });
  const talkAbout = (found: typeof times) =>
    talkText({
      ...{ decision: full, person, owner, language, times: found, recipientZone: 'America/New_York' },
    });
  const [talk, whenToTalk] = [talkAbout(times.slice(0, 1)), talkAbout([])];
  /** Before a sync: what is asked, and what is only told. */
  const before = (...points: readonly ReturnType<typeof point>[]) =>
    composeBeforeSync({
      ...{ person, owner, language, zone: 'America/New_York' },
      sync: judgedOccurrence('2026-11-24', { oneToOne: points.length > 1 }),
      points: pointHistories(points),
    });
  const news = point(2, { text: words, sort: 'news' });
  const [asks, tells] = [
    before(point(1, { text: words, deadline: '2026-11-25' }), news, point(3, { text: `${words}?` })),
    before(news),
  ];
  const history = (one: Decision, asked: readonly InputRequest[] = []) =>
    decisionHistory(one, asked, at('2026-11-15T16:00:00Z'));
  const [wanted, unasked] = open.map(({ decision: one, request: asking }) =>
    history(one, asking === null ? [] : [{ ...asking, decision: one.id }]),
  ) as [DecisionHistory, DecisionHistory];
  const [raised, told] = pointHistories([
    point(1, { text: `${words}?`, deadline: '2026-11-25' }),
    point(2, { text: words, sort: 'news' }),
  ]) as [PointHistory, PointHistory];
  const caughtUp = composeCatchUp({
    ...{ person, owner, language, ownerZone: owner.zone, zone: 'America/New_York' },
    now: at('2026-11-15T16:00:00Z'),
    next: judgedOccurrence('2026-11-24'),
    views: new Map(),
    catchUp: {
      whole: [
        { kind: 'question', history: wanted, deadline },
        { kind: 'question', history: unasked, deadline: null },
        { kind: 'point', history: raised, deadline: null },
        { kind: 'decided', history: history(full), at: full.decidedAt },
        { kind: 'point', history: told, deadline: null },
      ],
      lines: [{ kind: 'decided', history: history(decision(13)), at: full.decidedAt }],
      later: 2,
    },
  });
  const noted = recordNote({ title, people: [person], owner, keptDays: 180, inOneDrive: true, language });
  const mail = (subject: string, text: string, names: readonly string[] | null = null): SentMail => {
    const answers = names === null ? null : { language, to: { address: owner.address, names } };
    return { subject, text, html: plainTextToHtml(text, language, answers) };
  };
  const [one, several] = [recap([full]), recap([full, decision(13), decision(12)], open)];
  const view = recap([full], [], new Map([[full.id, '2026-11-27']]));
  const [question, together] = [asked('trunk'), asked('root')];
  const again = asked('trunk', at('2026-11-09T16:00:00Z'));
  const more = composeOnceMore({
    ...{ person, owner, language, zone: 'America/New_York', question: raised },
    firstAt: at('2026-11-16T16:00:00Z'),
  });
  const proposal = composeProposal(proposed, owner, language);
  return {
    recap: mail(one.subject, recapText(one), ['D-014']),
    view: mail(view.subject, recapText(view), ['D-014']),
    digest: mail(several.subject, recapText(several), ['D-014', 'D-013', 'D-012']),
    question: mail(question.subject, letterText(question), ['D-014']),
    together: mail(together.subject, letterText(together), ['D-014']),
    'question-again': mail(again.subject, letterText(again), ['D-014']),
    'once-more': mail(more.subject, letterText(more)),
    proposal: mail(proposal.subject, letterText(proposal)),
    note: mail(noted.subject, noted.text),
    invitation: mail(invited.subject, invited.text),
    'offer-of-times': mail(offered.subject, offered.text),
    talk: mail(talk.subject, talk.text),
    'when-to-talk': mail(whenToTalk.subject, whenToTalk.text),
    before: mail(asks.subject, letterText(asks)),
    'heads-up': mail(tells.subject, letterText(tells)),
    'catch-up': mail(caughtUp.subject, recapText(caughtUp), ['D-015', 'D-016', 'D-014', 'D-013']),
  };
}
