import { guid } from '../telling';
import type { Instant } from '../time';
import type { Happening, World } from '../world';
import { accessDenied, invalidToken, overConcurrency, type Reply } from './answers';
import { batch } from './batch';
import { BY_HAND, noteOffences } from './conformance/offences';
import { faultsInRequest } from './conformance/requests';
import { type Actions, type Habits, USUAL_HABITS } from './desk';
import { faulty, isDone } from './fault-reply';
import { type Fault, type FaultAnswer, faultPlan } from './faults';
import type { FileShelf } from './file-shelf';
import { type Mail, type MailRoom, newMail, openMailRoom } from './mail/mail-room';
import { internetIdOf } from './mail/message-json';
import { mannerOf } from './manner';
import { releaseWaiting } from './resources/drafts';
import { DOWNLOADS, download } from './resources/drive';
import { ALL_SCOPES, routeOf, scopesFor } from './router';
import { personOf, storyOf } from './story';
import {
  caught,
  caughtLater,
  innerCall,
  jsonOf,
  partsOf,
  readRequest,
  response,
  type Unread,
  unread,
  withInnerError,
} from './wire';

/** So many requests of one app are served for one mailbox at a time. */
export const MAILBOX_CONCURRENCY = 4;

export interface SimulatedGraphOptions {
  /** The instant from which the world is seen, or a clock that gives it. */
  now: Instant | (() => Instant);
  /** Granted scopes; everything unless given. A wish for anything else is answered with 403. */
  scopes?: string[];
  habits?: Partial<Habits>;
  faults?: Fault[];
  /** What people did by hand in this world before its clock was turned back: it is there again from its time on. */
  hand?: ByHand;
  /** How waiting is done for slow answers; a test can pass its own. */
  wait?: (ms: number) => Promise<void>;
}

/** A request as it came in. */
export interface SeenRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface Mailbox {
  inbox: Mail[];
  drafts: Mail[];
  sent: Mail[];
  deleted: Mail[];
}

export interface ArrivingMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** Of the mail it replies to, the latest of its sender's with this subject. */
  readonly repliesTo?: string;
  /** Written by an answering machine. */
  readonly automatic?: boolean;
  /** Where it lands. */
  readonly folder?: Mail['folder'];
  /** The address that sent it, where it is not that of `from`. */
  readonly sender?: string;
  /** `Authentication-Results` of the server that received it. */
  readonly authentication?: string;
}

/** A report that a mail could not be delivered, as Exchange writes it into the mailbox of its sender. */
export interface ComesBack {
  readonly box: string;
  /** Of the mail that it is about, the latest that was sent with this subject. */
  readonly subject: string;
  /** Who reports; Exchange of the sender's own organization unless given. */
  readonly from?: string;
  readonly authentication?: string;
  readonly folder?: Mail['folder'];
}

/** What was done through Graph, beside what the world itself tells. */
export interface ByHand {
  readonly mails: readonly Mail[];
  /** Mails written so far: no key is given twice. */
  readonly minted: number;
  readonly happenings: readonly Happening[];
}

export interface SimulatedGraph {
  byHand(): ByHand;
  /** Answers as https://graph.microsoft.com would; rejects where fetch would. */
  answer(request: Request): Promise<Response>;
  /** The same look into somebody else's mailbox: not recorded, not throttled, without faults and scopes. */
  answerAs(person: string, request: Request): Promise<Response>;
  setNow(now: Instant): void;
  now(): Instant;
  /** Adds to what happens in the world from now on. */
  happen(...happenings: Happening[]): void;
  /** Everything in a person's mailbox as of now, newest first. */
  mailbox(person: string): Mailbox;
  /** A mail of somebody else's arrives now: what they wrote in their own mail program. */
  arrives(mail: ArrivingMail): void;
  /** A mail could not be delivered: a report of it arrives now. */
  comesBack(mail: ComesBack): void;
  /** Every request so far, in order of arrival, those of a batch included. */
  requests: SeenRequest[];
  /** May be added to and emptied at any time. */
  faults: Fault[];
  /** May be changed at any time. */
  habits: Habits;
  /** May be changed at any time, as by an administrator. */
  scopes: Set<string>;
  files: FileShelf;
  /** All delta tokens issued so far answer 410 from now on. */
  forgetDeltaTokens(): void;
  /** The most requests ever under way at once. */
  busiest(): number;
}

