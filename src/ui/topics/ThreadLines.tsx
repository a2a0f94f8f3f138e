import type { ThreadLine } from '../../domain/tell/thread/thread';
import { goToDecision, goToMeeting, goToOccurrence } from '../state/go-to';
import { openPerson } from '../state/page-over';
import type { PaneState } from '../state/pane';
import type { ThreadWords } from '../words/decide/thread';

/** A line with its words. */
export interface SaidLine {
  readonly line: ThreadLine;
  readonly words: ThreadWords;
}

interface ThreadLinesProps {
  readonly state: PaneState;
  readonly name: string;
  readonly lines: readonly SaidLine[];
}

/** What happened with a topic; each line leads to what it rests on. */
export function ThreadLines({ state, name, lines }: ThreadLinesProps) {
  const time = state.time.value;
  return (
    <ol class="thread-lines" aria-label={`What happened: ${name}`}>
      {lines.map(({ line, words }, at) => (
        <li key={`${line.what} ${line.at} ${at}`}>
          <span class="quiet">
            {time.longDay(line.at)} {time.time(line.at)}
          </span>{' '}
          <span>
            <button
              type="button"
              class="btn link"
              aria-label={`${words.link}${words.rest}`}
              onClick={({ currentTarget }) => openEvidence(state, line, currentTarget)}
            >
              {words.link}
            </button>
            {words.rest}
          </span>
        </li>
      ))}
    </ol>
  );
}

function openEvidence(state: PaneState, line: ThreadLine, opener: HTMLElement): unknown {
  switch (line.what) {
    case 'occasion':
      return goToOccurrence(state, line.occurrence.series, line.occurrence.key);
    case 'told': {
      const { series, occurrence } = line.recap;
      const [first] = [...line.told, ...line.asked];
      // A catch-up is of no meeting alone.
      if (occurrence !== null) return goToOccurrence(state, series, occurrence);
      return first === undefined ? series && goToMeeting(state, series) : goToDecision(state, first.decision);
    }
    case 'mailed':
      return goToOccurrence(state, line.mail.series, line.mail.occurrence);
    case 'raised':
    case 'said': {
      const { series, occurrence } = line.what === 'said' ? line.step : line.point.point;
      return occurrence === null ? goToMeeting(state, series) : goToOccurrence(state, series, occurrence);
    }
    case 'promised':
    case 'promise-step':
      return openPerson(state, line.promise.promise.whose, opener);
    case 'proposed':
    case 'replied':
      return openPerson(state, line.agreement.person, opener);
    case 'wrote': {
      const [first] = line.histories;
      return first && goToDecision(state, first.decision);
    }
    case 'written':
    case 'decided':
    case 'asked':
    case 'answered':
    case 'became':
      return goToDecision(state, line.history.decision);
  }
}
