import { useSignal } from '@preact/signals';

import type { Person } from '../../domain/facts/things/person';
import { threadOf } from '../../domain/tell/thread/thread';
import type { ThreadRecord } from '../../domain/tell/thread/thread-record';
import { threadSummary } from '../../domain/tell/thread/thread-summary';
import { DEFINITIONS_VERSION, PURPOSE } from '../../domain/version';
import { exportName } from '../../formats/text/file-name';
import { PaperView } from '../letters/PaperView';
import { Button } from '../parts/controls/Button';
import { LazyFold } from '../parts/controls/LazyFold';
import type { PaneState } from '../state/pane';
import { titlesAmong } from '../words/decide/meeting-titles';
import { countedThreadWords, ownThreadWords, threadWords } from '../words/decide/thread';
import { type SaidLine, ThreadLines } from './ThreadLines';

interface ThreadProps {
  readonly state: PaneState;
  readonly owner: Person;
  readonly record: ThreadRecord;
}

/** So many of the newest are shown at first. */
const SHOWN = 30;

/** Everything with a topic in order of time, the owner's own side first (10.6). */
export function Thread({ state, owner, record }: ThreadProps) {
  const all = useSignal(false);
  const now = state.now.value;
  const time = state.time.value;
  const titleOf = titlesAmong(state.view.value.kept);
  const { name } = record.topic;
  const lines = threadOf(record, now);
  const summary = threadSummary(record, lines, owner, now);
  const said = lines.map(
    (line): SaidLine => ({
      line,
      words: threadWords(line, { decisions: record.decisions, time, now, titleOf }),
    }),
  );
  const shown = all.value ? said : said.slice(-SHOWN);
  const own = ownThreadWords(summary);
  const counted = countedThreadWords(summary);
  const paper = {
    title: `Thread of ${name}`,
    about: `${name}. ${[own, ...counted].join(' ')}`,
    parts: [
      {
        heading: 'What happened',
        list: true as const,
        lines: said.map(
          ({ line, words }) =>
            `${time.longDay(line.at)} ${time.time(line.at)}: ${words.link}${words.rest}${words.mail ?? ''}`,
        ),
      },
    ],
    foot: [PURPOSE, `Definitions, version ${DEFINITIONS_VERSION}.`],
  };
  return (
    <>
      <div class="thread-summary">
        <p>
          <strong>{own}</strong>
        </p>
        {counted.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
      <section aria-labelledby="thread-lines">
        <h2 id="thread-lines">What happened</h2>
        {said.length > shown.length && (
          <Button
            look="link"
            onPress={() => {
              all.value = true;
            }}
          >
            Show {said.length - shown.length} earlier
          </Button>
        )}
        <ThreadLines state={state} name={name} lines={shown} />
      </section>
      <LazyFold name="Print or copy">
        <PaperView state={state} paper={paper} fileName={exportName(paper.title, time.date(now), 'html')} />
      </LazyFold>
    </>
  );
}