/** A world seen through Graph v1.0, from its owner's mailbox, as of an instant. */
export function createSimulatedGraph(world: World, options: SimulatedGraphOptions): SimulatedGraph {
  let clock = options.now;
  const { hand = { mails: [], minted: 0, happenings: [] } } = options;
  let happenings = [...world.happenings, ...hand.happenings];
  let story = storyOf({ ...world, happenings });
  let mail: MailRoom = openMailRoom(story);
  mail.written.push(...hand.mails);
  mail.minted = hand.minted;
  let desks = new Map<string, Actions>();
  let deltaGeneration = 0;
  let underway = 0;
  let most = 0;
  const plan = faultPlan(options.faults ?? []);
  const habits = { ...USUAL_HABITS, ...options.habits };
  const scopes = new Set(options.scopes ?? ALL_SCOPES);
  const files: FileShelf = new Map();
  const requests: SeenRequest[] = [];
  const wait = options.wait ?? ((ms: number) => new Promise<void>((done) => setTimeout(done, ms)));

  const now = () => (typeof clock === 'number' ? clock : clock());

  /** One desk lasts as long as its moment does, and with it everything that was worked out for that moment. */
  const deskOf = (person: string): Actions => {
    const known = desks.get(person);
    if (known?.now === now()) return known;
    const desk = {
      story,
      owner: personOf(story, person),
      now: now(),
      habits,
      mail,
      files,
      happen,
      deltaGeneration,
    };
    desks.set(person, desk);
    return desk;
  };

  const forget = () => {
    desks = new Map();
  };

  const happen = (...more: Happening[]) => {
    happenings = [...happenings, ...more];
    story = storyOf({ ...world, happenings });
    mail = openMailRoom(story, mail);
    forget();
  };

  function reply(call: Unread, person: string): Reply {
    const route = routeOf(call.method, call.parts);
    // Scopes are what the owner's pane was granted; whoever looks into another mailbox does so for a test.
    const granted = person !== world.owner || route.scopes.some((scope) => scopes.has(scope));
    if (!granted) throw accessDenied(habits.deniedAs);
    releaseWaiting(deskOf(world.owner));
    const { manner, applied } = mannerOf(call.headers, habits);
    const answer = route.handle(deskOf(person), { ...call, manner });
    const wishes = [answer.headers?.['Preference-Applied'], ...applied].filter((one) => one !== undefined);
    const headers = wishes.length === 0 ? {} : { 'Preference-Applied': wishes.join(', ') };
    return { ...answer, headers: { ...answer.headers, ...headers } };
  }

  /** One request with its fault, if the plan has one for it. */
  async function ask(call: Unread): Promise<Reply> {
    const fault: FaultAnswer | null = plan.next(
      call.method,
      `${call.query.url.pathname}${call.query.url.search}`,
    );
    if (fault?.kind === 'slow') await wait(fault.ms);
    const done = fault === null || isDone(fault) ? caught(() => reply(call, world.owner)) : { code: 200 };
    return fault === null ? done : faulty(fault, done);
  }

  /** `outer`: the headers of the batch the request came in. */
  const see = (
    { method, url, headers }: { method: string; url: string; headers: Headers },
    body: string,
    outer?: Headers,
  ) => {
    const seen = { method, url, headers: Object.fromEntries(headers), body };
    requests.push(seen);
    // Files are handed out by OneDrive itself, at an address that Graph gave.
    if ([headers, outer].some((one) => one?.has(BY_HAND)) || url.startsWith(DOWNLOADS)) return;
    noteOffences(faultsInRequest(seen, scopesFor(method, new URL(url))));
  };

  /** A fifth at the same time is refused, in a batch as well. */
  async function inItsPlace(work: () => Promise<Reply>): Promise<Reply> {
    underway += 1;
    most = Math.max(most, underway);
    try {
      return underway > MAILBOX_CONCURRENCY ? overConcurrency().reply : await work();
    } finally {
      underway -= 1;
    }
  }

  async function serve(request: Request): Promise<Reply> {
    const read = await readRequest(request);
    see(request, read.text);
    if (read.url.origin === DOWNLOADS) {
      const fault = plan.next('GET', `${read.url.pathname}${read.url.search}`);
      const done = download(files, read.url, request.headers);
      return fault === null ? done : faulty(fault, done);
    }
    if (!/^bearer\s+\S/i.test(request.headers.get('authorization') ?? '')) throw invalidToken();
    const [first] = partsOf(read.url);
    if (first !== '$batch' || request.method !== 'POST') return ask(unread(read, request));
    const outer = plan.next('POST', read.url.pathname);
    if (outer !== null && !isDone(outer)) return faulty(outer, { code: 200 });
    // What the mailbox is asked are the parts; the batch around them takes no place of its own.
    underway -= 1;
    try {
      const whole = await batch(jsonOf(read.text), (inner) =>
        caughtLater(async () => {
          const call = innerCall(inner, read.url);
          const made = { method: call.method, url: call.query.url.href, headers: call.headers };
          see(made, JSON.stringify(call.body), request.headers);
          const ids = { 'request-id': guid(`${made.method} ${made.url} ${now()}`) };
          const part = await inItsPlace(() => ask(call));
          return part.body === undefined ? part : { ...part, body: withInnerError(part.body, now(), ids) };
        }),
      );
      return outer === null ? whole : faulty(outer, whole);
    } finally {
      underway += 1;
    }
  }

  return {
    byHand: () => ({
      mails: [...mail.written],
      minted: mail.minted,
      happenings: happenings.slice(world.happenings.length),
    }),
    arrives: ({
      from,
      to,
      subject,
      repliesTo,
      automatic = false,
      folder = 'inbox',
      sender,
      authentication,
    }) => {
      const who = (id: string) => {
        const { name, address } = personOf(story, id);
        return { emailAddress: { name, address } };
      };
      mail.minted += 1;
      const key = `arrived ${mail.minted}`;
      const sent = mail.in(to, now()).find((one) => one.folder === 'sentitems' && one.subject === repliesTo);
      if (repliesTo !== undefined && sent === undefined) throw new Error(`No mail "${repliesTo}" was sent`);
      const talk = sent?.talk ?? key;
      const messageClass = automatic ? 'IPM.Note.Rules.OofTemplate.Microsoft' : 'IPM.Note';
      const about = { subject, talk, messageClass };
      const headers =
        authentication === undefined ? [] : [{ name: 'Authentication-Results', value: authentication }];
      const by = sender === undefined ? null : { emailAddress: { name: 'Somebody', address: sender } };
      const people = { from: who(from), to: [who(to)], sender: by };
      mail.written.push(newMail(key, to, folder, now(), { ...about, ...people, headers }));
      forget();
    },
    comesBack: ({ box, subject, from, authentication, folder = 'inbox' }) => {
      const sent = mail.in(box, now()).find((one) => one.folder === 'sentitems' && one.subject === subject);
      if (sent === undefined) throw new Error(`No mail "${subject}" was sent`);
      const { name, address } = personOf(story, box);
      const domain = address.slice(address.indexOf('@') + 1);
      const server = from ?? `MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@${domain}`;
      const about = internetIdOf(sent);
      const headers = [
        ...(authentication === undefined ? [] : [{ name: 'Authentication-Results', value: authentication }]),
        ...[
          ['In-Reply-To', about],
          ['References', about],
          ['Auto-Submitted', 'auto-replied'],
        ].map(([header, value]) => ({ name: header, value })),
      ];
      mail.minted += 1;
      mail.written.push(
        newMail(`arrived ${mail.minted}`, box, folder, now(), {
          ...{
            subject: `Undeliverable: ${subject}`,
            talk: sent.talk,
            messageClass: 'REPORT.IPM.Note.NDR',
            headers,
          },
          from: { emailAddress: { name: 'Microsoft Outlook', address: server } },
          to: [{ emailAddress: { name, address } }],
        }),
      );
      forget();
    },
    answer: async (request) => {
      underway += 1;
      most = Math.max(most, underway);
      try {
        if (underway > MAILBOX_CONCURRENCY) {
          see(request, '');
          return response(overConcurrency().reply, request, now());
        }
        const answer = await caughtLater(() => serve(request));
        return response(answer, request, now());
      } finally {
        underway -= 1;
      }
    },
    answerAs: async (person, request) => {
      const read = await readRequest(request);
      return response(
        caught(() => reply(unread(read, request), person)),
        request,
        now(),
      );
    },
    setNow: (instant) => {
      clock = instant;
    },
    now,
    happen,
    mailbox: (person) => {
      releaseWaiting(deskOf(world.owner));
      const all = mail.in(person, now());
      const folder = (name: Mail['folder']) => all.filter((one) => one.folder === name);
      return {
        inbox: folder('inbox'),
        drafts: folder('drafts'),
        sent: folder('sentitems'),
        deleted: folder('deleteditems'),
      };
    },
    requests,
    faults: plan.faults,
    habits,
    scopes,
    files,
    forgetDeltaTokens: () => {
      deltaGeneration += 1;
      forget();
    },
    busiest: () => most,
  };
}
