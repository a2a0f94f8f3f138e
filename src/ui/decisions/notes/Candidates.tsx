import { useRef } from 'preact/hooks';
import {
  CANDIDATE_KINDS,
  type CandidateKind,
  type QuoteCandidate,
} from '../../../domain/candidates/candidate';
import type { JudgedLineage, JudgedOccurrence } from '../../../domain/judge/judged/judged';
import { placeWords } from '../../../formats/text/quoted-words';
import { Button } from '../../parts/controls/Button';
import { useFocusWithin } from '../../parts/controls/keep-focus';
import { lazily } from '../../parts/Lazy';
import type { PaneState } from '../../state/pane';
import type { NotesState } from '../../state/points/notes';
import { longCalendarDay } from '../../words/calendar-days';
import { gradeWords, MADE, MAKE_IT } from '../../words/decide/candidates';

const PromiseForm = lazily(() => import('../../promises/PromiseForm').then((part) => part.PromiseForm));
const PointForm = lazily(() => import('../../points/PointForm').then((part) => part.PointForm));

/** The meeting in hand, of which a point can be. */
export interface Meeting {
  readonly lineage: JudgedLineage;
  readonly occurrence: JudgedOccurrence;
}

interface CandidatesProps {
  readonly state: PaneState;
  readonly notes: NotesState;
  readonly meeting: Meeting | null;
  readonly onTaken: () => void;
}

/** Quotes with what each may be; what one of them becomes is one tap, and the form that it opens is the person's. */
export const Candidates = (props: CandidatesProps) => (
  <ul class="candidates" aria-label="Candidates">
    {props.notes.shown.value.map((one) => (
      <Candidate key={`${one.kind} ${one.from} ${one.quote}`} {...props} one={one} />
    ))}
  </ul>
);

interface CandidateProps extends CandidatesProps {
  readonly one: QuoteCandidate;
}

function Candidate({ state, notes, meeting, onTaken, one }: CandidateProps) {
  const { opened, made } = notes;
  const as = opened.value.find((other) => other.one === one)?.as ?? null;
  const box = useRef<HTMLLIElement>(null);
  useFocusWithin(box, as);
  return (
    <li ref={box}>
      <q>{one.quote}</q>
      <span class="hint">
        {gradeWords(one)}, {placeWords(one.place)}
        {one.owner !== null && `. Names ${one.owner}`}
        {one.date !== null && `. Says ${longCalendarDay(one.date)}`}
        {notes.taken.value.includes(one) && '. Taken over'}
      </span>
      {as === null ? (
        <div class="actions">
          {waysFor(one, meeting).map((way, at) => (
            <Button
              key={way}
              small
              look={at === 0 ? 'outline' : 'subtle'}
              label={MAKE_IT[way].whole}
              onPress={() => {
                if (way === 'decision' ? notes.take(one) : notes.open(one, way)) onTaken();
              }}
            >
              {at === 0 ? MAKE_IT[way].whole : MAKE_IT[way].short}
            </Button>
          ))}
        </div>
      ) : (
        <Opened {...{ state, notes, meeting, one, as }} />
      )}
      {made.value?.one === one && (
        <p class="actions">
          <span role="status">{MADE[made.value.as]}</span>
          <Button look="subtle" small label={`Undo: ${one.quote}`} onPress={notes.takeBack}>
            Undo
          </Button>
        </p>
      )}
    </li>
  );
}

/** What it may be comes first; only a meeting has points. */
const waysFor = ({ kind }: QuoteCandidate, meeting: Meeting | null): readonly CandidateKind[] =>
  [kind, ...CANDIDATE_KINDS.filter((one) => one !== kind)].filter(
    (one) => one !== 'question' || meeting !== null,
  );

interface OpenedProps extends Omit<CandidateProps, 'onTaken'> {
  readonly as: 'promise' | 'question';
}

/** The form below its quote, filled in. */
function Opened({ state, notes, meeting, one, as }: OpenedProps) {
  const close = () => notes.close(one);
  if (as === 'promise')
    return (
      <PromiseForm
        state={state}
        place={notes.promiseOf(one)}
        onSaved={(entry) => notes.saved({ one, as }, entry)}
        onClose={close}
      />
    );
  return (
    meeting && (
      <PointForm
        state={state}
        {...meeting}
        typed={notes.pointOf(one, meeting.occurrence.key)}
        onSaved={({ id }) => notes.saved({ one, as }, id)}
        onClose={close}
      />
    )
  );
}
